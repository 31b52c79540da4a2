// Coming to Komek for the first time: by a code to the registered phone, and by a key.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen, keyFile, latestSms, people } from '../support/town.ts';
import { waitUntil } from '../support/wait-until.ts';
import { at } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

describe('coming for the first time', () => {
  test('a person registers with a code from an SMS, and is told why the portal cannot take the application and what can be done', async () => {
    const { page, complaints } = await openPage(browser, { language: 'ru' });
    const ivan = citizen(3);
    await page.goto(at('/register?language=ru'));
    await page.fill('#iin', ivan.iin);
    await page.check('#proof');
    await page.click('#register button');
    const code = await waitUntil(
      'the SMS',
      async () => /\d{6}/.exec((await latestSms('+77770000005')) ?? '')?.[0],
    );
    await page.fill('#code', code === '000000' ? '111111' : '000000');
    await page.click('#code-form button');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('не совпал');
    await page.fill('#code', code);
    await page.click('#code-form button');
    await page.fill('#password', 'короткий');
    await page.click('#choose-password button');
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Пароль короткий');
    await page.fill('#password', 'степной ветер в апреле');
    await page.click('#choose-password button');
    await page.waitForURL(/\/cabinet$/);
    await page.click('a[href="/services"] >> nth=0');
    await page.click('.km-card a');
    await page.click('main a.govuk-button');
    await page.click('#start button');
    expect(await page.locator('main').innerText()).toContain('Что можно сделать');
    expect(complaints).toEqual([]);
  }, 90_000);

  test('signing in with a key needs neither IIN nor password', async () => {
    const { page, complaints } = await openPage(browser, { language: 'kk' });
    const vera = citizen(4);
    await page.goto(at('/sign-in?language=kk'));
    await page.click('a[href="/sign-in/key"]');
    await page.setInputFiles('#key-file', keyFile(vera, 'AUTH'));
    await page.fill('#key-password', people().keyPassword);
    await page.click('[data-sign-with-file]');
    await page.waitForURL(/\/cabinet$/);
    expect(await page.locator('header').innerText()).toContain('КИМ');
    expect(complaints).toEqual([]);
  }, 60_000);

  test('a language chosen on a half-filled page keeps what was typed', async () => {
    const { page } = await openPage(browser, { language: 'kk' });
    await page.goto(at('/register?language=kk'));
    await page.fill('#iin', '900101300007');
    await page.click('button[name=_language][value=ru]');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    expect(await page.inputValue('#iin')).toBe('900101300007');
  }, 60_000);
});
