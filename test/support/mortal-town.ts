// A town of real processes that a test may kill and bring back: web, worker, Redis, database. Nobody else lives in it.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeyFileOrder } from '../../sandbox/authority/issue-key-file.ts';
import { freePort } from '../../scripts/services.mjs';
import { startTown, type RunningTown } from '../../scripts/town.mjs';
import { compose, type Portal } from '../../src/compose.ts';
import { readConfig } from '../../src/platform/config.ts';
import { createLog } from '../../src/platform/log.ts';
import { inviteEverybody, signInto, signWithNewKey } from './portal.ts';
import type { TestBrowser } from './test-browser.ts';

export type Victim = 'web' | 'worker' | 'redis' | 'database';
type Mortal = RunningTown['web'];

export interface MortalTown {
  /** Address of the first web process. */
  readonly url: string;
  readonly redisUrl: string;
  /** Reads the same database from inside the test. */
  readonly portal: Portal;
  /** kill -9; resolves when the process is gone. */
  kill(victim: Victim): Promise<void>;
  /** The same program again, on the same port and folder; resolves when it answers. */
  revive(victim: Victim): Promise<void>;
  /** Stops the worker's time (SIGSTOP), and lets it go on. */
  freezeWorker(): void;
  thawWorker(): void;
  /** One more web process; returns its address. */
  addWeb(): Promise<string>;
  addWorker(): Promise<void>;
  signedIn(iin: string, url?: string): Promise<TestBrowser>;
  /** Signs bytes with a fresh key of this kind. */
  sign(content: Uint8Array, order: KeyFileOrder): Promise<Uint8Array>;
  /** Short messages that the operator took. */
  messages(): Promise<
    readonly { readonly messageId: string; readonly phone: string; readonly text: string }[]
  >;
  /** Lines of the logs of web and worker: all, or only those that say that something went wrong for good. */
  logged(which?: 'errors'): string[];
  close(): Promise<void>;
}

export async function startMortalTown(): Promise<MortalTown> {
  // Services that the environment names are not ours to kill.
  delete process.env.REDIS_URL;
  delete process.env.MONGODB_URI;
  const dir = mkdtempSync(join(tmpdir(), 'komek-mortal-'));
  const town = await startTown({ dir, mode: 'test', env: { LOG_LEVEL: 'warn' } });
  const config = readConfig(town.portalEnv);
  if (!config.ok) throw new Error(config.problem);
  const portal = await compose(config.value, createLog('test', 'silent'));
  await inviteEverybody(portal);

  const alive: Record<Victim, Mortal> = {
    web: town.web,
    worker: town.worker,
    redis: processOf(town.redis),
    database: processOf(town.mongo),
  };
  const logs = new Set([town.web.logFile, town.worker.logFile]);
  const revivals: Record<Victim, () => Promise<Mortal>> = {
    web: () => town.startWeb(),
    worker: () => town.startWorker(),
    redis: async () => processOf(await town.restartRedis()),
    database: async () => processOf(await town.restartMongo()),
  };
  const issue = async (order: KeyFileOrder) => {
    const response = await fetch(`${town.authorityUrl}/issue`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    if (!response.ok) throw new Error(`the authority issued no key: ${await response.text()}`);
    return {
      bytes: new Uint8Array(await response.arrayBuffer()),
      serial: response.headers.get('x-certificate-serial') ?? '',
    };
  };

  return {
    url: town.portalUrl,
    redisUrl: town.redis.url,
    portal,
    async kill(victim) {
      const { child } = alive[victim];
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async revive(victim) {
      alive[victim] = await revivals[victim]();
    },
    freezeWorker: () => void alive.worker.child.kill('SIGSTOP'),
    thawWorker: () => void alive.worker.child.kill('SIGCONT'),
    async addWeb() {
      const port = await freePort();
      logs.add((await town.startWeb(`web-${port}`, port)).logFile);
      return `http://localhost:${port}`;
    },
    async addWorker() {
      logs.add((await town.startWorker('worker-2')).logFile);
    },
    signedIn: (iin, url = town.portalUrl) => signInto(url, iin),
    sign: async (content, order) => (await signWithNewKey({ issue }, content, order)).cms,
    async messages() {
      const response = await fetch(`${town.gatewayUrl}/sms.json`);
      return (await response.json()) as Awaited<ReturnType<MortalTown['messages']>>;
    },
    logged: (which) =>
      [...logs]
        .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
        .filter((line) => (which === 'errors' ? /"level":[56]0/ : /./).test(line)),
    async close() {
      await portal.close();
      await town.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function processOf(service: { readonly process?: Mortal }): Mortal {
  if (service.process === undefined) throw new Error('this service is not ours');
  return service.process;
}
