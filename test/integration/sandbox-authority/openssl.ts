// OpenSSL as the witness for what the sandbox authority makes with RSA. It runs beside the test, which may be the server it asks.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Bench {
  readonly folder: string;
  /** Writes a file and gives its path. */
  file(name: string, bytes: Uint8Array | string): string;
  /** The certificate as PEM, for the commands that read nothing else. */
  pem(name: string, der: Uint8Array): Promise<string>;
  /** What the command prints, both streams; rejects when it fails. */
  run(...args: string[]): Promise<string>;
  /** The same for commands that shall fail. */
  outcome(...args: string[]): Promise<{ readonly failed: boolean; readonly output: string }>;
  clear(): void;
}

export function openssl(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'komek-openssl-'));
  const outcome: Bench['outcome'] = (...args) =>
    new Promise((resolve) => {
      const child = execFile('openssl', args, { timeout: 20_000 }, (error, stdout, stderr) => {
        resolve({ failed: error !== null, output: `${stdout}${stderr}` });
      });
      child.stdin?.end();
    });
  const bench: Bench = {
    folder,
    outcome,
    file(name, bytes) {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    async pem(name, der) {
      const path = join(folder, `${name}.pem`);
      await bench.run('x509', '-inform', 'DER', '-in', bench.file(`${name}.der`, der), '-out', path);
      return path;
    },
    async run(...args) {
      const { failed, output } = await outcome(...args);
      if (failed) throw new Error(`openssl ${args.join(' ')}: ${output}`);
      return output;
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
  return bench;
}
