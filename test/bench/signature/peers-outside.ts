// Verifiers outside of this process: the openssl command, libcrypto in a loop written in C, BouncyCastle in one written in Java. What the
// machine lacks is left out, and said.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NOW } from '../../support/signature-kit.ts';
import { BOUNCY_CASTLE, bouncyCastleLacks, opensslLacks, works } from '../foreign-programs.ts';
import { startLineWorker } from './line-worker.ts';
import type { Materials } from './materials.ts';
import { changed, type Contestant, type Peer } from './peer.ts';

const SECONDS = String(Math.floor(NOW / 1000));
/** npm runs every script from the root of the repository. */
const HERE = 'test/bench/signature';
const FOREIGN = ['rsa-2048', 'ecdsa-p256'] as const;

const parametersOf = ({ folder, messages }: Materials): string[] => [
  folder,
  String(messages.length),
  SECONDS,
];

const opensslCommand: Peer = {
  name: 'openssl cms -verify (a process each)',
  algorithms: FOREIGN,
  async start(materials) {
    const skipped = await opensslLacks();
    if (skipped !== undefined) return { skipped };
    const { folder, messages } = materials;
    const at = (name: string): string => join(folder, name);
    const verify = (message: number, content: string): Promise<boolean> =>
      works(
        'openssl',
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', at(`${message}.der`), '-content', content],
        ...['-CAfile', at('authorities.pem'), '-attime', SECONDS],
        ...['-out', '/dev/null'],
      );
    return {
      async accepts(message, content) {
        if (content === 'right') return verify(message, at(`${message}.bin`));
        await writeFile(at('changed.bin'), changed(messages[message]?.content as Uint8Array));
        return verify(message, at('changed.bin'));
      },
      async run(milliseconds) {
        const start = performance.now();
        let count = 0;
        let elapsed = 0;
        for (; elapsed < milliseconds; elapsed = performance.now() - start) {
          const message = count % messages.length;
          if (!(await verify(message, at(`${message}.bin`)))) throw new Error('openssl refused');
          count += 1;
        }
        return { count, seconds: elapsed / 1000 };
      },
      close: () => Promise.resolve(),
    };
  },
};

const libcrypto = (name: string, links: 1 | 2): Peer => ({
  name,
  algorithms: FOREIGN,
  async start(materials): Promise<Contestant | { skipped: string }> {
    const program = join(materials.folder, 'cms-verify-loop');
    const source = join(HERE, 'cms-verify-loop.c');
    if (!(await works('cc', '--version'))) return { skipped: 'there is no C compiler here' };
    if (!(await works('cc', '-O2', '-o', program, source, '-lcrypto')))
      return { skipped: 'the headers of OpenSSL are not here (package libssl-dev)' };
    return startLineWorker(program, [...parametersOf(materials), String(links)]);
  },
});

const bouncyCastle: Peer = {
  name: 'BouncyCastle',
  algorithms: [...FOREIGN, 'gost-512'],
  async start(materials): Promise<Contestant | { skipped: string }> {
    const skipped = await bouncyCastleLacks();
    if (skipped !== undefined) return { skipped };
    return startLineWorker('java', [
      ...['-XX:+UseSerialGC', '-cp', BOUNCY_CASTLE, join(HERE, 'VerifyLoop.java')],
      ...parametersOf(materials),
      materials.algorithm === 'gost-512' ? 'gost' : 'other',
    ]);
  },
};

export const PEERS_OUTSIDE: readonly Peer[] = [
  libcrypto('libcrypto CMS_verify (in a C loop)', 2),
  libcrypto('libcrypto CMS_verify, one link only', 1),
  bouncyCastle,
  opensslCommand,
];
