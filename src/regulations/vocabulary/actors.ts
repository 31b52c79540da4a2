// Who acts in a procedure, and where they sit: office hours and queues go by the place.
import type { Text } from './text.ts';

export const actors = {
  applicant: { kk: 'өтініш беруші', ru: 'заявитель', en: 'applicant' },
  clerk: { kk: 'кеңсе маманы', ru: 'специалист канцелярии', en: 'office clerk' },
  head: { kk: 'басшы', ru: 'руководитель', en: 'head' },
  executor: { kk: 'жауапты орындаушы', ru: 'ответственный исполнитель', en: 'responsible executor' },
  'sector-head': { kk: 'сектор меңгерушісі', ru: 'заведующий сектором', en: 'head of sector' },
  'rural-akim': { kk: 'ауылдық округ әкімі', ru: 'аким сельского округа', en: 'akim of the rural district' },
  'rural-clerk': {
    kk: 'әкім аппаратының қызметкері',
    ru: 'сотрудник аппарата акима сельского округа',
    en: 'clerk of the rural akim',
  },
  'rural-executor': {
    kk: 'әкімнің жауапты орындаушысы',
    ru: 'ответственный исполнитель акима сельского округа',
    en: 'executor of the rural akim',
  },
  'precinct-commission': { kk: 'учаскелік комиссия', ru: 'участковая комиссия', en: 'precinct commission' },
  'rural-precinct-commission': {
    kk: 'әкімнің учаскелік комиссиясы',
    ru: 'участковая комиссия акима сельского округа',
    en: 'precinct commission of the rural akim',
  },
  'special-commission': { kk: 'арнайы комиссия', ru: 'специальная комиссия', en: 'special commission' },
  'service-centre-clerk': {
    kk: 'халыққа қызмет көрсету орталығының қызметкері',
    ru: 'сотрудник центра обслуживания населения',
    en: 'clerk of the public service centre',
  },
  'state-corporation-clerk': {
    kk: 'Мемлекеттік корпорация қызметкері',
    ru: 'сотрудник Государственной корпорации',
    en: 'clerk of the State Corporation',
  },
  akim: { kk: 'аудан (қала) әкімі', ru: 'аким района (города)', en: 'akim of the district or city' },
  'akimat-clerk': {
    kk: 'әкімдік кеңсесінің маманы',
    ru: 'специалист канцелярии акимата',
    en: 'clerk of the akimat',
  },
  'quality-body': {
    kk: 'мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган',
    ru: 'уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
    en: 'body that assesses and controls the quality of public services',
  },
  'complaint-body': {
    kk: 'шағымды қарайтын орган',
    ru: 'орган, рассматривающий жалобу',
    en: 'body that considers the complaint',
  },
  administrator: { kk: 'әкімші', ru: 'администратор', en: 'administrator' },
} as const satisfies Readonly<Record<string, Text>>;

export type Actor = keyof typeof actors;

export const places = {
  provider: { kk: 'көрсетілетін қызметті беруші', ru: 'услугодатель', en: 'provider' },
  'rural-akim': {
    kk: 'ауылдық округ әкімінің аппараты',
    ru: 'аппарат акима сельского округа',
    en: 'office of the rural akim',
  },
  'service-centre': {
    kk: 'халыққа қызмет көрсету орталығы',
    ru: 'центр обслуживания населения',
    en: 'public service centre',
  },
  'state-corporation': {
    kk: 'Мемлекеттік корпорация',
    ru: 'Государственная корпорация',
    en: 'State Corporation',
  },
  akimat: { kk: 'әкімдік', ru: 'акимат', en: 'akimat' },
  'quality-body': { kk: 'уәкілетті орган', ru: 'уполномоченный орган', en: 'quality body' },
} as const satisfies Readonly<Record<string, Text>>;

export type Place = keyof typeof places;

const seats: Readonly<Record<Actor, Place>> = {
  // What the applicant must do by a date, he does before the provider's office closes.
  applicant: 'provider',
  clerk: 'provider',
  head: 'provider',
  executor: 'provider',
  'sector-head': 'provider',
  'precinct-commission': 'provider',
  'special-commission': 'provider',
  administrator: 'provider',
  'rural-akim': 'rural-akim',
  'rural-clerk': 'rural-akim',
  'rural-executor': 'rural-akim',
  'rural-precinct-commission': 'rural-akim',
  'service-centre-clerk': 'service-centre',
  'state-corporation-clerk': 'state-corporation',
  akim: 'akimat',
  'akimat-clerk': 'akimat',
  'quality-body': 'quality-body',
  'complaint-body': 'quality-body',
};

/** Where an actor works; office hours are those of the place. */
export const placeOf = (actor: Actor): Place => seats[actor];
