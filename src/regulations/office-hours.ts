// When offices work and when their desks are open. Working hours move deadlines; acceptance hours only say when the door is open.
import type { Citation } from './vocabulary/citation.ts';
import type { Text } from './vocabulary/text.ts';

/** A time of day in minutes after midnight. */
type Minutes = number;

interface DayHours {
  readonly opens: Minutes;
  readonly closes: Minutes;
  readonly lunchFrom: Minutes;
  readonly lunchTo: Minutes;
}

export interface HoursProfile {
  readonly name: Text;
  readonly working: DayHours;
  readonly acceptance: DayHours;
  readonly law: Citation;
}

const at = {
  h0830: 510,
  h0900: 540,
  h1300: 780,
  h1400: 840,
  h1430: 870,
  h1700: 1020,
  h1730: 1050,
  h1800: 1080,
};

const nineToSix: DayHours = { opens: at.h0900, closes: at.h1800, lunchFrom: at.h1300, lunchTo: at.h1400 };
const akimAcceptance: DayHours = {
  opens: at.h0900,
  closes: at.h1730,
  lunchFrom: at.h1300,
  lunchTo: at.h1430,
};

export const hoursProfiles = {
  'astana-provider': {
    name: {
      kk: 'Астана қаласының көрсетілетін қызметті берушісі',
      ru: 'Услугодатель города Астаны',
      en: 'Provider of the city of Astana',
    },
    working: { opens: at.h0830, closes: at.h1800, lunchFrom: at.h1300, lunchTo: at.h1430 },
    acceptance: { opens: at.h0830, closes: at.h1700, lunchFrom: at.h1300, lunchTo: at.h1430 },
    law: { act: 'astana-158-1286' },
  },
  'rural-akim': {
    name: { kk: 'Ауылдық округ әкімі', ru: 'Аким сельского округа', en: 'Rural akim' },
    working: nineToSix,
    acceptance: akimAcceptance,
    law: { act: 'standard-279', place: 'p8.i2' },
  },
  'aktogay-provider': {
    name: {
      kk: 'Ақтоғай ауданының уәкілетті органы',
      ru: 'Уполномоченный орган Актогайского района',
      en: 'Aktogay department',
    },
    working: nineToSix,
    acceptance: nineToSix,
    law: { act: 'aktogay-03-10', place: 'p7' },
  },
  'kostanay-provider': {
    name: {
      kk: 'Қостанай облысының көрсетілетін қызметті берушісі',
      ru: 'Услугодатель Костанайской области',
      en: 'Provider of Kostanay oblast',
    },
    working: nineToSix,
    acceptance: akimAcceptance,
    law: { act: 'komek', basis: 'inferred' },
  },
  'district-provider': {
    name: {
      kk: 'Аудандық көрсетілетін қызметті беруші',
      ru: 'Районный услугодатель',
      en: 'District provider',
    },
    working: nineToSix,
    acceptance: akimAcceptance,
    law: { act: 'komek', basis: 'inferred' },
  },
  'service-centre': {
    name: {
      kk: 'Халыққа қызмет көрсету орталығы',
      ru: 'Центр обслуживания населения',
      en: 'Public service centre',
    },
    working: nineToSix,
    acceptance: nineToSix,
    law: { act: 'komek', basis: 'inferred' },
  },
  'state-corporation': {
    name: { kk: 'Мемлекеттік корпорация', ru: 'Государственная корпорация', en: 'State Corporation' },
    working: nineToSix,
    acceptance: nineToSix,
    law: { act: 'komek', basis: 'inferred' },
  },
  'state-body': {
    name: { kk: 'Мемлекеттік орган', ru: 'Государственный орган', en: 'State body' },
    working: nineToSix,
    acceptance: nineToSix,
    law: { act: 'komek', basis: 'inferred' },
  },
} as const satisfies Readonly<Record<string, HoursProfile>>;

export type HoursProfileId = keyof typeof hoursProfiles;

/** The profile with this id. */
export const hoursProfile = (id: HoursProfileId): HoursProfile => hoursProfiles[id];
