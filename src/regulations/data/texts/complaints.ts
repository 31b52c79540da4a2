// Complaints: what may be complained of, by when, and the words of the steps that all complaint procedures share.
import type { ComplaintRoute, End, Step } from '../../regulation.ts';
import type { Text } from '../../vocabulary/text.ts';

export const complaintSubjects = [
  {
    kk: 'қызмет нәтижесімен келіспеу',
    ru: 'несогласие с результатом услуги',
    en: 'disagreement with the result',
  },
  { kk: 'дұрыс қызмет көрсетпеу', ru: 'некорректное обслуживание', en: 'incorrect service' },
] as const satisfies readonly Text[];

/** A complaint that comes later is accepted all the same and marked as late. */
export const filingTerm = {
  amount: 3,
  law: { act: 'administrative-code', place: 'art92', basis: 'recalled' },
} as const satisfies ComplaintRoute['filingMonths'];

export const complaintSteps = {
  register: {
    name: { kk: 'Шағымды тіркеу', ru: 'Регистрация жалобы', en: 'Registration of the complaint' },
    action: {
      kk: 'Шағымды тіркейді (мөртабан, кіріс нөмірі, күні), қабылдаған адамды, жауап мерзімі мен орнын көрсетеді.',
      ru: 'Регистрирует жалобу (штамп, входящий номер, дата), указывает принявшего, срок и место ответа.',
      en: 'Registers the complaint (stamp, number, date) and names who accepted it, when and where the answer is given.',
    },
  },
  consider: {
    name: { kk: 'Шағымды қарау', ru: 'Рассмотрение жалобы', en: 'Consideration of the complaint' },
    action: {
      kk: 'Шағымды қарап, жауабына қол қояды.',
      ru: 'Рассматривает жалобу и подписывает ответ.',
      en: 'Considers the complaint and signs the answer.',
    },
  },
  answer: {
    name: { kk: 'Жауап беру', ru: 'Выдача ответа', en: 'Answer' },
    action: {
      kk: 'Жауапты өтініш берушіге жібереді.',
      ru: 'Направляет ответ заявителю.',
      en: 'Sends the answer to the applicant.',
    },
  },
} as const satisfies Readonly<Record<string, Pick<Step, 'name' | 'action'>>>;

export const complaintEnds = [
  {
    id: 'upheld',
    status: 'COMPLAINT_ANSWERED',
    result: 'positive',
    name: { kk: 'Шағым қанағаттандырылды', ru: 'Жалоба удовлетворена', en: 'The complaint was upheld' },
  },
  {
    id: 'dismissed',
    status: 'COMPLAINT_ANSWERED',
    result: 'negative',
    name: {
      kk: 'Шағымды қанағаттандырудан бас тартылды',
      ru: 'В удовлетворении жалобы отказано',
      en: 'The complaint was dismissed',
    },
  },
  {
    id: 'not-considered',
    status: 'COMPLAINT_NOT_CONSIDERED',
    result: 'negative',
    name: {
      kk: 'Шағымды қараудан бас тартылды',
      ru: 'В рассмотрении жалобы отказано',
      en: 'The complaint was not considered',
    },
  },
  {
    id: 'withdrawn',
    status: 'WITHDRAWN',
    result: 'neutral',
    name: { kk: 'Шағым қайтарып алынды', ru: 'Жалоба отозвана', en: 'The complaint was withdrawn' },
  },
] as const satisfies readonly End[];

export const complaintWords = {
  service: {
    kk: 'жазбаша немесе электрондық',
    ru: 'письменная или электронная',
    en: 'in writing or electronic',
  },
  result: {
    kk: 'шағымға қол қойылған жауап',
    ru: 'подписанный ответ на жалобу',
    en: 'signed answer to the complaint',
  },
  registration: {
    title: {
      kk: 'Шағымның тіркелгені туралы белгі',
      ru: 'Отметка о регистрации жалобы',
      en: 'Registration of the complaint',
    },
    contents: ['number', 'date', 'applicant', 'clerk-name', 'answer-place'],
  },
  answer: {
    title: { kk: 'Шағымға жауап', ru: 'Ответ на жалобу', en: 'Answer to the complaint' },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'answer-text',
      'legal-basis',
      'complaint-rights',
      'signatory',
    ],
  },
  applicant: { kk: 'шағым беруші', ru: 'заявитель жалобы', en: 'complainant' },
} as const;
