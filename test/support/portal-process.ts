// One more web or worker process beside those of the town, with settings of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../../scripts/services.mjs';
import { ROOT } from './repository.ts';
import { town } from './town.ts';
import { waitUntil } from './wait-until.ts';

export interface PortalProcess {
  readonly child: ChildProcess;
  /** Where it answers, for a web process. */
  readonly url: string;
  /** Asks it to stop and resolves with its exit status. */
  stop(): Promise<number | null>;
}

/**
 * Starts a process of the portal on the town's database and Redis.
 * @param options.file entry, from the folder; a .ts file runs through tsx
 * @param options.web whether it is waited for until it answers, or until it says that it works
 */
export async function startPortalProcess(options: {
  readonly file: string;
  readonly folder?: string;
  readonly web?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<PortalProcess> {
  const { file, folder = ROOT, web = true, env = {} } = options;
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...town().portalEnv, PORT: port, PUBLIC_URL: url, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let works = false;
  child.stdout.on('data', (line: Buffer) => {
    works ||= line.includes('the worker works');
  });
  const answers = async (): Promise<boolean> =>
    (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true;
  const isThere = async (): Promise<true | undefined> => {
    if (child.exitCode !== null) throw new Error(`${file} ended with status ${child.exitCode}`);
    return (web ? await answers() : works) || undefined;
  };
  await waitUntil(`${file} is there`, isThere, 60);
  return {
    child,
    url,
    async stop() {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
  };
}
