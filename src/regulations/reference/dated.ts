// Reference data have dates of force: a page shows the value that is valid on the date which the law names.
import type { LocalDate } from '../regulation.ts';

/** A value in force from a date and, where it ended, until a date; both days count. */
export interface Dated {
  readonly from: LocalDate;
  readonly until?: LocalDate;
}

/** Whether a row is in force on a date. */
export const inForce = ({ from, until }: Dated, on: LocalDate): boolean =>
  from <= on && (until === undefined || on <= until);
