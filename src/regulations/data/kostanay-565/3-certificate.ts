// Kostanay 565, service 3: the certificate that a family is (or is not) among the recipients of targeted assistance. Akims give it too.
import type { Regulation } from '../../regulation.ts';
import { confirmations, ends, serviceForms } from '../texts/shared-wordings.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { officeMinutes, workdays } from '../texts/terms.ts';
import { outcome } from './base-outcomes.ts';
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
const standard = 'standard-certificate';
const signing = {
  name: name.sign,
  needs: ['signature'],
  papers: ['certificate'],
  marks: 'DECISION',
} as const;
const returned = {
  id: 'returned',
  name: name.returnToExecutor,
  needs: ['comment'],
  law: { act: 'komek', basis: 'inferred' },
} as const;
const issued = [{ id: 'issued', name: name.issue, end: 'issued' }] as const;

const certificate = {
  kind: 'certificate',
  title: {
    kk: 'Атаулы әлеуметтік көмек алушыларға тиесілігі туралы анықтама',
    ru: 'Справка о принадлежности к получателям адресной социальной помощи',
    en: 'Certificate on belonging to the recipients of targeted assistance',
  },
  contents: [
    'number',
    'date',
    'body',
    'applicant',
    'recipient-status',
    'period',
    'verification',
    'signatory',
  ],
} as const;

