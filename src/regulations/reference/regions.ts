// Regions by the first digits of the state classifier of administrative units (КАТО). Districts are not in the sources; an office
// names its own.
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';

export interface Region {
  /** The first two digits of the classifier. */
  readonly code: string;
  readonly kind: 'oblast' | 'city';
  readonly name: Text;
  readonly basis: Basis;
}

const oblast = { kind: 'oblast', basis: 'recalled' } as const;
const city = { kind: 'city', basis: 'found' } as const;

export const regions: readonly Region[] = [
  { ...oblast, code: '10', name: { kk: 'Абай облысы', ru: 'Область Абай', en: 'Abai oblast' } },
  { ...oblast, code: '11', name: { kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola oblast' } },
  { ...oblast, code: '15', name: { kk: 'Ақтөбе облысы', ru: 'Актюбинская область', en: 'Aktobe oblast' } },
  { ...oblast, code: '19', name: { kk: 'Алматы облысы', ru: 'Алматинская область', en: 'Almaty oblast' } },
  { ...oblast, code: '23', name: { kk: 'Атырау облысы', ru: 'Атырауская область', en: 'Atyrau oblast' } },
  {
    ...oblast,
    code: '27',
    name: { kk: 'Батыс Қазақстан облысы', ru: 'Западно-Казахстанская область', en: 'West Kazakhstan oblast' },
  },
  { ...oblast, code: '31', name: { kk: 'Жамбыл облысы', ru: 'Жамбылская область', en: 'Zhambyl oblast' } },
  { ...oblast, code: '33', name: { kk: 'Жетісу облысы', ru: 'Область Жетісу', en: 'Zhetisu oblast' } },
  {
    ...oblast,
    code: '35',
    basis: 'found',
    name: { kk: 'Қарағанды облысы', ru: 'Карагандинская область', en: 'Karaganda oblast' },
  },
  {
    ...oblast,
    code: '39',
    basis: 'found',
    name: { kk: 'Қостанай облысы', ru: 'Костанайская область', en: 'Kostanay oblast' },
  },
  {
    ...oblast,
    code: '43',
    name: { kk: 'Қызылорда облысы', ru: 'Кызылординская область', en: 'Kyzylorda oblast' },
  },
  {
    ...oblast,
    code: '47',
    name: { kk: 'Маңғыстау облысы', ru: 'Мангистауская область', en: 'Mangystau oblast' },
  },
  {
    ...oblast,
    code: '55',
    name: { kk: 'Павлодар облысы', ru: 'Павлодарская область', en: 'Pavlodar oblast' },
  },
  {
    ...oblast,
    code: '59',
    name: {
      kk: 'Солтүстік Қазақстан облысы',
      ru: 'Северо-Казахстанская область',
      en: 'North Kazakhstan oblast',
    },
  },
  {
    ...oblast,
    code: '61',
    name: { kk: 'Түркістан облысы', ru: 'Туркестанская область', en: 'Turkistan oblast' },
  },
  { ...oblast, code: '62', name: { kk: 'Ұлытау облысы', ru: 'Область Ұлытау', en: 'Ulytau oblast' } },
  {
    ...oblast,
    code: '63',
    name: {
      kk: 'Шығыс Қазақстан облысы',
      ru: 'Восточно-Казахстанская область',
      en: 'East Kazakhstan oblast',
    },
  },
  { ...city, code: '71', name: { kk: 'Астана қаласы', ru: 'Город Астана', en: 'City of Astana' } },
  { ...city, code: '75', name: { kk: 'Алматы қаласы', ru: 'Город Алматы', en: 'City of Almaty' } },
  { ...city, code: '79', name: { kk: 'Шымкент қаласы', ru: 'Город Шымкент', en: 'City of Shymkent' } },
];

/** The region of a code of the classifier: its first two digits count, "351234567" is in oblast 35. */
export const regionOf = (katoCode: string): Region | undefined =>
  regions.find(({ code }) => katoCode.startsWith(code));
