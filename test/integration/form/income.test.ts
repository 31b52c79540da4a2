// Blocks 8 and 9: what the family lived on in the quarter before the application, and what it owns; housing aid asks for both.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { OFFICERS } from '../../../sandbox/demo/cast.ts';
import { newId } from '../../../src/platform/ids.ts';
import {
  addEntry,
  CHILD,
  endForm,
  entriesOf,
  FLAT,
  newEntry,
  startForm,
  WAGES,
} from '../../support/family-work.ts';
import { signAndSend } from '../../support/fill-application.ts';
import {
  acceptIntake,
  clerkOf,
  notePapers,
  openIntake,
  scanApplication,
  typeBlocks,
} from '../../support/intake-work.ts';
import { caseOf } from '../../support/office-work.ts';
import { AIGUL, ERBOL, GULNAR, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

const HOUSING = 'kostanay-565-7';

let town: TestPortal;
let browser: TestBrowser;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  town.clock.set(undefined);
  browser = await town.signedIn(AIGUL.iin);
});

/** A fresh form that stands before its lists. */
async function openForm(): Promise<string> {
  const left = await startForm(browser, HOUSING);
  await browser.get(left);
  await browser.submit('#discard');
  return startForm(browser, HOUSING);
}

const answersOf = async (tasks: string) =>
  (await town.portal.applications.byId(tasks.split('/')[2] ?? ''))?.content.answers;

/** The whole list is said to be whole. */
async function close(list: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await browser.get(list);
  await browser.submit('#block', fields);
}

describe('income', () => {
  test('counts what the law counts, by members and months, and goes with the person whose it is', async () => {
    const tasks = await openForm();
    await addEntry(browser, `${tasks}/family`, CHILD);
    await close(`${tasks}/family`);
    const child = (await answersOf(tasks))?.family?.entries[0]?.id ?? '';
    await addEntry(browser, `${tasks}/income`, WAGES);
    await addEntry(browser, `${tasks}/income`, { ...WAGES, person: child, kind: 'disabled-child-16' });
    expect(entriesOf(browser)).toHaveLength(2);
    const text = browser.text().replace(/\s/g, ' ');
    // 120 000 + 120 000 + 60 001 (tiyn are rounded), the allowance is not counted; two members, three months.
    expect(text).toContain('300 001 ₸ ÷ 2 адам ÷ 3 ай');
    expect(text).toContain('50 000,17 ₸');
    expect(text).toContain('есепте ескерілмейді');

    await close(`${tasks}/income`);
    await addEntry(browser, `${tasks}/property`, { ...FLAT, person: child });
    await close(`${tasks}/property`);
    await browser.get(`${tasks}/family`);
    await browser.submit('form[id^=remove-]');
    const answers = await answersOf(tasks);
    expect(answers?.income).toMatchObject({
      whole: false,
      entries: [{ person: 'applicant', months: [120_000, 120_000, 60_001] }],
    });
    expect(answers?.property).toEqual({ whole: false, entries: [] });
  }, 60_000);

  test.each([
    [{ kind: '' }, 'Табыс түрін таңдаңыз'],
    [{ kind: 'salary' }, 'Табыс түрін таңдаңыз'],
    [{ person: 'nobody' }, 'кімнің табысы'],
    [{ month2: 'көп' }, 'цифрмен'],
    [{ month2: '-5' }, 'цифрмен'],
    [{ month2: '1000000000' }, 'цифрмен'],
    [{ month1: '', month2: '0', month3: '' }, 'Кемінде бір айдың'],
    [{ source: 'а'.repeat(301) }, '300 таңбаға'],
  ])(
    'what is wrong is said, and what was typed stays: %j',
    async (wrong, sentence) => {
      const tasks = await openForm();
      await addEntry(browser, `${tasks}/income`, { ...WAGES, ...wrong });
      expect([browser.status, browser.errors()]).toEqual([422, [expect.stringContaining(sentence)]]);
      expect(browser.fieldsOf('#entry')).toMatchObject({ month1: { ...WAGES, ...wrong }.month1 });
      expect((await answersOf(tasks))?.income).toBeUndefined();
    },
    60_000,
  );

  test('the same kind of the same person is one line, also from two windows at once', async () => {
    const tasks = await openForm();
    await browser.get(`${tasks}/income/${newId()}`);
    const fields = { ...browser.fieldsOf('#entry'), ...WAGES };
    const sent = await Promise.all([0, 1].map(() => browser.fire(`${tasks}/income/${newId()}`, fields)));
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 422]);
    await addEntry(browser, `${tasks}/income`, { ...WAGES, kind: 'alimony' });
    expect(entriesOf(browser)).toHaveLength(2);
  }, 60_000);

  test('ends at sixty', async () => {
    const tasks = await openForm();
    const { admitted } = await fillList(tasks);
    expect(admitted).toBe(60);
    await browser.get(`${tasks}/income`);
    expect(newEntry(browser)).toBe('');
  }, 120_000);

  /** Three members, each with every kind of income, until the list is full. */
  async function fillList(tasks: string): Promise<{ readonly admitted: number }> {
    await addEntry(browser, `${tasks}/family`, CHILD);
    await browser.get(newEntry(browser));
    await browser.submit('#entry', { ...CHILD, iin: '900101300007' });
    await browser.get(newEntry(browser));
    await browser.submit('#entry', { ...CHILD, iin: '900101300811' });
    await browser.get(`${tasks}/income/${newId()}`);
    const base = browser.fieldsOf('#entry');
    const people = browser.page
      .querySelectorAll('input[name=person]')
      .map((radio) => radio.getAttribute('value') ?? '');
    const kinds = browser.page.querySelectorAll('option').map((option) => option.getAttribute('value') ?? '');
    let admitted = 0;
    for (const person of people)
      for (const kind of kinds.filter((one) => one !== '')) {
        const { status } = await browser.fire(`${tasks}/income/${newId()}`, {
          ...base,
          ...WAGES,
          person,
          kind,
        });
        if (status === 303) admitted += 1;
        else return { admitted };
      }
    return { admitted };
  }

  test('of another quarter must be mended before anything is signed', async () => {
    const tasks = await openForm();
    await close(`${tasks}/family`, { none: 'yes' });
    await addEntry(browser, `${tasks}/income`, WAGES);
    await close(`${tasks}/income`);
    await close(`${tasks}/property`, { none: 'yes' });
    await endForm(browser, tasks);
    expect(browser.path).toBe(`${tasks}/check`);

    const now = new Date();
    town.clock.set(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 3, 15, 6)));
    browser = await town.signedIn(AIGUL.iin);
    await browser.get(`${tasks}/check`);
    expect(browser.path).toBe(tasks);
    await close(`${tasks}/income`);
    expect([browser.status, browser.errors()]).toEqual([422, [expect.stringContaining('түзетіңіз')]]);
    expect(browser.text()).toContain('басқа тоқсан');
    const [entry = ''] = entriesOf(browser);
    await browser.get(entry);
    await browser.submit('#entry');
    await close(`${tasks}/income`);
    await browser.get(`${tasks}/check`);
    expect(browser.path).toBe(`${tasks}/check`);
  }, 60_000);
});

