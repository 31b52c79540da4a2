// The blocks of an application form and the consents it asks for. Which of them a procedure shows stands in its data.
import type { Text } from './text.ts';

export const formBlocks = {
  header: { kk: 'Тақырып', ru: 'Заголовок', en: 'Header' },
  applicant: { kk: 'Өтініш беруші туралы мәліметтер', ru: 'Сведения о заявителе', en: 'Applicant' },
  representative: { kk: 'Өкіл', ru: 'Представитель', en: 'Representative' },
  residence: {
    kk: 'Тұрғылықты тұратын жері бойынша тіркелген мекенжайы',
    ru: 'Адрес регистрации по постоянному месту жительства',
    en: 'Registered residence',
  },
  contacts: { kk: 'Байланыс деректері', ru: 'Контактные данные', en: 'Contacts' },
  category: { kk: 'Санаты және негізі', ru: 'Категория и основание', en: 'Category and ground' },
  family: { kk: 'Отбасы құрамы', ru: 'Состав семьи', en: 'Family' },
  income: { kk: 'Табыстары туралы мәліметтер', ru: 'Сведения о доходах', en: 'Income' },
  property: { kk: 'Мүлік', ru: 'Имущество', en: 'Property' },
  bank: { kk: 'Банк деректемелері', ru: 'Банковские реквизиты', en: 'Bank account' },
  attachments: { kk: 'Қоса берілетін құжаттар', ru: 'Прилагаемые документы', en: 'Attachments' },
  consents: { kk: 'Келісімдер', ru: 'Согласия', en: 'Consents' },
  registers: {
    kk: 'Мемлекеттік ақпараттық жүйелердің мәліметтері',
    ru: 'Сведения государственных информационных систем',
    en: 'Data of state registers',
  },
  signature: { kk: 'Қолтаңба', ru: 'Подпись', en: 'Signature' },
} as const satisfies Readonly<Record<string, Text>>;

export type BlockId = keyof typeof formBlocks;

export const blockConditions = {
  represented: {
    kk: 'өтінішті өкіл бергенде',
    ru: 'если заявление подает представитель',
    en: 'when a representative applies',
  },
  'for-family': {
    kk: 'отбасы атынан жүгінгенде',
    ru: 'если обращаются от имени семьи',
    en: 'when the application is for a family',
  },
  'income-test': {
    kk: 'көмек табысқа байланысты болғанда',
    ru: 'если помощь зависит от дохода',
    en: 'when the help depends on income',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type BlockCondition = keyof typeof blockConditions;

export const consents = {
  'personal-data': {
    kk: 'дербес деректерді жинауға және өңдеуге келісім',
    ru: 'согласие на сбор и обработку персональных данных',
    en: 'consent to collect and process personal data',
  },
  'secret-data': {
    kk: 'ақпараттық жүйелердегі заңмен қорғалатын құпияны пайдалануға келісім',
    ru: 'согласие на использование сведений информационных систем, составляющих охраняемую законом тайну',
    en: 'consent to use secret-protected data of information systems',
  },
  'family-members': {
    kk: 'кәмелетке толған отбасы мүшелерінің келісімі',
    ru: 'согласие совершеннолетних членов семьи',
    en: 'consent of adult family members',
  },
  truthfulness: {
    kk: 'мәліметтердің дұрыстығын растау және өзгерістерді хабарлау міндеті',
    ru: 'подтверждение достоверности сведений и обязанность сообщать об изменениях',
    en: 'truthfulness and the duty to report changes',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Consent = keyof typeof consents;
