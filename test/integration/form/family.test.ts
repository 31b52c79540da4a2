// Block 7: a list that a person puts together, each entry on a page of its own, and the service that asks for it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import {
  addEntry,
  BROTHER,
  CHILD,
  endForm,
  entriesOf,
  newEntry,
  startForm,
} from '../../support/family-work.ts';
import { giveConsents, signAndSend } from '../../support/fill-application.ts';
import {
  acceptIntake,
  clerkOf,
  notePapers,
  openIntake,
  scanApplication,
  typeBlocks,
} from '../../support/intake-work.ts';
import { caseOf } from '../../support/office-work.ts';
import { AIGUL, ERBOL, startPortal, VERA, type TestPortal } from '../../support/portal.ts';
import { PNG } from '../../support/sample-files.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { OFFICERS } from '../../../sandbox/demo/cast.ts';
import { inventIin } from '../../../sandbox/gateway/people.ts';

const SERVICE = 'kostanay-565-5';

let town: TestPortal;
let browser: TestBrowser;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  town.registers.silent.clear();
  browser = await town.signedIn(AIGUL.iin);
});

/** A fresh form that stands before its list; the draft that was left is dropped. */
async function openList(as: TestBrowser = browser): Promise<string> {
  const tasks = await startForm(as, SERVICE);
  await as.get(tasks);
  await as.submit('#discard');
  return `${await startForm(as, SERVICE)}/family`;
}

const membersIn = async (list: string) => {
  const id = list.split('/')[2] ?? '';
  const answers = (await town.portal.applications.byId(id))?.content.answers;
  return answers?.family?.entries ?? [];
};

