// What counts as income of a family and what does not (Order № 181 and the rules of targeted assistance that it carries), with the
// per-capita formula: the quarter before the quarter of the application, by members, by three months.
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';
import { inForce, type Dated } from './dated.ts';

export interface IncomeType extends Dated {
  readonly id: string;
  readonly counts: boolean;
  readonly name: Text;
  readonly basis: Basis;
}

const counted = { from: '2023-07-01', counts: true, basis: 'found' } as const;
const excluded = { from: '2023-07-01', counts: false, basis: 'found' } as const;

export const incomeTypes: readonly IncomeType[] = [
  {
    ...counted,
    id: 'wages',
    name: {
      kk: 'еңбекақы және әлеуметтік төлемдер',
      ru: 'оплата труда и социальные выплаты',
      en: 'wages and social benefits',
    },
  },
  { ...counted, id: 'alimony', name: { kk: 'алимент', ru: 'алименты', en: 'alimony' } },
  {
    ...counted,
    id: 'household-farm',
    name: {
      kk: 'жеке қосалқы шаруашылық табысы',
      ru: 'доход от личного подсобного хозяйства',
      en: 'household farm',
    },
  },
  {
    ...counted,
    id: 'business',
    name: {
      kk: 'кәсіпкерлік қызмет табысы',
      ru: 'доход от предпринимательской деятельности',
      en: 'business',
    },
  },
  {
    ...counted,
    id: 'rent-and-sale',
    name: {
      kk: 'мүлікті және көлікті жалға беру мен сату',
      ru: 'сдача в аренду и продажа имущества и транспорта',
      en: 'rent and sale of property and vehicles',
    },
  },
  { ...counted, id: 'securities', name: { kk: 'бағалы қағаздар', ru: 'ценные бумаги', en: 'securities' } },
  {
    ...counted,
    id: 'gifts',
    name: { kk: 'сыйға алу және мұра', ru: 'дарение и наследство', en: 'gifts and inheritance' },
  },
  {
    ...counted,
    id: 'credit',
    name: { kk: 'кредит (микрокредит)', ru: 'кредит (микрокредит)', en: 'credit and microcredit' },
  },
  {
    ...counted,
    id: 'free-money',
    name: {
      kk: 'өтеусіз алынған ақша',
      ru: 'деньги, полученные безвозмездно',
      en: 'money received free of charge',
    },
  },
  {
    ...counted,
    id: 'interest',
    name: { kk: 'сыйақылар (пайыздар)', ru: 'вознаграждения (проценты)', en: 'interest' },
  },
  { ...counted, id: 'transfers', name: { kk: 'ақша аударымдары', ru: 'переводы', en: 'transfers' } },
  { ...counted, id: 'winnings', name: { kk: 'ұтыстар', ru: 'выигрыши', en: 'winnings' } },
  {
    ...counted,
    id: 'large-family',
    name: {
      kk: 'төрт және одан көп баласы бар көпбалалы отбасыларға ай сайынғы жәрдемақы',
      ru: 'ежемесячное пособие многодетным семьям с четырьмя и более детьми',
      en: 'monthly allowance of families with four or more children',
    },
  },
  {
    ...counted,
    id: 'employment-measures',
    name: {
      kk: 'жұмыспен қамтудың белсенді шараларынан табыс',
      ru: 'доход от активных мер занятости',
      en: 'income from active employment measures',
    },
  },

  {
    ...excluded,
    id: 'targeted-assistance',
    name: { kk: 'атаулы әлеуметтік көмек', ru: 'адресная социальная помощь', en: 'targeted assistance' },
  },
  {
    ...excluded,
    id: 'housing-aid',
    name: { kk: 'тұрғын үй көмегі', ru: 'жилищная помощь', en: 'housing aid' },
  },
  {
    ...excluded,
    id: 'burial',
    name: {
      kk: 'жерлеуге арналған біржолғы төлем',
      ru: 'единовременная выплата на погребение',
      en: 'burial lump sum',
    },
  },
  {
    ...excluded,
    id: 'relocation',
    name: {
      kk: 'көшуге арналған біржолғы төлем',
      ru: 'единовременная выплата на переезд',
      en: 'relocation lump sum',
    },
  },
  {
    ...excluded,
    id: 'disabled-child-16',
    name: {
      kk: '16 жасқа дейінгі мүгедектігі бар балаларға мүгедектік бойынша жәрдемақы',
      ru: 'пособие по инвалидности детям с инвалидностью до 16 лет',
      en: 'disability allowance of children under 16',
    },
  },
  {
    ...excluded,
    id: 'disabled-child-18',
    name: {
      kk: '16-дан 18 жасқа дейінгі мүгедектігі бар балаларға (I–III топ) жәрдемақы',
      ru: 'пособие детям с инвалидностью от 16 до 18 лет (I–III группа)',
      en: 'disability allowance of children from 16 to 18',
    },
  },
  {
    ...excluded,
    id: 'special-allowance',
    name: {
      kk: 'сол балаларға арнаулы мемлекеттік жәрдемақы',
      ru: 'специальное государственное пособие тем же детям',
      en: 'special state allowance for the same children',
    },
  },
];

/** The rows in force on a date. */
export const incomeTypesOn = (date: LocalDate): readonly IncomeType[] =>
  incomeTypes.filter((row) => inForce(row, date));

/** Whether the list of excluded income is complete: the published text was cut after its first items. */
export const excludedIncomeIsComplete = false;

/** The first and last day of the quarter before the quarter of an application: "2026-03-20" → 2025-10-01 … 2025-12-31. */
export function quarterBefore(date: LocalDate): { readonly from: LocalDate; readonly until: LocalDate } {
  const year = Number(date.slice(0, 4));
  const quarter = Math.floor((Number(date.slice(5, 7)) - 1) / 3);
  const from = new Date(Date.UTC(year, quarter * 3 - 3, 1));
  const until = new Date(Date.UTC(year, quarter * 3, 0));
  return { from: from.toISOString().slice(0, 10), until: until.toISOString().slice(0, 10) };
}

/** The per-capita average income: the family's income of a quarter by its members and by three months, in tenge with tiyn. */
export const perCapitaIncome = (incomeOfQuarter: number, members: number): number =>
  Math.round((incomeOfQuarter / members / 3) * 100) / 100;
