// Terms in months: the same day of a later month, its last day where there is no such day, and the next working day after a day off.
import { ok, refuse, type Result } from '../platform/result.ts';
import { dateOf, dayFrom, knownDay, yearOf } from './calendar/days.ts';
import { workCalendar, type CalendarMissing, type WorkCalendar } from './calendar/work-calendar.ts';
import type { LocalDate } from './regulation.ts';
import { workdayFrom } from './workdays.ts';

/**
 * The last day for filing.
 * @param from the day from which the months run, e.g. that of the decision
 * @returns the day, or `calendar-missing` with the year that has no row
 */
export function filingDeadline(
  from: LocalDate,
  months: number,
  calendar: WorkCalendar = workCalendar,
): Result<LocalDate, CalendarMissing> {
  const start = knownDay(from);
  const [, month = 1, dayOfMonth = 1] = from.split('-').map(Number);
  const year = yearOf(start);
  const lastOfMonth = dayFrom(year, month + months + 1, 0);
  const same = dayFrom(year, month + months, dayOfMonth);
  const day = workdayFrom(Math.min(same, lastOfMonth), calendar);
  return day.ok ? ok(dateOf(day.value)) : refuse(day.problem);
}
