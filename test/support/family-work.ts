// Forms with lists at work: an entry is typed on a page of its own, wherever the form is filled.
import { inventIin } from '../../sandbox/gateway/people.ts';
import { giveConsents, IBAN, idOf } from './fill-application.ts';
import type { TestBrowser } from './test-browser.ts';

/** A child, as a person would type it. */
export const CHILD = {
  name: 'НҰРЛАНОВА ДАНА СЕРІКҚЫЗЫ',
  relation: 'child',
  iin: inventIin(2015, 6, 71),
  'birthDate-day': '7',
  'birthDate-month': '4',
  'birthDate-year': '2015',
  occupation: 'studies',
} as const;

/** Another one. */
export const BROTHER = {
  ...CHILD,
  name: 'НҰРЛАНОВ ДАНИЯР',
  relation: 'sibling',
  iin: inventIin(1983, 3, 72),
  'birthDate-year': '1983',
  occupation: 'works',
} as const;

/** The applicant's wages, and a flat. */
export const WAGES = {
  person: 'applicant',
  kind: 'wages',
  month1: '120 000',
  month2: '120000',
  month3: '60 000,50 ₸',
  source: 'Мектеп № 7',
} as const;
export const FLAT = { person: 'applicant', kind: 'housing', details: 'Көктем көшесі 12-34, 42 м²' } as const;

/** The addresses of the pages of the entries that the open list shows. */
export const entriesOf = (browser: TestBrowser): string[] =>
  browser.page.querySelectorAll('.km-entries__actions a').map((link) => link.getAttribute('href') ?? '');

/** The address at which the open list takes a new entry; empty when it is full. */
export const newEntry = (browser: TestBrowser): string =>
  browser.page.querySelector('a.govuk-button--secondary[href]')?.getAttribute('href') ?? '';

/** Opens a list and adds an entry; the browser stands on the list, or on what is to be mended. */
export async function addEntry(
  browser: TestBrowser,
  list: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  await browser.get(list);
  await browser.get(newEntry(browser));
  await browser.submit('#entry', fields);
}

/** What a person answers on pages that are no lists. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  header: { language: 'ru', submittedBy: 'self' },
  applicant: {},
  residence: { actualSame: 'yes' },
  contacts: { mobilePhone: '+7 701 000 00 01' },
  category: {},
  bank: { iban: IBAN, ownAccount: 'yes' },
};

/** Starts an application for a service and answers everything but its lists and consents; returns the address of its tasks. */
export async function startForm(
  browser: TestBrowser,
  service: string,
  typed: Readonly<Record<string, Readonly<Record<string, string>>>> = {},
): Promise<string> {
  await browser.get(`/services/${service}/start`);
  await browser.submit('#start');
  const tasks = `/applications/${idOf(browser)}`;
  for (const [block, fields] of Object.entries({ ...TYPED, ...typed })) {
    await browser.get(`${tasks}/${block}`);
    if (browser.path === `${tasks}/${block}`) await browser.submit('#block', fields);
  }
  return tasks;
}

/** Gives the consents and opens "check your answers". */
export async function endForm(browser: TestBrowser, tasks: string): Promise<void> {
  await giveConsents(browser, tasks.split('/').at(-1) ?? '');
  await browser.get(`${tasks}/check`);
}
