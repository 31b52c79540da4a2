// The head signs many papers with one opening of the key, in a real browser: each gets a signature of its own, and one that cannot be
// signed any more keeps no other from going out.
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { KEY_PASSWORD } from '../../../sandbox/demo/cast.ts';
import { launchChromium, openPage } from '../../support/chromium.ts';
import { sendApplication } from '../../support/fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  decide,
  fill,
  headKey,
  openDesks,
  type Desks,
} from '../../support/office-work.ts';
import { enter } from '../../support/who-looks.ts';
import { AIGUL, ERBOL, GULNAR, startPortal, type TestPortal } from '../../support/portal.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;
let desks: Desks;
let browser: Browser;
let server: Server;
let page: Page;
let complaints: string[];
/** Three cases, each with a drawn paper. */
let cases: string[];

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
  browser = await launchChromium();
  server = await new Promise((resolve) => {
    const listening = town.app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  cases = [];
  for (const person of [AIGUL, ERBOL, GULNAR]) {
    const { id } = await caseOf(town, (await sendApplication(town, person)).id);
    await bringToExecutor(desks, id);
    await decide(desks, id, 'refuse');
    await waitUntil('the paper is drawn', async () => (await town.portal.office.byId(id))?.paper);
    cases.push(id);
  }
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await town.close();
});
beforeEach(async () => {
  ({ page, complaints } = await openPage(browser, { language: 'ru' }));
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  await enter(page, base, 'head');
  await page.goto(`${base}/office/signing?language=ru`);
});

const signWith = async (order: typeof headKey, password = KEY_PASSWORD): Promise<void> => {
  const { bytes } = await town.authority.issue(order);
  await page.setInputFiles('#key-file', {
    name: 'GOST512_head.p12',
    mimeType: 'application/x-pkcs12',
    buffer: Buffer.from(bytes),
  });
  await page.fill('#key-password', password);
  await page.click('[data-sign-with-file]');
};
const signedIn = async (id: string) => (await town.portal.office.byId(id))?.paper?.signed;
const rowOf = (position: number) => page.locator(`#sign-${cases[position]}`).locator('xpath=ancestor::li');

describe('papers that wait for a signature', () => {
  test('are listed with the paper to read; a wrong password signs nothing and says so', async () => {
    expect(await page.locator('[data-paper]').count()).toBe(3);
    const href = await rowOf(0).locator('a').first().getAttribute('href');
    expect(href).toContain(`/office/cases/${cases[0]}/papers/`);
    await signWith(headKey, 'not the password');
    await page.locator('[data-status]', { hasText: 'Пароль не подошёл' }).waitFor();
    expect(await Promise.all(cases.map(signedIn))).toEqual([undefined, undefined, undefined]);
  });

  test('are signed where they are ticked; what changed meanwhile is said at its row and stops nothing', async () => {
    await page.uncheck(`#sign-${cases[1]}`);
    // In another window the head sends the third one back.
    await fill(desks.head, cases[2] ?? '', 'returned', () => ({ comment: 'Уточните основание отказа.' }));
    await signWith(headKey);
    await page.locator('[data-result]', { hasText: 'Подписано 1 из 2' }).waitFor();
    expect(await rowOf(0).locator('[data-paper-status]').innerText()).toBe('Подписано');
    expect(await rowOf(2).locator('[data-paper-status]').innerText()).toContain('Не подписано');
    const [first, second, third] = await Promise.all(cases.map(signedIn));
    expect(first?.verdict).toMatchObject({ indication: 'TOTAL-PASSED' });
    expect([second, third]).toEqual([undefined, undefined]);

    // The page goes on from there: what was left out is signed by a second click, what was signed is not signed again.
    await page.check(`#sign-${cases[1]}`);
    await page.uncheck(`#sign-${cases[2]}`);
    await page.click('[data-sign-with-file]');
    await page.locator('[data-result]', { hasText: 'Подписано 1 из 1' }).waitFor();
    expect(await signedIn(cases[1] ?? '')).toBeDefined();
    expect(complaints).toEqual([]);
  }, 60_000);

  test('are none when all are signed', async () => {
    expect(await page.locator('main').innerText()).toContain('ничто не ждёт вашей подписи');
  });
});
