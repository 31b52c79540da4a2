// Signing with NCALayer: the stand-in really signs over wss; what the person sees when it refuses, fails or is not there.
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { citizen, keyFile, people, town } from '../support/town.ts';
import { at, fillForm, numberOf, signIn } from './walk.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  await control('open', { file: basename(keyFile(citizen(0), 'GOST512')), password: people().keyPassword });
}, 60_000);
afterAll(() => browser.close());

async function control(what: string, body: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${town().ports.ncalayerControl}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
}

const says = (page: Page, words: string): Promise<void> =>
  page.locator('[data-status]', { hasText: words }).waitFor();

describe('signing with NCALayer', () => {
  test('a refusal there sends nothing, says so, and the second attempt signs and sends', async () => {
    const { page, complaints } = await openPage(browser, { language: 'ru' });
    await signIn(page, citizen(0), 'ru');
    await fillForm(page);
    await control('behaviour', { behaviour: 'cancel' });
    await page.click('[data-sign-with-ncalayer]');
    await says(page, 'Вы отменили подпись');
    expect(page.url()).toMatch(/\/sign$/);

    await control('behaviour', { behaviour: 'sign' });
    await page.click('[data-sign-with-ncalayer]');
    await page.waitForURL(/\/receipt$/);
    expect(await numberOf(page)).toMatch(/^\d{4}-\d{6}$/);
    expect(complaints).toEqual([]);
  }, 120_000);

  test('when it is not running, the page says so and names the other way', async () => {
    const { page, context } = await openPage(browser, { language: 'kk' });
    await context.grantPermissions(['local-network-access']);
    // Nothing listens on port 9 of this machine.
    await page.route('**/sign-in/key', async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replaceAll(
        `wss://127.0.0.1:${town().ports.ncalayer}/`,
        'wss://127.0.0.1:9/',
      );
      const headers = {
        ...response.headers(),
        'content-security-policy': (response.headers()['content-security-policy'] ?? '').replace(
          String(town().ports.ncalayer),
          '9',
        ),
      };
      await route.fulfill({ response, headers, body: html });
    });
    await page.goto(at('/sign-in/key'));
    await page.click('[data-sign-with-ncalayer]');
    await page.locator('[data-status][data-state=failed]').waitFor();
    expect(await page.locator('[data-status]').innerText()).toContain('NCALayer жауап бермейді');
  }, 60_000);

  test('when the browser refuses the page the local network, the page says how to allow it', async () => {
    const guarded = await launchChromium([
      `--ip-address-space-overrides=127.0.0.1:${new URL(town().portalUrl).port}=public`,
    ]);
    try {
      const { page, context } = await openPage(guarded, { language: 'ru' });
      await context.clearPermissions();
      await page.goto(at('/sign-in/key?language=ru').replace('localhost', '127.0.0.1'));
      await page.click('[data-sign-with-ncalayer]');
      await says(page, 'Доступ к локальной сети');
      expect(await page.locator('[data-status]').getAttribute('data-state')).toBe('failed');
    } finally {
      await guarded.close();
    }
  }, 60_000);
});
