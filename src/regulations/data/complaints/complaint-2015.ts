// The complaint of the 2015 standard: to the head of the provider or to the akim, 5 working days from registration.
import type { Outcome, Regulation } from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';
import {
  complaintEnds,
  complaintSteps,
  complaintSubjects,
  complaintWords,
  filingTerm,
} from '../texts/complaints.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';

const act = 'standard-279';
const law = { act, place: 'p10' } as const;
const ours = { act: 'komek', basis: 'inferred' } as const;

const fiveDays = { amount: 5, unit: 'WORKDAY', from: 'REGISTRATION', kind: 'AT_MOST' } as const;

const byHead = {
  needs: ['answer', 'signature'],
  papers: ['complaint-answer'],
  marks: 'DECISION',
  next: 'answer',
} as const;
const byAkim = {
  needs: ['answer', 'signature'],
  papers: ['answer-of-akim'],
  marks: 'DECISION',
  next: 'akimat-answer',
} as const;

const answered = [
  { id: 'upheld', name: name.answer, when: { decisions: ['upheld'] }, end: 'upheld' },
  { id: 'dismissed', name: name.answer, when: { decisions: ['dismissed'] }, end: 'dismissed' },
  { id: 'not-considered', name: name.answer, when: { decisions: ['refuse'] }, end: 'not-considered' },
] as const satisfies readonly Outcome[];

const registration = { papers: ['registration'], name: name.register } as const;

