// Adding a year to the working calendar, or what the Government moved in one: without a programmer, and never a guess.
import type { Officer } from '../identity/index.ts';
import { yearInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import {
  calendarYears,
  createWorkCalendar,
  dayOf,
  useCalendarYears,
  type CalendarYear,
} from '../regulations/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { CalendarYearRecord } from './calendar-model.ts';
import type { CalendarStore } from './calendar-store.ts';

export interface CalendarDeps {
  readonly store: CalendarStore;
  readonly clock: Clock;
}

/** A row of the code's table, or one that was written at the desk over it. */
export interface KnownYear {
  readonly row: CalendarYear;
  readonly written?: CalendarYearRecord;
}

export const rowOf = ({ _id, kurbanAit, moved, act, movedChecked }: CalendarYearRecord): CalendarYear => ({
  year: _id,
  kurbanAit,
  kurbanAitBasis: 'found',
  moved: moved.map((one) => ({ ...one, act: { kk: act, ru: act, en: act }, basis: 'found' })),
  movedChecked,
});

/** Takes the years of the desk into the calendar of this process. */
export async function loadCalendar({ store }: Pick<CalendarDeps, 'store'>): Promise<void> {
  useCalendarYears((await store.all()).map(rowOf));
}

/** Every year that the calendar knows, the latest first. */
export async function knownYears({ store }: Pick<CalendarDeps, 'store'>): Promise<readonly KnownYear[]> {
  const written = await store.all();
  const rows = new Map<number, KnownYear>(calendarYears.map((row) => [row.year, { row }]));
  for (const record of written) rows.set(record._id, { row: rowOf(record), written: record });
  return [...rows.values()].sort((a, b) => b.row.year - a.row.year);
}

/** How far ahead the clergy and the Government may have spoken. */
const MOST_YEARS_AHEAD = 5;

export type CalendarProblem =
  /** Over, too far ahead, or with a gap before it. */
  | 'year'
  | 'kurban-ait'
  /** A moved day is no day of the year, works already, rests already, or stands there twice. */
  | 'moved'
  /** Days are moved by an act, and the act has no name. */
  | 'act'
  | 'conflict';

export interface YearWritten {
  readonly year: number;
  readonly kurbanAit: string;
  readonly moved: CalendarYearRecord['moved'];
  readonly act: string;
  readonly movedChecked: boolean;
  /** Of the record that the page showed; 0 when there was none. */
  readonly version: number;
}

/** The years that may be written: from this one to the first that is missing. */
export async function writableYears(deps: CalendarDeps): Promise<readonly number[]> {
  const known = new Set((await knownYears(deps)).map(({ row }) => row.year));
  const present = yearInKazakhstan(deps.clock.now());
  const years: number[] = [];
  for (let year = present; year <= present + MOST_YEARS_AHEAD; year += 1) {
    years.push(year);
    if (!known.has(year)) break;
  }
  return years;
}

/** Writes a year and takes it into the calendar of this process; the others hear of it. */
export async function writeYear(
  deps: CalendarDeps,
  { by, ...written }: YearWritten & { readonly by: Officer },
): Promise<Result<undefined, CalendarProblem>> {
  if (!(await writableYears(deps)).includes(written.year)) return refuse('year');
  const problem = problemOf(written);
  if (problem !== undefined) return refuse(problem);
  const { year, version, ...rest } = written;
  const put = await deps.store.put({
    _id: year,
    ...rest,
    by: { accountId: by.accountId, name: by.name },
    at: deps.clock.now(),
    version: version + 1,
  });
  if (!put) return refuse('conflict');
  await loadCalendar(deps);
  return ok();
}

function problemOf({ year, kurbanAit, moved, act, movedChecked }: YearWritten): CalendarProblem | undefined {
  const isDayOfYear = (date: string): boolean => dayOf(date) !== undefined && date.startsWith(`${year}-`);
  if (!isDayOfYear(kurbanAit)) return 'kurban-ait';
  const bare: CalendarYear = { year, kurbanAit, kurbanAitBasis: 'found', moved: [], movedChecked };
  const calendar = createWorkCalendar([bare]);
  const works = (date: string): boolean | undefined => calendar.works(dayOf(date) ?? -1);
  const dates = moved.flatMap((one) => [one.works, one.rests]).filter((date) => date !== undefined);
  const wrong =
    new Set(dates).size !== dates.length ||
    !dates.every(isDayOfYear) ||
    moved.some(
      (one) =>
        (one.works !== undefined && works(one.works) === true) ||
        (one.rests !== undefined && works(one.rests) === false),
    );
  if (wrong) return 'moved';
  return moved.length > 0 && act.length < 5 ? 'act' : undefined;
}
