// A year is added at the desk, without a programmer: terms are counted by it at once, in this process and in others; mistakes are named.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createReference } from '../../../src/reference/index.ts';
import { planDeadlines, registry } from '../../../src/regulations/index.ts';
import { createLog } from '../../../src/platform/log.ts';
import { ADMINISTRATOR, CLERK, createTestClock, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let desk: TestBrowser;
beforeAll(async () => {
  const clock = createTestClock();
  clock.set(new Date('2027-11-15T10:00:00+05:00'));
  town = await startPortal({ clock });
}, 60_000);
afterAll(() => town.close());
beforeEach(async () => {
  desk = await town.signedIn(ADMINISTRATOR.person.iin);
});

/** The last day of the whole term of an application of the Astana office; what is missing where it cannot be counted. */
function dueOf(submitted: string): string {
  const regulation = registry.find('astana-158-1286');
  if (regulation === undefined) throw new Error('no regulation');
  const plan = planDeadlines(regulation, { submitted: new Date(submitted), channel: 'portal' });
  return plan.ok ? (plan.value.due?.toISOString().slice(0, 10) ?? 'none') : plan.problem.kind;
}

async function write(year: number, fields: Readonly<Record<string, string>>): Promise<TestBrowser> {
  await desk.get(`/office/reference/calendar/${year}?language=ru`);
  return desk.submit('#year', fields);
}

describe('the desk of the calendar', () => {
  test('is where the administrator arrives; it warns 60 days before the calendar ends', async () => {
    await desk.get('/office?language=ru');
    expect(desk.path).toBe('/office/reference/calendar');
    expect(desk.text()).toContain('Календарь известен только до 31 декабря 2027');
    expect(desk.page.querySelector('a[href="/office/reference/calendar/2028"]')).not.toBeNull();
    town.clock.set(new Date('2027-10-20T10:00:00+05:00'));
    desk = await town.signedIn(ADMINISTRATOR.person.iin);
    expect((await desk.get('/office/reference/calendar')).page.querySelector('[role=alert]')).toBeNull();
    town.clock.set(new Date('2027-11-15T10:00:00+05:00'));
  });

  test('is nobody else’s', async () => {
    const clerk = await town.signedIn(CLERK.person.iin);
    expect((await clerk.get('/office/reference/calendar')).status).toBe(403);
    expect((await town.browser().get('/office/reference/calendar/2028')).path).toBe('/office/sign-in');
  });

  test.each([
    ['no day', { kurbanAit: '' }, 'Укажите день этого года'],
    ['a day of another year', { kurbanAit: '2027-05-16' }, 'Укажите день этого года'],
    ['a day that is none', { kurbanAit: '2028-02-30' }, 'Укажите день этого года'],
    [
      'a working day that shall become one',
      { 'works-1': '2028-03-01', act: 'Постановление № 1' },
      'Проверьте переносы',
    ],
    [
      'a Sunday that shall become a day off',
      { 'rests-1': '2028-03-05', act: 'Постановление № 1' },
      'Проверьте переносы',
    ],
    [
      'a day twice',
      { 'works-1': '2028-03-04', 'works-2': '2028-03-04', act: 'Постановление № 1' },
      'Проверьте переносы',
    ],
    ['moved days without an act', { 'works-1': '2028-03-04' }, 'Назовите акт'],
  ])('refuses %s and keeps what was typed', async (_name, fields, words) => {
    const page = await write(2028, { kurbanAit: '2028-05-05', ...fields });
    expect([page.status, page.errors()]).toEqual([422, [expect.stringContaining(words)]]);
    const [name = '', value = ''] = Object.entries(fields)[0] ?? [];
    expect(page.fieldsOf('#year')[name]).toBe(value);
    expect(dueOf('2028-02-24T12:00:00+05:00')).toBe('calendar-missing');
  });

  test('knows no year that is over, and none after a gap', async () => {
    for (const year of ['2026', '2029', '99999', 'year'])
      expect((await desk.get(`/office/reference/calendar/${year}`)).status).toBe(404);
  });
});

describe('a year that was added', () => {
  test('counts at once, with the days that the Government moved', async () => {
    await write(2028, { kurbanAit: '2028-05-05' });
    expect(desk.path).toBe('/office/reference/calendar');
    expect(desk.text()).toContain(`${ADMINISTRATOR.person.lastName} ${ADMINISTRATOR.person.firstName}`);
    // Thursday 24 February 2028 and eight working days; 8 March is a holiday.
    expect(dueOf('2028-02-24T12:00:00+05:00')).toBe('2028-03-07');
    await write(2028, {
      'works-1': '2028-03-04',
      'rests-1': '2028-03-09',
      act: 'Постановление № 1 от 01.12.2027',
    });
    expect(dueOf('2028-02-24T12:00:00+05:00')).toBe('2028-03-06');
    expect(dueOf('2028-02-28T12:00:00+05:00')).toBe('2028-03-10');
    await desk.get('/office/reference/calendar/2028?language=ru');
    expect(desk.text()).toMatch(/9 марта 2028.{0,40}Постановление № 1/);
  });

  test('is written by one of two who have it open, and the other is told', async () => {
    const other = await town.signedIn(ADMINISTRATOR.person.iin);
    await other.get('/office/reference/calendar/2028?language=ru');
    await write(2028, { kurbanAit: '2028-05-06' });
    await other.submit('#year', { kurbanAit: '2028-05-07' });
    expect([other.status, other.errors()]).toEqual([409, [expect.stringContaining('только что сохранил')]]);
    await desk.get('/office/reference/calendar/2028');
    expect(desk.fieldsOf('#year').kurbanAit).toBe('2028-05-06');
  });

  test('is taken over by another process, and survives the end of this one', async () => {
    const { connection } = town.portal;
    await connection
      .collection<{ _id: number }>('calendar-years')
      .updateOne({ _id: 2028 }, { $set: { moved: [] } });
    const reference = createReference({ connection, clock: town.clock, log: createLog('test', 'silent') });
    await reference.load();
    reference.close();
    expect(dueOf('2028-02-24T12:00:00+05:00')).toBe('2028-03-07');
  });
});
