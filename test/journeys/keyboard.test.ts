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

/** Runs in the page: whether the element that has the keyboard shows it, by an outline, a shadow or our gold. */
const SHOWS_FOCUS = `(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return true;
  return [element, element.nextElementSibling].filter(Boolean).some((one) =>
    [undefined, '::before'].some((part) => {
      const style = getComputedStyle(one, part);
      return (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none' || style.backgroundColor === 'rgb(255, 210, 74)';
    }),
  );
})()`;

const focusIs = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`);

/** Presses Tab until the keyboard stands on the element. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (!(await page.evaluate<boolean>(SHOWS_FOCUS)))
      throw new Error(`the keyboard cannot be seen on the way to ${selector} at ${page.url()}`);
    if (await focusIs(page, selector)) return;
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

/**
 * Enter on a file field opens the system's own dialog, where the file is chosen. The wait is set up long before the key is
 * pressed: the browser learns on another road that somebody wants its dialog, and a key can overtake that.
 */
async function chooseFile(page: Page, selector: string, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  const press = async (): Promise<void> => {
    await tabTo(page, selector);
    await page.keyboard.press('Enter');
  };
  await Promise.all([chooser.then((dialog) => dialog.setFiles(path)), press()]);
}

/** Presses something that leads to another page, and waits until that page is there. */
async function go(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await press(page, selector);
  await page.waitForURL((url) => url.href !== before);
  await page.waitForLoadState('load');
}

/** Sends the form of the page. */
const send = (page: Page): Promise<void> => go(page, '#block button[type=submit]');

describe('by keyboard alone', () => {
  test('a citizen signs in, fills the form, signs with a key file and reads the receipt', async () => {
    const { page, complaints } = await openPage(browser, { language: 'ru' });
    const person = citizen(1);
    await page.goto(at('/?language=ru'));
    await page.keyboard.press('Tab');
    expect(await focusIs(page, '.govuk-skip-link')).toBe(true);
    await go(page, 'main a[href="/services"]');
    await go(page, 'main a[href="/services/astana-158-1286"]');
    await go(page, 'main a[href$="/start"]');
    await typeInto(page, '#iin', person.iin);
    await typeInto(page, '#password', person.password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/start$/);
    await page.waitForLoadState('load');
    await go(page, '#start button');
    await go(page, 'a[href$="/header"]');
    // One stop for the whole group; the arrows choose within it.
    await press(page, '#language', 'ArrowDown');
    expect(await page.isChecked('#language-2')).toBe(true);
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
    await go(page, 'button[value=done]');
    for (const box of await page.locator('#block input[type=checkbox]').all())
      await press(page, `#${(await box.getAttribute('id')) ?? ''}`, 'Space');
    await send(page);
    await go(page, 'main a.govuk-button[href$="/sign"]');
    await chooseFile(page, '#key-file', keyFile(person, 'GOST512'));
    await typeInto(page, '#key-password', 'wrong password');
    await press(page, '[data-sign-with-file]');
    const status = page.locator('[data-status]');
    await status.filter({ hasText: 'Пароль не подошёл' }).waitFor();
    // The keyboard stands where the mistake is mended.
    expect(await focusIs(page, '#key-password')).toBe(true);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(people().keyPassword);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/receipt$/);
    expect(await numberOf(page)).toMatch(/^\d{4}-\d{6}$/);
    await go(page, 'main a.govuk-button');
    expect(page.url()).toContain(`${town().portalUrl}/cabinet/`);
    expect(complaints).toEqual([]);
  }, 150_000);
});
