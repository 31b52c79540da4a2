// Aktogay 2013, targeted assistance: what both processes share: people, papers, documents, grounds of refusal, notes.
import type { Paper, RefusalGround, Regulation, RequiredDocument } from '../../regulation.ts';
import { ends, serviceForms } from '../texts/shared-wordings.ts';
import { complaintSubjects, filingTerm } from '../texts/complaints.ts';
import { papers } from '../texts/papers.ts';
import { assistancePapers as words } from './texts.ts';

const act = 'aktogay-03-10';
const ours = { act: 'komek', basis: 'inferred' } as const;

export const aktogay = {
  version: 1,
  kind: 'service',
  serviceCode: { value: 'pass166_mtszn', basis: 'found' },
  force: { from: '2013-03-05', until: '2013-05-02', law: { act, basis: 'inferred' } },
  legalBasis: [
    { act },
    { act: 'law-administrative-procedures', place: 'art9-1' },
    { act: 'law-local-government' },
    { act: 'law-targeted-assistance', place: 'art2.p1' },
  ],
  provider: {
    kk: '«Ақтоғай ауданының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі» мемлекеттік мекемесі',
    ru: 'Государственное учреждение «Отдел занятости и социальных программ Актогайского района»',
    en: 'Department of Employment and Social Programmes of Aktogay district',
  },
  serviceForm: serviceForms.notAutomated,
  result: {
    kk: 'мемлекеттік атаулы әлеуметтік көмек тағайындау туралы хабарлама не бас тарту туралы дәлелді жауап',
    ru: 'уведомление о назначении государственной адресной социальной помощи либо мотивированный ответ об отказе',
    en: 'notification of the grant of targeted assistance or a reasoned refusal',
  },
  notThrough: [],
  grounds: [],
  spans: [],
  ends: [
    {
      id: 'granted',
      status: 'GRANTED',
      result: 'positive',
      name: {
        kk: 'Атаулы әлеуметтік көмек тағайындалды',
        ru: 'Адресная социальная помощь назначена',
        en: 'Targeted assistance granted',
      },
    },
    ends.refused,
    ends.withdrawn,
  ],
  complaint: {
    procedure: 'complaint-2015',
    addressees: [
      {
        to: 'head',
        name: { kk: 'уәкілетті органның басшысы', ru: 'руководитель уполномоченного органа', en: 'head' },
      },
      {
        to: 'akim',
        name: { kk: 'Ақтоғай ауданының әкімі', ru: 'аким Актогайского района', en: 'akim of Aktogay' },
      },
    ],
    subjects: complaintSubjects,
    thenCourt: true,
    filingMonths: filingTerm,
    law: ours,
  },
  queue: { waitingMinutes: 15, serviceMinutes: 15, perPersonInQueue: true, law: { act, place: 'p9.i2' } },
  portal: [],
} as const satisfies Partial<Regulation>;

export const people = {
  applicant: {
    id: 'applicant',
    title: { kk: 'тұтынушы', ru: 'потребитель', en: 'consumer' },
    law: { act, place: 'p1.i5' },
  },
  head: {
    id: 'head',
    title: { kk: 'уәкілетті органның басшысы', ru: 'руководитель уполномоченного органа', en: 'head' },
    law: { act, place: 'p14.i1' },
  },
  sectorHead: {
    id: 'sector-head',
    title: { kk: 'сектор меңгерушісі', ru: 'заведующий сектором', en: 'head of sector' },
    law: { act, place: 'p14.i2' },
  },
  specialist: {
    id: 'executor',
    title: { kk: 'сектор маманы', ru: 'специалист сектора', en: 'specialist of the sector' },
    law: { act, place: 'p14.i3' },
  },
} as const satisfies Readonly<Record<string, Regulation['actors'][number]>>;

/** Two thirds of the members must be present: the usual rule of such commissions, not verified. */
export const quorum = {
  numerator: 2,
  denominator: 3,
  law: { act: 'law-targeted-assistance', basis: 'recalled' },
} as const;

export const aktogayPapers = [
  { id: 'coupon', kind: 'coupon', ...words.coupon, law: { act, place: 'p12' } },
  { id: 'survey-order', kind: 'order', ...words.order, law: { act, place: 'app2.t1.a2' } },
  { id: 'survey-act', kind: 'survey-act', ...words.surveyAct, law: { act, place: 'p11.i3' } },
  { id: 'conclusion', kind: 'conclusion', ...words.conclusion, law: { act, place: 'p11.i3' } },
  { id: 'case-file', kind: 'case-file', ...words.caseFile, law: { act, place: 'app2.t1.a6' } },
  {
    id: 'decision',
    kind: 'decision',
    ...words.decision,
    signedBy: 'head',
    law: { act, place: 'app2.t1.a8' },
  },
  {
    id: 'grant-notification',
    ...papers.grant,
    title: {
      kk: 'Мемлекеттік атаулы әлеуметтік көмек тағайындау туралы хабарлама',
      ru: 'Уведомление о назначении государственной адресной социальной помощи',
      en: 'Notification of the grant of targeted assistance',
    },
    law: { act, place: 'p6' },
  },
  {
    id: 'reasoned-refusal',
    ...papers.refusal,
    title: {
      kk: 'Бас тарту туралы дәлелді жауап',
      ru: 'Мотивированный ответ об отказе',
      en: 'Reasoned refusal',
    },
    law: { act, place: 'p6' },
  },
] as const satisfies readonly Paper[];

