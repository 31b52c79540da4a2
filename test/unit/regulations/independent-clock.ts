// A second clock, written from the rules alone and by other means than the portal's: one long list of the office's minutes and one of
// its days. It shares no code with src/regulations and no table but the words of the law typed again.

const FIRST_YEAR = 2015;
const LAST_YEAR = 2027;
const MINUTES_OF_A_DAY = 1440;

/** The clocks went from +06:00 to +05:00 when 1 March 2024 began. */
const ZONE_CHANGE_UTC = Date.parse('2024-02-29T18:00:00Z');

const kurbanAit =
  `2015-09-24 2016-09-12 2017-09-01 2018-08-21 2019-08-11 2020-07-31 2021-07-20 2022-07-09 2023-06-28 2024-06-16
  2025-06-06 2026-05-27 2027-05-16`.split(/\s+/);

const madeWorking =
  `2018-03-03 2018-04-28 2018-05-05 2018-08-25 2018-12-29 2020-01-05 2020-05-11 2020-12-20 2021-07-03 2022-03-05
  2022-10-22 2023-07-01 2024-05-04 2025-01-05`.split(/\s+/);

const madeFree =
  `2018-03-09 2018-04-30 2018-05-08 2018-08-31 2018-12-31 2020-01-03 2020-05-08 2020-12-18 2021-07-05 2022-03-07
  2022-10-24 2023-07-07 2024-05-08 2025-01-03`.split(/\s+/);

/** The holidays of a year, "MM-DD", by the law as it stood in that year. */
function holidaysOf(year: number): string[] {
  const days = '01-01 01-02 03-08 03-21 03-22 03-23 05-01 05-07 05-09 07-06 12-16'.split(' ');
  if (year <= 2025) days.push('08-30');
  if (year >= 2027) days.push('03-15');
  if (year >= 2022) days.push('10-25');
  if (year <= 2021) days.push('12-01', '12-17');
  return days.map((day) => `${year}-${day}`).sort();
}

const nextDate = (date: string): string => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
const isSaturdayOrSunday = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay());

function freeDatesOf(year: number): Set<string> {
  const holidays = holidaysOf(year);
  const quiet = [`${year}-01-07`, ...kurbanAit.filter((date) => date.startsWith(String(year)))];
  const free = new Set([...holidays, ...quiet]);
  for (const holiday of holidays.filter(isSaturdayOrSunday)) {
    let candidate = nextDate(holiday);
    while (isSaturdayOrSunday(candidate) || free.has(candidate)) candidate = nextDate(candidate);
    free.add(candidate);
  }
  return free;
}

/** Every date from 2015 to 2027 and whether it is a working day. */
const dates: string[] = [];
const working: boolean[] = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const free = freeDatesOf(year);
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = nextDate(date)) {
    dates.push(date);
    const usual = !isSaturdayOrSunday(date) && !free.has(date);
    working.push(madeWorking.includes(date) || (usual && !madeFree.includes(date)));
  }
}

export const dateIndex = new Map(dates.map((date, index) => [date, index]));
export const isWorkingDate = (date: string): boolean => working[dateIndex.get(date) ?? -1] === true;
export const allDates: readonly string[] = dates;

/** The positions of the working days, and for each day the position of the first working day that is not before it. */
const workdays = dates.flatMap((_, index) => (working[index] === true ? [index] : []));
const workdaysBefore: number[] = [];
for (const [index, works] of working.entries()) {
  workdaysBefore[index + 1] = (workdaysBefore[index] ?? 0) + (works ? 1 : 0);
}
const firstWorkdayFrom = (day: number): number => workdays[workdaysBefore[day] ?? 0] ?? NaN;
const workdayAfter = (day: number, count: number): number =>
  workdays[(workdaysBefore[day + 1] ?? 0) + count - 1] ?? NaN;
const workdayBefore = (day: number, count: number): number =>
  workdays[(workdaysBefore[day] ?? 0) - count] ?? NaN;

