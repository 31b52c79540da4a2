// The second complaint of the 2015 standard: to the body that controls the quality of services, 15 working days; then the court.
import type { Regulation } from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';
import { complaintEnds, complaintSteps, complaintSubjects, complaintWords } from '../texts/complaints.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';

const act = 'standard-279';
const law = { act, place: 'p10' } as const;
const ours = { act: 'komek', basis: 'inferred' } as const;

const fifteenDays = { amount: 15, unit: 'WORKDAY', from: 'REGISTRATION', kind: 'AT_MOST' } as const;
const signed = {
  needs: ['answer', 'signature'],
  papers: ['complaint-answer'],
  marks: 'DECISION',
  next: 'answer',
} as const;

export const complaint2015Quality = {
  id: 'complaint-2015-quality',
  version: 1,
  kind: 'complaint',
  name: {
    kk: 'Мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті органға шағым',
    ru: 'Жалоба в уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
    en: 'Complaint to the body that assesses and controls the quality of public services',
  },
  shortName: {
    kk: 'Уәкілетті органға шағым',
    ru: 'Жалоба в уполномоченный орган',
    en: 'Complaint to the quality body',
  },
  force: { from: '2015-06-12', law: { act, basis: 'inferred' } },
  legalBasis: [law, { act, place: 'p11' }],
  provider: {
    kk: 'мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган',
    ru: 'уполномоченный орган по оценке и контролю за качеством оказания государственных услуг',
    en: 'body that assesses and controls the quality of public services',
  },
  serviceForm: complaintWords.service,
  result: complaintWords.result,
  channels: [
    {
      channel: 'quality-body',
      start: 'register',
      who: 'everyone',
      result: { by: 'quality-body', form: 'paper', how: handOver.qualityBody },
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
    {
      id: 'quality-body',
      title: { kk: 'уәкілетті орган', ru: 'уполномоченный орган', en: 'quality body' },
      law,
    },
  ],
  commissions: [],
  terms: { normal: { ...fifteenDays, law } },
  spans: [],
  steps: [
    {
      id: 'register',
      actor: 'quality-body',
      ...complaintSteps.register,
      status: 'COMPLAINT_DELIVERED',
      journal: 'complaints',
      outcomes: [{ id: 'registered', name: name.register, papers: ['registration'], next: 'consider' }],
      law,
    },
    {
      id: 'consider',
      actor: 'quality-body',
      ...complaintSteps.consider,
      status: 'COMPLAINT_IN_WORK',
      term: fifteenDays,
      outcomes: [
        { id: 'upheld', name: name.uphold, decides: 'upheld', ...signed },
        { id: 'dismissed', name: name.dismiss, decides: 'dismissed', ...signed },
        { id: 'not-considered', name: name.notConsider, decides: 'refuse', ...signed },
      ],
      law,
    },
    {
      id: 'answer',
      actor: 'quality-body',
      ...complaintSteps.answer,
      status: 'COMPLAINT_EXECUTED',
      journal: 'issue',
      outcomes: [
        { id: 'upheld', name: name.answer, when: { decisions: ['upheld'] }, end: 'upheld' },
        { id: 'dismissed', name: name.answer, when: { decisions: ['dismissed'] }, end: 'dismissed' },
        { id: 'not-considered', name: name.answer, when: { decisions: ['refuse'] }, end: 'not-considered' },
      ],
      law,
    },
  ],
  ends: complaintEnds,
  papers: [
    { id: 'registration', kind: 'complaint-registration', ...complaintWords.registration, law },
    {
      id: 'complaint-answer',
      kind: 'complaint-answer',
      ...complaintWords.answer,
      signedBy: 'quality-body',
      law,
    },
  ],
  refusalGrounds: [],
  withdrawal: { from: ['register', 'consider'], end: 'withdrawn', law: ours },
  complaint: {
    addressees: [],
    subjects: complaintSubjects,
    thenCourt: true,
    law: { act, place: 'p11' },
  },
  hours: { 'quality-body': 'state-body', provider: 'district-provider' },
  queue: { byReference: { act: 'administrative-code', basis: 'recalled' } },
  portal: [],
  notes: [],
} as const satisfies Regulation;
