// How much help is, by decisions of maslikhats: region × category × ground → rate, unit, frequency, limit, income test, period for
// applying. The rows come from published decisions; each names its act.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Category, Ground } from '../vocabulary/channels.ts';
import type { Text } from '../vocabulary/text.ts';
import { amountRows } from './amount-rows.ts';
import { dateInKazakhstan } from '../office-time.ts';
import { inForce, type Dated } from './dated.ts';
import { officeWithId } from './offices.ts';
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
  readonly officeId: string;
  readonly on: Date;
  readonly categories: readonly Category[];
  readonly ground?: Ground;
  /** Where it is known: rows of other groups fall away. */
  readonly disabilityGroup?: 'I' | 'II' | 'III' | 'child';
  /** Rows of the disease list, where they are known. */
  readonly diseases?: readonly string[];
}

/** A row with its sum, as an executor chooses it and a notification prints it. */
export interface AmountProposal {
  readonly row: string;
  /** The sum, or the ceiling below which the special commission sets it. */
  readonly tenge: number;
  readonly kind: AmountRow['kind'];
  readonly calculation: Text;
  readonly frequency: Text;
  readonly what: Text;
  readonly act: Text;
}

const matches = (row: AmountRow, question: AmountQuestion): boolean =>
  (row.ground === undefined || row.ground === question.ground) &&
  (row.category === undefined || question.categories.includes(row.category)) &&
  (row.disabilityGroups === undefined ||
    question.disabilityGroup === undefined ||
    row.disabilityGroups.includes(question.disabilityGroup)) &&
  (row.diseases === undefined ||
    question.diseases === undefined ||
    row.diseases.some((disease) => question.diseases?.includes(disease)));

/** The rows in force at an office for a person; none where the maslikhat gives nothing. */
export function amountRowsFor(question: AmountQuestion): readonly AmountRow[] {
  const office = officeWithId(question.officeId);
  const date = dateInKazakhstan(question.on);
  return amounts.filter(
    (row) =>
      row.region === office?.region &&
      (row.district === undefined || row.district === office.district) &&
      inForce(row, date) &&
      matches(row, question),
  );
}

/**
 * What an executor may grant. A row whose index has no value for the date is left out, never guessed: `indicesOn` says which year the
 * administrator must add.
 */
export function amountsFor(question: AmountQuestion): readonly AmountProposal[] {
  const date = dateInKazakhstan(question.on);
  return amountRowsFor(question).flatMap((row) => {
    const tenge = sumOf(row, date);
    const calculation = calculationOf(row, date);
    if (!tenge.ok || calculation === undefined) return [];
    const { id, kind, what, act } = row;
    return [
      { row: id, tenge: tenge.value, kind, calculation, frequency: frequencies[row.frequency], what, act },
    ];
  });
}

const units = {
  MCI: { kk: 'АЕК', ru: 'МРП', en: 'MCI' },
  SUBSISTENCE_MINIMUM: {
    kk: 'ең төмен күнкөріс деңгейі',
    ru: 'прожиточный минимум',
    en: 'subsistence minimum',
  },
} as const satisfies Readonly<Record<Exclude<AmountRow['unit'], 'TENGE'>, Text>>;

const grouped = new Intl.NumberFormat('ru', { maximumFractionDigits: 2 });

/** "10 МРП × 4 325 ₸" of a row on a date. */
function calculationOf(row: AmountRow, date: LocalDate): Text | undefined {
  if (row.unit === 'TENGE') {
    const sum = `${grouped.format(row.rate)} ₸`;
    return { kk: sum, ru: sum, en: sum };
  }
  const index = indicesOn(date);
  const unit = !index.ok ? undefined : row.unit === 'MCI' ? index.value.mci : index.value.subsistenceMinimum;
  if (unit === undefined) return undefined;
  const names = units[row.unit];
  const say = (name: string) => `${grouped.format(row.rate)} ${name} × ${grouped.format(unit)} ₸`;
  return { kk: say(names.kk), ru: say(names.ru), en: say(names.en) };
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
