// Which days are working days, and why the others are not. Table and algorithm: holidays by year, chained substitute days,
// days off that move nothing, days moved by the Government. A year without a row is never guessed.
import type { LocalDate } from '../regulation.ts';
import type { Text } from '../vocabulary/text.ts';
import { dateOf, dayFrom, isWeekend, knownDay, weekdayOf, yearOf, type Day } from './days.ts';
import { daysOffRules, holidayRules, kurbanAitName, type HolidayRule } from './holidays.ts';
import { calendarYears, type CalendarYear } from './years.ts';

/** Why a day is not a working day. */
export type OffReason = 'weekend' | 'holiday' | 'substitute' | 'day-off' | 'moved-day-off';

export interface NonWorkingDay {
  readonly date: LocalDate;
  readonly reason: OffReason;
  /** The reason in words: the holiday's name, "Saturday", the act that moved the day. */
  readonly words: Text;
}

/** The calendar has no row for this year: nothing that touches it can be computed. */
export interface CalendarMissing {
  readonly kind: 'calendar-missing';
  readonly year: number;
}

export interface WorkCalendar {
  /** Why the day is off; undefined for a working day; a refusal for a year without a row. */
  look(day: Day): NonWorkingDay | CalendarMissing | undefined;
  /** True for a working day, false for a day off, undefined for a year without a row. */
  works(day: Day): boolean | undefined;
  /** The years that have a row, in order. */
  readonly years: readonly number[];
}

const saturday: Text = { kk: 'сенбі', ru: 'суббота', en: 'Saturday' };
const sunday: Text = { kk: 'жексенбі', ru: 'воскресенье', en: 'Sunday' };

const applies = (rule: HolidayRule, year: number): boolean =>
  (rule.from ?? -Infinity) <= year && year <= (rule.until ?? Infinity);

function namedDays(rules: readonly HolidayRule[], year: number): Map<Day, Text> {
  const named = new Map<Day, Text>();
  for (const rule of rules) {
    if (!applies(rule, year)) continue;
    for (const day of rule.days) named.set(dayFrom(year, rule.month, day), rule.name);
  }
  return new Map([...named].sort(([one], [other]) => one - other));
}

/** Each holiday on a weekend takes the next day that is no weekend, holiday or day off and that no other holiday has taken. */
function substitutes(holidays: ReadonlyMap<Day, Text>, daysOff: ReadonlyMap<Day, Text>): Map<Day, Text> {
  const taken = new Map<Day, Text>();
  for (const [day, name] of holidays) {
    if (!isWeekend(day)) continue;
    let next = day + 1;
    while (isWeekend(next) || holidays.has(next) || daysOff.has(next) || taken.has(next)) next += 1;
    taken.set(next, name);
  }
  return taken;
}

const insteadOf = (name: Text): Text => ({
  kk: `${name.kk} орнына берілген демалыс күні`,
  ru: `выходной вместо праздника: ${name.ru}`,
  en: `day off in place of the holiday: ${name.en}`,
});

function daysOfYear(row: CalendarYear): Map<Day, NonWorkingDay> {
  const holidays = namedDays(holidayRules, row.year);
  const daysOff = namedDays(daysOffRules, row.year).set(knownDay(row.kurbanAit), kurbanAitName);
  const off = new Map<Day, NonWorkingDay>();
  const put = (day: Day, reason: OffReason, words: Text) =>
    off.set(day, { date: dateOf(day), reason, words });
  for (let day = dayFrom(row.year, 1, 1); day < dayFrom(row.year + 1, 1, 1); day += 1) {
    if (isWeekend(day)) put(day, 'weekend', weekdayOf(day) === 6 ? saturday : sunday);
  }
  for (const [day, name] of daysOff) put(day, 'day-off', name);
  for (const [day, name] of holidays) put(day, 'holiday', name);
  for (const [day, name] of substitutes(holidays, daysOff)) put(day, 'substitute', insteadOf(name));
  for (const move of row.moved) {
    if (move.works !== undefined) off.delete(knownDay(move.works));
    if (move.rests !== undefined) put(knownDay(move.rests), 'moved-day-off', move.act);
  }
  return off;
}

const MISSING = 0;
const WORKING = 1;
const OFF = 2;

/**
 * Makes a calendar of rows. The five-day week; substitute days chain (Law on Holidays, Labour Code).
 * @param rows one row a year, in any order
 */
export function createWorkCalendar(rows: readonly CalendarYear[]): WorkCalendar {
  const off = new Map<Day, NonWorkingDay>();
  const years = new Set<number>();
  for (const row of rows) {
    years.add(row.year);
    for (const [day, reason] of daysOfYear(row)) off.set(day, reason);
  }
  const sorted = [...years].sort((one, other) => one - other);
  const start = dayFrom(sorted[0] ?? 1970, 1, 1);
  const states = new Uint8Array(dayFrom((sorted.at(-1) ?? 1969) + 1, 1, 1) - start);
  for (const index of states.keys()) {
    const day = start + index;
    states[index] = !years.has(yearOf(day)) ? MISSING : off.has(day) ? OFF : WORKING;
  }
  return {
    look(day) {
      const year = yearOf(day);
      return years.has(year) ? off.get(day) : { kind: 'calendar-missing', year };
    },
    works(day) {
      const state = states[day - start] ?? MISSING;
      return state === MISSING ? undefined : state === WORKING;
    },
    years: sorted,
  };
}

let present = createWorkCalendar(calendarYears);

/** The calendar of Kazakhstan: the rows of `years.ts`, and those that were written at the desk of reference data over them. */
export const workCalendar: WorkCalendar = {
  look: (day) => present.look(day),
  works: (day) => present.works(day),
  get years() {
    return present.years;
  },
};

/** Takes over what the desk of reference data knows: a row replaces that of its year. */
export function useCalendarYears(rows: readonly CalendarYear[]): void {
  const written = new Set(rows.map(({ year }) => year));
  present = createWorkCalendar([...calendarYears.filter(({ year }) => !written.has(year)), ...rows]);
}

/**
 * The last day that the calendar knows without a gap, if it comes within so many days: the administrator must add a year.
 * @param today the day to count from
 * @returns that last day, or undefined while there is time enough
 */
export function calendarEndsIn(
  days: number,
  today: LocalDate,
  calendar = workCalendar,
): LocalDate | undefined {
  const first = knownDay(today);
  let year = yearOf(first);
  while (calendar.years.includes(year)) year += 1;
  const last = dayFrom(year, 1, 1) - 1;
  return last - first < days ? dateOf(last) : undefined;
}
