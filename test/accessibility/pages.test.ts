// Every page of the route table, in both languages, at 320 and 1280 px: axe with its strictest rules, nothing lost at 320 px or with text
// of twice the size, one heading of the first rank, no complaint of the browser.
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { portalRows } from '../../src/web/routes.ts';
import { launchChromium, openPage } from '../support/chromium.ts';
import { AIGUL, keyOf } from '../support/portal.ts';
import { makePageStates, type PageStates, type Shown } from '../support/page-states.ts';
import { enter, type Who } from '../support/who-looks.ts';

let states: PageStates;
let browser: Browser;
beforeAll(async () => {
  [states, browser] = await Promise.all([makePageStates(), launchChromium()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await states.close();
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Rules that axe leaves off unless they are asked for. */
const STRICT = { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };

/** What axe finds, in words: the rule, what it is about, where. */
async function violations(page: Page): Promise<string[]> {
  // Ours are pages without frames: in its older mode axe finds the same and opens no second page to put the findings of frames together.
  const found = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, rules: STRICT })
    .setLegacyMode(true)
    .analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** How far the page reaches beyond the window, in CSS pixels. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Twice the size of text, as a person sets it in the browser. */
const setTextSize = (page: Page, percent: number): Promise<void> =>
  page.evaluate(`document.documentElement.style.fontSize = '${percent}%'`);

/** Ids of forms whose first button, which Enter presses, chooses a language. */
const misledForms = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.forms].filter((form) => [...form.elements].find((one) => one.type === 'submit')?.name === '_language').map(({ id }) => id)`,
  );

interface View {
  readonly language: 'kk' | 'ru';
  readonly width: number;
  /** What axe looks at does not change with every combination: each language and each width is asked once. */
  readonly axe: boolean;
}

async function inspect(page: Page, { width, axe }: View): Promise<string[]> {
  const faults = axe ? await violations(page) : [];
  if (page.frames().length > 1) faults.push('has frames, into which axe does not look here');
  if ((await overflow(page)) > 0) faults.push(`${await overflow(page)} px are lost at ${width} px`);
  if (width > 320) {
    await setTextSize(page, 200);
    if ((await overflow(page)) > 0)
      faults.push(`${await overflow(page)} px are lost with text of twice the size`);
    await setTextSize(page, 100);
  }
  if ((await page.locator('h1').count()) !== 1) faults.push('not one h1');
  const misled = await misledForms(page);
  if (misled.length > 0) faults.push(`Enter chooses a language in ${misled.join(', ')}`);
  return faults;
}

const VIEWS: readonly View[] = [
  { language: 'kk', width: 320, axe: true },
  { language: 'kk', width: 1280, axe: false },
  { language: 'ru', width: 320, axe: false },
  { language: 'ru', width: 1280, axe: true },
];

/** Pages of each person together: whoever looks at them signs in once. */
function byWho<Each extends Shown>(pages: readonly Each[]): Map<Who, Each[]> {
  const grouped = new Map<Who, Each[]>();
  for (const shown of pages) grouped.set(shown.who, [...(grouped.get(shown.who) ?? []), shown]);
  return grouped;
}

describe.each(VIEWS)('in $language at $width px', (view) => {
  const { language, width } = view;
  test('every page is whole', async () => {
    const faults: string[] = [];
    for (const [who, shown] of byWho(states.pages)) {
      const { page, context, complaints } = await openPage(browser, { language, width });
      await enter(page, states.base, who);
      for (const { address } of shown) {
        await page.goto(`${states.base}${address}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        for (const fault of await inspect(page, view)) faults.push(`${who} ${address}: ${fault}`);
      }
      faults.push(...complaints.map((complaint) => `${who}: ${complaint}`));
      await context.close();
    }
    expect(faults).toEqual([]);
  }, 480_000);

  test('every page that asks for something to be mended is whole, and the first thing it says is what', async () => {
    const faults: string[] = [];
    for (const [who, shown] of byWho(mended())) {
      const { page, context } = await openPage(browser, { language, width });
      await enter(page, states.base, who);
      for (const { address, button } of shown) {
        await page.goto(`${states.base}${address}`);
        await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
        await page.locator(button).first().click();
        const summary = page.locator('.govuk-error-summary, .km-refused');
        if ((await summary.count()) === 0) faults.push(`${address}: says nothing`);
        if (!/^(Қате|Ошибка)|расталмады|не подтверждена/.exec(await page.title()))
          faults.push(`${address}: the title says nothing of it`);
        for (const fault of await inspect(page, view)) faults.push(`${who} ${address}: ${fault}`);
      }
      await context.close();
    }
    expect(faults).toEqual([]);
  }, 480_000);
});

