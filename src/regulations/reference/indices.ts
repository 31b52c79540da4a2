// The monthly calculation index (МРП, АЕК) and the subsistence minimum (ПМ), in tenge, with dates of force. A date without a row is
// a refusal: help is never computed from a guessed index.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import { inForce, type Dated } from './dated.ts';

export interface IndexRow extends Dated {
  readonly mci: number;
  /** Left out where it was not found. */
  readonly subsistenceMinimum?: number;
  readonly basis: Basis;
}

export const indices: readonly IndexRow[] = [
  { from: '2015-01-01', until: '2015-12-31', mci: 1982, subsistenceMinimum: 21_364, basis: 'found' },
  { from: '2016-01-01', until: '2016-12-31', mci: 2121, subsistenceMinimum: 22_859, basis: 'found' },
  { from: '2017-01-01', until: '2017-12-31', mci: 2269, subsistenceMinimum: 24_459, basis: 'recalled' },
  { from: '2018-01-01', until: '2018-12-31', mci: 2405, subsistenceMinimum: 28_284, basis: 'recalled' },
  { from: '2019-01-01', until: '2019-12-31', mci: 2525, subsistenceMinimum: 29_698, basis: 'recalled' },
  { from: '2020-01-01', until: '2020-03-31', mci: 2651, subsistenceMinimum: 31_183, basis: 'recalled' },
  { from: '2020-04-01', until: '2020-12-31', mci: 2778, subsistenceMinimum: 32_668, basis: 'recalled' },
  { from: '2021-01-01', until: '2021-12-31', mci: 2917, subsistenceMinimum: 34_302, basis: 'recalled' },
  { from: '2022-01-01', until: '2022-03-31', mci: 3063, subsistenceMinimum: 36_018, basis: 'inferred' },
  { from: '2022-04-01', until: '2022-12-31', mci: 3180, subsistenceMinimum: 37_389, basis: 'recalled' },
  { from: '2023-01-01', until: '2023-12-31', mci: 3450, subsistenceMinimum: 40_567, basis: 'recalled' },
  { from: '2024-01-01', until: '2024-12-31', mci: 3692, subsistenceMinimum: 43_407, basis: 'inferred' },
  { from: '2025-01-01', until: '2025-12-31', mci: 3932, subsistenceMinimum: 46_228, basis: 'found' },
  { from: '2026-01-01', until: '2026-12-31', mci: 4325, subsistenceMinimum: 50_851, basis: 'found' },
];

/** There is no index for this date: the administrator must add a row. */
export interface IndexMissing {
  readonly kind: 'index-missing';
  readonly date: LocalDate;
}

/** The indices on a date, or `index-missing`. */
export function indicesOn(date: LocalDate): Result<IndexRow, IndexMissing> {
  const row = indices.find((candidate) => inForce(candidate, date));
  return row === undefined ? refuse({ kind: 'index-missing', date }) : ok(row);
}
