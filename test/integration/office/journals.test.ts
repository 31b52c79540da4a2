// The journals of registration and of issue: written by the acts themselves, read over a period, taken along as CSV and XLSX.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync, strFromU8 } from 'fflate';
import { sendApplication } from '../../support/fill-application.ts';
import { bringToExecutor, caseOf, decideAndIssue, openDesks, type Desks } from '../../support/office-work.ts';
import {
  AIGUL,
  AKIM,
  createTestClock,
  ERBOL,
  EXECUTOR,
  QUALITY_OFFICER,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';

let town: TestPortal;
let desks: Desks;
let number: string;
let caseId: string;
/** When the first case was registered, and when the second was sent and left unregistered. */
const REGISTERED = new Date('2026-03-31T18:40:00+05:00');
const LATER = new Date('2026-04-01T09:05:00+05:00');

beforeAll(async () => {
  const clock = createTestClock();
  clock.set(REGISTERED);
  town = await startPortal({ clock });
  town.startWorkers();
  desks = await openDesks(town);
  const { id } = await sendApplication(town, AIGUL);
  ({ id: caseId, number } = await caseOf(town, id));
  await bringToExecutor(desks, caseId);
  town.clock.set(LATER);
  // The sessions of yesterday have ended.
  desks = await openDesks(town);
  await decideAndIssue(town, desks, { caseId, decision: 'grant', issue: 'granted' });
  await caseOf(town, (await sendApplication(town, ERBOL)).id);
}, 120_000);
afterAll(() => town.close());

const rowsOf = (): string[] =>
  desks.clerk.page
    .querySelectorAll('.km-queue tbody tr')
    .map((row) => row.childNodes.map((cell) => cell.text.trim()).join('|'));
const show = (address: string) => desks.clerk.get(`/office/journals/${address}&language=ru`);
const download = async (address: string): Promise<Buffer> => {
  const response = await desks.clerk.download(`/office/journals/${address}`);
  const body: unknown = response.body;
  return Buffer.isBuffer(body) ? body : Buffer.from(response.text);
};

describe('the journal of applications', () => {
  test('has a line for what was registered, with who, when and until when, and none for what was not', async () => {
    await show('applications?from=2026-03-01&to=2026-04-30');
    expect(rowsOf()).toEqual([
      expect.stringMatching(
        new RegExp(`^${number}\\|31 марта 2026, 18:40\\|${AIGUL.lastName.toUpperCase()}`, 'i'),
      ),
    ]);
    const [line = ''] = rowsOf();
    expect(line).toContain(EXECUTOR.person.lastName.toUpperCase());
    expect(line).not.toContain(AIGUL.iin);
  });

  test('counts days by the calendar of Kazakhstan', async () => {
    await show('applications?from=2026-03-31&to=2026-03-31');
    expect(rowsOf()).toHaveLength(1);
    await show('applications?from=2026-04-01&to=2026-04-30');
    expect(rowsOf()).toHaveLength(0);
    expect(desks.clerk.text()).toContain('нет записей');
  });

  test('shows one procedure alone where it is asked', async () => {
    await show('applications?from=2026-03-01&to=2026-04-30&service=kostanay-565-6');
    expect(rowsOf()).toHaveLength(0);
    await show('applications?from=2026-03-01&to=2026-04-30&service=astana-158-1286');
    expect(rowsOf()).toHaveLength(1);
  });
});

describe('the journal of issue', () => {
  test('has a line for the paper, with its number and who issued it', async () => {
    const officeCase = await town.portal.office.byId(caseId);
    const paper = officeCase?.issued[0]?.number ?? '–';
    await show('issue?from=2026-04-01&to=2026-04-01');
    expect(rowsOf()).toEqual([
      expect.stringMatching(new RegExp(`^${paper}\\|.+\\|1 апреля 2026, 09:05\\|${number}\\|`)),
    ]);
  });
});

describe('a journal as a file', () => {
  test('CSV is UTF-8 that a spreadsheet program knows, and no cell is a formula', async () => {
    const bytes = await download('applications/csv?from=2026-03-01&to=2026-04-30');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head = '', line = '', end] = bytes.subarray(3).toString('utf8').split('\r\n');
    expect(head.split(',')).toHaveLength(9);
    expect(line.startsWith(`${number},`)).toBe(true);
    expect(end).toBe('');
  });

  test('XLSX holds the same cells', async () => {
    const bytes = await download('issue/xlsx?from=2026-04-01&to=2026-04-01');
    const parts = unzipSync(new Uint8Array(bytes));
    const text = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('');
    expect(text).toContain(number);
    expect(text).not.toContain(AIGUL.iin);
  });

  test('its name tells of nobody, and that it was taken is recorded', async () => {
    const { headers } = await desks.clerk.download(
      '/office/journals/issue/csv?from=2026-04-01&to=2026-04-01',
    );
    expect(headers['content-disposition']).toContain('issue-2026-04-01-2026-04-01.csv');
    const record = await town.portal.audit.about('issue', 10);
    expect(record.map(({ action }) => action)).toContain('journal.exported');
  });
});

describe('what is no journal or no period', () => {
  test.each([
    ['a period of two years', 'from=2024-01-01&to=2026-01-01'],
    ['the end before the beginning', 'from=2026-04-02&to=2026-04-01'],
    ['a day that is none', 'from=2026-02-30&to=2026-03-01'],
    ['a text', 'from=вчера&to=2026-03-01'],
  ])('%s is said in words, and this month is shown', async (_name, period) => {
    await show(`applications?${encodeURI(period)}`);
    expect(desks.clerk.status).toBe(422);
    expect(desks.clerk.text()).toContain('Укажите первый и последний день');
    expect(
      (await desks.clerk.download(`/office/journals/applications/csv?${encodeURI(period)}`)).status,
    ).toBe(400);
  });

  test('another office sees its own lines only, and a journal that an office does not keep is not there', async () => {
    const akim = await town.signedIn(AKIM.person.iin);
    expect((await akim.get('/office/journals/applications')).status).toBe(404);
    const quality = await town.signedIn(QUALITY_OFFICER.person.iin);
    expect((await quality.get('/office/journals')).status).toBe(404);
    expect((await desks.clerk.get('/office/journals/__proto__')).status).toBe(404);
    const citizen = await town.signedIn(AIGUL.iin);
    expect((await citizen.get('/office/journals/issue')).status).toBe(403);
  });
});
