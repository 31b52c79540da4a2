// Aktogay 2013, targeted assistance: the main process (7 working days) and the one through the rural akim (22 working days).
import type { Regulation } from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';
import { wholeWorkdays } from '../texts/terms.ts';
import {
  aktogay,
  aktogayDocuments as documents,
  aktogayGrounds,
  aktogayNotes,
  aktogayPapers,
  people,
  quorum,
} from './both-processes.ts';
import { akimProcessSteps, mainSteps } from './steps.ts';

const act = 'aktogay-03-10';
const ours = { act: 'komek', basis: 'inferred' } as const;

const name = {
  kk: 'Мемлекеттік атаулы әлеуметтік көмек тағайындау',
  ru: 'Назначение государственной адресной социальной помощи',
  en: 'State targeted social assistance',
} as const;

const form = {
  edition: 'set-form',
  name: {
    kk: 'Белгіленген үлгідегі өтініш',
    ru: 'Заявление установленного образца',
    en: 'Application of the set form',
  },
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
  consents: ['truthfulness'],
  signsRegisters: false,
  law: { act, place: 'p13.i1', basis: 'inferred' },
} as const;

const commissionLaw = { act, place: 'p14.i4' } as const;

export const aktogayAsp2013 = {
  ...aktogay,
  id: 'aktogay-asp-2013',
  name,
  shortName: {
    kk: 'Атаулы әлеуметтік көмек (Ақтоғай, бөлім арқылы)',
    ru: 'Адресная социальная помощь (Актогай, через отдел)',
    en: 'Targeted assistance (Aktogay, through the department)',
  },
  channels: [
    {
      channel: 'provider',
      start: 'register',
      who: 'everyone',
      result: { by: 'executor', form: 'paper', how: handOver.desk },
      confirmation: confirmations.coupon,
      law: { act, place: 'p3' },
    },
  ],
  forms: [{ ...form, channels: ['provider'] }],
  documents: [
    { ...documents.application, channels: ['provider'] },
    { ...documents.family, channels: ['provider'] },
    { ...documents.income, channels: ['provider'] },
    { ...documents.farm, channels: ['provider'] },
    { ...documents.residence, channels: ['provider'] },
    { ...documents.socialContract, channels: ['provider'] },
  ],
  actors: [
    people.applicant,
    people.head,
    people.sectorHead,
    people.specialist,
    {
      id: 'precinct-commission',
      title: { kk: 'учаскелік комиссия', ru: 'участковая комиссия', en: 'precinct commission' },
      law: commissionLaw,
    },
  ],
  commissions: [
    {
      actor: 'precinct-commission',
      createdBy: {
        kk: 'аудан әкімдігінің шешімі (орысша мәтінде: аудан әкімінің шешімі)',
        ru: 'решение акима района (в казахском тексте: решение акимата района)',
        en: 'decision of the akim of the district (the Kazakh text says: of the akimat)',
      },
      quorum,
      law: commissionLaw,
    },
  ],
  terms: { normal: { amount: 7, ...wholeWorkdays, law: { act, place: 'p9.i1' } } },
  steps: mainSteps,
  papers: aktogayPapers,
  refusalGrounds: aktogayGrounds,
  withdrawal: {
    from: ['register', 'order-survey', 'survey', 'accept-file', 'calculate'],
    end: 'withdrawn',
    law: ours,
  },
  hours: { provider: 'aktogay-provider' },
  notes: [
    ...aktogayNotes,
    {
      text: {
        kk: '9-әрекетті 1-кесте қателесіп комиссия бағанында көрсеткен; 2-кесте бойынша оны маман орындайды.',
        ru: 'Действие 9 таблица 1 по ошибке печатает в столбце комиссии; по таблице 2 его выполняет специалист.',
        en: 'Table 1 prints action 9 in the column of the commission by mistake; by Table 2 the specialist does it.',
      },
      law: { act, place: 'app2.t2' },
    },
  ],
} as const satisfies Regulation;

export const aktogayAsp2013Akim = {
  ...aktogay,
  id: 'aktogay-asp-2013-akim',
  name,
  shortName: {
    kk: 'Атаулы әлеуметтік көмек (Ақтоғай, әкім арқылы)',
    ru: 'Адресная социальная помощь (Актогай, через акима)',
    en: 'Targeted assistance (Aktogay, through the rural akim)',
  },
  channels: [
    {
      channel: 'rural-akim',
      start: 'akim-register',
      who: 'everyone',
      result: { by: 'executor', form: 'paper', how: handOver.desk },
      confirmation: confirmations.coupon,
      law: { act, place: 'p3' },
    },
  ],
  forms: [{ ...form, channels: ['rural-akim'] }],
  documents: [
    { ...documents.application, channels: ['rural-akim'] },
    { ...documents.family, channels: ['rural-akim'] },
    { ...documents.income, channels: ['rural-akim'] },
    { ...documents.farm, channels: ['rural-akim'] },
    { ...documents.residence, channels: ['rural-akim'] },
    { ...documents.socialContract, channels: ['rural-akim'] },
  ],
  actors: [
    people.applicant,
    people.head,
    people.sectorHead,
    people.specialist,
    {
      id: 'rural-akim',
      title: { kk: 'ауылдық округ әкімі', ru: 'аким сельского округа', en: 'rural akim' },
      law: { act, place: 'p14.i5' },
    },
    {
      id: 'rural-precinct-commission',
      title: {
        kk: 'әкімнің учаскелік комиссиясы',
        ru: 'участковая комиссия акима',
        en: 'commission of the akim',
      },
      law: { act, place: 'p14.i6' },
    },
  ],
  commissions: [
    {
      actor: 'rural-precinct-commission',
      createdBy: {
        kk: 'ауылдық округ әкімінің шешімі',
        ru: 'решение акима сельского округа',
        en: 'decision of the rural akim',
      },
      quorum,
      law: { act, place: 'p14.i6' },
    },
  ],
  terms: { normal: { amount: 22, ...wholeWorkdays, law: { act, place: 'p9.i1' } } },
  steps: akimProcessSteps,
  papers: aktogayPapers,
  refusalGrounds: aktogayGrounds,
  withdrawal: {
    from: ['akim-register', 'akim-order-survey', 'survey', 'akim-forward', 'accept-file', 'calculate'],
    end: 'withdrawn',
    law: ours,
  },
  hours: { provider: 'aktogay-provider', 'rural-akim': 'rural-akim' },
  notes: [
    ...aktogayNotes,
    {
      text: {
        kk: 'Әкімге тұрғылықты жерінде уәкілетті орган болмағанда жүгінеді. 4-әрекеттің 15 күні өтініш тіркелген күннен есептеледі.',
        ru: 'К акиму обращаются, если по месту жительства нет уполномоченного органа. 15 дней действия 4 считаются с регистрации заявления.',
        en: 'The akim is open where there is no department at the residence. The 15 days of action 4 run from the registration.',
      },
      law: { act, place: 'app2.t1.a4' },
    },
    {
      text: {
        kk: 'Балама процестің талонындағы алатын күн тек қазақша мәтінде бар; портал оны екі тілде де береді.',
        ru: 'Дата получения в талоне альтернативного процесса есть только в казахском тексте; портал печатает ее всегда.',
        en: 'The receiving date on the coupon stands only in the Kazakh text; the portal always prints it.',
      },
      law: { act, place: 'app2.t1.a1' },
    },
  ],
} as const satisfies Regulation;
