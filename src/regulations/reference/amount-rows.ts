// The rows of the amount table. Adding a decision is adding rows; README.md, "Adding an amount".
import type { AmountRow } from './amounts.ts';

const mangystau2014 = {
  from: '2014-01-01',
  region: '47',
  kind: 'up-to',
  unit: 'MCI',
  frequency: 'yearly',
  incomeTest: false,
  applyWithinMonths: 6,
  proactive: false,
  act: {
    kk: 'Маңғыстау, 2014 жылғы шешім (V14ME002368)',
    ru: 'Мангистау, решение 2014 года (V14ME002368)',
    en: 'Mangystau, decision of 2014 (V14ME002368)',
  },
  basis: 'found',
} as const;

const kostanay2022 = {
  from: '2022-06-03',
  region: '39',
  district: 'kostanay-city',
  kind: 'fixed',
  frequency: 'monthly',
  incomeTest: false,
  proactive: false,
  act: {
    kk: 'Қостанай қалалық мәслихатының 03.06.2022 № 121 шешімі',
    ru: 'Решение маслихата города Костаная от 03.06.2022 № 121',
    en: 'Decision of the maslikhat of Kostanay city No. 121 of 03.06.2022',
  },
  basis: 'found',
} as const;

const shortandy2024 = {
  from: '2024-01-01',
  region: '11',
  district: 'shortandy',
  unit: 'MCI',
  incomeTest: false,
  proactive: false,
  act: {
    kk: 'Шортанды аудандық мәслихатының 2024 жылғы шешімі (V24BR874503)',
    ru: 'Решение маслихата Шортандинского района 2024 года (V24BR874503)',
    en: 'Decision of the maslikhat of Shortandy district, 2024 (V24BR874503)',
  },
  basis: 'found',
} as const;

const astana2024 = {
  from: '2024-01-01',
  region: '71',
  unit: 'MCI',
  kind: 'fixed',
  frequency: 'yearly',
  incomeTest: false,
  proactive: true,
  act: {
    kk: 'Астана қаласы мәслихатының шешімі, 2024 жыл (жарияланған хабар бойынша)',
    ru: 'Решение маслихата города Астаны, 2024 год (по публикации)',
    en: 'Decision of the maslikhat of Astana, 2024 (as published in the news)',
  },
  basis: 'found',
} as const;

const shymkent2025 = {
  from: '2025-08-30',
  region: '79',
  unit: 'MCI',
  kind: 'fixed',
  frequency: 'once',
  incomeTest: false,
  proactive: true,
  act: {
    kk: 'Шымкент қаласы, 30.08.2025 (жарияланған хабар бойынша)',
    ru: 'Город Шымкент, 30.08.2025 (по публикации)',
    en: 'City of Shymkent, 30.08.2025 (as published in the news)',
  },
  basis: 'found',
} as const;

const disaster = { kk: 'дүлей зілзала', ru: 'стихийное бедствие', en: 'natural disaster' } as const;
const fire = { kk: 'өрт', ru: 'пожар', en: 'fire' } as const;
const disabilityDay = {
  kk: 'Мүгедектігі бар адамдар күні (қазанның екінші жексенбісі)',
  ru: 'День лиц с инвалидностью (второе воскресенье октября)',
  en: 'Day of Persons with Disabilities (second Sunday of October)',
} as const;

