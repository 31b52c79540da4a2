// Counting whole days on the working calendar. A year without a row is a refusal with its number, never a guess.
import { ok, refuse, type Result } from '../platform/result.ts';
import { yearOf, type Day } from './calendar/days.ts';
import { type CalendarMissing, type NonWorkingDay, type WorkCalendar } from './calendar/work-calendar.ts';

/** The nth working day after a day (n ≥ 1), or before it (n ≤ -1). The day itself is not counted. */
export function shiftWorkdays(day: Day, count: number, calendar: WorkCalendar): Result<Day, CalendarMissing> {
  const direction = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  while (left > 0) {
    at += direction;
    const works = calendar.works(at);
    if (works === undefined) return refuse({ kind: 'calendar-missing', year: yearOf(at) });
    if (works) left -= 1;
  }
  return ok(at);
}

/** The day itself if it is a working day, else the next one. */
export function workdayFrom(day: Day, calendar: WorkCalendar): Result<Day, CalendarMissing> {
  const works = calendar.works(day);
  if (works === undefined) return refuse({ kind: 'calendar-missing', year: yearOf(day) });
  return works ? ok(day) : shiftWorkdays(day, 1, calendar);
}

/** How many working days lie after the first day up to the last, which counts. Zero when the last is not later. */
export function countWorkdays(
  first: Day,
  last: Day,
  calendar: WorkCalendar,
): Result<number, CalendarMissing> {
  let count = 0;
  for (let day = first + 1; day <= last; day += 1) {
    const works = calendar.works(day);
    if (works === undefined) return refuse({ kind: 'calendar-missing', year: yearOf(day) });
    if (works) count += 1;
  }
  return ok(count);
}

/** The days off from the first day to the last, both included, with their reasons. Years without a row are left out. */
export function daysOffBetween(first: Day, last: Day, calendar: WorkCalendar): readonly NonWorkingDay[] {
  const found: NonWorkingDay[] = [];
  for (let day = first; day <= last; day += 1) {
    const look = calendar.look(day);
    if (look !== undefined && 'reason' in look) found.push(look);
  }
  return found;
}
