// Order № 84 as amended: four doors, the people, the forms of Appendices 1 and 1-1, and what is asked for.
import type { ApplicationForm, ChannelRule, Regulation, RequiredDocument } from '../../regulation.ts';
import { confirmations, handOver } from '../texts/shared-wordings.ts';

const act = 'order-84';
const list = 'order-84-appendix-2';

const notice = {
  kk: 'SMS арқылы автоматты түрде, мүмкін болмаса, басып шығарылған хабарлама қолма-қол',
  ru: 'автоматически по SMS, а если нельзя – напечатанным уведомлением при личном визите',
  en: 'by SMS automatically, or printed and handed over on a visit',
} as const;

export const orderChannels = [
  {
    channel: 'portal',
    start: 'register',
    who: 'everyone',
    result: { by: 'clerk', form: 'electronic', how: handOver.cabinet },
    confirmation: confirmations.cabinet,
    law: { act, place: 'p2.i4' },
  },
  {
    channel: 'provider',
    start: 'register',
    who: 'everyone',
    result: { by: 'clerk', form: 'paper', how: notice },
    confirmation: confirmations.coupon,
    law: { act, place: 'p2.i1' },
  },
  {
    channel: 'rural-akim',
    start: 'akim-register',
    who: 'everyone',
    result: { by: 'clerk', form: 'paper', how: notice },
    confirmation: confirmations.coupon,
    law: { act, place: 'p2.i2' },
  },
  {
    channel: 'state-corporation',
    start: 'corp-check',
    who: 'everyone',
    result: { by: 'state-corporation-clerk', form: 'paper', how: notice },
    confirmation: confirmations.receipt,
    law: { act, place: 'p2.i3' },
  },
] as const satisfies readonly ChannelRule[];

export const orderActors = [
  {
    id: 'applicant',
    title: {
      kk: 'көрсетілетін қызметті алушы немесе оның өкілі',
      ru: 'услугополучатель или его представитель',
      en: 'recipient or representative',
    },
    law: { act, place: 'p3' },
  },
  {
    id: 'clerk',
    title: { kk: 'құжаттарды қабылдайтын маман', ru: 'специалист, принимающий документы', en: 'specialist' },
    law: { act, place: 'p3' },
  },
  {
    id: 'executor',
    title: { kk: 'лауазымды тұлға', ru: 'должностное лицо услугодателя', en: 'official of the provider' },
    law: { act, place: 'p15' },
  },
  {
    id: 'head',
    title: { kk: 'көрсетілетін қызметті берушінің басшысы', ru: 'руководитель услугодателя', en: 'head' },
    law: { act, place: 'p15', basis: 'inferred' },
  },
  {
    id: 'rural-clerk',
    title: { kk: 'әкім аппаратының маманы', ru: 'специалист аппарата акима', en: 'clerk of the rural akim' },
    law: { act, place: 'p7' },
  },
  {
    id: 'rural-akim',
    title: {
      kk: 'кент, ауыл, ауылдық округ әкімі',
      ru: 'аким поселка, села, сельского округа',
      en: 'rural akim',
    },
    law: { act, place: 'p2.i2' },
  },
  {
    id: 'state-corporation-clerk',
    title: {
      kk: 'Мемлекеттік корпорация қызметкері',
      ru: 'сотрудник Государственной корпорации',
      en: 'clerk',
    },
    law: { act, place: 'p2.i3' },
  },
  {
    id: 'precinct-commission',
    title: { kk: 'учаскелік комиссия', ru: 'участковая комиссия', en: 'precinct commission' },
    law: { act, place: 'p7' },
  },
  {
    id: 'special-commission',
    title: { kk: 'арнайы комиссия', ru: 'специальная комиссия', en: 'special commission' },
    law: { act, place: 'p11' },
  },
] as const satisfies Regulation['actors'];

const blocks = [
  'header',
  'applicant',
  { block: 'representative', onlyIf: 'represented' },
  'residence',
  'contacts',
  'category',
  { block: 'family', onlyIf: 'for-family' },
  { block: 'income', onlyIf: 'income-test' },
  { block: 'property', onlyIf: 'income-test' },
  'bank',
  'attachments',
  'consents',
] as const;

export const orderForms = [
  {
    edition: 'order-84-appendix-1-1',
    name: {
      kk: '1-1-қосымша нысаны бойынша электрондық өтініш',
      ru: 'Электронное заявление по форме приложения 1-1',
      en: 'E-application in the form of Appendix 1-1',
    },
    channels: ['portal'],
    blocks: [...blocks, 'registers', 'signature'],
    consents: ['personal-data', 'secret-data', 'family-members', 'truthfulness'],
    signsRegisters: true,
    law: { act, place: 'app1-1', basis: 'inferred' },
  },
  {
    edition: 'order-84-appendix-1',
    name: {
      kk: '1-қосымша нысаны бойынша жазбаша өтініш',
      ru: 'Письменное заявление по форме приложения 1',
      en: 'Written application in the form of Appendix 1',
    },
    channels: ['provider', 'rural-akim', 'state-corporation'],
    blocks: [...blocks, 'registers'],
    consents: ['personal-data', 'secret-data', 'family-members', 'truthfulness'],
    signsRegisters: false,
    law: { act, place: 'app1', basis: 'inferred' },
  },
] as const satisfies readonly ApplicationForm[];

const everywhere = ['provider', 'rural-akim', 'state-corporation', 'portal'] as const;

export const orderDocuments = [
  {
    id: 'register-answers',
    name: {
      kk: 'мемлекеттік ақпараттық жүйелердің мәліметтері (1-2-қосымша бойынша сұрау салу)',
      ru: 'сведения государственных информационных систем (запрос по приложению 1-2)',
      en: 'data of the state information systems (request of Appendix 1-2)',
    },
    channels: everywhere,
    brought: 'register',
    law: { act, place: 'app1-2' },
  },
  {
    id: 'listed-documents',
    name: {
      kk: 'мәліметтер сәйкес келмегенде немесе болмағанда – тізбедегі құжаттар (мәтіні қолжетімді емес)',
      ru: 'если сведений нет или они не совпадают – документы из перечня (текст недоступен)',
      en: 'where data are absent or differ, documents of the list (text not available)',
    },
    channels: everywhere,
    brought: 'attachment',
    law: { act: list },
    byReference: true,
  },
  {
    id: 'power-of-attorney',
    name: {
      kk: 'сенімхат (өкіл жүгінгенде)',
      ru: 'доверенность (если обращается представитель)',
      en: 'power of attorney (where a representative applies)',
    },
    channels: everywhere,
    brought: 'attachment',
    law: { act: 'civil-code', place: 'art167', basis: 'found' },
  },
] as const satisfies readonly RequiredDocument[];
