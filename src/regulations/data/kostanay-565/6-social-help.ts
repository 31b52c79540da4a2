// Kostanay 565, service 6: our service through the provider, the rural akim and the portal; never through the public service centre.
import type { Regulation } from '../../regulation.ts';
import {
  confirmations,
  extensionReasons,
  modelRulesGrounds,
  serviceForms,
  socialHelpEnds,
  socialHelpName,
  socialHelpResult,
} from '../texts/shared-wordings.ts';
import { papers } from '../texts/papers.ts';
import { wholeWorkdays, workdays } from '../texts/terms.ts';
import { socialHelpDocumentsOfKostanay, socialHelpFormsOfKostanay } from './6-social-help-application.ts';
import { socialHelpSteps } from './6-social-help-steps.ts';
import {
  doors,
  kostanay,
  kostanayComplaint,
  kostanayPapers,
  people,
  providerSpan,
  withdrawalLaw,
} from './all-services.ts';
import { portalStages } from './portal-stages.ts';

const act = 'kostanay-565';
const standard = 'standard-279';
const ours = { act: 'komek', basis: 'inferred' } as const;

export const kostanay5656 = {
  ...kostanay,
  id: 'kostanay-565-6',
  serviceCode: { value: 'pass172_mtszn', basis: 'found' },
  name: socialHelpName,
  shortName: {
    kk: 'Әлеуметтік көмек (Қостанай облысы)',
    ru: 'Социальная помощь (Костанайская область)',
    en: 'Social help (Kostanay oblast)',
  },
  legalBasis: [
    { act, place: 's6' },
    { act: 'law-local-government', place: 'art27' },
    { act: 'law-public-services', place: 'art16' },
    { act: standard },
    { act: 'service-passport' },
  ],
  serviceForm: serviceForms.partlyAutomated,
  result: socialHelpResult,
  channels: [
    { ...doors.provider, law: { act, place: 's6.p1.i1' } },
    {
      ...doors.portal,
      who: ['DISABLED', 'DISABLED_CHILD', 'SOCIAL_DISEASE'],
      law: { act, place: 's6.p1.i3' },
    },
    {
      ...doors.akim,
      result: doors.provider.result,
      confirmation: confirmations.coupon,
      law: { act, place: 's6.p1.i2' },
    },
  ],
  notThrough: [{ channel: 'service-centre', law: { act, place: 's6.p12' } }],
  grounds: [
    { id: 'SOCIAL_DISEASE', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'LOW_INCOME', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'NATURAL_DISASTER', law: { act: 'model-rules-504', basis: 'found' } },
    { id: 'FIRE', law: { act: 'model-rules-504', basis: 'found' } },
  ],
  forms: socialHelpFormsOfKostanay,
  documents: socialHelpDocumentsOfKostanay,
  actors: [
    people.applicant,
    people.clerk,
    people.head,
    people.executor,
    people.ruralClerk,
    people.ruralAkim,
    people.ruralExecutor,
  ],
  terms: {
    normal: { amount: 8, ...wholeWorkdays, law: { act: standard, place: 'p4.i1' } },
    extended: {
      term: { amount: 20, ...wholeWorkdays, law: { act, place: 's6.p5' } },
      reasons: extensionReasons,
    },
  },
  spans: [{ ...providerSpan.afterAkim, term: { amount: 7, ...workdays, law: { act, place: 's6.p9.i4' } } }],
  steps: socialHelpSteps,
  ends: socialHelpEnds,
  papers: [
    {
      ...kostanayPapers.coupon,
      title: { kk: 'Талон', ru: 'Талон', en: 'Coupon' },
      law: { act, place: 's6.p5.i1' },
    },
    { id: 'grant-notification', ...papers.grant, signedBy: 'head', law: { act, place: 's6.p3' } },
    { id: 'refusal-notification', ...papers.refusal, signedBy: 'head', law: ours },
    { id: 'shortage-notice', ...papers.shortage, signedBy: 'head', law: ours },
  ],
  refusalGrounds: modelRulesGrounds,
  withdrawal: {
    from: ['register', 'resolution', 'draft', 'draw-notice', 'await-documents'],
    end: 'withdrawn',
    law: withdrawalLaw,
  },
  complaint: { ...kostanayComplaint, law: { act: standard, place: 'p10' } },
  queue: { waitingMinutes: 30, serviceMinutes: 30, law: { act: standard, place: 'p4' } },
  portal: [
    { ...portalStages.signIn, law: { act, place: 's6.p8.i1' } },
    { ...portalStages.fill, law: { act, place: 's6.p8.i2' } },
    { ...portalStages.sign, law: { act, place: 's6.p8.i3' } },
    { ...portalStages.process, law: { act, place: 's6.p8.i4' } },
    { ...portalStages.status, law: { act, place: 's6.p8.i5' } },
    { ...portalStages.send, law: { act, place: 's6.p8.i6' } },
    { ...portalStages.receive, law: { act, place: 's6.p8.i7' } },
  ],
  notes: [
    {
      text: {
        kk: 'Регламентте тек 20 жұмыс күні аталған; 8 жұмыс күні стандарттан алынды.',
        ru: 'В регламенте названы только 20 рабочих дней; 8 рабочих дней взяты из стандарта.',
        en: 'The regulation names only the 20 working days; the 8 come from the standard.',
      },
      law: { act: standard, place: 'p4.i1' },
    },
    {
      text: {
        kk: 'Әкім арқылы келген өтініштің нәтижесін де көрсетілетін қызметті берушінің жауапты орындаушысы береді.',
        ru: 'И по обращению через акима результат выдает ответственный исполнитель услугодателя.',
        en: 'Even when the akim took the papers, the executor of the provider hands over the result.',
      },
      law: { act, place: 's6.p9.i5' },
    },
    {
      text: {
        kk: 'Құжаттардың жетіспейтіні туралы хабарлау тәртібі регламентте жазылмаған; портал Астана регламентіндегідей жолды қолданады.',
        ru: 'Как сообщать о нехватке документов, регламент не говорит; портал идет тем же путем, что в Астане.',
        en: 'How a shortage is told, the regulation does not say; the portal goes the same way as in Astana.',
      },
      law: ours,
    },
  ],
} as const satisfies Regulation;