export const aktogayGrounds = [
  {
    id: 'income-above-poverty-line',
    name: {
      kk: 'отбасының жан басына шаққандағы орташа табысы кедейлік шегінен асады',
      ru: 'среднедушевой доход семьи превышает черту бедности',
      en: 'per-capita income of the family is above the poverty line',
    },
    law: { act, place: 'p10.i1' },
  },
  {
    id: 'refused-employment-measures',
    name: {
      kk: 'жұмыссыз ретінде тіркелмеген немесе жұмыспен қамтудың белсенді шараларынан жазбаша бас тартқан',
      ru: 'безработный не зарегистрирован либо трудоспособный письменно отказался от активных мер занятости',
      en: 'unemployed and not registered, or refused active employment measures in writing',
    },
    exceptions: [
      { kk: 'мүгедектігі бар адамдар', ru: 'лица с инвалидностью', en: 'persons with a disability' },
      {
        kk: 'стационарлық емдеуде бір айдан астам жүргендер',
        ru: 'находящиеся на стационарном лечении более месяца',
        en: 'persons in in-patient treatment for over a month',
      },
      {
        kk: 'күндізгі оқитын оқушылар, студенттер, тыңдаушылар, курсанттар, магистранттар',
        ru: 'учащиеся, студенты, слушатели, курсанты и магистранты очной формы',
        en: 'full-time pupils, students, trainees, cadets and master students',
      },
      {
        kk: 'I және II топтағы мүгедектігі бар адамды, 80 жастан асқан адамды, 7 жасқа дейінгі баланы күтушілер',
        ru: 'ухаживающие за лицами с инвалидностью I и II группы, лицами старше 80 лет, детьми до 7 лет',
        en: 'carers of persons of disability groups I and II, of persons over 80, of children under 7',
      },
    ],
    law: { act, place: 'p10.i2' },
  },
  {
    id: 'refused-job-or-training',
    name: {
      kk: 'ұсынылған жұмыстан, қоғамдық жұмыстан немесе оқудан дәлелсіз бас тартқан не оны өз бетімен тоқтатқан',
      ru: 'без уважительных причин отказался от предложенной работы или обучения либо самовольно прекратил их',
      en: 'without good reason refused an offered job or training, or left it',
    },
    law: { act, place: 'p10.i3' },
  },
] as const satisfies readonly RefusalGround[];

export const aktogayDocuments = {
  application: {
    id: 'application',
    name: {
      kk: 'белгіленген үлгідегі өтініш',
      ru: 'заявление установленного образца',
      en: 'application of the set form',
    },
    brought: 'paper',
    law: { act, place: 'p13.i1' },
  },
  family: {
    id: 'family-composition',
    name: { kk: 'отбасы құрамы туралы мәліметтер', ru: 'сведения о составе семьи', en: 'family composition' },
    brought: 'paper',
    law: { act, place: 'p13.i2' },
  },
  income: {
    id: 'income',
    name: {
      kk: 'отбасы мүшелерінің табыстары туралы мәліметтер',
      ru: 'сведения о доходах членов семьи',
      en: 'income',
    },
    brought: 'paper',
    law: { act, place: 'p13.i3' },
  },
  farm: {
    id: 'household-farm',
    name: {
      kk: 'жеке қосалқы шаруашылық туралы мәліметтер',
      ru: 'сведения о личном подсобном хозяйстве',
      en: 'household farm',
    },
    brought: 'paper',
    law: { act, place: 'p13.i4' },
  },
  residence: {
    id: 'residence',
    name: {
      kk: 'тұрғылықты жері бойынша тіркелгенін растайтын құжат, мекенжай анықтамасы немесе әкімнің анықтамасы',
      ru: 'копия документа о регистрации по месту жительства, адресная справка либо справка акима',
      en: 'copy of the residence registration, address certificate or certificate of the akim',
    },
    brought: 'paper',
    law: { act, place: 'p13.i5' },
  },
  socialContract: {
    id: 'social-contract',
    name: {
      kk: 'әлеуметтік келісімшарттың көшірмесі (белсенді шараларға қатысқанда)',
      ru: 'копия социального контракта (при участии в активных мерах)',
      en: 'copy of the social contract (if taking part in active measures)',
    },
    brought: 'paper',
    law: { act, place: 'p13.i6' },
  },
} as const satisfies Readonly<Record<string, Omit<RequiredDocument, 'channels'>>>;

export const aktogayNotes = [
  {
    text: {
      kk: 'Көмек алу құқығы тоқсан сайын табыс туралы құжаттармен расталады.',
      ru: 'Право на помощь подтверждается ежеквартально документами о доходах.',
      en: 'The right is confirmed every quarter by documents on income.',
    },
    law: { act, place: 'p13' },
  },
  {
    text: {
      kk: 'Табыс кедейлік шегіне тең болғанда дереккөздер қайшы келеді; портал тағайындауға шешеді.',
      ru: 'При доходе, равном черте бедности, нормы расходятся; портал решает в пользу назначения.',
      en: 'Where income equals the poverty line the provisions differ; the portal decides for the grant.',
    },
    law: ours,
  },
  {
    text: {
      kk: 'Қызмет көрсетуді тоқтата тұру негіздері көзделмеген.',
      ru: 'Оснований для приостановления услуги не предусмотрено.',
      en: 'There are no grounds to suspend the service.',
    },
    law: { act, place: 'p10' },
  },
] as const satisfies Regulation['notes'];
