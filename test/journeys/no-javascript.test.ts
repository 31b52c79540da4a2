// The way without JavaScript: the bytes are downloaded, signed in another program, and the signature is uploaded as a file or pasted.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openKeyFile, signCades } from '../../src/signature/index.ts';
import { writeArmour } from '../../src/signature/portable/armour.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen, keyFile, people } from '../support/town.ts';
import { fillForm, numberOf, signIn } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

/** The person's own signing program. */
async function signElsewhere(page: Page, path: string): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click('a[download][href$="/bytes"]'),
  ]);
  const opened = openKeyFile(readFileSync(path), people().keyPassword);
  if (!opened.ok) throw new Error(opened.problem);
  const content = readFileSync(await download.path());
  return signCades({
    content,
    key: opened.value.privateKey,
    certificate: opened.value.certificate,
    signingTime: new Date(),
    detached: true,
  });
}

describe('without JavaScript', () => {
  test('a citizen fills the form, signs in another program, uploads the signature and follows the case by reloading', async () => {
    const { page } = await openPage(browser, { language: 'ru', javaScript: false });
    const person = citizen(2);
    await signIn(page, person, 'ru');
    await fillForm(page);
    expect(await page.locator('[data-ways]').isVisible()).toBe(false);
    const cms = await signElsewhere(page, keyFile(person, 'GOST512'));

    await page.fill('#signature', 'это не подпись');
    await page.click('#sign-form button');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('не похоже на подпись');

    await page.setInputFiles('#signatureFile', {
      name: 'signature.p7s',
      mimeType: 'application/pkcs7-signature',
      buffer: Buffer.from(cms),
    });
    await page.click('#sign-form button');
    await page.waitForURL(/\/receipt$/);
    const number = await numberOf(page);
    await page.click('main a.govuk-button');
    expect(await page.locator('h1').innerText()).toContain(number);
    await page.reload();
    expect(await page.locator('.km-road__step--present').count()).toBe(1);
  }, 120_000);

  test('a signature pasted as PEM signs in by key', async () => {
    const { page } = await openPage(browser, { language: 'kk', javaScript: false });
    const person = citizen(2);
    await page.goto(new URL('/sign-in/key', await portal()).href);
    const cms = await signElsewhere(page, keyFile(person, 'AUTH'));
    await page.fill('#signature', writeArmour(cms));
    await page.click('#sign-form button');
    await page.waitForURL(/\/cabinet$/);
    expect(await page.locator('header').innerText()).toContain('АХМЕТОВА');
  }, 60_000);
});

const portal = async (): Promise<string> => (await import('../support/town.ts')).town().portalUrl;
