// Astana, regulation № 158-1286 of 27.07.2015, our service on its main road: five steps in 8 working days, 20 if documents lack.
import type { Regulation } from '../../regulation.ts';
import {
  confirmations,
  extensionReasons,
  handOver,
  modelRulesGrounds,
  serviceForms,
  socialHelpEnds,
  socialHelpName,
  socialHelpResult,
} from '../texts/shared-wordings.ts';
import { complaintSubjects, filingTerm } from '../texts/complaints.ts';
import { papers } from '../texts/papers.ts';
import { wholeWorkdays } from '../texts/terms.ts';
import { astanaDocuments, astanaForms } from './application.ts';
import { astanaPortal } from './portal.ts';
import { astanaSteps } from './steps.ts';

const act = 'astana-158-1286';
const standard = 'standard-279';
const ours = { act: 'komek', basis: 'inferred' } as const;

export const astana1581286 = {
  id: 'astana-158-1286',
  version: 1,
  kind: 'service',
  serviceCode: { value: 'pass172_mtszn', basis: 'found' },
  name: socialHelpName,
  shortName: {
    kk: 'Әлеуметтік көмек (Астана)',
    ru: 'Социальная помощь (Астана)',
    en: 'Social help (Astana)',
  },
  force: { from: '2015-07-27', law: { act, basis: 'inferred' } },
  legalBasis: [
    { act },
    { act: standard },
    { act: 'service-passport' },
    { act: 'model-rules-504', basis: 'found' },
  ],
  provider: {
    kk: '«Астана қаласының Жұмыспен қамту, еңбек және әлеуметтік қорғау басқармасы» мемлекеттік мекемесі',
    ru: 'Государственное учреждение «Управление занятости, труда и социальной защиты города Астаны»',
    en: 'Department of Employment, Labour and Social Protection of the city of Astana',
  },
  serviceForm: serviceForms.partlyAutomated,
  result: socialHelpResult,
  channels: [
    {
      channel: 'portal',
      start: 'register',
      who: ['DISABLED', 'DISABLED_CHILD', 'SOCIAL_DISEASE'],
      result: { by: 'clerk', form: 'electronic', how: handOver.cabinet },
      confirmation: confirmations.cabinet,
      law: { act, place: 'p1.i2' },
    },
    {
      channel: 'provider',
      start: 'register',
      who: 'everyone',
      result: { by: 'clerk', form: 'paper', how: handOver.desk },
      confirmation: confirmations.coupon,
      law: { act, place: 'p1.i1' },
    },
  ],
  notThrough: [],
  grounds: [
    { id: 'SOCIAL_DISEASE', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'LOW_INCOME', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'NATURAL_DISASTER', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'FIRE', law: { act: 'model-rules-504', basis: 'found' } },
  ],
  forms: astanaForms,
  documents: astanaDocuments,
  actors: [
    {
      id: 'clerk',
      title: { kk: 'кеңсе маманы', ru: 'специалист канцелярии услугодателя', en: 'clerk of the provider' },
      law: { act, place: 'p6.i1' },
    },
    {
      id: 'head',
      title: { kk: 'көрсетілетін қызметті берушінің басшысы', ru: 'руководитель услугодателя', en: 'head' },
      law: { act, place: 'p6.i2' },
    },
    {
      id: 'executor',
      title: { kk: 'жауапты орындаушы', ru: 'ответственный исполнитель услугодателя', en: 'executor' },
      law: { act, place: 'p6.i3' },
    },
    {
      id: 'applicant',
      title: { kk: 'көрсетілетін қызметті алушы', ru: 'услугополучатель', en: 'recipient' },
      law: { act: standard, place: 'p7' },
    },
  ],
  commissions: [],
  terms: {
    normal: { amount: 8, ...wholeWorkdays, law: { act: standard, place: 'p4.i1' } },
    extended: {
      term: { amount: 20, ...wholeWorkdays, law: { act: standard, place: 'p4.i1' } },
      reasons: extensionReasons,
    },
  },
  spans: [],
  steps: astanaSteps,
  ends: socialHelpEnds,
  papers: [
    { id: 'coupon', ...papers.coupon, law: { act: standard, place: 'p9' } },
    { id: 'grant-notification', ...papers.grant, signedBy: 'head', law: { act, place: 'p5.i4' } },
    { id: 'refusal-notification', ...papers.refusal, signedBy: 'head', law: { act, place: 'p8.i10' } },
    { id: 'shortage-notice', ...papers.shortage, signedBy: 'head', law: { act, place: 'p5.i3' } },
  ],
  refusalGrounds: [
    {
      id: 'document-violations',
      name: {
        kk: 'өтініш берушінің құжаттарында бұзушылықтар бар',
        ru: 'в документах заявителя имеются нарушения',
        en: 'there are violations in the documents of the applicant',
      },
      law: { act, place: 'p8.i10' },
    },
    {
      id: 'grounds-not-met',
      name: {
        kk: 'құжаттар қызмет көрсету негіздеріне сәйкес келмейді',
        ru: 'документы не соответствуют основаниям для оказания услуги',
        en: 'the documents do not meet the grounds for the service',
      },
      law: { act, place: 'p8.i9' },
    },
    ...modelRulesGrounds,
  ],
  withdrawal: {
    from: ['register', 'resolution', 'review', 'draw-notice', 'await-documents'],
    end: 'withdrawn',
    law: ours,
  },
  complaint: {
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
      { to: 'akim', name: { kk: 'Астана қаласының әкімі', ru: 'аким города Астаны', en: 'akim of Astana' } },
    ],
    subjects: complaintSubjects,
    thenCourt: true,
    filingMonths: filingTerm,
    law: { act: standard, place: 'p10' },
  },
  hours: { provider: 'astana-provider' },
  queue: { waitingMinutes: 30, serviceMinutes: 30, law: { act: standard, place: 'p4' } },
  portal: astanaPortal,
  notes: [
    {
      text: {
        kk: 'Өтініш нысанының (2-қосымша) ресми мәтіні табылмады; нысан порталдың өз редакциясында көрсетіледі.',
        ru: 'Официальный текст формы заявления (приложение 2) не найден; форма показана в редакции портала.',
        en: 'The official text of the form (Appendix 2) was not found; the portal shows its own edition.',
      },
      law: ours,
    },
    {
      text: {
        kk: '20 жұмыс күні 8 күнге қосылмайды, оны алмастырады және өтініш берілген сәттен есептеледі.',
        ru: '20 рабочих дней не прибавляются к 8, а заменяют их и считаются с подачи заявления.',
        en: 'The 20 working days replace the 8, they are not added; they run from the submission.',
      },
      law: ours,
    },
    {
      text: {
        kk: 'Нәтижені уәкілетті тұлғаның ЭЦҚ-сы куәландырады: басшының немесе қол қоюға уәкілетті тұлғаның кілті жарайды.',
        ru: 'Результат удостоверяет ЭЦП уполномоченного лица: подходит ключ руководителя или лица с правом подписи.',
        en: 'The result carries the signature of an authorised person: the head or one who may sign.',
      },
      law: { act, place: 'p3' },
    },
    {
      text: {
        kk: 'Бизнес-процестердің анықтамалығы порталда және көрсетілетін қызметті берушінің сайтында жарияланады.',
        ru: 'Справочник бизнес-процессов публикуется на портале и на сайте услугодателя.',
        en: 'The handbook of business processes is published on the portal and on the provider’s site.',
      },
      law: { act, place: 'p9' },
    },
  ],
} as const satisfies Regulation;