export interface OfficeDay {
  readonly opens: number;
  readonly lunchFrom: number;
  readonly lunchTo: number;
  readonly closes: number;
}

export const astanaDay: OfficeDay = {
  opens: 8 * 60 + 30,
  lunchFrom: 13 * 60,
  lunchTo: 14 * 60 + 30,
  closes: 18 * 60,
};
export const usualDay: OfficeDay = { opens: 9 * 60, lunchFrom: 13 * 60, lunchTo: 14 * 60, closes: 18 * 60 };

/** Minutes since 2015-01-01T00:00 on the office's wall clock. */
export type WallMinute = number;

const zero = Date.parse('2015-01-01T00:00:00Z');

/** The instant of a wall minute. 23:00-24:00 on 29 February 2024 exists twice; the first is meant. */
export function instantOfWall(wall: WallMinute): number {
  const asUtc = zero + wall * 60_000;
  const early = asUtc - 6 * 3_600_000;
  return early < ZONE_CHANGE_UTC ? early : asUtc - 5 * 3_600_000;
}

export interface IndependentClock {
  receive(wall: WallMinute): WallMinute;
  due(term: { amount: number; unit: string; kind: string }, wall: WallMinute): WallMinute;
}

export function createIndependentClock(hours: OfficeDay): IndependentClock {
  const isOpen = (minute: number) =>
    (minute >= hours.opens && minute < hours.lunchFrom) || (minute >= hours.lunchTo && minute < hours.closes);
  const minutesOfDay = Array.from({ length: MINUTES_OF_A_DAY }, (_, minute) => minute).filter(isOpen);

  /** All minutes in which the office works, one after another; and how many of them lie before each minute of a day. */
  const open = new Int32Array(workdays.length * minutesOfDay.length);
  for (const [position, day] of workdays.entries()) {
    for (const [index, minute] of minutesOfDay.entries()) {
      open[position * minutesOfDay.length + index] = day * MINUTES_OF_A_DAY + minute;
    }
  }
  const openBefore = Array.from(
    { length: MINUTES_OF_A_DAY + 1 },
    (_, minute) => minutesOfDay.filter((candidate) => candidate < minute).length,
  );

  const dayOfWall = (wall: WallMinute) => Math.floor(wall / MINUTES_OF_A_DAY);
  const firstOpenIndex = (wall: WallMinute) => {
    const day = dayOfWall(wall);
    const before = (workdaysBefore[day] ?? 0) * minutesOfDay.length;
    return working[day] === true ? before + (openBefore[wall % MINUTES_OF_A_DAY] ?? 0) : before;
  };
  const firstOpen = (wall: WallMinute): WallMinute => open[firstOpenIndex(wall)] ?? NaN;
  const closing = (day: number): WallMinute => day * MINUTES_OF_A_DAY + hours.closes;

  const receive = (wall: WallMinute): WallMinute => {
    const atClosing = working[dayOfWall(wall)] === true && wall % MINUTES_OF_A_DAY === hours.closes;
    return atClosing ? wall : firstOpen(wall);
  };

  return {
    receive,
    due({ amount, unit, kind }, wall) {
      const day = dayOfWall(wall);
      const before = kind === 'NOT_LATER_THAN_BEFORE';
      switch (unit) {
        case 'OFFICE_HOUR':
        case 'OFFICE_MINUTE': {
          const minutes = unit === 'OFFICE_HOUR' ? amount * 60 : amount;
          return (open[firstOpenIndex(wall) + minutes - 1] ?? NaN) + 1;
        }
        case 'SAME_WORKDAY':
          return closing(dayOfWall(receive(wall)));
        case 'WORKDAY':
          return closing(before ? workdayBefore(day, amount) : workdayAfter(day, amount));
        case 'CALENDAR_DAY':
          return closing(before ? workdayBefore(day - amount + 1, 1) : firstWorkdayFrom(day + amount));
        default:
          throw new Error(`the rules know no ${unit}`);
      }
    },
  };
}
