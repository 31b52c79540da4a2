// With a real test key of the national centre, where its files lie beside the project: the application is signed in the browser and
// accepted under the centre's own test hierarchy; the revoked key is refused by the centre's own list. Elsewhere this is skipped.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchChromium, openPage } from '../support/chromium.ts';
import { startPortalProcess, type PortalProcess } from '../support/portal-process.ts';
import { ROOT } from '../support/repository.ts';
import { citizen, town } from '../support/town.ts';
import { fillForm, numberOf, signIn } from './walk.ts';

const PKI = join(ROOT, '../shared/pki');
/** The list of the test centre that lies there names this as the moment of its next update. */
const LIST_ENDS = new Date('2027-02-07T00:00:00Z');

const reason = !existsSync(PKI)
  ? 'the test keys of the national centre are not here'
  : new Date() >= LIST_ENDS
    ? 'the list of the national test centre that lies here has ended'
    : undefined;
const national = reason === undefined ? describe : describe.skip;
const title = `a key of the national test centre${reason === undefined ? '' : ` (skipped: ${reason})`}`;

const PASSWORD = 'Qwerty12';

national(title, () => {
  let browser: Browser;
  let portal: PortalProcess;
  beforeAll(async () => {
    browser = await launchChromium();
    portal = await startPortalProcess({
      file: 'src/main.ts',
      env: { TRUST_DIR: join(town().dir, 'authority', 'trust-national-test') },
    });
  }, 120_000);
  afterAll(async () => {
    await portal.stop();
    await browser.close();
  });

  test('signs an application that is accepted; the revoked one is refused in words, and the application waits', async () => {
    const { page, complaints } = await openPage(browser, { language: 'ru' });
    await signIn(page, citizen(5), 'ru', { base: portal.url });
    await fillForm(page, portal.url);

    await page.setInputFiles('#key-file', join(PKI, 'samples/p12/individual_revoked.p12'));
    await page.fill('#key-password', PASSWORD);
    await page.click('[data-sign-with-file]');
    await page.locator('.km-refused').waitFor();
    expect(await page.locator('.km-refused').innerText()).toContain('Ключ отозван');

    await page.click('main a.govuk-button');
    await page.setInputFiles('#key-file', join(PKI, 'samples/p12/legal_head_valid.p12'));
    await page.fill('#key-password', PASSWORD);
    await page.click('[data-sign-with-file]');
    await page.locator('.km-refused').waitFor();
    expect(await page.locator('.km-refused').innerText()).toContain('выдан не тому');

    await page.click('main a.govuk-button');
    await page.setInputFiles('#key-file', join(PKI, 'samples/p12/individual_valid.p12'));
    await page.fill('#key-password', PASSWORD);
    await page.click('[data-sign-with-file]');
    await page.waitForURL(/\/receipt$/);
    expect(await numberOf(page)).toMatch(/^\d{4}-\d{6}$/);
    expect(await page.locator('main').innerText()).toContain('подтверждена');
    expect(complaints).toEqual([]);
  }, 120_000);
});
