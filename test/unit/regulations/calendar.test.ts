// The working calendar against days that were published, and what happens at its edge.
import { describe, expect, test } from '@jest/globals';
import {
  calendarEndsIn,
  checkTimeZone,
  createWorkCalendar,
  formatOfficeIso,
  workCalendar,
  type CalendarYear,
  type NonWorkingDay,
} from '../../../src/regulations/index.ts';

const dayOf = (date: string): number => Date.parse(date) / 86_400_000;

function look(date: string): NonWorkingDay | undefined {
  const found = workCalendar.look(dayOf(date));
  if (found !== undefined && !('reason' in found)) throw new Error(`no calendar for ${date}`);
  return found;
}

function datesWith(year: number, reason: NonWorkingDay['reason']): string[] {
  const found: string[] = [];
  for (let day = dayOf(`${year}-01-01`); day < dayOf(`${year + 1}-01-01`); day += 1) {
    const off = workCalendar.look(day);
    if (off !== undefined && 'reason' in off && off.reason === reason) found.push(off.date);
  }
  return found;
}

describe('the working calendar', () => {
  test.each([
    [2015, ['2015-03-09', '2015-03-24', '2015-03-25', '2015-05-11', '2015-08-31']],
    [2016, ['2016-01-04', '2016-05-02', '2016-05-10', '2016-12-19']],
    [2021, ['2021-01-04', '2021-03-24', '2021-05-03', '2021-05-10']],
    [2025, ['2025-03-10', '2025-03-24', '2025-03-25', '2025-07-07', '2025-09-01', '2025-10-27']],
    [2026, ['2026-03-09', '2026-03-24', '2026-03-25', '2026-05-11', '2026-10-26']],
    [2027, ['2027-01-04', '2027-03-24', '2027-05-03', '2027-05-10']],
  ])('holidays of %i on a weekend give the next working days off, one after another', (year, expected) => {
    expect(datesWith(year, 'substitute')).toEqual(expected);
  });

  test('a substitute day that the Government made a working day is one, and the day given for it is off', () => {
    expect(look('2020-05-11')).toBeUndefined();
    expect(look('2020-05-08')?.reason).toBe('moved-day-off');
  });

  test.each([
    '2014-05-04',
    '2018-08-25',
    '2020-01-05',
    '2020-12-20',
    '2022-03-05',
    '2022-10-22',
    '2023-07-01',
    '2024-05-04',
    '2025-01-05',
  ])('%s, a Saturday or Sunday, is worked by an act', (date) => {
    expect(look(date)).toBeUndefined();
  });

  test.each([
    '2018-08-31',
    '2020-01-03',
    '2020-12-18',
    '2022-03-07',
    '2022-10-24',
    '2023-07-07',
    '2024-05-08',
    '2025-01-03',
  ])('%s is off by an act that names itself', (date) => {
    expect(look(date)?.words.ru).toMatch(/перенос/);
  });

  test('7 January and Kurban Ait on a weekend move nothing', () => {
    expect(look('2024-01-07')?.reason).toBe('day-off');
    expect(look('2024-01-08')).toBeUndefined();
    expect(look('2027-05-16')?.words.kk).toBe('Құрбан айттың бірінші күні');
    expect(look('2027-05-17')).toBeUndefined();
  });

  test('30 August stopped being a holiday in 2026 and 15 March begins in 2027', () => {
    expect(look('2025-08-30')?.reason).toBe('holiday');
    expect(look('2026-08-31')).toBeUndefined();
    expect(look('2026-03-15')?.reason).toBe('weekend');
    expect(look('2027-03-15')?.words.en).toBe('Constitution Day');
  });

  test('1 and 17 December ended with 2021, 25 October began with 2022', () => {
    expect(look('2021-12-01')?.reason).toBe('holiday');
    expect(look('2022-12-01')).toBeUndefined();
    expect(look('2021-12-17')?.reason).toBe('holiday');
    expect(look('2026-12-17')).toBeUndefined();
    expect(look('2021-10-25')).toBeUndefined();
    expect(look('2023-10-25')?.reason).toBe('holiday');
  });

  test('every day off says why in three languages', () => {
    for (let day = dayOf('2015-01-01'); day <= dayOf('2027-12-31'); day += 1) {
      const off = workCalendar.look(day);
      if (off === undefined) continue;
      if (!('reason' in off)) throw new Error('a year is missing');
      expect([off.words.kk, off.words.ru, off.words.en].every((words) => words.length > 3)).toBe(true);
    }
  });

  test('a year without a row is named, not guessed', () => {
    expect(workCalendar.look(dayOf('2028-01-03'))).toEqual({ kind: 'calendar-missing', year: 2028 });
    expect(workCalendar.works(dayOf('2012-12-31'))).toBeUndefined();
    expect(workCalendar.works(dayOf('2028-01-03'))).toBeUndefined();
  });

  test('a new year is one row', () => {
    const row: CalendarYear = {
      year: 2028,
      kurbanAit: '2028-05-05',
      kurbanAitBasis: 'recalled',
      moved: [
        {
          works: '2028-01-08',
          rests: '2028-01-05',
          act: { kk: 'бұйрық', ru: 'приказ', en: 'order' },
          basis: 'inferred',
        },
      ],
      movedChecked: true,
    };
    const calendar = createWorkCalendar([row]);
    expect(calendar.works(dayOf('2028-01-03'))).toBe(false); // for Saturday 1 January
    expect(calendar.works(dayOf('2028-01-04'))).toBe(false); // for Sunday 2 January
    expect(calendar.works(dayOf('2028-01-05'))).toBe(false);
    expect(calendar.works(dayOf('2028-01-08'))).toBe(true);
    expect(calendar.works(dayOf('2027-12-31'))).toBeUndefined();
  });

  test('the administrator is warned 60 days before the calendar ends', () => {
    expect(calendarEndsIn(60, '2027-11-01')).toBeUndefined();
    expect(calendarEndsIn(60, '2027-11-02')).toBe('2027-12-31');
    expect(calendarEndsIn(60, '2028-02-01')).toBe('2027-12-31');
  });
});

describe('the clock of Kazakhstan', () => {
  test('this machine knows the change of 1 March 2024', () => {
    expect(checkTimeZone()).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['2015-07-01T12:00:00Z', '2015-07-01T18:00:00+06:00'],
    ['2024-02-29T17:59:59Z', '2024-02-29T23:59:59+06:00'],
    ['2024-02-29T18:00:00Z', '2024-02-29T23:00:00+05:00'],
    ['2026-04-07T13:00:00Z', '2026-04-07T18:00:00+05:00'],
  ])('%s is %s in the office', (instant, office) => {
    expect(formatOfficeIso(new Date(instant))).toBe(office);
  });
});
