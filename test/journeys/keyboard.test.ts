// The road by keyboard alone: Tab, Space, arrows, Enter and typing; wherever the keyboard stands, one can see it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen, keyFile, people, town } from '../support/town.ts';
import { at, numberOf } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, 60_000);
afterAll(() => browser.close());

const MOST_STOPS = 120;

/** Whether the element that has the keyboard shows it: an outline, a shadow or our gold behind it. */
const showsFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return true;
    const near = [element, element.nextElementSibling].filter((one) => one !== null);
    return near.some((one) =>
      ['', '::before'].some((part) => {
        const style = getComputedStyle(one, part === '' ? undefined : part);
        return (
          (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') ||
          style.boxShadow !== 'none' ||
          style.backgroundColor === 'rgb(255, 210, 74)'
        );
      }),
    );
  });

/** Presses Tab until the keyboard stands on the element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (!(await showsFocus(page)))
      throw new Error(`the keyboard cannot be seen on the way to ${selector} at ${page.url()}`);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${selector} cannot be reached by Tab at ${page.url()}`);
}

async function press(page: Page, selector: string, key = 'Enter'): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press(key);
}

async function typeInto(page: Page, selector: string, text: string): Promise<void> {
  await tabTo(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Enter on a file field opens the system's own dialog, where the file is chosen. */
async function chooseFile(page: Page, selector: string, path: string): Promise<void> {
  await tabTo(page, selector);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(path);
}

/** Sends the form of the page and waits for the next one. */
async function send(page: Page): Promise<void> {
  const before = page.url();
  await press(page, '#block button[type=submit]');
  await page.waitForURL((url) => url.href !== before);
}

describe('by keyboard alone', () => {
  test('a citizen signs in, fills the form, signs with a key file and reads the receipt', async () => {
    const { page, complaints } = await openPage(browser, { language: 'ru' });
    const person = citizen(5);
    await page.goto(at('/?language=ru'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('skip-link');
    await press(page, 'main a[href="/services"]');
    await press(page, 'main a[href="/services/astana-158-1286"]');
    await press(page, 'main a[href$="/start"]');
    await typeInto(page, '#iin', person.iin);
    await typeInto(page, '#password', person.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/start$/);
    await press(page, '#start button');
    await page.waitForURL(/\/applications\//);
    await press(page, 'a[href$="/header"]');
    await press(page, '#language-2', 'Space');
    await press(page, '#submittedBy', 'Space');
    await send(page);
    await send(page);
    await press(page, '#actualSame', 'Space');
    await send(page);
    await send(page);
    await press(page, '#ground', 'Space');
    await send(page);
    await typeInto(page, '#iban', 'KZ14722C000000000002');
    await press(page, '#ownAccount', 'Space');
    await send(page);
    await press(page, 'button[value=done]');
    await page.waitForURL(/\/consents$/);
    for (const id of await page
      .locator('#block input[type=checkbox]')
      .evaluateAll((boxes) => boxes.map((box) => box.id)))
      await press(page, `#${id}`, 'Space');
    await send(page);
    await press(page, 'main a.govuk-button[href$="/sign"]');
    await page.waitForURL(/\/sign$/);
    await chooseFile(page, '#key-file', keyFile(person, 'GOST512'));
    await typeInto(page, '#key-password', 'wrong password');
    await press(page, '[data-sign-with-file]');
    const status = page.locator('[data-status]');
    await status.filter({ hasText: 'Пароль не подошёл' }).waitFor();
    // The keyboard stands where the mistake is mended.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('key-password');
    await page.keyboard.press('Control+A');
    await page.keyboard.type(people().keyPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/receipt$/);
    expect(await numberOf(page)).toMatch(/^\d{4}-\d{6}$/);
    await press(page, 'main a.govuk-button');
    await page.waitForURL(new RegExp(`${town().portalUrl}/cabinet/`));
    expect(complaints).toEqual([]);
  }, 150_000);
});
