// Kostanay, decree № 565: what its seven services share besides the steps: provider, people, doors, complaint, force.
import type {
  ApplicationForm,
  ChannelRule,
  ComplaintRoute,
  Paper,
  RefusalGround,
  Regulation,
  RequiredDocument,
  Span,
} from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';
import { complaintSubjects, filingTerm } from '../texts/complaints.ts';
import { papers } from '../texts/papers.ts';

const act = 'kostanay-565';
const ours = { act: 'komek', basis: 'inferred' } as const;

/** Everything that is the same in all seven. */
export const kostanay = {
  version: 1,
  kind: 'service',
  force: { from: '2016-01-26', until: '2016-06-10', law: { act, basis: 'inferred' } },
  provider: {
    kk: 'Қостанай облысы аудандары мен облыстық маңызы бар қалаларының жұмыспен қамту және әлеуметтік бағдарламалар бөлімі',
    ru: 'Отдел занятости и социальных программ района (города областного значения) Костанайской области',
    en: 'Department of Employment and Social Programmes of a district or city of Kostanay oblast',
  },
  commissions: [],
  hours: {
    provider: 'kostanay-provider',
    'rural-akim': 'rural-akim',
    'service-centre': 'service-centre',
  },
} as const satisfies Partial<Regulation>;

export const people = {
  clerk: {
    id: 'clerk',
    title: { kk: 'көрсетілетін қызметті берушінің қызметкері', ru: 'сотрудник услугодателя', en: 'employee' },
    law: { act },
  },
  head: {
    id: 'head',
    title: { kk: 'көрсетілетін қызметті берушінің басшысы', ru: 'руководитель услугодателя', en: 'head' },
    law: { act },
  },
  executor: {
    id: 'executor',
    title: {
      kk: 'көрсетілетін қызметті берушінің жауапты орындаушысы',
      ru: 'ответственный исполнитель услугодателя',
      en: 'responsible executor',
    },
    law: { act },
  },
  applicant: {
    id: 'applicant',
    title: { kk: 'көрсетілетін қызметті алушы', ru: 'услугополучатель', en: 'recipient' },
    law: { act },
  },
  centreClerk: {
    id: 'service-centre-clerk',
    title: { kk: 'ХҚКО қызметкері', ru: 'сотрудник ЦОН', en: 'clerk of the public service centre' },
    law: { act },
  },
  ruralClerk: {
    id: 'rural-clerk',
    title: { kk: 'әкімнің қызметкері', ru: 'сотрудник акима', en: 'clerk of the akim' },
    law: { act },
  },
  ruralAkim: {
    id: 'rural-akim',
    title: {
      kk: 'кент, ауыл, ауылдық округ әкімі',
      ru: 'аким поселка, села, сельского округа',
      en: 'rural akim',
    },
    law: { act },
  },
  ruralExecutor: {
    id: 'rural-executor',
    title: {
      kk: 'әкімнің жауапты орындаушысы',
      ru: 'ответственный исполнитель акима',
      en: 'executor of the akim',
    },
    law: { act },
  },
} as const satisfies Readonly<Record<string, Regulation['actors'][number]>>;

/** The four doors; a service adds the place of the law and the confirmation where it differs. */
export const doors = {
  provider: {
    channel: 'provider',
    start: 'register',
    who: 'everyone',
    result: { by: 'executor', form: 'paper', how: handOver.desk },
    confirmation: confirmations.coupon,
  },
  centre: {
    channel: 'service-centre',
    start: 'centre-check',
    who: 'everyone',
    result: { by: 'service-centre-clerk', form: 'paper', how: handOver.centre },
    confirmation: confirmations.receipt,
  },
  akim: {
    channel: 'rural-akim',
    start: 'akim-register',
    who: 'everyone',
    result: { by: 'rural-executor', form: 'paper', how: handOver.akim },
    confirmation: confirmations.coupon,
  },
  portal: {
    channel: 'portal',
    start: 'register',
    who: 'everyone',
    result: { by: 'executor', form: 'electronic', how: handOver.cabinet },
    confirmation: confirmations.cabinet,
  },
} as const satisfies Readonly<Record<string, Omit<ChannelRule, 'law'>>>;

export const kostanayPapers = {
  coupon: { id: 'coupon', ...papers.coupon, law: { act } },
  refusalToAccept: { id: 'refusal-to-accept', ...papers.refusalToAccept, law: { act } },
  acceptance: { id: 'acceptance-receipt', ...papers.acceptanceReceipt, law: { act } },
} as const satisfies Readonly<Record<string, Paper>>;

/** A complaint procedure stands only in the standard of our service; for the others the portal applies it too. */
export const kostanayComplaint = {
  procedure: 'complaint-2015',
  addressees: [
    {
      to: 'head',
      name: {
        kk: 'көрсетілетін қызметті берушінің басшысы',
        ru: 'руководитель услугодателя',
        en: 'head of the provider',
      },
    },
    {
      to: 'akim',
      name: {
        kk: 'ауданның (қаланың) әкімі',
        ru: 'аким района (города)',
        en: 'akim of the district or city',
      },
    },
  ],
  subjects: complaintSubjects,
  thenCourt: true,
  filingMonths: filingTerm,
  law: { act: 'standard-279', place: 'p10', basis: 'inferred' },
} as const satisfies ComplaintRoute;

export const withdrawalLaw = ours;

const withinProvider = ['register', 'resolution', 'draft', 'sign'] as const;

/** The provider's part of the road when another office took the papers. */
export const providerSpan = {
  afterCentre: {
    id: 'provider-after-centre',
    name: {
      kk: 'көрсетілетін қызметті беруші қарап, нәтижені орталыққа жібереді',
      ru: 'услугодатель рассматривает и направляет результат в центр',
      en: 'the provider reviews and sends the result to the centre',
    },
    steps: withinProvider,
    when: { channels: ['service-centre'] },
  },
  afterAkim: {
    id: 'provider-after-akim',
    name: {
      kk: 'көрсетілетін қызметті беруші қарап, нәтижені әкімге жібереді',
      ru: 'услугодатель рассматривает и направляет результат акиму',
      en: 'the provider reviews and sends the result to the akim',
    },
    steps: withinProvider,
    when: { channels: ['rural-akim'] },
  },
} as const satisfies Readonly<Record<string, Omit<Span, 'term'>>>;

/** The list of documents stands in item 9 of a standard whose text was not available. */
export const documentsByReference = {
  id: 'standard-item-9',
  name: {
    kk: 'стандарттың 9-тармағындағы құжаттар (мәтіні қолжетімді емес)',
    ru: 'документы пункта 9 стандарта (текст недоступен)',
    en: 'documents of item 9 of the standard (text not available)',
  },
  byReference: true,
} as const satisfies Partial<RequiredDocument>;

/** The grounds of refusal stand in item 10 of a standard whose text was not available. */
export const groundsByReference = {
  id: 'standard-item-10',
  name: {
    kk: 'стандарттың 10-тармағындағы негіз (мәтіні қолжетімді емес, негізді сөзбен жазыңыз)',
    ru: 'основание из пункта 10 стандарта (текст недоступен, укажите основание словами)',
    en: 'ground of item 10 of the standard (text not available, name it in words)',
  },
  byReference: true,
} as const satisfies Partial<RefusalGround>;

export const paperForm = {
  name: { kk: 'Стандарт бойынша өтініш', ru: 'Заявление по стандарту', en: 'Application of the standard' },
  signsRegisters: false,
} as const satisfies Partial<ApplicationForm>;
