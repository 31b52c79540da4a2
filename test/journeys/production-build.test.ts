// What the container starts: compiled JavaScript with Node alone. A person signs in with a key there, so that threads, views and the
// built scripts are all proven to be in their places; then it is asked to stop and goes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { startPortalProcess, type PortalProcess } from '../support/portal-process.ts';
import { ROOT } from '../support/repository.ts';
import { citizen, keyFile, people } from '../support/town.ts';

let browser: Browser;
let folder: string;
let web: PortalProcess;
let worker: PortalProcess;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'komek-dist-'));
  const args = ['scripts/build.mjs', '--out', join(folder, 'dist')];
  const build = spawn(process.execPath, args, { cwd: ROOT, stdio: 'ignore' });
  expect((await once(build, 'exit'))[0]).toBe(0);
  for (const name of ['package.json', 'views', 'public'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const env = { NODE_ENV: 'production' };
  web = await startPortalProcess({ file: 'dist/src/main.js', folder, env });
  worker = await startPortalProcess({ file: 'dist/workers/main.js', folder, env, web: false });
}, 120_000);
afterAll(async () => {
  for (const one of [web, worker]) one.child.kill('SIGKILL');
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the compiled portal lets a person in by key, and both processes end when they are asked to', async () => {
  const { page, complaints } = await openPage(browser, { language: 'kk' });
  await page.goto(`${web.url}/sign-in/key`);
  await page.setInputFiles('#key-file', keyFile(citizen(2), 'GOST512'));
  await page.fill('#key-password', people().keyPassword);
  await page.click('[data-sign-with-file]');
  await page.waitForURL(/\/cabinet$/);
  expect(await page.locator('header').innerText()).toContain('АХМЕТОВА');
  expect(complaints).toEqual([]);
  expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0]);
}, 60_000);
