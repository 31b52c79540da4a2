// Dates and moments of the office as people write them in the three languages of the law.
import { TIME_ZONE } from '../platform/kazakh-time.ts';
import type { LocalDate } from './regulation.ts';
import type { LawLanguage } from './vocabulary/text.ts';

type Formats = Readonly<Record<LawLanguage, Intl.DateTimeFormat>>;

const make = (timeZone: string, options: Intl.DateTimeFormatOptions): Formats => ({
  kk: new Intl.DateTimeFormat('kk', { timeZone, ...options }),
  ru: new Intl.DateTimeFormat('ru', { timeZone, ...options }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone, ...options }),
});

const dayOfDate = make('UTC', { day: 'numeric', month: 'long' });
const dayOfMoment = make(TIME_ZONE, { day: 'numeric', month: 'long' });
const year = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, year: 'numeric' });
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "7 апреля" of "2026-04-07". */
export const formatOfficeDay = (date: LocalDate, language: LawLanguage): string =>
  dayOfDate[language].format(new Date(`${date}T00:00:00Z`));

/** "7 апреля 2026". */
export const formatOfficeDate = (instant: Date, language: LawLanguage): string =>
  `${dayOfMoment[language].format(instant)} ${year.format(instant)}`;

/** "7 апреля 2026, 18:00". */
export const formatOfficeMoment = (instant: Date, language: LawLanguage): string =>
  `${formatOfficeDate(instant, language)}, ${clock.format(instant)}`;
