// Holidays and days off of the law, with the years in which they count. A holiday on a weekend gives the next working day off;
// a day off "whatever the schedule" (7 January, Kurban Ait) gives nothing (Law on Holidays; Labour Code).
import type { Citation } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';

export interface HolidayRule {
  readonly id: string;
  readonly name: Text;
  readonly month: number;
  readonly days: readonly number[];
  /** First and last year in which the day counts; open where left out. */
  readonly from?: number;
  readonly until?: number;
  readonly law: Citation;
}

const law = { act: 'holidays-law', basis: 'found' } as const;

export const holidayRules = [
  { id: 'new-year', month: 1, days: [1, 2], name: { kk: 'Жаңа жыл', ru: 'Новый год', en: 'New Year' }, law },
  {
    id: 'womens-day',
    month: 3,
    days: [8],
    name: {
      kk: 'Халықаралық әйелдер күні',
      ru: 'Международный женский день',
      en: "International Women's Day",
    },
    law,
  },
  {
    id: 'constitution-day-march',
    month: 3,
    days: [15],
    from: 2027,
    name: { kk: 'Конституция күні', ru: 'День Конституции', en: 'Constitution Day' },
    law,
  },
  {
    id: 'nauryz',
    month: 3,
    days: [21, 22, 23],
    name: { kk: 'Наурыз мейрамы', ru: 'Наурыз мейрамы', en: 'Nauryz' },
    law,
  },
  {
    id: 'unity-day',
    month: 5,
    days: [1],
    name: {
      kk: 'Қазақстан халқының бірлігі мерекесі',
      ru: 'Праздник единства народа Казахстана',
      en: "Unity Day of Kazakhstan's people",
    },
    law,
  },
  {
    id: 'defender-day',
    month: 5,
    days: [7],
    name: { kk: 'Отан қорғаушы күні', ru: 'День защитника Отечества', en: 'Defender of the Fatherland Day' },
    law,
  },
  {
    id: 'victory-day',
    month: 5,
    days: [9],
    name: { kk: 'Жеңіс күні', ru: 'День Победы', en: 'Victory Day' },
    law,
  },
  {
    id: 'capital-day',
    month: 7,
    days: [6],
    name: { kk: 'Астана күні', ru: 'День столицы', en: 'Capital Day' },
    law,
  },
  {
    id: 'constitution-day-august',
    month: 8,
    days: [30],
    until: 2025,
    name: { kk: 'Конституция күні', ru: 'День Конституции', en: 'Constitution Day' },
    law,
  },
  {
    id: 'republic-day',
    month: 10,
    days: [25],
    from: 2022,
    name: { kk: 'Республика күні', ru: 'День Республики', en: 'Republic Day' },
    law,
  },
  {
    id: 'first-president-day',
    month: 12,
    days: [1],
    from: 2012,
    until: 2021,
    name: {
      kk: 'Тұңғыш Президент күні',
      ru: 'День Первого Президента',
      en: 'Day of the First President',
    },
    law,
  },
  {
    id: 'independence-day',
    month: 12,
    days: [16],
    name: { kk: 'Тәуелсіздік күні', ru: 'День Независимости', en: 'Independence Day' },
    law,
  },
  {
    id: 'independence-day-second',
    month: 12,
    days: [17],
    until: 2021,
    name: { kk: 'Тәуелсіздік күні', ru: 'День Независимости', en: 'Independence Day' },
    law,
  },
] as const satisfies readonly HolidayRule[];

/** Days off that are no holidays. Kurban Ait has no rule: the clergy names it, `years.ts` keeps it. */
export const daysOffRules = [
  {
    id: 'orthodox-christmas',
    month: 1,
    days: [7],
    name: { kk: 'Православиелік Рождество', ru: 'Православное Рождество', en: 'Orthodox Christmas' },
    law,
  },
] as const satisfies readonly HolidayRule[];

export const kurbanAitName: Text = {
  kk: 'Құрбан айттың бірінші күні',
  ru: 'Первый день Курбан-айта',
  en: 'First day of Kurban Ait',
};
