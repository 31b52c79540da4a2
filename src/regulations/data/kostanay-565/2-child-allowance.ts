// Kostanay 565, service 2: the state allowance for children under eighteen.
import type { Regulation } from '../../regulation.ts';
import { ends, serviceForms } from '../texts/shared-wordings.ts';
import { papers } from '../texts/papers.ts';
import { officeHours, officeMinutes, workdays } from '../texts/terms.ts';
import { issueGrantOrRefusal, outcome, signForAkim, signGrantOrRefusal } from './base-outcomes.ts';
import { base } from './base-steps.ts';
import {
  documentsByReference,
  doors,
  groundsByReference,
  kostanay,
  kostanayComplaint,
  kostanayPapers,
  paperForm,
  people,
  providerSpan,
  withdrawalLaw,
} from './all-services.ts';

const act = 'kostanay-565';
const standard = 'standard-child-allowance';

export const kostanay5652 = {
  ...kostanay,
  id: 'kostanay-565-2',
  name: {
    kk: 'Он сегіз жасқа дейінгі балаларға мемлекеттік жәрдемақы тағайындау',
    ru: 'Назначение государственного пособия на детей до восемнадцати лет',
    en: 'State allowance for children under eighteen',
  },
  shortName: { kk: 'Балаларға жәрдемақы', ru: 'Детское пособие', en: 'Child allowance' },
  legalBasis: [
    { act, place: 's2' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
  ],
  serviceForm: serviceForms.paper,
  result: {
    kk: 'жәрдемақы тағайындау немесе тағайындаудан бас тарту туралы хабарлама',
    ru: 'уведомление о назначении или об отказе в назначении пособия',
    en: 'notification of the grant or refusal of the allowance',
  },
  channels: [
    { ...doors.provider, law: { act, place: 's2.p1.i2' } },
    { ...doors.centre, law: { act, place: 's2.p1.i1' } },
    { ...doors.akim, law: { act, place: 's2.p1.i3' } },
  ],
  notThrough: [{ channel: 'portal', law: { act, place: 's2.p11' } }],
  grounds: [],
  forms: [
    {
      ...paperForm,
      edition: 'standard-child-allowance',
      channels: ['provider', 'service-centre', 'rural-akim'],
      blocks: [
        'header',
        'applicant',
        'residence',
        'contacts',
        'family',
        'income',
        'bank',
        'attachments',
        'consents',
      ],
      consents: ['secret-data'],
      law: { act: standard, place: 'p9', basis: 'inferred' },
    },
  ],
  documents: [
    {
      ...documentsByReference,
      channels: ['provider', 'service-centre', 'rural-akim'],
      brought: 'paper',
      law: { act: standard, place: 'p9' },
    },
  ],
  actors: [
    people.applicant,
    people.clerk,
    people.head,
    people.executor,
    people.centreClerk,
    people.ruralClerk,
    people.ruralAkim,
    people.ruralExecutor,
  ],
  terms: { normal: { byReference: { act: standard, place: 'p4' } } },
  spans: [
    { ...providerSpan.afterCentre, term: { amount: 6, ...workdays, law: { act, place: 's2.p8.i5' } } },
    { ...providerSpan.afterAkim, term: { amount: 7, ...workdays, law: { act, place: 's2.p9.i5' } } },
  ],
  steps: [
    {
      ...base.register,
      term: { amount: 20, ...officeMinutes },
      outcomes: [outcome.registerWithCoupon, outcome.registerForwarded],
      law: { act, place: 's2.p5.i1' },
    },
    {
      ...base.resolution,
      term: { amount: 3, ...officeHours },
      outcomes: [outcome.nameExecutor],
      law: { act, place: 's2.p5.i2' },
    },
    {
      ...base.draft,
      term: { amount: 6, ...workdays },
      outcomes: [outcome.grant, outcome.refuse],
      law: { act, place: 's2.p5.i3' },
    },
    {
      ...base.sign,
      term: { amount: 3, ...officeHours },
      outcomes: [...signForAkim, ...signGrantOrRefusal],
      law: { act, place: 's2.p5.i4' },
    },
    {
      ...base.issue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's2.p5.i5' },
    },
    {
      ...base.centreCheck,
      term: { amount: 10, ...officeMinutes },
      outcomes: [outcome.complete, outcome.incomplete],
      law: { act, place: 's2.p8.i2' },
    },
    {
      ...base.centreRefuse,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.giveRefusal],
      law: { act, place: 's2.p8.i2' },
    },
    {
      ...base.centreRegister,
      term: { amount: 10, ...officeMinutes },
      outcomes: [outcome.centreRegisterWithConsentAndReceipt],
      law: { act, place: 's2.p8.i3' },
    },
    {
      ...base.centreDispatch,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.dispatch],
      law: { act, place: 's2.p8.i4' },
    },
    {
      ...base.centreIssue,
      term: { amount: 10, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's2.p8.i6' },
    },
    {
      ...base.akimRegister,
      term: { amount: 15, ...officeMinutes },
      outcomes: [outcome.akimRegisterWithCoupon],
      law: { act, place: 's2.p9.i1' },
    },
    {
      ...base.akimPass,
      term: { amount: 2, ...officeHours },
      outcomes: [outcome.akimPass],
      law: { act, place: 's2.p9.i2' },
    },
    {
      ...base.akimNames,
      term: { amount: 2, ...officeHours },
      outcomes: [outcome.akimNames],
      law: { act, place: 's2.p9.i3' },
    },
    {
      ...base.akimForward,
      term: { amount: 14, ...workdays },
      outcomes: [outcome.akimForward],
      law: { act, place: 's2.p9.i4' },
    },
    {
      ...base.akimIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's2.p9.i6' },
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
        kk: 'Балаларға мемлекеттік жәрдемақы тағайындау туралы хабарлама',
        ru: 'Уведомление о назначении государственного пособия на детей',
        en: 'Notification of the grant of the child allowance',
      },
      signedBy: 'head',
      law: { act, place: 's2.p3' },
    },
    {
      id: 'refusal-notification',
      ...papers.refusal,
      title: {
        kk: 'Балаларға мемлекеттік жәрдемақы тағайындаудан бас тарту туралы хабарлама',
        ru: 'Уведомление об отказе в назначении государственного пособия на детей',
        en: 'Notification of refusal of the child allowance',
      },
      signedBy: 'head',
      law: { act, place: 's2.p3' },
    },
  ],
  refusalGrounds: [{ ...groundsByReference, law: { act: standard, place: 'p10' } }],
  withdrawal: { from: ['register', 'resolution', 'draft'], end: 'withdrawn', law: withdrawalLaw },
  complaint: kostanayComplaint,
  queue: { byReference: { act: standard, place: 'p4' } },
  portal: [],
  notes: [
    {
      text: {
        kk: 'Орталық нәтижені қабылдау туралы қолхатта көрсетілген күні береді.',
        ru: 'Центр выдает результат в день, указанный в расписке о приеме.',
        en: 'The centre issues the result on the day named in the receipt of acceptance.',
      },
      law: { act, place: 's2.p8.i6' },
    },
  ],
} as const satisfies Regulation;
