// Kostanay 565, service 1: help to buy fuel for specialists of the social sphere who live and work in villages.
import type { Regulation } from '../../regulation.ts';
import { confirmations, ends, generalGrounds, serviceForms } from '../texts/shared-wordings.ts';
import { papers } from '../texts/papers.ts';
import { officeMinutes, workdays } from '../texts/terms.ts';
import { issueGrantOrRefusal, outcome, signForAkim, signGrantOrRefusal } from './base-outcomes.ts';
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

const act = 'kostanay-565';
const standard = 'standard-fuel';

export const kostanay5651 = {
  ...kostanay,
  id: 'kostanay-565-1',
  name: {
    kk: 'Ауылдық елді мекендерде тұратын және жұмыс істейтін әлеуметтік сала мамандарына отын сатып алу бойынша әлеуметтік көмек тағайындау',
    ru: 'Назначение социальной помощи специалистам социальной сферы, проживающим и работающим в сельских населенных пунктах, по приобретению топлива',
    en: 'Social help to buy fuel for specialists of the social sphere who live and work in villages',
  },
  shortName: { kk: 'Отын сатып алуға көмек', ru: 'Помощь на топливо', en: 'Fuel aid' },
  legalBasis: [
    { act, place: 's1' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
  ],
  serviceForm: serviceForms.paper,
  result: {
    kk: 'отын сатып алу бойынша әлеуметтік көмек тағайындау туралы хабарлама',
    ru: 'уведомление о назначении социальной помощи по приобретению топлива',
    en: 'notification of the grant of fuel aid',
  },
  channels: [
    {
      ...doors.provider,
      confirmation: confirmations.registered,
      law: { act, place: 's1.p1.i2' },
    },
    {
      ...doors.centre,
      confirmation: confirmations.registered,
      law: { act, place: 's1.p1.i1' },
    },
    { ...doors.akim, confirmation: confirmations.registered, law: { act, place: 's1.p1.i3' } },
  ],
  notThrough: [{ channel: 'portal', law: { act, place: 's1.p12' } }],
  grounds: [],
  forms: [
    {
      ...paperForm,
      edition: 'standard-fuel',
      channels: ['provider', 'service-centre', 'rural-akim'],
      blocks: ['header', 'applicant', 'residence', 'contacts', 'bank', 'attachments', 'consents'],
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
    {
      ...providerSpan.afterCentre,
      term: { amount: 9, ...workdays, law: { act, place: 's1.p9.i5' } },
    },
    { ...providerSpan.afterAkim, term: { amount: 9, ...workdays, law: { act, place: 's1.p10.i4' } } },
  ],
  steps: [
    {
      ...base.register,
      term: { amount: 15, ...officeMinutes },
      outcomes: [outcome.register, outcome.registerForwarded],
      law: { act, place: 's1.p5.i1' },
    },
    {
      ...base.resolution,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.nameExecutor],
      law: { act, place: 's1.p5.i2' },
    },
    {
      ...base.draft,
      term: { amount: 7, ...workdays },
      outcomes: [outcome.grant, outcome.refuse],
      law: { act, place: 's1.p5.i3' },
    },
    {
      ...base.sign,
      term: { amount: 1, ...workdays },
      outcomes: [...signForAkim, ...signGrantOrRefusal],
      law: { act, place: 's1.p5.i4' },
    },
    {
      ...base.issue,
      term: { amount: 15, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's1.p5.i5' },
    },
    {
      ...base.centreCheck,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.complete, outcome.incomplete],
      law: { act, place: 's1.p9.i2' },
    },
    {
      ...base.centreRefuse,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.giveRefusal],
      law: { act, place: 's1.p9.i2' },
    },
    {
      ...base.centreRegister,
      term: { amount: 10, ...officeMinutes },
      outcomes: [outcome.centreRegisterWithConsent],
      law: { act, place: 's1.p9.i3' },
    },
    {
      ...base.centreDispatch,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.dispatch],
      law: { act, place: 's1.p9.i4' },
    },
    {
      ...base.centreIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's1.p9.i6' },
    },
    {
      ...base.akimRegister,
      term: { amount: 15, ...officeMinutes },
      outcomes: [outcome.akimRegister],
      law: { act, place: 's1.p10.i1' },
    },
    {
      ...base.akimNames,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.akimNames],
      law: { act, place: 's1.p10.i2' },
    },
    {
      ...base.akimForward,
      term: { amount: 4, ...workdays },
      outcomes: [outcome.akimForward],
      law: { act, place: 's1.p10.i3' },
    },
    {
      ...base.akimIssue,
      term: { amount: 15, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's1.p10.i5' },
    },
  ],
  ends: [
    {
      id: 'granted',
      status: 'GRANTED',
      result: 'positive',
      name: { kk: 'Отынға көмек тағайындалды', ru: 'Помощь на топливо назначена', en: 'Fuel aid granted' },
    },
    ends.refused,
    ends.notAccepted,
    ends.withdrawn,
  ],
  papers: [
    {
      id: 'grant-notification',
      ...papers.grant,
      title: {
        kk: 'Отын сатып алу бойынша әлеуметтік көмек тағайындау туралы хабарлама',
        ru: 'Уведомление о назначении социальной помощи по приобретению топлива',
        en: 'Notification of the grant of fuel aid',
      },
      signedBy: 'head',
      law: { act, place: 's1.p3' },
    },
    {
      id: 'refusal-notification',
      ...papers.refusal,
      signedBy: 'head',
      law: { act: 'komek', basis: 'inferred' },
    },
    kostanayPapers.refusalToAccept,
  ],
  refusalGrounds: generalGrounds,
  withdrawal: { from: ['register', 'resolution', 'draft'], end: 'withdrawn', law: withdrawalLaw },
  complaint: kostanayComplaint,
  queue: { byReference: { act: standard, place: 'p4' } },
  portal: [],
  notes: [
    {
      text: {
        kk: 'Әкімге тұрғылықты жері бойынша көрсетілетін қызметті беруші болмағанда жүгінеді.',
        ru: 'К акиму обращаются, если по месту жительства нет услугодателя.',
        en: 'The akim is open where there is no provider at the residence.',
      },
      law: { act, place: 's1.p1.i3' },
    },
    {
      text: {
        kk: 'Орталық бұл қызмет бойынша қабылдау туралы қолхат бермейді.',
        ru: 'По этой услуге центр не выдает расписку о приеме.',
        en: 'For this service the centre gives no receipt of acceptance.',
      },
      law: { act, place: 's1.p9.i3' },
    },
  ],
} as const satisfies Regulation;
