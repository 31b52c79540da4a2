// Every address of the route table, asked for by the wrong person. The table is walked, so that an address added tomorrow is asked too.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addressOf } from '../../../src/http/paths.ts';
import type { RouteRow } from '../../../src/http/route.ts';
import { portalRows } from '../../../src/web/routes.ts';
import { sendApplication, fillApplication } from '../../support/fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  decideAndIssue,
  openDesks,
  paperIn,
  type Desks,
} from '../../support/office-work.ts';
import { PNG } from '../../support/sample-files.ts';
import { AIGUL, ERBOL, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let desks: Desks;
let owner: TestBrowser;
let stranger: TestBrowser;
/** Ids of what belongs to the owner, under the names of the parameters. */
let sent: Record<string, string>;
let draft: Record<string, string>;
let caseId: string;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
  const { browser, id } = await sendApplication(town, AIGUL);
  owner = browser;
  caseId = (await caseOf(town, id)).id;
  await bringToExecutor(desks, caseId);
  await decideAndIssue(town, desks, { caseId, decision: 'shortage', issue: 'notice-issued' });
  const paper = (await paperIn(owner, id)).split('/').at(-1) ?? '';
  const draftId = await fillApplication(owner);
  await owner.get(`/applications/${draftId}/attachments`);
  await owner.submit('#attach', { kind: 'other', next: 'add' }, { field: 'file', name: 'a.png', bytes: PNG });
  const file = /\/attachments\/([a-z0-9]{24})/.exec(owner.response.text)?.[1] ?? '';
  sent = {
    id,
    paper,
    file,
    entry: '0'.repeat(24),
    service: 'astana-158-1286',
    outcome: 'grant',
    journal: 'applications',
    year: '2027',
  };
  draft = { ...sent, id: draftId };
  stranger = await town.signedIn(ERBOL.iin);
}, 90_000);
afterAll(() => town.close());

const rows = (): RouteRow[] => portalRows(town.portal);
const named = (row: RouteRow): string => `${row.method.toUpperCase()} ${row.path.template}`;

/** Asks for a row as somebody, without following where it leads. */
async function ask(who: TestBrowser, row: RouteRow, ids: Record<string, string>): Promise<TestBrowser> {
  const address = addressOf(row.path, ids);
  return row.method === 'get' ? who.get(address) : who.post(address, { _csrf: await tokenOf(who) });
}

/** A valid token of the person's own session: nothing but the right itself shall be missing. */
async function tokenOf(who: TestBrowser): Promise<string> {
  const own = await who.get('/profile');
  return own.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '';
}

const citizenRows = (): RouteRow[] =>
  rows().filter((row) => row.access.name === 'citizens' && row.path.template.includes(':id'));
const officerRows = (): RouteRow[] => rows().filter((row) => row.access.name.startsWith('officers'));

describe('another citizen', () => {
  test('gets 404 at every address of somebody else’s application, draft or sent, and changes nothing', async () => {
    expect(citizenRows().length).toBeGreaterThan(35);
    const before = await snapshot();
    for (const row of citizenRows()) {
      for (const ids of [sent, draft]) {
        const answer = await ask(stranger, row, ids);
        expect([named(row), answer.status]).toEqual([named(row), 404]);
        expect(answer.text()).not.toContain('НҰРЛАНОВА');
      }
    }
    expect(await snapshot()).toEqual(before);
  }, 120_000);

  test('gets 404 for ids that nobody has and for ids that are no ids', async () => {
    for (const id of ['000000000000000000000000', '..%2f..%2fetc', 'a'.repeat(3000), '%00', '{"$gt":""}']) {
      for (const row of citizenRows().filter(({ method }) => method === 'get')) {
        const answer = await stranger.get(
          row.path.template.replace(':id', encodeURIComponent(id)).replace(/:\w+/g, 'x'),
        );
        expect([named(row), id.slice(0, 20), answer.status]).toEqual([named(row), id.slice(0, 20), 404]);
      }
    }
  }, 60_000);
});

describe('somebody of the other house', () => {
  test('a citizen gets 403 at every address of the office', async () => {
    expect(officerRows().length).toBeGreaterThan(8);
    for (const row of officerRows()) {
      const answer = await ask(stranger, row, { ...sent, id: caseId });
      expect([named(row), answer.status]).toEqual([named(row), 403]);
    }
  }, 60_000);

  test('an officer gets 403 at every address of a citizen', async () => {
    for (const row of rows().filter(({ access }) => access.name === 'citizens')) {
      const answer = await ask(desks.clerk, row, sent);
      expect([named(row), answer.status]).toEqual([named(row), 403]);
    }
  }, 60_000);

  test('an officer of another office gets 404 for a case that is not of his', async () => {
    const elsewhere = await town.signedIn('809900300549');
    await town.portal.connection
      .collection('accounts')
      .updateOne({ iin: '809900300549' }, { $set: { 'post.officeId': 'elsewhere' } });
    for (const row of officerRows().filter(({ path }) => path.template.includes(':id'))) {
      const answer = await ask(elsewhere, row, { ...sent, id: caseId });
      expect([named(row), [403, 404].includes(answer.status)]).toEqual([named(row), true]);
      expect(answer.text()).not.toContain('НҰРЛАНОВА');
    }
  }, 60_000);
});

describe('a visitor who is not signed in', () => {
  test('is led to sign-in from every address that is not open, and back to a page that exists', async () => {
    const pages = new Set(
      rows()
        .filter(({ method }) => method === 'get')
        .map(({ path }) => path.template),
    );
    for (const row of rows().filter(({ access }) => !['everyone', 'visitors'].includes(access.name))) {
      expect([named(row), pages.has(row.page.template)]).toEqual([named(row), true]);
      const visitor = town.browser();
      const address = addressOf(row.path, sent);
      const answer = row.method === 'get' ? await visitor.get(address) : await visitor.post(address, {});
      expect([named(row), answer.path]).toEqual([
        named(row),
        row.page.template.startsWith('/office') ? '/office/sign-in' : '/sign-in',
      ]);
    }
  }, 120_000);
});

describe('an officer without the role', () => {
  test('cannot act in another’s turn: the button is not there, and pressing it all the same is 403', async () => {
    const { id } = await sendApplication(town, ERBOL);
    const { id: fresh, version } = await caseOf(town, id);
    for (const [who, outcome] of [
      [desks.head, 'registered'],
      [desks.executor, 'registered'],
      [desks.clerk, 'executor-named'],
      [desks.clerk, 'grant'],
    ] as const) {
      await who.get(`/office/cases/${fresh}`);
      expect(who.page.querySelector(`[action*="/act/${outcome}"], [href*="/act/${outcome}"]`)).toBeNull();
      await who.post(`/office/cases/${fresh}/act/${outcome}`, {
        _csrf: await tokenOf(who),
        version: String(version),
      });
      expect([outcome, who.status]).toEqual([outcome, 403]);
    }
    expect((await town.portal.office.byId(fresh))?.done).toEqual([]);
  }, 60_000);
});

/** Everything that a stranger could have changed. */
async function snapshot(): Promise<unknown> {
  const [one, two] = await Promise.all([sent, draft].map(({ id = '' }) => town.portal.applications.byId(id)));
  return [one?.version, two?.version, one?.status, two?.status];
}
