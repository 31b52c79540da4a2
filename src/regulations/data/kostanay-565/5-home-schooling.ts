// Kostanay 565, service 5: reimbursement of home schooling of children with disabilities. Provider, centre and portal.
import type { Regulation } from '../../regulation.ts';
import { ends, generalGrounds, serviceForms } from '../texts/shared-wordings.ts';
import { papers } from '../texts/papers.ts';
import { officeMinutes, workdays } from '../texts/terms.ts';
import { issueGrantOrRefusal, outcome, signGrantOrRefusal } from './base-outcomes.ts';
import { base } from './base-steps.ts';
import {
  documentsByReference,
  doors,
  kostanay,
  kostanayComplaint,
  kostanayPapers,
  paperForm,
  people,
  providerSpan,
  withdrawalLaw,
} from './all-services.ts';
import { portalStages } from './portal-stages.ts';

const act = 'kostanay-565';
const standard = 'standard-home-schooling';
const ours = { act: 'komek', basis: 'inferred' } as const;

export const kostanay5655 = {
  ...kostanay,
  id: 'kostanay-565-5',
  name: {
    kk: 'Мүгедек балаларды үйде оқытуға жұмсалған шығындарды өтеу',
    ru: 'Возмещение затрат на обучение на дому детей-инвалидов',
    en: 'Reimbursement of the cost of home schooling of children with disabilities',
  },
  shortName: { kk: 'Үйде оқыту шығындарын өтеу', ru: 'Возмещение обучения на дому', en: 'Home schooling' },
  legalBasis: [
    { act, place: 's5' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
  ],
  serviceForm: serviceForms.fullyAutomated,
  result: {
    kk: 'жәрдемақы тағайындау туралы хабарлама',
    ru: 'уведомление о назначении пособия',
    en: 'notification of the grant of the allowance',
  },
  channels: [
    { ...doors.provider, law: { act, place: 's5.p1.i1' } },
    { ...doors.portal, law: { act, place: 's5.p1.i3' } },
    { ...doors.centre, law: { act, place: 's5.p1.i2' } },
  ],
  notThrough: [],
  grounds: [],
  forms: [
    {
      ...paperForm,
      edition: 'standard-home-schooling',
      channels: ['provider', 'service-centre'],
      blocks: ['header', 'applicant', 'residence', 'contacts', 'family', 'bank', 'attachments', 'consents'],
      consents: ['personal-data'],
      law: ours,
    },
    {
      edition: 'standard-home-schooling-request',
      name: {
        kk: 'Электрондық өтініш-сұрау салу',
        ru: 'Электронное заявление-запрос',
        en: 'Electronic request',
      },
      channels: ['portal'],
      blocks: [
        'header',
        'applicant',
        'residence',
        'contacts',
        'category',
        'family',
        'bank',
        'attachments',
        'consents',
        'registers',
        'signature',
      ],
      consents: ['personal-data', 'truthfulness'],
      signsRegisters: true,
      law: ours,
    },
  ],
  documents: [
    {
      ...documentsByReference,
      channels: ['provider', 'service-centre', 'portal'],
      brought: 'attachment',
      law: { act: standard, place: 'p9' },
    },
  ],
  actors: [people.applicant, people.clerk, people.head, people.executor, people.centreClerk],
  terms: { normal: { byReference: { act: standard, place: 'p4' } } },
  spans: [{ ...providerSpan.afterCentre, term: { amount: 9, ...workdays, law: { act, place: 's5.p8.i5' } } }],
  steps: [
    {
      ...base.register,
      term: { amount: 15, ...officeMinutes },
      outcomes: [outcome.registerWithCoupon, outcome.registerFromPortal, outcome.registerForwarded],
      law: { act, place: 's5.p5.i1' },
    },
    {
      ...base.resolution,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.nameExecutor],
      law: { act, place: 's5.p5.i2' },
    },
    {
      ...base.draft,
      term: { amount: 7, ...workdays },
      outcomes: [outcome.grant, outcome.refuse],
      law: { act, place: 's5.p5.i3' },
    },
    {
      ...base.sign,
      term: { amount: 1, ...workdays },
      outcomes: signGrantOrRefusal,
      law: { act, place: 's5.p5.i4' },
    },
    {
      ...base.issue,
      term: { amount: 15, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's5.p5.i5' },
    },
    {
      ...base.centreCheck,
      term: { amount: 10, ...officeMinutes },
      outcomes: [outcome.complete, outcome.incomplete],
      law: { act, place: 's5.p8.i2' },
    },
    {
      ...base.centreRefuse,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.giveRefusal],
      law: { act, place: 's5.p8.i2' },
    },
    {
      ...base.centreRegister,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.centreRegisterWithReceipt],
      law: { act, place: 's5.p8.i3' },
    },
    {
      ...base.centreDispatch,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.dispatch],
      law: { act, place: 's5.p8.i4' },
    },
    {
      ...base.centreIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's5.p8.i6' },
    },
  ],
  ends: [
    {
      id: 'granted',
      status: 'GRANTED',
      result: 'positive',
      name: { kk: 'Жәрдемақы тағайындалды', ru: 'Пособие назначено', en: 'Allowance granted' },
    },
    ends.refused,
    ends.notAccepted,
    ends.withdrawn,
  ],
  papers: [
    kostanayPapers.coupon,
    kostanayPapers.acceptance,
    kostanayPapers.refusalToAccept,
    {
      id: 'grant-notification',
      ...papers.grant,
      title: {
        kk: 'Жәрдемақы тағайындау туралы хабарлама',
        ru: 'Уведомление о назначении пособия',
        en: 'Notification of the grant of the allowance',
      },
      signedBy: 'head',
      law: { act, place: 's5.p3' },
    },
    { id: 'refusal-notification', ...papers.refusal, signedBy: 'head', law: ours },
  ],
  refusalGrounds: generalGrounds,
  withdrawal: { from: ['register', 'resolution', 'draft'], end: 'withdrawn', law: withdrawalLaw },
  complaint: kostanayComplaint,
  queue: { byReference: { act: standard, place: 'p4' } },
  portal: [
    { ...portalStages.signIn, law: { act, place: 's5.p9.i1' } },
    { ...portalStages.fill, law: { act, place: 's5.p9.i2' } },
    { ...portalStages.sign, law: { act, place: 's5.p9.i3' } },
    { ...portalStages.process, law: { act, place: 's5.p9.i4' } },
    { ...portalStages.status, law: { act, place: 's5.p9.i5' } },
    { ...portalStages.send, law: { act, place: 's5.p9.i6' } },
    { ...portalStages.receive, law: { act, place: 's5.p9.i7' } },
  ],
  notes: [],
} as const satisfies Regulation;
