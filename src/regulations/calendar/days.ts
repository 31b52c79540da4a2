// Days as whole numbers: the count of days since 1 January 1970. Terms are added to numbers, not to clock times.
import type { LocalDate } from '../regulation.ts';

/** Days since 1970-01-01. */
export type Day = number;

export const MILLISECONDS_OF_A_DAY = 86_400_000;

/** The day of "2026-04-07"; undefined for anything that is not a date of the calendar. */
export function dayOf(date: LocalDate): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  const day = milliseconds / MILLISECONDS_OF_A_DAY;
  return dateOf(day) === date ? day : undefined;
}

/** The day of a date of the law's own tables, where a wrong date is a bug. */
export function knownDay(date: LocalDate): Day {
  const day = dayOf(date);
  if (day === undefined) throw new Error(`${date} is no date`);
  return day;
}

/** "2026-04-07" of a day. */
export const dateOf = (day: Day): LocalDate =>
  new Date(day * MILLISECONDS_OF_A_DAY).toISOString().slice(0, 10);

/** The date so many days later; earlier for a negative number. */
export const daysAfter = (date: LocalDate, days: number): LocalDate => dateOf(knownDay(date) + days);

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dateOf(dayFrom(year, month + months, Math.min(day, lastOfMonth)));
}

export const yearOf = (day: Day): number => new Date(day * MILLISECONDS_OF_A_DAY).getUTCFullYear();

/** The day of a year, month (1-12) and day of the month. */
export const dayFrom = (year: number, month: number, day: number): Day =>
  Date.UTC(year, month - 1, day) / MILLISECONDS_OF_A_DAY;

/** 0 for Sunday … 6 for Saturday. 1 January 1970 was a Thursday. */
export const weekdayOf = (day: Day): number => (((day + 4) % 7) + 7) % 7;

export const isWeekend = (day: Day): boolean => weekdayOf(day) === 0 || weekdayOf(day) === 6;