export const amountRows: readonly AmountRow[] = [
  { ...mangystau2014, id: 'mangystau-disaster', ground: 'NATURAL_DISASTER', rate: 50, what: disaster },
  { ...mangystau2014, id: 'mangystau-fire', ground: 'FIRE', rate: 50, what: fire },
  {
    ...mangystau2014,
    id: 'mangystau-disease',
    ground: 'SOCIAL_DISEASE',
    diseases: ['malignant', 'hiv', 'tuberculosis'],
    rate: 26,
    what: {
      kk: 'онкология, АИТВ, туберкулез',
      ru: 'онкология, ВИЧ, туберкулез',
      en: 'oncology, HIV, tuberculosis',
    },
  },
  {
    ...kostanay2022,
    id: 'kostanay-children-hiv',
    ground: 'SOCIAL_DISEASE',
    diseases: ['hiv'],
    disabilityGroups: ['child'],
    rate: 2,
    unit: 'SUBSISTENCE_MINIMUM',
    what: { kk: 'АИТВ жұқтырған балалар', ru: 'дети с ВИЧ', en: 'children with HIV' },
    basis: 'inferred',
  },
  {
    id: 'kaztalov-tuberculosis',
    from: '2023-01-01',
    region: '27',
    district: 'kaztalov',
    ground: 'SOCIAL_DISEASE',
    diseases: ['tuberculosis'],
    rate: 10,
    unit: 'MCI',
    kind: 'fixed',
    frequency: 'monthly',
    incomeTest: false,
    proactive: false,
    what: {
      kk: 'амбулаторлық емдегі туберкулез',
      ru: 'туберкулез на амбулаторном лечении',
      en: 'tuberculosis in out-patient treatment',
    },
    act: {
      kk: 'Казталов аудандық мәслихатының 2023 жылғы шешімі (V23ZH731007)',
      ru: 'Решение маслихата Казталовского района 2023 года (V23ZH731007)',
      en: 'Decision of the maslikhat of Kaztalov district, 2023 (V23ZH731007)',
    },
    basis: 'found',
  },
  {
    ...shortandy2024,
    id: 'shortandy-disaster',
    ground: 'NATURAL_DISASTER',
    rate: 100,
    kind: 'up-to',
    frequency: 'once',
    applyWithinMonths: 3,
    what: disaster,
  },
  {
    ...shortandy2024,
    id: 'shortandy-fire',
    ground: 'FIRE',
    rate: 100,
    kind: 'up-to',
    frequency: 'once',
    applyWithinMonths: 3,
    what: fire,
  },
  {
    ...shortandy2024,
    id: 'shortandy-disease',
    ground: 'SOCIAL_DISEASE',
    diseases: ['hiv', 'malignant', 'diabetes'],
    rate: 20,
    kind: 'fixed',
    frequency: 'yearly',
    what: {
      kk: 'АИТВ, қатерлі ісіктер, 1-типті қант диабеті (бір ауру бойынша)',
      ru: 'ВИЧ, злокачественные новообразования, диабет 1 типа (по одному заболеванию)',
      en: 'HIV, malignant tumours, type-1 diabetes (for one disease)',
    },
  },
  {
    ...astana2024,
    id: 'astana-disability-1',
    category: 'DISABLED',
    disabilityGroups: ['I'],
    rate: 20,
    what: disabilityDay,
  },
  {
    ...astana2024,
    id: 'astana-disability-2',
    category: 'DISABLED',
    disabilityGroups: ['II'],
    rate: 10,
    what: disabilityDay,
  },
  {
    ...astana2024,
    id: 'astana-disability-child',
    category: 'DISABLED_CHILD',
    rate: 10,
    what: disabilityDay,
  },
  {
    ...astana2024,
    id: 'astana-disability-3',
    category: 'DISABLED',
    disabilityGroups: ['III'],
    rate: 5,
    what: disabilityDay,
  },
  {
    ...astana2024,
    id: 'astana-disease',
    category: 'SOCIAL_DISEASE',
    rate: 2.5,
    what: {
      kk: '4 ақпан: әлеуметтік мәні бар аурулары бар адамдар, қатерлі ісігі бар балалар',
      ru: '4 февраля: лица с социально значимыми заболеваниями, дети со злокачественными новообразованиями',
      en: '4 February: socially significant diseases, children with malignant tumours',
    },
  },
  {
    ...shymkent2025,
    id: 'shymkent-disability-child',
    category: 'DISABLED_CHILD',
    rate: 5,
    what: { kk: 'мүгедектігі бар балалар', ru: 'дети с инвалидностью', en: 'children with disabilities' },
  },
];
