// Operators of expressions on dates, in any time zone that Intl knows or as an offset. The library's own are not used: it cuts days at
// midnight UTC whatever the zone, lets 31 January plus one month be 3 March, and counts Sunday as day 0.
import { Binary, ObjectId } from 'bson';
import { fail } from './errors.ts';
import { type Operator, namedOnly } from './expression-operator.ts';
import { isNumber, toNumber } from './numbers.ts';
import { docOf, typeName } from './values.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

function dateIn(name: string, value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  return fail(
    'BadValue',
    `${name} requires a date, not ${value instanceof Binary ? 'binData' : typeName(value)}`,
  );
}

const textIn = (unit: unknown): string =>
  typeof unit === 'string' ? unit : fail('BadValue', `unit requires a string, not ${typeName(unit)}`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** How many milliseconds local time is ahead of UTC at a moment. `zone` is "+05:00" or an Olson name; missing means UTC. */
function offsetAt(zone: unknown, time: number): number {
  if (isNil(zone) || zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  if (typeof zone !== 'string') return fail('BadValue', 'timezone must evaluate to a string');
  const fixed = /^([+-])(\d\d):?(\d\d)?$/.exec(zone);
  if (fixed) return (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * MINUTE * (fixed[1] === '-' ? -1 : 1);
  const parts = new Map(
    formatOf(zone)
      .formatToParts(time)
      .map((part) => [part.type, Number(part.value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(time / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const numeric = 'numeric' as const;
    const units = {
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    };
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      era: undefined,
      ...units,
    });
    formats.set(zone, format);
    return format;
  } catch {
    return fail('BadValue', `unrecognized time zone identifier: "${zone}"`);
  }
}

/** A date whose UTC parts are the local parts of the given one. */
const toLocal = (date: Date, zone: unknown): Date =>
  new Date(date.getTime() + offsetAt(zone, date.getTime()));

/** The moment at which local time shows the UTC parts of `local`. */
function fromLocal(local: number, zone: unknown): Date {
  const guess = local - offsetAt(zone, local);
  return new Date(local - offsetAt(zone, guess));
}

const dayOfYear = (local: Date): number =>
  Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY) + 1;

/** ISO week: the week's Thursday decides the year. */
function isoWeek(local: Date): { week: number; year: number } {
  const thursday = new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * DAY);
  return { week: Math.ceil(dayOfYear(thursday) / 7), year: thursday.getUTCFullYear() };
}

const PARTS: Record<string, (local: Date) => number> = {
  $year: (local) => local.getUTCFullYear(),
  $month: (local) => local.getUTCMonth() + 1,
  $dayOfMonth: (local) => local.getUTCDate(),
  $hour: (local) => local.getUTCHours(),
  $minute: (local) => local.getUTCMinutes(),
  $second: (local) => local.getUTCSeconds(),
  $millisecond: (local) => local.getUTCMilliseconds(),
  $dayOfYear: dayOfYear,
  $dayOfWeek: (local) => local.getUTCDay() + 1,
  $isoDayOfWeek: (local) => local.getUTCDay() || 7,
  $isoWeek: (local) => isoWeek(local).week,
  $isoWeekYear: (local) => isoWeek(local).year,
  $week: (local) => Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7),
};

const partOperators = Object.entries(PARTS).map(([name, part]): [string, Operator] => [
  name,
  {
    least: 1,
    most: 1,
    named: ['date', 'timezone'],
    run: ([date, zone]) => (isNil(date) ? null : part(toLocal(dateIn(name, date), zone))),
  },
]);

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** Each format specifier: digits, and the part it shows. */
const SPECIFIERS: Record<string, readonly [number, string]> = {
  Y: [4, '$year'],
  m: [2, '$month'],
  d: [2, '$dayOfMonth'],
  H: [2, '$hour'],
  M: [2, '$minute'],
  S: [2, '$second'],
  L: [3, '$millisecond'],
  j: [3, '$dayOfYear'],
  w: [1, '$dayOfWeek'],
  u: [1, '$isoDayOfWeek'],
  U: [2, '$week'],
  V: [2, '$isoWeek'],
  G: [4, '$isoWeekYear'],
};

function dateToString([date, format, zone, onNull]: readonly unknown[]): unknown {
  if (isNil(date)) return onNull ?? null;
  const moment = dateIn('$dateToString', date);
  const offset = offsetAt(zone, moment.getTime()) / MINUTE;
  const local = toLocal(moment, zone);
  const pattern = format ?? (isNil(zone) ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L%z');
  if (typeof pattern !== 'string')
    return fail('BadValue', "$dateToString requires that 'format' be a string");
  return pattern.replace(/%(.?)/g, (_all, specifier: string) => {
    if (specifier === '%') return '%';
    if (specifier === 'Z') return String(offset);
    if (specifier === 'z')
      return `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60), 2)}${pad(Math.abs(offset) % 60, 2)}`;
    const [digits, part] =
      SPECIFIERS[specifier] ?? fail('BadValue', `Invalid format character '%${specifier}' in format string`);
    return pad(PARTS[part]?.(local) ?? 0, digits);
  });
}

function amountIn(name: string, value: unknown): number {
  if (!isNumber(value) || !Number.isInteger(toNumber(value)))
    return fail('BadValue', `${name} expects a whole number`);
  return toNumber(value);
}

const MONTHS: Record<string, number> = { month: 1, quarter: 3, year: 12 };
const LENGTHS: Record<string, number> = {
  millisecond: 1,
  second: 1000,
  minute: MINUTE,
  hour: 60 * MINUTE,
  day: DAY,
  week: 7 * DAY,
};

/** Adds units in local time; the day is cut to the length of the month. */
function addUnits(name: string, [date, unit, amount, zone]: readonly unknown[], sign: number): unknown {
  if (isNil(date) || isNil(unit) || isNil(amount)) return null;
  const moment = dateIn(name, date);
  const count = amountIn(name, amount) * sign;
  const months = MONTHS[textIn(unit)];
  const length = LENGTHS[textIn(unit)] ?? 0;
  if (months === undefined && length === 0)
    return fail('BadValue', `unknown time unit value: ${textIn(unit)}`);
  if (months === undefined && length < DAY) return new Date(moment.getTime() + count * length);
  const local = toLocal(moment, zone);
  if (months === undefined) return fromLocal(local.getTime() + count * length, zone);
  const day = local.getUTCDate();
  local.setUTCDate(1);
  local.setUTCMonth(local.getUTCMonth() + count * months);
  const last = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
  local.setUTCDate(Math.min(day, last));
  return fromLocal(local.getTime(), zone);
}

/** How many whole units from an epoch a local time is, so that differences count crossed boundaries. */
function unitsSince(unit: string, local: Date): number {
  const months = MONTHS[unit];
  if (months !== undefined) return Math.floor((local.getUTCFullYear() * 12 + local.getUTCMonth()) / months);
  const length = LENGTHS[unit] ?? fail('BadValue', `unknown time unit value: ${unit}`);
  // 1970-01-01 was a Thursday; weeks begin on Sunday.
  return Math.floor((local.getTime() + (unit === 'week' ? 4 * DAY : 0)) / length);
}

function dateDiff([start, end, unit, zone]: readonly unknown[]): unknown {
  if (isNil(start) || isNil(end) || isNil(unit)) return null;
  const from = unitsSince(textIn(unit), toLocal(dateIn('$dateDiff', start), zone));
  return BigInt(unitsSince(textIn(unit), toLocal(dateIn('$dateDiff', end), zone)) - from);
}

function dateTrunc([date, unit, zone]: readonly unknown[]): unknown {
  if (isNil(date) || isNil(unit)) return null;
  const local = toLocal(dateIn('$dateTrunc', date), zone);
  const name = textIn(unit);
  const months = MONTHS[name];
  const count = unitsSince(name, local);
  if (months !== undefined) {
    const first = new Date(0).setUTCFullYear(Math.floor((count * months) / 12), (count * months) % 12, 1);
    return fromLocal(first, zone);
  }
  return fromLocal(count * (LENGTHS[name] ?? 1) - (name === 'week' ? 4 * DAY : 0), zone);
}

function dateToParts([date, zone]: readonly unknown[]): unknown {
  if (isNil(date)) return null;
  const local = toLocal(dateIn('$dateToParts', date), zone);
  const part = (name: string): number => PARTS[name]?.(local) ?? 0;
  return docOf({
    year: part('$year'),
    month: part('$month'),
    day: part('$dayOfMonth'),
    hour: part('$hour'),
    minute: part('$minute'),
    second: part('$second'),
    millisecond: part('$millisecond'),
  });
}

function dateFromParts(args: readonly unknown[]): unknown {
  if (args.slice(0, 7).some((arg) => arg === null)) return null;
  const part = (index: number, otherwise: number): number =>
    args[index] === undefined ? otherwise : amountIn('$dateFromParts', args[index]);
  const year = args[0] === undefined ? fail('BadValue', "$dateFromParts requires 'year'") : part(0, 0);
  const local = new Date(0);
  local.setUTCFullYear(year, part(1, 1) - 1, part(2, 1));
  local.setUTCHours(part(3, 0), part(4, 0), part(5, 0), part(6, 0));
  return fromLocal(local.getTime(), args[7]);
}

export const DATE_OPERATORS: Record<string, Operator> = {
  ...Object.fromEntries(partOperators),
  $dateToString: { ...namedOnly(['date', 'format', 'timezone', 'onNull']), run: dateToString },
  $dateToParts: { ...namedOnly(['date', 'timezone']), run: dateToParts },
  $dateFromParts: {
    ...namedOnly(['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond', 'timezone']),
    run: dateFromParts,
  },
  $dateAdd: {
    ...namedOnly(['startDate', 'unit', 'amount', 'timezone']),
    run: (args) => addUnits('$dateAdd', args, 1),
  },
  $dateSubtract: {
    ...namedOnly(['startDate', 'unit', 'amount', 'timezone']),
    run: (args) => addUnits('$dateSubtract', args, -1),
  },
  $dateDiff: { ...namedOnly(['startDate', 'endDate', 'unit', 'timezone']), run: dateDiff },
  $dateTrunc: { ...namedOnly(['date', 'unit', 'timezone']), run: dateTrunc },
};
