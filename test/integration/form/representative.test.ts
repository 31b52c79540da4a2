// Block 3: somebody applies for another person. Who is signed in signs; help is asked for the other, of whom no register was asked.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inventIin } from '../../../sandbox/gateway/people.ts';
import { signAndSend } from '../../support/fill-application.ts';
import { addEntry, CHILD, endForm, startForm, WAGES } from '../../support/family-work.ts';
import {
  acceptIntake,
  clerkOf,
  notePapers,
  openIntake,
  scanApplication,
  typeBlocks,
} from '../../support/intake-work.ts';
import { caseOf } from '../../support/office-work.ts';
import { AIGUL, ERBOL, startPortal, type TestPortal } from '../../support/portal.ts';
import { PNG } from '../../support/sample-files.ts';
import { waitUntil } from '../../support/wait-until.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

const ORDER = 'order-84-2023';
const MOTHER = inventIin(1950, 4, 81);
const MANDATE = {
  iin: MOTHER,
  basis: 'power-of-attorney',
  documentNumber: '2026-17',
  'documentDate-day': '3',
  'documentDate-month': '11',
  'documentDate-year': '2026',
} as const;
/** The other person, typed by hand. */
const PERSON = {
  lastName: 'ҚАЛИЕВА',
  firstName: 'ЗЕЙНЕП',
  'birthDate-day': '1',
  'birthDate-month': '5',
  'birthDate-year': '1950',
  documentNumber: '045000099',
} as const;
const FOR_OTHER = {
  header: { language: 'ru', submittedBy: 'representative' },
  representative: MANDATE,
  applicant: PERSON,
  residence: { byHand: 'Шортанды, улица Абая, 5', actualSame: 'yes' },
  category: {
    ground: 'NATURAL_DISASTER',
    'eventDate-day': '3',
    'eventDate-month': '11',
    'eventDate-year': '2026',
  },
} as const;

let town: TestPortal;
let browser: TestBrowser;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  browser = await town.signedIn(AIGUL.iin);
});

async function openForm(typed: Parameters<typeof startForm>[2] = FOR_OTHER): Promise<string> {
  const left = await startForm(browser, ORDER, { header: FOR_OTHER.header });
  await browser.get(left);
  await browser.submit('#discard');
  return startForm(browser, ORDER, typed);
}

const draftOf = async (tasks: string) => town.portal.applications.byId(tasks.split('/')[2] ?? '');

async function attach(tasks: string, kind: string): Promise<void> {
  await browser.get(`${tasks}/attachments`);
  await browser.submit('#attach', { kind, next: 'add' }, { field: 'file', name: 'a.png', bytes: PNG });
}

