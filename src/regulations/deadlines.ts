// One term, one moment: when a request counts as received, when a term ends, how many working days are left.
import { ok, type Result } from '../platform/result.ts';
import { dateOf, dayOf, type Day } from './calendar/days.ts';
import { workCalendar, type CalendarMissing, type WorkCalendar } from './calendar/work-calendar.ts';
import { createOfficeClock, type Arrival, type OfficeClock } from './office-clock.ts';
import { hoursProfile, type HoursProfileId } from './office-hours.ts';
import { officeTimeOf } from './office-time.ts';
import type { LocalDate, Term } from './regulation.ts';
import { countWorkdays } from './workdays.ts';

const clocks = new Map<HoursProfileId, OfficeClock>();

/** The clock of an office profile on the calendar of Kazakhstan, or on another one (tests, a what-if). */
export function officeClock(profile: HoursProfileId, calendar: WorkCalendar = workCalendar): OfficeClock {
  if (calendar !== workCalendar) return createOfficeClock(hoursProfile(profile), calendar);
  const known = clocks.get(profile) ?? createOfficeClock(hoursProfile(profile));
  clocks.set(profile, known);
  return known;
}

/**
 * When a request counts as received. After the end of working hours and on a day off: the opening of the next working day.
 * Before opening and at lunch: the same day, when work begins again (standard 279, paragraph 8; acceptance hours move nothing).
 * @param arrived when it came
 * @returns the moment and how it met the office, or `calendar-missing`
 */
export function registrationMoment(
  arrived: Date,
  clock: OfficeClock,
): Result<{ readonly at: Date; readonly arrival: Arrival }, CalendarMissing> {
  return clock.receive(arrived);
}

/**
 * When a term ends. Day 1 of a term in days is the first one after the day of `from`; the term ends when the office closes on its
 * last day. Minutes and hours run inside office hours. A term that must be kept *before* a moment ends so many days before it.
 * @param term the term
 * @param from the moment from which it runs; for NOT_LATER_THAN_BEFORE the moment before which it must be kept
 * @returns the last lawful moment, or `calendar-missing` with the year that has no row
 */
export function dueMoment(
  term: Pick<Term, 'amount' | 'unit' | 'kind'>,
  from: Date,
  clock: OfficeClock,
): Result<Date, CalendarMissing> {
  const before = term.kind === 'NOT_LATER_THAN_BEFORE';
  switch (term.unit) {
    case 'OFFICE_MINUTE':
      return clock.addMinutes(from, term.amount);
    case 'OFFICE_HOUR':
      return clock.addMinutes(from, term.amount * 60);
    case 'SAME_WORKDAY': {
      const received = clock.receive(from);
      return received.ok ? clock.closeAfterWorkdays(received.value.at, 0) : received;
    }
    case 'WORKDAY':
      return before
        ? clock.closeBeforeWorkdays(from, term.amount)
        : clock.closeAfterWorkdays(from, term.amount);
    case 'CALENDAR_DAY':
      return before
        ? clock.closeBeforeCalendarDays(from, term.amount)
        : clock.closeAfterCalendarDays(from, term.amount);
  }
}

/** How many working days lie after one moment's day up to the other's, which counts; 0 when it is not later. */
export function workdaysBetween(
  from: Date,
  to: Date,
  calendar: WorkCalendar = workCalendar,
): Result<number, CalendarMissing> {
  return countWorkdays(officeTimeOf(from).day, officeTimeOf(to).day, calendar);
}

/** Whether offices work on a date; false too where the calendar has no row for its year. */
export const isWorkday = (date: LocalDate, calendar: WorkCalendar = workCalendar): boolean => {
  const day = dayOf(date);
  return day !== undefined && calendar.works(day) === true;
};

/** What a chip beside a case says: how much time is left, or by how much it is late. */
export type TimeLeft =
  | { readonly kind: 'left'; readonly workdays: number; readonly by: LocalDate }
  | { readonly kind: 'today'; readonly by: Date }
  | { readonly kind: 'overdue'; readonly workdays: number; readonly since: Date };

/**
 * How much time is left until a moment, in working days.
 * @param due the moment
 * @param now the present
 */
export function daysLeft(
  due: Date,
  now: Date,
  calendar: WorkCalendar = workCalendar,
): Result<TimeLeft, CalendarMissing> {
  const today: Day = officeTimeOf(now).day;
  const last: Day = officeTimeOf(due).day;
  const late = now.getTime() > due.getTime();
  const counted = late ? countWorkdays(last, today, calendar) : countWorkdays(today, last, calendar);
  if (!counted.ok) return counted;
  if (late) return ok<TimeLeft>({ kind: 'overdue', workdays: counted.value, since: due });
  if (last === today) return ok<TimeLeft>({ kind: 'today', by: due });
  return ok<TimeLeft>({ kind: 'left', workdays: counted.value, by: dateOf(last) });
}
