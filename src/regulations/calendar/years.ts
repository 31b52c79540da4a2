// One row a year: when Kurban Ait is, and which days the Government moved. README.md, "Adding a year", says how to write one.
import type { LocalDate } from '../regulation.ts';
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';

/** A day off moved by the Government: `works` becomes a working day, `rests` becomes a day off. */
export interface MovedDay {
  readonly works?: LocalDate;
  readonly rests?: LocalDate;
  readonly act: Text;
  readonly basis: Basis;
}

export interface CalendarYear {
  readonly year: number;
  /** The first day of Kurban Ait. */
  readonly kurbanAit: LocalDate;
  readonly kurbanAitBasis: Basis;
  readonly moved: readonly MovedDay[];
  /** False where nobody has looked for acts that moved days in this year: its calendar is provisional. */
  readonly movedChecked: boolean;
}

const decree: Text = {
  kk: 'Үкіметтің демалыс күндерін ауыстыру туралы қаулысы',
  ru: 'Постановление Правительства о переносе дней отдыха',
  en: 'Government decree on moving days off',
};

const ministerOrder: Text = {
  kk: 'Еңбек министрінің демалыс күндерін ауыстыру туралы бұйрығы',
  ru: 'Приказ министра труда о переносе дней отдыха',
  en: 'Order of the Minister of Labour on moving days off',
};

const byDecree = { act: decree, basis: 'found' } as const;
const byOrder = { act: ministerOrder, basis: 'found' } as const;

export const calendarYears = [
  { year: 2013, kurbanAit: '2013-10-15', kurbanAitBasis: 'recalled', moved: [], movedChecked: false },
  {
    year: 2014,
    kurbanAit: '2014-10-04',
    kurbanAitBasis: 'found',
    moved: [
      { works: '2014-05-04', rests: '2014-05-02', ...byDecree },
      { works: '2014-05-11', rests: '2014-05-08', ...byDecree },
    ],
    movedChecked: false,
  },
  { year: 2015, kurbanAit: '2015-09-24', kurbanAitBasis: 'recalled', moved: [], movedChecked: false },
  { year: 2016, kurbanAit: '2016-09-12', kurbanAitBasis: 'recalled', moved: [], movedChecked: false },
  { year: 2017, kurbanAit: '2017-09-01', kurbanAitBasis: 'found', moved: [], movedChecked: false },
  {
    year: 2018,
    kurbanAit: '2018-08-21',
    kurbanAitBasis: 'found',
    moved: [
      { works: '2018-03-03', rests: '2018-03-09', ...byDecree },
      { works: '2018-04-28', rests: '2018-04-30', ...byDecree },
      { works: '2018-05-05', rests: '2018-05-08', ...byDecree },
      { works: '2018-08-25', rests: '2018-08-31', ...byDecree },
      { works: '2018-12-29', rests: '2018-12-31', ...byDecree },
    ],
    movedChecked: true,
  },
  { year: 2019, kurbanAit: '2019-08-11', kurbanAitBasis: 'found', moved: [], movedChecked: false },
  {
    year: 2020,
    kurbanAit: '2020-07-31',
    kurbanAitBasis: 'found',
    moved: [
      { works: '2020-01-05', rests: '2020-01-03', ...byDecree },
      { works: '2020-05-11', rests: '2020-05-08', ...byDecree },
      { works: '2020-12-20', rests: '2020-12-18', ...byDecree },
    ],
    movedChecked: true,
  },
  {
    year: 2021,
    kurbanAit: '2021-07-20',
    kurbanAitBasis: 'found',
    moved: [{ works: '2021-07-03', rests: '2021-07-05', ...byDecree }],
    movedChecked: false,
  },
  {
    year: 2022,
    kurbanAit: '2022-07-09',
    kurbanAitBasis: 'found',
    moved: [
      { works: '2022-03-05', rests: '2022-03-07', ...byDecree },
      { works: '2022-10-22', rests: '2022-10-24', ...byDecree },
    ],
    movedChecked: true,
  },
  {
    year: 2023,
    kurbanAit: '2023-06-28',
    kurbanAitBasis: 'found',
    moved: [{ works: '2023-07-01', rests: '2023-07-07', ...byDecree }],
    movedChecked: true,
  },
  {
    year: 2024,
    kurbanAit: '2024-06-16',
    kurbanAitBasis: 'recalled',
    moved: [{ works: '2024-05-04', rests: '2024-05-08', ...byOrder }],
    movedChecked: true,
  },
  {
    year: 2025,
    kurbanAit: '2025-06-06',
    kurbanAitBasis: 'recalled',
    moved: [{ works: '2025-01-05', rests: '2025-01-03', ...byOrder }],
    movedChecked: true,
  },
  { year: 2026, kurbanAit: '2026-05-27', kurbanAitBasis: 'recalled', moved: [], movedChecked: true },
  { year: 2027, kurbanAit: '2027-05-16', kurbanAitBasis: 'recalled', moved: [], movedChecked: false },
] as const satisfies readonly CalendarYear[];
