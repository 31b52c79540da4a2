// npm run screens: takes the pictures of README.md from a demo that runs. Walks the road once, as its second citizen.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT, giveUp } from './machine.mjs';
import { findChromium } from './prepare.mjs';

const TARGET = join(ROOT, 'public/images/screens');
const read = (name) => {
  try {
    return JSON.parse(readFileSync(join(ROOT, '.data', name), 'utf8'));
  } catch {
    return giveUp('No demo is here. Start one with: npm run demo');
  }
};
const { citizens, officers, keyPassword } = read('people.json');
const base = `http://localhost:${read('town.json').ports.portal}`;
mkdirSync(TARGET, { recursive: true });

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-sync', '--no-first-run'],
});

async function open(language, width = 900) {
  const context = await browser.newContext({ viewport: { width, height: 1100 }, locale: `${language}-KZ` });
  const page = await context.newPage();
  await page.goto(`${base}/?language=${language}`);
  return page;
}
async function enter(page, person, door) {
  await page.goto(`${base}${door}`);
  await page.fill('#iin', person.iin);
  await page.fill('#password', person.password);
  await page.press('#password', 'Enter');
  await page.waitForURL(/\/(cabinet|office)$/);
}
const picture = (page, name) => page.screenshot({ path: join(TARGET, `${name}.png`) });
const save = (page) => page.click('#block button[type=submit]');

const citizen = await open('ru');
await enter(citizen, citizens[1], '/sign-in');
await citizen.goto(`${base}/services/astana-158-1286/start`);
await citizen.click('#start button');
const id = new URL(citizen.url()).pathname.split('/')[2];
const block = (name) => citizen.goto(`${base}/applications/${id}/${name}`);
await block('header');
await citizen.check('#language-2');
await citizen.check('#submittedBy');
await save(citizen);
await block('applicant');
await save(citizen);
await block('residence');
await citizen.check('#actualSame');
await save(citizen);
await block('contacts');
await save(citizen);
await block('category');
await citizen.check('#ground');
await save(citizen);
await block('bank');
await citizen.fill('#iban', 'KZ31 601A 0000 0000 0001');
await citizen.check('#ownAccount');
await save(citizen);
await block('consents');
for (const box of await citizen.locator('#block input[type=checkbox]').all()) await box.check();
await save(citizen);
await block('sign');
await citizen.locator('#sign-how').scrollIntoViewIfNeeded();
await citizen.evaluate(`document.querySelector('#sign-how').scrollIntoView()`);
await picture(citizen, 'sign-ru');
await citizen.setInputFiles('#key-file', citizens[1].keys[0]);
await citizen.fill('#key-password', keyPassword);
await citizen.click('[data-sign-with-file]');
await citizen.waitForURL(/\/receipt$/);
const number = (await citizen.locator('.km-number').innerText()).trim();

const desk = async (position) => {
  const page = await open('ru', 1280);
  await enter(page, officers[position], '/office/sign-in');
  const link = page.locator('.km-queue a', { hasText: number });
  for (let looks = 0; looks < 100 && (await link.count()) === 0; looks += 1) {
    await page.waitForTimeout(100);
    await page.reload();
  }
  await link.click();
  return page;
};
const clerk = await desk(0);
await clerk.click('form[id^="act-registered"] button');
const head = await desk(1);
await head.click('main .govuk-button-group a >> nth=0');
await head.check('#executor');
await head.click('#act button[type=submit]');
await picture(await desk(2), 'case-ru');

await picture(await open('kk'), 'start-kk');
await citizen.goto(`${base}/cabinet/${id}?language=kk`);
await picture(citizen, 'cabinet-kk');
await browser.close();
