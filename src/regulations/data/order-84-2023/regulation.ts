// Order № 84 of 25.03.2021 as amended in 2023: four doors, survey by ground, two commissions, hearing before a refusal.
import type { Regulation } from '../../regulation.ts';
import {
  socialHelpEnds,
  ends,
  extensionReasons,
  serviceForms,
  socialHelpName,
  socialHelpResult,
} from '../texts/shared-wordings.ts';
import { complaintSubjects, filingTerm } from '../texts/complaints.ts';
import { wholeWorkdays } from '../texts/terms.ts';
import { orderActors, orderChannels, orderDocuments, orderForms } from './application.ts';
import { orderGrounds, orderNotes, orderPapersList } from './papers.ts';
import { decisionSteps } from './steps-decision.ts';
import { intakeSteps } from './steps-intake.ts';

const act = 'order-84';
const list = 'order-84-appendix-2';
const ours = { act: 'komek', basis: 'inferred' } as const;
const rules = 'model-rules-523';
const quorum = { numerator: 2, denominator: 3, law: { act: rules, basis: 'recalled' } } as const;

export const order842023 = {
  id: 'order-84-2023',
  version: 1,
  kind: 'service',
  serviceCode: { value: 'pass172_mtszn', basis: 'found' },
  name: socialHelpName,
  shortName: {
    kk: 'Әлеуметтік көмек (№ 84 бұйрық)',
    ru: 'Социальная помощь (приказ № 84)',
    en: 'Social help (Order No. 84)',
  },
  force: { from: '2023-07-01', law: { act, basis: 'inferred' } },
  legalBasis: [
    { act },
    { act: rules, place: 'p8' },
    { act: 'income-rules-181' },
    { act: 'administrative-code', place: 'art73' },
    { act: 'civil-code', place: 'art167' },
  ],
  provider: {
    kk: 'республикалық маңызы бар қалалардың, астананың, аудандардың, облыстық маңызы бар қалалардың жергілікті атқарушы органы',
    ru: 'местный исполнительный орган города республиканского значения, столицы, района, города областного значения',
    en: 'local executive body of a city of republican significance, the capital, a district or a city of oblast significance',
  },
  serviceForm: serviceForms.partlyAutomated,
  result: socialHelpResult,
  channels: orderChannels,
  notThrough: [],
  grounds: [
    { id: 'LOW_INCOME', law: { act: rules, place: 'p8.i4', basis: 'found' } },
    { id: 'SOCIAL_DISEASE', law: { act: rules, place: 'p8.i3', basis: 'found' } },
    { id: 'NATURAL_DISASTER', law: { act: rules, place: 'p8.i1', basis: 'found' } },
    { id: 'FIRE', law: { act: rules, place: 'p8.i2', basis: 'found' } },
  ],
  forms: orderForms,
  documents: orderDocuments,
  actors: orderActors,
  commissions: [
    {
      actor: 'precinct-commission',
      createdBy: { kk: 'әкімнің шешімі', ru: 'решение акима', en: 'decision of the akim' },
      quorum,
      law: { act, place: 'p7' },
    },
    {
      actor: 'special-commission',
      createdBy: {
        kk: 'жергілікті атқарушы органның шешімі',
        ru: 'решение местного исполнительного органа',
        en: 'decision of the local executive body',
      },
      quorum,
      law: { act, place: 'p11' },
    },
  ],
  terms: {
    normal: { amount: 8, ...wholeWorkdays, law: { act: list, basis: 'recalled' } },
    extended: {
      term: { amount: 20, ...wholeWorkdays, law: { act: list, basis: 'recalled' } },
      reasons: extensionReasons,
    },
    prolonging: {
      maxMonths: 2,
      notice: {
        amount: 3,
        unit: 'WORKDAY',
        from: 'DECISION',
        kind: 'AT_MOST',
        law: { act: 'administrative-code', place: 'art76', basis: 'found' },
      },
      paper: 'extension-notice',
      law: { act: 'administrative-code', place: 'art76', basis: 'found' },
    },
  },
  spans: [],
  steps: [...intakeSteps, ...decisionSteps],
  ends: [...socialHelpEnds, ends.notAccepted],
  papers: orderPapersList,
  refusalGrounds: orderGrounds,
  withdrawal: {
    from: [
      'register',
      'akim-register',
      'send-to-commission',
      'akim-send-to-commission',
      'survey',
      'akim-forward',
      'income',
      'special-commission',
      'draft',
      'await-documents',
      'objection',
    ],
    end: 'withdrawn',
    law: ours,
  },
  complaint: {
    procedure: 'complaint-code-2021',
    addressees: [
      {
        to: 'head',
        name: {
          kk: 'көрсетілетін қызметті беруші (ол шағымды қарайтын органға жібереді)',
          ru: 'услугодатель (он направляет жалобу в рассматривающий орган)',
          en: 'the provider (who forwards the complaint to the body that considers it)',
        },
      },
    ],
    subjects: complaintSubjects,
    thenCourt: true,
    filingMonths: filingTerm,
    law: { act: 'administrative-code', place: 'art91', basis: 'found' },
  },
  hours: {
    provider: 'district-provider',
    'rural-akim': 'rural-akim',
    'state-corporation': 'state-corporation',
  },
  queue: { byReference: { act: list } },
  portal: [],
  notes: orderNotes,
} as const satisfies Regulation;
