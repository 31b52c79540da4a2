// How much help is, by decisions of maslikhats: region × category × ground → rate, unit, frequency, limit, income test, period for
// applying. The rows come from published decisions; each names its act.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Category, Ground } from '../vocabulary/channels.ts';
import type { Text } from '../vocabulary/text.ts';
import { amountRows } from './amount-rows.ts';
import { inForce, type Dated } from './dated.ts';
import { indicesOn, type IndexMissing } from './indices.ts';

export type Frequency = 'once' | 'monthly' | 'quarterly' | 'yearly';

export const frequencies = {
  once: { kk: 'біржолғы', ru: 'единовременно', en: 'once' },
  monthly: { kk: 'ай сайын', ru: 'ежемесячно', en: 'monthly' },
  quarterly: { kk: 'тоқсан сайын', ru: 'ежеквартально', en: 'quarterly' },
  yearly: { kk: 'жылына бір рет', ru: 'один раз в год', en: 'once a year' },
} as const satisfies Readonly<Record<Frequency, Text>>;

export interface AmountRow extends Dated {
  readonly id: string;
  /** The region of `reference/regions.ts`; a district inside it where the decision is a district's. */
  readonly region: string;
  readonly district?: string;
  readonly ground?: Ground;
  readonly category?: Category;
  readonly disabilityGroups?: readonly ('I' | 'II' | 'III' | 'child')[];
  /** Rows of the disease list, where only some of them count. */
  readonly diseases?: readonly string[];
  /** A number of monthly calculation indices, or of subsistence minimums, or tenge. */
  readonly rate: number;
  readonly unit: 'MCI' | 'SUBSISTENCE_MINIMUM' | 'TENGE';
  /** `fixed`: exactly so much. `up-to`: the special commission sets the sum below it. */
  readonly kind: 'fixed' | 'up-to';
  readonly frequency: Frequency;
  readonly incomeTest: boolean;
  /** Within how many months after the event help must be asked for. */
  readonly applyWithinMonths?: number;
  /** Given without an application. */
  readonly proactive: boolean;
  readonly what: Text;
  readonly act: Text;
  readonly basis: Basis;
}

export const amounts: readonly AmountRow[] = amountRows;

/** What decides which rows apply. */
export interface AmountQuestion {
  readonly region: string;
  readonly district?: string;
  readonly date: LocalDate;
  readonly ground?: Ground;
  readonly category?: Category;
  readonly disabilityGroup?: 'I' | 'II' | 'III' | 'child';
  readonly disease?: string;
}

/** The rows that answer a question, most of them one; none where the maslikhat gives nothing for it. */
export function amountsFor(question: AmountQuestion): readonly AmountRow[] {
  return amounts.filter(
    (row) =>
      row.region === question.region &&
      (row.district === undefined || row.district === question.district) &&
      inForce(row, question.date) &&
      (row.ground === undefined || row.ground === question.ground) &&
      (row.category === undefined || row.category === question.category) &&
      (row.disabilityGroups === undefined ||
        (question.disabilityGroup !== undefined &&
          row.disabilityGroups.includes(question.disabilityGroup))) &&
      (row.diseases === undefined ||
        (question.disease !== undefined && row.diseases.includes(question.disease))),
  );
}

/**
 * The sum of a row in whole tenge on a date; the ceiling where the row says "up to".
 * @returns the sum, `index-missing` where the year's index is not in the table
 */
export function sumOf(row: AmountRow, date: LocalDate): Result<number, IndexMissing> {
  if (row.unit === 'TENGE') return ok(row.rate);
  const index = indicesOn(date);
  if (!index.ok) return index;
  const unit = row.unit === 'MCI' ? index.value.mci : index.value.subsistenceMinimum;
  return unit === undefined ? refuse({ kind: 'index-missing', date }) : ok(Math.round(row.rate * unit));
}
