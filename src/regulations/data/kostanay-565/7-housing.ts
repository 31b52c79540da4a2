// Kostanay 565, service 7: housing aid. Only the public service centre and the portal; the courier has one calendar day.
import type { Regulation } from '../../regulation.ts';
import { ends, generalGrounds, handOver, serviceForms } from '../texts/shared-wordings.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { papers } from '../texts/papers.ts';
import { officeMinutes } from '../texts/terms.ts';
import { issueGrantOrRefusal, outcome } from './base-outcomes.ts';
import { base } from './base-steps.ts';
import {
  documentsByReference,
  doors,
  kostanay,
  kostanayComplaint,
  kostanayPapers,
  paperForm,
  people,
  withdrawalLaw,
} from './all-services.ts';
import { portalStages } from './portal-stages.ts';

const act = 'kostanay-565';
const standard = 'standard-housing';
const ours = { act: 'komek', basis: 'inferred' } as const;
const signing = { name: name.sign, needs: ['signature'], marks: 'DECISION' } as const;

export const kostanay5657 = {
  ...kostanay,
  id: 'kostanay-565-7',
  name: {
    kk: 'Тұрғын үй көмегін тағайындау',
    ru: 'Назначение жилищной помощи',
    en: 'Granting housing aid',
  },
  shortName: { kk: 'Тұрғын үй көмегі', ru: 'Жилищная помощь', en: 'Housing aid' },
  legalBasis: [
    { act, place: 's7' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
  ],
  serviceForm: serviceForms.partlyAutomated,
  result: {
    kk: 'тұрғын үй көмегін тағайындау туралы хабарлама',
    ru: 'уведомление о назначении жилищной помощи',
    en: 'notification of the grant of housing aid',
  },
  channels: [
    {
      ...doors.centre,
      result: { by: 'service-centre-clerk', form: 'electronic', how: handOver.centre },
      law: { act, place: 's7.p1.i1' },
    },
    {
      ...doors.portal,
      start: 'receive-request',
      result: { by: 'head', form: 'electronic', how: handOver.cabinet },
      law: { act, place: 's7.p1.i2' },
    },
  ],
  notThrough: [{ channel: 'provider', law: { act, place: 's7.p4' } }],
  grounds: [],
  forms: [
    {
      ...paperForm,
      edition: 'standard-housing',
      channels: ['service-centre'],
      blocks: [
        'header',
        'applicant',
        'residence',
        'contacts',
        'family',
        'income',
        'property',
        'bank',
        'attachments',
        'consents',
      ],
      consents: ['secret-data'],
      law: ours,
    },
    {
      edition: 'standard-housing-request',
      name: { kk: 'Электрондық сұрау салу', ru: 'Электронный запрос', en: 'Electronic request' },
      channels: ['portal'],
      blocks: [
        'header',
        'applicant',
        'residence',
        'contacts',
        'family',
        'income',
        'property',
        'bank',
        'attachments',
        'consents',
        'registers',
        'signature',
      ],
      consents: ['personal-data', 'secret-data', 'truthfulness'],
      signsRegisters: true,
      law: ours,
    },
  ],
  documents: [
    {
      ...documentsByReference,
      channels: ['service-centre', 'portal'],
      brought: 'attachment',
      law: { act: standard, place: 'p9' },
    },
  ],
  actors: [
    people.applicant,
    people.centreClerk,
    { ...people.clerk, law: ours },
    { ...people.executor, law: ours },
    { ...people.head, law: ours },
  ],
  terms: { normal: { byReference: { act: standard, place: 'p4' } } },
  spans: [],
  steps: [
    {
      ...base.centreCheck,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.complete, outcome.incomplete],
      law: { act, place: 's7.p6.i2' },
    },
    {
      ...base.centreRefuse,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.giveRefusal],
      law: { act, place: 's7.p6.i2' },
    },
    {
      ...base.centreRegister,
      term: { amount: 10, ...officeMinutes },
      outcomes: [outcome.centreRegisterWithConsentAndReceipt],
      law: { act, place: 's7.p6.i3' },
    },
    {
      ...base.centreDispatch,
      term: { amount: 1, unit: 'CALENDAR_DAY', from: 'PREVIOUS_STEP', kind: 'AT_MOST' },
      outcomes: [{ ...outcome.dispatch, next: 'prepare' }],
      law: { act, place: 's7.p6.i4' },
    },
    {
      ...base.register,
      id: 'receive-request',
      outcomes: [{ id: 'registered', name: name.registerFromPortal, next: 'prepare' }],
      law: { act, place: 's7.p7.i4' },
    },
    {
      ...base.draft,
      id: 'prepare',
      term: { byReference: { act: standard, place: 'p4' } },
      outcomes: [outcome.grant, outcome.refuse],
      law: { act, place: 's7.p6.i5' },
    },
    {
      ...base.sign,
      outcomes: [
        {
          id: 'grant-signed-for-centre',
          ...signing,
          when: { channels: ['service-centre'], decisions: ['grant'] },
          papers: ['grant-notification'],
          next: 'centre-issue',
        },
        {
          id: 'refusal-signed-for-centre',
          ...signing,
          when: { channels: ['service-centre'], decisions: ['refuse'] },
          papers: ['refusal-notification'],
          next: 'centre-issue',
        },
        {
          id: 'grant-signed',
          ...signing,
          when: { channels: ['portal'], decisions: ['grant'] },
          papers: ['grant-notification'],
          end: 'granted',
        },
        {
          id: 'refusal-signed',
          ...signing,
          when: { channels: ['portal'], decisions: ['refuse'] },
          papers: ['refusal-notification'],
          end: 'refused',
        },
        { id: 'returned', name: name.returnToExecutor, needs: ['comment'], next: 'prepare', law: ours },
      ],
      law: { act, place: 's7.p7.i6' },
    },
    {
      ...base.centreIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issueGrantOrRefusal,
      law: { act, place: 's7.p6.i6' },
    },
  ],
  ends: [
    {
      id: 'granted',
      status: 'GRANTED',
      result: 'positive',
      name: {
        kk: 'Тұрғын үй көмегі тағайындалды',
        ru: 'Жилищная помощь назначена',
        en: 'Housing aid granted',
      },
    },
    ends.refused,
    ends.notAccepted,
    ends.withdrawn,
  ],
  papers: [
    kostanayPapers.acceptance,
    kostanayPapers.refusalToAccept,
    {
      id: 'grant-notification',
      ...papers.grant,
      title: {
        kk: 'Тұрғын үй көмегін тағайындау туралы хабарлама',
        ru: 'Уведомление о назначении жилищной помощи',
        en: 'Notification of the grant of housing aid',
      },
      signedBy: 'head',
      law: { act, place: 's7.p3' },
    },
    { id: 'refusal-notification', ...papers.refusal, signedBy: 'head', law: ours },
  ],
  refusalGrounds: generalGrounds,
  withdrawal: { from: ['receive-request', 'prepare'], end: 'withdrawn', law: withdrawalLaw },
  complaint: kostanayComplaint,
  queue: { byReference: { act: standard, place: 'p4' } },
  portal: [
    { ...portalStages.signIn, law: { act, place: 's7.p7.i1' } },
    { ...portalStages.fill, law: { act, place: 's7.p7.i2' } },
    { ...portalStages.sign, law: { act, place: 's7.p7.i3' } },
    { ...portalStages.process, law: { act, place: 's7.p7.i4' } },
    { ...portalStages.status, law: { act, place: 's7.p7.i5' } },
    { ...portalStages.send, law: { act, place: 's7.p7.i6' } },
    { ...portalStages.receive, law: { act, place: 's7.p7.i7' } },
  ],
  notes: [
    {
      text: {
        kk: 'Көрсетілетін қызметті берушінің қарау мерзімі стандарттың 4-тармағына сілтеме арқылы берілген, мәтіні қолжетімді емес.',
        ru: 'Срок рассмотрения услугодателем дан ссылкой на пункт 4 стандарта, его текст недоступен.',
        en: 'The term of review is given by reference to item 4 of the standard, whose text was not available.',
      },
      law: { act, place: 's7.p6.i5' },
    },
  ],
} as const satisfies Regulation;
