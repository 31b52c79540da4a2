// Words and lists that several procedures share: our service's names, its documents, grounds of refusal, ends of a case.
import type { End, RefusalGround } from '../../regulation.ts';
import type { Text } from '../../vocabulary/text.ts';

export const socialHelpName: Text = {
  kk: 'Жергілікті өкілді органдардың шешімдері бойынша мұқтаж азаматтардың жекелеген санаттарына әлеуметтік көмек тағайындау',
  ru: 'Назначение социальной помощи отдельным категориям нуждающихся граждан по решениям местных представительных органов',
  en: 'Granting social help to certain categories of citizens in need by decisions of local representative bodies',
};

export const socialHelpResult: Text = {
  kk: 'әлеуметтік көмек тағайындау туралы хабарлама',
  ru: 'уведомление о назначении социальной помощи',
  en: 'notification of the grant of social help',
};

export const serviceForms = {
  paper: { kk: 'қағаз түрінде', ru: 'бумажная', en: 'on paper' },
  partlyAutomated: {
    kk: 'электрондық (ішінара автоматтандырылған) және (немесе) қағаз түрінде',
    ru: 'электронная (частично автоматизированная) и (или) бумажная',
    en: 'electronic (partly automated) and (or) on paper',
  },
  fullyAutomated: {
    kk: 'электрондық (толық автоматтандырылған) және (немесе) қағаз түрінде',
    ru: 'электронная (полностью автоматизированная) и (или) бумажная',
    en: 'electronic (fully automated) and (or) on paper',
  },
  notAutomated: { kk: 'автоматтандырылмаған', ru: 'не автоматизированная', en: 'not automated' },
} as const satisfies Readonly<Record<string, Text>>;

