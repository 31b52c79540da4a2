// The clock of an office: minutes run only while it works, lunch excluded; a day's term ends when the office closes.
import { ok, type Result } from '../platform/result.ts';
import { type Day } from './calendar/days.ts';
import { workCalendar, type CalendarMissing, type WorkCalendar } from './calendar/work-calendar.ts';
import { type HoursProfile } from './office-hours.ts';
import { instantOf, officeTimeOf } from './office-time.ts';
import { shiftWorkdays, workdayFrom } from './workdays.ts';

type Moment = Result<Date, CalendarMissing>;

/** How a request met the office: the first two leave it where it is, the last two move it to another day. */
export type Arrival = 'in-hours' | 'before-opening' | 'at-lunch' | 'after-closing' | 'on-day-off';

export interface OfficeClock {
  readonly calendar: WorkCalendar;
  /** When what arrived at this instant counts as received, and why. */
  receive(instant: Date): Result<{ readonly at: Date; readonly arrival: Arrival }, CalendarMissing>;
  /** So many minutes of office time after an instant. */
  addMinutes(instant: Date, minutes: number): Moment;
  /** Minutes of office time from one instant to a later one; 0 when it is not later. */
  minutesBetween(from: Date, to: Date): Result<number, CalendarMissing>;
  /** Closing time of the nth working day after the day of an instant; n = 0 is that day, or the next working day. */
  closeAfterWorkdays(instant: Date, count: number): Moment;
  /** Opening time of the nth working day after the day of an instant. */
  openAfterWorkdays(instant: Date, count: number): Moment;
  /** Closing time of the nth working day before the day of an instant. */
  closeBeforeWorkdays(instant: Date, count: number): Moment;
  /** Closing time of the nth calendar day after an instant's day; a day off gives way to the next working day. */
  closeAfterCalendarDays(instant: Date, count: number): Moment;
  /** Closing time of the nth calendar day before an instant's day; a day off gives way to the working day before. */
  closeBeforeCalendarDays(instant: Date, count: number): Moment;
}

const MILLISECONDS_OF_A_MINUTE = 60_000;

/** Makes the clock of an office that works by this profile. */
export function createOfficeClock(profile: HoursProfile, calendar = workCalendar): OfficeClock {
  const { working } = profile;
  const opens = working.opens * MILLISECONDS_OF_A_MINUTE;
  const closes = working.closes * MILLISECONDS_OF_A_MINUTE;
  const lunchFrom = working.lunchFrom * MILLISECONDS_OF_A_MINUTE;
  const lunchTo = working.lunchTo * MILLISECONDS_OF_A_MINUTE;

  const at = (day: Result<Day, CalendarMissing>, time: number): Moment =>
    day.ok ? ok(instantOf({ day: day.value, time })) : day;
  const closing = (day: Result<Day, CalendarMissing>): Moment => at(day, closes);

  /** The end of the working stretch in which a time of a working day lies, or the start of the next one. */
  function stretch(time: number): { from: number; to: number } | undefined {
    if (time < lunchFrom) return { from: Math.max(time, opens), to: lunchFrom };
    if (time < closes) return { from: Math.max(time, lunchTo), to: closes };
    return undefined;
  }

  return {
    calendar,

    receive(instant) {
      const { day, time } = officeTimeOf(instant);
      const today = workdayFrom(day, calendar);
      if (!today.ok) return today;
      const moved = (next: Moment, arrival: Arrival) => (next.ok ? ok({ at: next.value, arrival }) : next);
      if (today.value !== day) return moved(at(today, opens), 'on-day-off');
      if (time > closes) return moved(at(shiftWorkdays(day, 1, calendar), opens), 'after-closing');
      if (time < opens) return moved(at(today, opens), 'before-opening');
      if (time >= lunchFrom && time < lunchTo) return moved(at(today, lunchTo), 'at-lunch');
      return ok({ at: instant, arrival: 'in-hours' });
    },

    addMinutes(instant, minutes) {
      const start = officeTimeOf(instant);
      const first = workdayFrom(start.day, calendar);
      if (!first.ok) return first;
      let day = first.value;
      let time = day === start.day ? start.time : opens;
      for (let left = minutes * MILLISECONDS_OF_A_MINUTE; ;) {
        const here = stretch(time);
        if (here === undefined) {
          const next = shiftWorkdays(day, 1, calendar);
          if (!next.ok) return next;
          day = next.value;
          time = opens;
        } else if (left <= here.to - here.from) {
          return ok(instantOf({ day, time: here.from + left }));
        } else {
          left -= here.to - here.from;
          time = here.to;
        }
      }
    },

    minutesBetween(from, to) {
      const start = officeTimeOf(from);
      const end = officeTimeOf(to);
      let worked = 0;
      for (let { day } = start; day <= end.day; day += 1) {
        const works = workdayFrom(day, calendar);
        if (!works.ok) return works;
        if (works.value !== day) continue;
        const lower = day === start.day ? start.time : 0;
        const upper = day === end.day ? end.time : Infinity;
        for (const [opening, closing] of [
          [opens, lunchFrom],
          [lunchTo, closes],
        ] as const)
          worked += Math.max(0, Math.min(closing, upper) - Math.max(opening, lower));
      }
      return ok(worked / MILLISECONDS_OF_A_MINUTE);
    },

    closeAfterWorkdays(instant, count) {
      const { day } = officeTimeOf(instant);
      return closing(count === 0 ? workdayFrom(day, calendar) : shiftWorkdays(day, count, calendar));
    },
    openAfterWorkdays: (instant, count) =>
      at(shiftWorkdays(officeTimeOf(instant).day, count, calendar), opens),
    closeBeforeWorkdays: (instant, count) =>
      closing(shiftWorkdays(officeTimeOf(instant).day, -count, calendar)),
    closeAfterCalendarDays: (instant, count) =>
      closing(workdayFrom(officeTimeOf(instant).day + count, calendar)),
    closeBeforeCalendarDays: (instant, count) =>
      closing(shiftWorkdays(officeTimeOf(instant).day - count + 1, -1, calendar)),
  };
}
