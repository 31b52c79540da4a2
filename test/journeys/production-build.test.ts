// What the container starts: compiled JavaScript with Node alone. A person signs in with a key there, so that threads, views and the
// built scripts are all proven to be in their places; then it is asked to stop and goes.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { freePort } from '../../scripts/services.mjs';
import { launchChromium, openPage } from '../support/chromium.ts';
import { ROOT } from '../support/repository.ts';
import { citizen, keyFile, people, town } from '../support/town.ts';
import { waitUntil } from '../support/wait-until.ts';

let browser: Browser;
let folder: string;
let web: ChildProcess;
let worker: ChildProcess;
let url: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'komek-dist-'));
  const build = spawn(process.execPath, ['scripts/build.mjs', '--out', join(folder, 'dist')], {
    cwd: ROOT,
    stdio: 'ignore',
  });
  expect((await once(build, 'exit'))[0]).toBe(0);
  for (const name of ['package.json', 'views', 'public'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));

  const port = String(await freePort());
  url = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    ...town().portalEnv,
    PORT: port,
    PUBLIC_URL: url,
    NODE_ENV: 'production',
  };
  const start = (file: string): ChildProcess =>
    spawn(process.execPath, [join(folder, 'dist', file)], {
      cwd: folder,
      env,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
  web = start('src/main.js');
  worker = start('workers/main.js');
  await waitUntil('the compiled portal answers', async () =>
    (await fetch(`${url}/readyz`).catch(() => undefined))?.ok === true ? true : undefined,
  );
}, 120_000);
afterAll(async () => {
  for (const one of [web, worker]) one.kill('SIGKILL');
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the compiled portal lets a person in by key, and both processes end when they are asked to', async () => {
  const { page, complaints } = await openPage(browser, { language: 'kk' });
  await page.goto(`${url}/sign-in/key`);
  await page.setInputFiles('#key-file', keyFile(citizen(2), 'GOST512'));
  await page.fill('#key-password', people().keyPassword);
  await page.click('[data-sign-with-file]');
  await page.waitForURL(/\/cabinet$/);
  expect(await page.locator('header').innerText()).toContain('АХМЕТОВА');
  expect(complaints).toEqual([]);

  const ended = Promise.all([once(web, 'exit'), once(worker, 'exit')]);
  web.kill('SIGTERM');
  worker.kill('SIGTERM');
  expect((await ended).map(([status]) => status as number)).toEqual([0, 0]);
}, 60_000);
