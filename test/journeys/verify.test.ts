// A stranger in a browser checks a paper at /verify: drops it and reads the verdict; a changed one is refused; the report is a file.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { verdictSchema } from '../../src/signature/index.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen } from '../support/town.ts';
import { at, fillForm, numberOf, signIn, signWithFile, workTheCase } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

describe('a notification in the hands of a stranger', () => {
  test('is verified by its own bytes; one changed byte and nobody knows it', async () => {
    const { page: own } = await openPage(browser, { language: 'ru' });
    await signIn(own, citizen(0), 'ru');
    await fillForm(own);
    await signWithFile(own, citizen(0), 'GOST512');
    await own.waitForURL(/\/receipt$/);
    const number = await numberOf(own);
    await own.click('main a.govuk-button');
    await workTheCase(browser, number, 'ru');
    const link = own.locator('a[href*="/papers/"]').first();
    await link.waitFor();
    const paper = await (
      await own.request.get(new URL((await link.getAttribute('href')) ?? '', own.url()).href)
    ).body();

    const { page, complaints } = await openPage(browser, { language: 'kk', width: 320 });
    const show = async (bytes: Buffer): Promise<void> => {
      await page.goto(at('/verify?language=kk'));
      await page.setInputFiles('input[type=file]', {
        name: 'хабарлама.pdf',
        mimeType: 'application/pdf',
        buffer: bytes,
      });
      await page.click('#verify button[type=submit]');
    };
    await show(paper);
    await page.locator('#issued-here').waitFor();
    expect(await page.locator('main').innerText()).toContain('Бұл құжатқа сенуге болады');
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('a[download]')]);
    const report = verdictSchema.parse(JSON.parse(readFileSync(await saved.path(), 'utf8')));
    expect(report.indication).toBe('TOTAL-PASSED');

    const changed = Buffer.from(paper);
    changed.writeUInt8(changed.readUInt8(paper.length >> 1) ^ 1, paper.length >> 1);
    await show(changed);
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.locator('#issued-here').count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 120_000);
});
