// Starts the embedded engine as the process it is in the demo, on a free port, so that tests can also kill it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../sandbox/embedded-mongo/main.ts', import.meta.url));

export interface EngineProcess {
  readonly child: ChildProcess;
  readonly port: number;
  readonly uri: string;
  /** Ends it, with SIGTERM unless told otherwise; resolves with the exit status or the name of the signal. */
  end(signal?: NodeJS.Signals): Promise<number | string>;
}

/** A folder for data that goes with `remove`. */
export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'komek-engine-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the engine over a folder and waits until it listens. Rejects with what it said when it ends instead. */
export async function startEngineProcess(data: string, more: readonly string[] = []): Promise<EngineProcess> {
  const args = ['--import', 'tsx', MAIN, '--data', data, '--port', '0', ...more];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => undefined);
  const exited = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  let said = '';
  const port = await new Promise<number>((resolve, reject) => {
    const listen = (text: Buffer): void => {
      said += text.toString();
      const found = /mongodb:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
      if (found) resolve(Number(found[1]));
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exited.then(() => reject(new Error(`the engine ended: ${said}`)));
  });
  return {
    child,
    port,
    uri: `mongodb://127.0.0.1:${port}/komek?replicaSet=komek`,
    async end(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const [status, by] = await exited;
      return status ?? by ?? 'unknown';
    },
  };
}
