// The whole road in a real browser: a citizen applies and signs with a key file, the office works the case, the open cabinet page shows the
// notification by itself.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen, latestSms, type KeyKind } from '../support/town.ts';
import { waitUntil } from '../support/wait-until.ts';
import { fillForm, numberOf, signIn, signWithFile, workTheCase, type Language } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

const roads: readonly {
  readonly language: Language;
  readonly who: number;
  readonly key: KeyKind;
  readonly granted: string;
  readonly phone: string;
}[] = [
  { language: 'kk', who: 0, key: 'GOST512', granted: 'Әлеуметтік көмек тағайындалды', phone: '+77010000001' },
  { language: 'ru', who: 1, key: 'RSA256', granted: 'Социальная помощь назначена', phone: '+77050000002' },
];

describe('the whole road in a browser', () => {
  test.each(roads)(
    'in $language with a $key key ends with a signed notification that the open page shows by itself',
    async ({ language, who, key, granted, phone }) => {
      const { page, complaints } = await openPage(browser, { language });
      const person = citizen(who);
      await signIn(page, person, language);
      await fillForm(page);
      await signWithFile(page, person, key);
      await page.waitForURL(/\/receipt$/);
      const number = await numberOf(page);
      expect(await page.locator('main').innerText()).toMatch(/202\d/);
      await page.click('main a.govuk-button');
      expect(await page.locator('html').getAttribute('lang')).toBe(language);

      const deskComplaints = await workTheCase(browser, number, language);
      await page.locator('.km-tag--large', { hasText: granted }).waitFor();

      const paper = await page.locator('a[href*="/papers/"]').first().getAttribute('href');
      const response = await page.request.get(new URL(paper ?? '', page.url()).href);
      expect(response.headers()['content-type']).toBe('application/pdf');
      expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await waitUntil('the SMS about the paper', async () =>
        (await latestSms(phone))?.includes(number) === true ? true : undefined,
      );
      expect([...complaints, ...deskComplaints]).toEqual([]);
    },
    180_000,
  );
});
