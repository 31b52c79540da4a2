// The complaint of the Administrative Code (since 01.07.2021): handed to the provider, who satisfies it or forwards it with the case.
// The source documents do not describe it: terms are recalled and marked so.
import type { Regulation } from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';
import {
  complaintEnds,
  complaintSteps,
  complaintSubjects,
  complaintWords,
  filingTerm,
} from '../texts/complaints.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';

const act = 'administrative-code';
const law = { act, place: 'art91', basis: 'found' } as const;
const recalled = { act, place: 'art91', basis: 'recalled' } as const;
const ours = { act: 'komek', basis: 'inferred' } as const;

const signed = {
  needs: ['answer', 'signature'],
  papers: ['complaint-answer'],
  marks: 'DECISION',
  next: 'answer',
} as const;

export const complaintCode2021 = {
  id: 'complaint-code-2021',
  version: 1,
  kind: 'complaint',
  name: {
    kk: 'Әкімшілік рәсімдік-процестік кодекс бойынша шағым',
    ru: 'Жалоба по Административному процедурно-процессуальному кодексу',
    en: 'Complaint under the Administrative Procedure Code',
  },
  shortName: { kk: 'Сотқа дейінгі шағым', ru: 'Досудебная жалоба', en: 'Pre-trial complaint' },
  force: { from: '2021-07-01', law: { act, basis: 'found' } },
  legalBasis: [law],
  provider: {
    kk: 'шағым жасалған орган және шағымды қарайтын орган',
    ru: 'орган, на который жалуются, и орган, рассматривающий жалобу',
    en: 'the body complained of and the body that considers the complaint',
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
  ],
  notThrough: [],
  grounds: [],
  forms: [],
  documents: [],
  actors: [
    { id: 'applicant', title: complaintWords.applicant, law },
    { id: 'clerk', title: { kk: 'кеңсе маманы', ru: 'канцелярия услугодателя', en: 'office clerk' }, law },
    { id: 'head', title: { kk: 'басшы', ru: 'руководитель услугодателя', en: 'head of the provider' }, law },
    {
      id: 'complaint-body',
      title: {
        kk: 'шағымды қарайтын орган',
        ru: 'орган, рассматривающий жалобу',
        en: 'body that considers the complaint',
      },
      law,
    },
  ],
  commissions: [],
  terms: { normal: { byReference: recalled } },
  spans: [],
  steps: [
    {
      id: 'register',
      actor: 'clerk',
      ...complaintSteps.register,
      status: 'COMPLAINT_DELIVERED',
      journal: 'complaints',
      term: { amount: 1, unit: 'SAME_WORKDAY', from: 'PREVIOUS_STEP', kind: 'AT_MOST' },
      outcomes: [
        { id: 'registered', name: name.register, papers: ['registration'], next: 'satisfy-or-forward' },
      ],
      law: recalled,
    },
    {
      id: 'satisfy-or-forward',
      actor: 'head',
      name: {
        kk: 'Қанағаттандыру немесе жіберу',
        ru: 'Удовлетворение или направление',
        en: 'Satisfying or forwarding',
      },
      action: {
        kk: 'Шағымды толық қанағаттандырады немесе әкімшілік іспен бірге қарайтын органға жібереді.',
        ru: 'Полностью удовлетворяет жалобу или направляет ее с делом в рассматривающий орган.',
        en: 'Satisfies the complaint in full or forwards it with the case to the body that considers it.',
      },
      status: 'COMPLAINT_REGISTERED',
      term: { amount: 3, unit: 'WORKDAY', from: 'REGISTRATION', kind: 'AT_MOST' },
      outcomes: [
        { id: 'forwarded', name: name.forwardComplaint, needs: ['comment'], next: 'consider' },
        {
          id: 'satisfied',
          name: name.satisfyAtOnce,
          decides: 'upheld',
          ...signed,
          papers: ['answer-of-provider'],
        },
      ],
      law: recalled,
    },
    {
      id: 'consider',
      actor: 'complaint-body',
      ...complaintSteps.consider,
      status: 'COMPLAINT_IN_WORK',
      term: { amount: 20, unit: 'WORKDAY', from: 'PREVIOUS_STEP', kind: 'AT_MOST' },
      outcomes: [
        { id: 'upheld', name: name.uphold, decides: 'upheld', ...signed },
        { id: 'dismissed', name: name.dismiss, decides: 'dismissed', ...signed },
        { id: 'not-considered', name: name.notConsider, decides: 'refuse', ...signed },
      ],
      law: { act, place: 'art99', basis: 'recalled' },
    },
    {
      id: 'answer',
      actor: 'clerk',
      ...complaintSteps.answer,
      status: 'COMPLAINT_EXECUTED',
      journal: 'issue',
      outcomes: [
        { id: 'upheld', name: name.answer, when: { decisions: ['upheld'] }, end: 'upheld' },
        { id: 'dismissed', name: name.answer, when: { decisions: ['dismissed'] }, end: 'dismissed' },
        { id: 'not-considered', name: name.answer, when: { decisions: ['refuse'] }, end: 'not-considered' },
      ],
      law: recalled,
    },
  ],
  ends: complaintEnds,
  papers: [
    { id: 'registration', kind: 'complaint-registration', ...complaintWords.registration, law: recalled },
    {
      id: 'answer-of-provider',
      kind: 'complaint-answer',
      ...complaintWords.answer,
      signedBy: 'head',
      law: recalled,
    },
    {
      id: 'complaint-answer',
      kind: 'complaint-answer',
      ...complaintWords.answer,
      signedBy: 'complaint-body',
      law: recalled,
    },
  ],
  refusalGrounds: [],
  withdrawal: { from: ['register', 'satisfy-or-forward', 'consider'], end: 'withdrawn', law: ours },
  reopening: { from: ['dismissed', 'not-considered'], times: 1, law: ours },
  complaint: {
    addressees: [],
    subjects: complaintSubjects,
    thenCourt: true,
    filingMonths: filingTerm,
    law: { act, place: 'art91.p5', basis: 'found' },
  },
  hours: { provider: 'district-provider', 'quality-body': 'state-body' },
  queue: { byReference: recalled },
  portal: [],
  notes: [],
} as const satisfies Regulation;