export const complaint2015 = {
  id: 'complaint-2015',
  version: 1,
  kind: 'complaint',
  name: {
    kk: 'Мемлекеттік қызметтер көрсету мәселелері бойынша шағым (2015 жылғы стандарт)',
    ru: 'Жалоба по вопросам оказания государственных услуг (стандарт 2015 года)',
    en: 'Complaint on public services (standard of 2015)',
  },
  shortName: {
    kk: 'Басшыға немесе әкімге шағым',
    ru: 'Жалоба руководителю или акиму',
    en: 'Complaint to head or akim',
  },
  force: { from: '2015-06-12', law: { act, basis: 'inferred' } },
  legalBasis: [law, { act, place: 'p11' }],
  provider: {
    kk: 'көрсетілетін қызметті беруші немесе әкімдік',
    ru: 'услугодатель или акимат',
    en: 'the provider or the akimat',
  },
  serviceForm: complaintWords.service,
  result: complaintWords.result,
  channels: [
    {
      channel: 'portal',
      start: 'register',
      who: 'everyone',
      result: { by: 'clerk', form: 'electronic', how: handOver.cabinet },
      confirmation: confirmations.cabinet,
      law,
    },
    {
      channel: 'provider',
      start: 'register',
      who: 'everyone',
      result: { by: 'clerk', form: 'paper', how: handOver.desk },
      confirmation: confirmations.registered,
      law,
    },
    {
      channel: 'post',
      start: 'register',
      who: 'everyone',
      result: { by: 'clerk', form: 'paper', how: handOver.desk },
      confirmation: confirmations.registered,
      law,
    },
    {
      channel: 'akimat',
      start: 'akimat-register',
      who: 'everyone',
      result: { by: 'akimat-clerk', form: 'paper', how: handOver.akimat },
      confirmation: confirmations.registered,
      law,
    },
  ],
  notThrough: [],
  grounds: [],
  forms: [],
  documents: [],
  actors: [
    { id: 'applicant', title: complaintWords.applicant, law },
    { id: 'clerk', title: { kk: 'кеңсе маманы', ru: 'канцелярия услугодателя', en: 'office clerk' }, law },
    {
      id: 'head',
      title: {
        kk: 'көрсетілетін қызметті берушінің басшысы',
        ru: 'руководитель услугодателя',
        en: 'head of the provider',
      },
      law,
    },
    {
      id: 'akimat-clerk',
      title: { kk: 'әкімдік кеңсесі', ru: 'канцелярия акимата', en: 'clerk of the akimat' },
      law,
    },
    { id: 'akim', title: { kk: 'әкім', ru: 'аким', en: 'akim' }, law },
  ],
  commissions: [],
  terms: { normal: { ...fiveDays, law } },
  spans: [],
  steps: [
    {
      id: 'register',
      actor: 'clerk',
      ...complaintSteps.register,
      status: 'COMPLAINT_DELIVERED',
      journal: 'complaints',
      outcomes: [{ id: 'registered', ...registration, next: 'consider' }],
      law,
    },
    {
      id: 'consider',
      actor: 'head',
      ...complaintSteps.consider,
      status: 'COMPLAINT_IN_WORK',
      term: fiveDays,
      outcomes: [
        { id: 'upheld', name: name.uphold, decides: 'upheld', ...byHead },
        { id: 'dismissed', name: name.dismiss, decides: 'dismissed', ...byHead },
        { id: 'not-considered', name: name.notConsider, decides: 'refuse', ...byHead },
      ],
      law,
    },
    {
      id: 'answer',
      actor: 'clerk',
      ...complaintSteps.answer,
      status: 'COMPLAINT_EXECUTED',
      journal: 'issue',
      outcomes: answered,
      law,
    },
    {
      id: 'akimat-register',
      actor: 'akimat-clerk',
      ...complaintSteps.register,
      status: 'COMPLAINT_DELIVERED',
      journal: 'complaints',
      outcomes: [{ id: 'registered', ...registration, next: 'akimat-consider' }],
      law,
    },
    {
      id: 'akimat-consider',
      actor: 'akim',
      ...complaintSteps.consider,
      status: 'COMPLAINT_IN_WORK',
      term: fiveDays,
      outcomes: [
        { id: 'upheld', name: name.uphold, decides: 'upheld', ...byAkim },
        { id: 'dismissed', name: name.dismiss, decides: 'dismissed', ...byAkim },
        { id: 'not-considered', name: name.notConsider, decides: 'refuse', ...byAkim },
      ],
      law,
    },
    {
      id: 'akimat-answer',
      actor: 'akimat-clerk',
      ...complaintSteps.answer,
      status: 'COMPLAINT_EXECUTED',
      journal: 'issue',
      outcomes: answered,
      law,
    },
  ],
  ends: complaintEnds,
  papers: [
    { id: 'registration', kind: 'complaint-registration', ...complaintWords.registration, law },
    { id: 'complaint-answer', kind: 'complaint-answer', ...complaintWords.answer, signedBy: 'head', law },
    { id: 'answer-of-akim', kind: 'complaint-answer', ...complaintWords.answer, signedBy: 'akim', law },
  ],
  refusalGrounds: [],
  withdrawal: {
    from: ['register', 'consider', 'akimat-register', 'akimat-consider'],
    end: 'withdrawn',
    law: ours,
  },
  reopening: { from: ['dismissed', 'not-considered'], times: 1, law: ours },
  complaint: {
    procedure: 'complaint-2015-quality',
    addressees: [
      {
        to: 'quality-body',
        name: {
          kk: 'сапаны бағалау және бақылау жөніндегі уәкілетті орган',
          ru: 'уполномоченный орган по оценке и контролю за качеством услуг',
          en: 'the quality body',
        },
      },
    ],
    subjects: complaintSubjects,
    thenCourt: true,
    filingMonths: filingTerm,
    law: { act, place: 'p11' },
  },
  hours: { provider: 'district-provider', akimat: 'state-body' },
  queue: { byReference: { act: 'administrative-code', basis: 'recalled' } },
  portal: [],
  notes: [
    {
      text: {
        kk: 'Портал арқылы берілген шағымның белгілері кабинетте көрінеді: жеткізілді, тіркелді, орындалды, жауап берілді немесе қараудан бас тартылды. «1414» бойынша түсінік беріледі.',
        ru: 'В кабинете видны отметки жалобы: доставлена, зарегистрирована, исполнена, дан ответ или отказано в рассмотрении. Разъяснения – по «1414».',
        en: 'The cabinet shows the marks of the complaint: delivered, registered, executed, answered or not considered. 1414 explains.',
      },
      law,
    },
    {
      text: {
        kk: 'Сотқа дейінгі шағым сотқа жүгінудің шарты болып табылады.',
        ru: 'Досудебная жалоба – условие обращения в суд.',
        en: 'A complaint comes before the court.',
      },
      law: { act: 'administrative-code', place: 'art91.p5', basis: 'found' },
    },
  ],
} as const satisfies Regulation;