export const kostanay5653 = {
  ...kostanay,
  id: 'kostanay-565-3',
  name: {
    kk: 'Өтініш берушінің (отбасының) атаулы әлеуметтік көмек алушыларға тиесілігін растайтын анықтама беру',
    ru: 'Выдача справки, подтверждающей принадлежность заявителя (семьи) к получателям адресной социальной помощи',
    en: 'Certificate that the applicant (family) is among the recipients of targeted social assistance',
  },
  shortName: {
    kk: 'АӘК алушы екені туралы анықтама',
    ru: 'Справка о получении АСП',
    en: 'Certificate on assistance',
  },
  legalBasis: [
    { act, place: 's3' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
  ],
  serviceForm: serviceForms.paper,
  result: {
    kk: 'атаулы әлеуметтік көмек алушыларға тиесілігін (не тиесілі еместігін) растайтын анықтама',
    ru: 'справка о принадлежности (непринадлежности) к получателям адресной социальной помощи',
    en: 'certificate of belonging (or not belonging) to the recipients of targeted assistance',
  },
  channels: [
    { ...doors.provider, confirmation: confirmations.registered, law: { act, place: 's3.p1.i1' } },
    { ...doors.centre, law: { act, place: 's3.p1.i2' } },
    { ...doors.akim, confirmation: confirmations.registered, law: { act, place: 's3.p1.i3' } },
  ],
  notThrough: [{ channel: 'portal', law: { act, place: 's3.p12' } }],
  grounds: [],
  forms: [
    {
      ...paperForm,
      edition: 'standard-certificate',
      channels: ['provider', 'service-centre', 'rural-akim'],
      blocks: ['header', 'applicant', 'residence', 'contacts', 'family', 'attachments', 'consents'],
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
  spans: [{ ...providerSpan.afterCentre, term: { amount: 2, ...workdays, law: { act, place: 's3.p9.i5' } } }],
  steps: [
    {
      ...base.register,
      term: { amount: 10, ...officeMinutes },
      outcomes: [{ ...outcome.register, needs: ['secret-data-consent'] }, outcome.registerForwarded],
      law: { act, place: 's3.p5.i1' },
    },
    {
      ...base.resolution,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.nameExecutor],
      law: { act, place: 's3.p5.i2' },
    },
    {
      ...base.draft,
      term: { amount: 5, ...officeMinutes },
      outcomes: [
        { id: 'belongs', name: name.belongs, decides: 'belongs', next: 'sign' },
        { id: 'not-belongs', name: name.notBelongs, decides: 'not-belongs', next: 'sign' },
      ],
      law: { act, place: 's3.p5.i3' },
    },
    {
      ...base.sign,
      term: { amount: 5, ...officeMinutes },
      outcomes: [
        { id: 'signed', ...signing, when: { channels: ['provider'] }, next: 'issue' },
        { id: 'signed-for-centre', ...signing, when: { channels: ['service-centre'] }, next: 'centre-issue' },
        { ...returned, next: 'draft' },
      ],
      law: { act, place: 's3.p5.i4' },
    },
    {
      ...base.issue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issued,
      law: { act, place: 's3.p5.i5' },
    },
    {
      ...base.centreCheck,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.complete, outcome.incomplete],
      law: { act, place: 's3.p9.i2' },
    },
    {
      ...base.centreRefuse,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.giveRefusal],
      law: { act, place: 's3.p9.i2' },
    },
    {
      ...base.centreRegister,
      term: { amount: 5, ...officeMinutes },
      outcomes: [outcome.centreRegisterWithConsentAndReceipt],
      law: { act, place: 's3.p9.i3' },
    },
    {
      ...base.centreDispatch,
      term: { amount: 1, ...workdays },
      outcomes: [outcome.dispatch],
      law: { act, place: 's3.p9.i4' },
    },
    {
      ...base.centreIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issued,
      law: { act, place: 's3.p9.i6' },
    },
    {
      ...base.akimRegister,
      term: { amount: 10, ...officeMinutes },
      outcomes: [{ ...outcome.akimRegister, needs: ['secret-data-consent'] }],
      law: { act, place: 's3.p10.i1' },
    },
    {
      ...base.akimNames,
      term: { amount: 5, ...officeMinutes },
      outcomes: [{ ...outcome.akimNames, next: 'akim-draft' }],
      law: { act, place: 's3.p10.i2' },
    },
    {
      ...base.akimDraft,
      term: { amount: 5, ...officeMinutes },
      outcomes: [
        { id: 'belongs', name: name.belongs, decides: 'belongs', next: 'akim-sign' },
        { id: 'not-belongs', name: name.notBelongs, decides: 'not-belongs', next: 'akim-sign' },
      ],
      law: { act, place: 's3.p10.i3' },
    },
    {
      ...base.akimSign,
      term: { amount: 5, ...officeMinutes },
      outcomes: [
        { id: 'signed', ...signing, papers: ['certificate-of-akim'], next: 'akim-issue' },
        { ...returned, next: 'akim-draft' },
      ],
      law: { act, place: 's3.p10.i4' },
    },
    {
      ...base.akimIssue,
      term: { amount: 5, ...officeMinutes },
      outcomes: issued,
      law: { act, place: 's3.p10.i5' },
    },
  ],
  ends: [
    {
      id: 'issued',
      status: 'ISSUED',
      result: 'positive',
      name: { kk: 'Анықтама берілді', ru: 'Справка выдана', en: 'The certificate was issued' },
    },
    ends.notAccepted,
    ends.withdrawn,
  ],
  papers: [
    { id: 'certificate', ...certificate, signedBy: 'head', law: { act, place: 's3.p3' } },
    { id: 'certificate-of-akim', ...certificate, signedBy: 'rural-akim', law: { act, place: 's3.p3' } },
    kostanayPapers.acceptance,
    kostanayPapers.refusalToAccept,
  ],
  refusalGrounds: [],
  withdrawal: {
    from: ['register', 'resolution', 'draft', 'akim-draft'],
    end: 'withdrawn',
    law: withdrawalLaw,
  },
  complaint: kostanayComplaint,
  queue: { byReference: { act: standard, place: 'p4' } },
  portal: [],
  notes: [
    {
      text: {
        kk: 'Бұл қызмет бойынша ауылдық округ әкімі де көрсетілетін қызметті беруші болып табылады: анықтамаға өзі қол қояды.',
        ru: 'По этой услуге аким сельского округа сам является услугодателем и подписывает справку.',
        en: 'For this service the rural akim is a provider himself and signs the certificate.',
      },
      law: { act, place: 's3.p1' },
    },
  ],
} as const satisfies Regulation;
