// Dates, moments and sums as people write them in Kazakh and Russian: "7 сәуір 2026", "7 апреля 2026", "73 840 ₸".
import { TIME_ZONE } from '../platform/kazakh-time.ts';
import type { Language } from './texts.ts';

const dayAndMonth = {
  kk: format('kk', { day: 'numeric', month: 'long' }),
  ru: format('ru', { day: 'numeric', month: 'long' }),
};
const monthAlone = { kk: format('kk', { month: 'long' }), ru: format('ru', { month: 'long' }) };
const year = format('en', { year: 'numeric' });
const clock = format('ru', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const grouped = new Intl.NumberFormat('ru', { maximumFractionDigits: 2 });

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, ...options });
}

/** A calendar date, from "2026-04-07" or from a moment as seen in Kazakhstan. */
export function formatDate(date: string | Date, language: Language): string {
  const moment = typeof date === 'string' ? new Date(`${date.slice(0, 10)}T12:00:00+05:00`) : date;
  return `${dayAndMonth[language].format(moment)} ${year.format(moment)}`;
}

/** The month of a date: "шілде 2026", "июль 2026". */
export function formatMonth(date: string, language: Language): string {
  const moment = new Date(`${date.slice(0, 7)}-15T12:00:00+05:00`);
  return `${monthAlone[language].format(moment)} ${year.format(moment)}`;
}

/** A moment with its clock time. */
export const formatMoment = (moment: Date, language: Language): string =>
  `${formatDate(moment, language)}, ${clock.format(moment)}`;

/** A sum in tenge; the space between groups does not break. */
export const formatMoney = (tenge: number, _language: Language): string => `${grouped.format(tenge)} ₸`;

/** A word of the law's lists as the beginning of a line. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
