// Fills the form of Appendix 2 as a citizen without JavaScript would, page by page, up to the page where it is signed.
import type { Person } from '../../src/registers/index.ts';
import { keyOf, type TestPortal } from './portal.ts';
import type { TestBrowser } from './test-browser.ts';

/** A valid account number at Halyk Bank, invented. */
export const IBAN = 'KZ31601A000000000001';

/** Starts an application and answers everything; the browser stands on "check your answers". Returns the application's id. */
export async function fillApplication(browser: TestBrowser, ground = 'LOW_INCOME'): Promise<string> {
  await browser.get('/services/astana-158-1286/start');
  await browser.submit('#start');
  const id = idOf(browser);
  const at = (block: string) => `/applications/${id}/${block}`;
  await browser.get(at('header'));
  await browser.submit('#block', { language: 'ru', submittedBy: 'self' });
  await browser.get(at('applicant'));
  await browser.submit('#block');
  await browser.get(at('residence'));
  await browser.submit('#block', { actualSame: 'yes' });
  await browser.get(at('contacts'));
  await browser.submit('#block', { mobilePhone: '+7 701 000 00 01' });
  await browser.get(at('category'));
  await browser.submit('#block', { ground });
  await browser.get(at('bank'));
  await browser.submit('#block', { iban: IBAN, ownAccount: 'yes' });
  await giveConsents(browser, id);
  await browser.get(at('check'));
  return id;
}

/** Ticks every consent that the form asks for. */
export async function giveConsents(browser: TestBrowser, id: string): Promise<void> {
  await browser.get(`/applications/${id}/consents`);
  const names = browser.page
    .querySelectorAll('#block input[type=checkbox]')
    .map((box): [string, string] => [box.getAttribute('name') ?? '', 'yes']);
  await browser.submit('#block', Object.fromEntries(names));
}

export const idOf = (browser: TestBrowser): string => browser.path.split('/')[2] ?? '';

/** Downloads the bytes to sign, signs them elsewhere, uploads the signature. */
export async function signAndSend(
  town: Pick<TestPortal, 'sign'>,
  browser: TestBrowser,
  id: string,
  person: Person,
): Promise<TestBrowser> {
  await browser.get(`/applications/${id}/sign`);
  const bytes = (await browser.download(`/applications/${id}/sign/bytes`)).body as Buffer;
  const cms = await town.sign(bytes, keyOf(person));
  return browser.submit('#sign-form', {}, { field: 'signatureFile', name: 'signature.p7s', bytes: cms });
}

/** A whole application of a person, signed and sent. */
export async function sendApplication(
  town: Pick<TestPortal, 'sign' | 'signedIn'>,
  person: Person,
): Promise<{ readonly browser: TestBrowser; readonly id: string }> {
  const browser = await town.signedIn(person.iin);
  const id = await fillApplication(browser);
  await signAndSend(town, browser, id, person);
  return { browser, id };
}
