// Days to come on which offices work: the database itself sweeps away what lives by days that have passed.
import { isWorkday } from '../../src/regulations/index.ts';

const DAY = 86_400_000;
const dateOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The first Monday from tomorrow on that begins so many weeks without a holiday, as "2027-02-01". */
export function quietMonday(weeks: number, from: number = Date.now() + DAY): string {
  for (let day = from; ; day += DAY) {
    const days = Array.from({ length: weeks * 7 }, (_, offset) => day + offset * DAY);
    const works = days.map((one) => isWorkday(dateOf(one)));
    if (new Date(day).getUTCDay() === 1 && works.every((work, offset) => work === offset % 7 < 5))
      return dateOf(day);
  }
}

/** A moment so many days after a date, at a clock time in Kazakhstan. */
export const momentAt = (date: string, days: number, time: string): Date =>
  new Date(new Date(`${date}T${time}+05:00`).getTime() + days * DAY);
