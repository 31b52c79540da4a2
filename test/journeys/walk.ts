// The steps of the road as a person takes them in a browser. Every journey is made of these.
import type { Browser, Page } from 'playwright-core';
import { openPage, type WatchedPage } from '../support/chromium.ts';
import { PNG } from '../support/sample-files.ts';
import { keyFile, officer, people, town, type KeyKind } from '../support/town.ts';

export type Language = 'kk' | 'ru';

export const at = (path: string): string => `${town().portalUrl}${path}`;

export async function signIn(
  page: Page,
  person: { readonly iin: string; readonly password: string },
  language: Language,
  where: { readonly door?: string; readonly base?: string } = {},
): Promise<void> {
  const { door = '/sign-in', base = town().portalUrl } = where;
  await page.goto(`${base}${door}?language=${language}`);
  await page.fill('#iin', person.iin);
  await page.fill('#password', person.password);
  await page.click('#sign-in button[type=submit]');
  await page.waitForURL((url) => !url.pathname.startsWith(door));
}

/** From the list of services to the page where the application is signed. Returns the application's id. */
export async function fillForm(page: Page, base = town().portalUrl): Promise<string> {
  await page.goto(`${base}/services`);
  await page.click('.km-card a');
  await page.click('main a.govuk-button');
  await page.click('#start button');
  const id = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.click('.govuk-task-list a >> nth=0');
  await page.check('#language-2');
  await page.check('#submittedBy');
  await save(page);
  await save(page); // who you are: read from the register
  await page.check('#actualSame');
  await save(page);
  if ((await page.inputValue('#mobilePhone')) === '') await page.fill('#mobilePhone', '8 701 555 44 33');
  await save(page);
  await page.check('#ground');
  await save(page);
  await page.fill('#iban', 'KZ31 601A 0000 0000 0001');
  await page.check('#ownAccount');
  await save(page);
  await page.check('#kind');
  await page.setInputFiles('#file', { name: 'құжат.png', mimeType: 'image/png', buffer: PNG });
  await page.click('button[value=add]');
  await page.click('button[value=done]');
  for (const box of await page.locator('#block input[type=checkbox]').all()) await box.check();
  await save(page);
  await page.click('main a.govuk-button');
  await page.waitForURL(/\/sign$/);
  return id;
}

/** Sends the page of the form and waits for the next one: a second click must never reach the page that is leaving. */
async function save(page: Page): Promise<void> {
  const before = page.url();
  await page.click('#block button[type=submit]');
  await page.waitForURL((url) => url.href !== before);
}

/** Opens the key file on the page, signs and sends. */
export async function signWithFile(
  page: Page,
  person: Parameters<typeof keyFile>[0],
  kind: KeyKind,
): Promise<void> {
  await page.setInputFiles('#key-file', keyFile(person, kind));
  await page.fill('#key-password', people().keyPassword);
  await page.click('[data-sign-with-file]');
}

/** The number on the receipt. */
export const numberOf = async (page: Page): Promise<string> =>
  (await page.locator('.km-number').innerText()).trim();

export interface Desk extends WatchedPage {
  /** Opens the case with this number from the officer's own queue. */
  open(number: string): Promise<void>;
}

export async function openDesk(
  browser: Browser,
  role: 'clerk' | 'head' | 'executor',
  language: Language,
): Promise<Desk> {
  const watched = await openPage(browser, { language });
  const { page } = watched;
  await signIn(page, officer(role), language, { door: '/office/sign-in' });
  return {
    ...watched,
    async open(number) {
      const link = page.locator('.km-queue a', { hasText: number });
      for (let looks = 0; looks < 100; looks += 1) {
        await page.goto(at(`/office?view=${role}`));
        if ((await link.count()) > 0) break;
        await page.waitForTimeout(100);
      }
      await link.click();
    },
  };
}

/** Clerk registers, head names the executor, executor grants, head signs with the office's key, clerk issues. */
export async function workTheCase(
  browser: Browser,
  number: string,
  language: Language,
  kind: KeyKind = 'GOST512',
): Promise<string[]> {
  const clerk = await openDesk(browser, 'clerk', language);
  const head = await openDesk(browser, 'head', language);
  const executor = await openDesk(browser, 'executor', language);

  await clerk.open(number);
  await clerk.page.click('form[id^="act-registered"] button');

  await head.open(number);
  await head.page.click('main .govuk-button-group a >> nth=0');
  await head.page.check('#executor');
  await head.page.click('#act button[type=submit]');

  await executor.open(number);
  await executor.page.click('main .govuk-button-group a >> nth=0');
  await executor.page.check('#amount');
  await executor.page.click('#act button[type=submit]');

  await head.open(number);
  const signLink = head.page.locator('a[href$="/sign"]');
  for (let looks = 0; looks < 100 && (await signLink.count()) === 0; looks += 1) {
    await head.page.waitForTimeout(100);
    await head.page.reload();
  }
  await signLink.click();
  await signWithFile(head.page, officer('head'), kind);
  await head.page.waitForURL(/\/office\/cases\/[^/]+$/);

  await clerk.open(number);
  await clerk.page.click('form[id^="act-granted"] button');
  const complaints = [clerk, head, executor].flatMap((desk) => desk.complaints);
  for (const desk of [clerk, head, executor]) await desk.context.close();
  return complaints;
}