describe('property', () => {
  test.each([
    [{ kind: '' }, 'Бұл не екенін'],
    [{ details: 'а' }, 'Мүлікті сипаттаңыз'],
    [{ details: 'а'.repeat(301) }, '300 таңбаға'],
    [{ person: 'nobody' }, 'кімнің мүлкі'],
    [{ details: FLAT.details.toUpperCase() }, 'тізімде бар'],
  ])(
    'what is wrong is said: %j',
    async (wrong, sentence) => {
      const tasks = await openForm();
      await addEntry(browser, `${tasks}/property`, FLAT);
      await addEntry(browser, `${tasks}/property`, { ...FLAT, ...wrong });
      expect([browser.status, browser.errors()]).toEqual([422, [expect.stringContaining(sentence)]]);
      expect((await answersOf(tasks))?.property?.entries).toHaveLength(1);
    },
    60_000,
  );
});

describe('housing aid', () => {
  test('is signed with family, income and property in it, and stands in the queue in Kostanay', async () => {
    browser = await town.signedIn(GULNAR.iin);
    const tasks = await startForm(browser, HOUSING);
    await addEntry(browser, `${tasks}/family`, CHILD);
    await close(`${tasks}/family`);
    await addEntry(browser, `${tasks}/income`, WAGES);
    await close(`${tasks}/income`);
    await addEntry(browser, `${tasks}/property`, FLAT);
    await close(`${tasks}/property`);
    await endForm(browser, tasks);
    const id = tasks.split('/').at(-1) ?? '';
    await signAndSend(town, browser, id, GULNAR);
    expect(browser.path).toBe(`${tasks}/receipt`);
    const officeCase = await caseOf(town, id);
    expect([officeCase.officeId, officeCase.regulation.id]).toEqual(['kostanay', HOUSING]);
    const head = OFFICERS.find(({ post }) => post.officeId === 'kostanay' && post.roles.includes('head'));
    const desk = await town.signedIn(head?.person.iin ?? '');
    await desk.get(`/office/cases/${officeCase.id}`);
    expect(desk.text()).toContain('Еңбекақы және әлеуметтік төлемдер');
    expect(desk.text()).toContain(FLAT.details);
  }, 60_000);
});

describe('at the desk', () => {
  test('income is asked for where help depends on it, for the quarter before the paper was handed over', async () => {
    const clerk = await town.signedIn(clerkOf('astana').person.iin);
    const id = await openIntake(clerk, ERBOL.iin);
    await clerk.get(`/office/intake/${id}/income`);
    expect(clerk.path).toBe(`/office/intake/${id}`);
    await typeBlocks(clerk, id);
    await addEntry(clerk, `/office/intake/${id}/income`, WAGES);
    await clerk.submit('#block');
    await notePapers(clerk, id);
    await scanApplication(clerk, id);
    await acceptIntake(clerk, id);
    const answers = (await town.portal.applications.byId(id))?.content.answers;
    expect(answers?.income?.entries).toMatchObject([{ kind: 'wages', person: 'applicant' }]);
    // Another ground: nobody asks for income, and nothing of it is kept.
    const other = await openIntake(clerk, ERBOL.iin);
    await typeBlocks(clerk, other);
    await clerk.get(`/office/intake/${other}/category`);
    await clerk.submit('#block', { ground: 'SOCIAL_DISEASE' });
    await notePapers(clerk, other);
    await scanApplication(clerk, other);
    await acceptIntake(clerk, other);
    const kept = (await town.portal.applications.byId(other))?.content.answers;
    expect([kept?.family?.whole, kept?.income]).toEqual([true, undefined]);
  }, 60_000);
});