describe('a representative', () => {
  test('fills in the other person by hand, attaches the mandate, signs with the own key; both are named', async () => {
    const tasks = await openForm();
    await browser.get(`${tasks}/applicant`);
    expect(browser.page.querySelector('main')?.text).not.toContain('НҰРЛАНОВА');
    await browser.get(`${tasks}/category`);
    expect(browser.page.querySelector('main')?.text).not.toContain('II топ');
    await addEntry(browser, `${tasks}/family`, { ...CHILD, iin: MOTHER });
    expect(browser.errors()).toEqual([expect.stringContaining('өтініш берушінің ЖСН-і')]);
    await browser.get(`${tasks}/family`);
    await browser.submit('#block', { none: 'yes' });
    await endForm(browser, tasks);
    // Nothing is signed without the paper that gives the right.
    expect(browser.path).toBe(tasks);
    await attach(tasks, 'other');
    await browser.get(`${tasks}/check`);
    expect(browser.path).toBe(tasks);
    await attach(tasks, 'power-of-attorney');
    await browser.get(`${tasks}/check`);
    expect(browser.path).toBe(`${tasks}/check`);

    const id = tasks.split('/').at(-1) ?? '';
    await browser.get(`${tasks}/sign`);
    for (const said of [MOTHER, AIGUL.iin, 'ҚАЛИЕВА ЗЕЙНЕП', 'НҰРЛАНОВА АЙГҮЛ', 'Сенімхат'])
      expect(browser.text()).toContain(said);
    const bytes = (await browser.download(`${tasks}/sign/bytes`)).body as Buffer;
    expect(JSON.parse(bytes.toString('utf8'))).toMatchObject({
      applicant: { iin: MOTHER },
      registers: {},
      answers: { representative: { representative: { iin: AIGUL.iin }, represented: { iin: MOTHER } } },
    });

    const ofMother = { ...AIGUL, iin: MOTHER };
    await signAndSend(town, browser, id, ofMother);
    expect([browser.status, (await draftOf(tasks))?.status]).toEqual([422, 'draft']);
    await signAndSend(town, browser, id, AIGUL);
    expect(browser.path).toBe(`${tasks}/receipt`);
    const sent = await draftOf(tasks);
    expect(sent).toMatchObject({ status: 'submitted', iin: AIGUL.iin, signature: { state: 'confirmed' } });
    expect(sent?.content.registers).toEqual({});
    const officeCase = await caseOf(town, id);
    expect([officeCase.officeId, officeCase.applicant]).toEqual([
      'shortandy',
      { name: 'ҚАЛИЕВА ЗЕЙНЕП', iin: MOTHER },
    ]);
    // The cast has nobody else in Shortandy: its clerk becomes the head too, who reads the application.
    const { iin } = clerkOf('shortandy').person;
    await town.portal.connection
      .collection('accounts')
      .updateOne({ iin }, { $set: { 'post.roles': ['clerk', 'head'] } });
    const desk = await town.signedIn(iin);
    await desk.get(`/office/cases/${officeCase.id}`);
    for (const said of [MOTHER, AIGUL.iin, 'НҰРЛАНОВА АЙГҮЛ']) expect(desk.text()).toContain(said);
  }, 60_000);

  test('whose signature could not be asked about is settled by the own IIN too', async () => {
    const tasks = await openForm();
    await browser.get(`${tasks}/family`);
    await browser.submit('#block', { none: 'yes' });
    await attach(tasks, 'power-of-attorney');
    await endForm(browser, tasks);
    const id = tasks.split('/').at(-1) ?? '';
    Object.assign(town.authority.moods, { ocsp: 'down', crl: 'down' });
    await signAndSend(town, browser, id, AIGUL);
    expect(await draftOf(tasks)).toMatchObject({ signature: { state: 'being-checked' } });
    Object.assign(town.authority.moods, { ocsp: 'normal', crl: 'normal' });
    // The circuit to the centre closes again after a while: the clock moves on instead of waiting.
    town.clock.set(new Date(Date.now() + 10 * 60_000));
    await waitUntil('the signature is settled', async () =>
      (await town.portal.applications.settleSignature({ id })).ok ? true : undefined,
    );
    town.clock.set(undefined);
    expect(await draftOf(tasks)).toMatchObject({ signature: { state: 'confirmed' } });
  }, 60_000);

  test.each([
    [{ iin: AIGUL.iin }, 'екі адам'],
    [{ iin: '123' }, 'ЖСН-ді тексеріңіз'],
    [{ basis: 'friend' }, 'негізін таңдаңыз'],
    [{ documentNumber: '' }, 'Құжат нөмірін'],
    [{ 'documentDate-year': '2099' }, 'Құжат күнін'],
  ])(
    'what is wrong is said: %j',
    async (wrong, sentence) => {
      const tasks = await openForm({ ...FOR_OTHER, representative: { ...MANDATE, ...wrong } });
      await browser.get(`${tasks}/representative`);
      await browser.submit('#block', { ...MANDATE, ...wrong });
      expect([browser.status, browser.errors()]).toEqual([422, [expect.stringContaining(sentence)]]);
      expect((await draftOf(tasks))?.content.answers.representative).toBeUndefined();
    },
    60_000,
  );

  test('who turns out to ask for herself is known by the registers again, and nothing of the other is signed', async () => {
    const tasks = await openForm();
    await browser.get(`${tasks}/consents`);
    expect(browser.text()).toContain('Өтініш берушінің атынан');
    await endForm(browser, tasks);
    await browser.get(`${tasks}/header`);
    await browser.submit('#block', { submittedBy: 'self' });
    await browser.get(`${tasks}/applicant`);
    expect(browser.text()).toContain('НҰРЛАНОВА АЙГҮЛ');
    await browser.get(`${tasks}/representative`);
    expect(browser.path).toBe(tasks);
    // The consent was given for another person: it is asked for anew.
    await browser.get(`${tasks}/check`);
    expect(browser.path).toBe(tasks);
    await endForm(browser, tasks);
    await browser.get(`${tasks}/sign`);
    const bytes = (await browser.download(`${tasks}/sign/bytes`)).body as Buffer;
    const payload = JSON.parse(bytes.toString('utf8')) as { answers: object; applicant: object };
    expect(payload.applicant).toEqual({ iin: AIGUL.iin });
    expect(payload.answers).not.toHaveProperty('representative');
    expect(browser.text()).not.toContain(MOTHER);
  }, 60_000);

  test('is not offered where the procedure knows none', async () => {
    await browser.get('/services/astana-158-1286/start');
    await browser.submit('#start');
    const tasks = browser.path;
    await browser.get(`${tasks}/header`);
    expect(browser.page.querySelector('input[value=representative]')).toBeNull();
    await browser.submit('#block', { language: 'kk', submittedBy: 'representative' });
    expect([browser.status, browser.errors().length]).toEqual([422, 1]);
    await browser.get(`${tasks}/representative`);
    expect(browser.path).toBe(tasks);
  });
});

