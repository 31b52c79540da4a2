// The national list of socially significant diseases (Order ҚР ДСМ-108/2020) with its change of 1 January 2026, and what a portal
// says of a disease that left it.
import { daysAfter, monthsAfter } from '../calendar/days.ts';
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';
import { inForce, type Dated } from './dated.ts';

export interface Disease extends Dated {
  readonly id: string;
  readonly name: Text;
  /** Codes of ICD-10: a code or a range of the letter's numbers, "A15-A19". Empty where the list of codes was not available. */
  readonly codes: readonly string[];
  /** A disease counts only so many months after it was found. */
  readonly countsMonths?: number;
  readonly basis: Basis;
  readonly codesBasis: Basis;
}

const list2020 = { from: '2020-01-01', basis: 'found', codesBasis: 'found' } as const;
const until2025 = { ...list2020, until: '2025-12-31' } as const;
const since2026 = { from: '2026-01-01', basis: 'found', codesBasis: 'recalled' } as const;

export const diseases: readonly Disease[] = [
  {
    id: 'tuberculosis',
    codes: ['A15-A19'],
    ...list2020,
    name: { kk: 'Туберкулез', ru: 'Туберкулез', en: 'Tuberculosis' },
  },
  {
    id: 'hiv',
    codes: ['B20-B24'],
    ...list2020,
    name: { kk: 'АИТВ инфекциясы', ru: 'Болезнь, вызванная ВИЧ', en: 'Disease caused by HIV' },
  },
  {
    id: 'hepatitis',
    codes: ['B18.0', 'B18.1', 'B18.2', 'B18.8', 'B19', 'K74'],
    ...list2020,
    name: {
      kk: 'Созылмалы вирустық гепатиттер және бауыр циррозы',
      ru: 'Хронические вирусные гепатиты и цирроз печени',
      en: 'Chronic viral hepatitis and cirrhosis of the liver',
    },
  },
  {
    id: 'malignant',
    codes: ['C00-C97', 'D00-D09', 'D37-D48'],
    ...list2020,
    name: { kk: 'Қатерлі ісіктер', ru: 'Злокачественные новообразования', en: 'Malignant tumours' },
  },
  {
    id: 'diabetes',
    codes: ['E10-E14'],
    ...until2025,
    name: { kk: 'Қант диабеті', ru: 'Сахарный диабет', en: 'Diabetes' },
  },
  {
    id: 'mental',
    codes: ['F00-F99'],
    ...list2020,
    name: {
      kk: 'Психикалық және мінез-құлық бұзылыстары',
      ru: 'Психические, поведенческие расстройства',
      en: 'Mental and behavioural disorders',
    },
  },
  {
    id: 'cerebral-palsy',
    codes: ['G80'],
    ...until2025,
    name: { kk: 'Балалардың церебралды сал ауруы', ru: 'Детский церебральный паралич', en: 'Cerebral palsy' },
  },
  {
    id: 'infarction',
    countsMonths: 6,
    codes: ['I21-I23'],
    ...list2020,
    name: {
      kk: 'Жедел миокард инфаркті (алғашқы 6 ай)',
      ru: 'Острый инфаркт миокарда (первые 6 месяцев)',
      en: 'Acute myocardial infarction (first 6 months)',
    },
  },
  {
    id: 'rheumatism',
    codes: ['I00-I02', 'I05-I09', 'M12.3', 'M35.3'],
    ...until2025,
    name: { kk: 'Ревматизм', ru: 'Ревматизм', en: 'Rheumatism' },
  },
  {
    id: 'connective-tissue',
    codes: ['M30-M36'],
    ...until2025,
    name: {
      kk: 'Дәнекер тіннің жүйелі зақымданулары',
      ru: 'Системные поражения соединительной ткани',
      en: 'Systemic disorders of connective tissue',
    },
  },
  {
    id: 'degenerative-nervous',
    codes: ['G30-G32'],
    ...list2020,
    name: {
      kk: 'Жүйке жүйесінің дегенеративті аурулары',
      ru: 'Дегенеративные болезни нервной системы',
      en: 'Degenerative diseases of the nervous system',
    },
  },
  {
    id: 'demyelinating',
    codes: ['G35-G37'],
    ...list2020,
    name: {
      kk: 'Орталық жүйке жүйесінің демиелинизациялық аурулары',
      ru: 'Демиелинизирующие болезни центральной нервной системы',
      en: 'Demyelinating diseases of the central nervous system',
    },
  },
  {
    id: 'orphan',
    codes: [],
    ...list2020,
    name: { kk: 'Сирек (орфандық) аурулар', ru: 'Орфанные заболевания', en: 'Orphan diseases' },
  },
  {
    id: 'epilepsy',
    codes: ['G40'],
    ...since2026,
    name: { kk: 'Эпилепсия', ru: 'Эпилепсия', en: 'Epilepsy' },
  },
  {
    id: 'stroke',
    countsMonths: 12,
    codes: ['I60-I64'],
    ...since2026,
    name: {
      kk: 'Цереброваскулярлық аурулар (инсульттер) (1 жыл)',
      ru: 'Цереброваскулярные болезни (инсульты), 1 год',
      en: 'Cerebrovascular diseases (strokes), 1 year',
    },
  },
];