/** Forms that are sent with nothing in them. */
function mended(): readonly (Shown & { readonly button: string })[] {
  const of = (who: Who, part: string, button: string) => {
    const address = states.pages.find((shown) => shown.who === who && shown.address.includes(part))?.address;
    if (address === undefined) throw new Error(`no page ${part} for ${who}`);
    return { who, address, button };
  };
  const send = 'main form button[type=submit]:not([name=next])';
  return [
    of('visitor', '/register', send),
    of('visitor', '/sign-in', send),
    of('visitor', '/sign-in/key', '#sign-form button'),
    of('visitor', '/verify', send),
    of('aigul', '/attachments', 'button[value=add]'),
    of('aigul', '/sign', '#sign-form button'),
    of('erbol', '/documents', 'button[value=add]'),
    of('clerk', '/office/intake/new', send),
    of('clerk', '/papers', '#papers button[type=submit]'),
    of('head', '/act/executor-named', send),
    of('head', '/sign', '#sign-form button'),
    of('executor', '/act/grant', send),
    of('executor', '/act/refuse', send),
    of('executor', '/act/shortage', send),
  ];
}

/** Addresses that answer with a file or a stream, not with a page. */
const NO_PAGES = [
  '/complaints/:id/events',
  '/complaints/:id/answers/:paper',
  '/complaints/:id/answers/:paper/signature',
  '/complaints/:id/answers/:paper/report',
  '/office/complaints/:id/papers/:paper',
  '/office/complaints/:id/sign/bytes',
  '/sign-in/key/bytes',
  '/applications/:id/attachments/:file',
  '/applications/:id/sign/bytes',
  '/applications/:id/sign/text',
  '/applications/:id/documents/sign/bytes',
  '/applications/:id/documents/sign/text',
  '/cabinet/:id/events',
  '/cabinet/:id/copy',
  '/cabinet/:id/signature',
  '/cabinet/:id/papers/:paper',
  '/cabinet/:id/papers/:paper/signature',
  '/cabinet/:id/papers/:paper/report',
  '/office/intake/:id/attachments/:file',
  '/office/intake/:id/receipt/pdf',
  '/office/cases/:id/papers/:paper',
  '/office/cases/:id/files/:file',
  '/office/cases/:id/signature.json',
  '/office/cases/:id/sign/bytes',
  '/office/journals',
  '/office/journals/:journal/csv',
  '/office/journals/:journal/xlsx',
];
/** Pages between two steps of sign-in and registration, which no address alone opens. */
const BETWEEN = ['/sign-in/code', '/register/code', '/register/password'];

test('no page of the route table was left out', () => {
  const templates = portalRows(states.town.portal)
    .filter(({ method }) => method === 'get')
    .map(({ path }) => path.template);
  const seen = (template: string): boolean => {
    const pattern = new RegExp(`^${template.replace(/:\w+/g, '[^/]+')}$`);
    return states.pages.some(({ address }) => pattern.test(address.split('?')[0] ?? ''));
  };
  expect(
    templates.filter(
      (template) => !seen(template) && !NO_PAGES.includes(template) && !BETWEEN.includes(template),
    ),
  ).toEqual([]);
  expect([...NO_PAGES, ...BETWEEN].filter((template) => !templates.includes(template))).toEqual([]);
});

describe.each(VIEWS)('a checked document, in $language at $width px', (view) => {
  const { language, width } = view;
  test.each(['signed', 'changed since'])(
    'the page about one that is %s is whole',
    async (state) => {
      const text = Buffer.from('Келісімшарт');
      const buffer = Buffer.from(await states.town.sign(text, keyOf(AIGUL)));
      const file = { name: 'құжат.txt', mimeType: 'text/plain', buffer: text };
      if (state !== 'signed') file.buffer = Buffer.from('Келісімшарт.');
      const { page, context, complaints } = await openPage(browser, { language, width });
      await page.goto(`${states.base}/verify`);
      await page.setInputFiles('#file', file);
      await page.setInputFiles('#signature', {
        name: 'құжат.p7s',
        mimeType: 'application/pkcs7-signature',
        buffer,
      });
      await page.click('#verify button[type=submit]');
      await page.locator(state === 'signed' ? '.km-good' : '.km-refused').waitFor();
      await page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true; })`);
      expect([...(await inspect(page, view)), ...complaints]).toEqual([]);
      await context.close();
    },
    60_000,
  );
});

describe.each(VIEWS)('between two steps, in $language at $width px', (view) => {
  const { language, width } = view;
  test('the page for the code and the page for the password are whole', async () => {
    const { page, context, complaints } = await openPage(browser, { language, width });
    await page.goto(`${states.base}/register`);
    await page.fill('#iin', '799900300056');
    await page.press('#iin', 'Enter');
    await page.waitForURL(/\/register\/code$/);
    const faults = await inspect(page, view);
    await page.fill('#code', states.town.registers.codeFor('+77770000005'));
    await page.press('#code', 'Enter');
    await page.waitForURL(/\/register\/password$/);
    faults.push(...(await inspect(page, view)));
    await page.fill('#password', 'x');
    await page.press('#password', 'Enter');
    await page.locator('.govuk-error-summary').waitFor();
    faults.push(...(await inspect(page, view)));
    expect([...faults, ...complaints]).toEqual([]);
    await context.close();
  }, 60_000);
});
