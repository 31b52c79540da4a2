// The desk of the working calendar: which years are known, what is not a working day in them and why, and the form of a year.
import { z } from 'zod';
import { checkboxes, optionalText, withError, type FormState, type Typed } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { calendarEndsIn, createWorkCalendar, dayFrom, type CalendarYear } from '../regulations/index.ts';
import type { CalendarProblem, KnownYear } from './edit-calendar.ts';
import type { Reference } from './index.ts';
import { referencePaths as paths } from './reference-paths.ts';

type YearVisit = Visit<Officer, 'year'>;

/** The Government never moved more in one year. */
const MOVES = [1, 2, 3, 4, 5, 6] as const;
const WARN_DAYS = 60;

const day = optionalText(10, 'reference:errors.moved');
const yearForm = z.strictObject({
  version: z.coerce.number('reference:errors.conflict').int('reference:errors.conflict').min(0),
  kurbanAit: z.string('reference:errors.kurban-ait').max(10, 'reference:errors.kurban-ait'),
  act: optionalText(200, 'reference:errors.actLong'),
  checked: checkboxes(['yes'], 'reference:errors.moved'),
  ...(Object.fromEntries(
    MOVES.flatMap((one) => [
      [`works-${one}`, day],
      [`rests-${one}`, day],
    ]),
  ) as Record<`${'works' | 'rests'}-${(typeof MOVES)[number]}`, typeof day>),
});

const FIELDS: Readonly<Record<Exclude<CalendarProblem, 'year'>, string>> = {
  'kurban-ait': 'kurbanAit',
  moved: 'works-1',
  act: 'act',
  conflict: 'kurbanAit',
};

export function calendarRoutes(reference: Reference): RouteRow[] {
  const access = officers('administrator');

  const showYear = async (visit: YearVisit, form?: FormState): Promise<Reply> => {
    const year = Number(visit.params.year);
    const writable = await reference.writableYears();
    if (!writable.includes(year)) return problem('not-found');
    const known = (await reference.knownYears()).find(({ row }) => row.year === year);
    const shown = page(
      'reference/year',
      {
        year,
        moves: MOVES,
        version: known?.written?.version ?? 0,
        written: known?.written,
        off: known === undefined ? [] : daysOffOf(known.row, visit),
      },
      form ?? { values: visit.typed ?? valuesOf(known), errors: [] },
    );
    return shown;
  };

  return [
    get(paths.calendar, { access, audit: 'nothing-personal' }, async (visit) => {
      const [years, writable] = await Promise.all([reference.knownYears(), reference.writableYears()]);
      const known = new Set(years.map(({ row }) => row.year));
      return page('reference/calendar', {
        endsOn: calendarEndsIn(WARN_DAYS, dateInKazakhstan(visit.now)),
        missing: writable.find((year) => !known.has(year)),
        years: years.map(({ row, written }) => ({
          ...row,
          written,
          workdays: workdaysOf(row),
          mayBeWritten: writable.includes(row.year),
        })),
      });
    }),
    get(paths.year, { access, audit: 'nothing-personal' }, (visit) => showYear(visit)),
    post(
      paths.year,
      { access, audit: { action: 'calendar.written', about: 'year' }, form: yearForm },
      async (visit, form) => {
        if (!form.ok) return showYear(visit, form.state);
        const { version, kurbanAit, act, checked, ...days } = form.value;
        const written = await reference.writeYear({
          by: visit.speaker,
          year: Number(visit.params.year),
          version,
          kurbanAit,
          act,
          movedChecked: checked.includes('yes'),
          moved: MOVES.flatMap((one) => {
            const [works, rests] = [days[`works-${one}`], days[`rests-${one}`]];
            return works === '' && rests === ''
              ? []
              : [{ ...(works !== '' && { works }), ...(rests !== '' && { rests }) }];
          }),
        });
        if (written.ok) return redirect(paths.calendar.at());
        const { problem: why } = written;
        if (why === 'year') return problem('not-found');
        const state = withError(form.state, FIELDS[why], `reference:errors.${why}`);
        const again = await showYear(visit, state);
        return why === 'conflict' && again.reply === 'page' ? { ...again, status: 409 } : again;
      },
    ),
  ];
}

function valuesOf(known: KnownYear | undefined): Typed {
  if (known === undefined) return {};
  const { row, written } = known;
  return {
    kurbanAit: row.kurbanAit,
    act: written?.act ?? row.moved[0]?.act.ru ?? '',
    checked: row.movedChecked ? ['yes'] : [],
    ...Object.fromEntries(
      row.moved.flatMap(({ works = '', rests = '' }, position) => [
        [`works-${position + 1}`, works],
        [`rests-${position + 1}`, rests],
      ]),
    ),
  };
}

const daysBetween = (year: number): number[] => {
  const first = dayFrom(year, 1, 1);
  return Array.from({ length: dayFrom(year + 1, 1, 1) - first }, (_, position) => first + position);
};

function workdaysOf(row: CalendarYear): number {
  const calendar = createWorkCalendar([row]);
  return daysBetween(row.year).filter((one) => calendar.works(one) === true).length;
}

/** Days off besides the ends of weeks, with the reason. */
function daysOffOf(row: CalendarYear, { language }: Pick<YearVisit, 'language'>) {
  const calendar = createWorkCalendar([row]);
  return daysBetween(row.year).flatMap((one) => {
    const look = calendar.look(one);
    return look === undefined || 'kind' in look || look.reason === 'weekend'
      ? []
      : [{ date: look.date, words: look.words[language] }];
  });
}
