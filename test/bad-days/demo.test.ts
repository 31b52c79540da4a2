// npm run demo as somebody uses it: started, used, stopped by Ctrl-C, started again, killed without warning, started over.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { fillApplication } from '../support/fill-application.ts';
import { AIGUL, signInto } from '../support/portal.ts';
import { ROOT } from '../support/repository.ts';
import { waitUntil } from '../support/wait-until.ts';

const folder = mkdtempSync(join(tmpdir(), 'komek-demo-'));
const groups = new Set<number>();
afterAll(() => {
  for (const group of groups) if (isAlive(-group)) process.kill(-group, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Demo {
  readonly child: ChildProcess;
  /** Process group, as the terminal that Ctrl-C is pressed in has it. */
  readonly group: number;
  readonly seconds: () => number;
  printed(): string;
  /** Exit status, when it has ended. */
  readonly ended: Promise<number | null>;
}

function startDemo(...options: string[]): Demo {
  const { REDIS_URL: _redis, MONGODB_URI: _mongo, ...env } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/demo.mjs', '--data', folder, '--free-ports', ...options], {
    cwd: ROOT,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => parts.push(part.toString()));
  const group = child.pid ?? 0;
  groups.add(group);
  return {
    child,
    group,
    seconds: () => (performance.now() - began) / 1000,
    printed: () => parts.join(''),
    ended: once(child, 'exit').then(([status]) => status as number | null),
  };
}

/** Whether a process, or for a negative number any process of a group, is there. */
function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** The first address that it prints, as soon as it says that all is open. */
const firstAddress = (demo: Demo): Promise<string> =>
  waitUntil(
    'the demo is open',
    () => {
      if (demo.child.exitCode !== null) throw new Error(`the demo ended: ${demo.printed()}`);
      return demo.printed().includes('Ctrl-C stops everything')
        ? /https?:\/\/\S+/.exec(demo.printed())?.[0]
        : undefined;
    },
    90,
  );

async function pressCtrlC(demo: Demo): Promise<void> {
  process.kill(-demo.group, 'SIGINT');
  expect(await demo.ended).toBe(0);
  expect(isAlive(-demo.group)).toBe(false);
}

let draft: string;

test('the first start prints the portal’s address first, and Ctrl-C leaves no process behind', async () => {
  const demo = startDemo();
  const url = await firstAddress(demo);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const citizen = await signInto(url, AIGUL.iin);
  draft = await fillApplication(citizen);
  expect(citizen.status).toBe(200);

  const second = startDemo();
  expect(await second.ended).toBe(1);
  expect(second.printed()).toMatch(/runs already .*Stop it there with Ctrl-C/s);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  await pressCtrlC(demo);
}, 150_000);

test('the second start takes less than 15 seconds and has kept everything, also after it is killed', async () => {
  const demo = startDemo();
  const url = await firstAddress(demo);
  const seconds = demo.seconds();
  console.info(`second start of the demo: ${seconds.toFixed(1)} seconds`);
  expect(seconds).toBeLessThan(15);
  const citizen = await signInto(url, AIGUL.iin);
  expect((await citizen.get(`/applications/${draft}/check`)).status).toBe(200);
  demo.child.kill('SIGKILL');
  await demo.ended;

  const next = startDemo();
  const again = await signInto(await firstAddress(next), AIGUL.iin);
  expect((await again.get(`/applications/${draft}/check`)).status).toBe(200);
  // What the killed one left behind is gone: its own processes by themselves, Redis ended by this start.
  await waitUntil('nothing is left of the killed one', () => !isAlive(-demo.group) || undefined);
  await pressCtrlC(next);
}, 150_000);

test('Ctrl-C in the middle of starting ends what has started; --fresh starts over', async () => {
  const hasty = startDemo();
  await waitUntil('it is starting', () => hasty.printed().includes('the sandbox') || undefined, 60);
  await pressCtrlC(hasty);

  const demo = startDemo('--fresh');
  const citizen = await signInto(await firstAddress(demo), AIGUL.iin);
  expect((await citizen.get(`/applications/${draft}/check`)).status).toBe(404);
  await pressCtrlC(demo);
}, 150_000);