describe('the list of the family', () => {
  test('is added to, changed and taken from, and says when it is whole', async () => {
    const list = await openList();
    await browser.get(list);
    await browser.submit('#block');
    expect([browser.status, browser.errors().length]).toEqual([422, 1]);

    await addEntry(browser, list, CHILD);
    expect([browser.path, entriesOf(browser).length]).toEqual([list, 1]);
    expect(browser.text()).toContain(CHILD.name);
    await addEntry(browser, list, BROTHER);
    expect(await membersIn(list)).toMatchObject([
      { iin: CHILD.iin, relation: 'child', birthDate: '2015-04-07', disabled: false },
      { iin: BROTHER.iin, relation: 'sibling' },
    ]);

    const [first = '', second = ''] = entriesOf(browser);
    await browser.get(first);
    expect(browser.fieldsOf('#entry')).toMatchObject({
      name: CHILD.name,
      iin: CHILD.iin,
      occupation: 'studies',
    });
    await browser.submit('#entry', { name: 'НҰРЛАНОВА ДАНА', disabled: 'yes' });
    expect(await membersIn(list)).toMatchObject([
      { name: 'НҰРЛАНОВА ДАНА', disabled: true },
      { iin: BROTHER.iin },
    ]);

    // Saved, but nobody has said yet that these are all.
    await browser.get(list.replace('/family', ''));
    expect(browser.text()).not.toContain('Жауаптарды тексеру');
    await browser.get(list);
    await browser.submit('#block');
    expect(browser.path).not.toBe(list);
    await browser.get(list);
    await browser.submit(`form[action="${second}/remove"]`);
    expect([browser.path, entriesOf(browser)]).toEqual([list, [first]]);
    await browser.submit(`form[action="${first}/remove"]`);
    expect(await membersIn(list)).toEqual([]);
    await browser.submit('#block', { none: 'yes' });
    await endForm(browser, list.replace('/family', ''));
    expect(browser.path).toContain('/check');
    expect(browser.text()).toContain('жалғыз тұрады');
  }, 60_000);

  test('sent twice it is there once, and taken away twice it is gone', async () => {
    const list = await openList();
    await browser.get(list);
    const entry = newEntry(browser);
    await browser.get(entry);
    const fields: Record<string, string | string[]> = { ...browser.fieldsOf('#entry'), ...CHILD };
    await Promise.all([browser.fire(entry, fields), browser.fire(entry, fields)]);
    await browser.fire(entry, fields);
    expect(await membersIn(list)).toHaveLength(1);
    const token = { _csrf: fields._csrf ?? '' };
    expect((await browser.fire(`${entry}/remove`, token)).status).toBe(303);
    expect((await browser.fire(`${entry}/remove`, token)).status).toBe(303);
    expect(await membersIn(list)).toEqual([]);
  }, 60_000);

  test('two windows at one moment lose nothing of each other; the same person twice is one', async () => {
    const list = await openList();
    await browser.get(`${list}/${newId()}`);
    const base = browser.fieldsOf('#entry');
    const [one, two] = await Promise.all([
      browser.fire(`${list}/${newId()}`, { ...base, ...CHILD }),
      browser.fire(`${list}/${newId()}`, { ...base, ...BROTHER }),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect((await membersIn(list)).map(({ iin }) => iin).sort()).toEqual([BROTHER.iin, CHILD.iin].sort());
    const third = inventIin(1955, 4, 73);
    const same = await Promise.all(
      [0, 1].map(() => browser.fire(`${list}/${newId()}`, { ...base, ...CHILD, iin: third })),
    );
    expect(same.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await membersIn(list)).toHaveLength(3);
  }, 60_000);

  test.each([
    [{ iin: CHILD.iin.slice(0, 11) }, 'ЖСН-ді тексеріңіз'],
    [{ iin: '900101300001' }, 'ЖСН-ді тексеріңіз'],
    [{ iin: '' }, 'ЖСН-ді тексеріңіз'],
    [{ iin: AIGUL.iin }, 'өтініш берушінің ЖСН-і'],
    [{ iin: BROTHER.iin }, 'тізімде бар'],
    [{ name: 'ДАНА' }, 'Тегі мен атын'],
    [{ name: 'ДАНА <script>' }, 'Тегі мен атын'],
    [{ 'birthDate-year': '2099' }, 'Туған күнін'],
    [{ 'birthDate-day': '', 'birthDate-month': '' }, 'Туған күнін'],
    [{ relation: 'neighbour' }, 'кім болып келетінін'],
    [{ occupation: '' }, 'немен айналысатынын'],
    [{ note: 'а'.repeat(301) }, '300 таңбаға'],
  ])(
    'what is wrong is said, and what was typed stays: %j',
    async (wrong, sentence) => {
      const list = await openList();
      await addEntry(browser, list, BROTHER);
      await addEntry(browser, list, { ...CHILD, ...wrong });
      expect([browser.status, browser.errors()]).toEqual([422, [expect.stringContaining(sentence)]]);
      expect(browser.fieldsOf('#entry')).toMatchObject({
        'birthDate-day': { ...CHILD, ...wrong }['birthDate-day'],
      });
      expect(await membersIn(list)).toHaveLength(1);
    },
    60_000,
  );

  test('ends at twenty', async () => {
    const list = await openList();
    await browser.get(`${list}/${newId()}`);
    const base = browser.fieldsOf('#entry');
    const add = (place: number) =>
      browser.fire(`${list}/${newId()}`, { ...base, ...CHILD, iin: inventIin(1990, 3, 200 + place) });
    for (let place = 0; place < 20; place += 1) expect((await add(place)).status).toBe(303);
    expect((await add(20)).status).toBe(422);
    await browser.get(list);
    expect([entriesOf(browser).length, newEntry(browser)]).toEqual([20, '']);
    expect(browser.text()).toContain('20 жолдан артық');
  }, 60_000);

  test('belongs to its owner, has no pages of ids that nobody gave, and is asked for by this form only', async () => {
    const list = await openList();
    await addEntry(browser, list, CHILD);
    const [entry = ''] = entriesOf(browser);
    const fields = browser.fieldsOf(`form[action="${entry}/remove"]`);
    const other = await town.signedIn(ERBOL.iin);
    await other.get(`/services/${SERVICE}/start`);
    const token = { _csrf: other.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '' };
    expect((await other.get(list)).status).toBe(404);
    expect((await other.get(entry)).status).toBe(404);
    expect((await other.post(entry, { ...token, ...CHILD })).status).toBe(404);
    expect((await other.post(`${entry}/remove`, token)).status).toBe(404);
    expect(await membersIn(list)).toHaveLength(1);
    expect((await browser.get(`${list}/nobodys`)).status).toBe(404);
    expect((await browser.post(`${list}/nobodys`, { ...fields, ...CHILD })).status).toBe(404);

    await browser.get('/services/astana-158-1286/start');
    await browser.submit('#start');
    const astana = browser.path;
    await browser.get(`${astana}/family`);
    expect(browser.path).toBe(astana);
    await browser.post(`${astana}/family`, { ...fields, none: 'yes' });
    expect(browser.path).toBe(astana);
  }, 60_000);
});

describe('home schooling', () => {
  test('is asked for on the portal by everyone, signed with the family in it, and stands in the queue in Kostanay', async () => {
    const vera = await town.signedIn(VERA.iin);
    await vera.get(`/services/${SERVICE}`);
    expect(vera.text()).toContain('ЭЦҚ кілті бар адамның бәрі');
    const tasks = await startForm(vera, SERVICE, { category: { categories: 'DISABLED_CHILD' } });
    await addEntry(vera, `${tasks}/family`, CHILD);
    await vera.submit('#block');
    await vera.get(`${tasks}/consents`);
    expect(vera.text()).toContain('Осы қызметті көрсету үшін');
    await giveConsents(vera, tasks.split('/').at(-1) ?? '');
    // No register confirmed the child's disability: a paper is needed.
    await vera.get(`${tasks}/check`);
    expect(vera.path).toBe(tasks);
    await vera.get(`${tasks}/attachments`);
    await vera.submit(
      '#attach',
      { kind: 'disability', next: 'done' },
      { field: 'file', name: 'a.png', bytes: PNG },
    );
    const id = tasks.split('/').at(-1) ?? '';
    await vera.get(`${tasks}/check`);
    expect(vera.text()).toContain(CHILD.iin);
    await signAndSend(town, vera, id, VERA);
    expect(vera.path).toBe(`${tasks}/receipt`);
    const officeCase = await caseOf(town, id);
    expect([officeCase.officeId, officeCase.regulation.id]).toEqual(['kostanay', SERVICE]);
    const head = OFFICERS.find(({ post }) => post.officeId === 'kostanay' && post.roles.includes('head'));
    const desk = await town.signedIn(head?.person.iin ?? '');
    await desk.get('/office?view=all');
    expect(desk.text()).toContain(officeCase.number);
    await desk.get(`/office/cases/${officeCase.id}`);
    expect(desk.text()).toContain(CHILD.name);
    expect(desk.text()).not.toContain('Сіз туралы');
  }, 60_000);
});

describe('at the desk', () => {
  test('the family is typed as the paper has it: without IIN, with the year of birth alone', async () => {
    const clerk = await town.signedIn(clerkOf('kostanay').person.iin);
    const id = await openIntake(clerk, ERBOL.iin, { door: `${SERVICE}|provider` });
    await typeBlocks(clerk, id);
    const list = `/office/intake/${id}/family`;
    const onPaper = { ...CHILD, iin: '', 'birthDate-day': '', 'birthDate-month': '' };
    await addEntry(clerk, list, onPaper);
    expect([clerk.path, entriesOf(clerk).length]).toEqual([list, 1]);
    await clerk.submit('#block');
    await notePapers(clerk, id);
    await scanApplication(clerk, id);
    await acceptIntake(clerk, id);
    const application = await town.portal.applications.byId(id);
    expect(application?.content.answers.family).toMatchObject({
      whole: true,
      entries: [{ name: CHILD.name, iin: '', birthDate: '2015' }],
    });
    const other = await town.signedIn(clerkOf('shortandy').person.iin);
    expect((await other.get(list)).status).toBe(404);
  }, 60_000);
});
