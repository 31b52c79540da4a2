// By which door people come, who they are and why: channels, categories, grounds.
import type { Text } from './text.ts';

export const channels = {
  provider: {
    kk: 'көрсетілетін қызметті беруші арқылы',
    ru: 'через услугодателя',
    en: 'through the provider',
  },
  portal: {
    kk: '«электрондық үкімет» порталы арқылы',
    ru: 'через портал «электронного правительства»',
    en: 'through the e-government portal',
  },
  'rural-akim': {
    kk: 'ауылдық округ әкімі арқылы',
    ru: 'через акима сельского округа',
    en: 'through the rural akim',
  },
  'service-centre': {
    kk: 'халыққа қызмет көрсету орталығы арқылы',
    ru: 'через центр обслуживания населения',
    en: 'through the public service centre',
  },
  'state-corporation': {
    kk: 'Мемлекеттік корпорация арқылы',
    ru: 'через Государственную корпорацию',
    en: 'through the State Corporation',
  },
  akimat: {
    kk: 'әкімдік кеңсесі арқылы',
    ru: 'через канцелярию акимата',
    en: 'through the office of the akimat',
  },
  post: { kk: 'пошта арқылы', ru: 'по почте', en: 'by post' },
  'quality-body': { kk: 'уәкілетті органға', ru: 'в уполномоченный орган', en: 'to the quality body' },
} as const satisfies Readonly<Record<string, Text>>;

export type Channel = keyof typeof channels;

export const categories = {
  DISABLED: { kk: 'мүгедектігі бар адам', ru: 'лицо с инвалидностью', en: 'person with a disability' },
  DISABLED_CHILD: {
    kk: 'мүгедектігі бар бала',
    ru: 'ребенок с инвалидностью',
    en: 'child with a disability',
  },
  SOCIAL_DISEASE: {
    kk: 'әлеуметтік мәні бар ауруы бар адам',
    ru: 'лицо, имеющее социально значимое заболевание',
    en: 'person with a socially significant disease',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** A category of people that registers confirm; it decides who may use the portal. */
export type Category = keyof typeof categories;

export const grounds = {
  NATURAL_DISASTER: {
    kk: 'дүлей зілзала салдарынан азаматқа (отбасына) не оның мүлкіне зиян келуі',
    ru: 'причинение ущерба гражданину (семье) либо его имуществу вследствие стихийного бедствия',
    en: 'damage to a citizen, a family or property by a natural disaster',
  },
  FIRE: {
    kk: 'өрт салдарынан азаматқа (отбасына) не оның мүлкіне зиян келуі',
    ru: 'причинение ущерба гражданину (семье) либо его имуществу вследствие пожара',
    en: 'damage to a citizen, a family or property by fire',
  },
  SOCIAL_DISEASE: {
    kk: 'әлеуметтік мәні бар аурудың болуы',
    ru: 'наличие социально значимого заболевания',
    en: 'a socially significant disease',
  },
  LOW_INCOME: {
    kk: 'жан басына шаққандағы орташа табыстың белгіленген шектен аспауы',
    ru: 'среднедушевой доход, не превышающий установленного порога',
    en: 'per-capita income not above the threshold',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** Why help is asked for: the grounds of the Model Rules. */
export type Ground = keyof typeof grounds;

export const decisions = {
  grant: { kk: 'тағайындау', ru: 'назначить', en: 'grant' },
  refuse: { kk: 'бас тарту', ru: 'отказать', en: 'refuse' },
  shortage: { kk: 'құжаттар жетіспейді', ru: 'документов недостаточно', en: 'documents are insufficient' },
  belongs: { kk: 'алушыларға тиесілі', ru: 'относится к получателям', en: 'belongs to the recipients' },
  'not-belongs': {
    kk: 'алушыларға тиесілі емес',
    ru: 'не относится к получателям',
    en: 'does not belong to the recipients',
  },
  upheld: { kk: 'шағым қанағаттандырылды', ru: 'жалоба удовлетворена', en: 'the complaint is upheld' },
  dismissed: {
    kk: 'шағым қанағаттандырылмады',
    ru: 'в удовлетворении жалобы отказано',
    en: 'the complaint is dismissed',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** What the draft in the case says at this moment. */
export type Decision = keyof typeof decisions;