export const handOver = {
  desk: {
    kk: 'көрсетілетін қызметті берушіде қолма-қол',
    ru: 'лично у услугодателя',
    en: 'in person at the provider',
  },
  cabinet: {
    kk: '«жеке кабинетке» ЭЦҚ қойылған электрондық құжат түрінде',
    ru: 'в «личный кабинет» электронным документом с ЭЦП',
    en: 'to the personal cabinet as an electronic document with a digital signature',
  },
  akimat: { kk: 'әкімдікте қолма-қол', ru: 'лично в акимате', en: 'in person at the akimat' },
  qualityBody: { kk: 'уәкілетті органнан', ru: 'в уполномоченном органе', en: 'from the quality body' },
  akim: {
    kk: 'ауылдық округ әкімінде қолма-қол',
    ru: 'лично у акима сельского округа',
    en: 'in person at the rural akim',
  },
  centre: {
    kk: 'халыққа қызмет көрсету орталығында қолма-қол',
    ru: 'лично в центре обслуживания населения',
    en: 'in person at the public service centre',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const confirmations = {
  coupon: {
    kk: 'өтініштің үзбелі талоны',
    ru: 'отрывной талон заявления',
    en: 'tear-off coupon of the application',
  },
  cabinet: {
    kk: '«жеке кабинетте» сұрау салудың қабылданғаны туралы мәртебе',
    ru: 'статус о принятии запроса в «личном кабинете»',
    en: 'status in the cabinet that the request was accepted',
  },
  receipt: {
    kk: 'құжаттардың қабылданғаны туралы қолхат',
    ru: 'расписка о приеме документов',
    en: 'receipt of acceptance',
  },
  registered: {
    kk: 'тіркеу журналындағы жазба',
    ru: 'запись в журнале регистрации',
    en: 'entry in the journal',
  },
} as const satisfies Readonly<Record<string, Text>>;

export const socialHelpEnds = [
  {
    id: 'granted',
    status: 'GRANTED',
    result: 'positive',
    name: {
      kk: 'Әлеуметтік көмек тағайындалды',
      ru: 'Социальная помощь назначена',
      en: 'Social help granted',
    },
  },
  {
    id: 'refused',
    status: 'REFUSED',
    result: 'negative',
    name: {
      kk: 'Әлеуметтік көмек көрсетуден бас тартылды',
      ru: 'Отказано в оказании социальной помощи',
      en: 'Social help refused',
    },
  },
  {
    id: 'withdrawn',
    status: 'WITHDRAWN',
    result: 'neutral',
    name: { kk: 'Өтініш қайтарып алынды', ru: 'Заявление отозвано', en: 'The application was withdrawn' },
  },
] as const satisfies readonly End[];

/** The grounds of the Model Rules that governed maslikhat help from 2013 to 2023. */
export const modelRulesGrounds = [
  {
    id: 'false-data',
    name: {
      kk: 'өтініш беруші ұсынған мәліметтердің дәйексіздігі анықталды',
      ru: 'выявлена недостоверность сведений, представленных заявителем',
      en: 'the data supplied by the applicant proved untrue',
    },
    law: { act: 'model-rules-504', basis: 'recalled' },
  },
  {
    id: 'survey-refused',
    name: {
      kk: 'өтініш беруші материалдық жағдайын зерттеп-қараудан бас тартты немесе жалтарды',
      ru: 'заявитель отказался или уклонился от обследования материального положения',
      en: 'the applicant refused or evaded the survey of the material situation',
    },
    law: { act: 'model-rules-504', basis: 'recalled' },
  },
  {
    id: 'income-above-threshold',
    name: {
      kk: 'жан басына шаққандағы орташа табыс белгіленген шектен асады',
      ru: 'среднедушевой доход превышает порог, установленный местным представительным органом',
      en: 'per-capita income is above the threshold set by the local representative body',
    },
    law: { act: 'model-rules-504', basis: 'recalled' },
  },
] as const satisfies readonly RefusalGround[];

/** The general grounds of the Law on Public Services, for procedures whose own list was not available. */
export const generalGrounds = [
  {
    id: 'false-documents',
    name: {
      kk: 'құжаттардың және (немесе) олардағы деректердің дәйексіздігі анықталды',
      ru: 'установлена недостоверность документов и (или) данных в них',
      en: 'the documents or the data in them proved untrue',
    },
    law: { act: 'law-public-services', place: 'art19-1', basis: 'recalled' },
  },
  {
    id: 'requirements-not-met',
    name: {
      kk: 'өтініш беруші немесе ұсынылған деректер белгіленген талаптарға сәйкес келмейді',
      ru: 'заявитель или представленные данные не соответствуют установленным требованиям',
      en: 'the applicant or the data do not meet the requirements',
    },
    law: { act: 'law-public-services', place: 'art19-1', basis: 'recalled' },
  },
] as const satisfies readonly RefusalGround[];

/** Why the longer term runs: the two cases of item 4 of the standard. */
export const extensionReasons = [
  {
    id: 'insufficient',
    name: {
      kk: 'көмек көрсету үшін құжаттар жетіспейді',
      ru: 'документов недостаточно для оказания помощи',
      en: 'the documents are insufficient',
    },
    law: { act: 'standard-279', place: 'p4.i1' },
  },
  {
    id: 'damaged-or-lost',
    name: {
      kk: 'құжаттар бүлінгендіктен немесе жоғалғандықтан оларды беру мүмкін емес',
      ru: 'документы невозможно представить из-за порчи или утери',
      en: 'the documents cannot be supplied: damaged or lost',
    },
    law: { act: 'standard-279', place: 'p4.i1' },
  },
] as const;

/** Ends that many procedures have beside their own grant. */
export const ends = {
  refused: {
    id: 'refused',
    status: 'REFUSED',
    result: 'negative',
    name: { kk: 'Тағайындаудан бас тартылды', ru: 'В назначении отказано', en: 'Refused' },
  },
  notAccepted: {
    id: 'not-accepted',
    status: 'NOT_ACCEPTED',
    result: 'negative',
    name: {
      kk: 'Құжаттарды қабылдаудан бас тартылды',
      ru: 'В приеме документов отказано',
      en: 'The documents were not accepted',
    },
  },
  withdrawn: {
    id: 'withdrawn',
    status: 'WITHDRAWN',
    result: 'neutral',
    name: { kk: 'Өтініш қайтарып алынды', ru: 'Заявление отозвано', en: 'The application was withdrawn' },
  },
} as const satisfies Readonly<Record<string, End>>;
