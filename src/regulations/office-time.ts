// Kazakhstan's clock: instants to days and minutes of the office and back. One time zone, +06:00 until 1 March 2024, +05:00 since.
import { MILLISECONDS_OF_A_DAY, type Day } from './calendar/days.ts';
import { TIME_ZONE } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';

const MILLISECONDS_OF_AN_HOUR = 3_600_000;
const format = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' });

function askOffset(instant: number): number {
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`no offset in "${name}"`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * MILLISECONDS_OF_AN_HOUR + Number(minutes) * 60_000);
}

interface Period {
  readonly from: number;
  readonly offset: number;
}

/** The offsets of the years that cases live in, read from Intl once: the law asks for them millions of times. */
function readPeriods(): readonly Period[] {
  const end = Date.UTC(2045, 0, 1);
  const step = 28 * MILLISECONDS_OF_A_DAY;
  const periods: Period[] = [];
  let before = -Infinity;
  for (let at = Date.UTC(2005, 0, 1); at < end; at += step) {
    const offset = askOffset(at);
    const last = periods.at(-1);
    if (last?.offset !== offset) {
      periods.push({ from: last === undefined ? -Infinity : firstWith(offset, before, at), offset });
    }
    before = at;
  }
  return periods;
}

/** The first instant in (before, after] with this offset. */
function firstWith(offset: number, before: number, after: number): number {
  let low = before;
  let high = after;
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (askOffset(middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}

const periods = readPeriods();

/** How far office time is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number): number {
  for (let index = periods.length - 1; index >= 0; index -= 1) {
    const period = periods[index];
    if (period !== undefined && instant >= period.from) return period.offset;
  }
  throw new Error('there is no time zone');
}

/** An instant as the office sees it: the day and the milliseconds since its midnight. */
export interface OfficeTime {
  readonly day: Day;
  readonly time: number;
}

export function officeTimeOf(instant: Date): OfficeTime {
  const local = instant.getTime() + offsetAt(instant.getTime());
  const day = Math.floor(local / MILLISECONDS_OF_A_DAY);
  return { day, time: local - day * MILLISECONDS_OF_A_DAY };
}

/** The instant of a day and a time of day of the office. */
export function instantOf({ day, time }: OfficeTime): Date {
  const local = day * MILLISECONDS_OF_A_DAY + time;
  const guess = local - offsetAt(local - 6 * MILLISECONDS_OF_AN_HOUR);
  const offset = offsetAt(guess);
  return new Date(local - offset);
}

/** An instant written with the office's offset: "2026-04-07T18:00:00+05:00". */
export function formatOfficeIso(instant: Date): string {
  const offset = offsetAt(instant.getTime());
  const local = new Date(instant.getTime() + offset).toISOString().slice(0, 19);
  const hours = Math.floor(Math.abs(offset) / MILLISECONDS_OF_AN_HOUR);
  const minutes = (Math.abs(offset) % MILLISECONDS_OF_AN_HOUR) / 60_000;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/**
 * Whether this machine's time zone data knows that Kazakhstan moved to +05:00 on 1 March 2024. With older data every deadline
 * since then would be an hour wrong, so a process asks this when it starts.
 */
export function checkTimeZone(): Result<undefined, 'time-zone-data-old'> {
  const before = offsetAt(Date.UTC(2024, 1, 29, 12)) === 6 * MILLISECONDS_OF_AN_HOUR;
  const after = offsetAt(Date.UTC(2024, 2, 1, 12)) === 5 * MILLISECONDS_OF_AN_HOUR;
  return before && after ? ok() : refuse('time-zone-data-old');
}