/** The list as it stands on a date. */
export const diseasesOn = (date: LocalDate): readonly Disease[] =>
  diseases.filter((row) => inForce(row, date));

const shape = /^([A-Z])(\d{2})(?:\.(\d{1,2}))?$/;

function covers(range: string, code: string): boolean {
  const [first = '', last = first] = range.split('-');
  const [, letter, number, detail] = shape.exec(code) ?? [];
  const [, fromLetter, from, fromDetail] = shape.exec(first) ?? [];
  const [, , to] = shape.exec(last) ?? [];
  if (letter === undefined || letter !== fromLetter || number === undefined) return false;
  if (from === undefined || to === undefined) return false;
  if (fromDetail !== undefined) return number === from && detail === fromDetail;
  return from <= number && number <= to;
}

/** What the list says of a code of ICD-10 on a date. */
export type DiseaseStatus =
  | { readonly kind: 'listed'; readonly disease: Disease }
  | { readonly kind: 'excluded'; readonly disease: Disease; readonly since: LocalDate }
  | { readonly kind: 'not-yet'; readonly disease: Disease }
  | { readonly kind: 'not-in-list' };

/** Looks up a code of ICD-10 in the list of a date. */
export function diseaseByCode(code: string, date: LocalDate): DiseaseStatus {
  const rows = diseases.filter(({ codes }) =>
    codes.some((range) => covers(range, code.trim().toUpperCase())),
  );
  const listed = rows.find((row) => inForce(row, date));
  if (listed !== undefined) return { kind: 'listed', disease: listed };
  const gone = rows.find(({ until }) => until !== undefined && until < date);
  if (gone?.until !== undefined) return { kind: 'excluded', disease: gone, since: daysAfter(gone.until, 1) };
  const coming = rows[0];
  return coming === undefined ? { kind: 'not-in-list' } : { kind: 'not-yet', disease: coming };
}

/** The last day on which a disease that was found on a day counts; undefined where it counts as long as it is in the list. */
export const countsUntil = ({ countsMonths }: Disease, since: LocalDate): LocalDate | undefined =>
  countsMonths === undefined ? undefined : monthsAfter(since, countsMonths);

const pretty = (date: LocalDate): string => date.split('-').reverse().join('.');

/** The sentence about a disease that left the list: "исключено с 01.01.2026". */
export const excludedSentence = (since: LocalDate): Text => ({
  kk: `Тізімнен ${pretty(since)} бастап алынып тасталды`,
  ru: `Исключено из перечня с ${pretty(since)}`,
  en: `Excluded from the list since ${pretty(since)}`,
});