describe('Order 84 on the portal', () => {
  test('asks for family, income and property by what was answered', async () => {
    const asked = async (tasks: string): Promise<string[]> => {
      await browser.get(tasks);
      return browser.page
        .querySelectorAll('.govuk-task-list__link')
        .map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '')
        .filter((block) => ['representative', 'family', 'income', 'property'].includes(block));
    };
    const self = { header: { language: 'ru', submittedBy: 'self' }, category: { ground: 'LOW_INCOME' } };
    const tasks = await openForm(self);
    expect(await asked(tasks)).toEqual(['income', 'property']);
    await addEntry(browser, `${tasks}/income`, WAGES);
    await browser.get(`${tasks}/header`);
    await browser.submit('#block', { submittedBy: 'family' });
    expect(await asked(tasks)).toEqual(['family', 'income', 'property']);
    await browser.get(`${tasks}/category`);
    await browser.submit('#block', { ...FOR_OTHER.category });
    expect(await asked(tasks)).toEqual(['family']);
  }, 60_000);
});

describe('at the desk', () => {
  test('the representative is named beside the applicant whose paper it is', async () => {
    const clerk = await town.signedIn(clerkOf('shortandy').person.iin);
    const id = await openIntake(clerk, ERBOL.iin, {
      broughtBy: 'representative',
      broughtByName: 'АХМЕТ АСАН',
    });
    await clerk.get(`/office/intake/${id}/header`);
    await clerk.submit('#block', { language: 'kk', submittedBy: 'representative' });
    const list = `/office/intake/${id}/representative`;
    await clerk.get(list);
    await clerk.submit('#block', { ...MANDATE, iin: ERBOL.iin, name: 'АХМЕТ АСАН' });
    expect(clerk.errors()).toEqual([expect.stringContaining('екі адам')]);
    await typeBlocks(clerk, id, { submittedBy: 'representative', ...MANDATE, name: 'АХМЕТ АСАН' });
    await notePapers(clerk, id);
    await scanApplication(clerk, id);
    await acceptIntake(clerk, id);
    expect((await town.portal.applications.byId(id))?.content.answers.representative).toMatchObject({
      representative: { iin: MOTHER, name: 'АХМЕТ АСАН' },
      represented: { iin: ERBOL.iin },
    });
    expect((await caseOf(town, id)).applicant.iin).toBe(ERBOL.iin);
  }, 60_000);
});
