// Times in DER, read without a text or a Date between: every certificate has two.
import { DerError, TAG, type Der } from './der-reader.ts';

/** UTCTime or GeneralizedTime in the form RFC 5280 4.1.2.5 allows: seconds present, "Z", no fraction. Milliseconds. */
export function readMoment({ source, tag, start, contentStart, end }: Der): number {
  const isShort = tag === TAG.utcTime;
  if (!isShort && tag !== TAG.generalizedTime) throw new DerError('unexpected-tag', start);
  const rest = end - 11; // month, day, hour, minute, second, Z
  if (rest - contentStart !== (isShort ? 2 : 4) || source[end - 1] !== 0x5a)
    throw new DerError('bad-time', start);
  const lastTwo = twoDigits(source, rest - 2);
  const century = isShort ? (lastTwo >= 50 ? 19 : 20) : twoDigits(source, contentStart);
  const year = century * 100 + lastTwo;
  const month = twoDigits(source, rest);
  const day = twoDigits(source, rest + 2);
  const hour = twoDigits(source, rest + 4);
  const minute = twoDigits(source, rest + 6);
  const second = twoDigits(source, rest + 8);
  const exists =
    year >= 0 && day >= 1 && day <= daysOf(month, year) && hour < 24 && minute < 60 && second < 60;
  if (!exists) throw new DerError('bad-time', start);
  // Date.UTC takes years below 100 for those of the last century; the calendar comes again after four hundred.
  return Date.UTC(year + 400, month - 1, day, hour, minute, second) - FOUR_HUNDRED_YEARS;
}

const FOUR_HUNDRED_YEARS = 146_097 * 86_400_000;

/** Days of a month counted from 1; none of one that does not exist. */
function daysOf(month: number, year: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 ? 31 : 0;
}

/** A number of two digits; NaN when one of them is none. */
function twoDigits(source: Uint8Array, at: number): number {
  const tens = (source[at] as number) - 0x30;
  const ones = (source[at + 1] as number) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

/** As `readMoment`. */
export const readTime = (element: Der): Date => new Date(readMoment(element));
