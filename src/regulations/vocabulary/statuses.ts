// What the citizen reads in the cabinet at each moment of the procedure.
import type { Text } from './text.ts';

export const statuses = {
  DRAFT: { kk: 'Қаралама', ru: 'Черновик', en: 'Draft' },
  AUTH_REFUSED: { kk: 'Авторизациялаудан бас тартылды', ru: 'Отказ в авторизации', en: 'Sign-in refused' },
  SIGN_REFUSED: {
    kk: 'ЭЦҚ-ның түпнұсқалығы расталмады',
    ru: 'Подлинность ЭЦП не подтверждена',
    en: 'Digital signature not confirmed',
  },
  SENT: { kk: 'Сұрау салу жіберілді', ru: 'Запрос отправлен', en: 'Request sent' },
  ACCEPTED: { kk: 'Сұрау салу қабылданды', ru: 'Запрос принят', en: 'Request accepted' },
  NOT_ACCEPTED: {
    kk: 'Өтінішті қабылдаудан бас тартылды',
    ru: 'Отказано в приеме заявления',
    en: 'Application not accepted',
  },
  REGISTERED: { kk: 'Тіркелді', ru: 'Зарегистрировано', en: 'Registered' },
  ON_RESOLUTION: {
    kk: 'Басшының бұрыштама қоюында',
    ru: 'На резолюции руководителя',
    en: 'With the head for resolution',
  },
  IN_PROCESSING: { kk: 'Өңделу үстінде', ru: 'В обработке', en: 'In processing' },
  DOCS_REQUESTED: {
    kk: 'Құжаттар жетіспейді (қызмет көрсету мерзімі – 20 жұмыс күні)',
    ru: 'Документов недостаточно (срок оказания услуги – 20 рабочих дней)',
    en: 'Documents are insufficient (the term is 20 working days)',
  },
  PRECINCT_SURVEY: {
    kk: 'Учаскелік комиссияның зерттеп-қарауында',
    ru: 'Обследование участковой комиссией',
    en: 'Survey by the precinct commission',
  },
  INCOME_CALC: {
    kk: 'Жан басына шаққандағы орташа табысты есептеу',
    ru: 'Расчет среднедушевого дохода',
    en: 'Calculation of per-capita income',
  },
  SPECIAL_COMMISSION: {
    kk: 'Арнайы комиссияның қарауында',
    ru: 'На рассмотрении специальной комиссии',
    en: 'Before the special commission',
  },
  PRELIM_REFUSAL: {
    kk: 'Бас тарту туралы алдын ала шешім',
    ru: 'Предварительное решение об отказе',
    en: 'Preliminary decision to refuse',
  },
  HEARING: { kk: 'Тыңдау тағайындалды', ru: 'Назначено заслушивание', en: 'Hearing appointed' },
  PROTOCOL: {
    kk: 'Тыңдау хаттамасымен танысу',
    ru: 'Ознакомление с протоколом заслушивания',
    en: 'Reading the protocol of the hearing',
  },
  ON_SIGNING: { kk: 'Қол қоюға жіберілді', ru: 'На подписании', en: 'Being signed' },
  READY: {
    kk: 'Нәтиже беруге дайындалуда',
    ru: 'Результат готовится к выдаче',
    en: 'The result is being issued',
  },
  GRANTED: {
    kk: 'Әлеуметтік көмек тағайындалды',
    ru: 'Социальная помощь назначена',
    en: 'Social help granted',
  },
  REFUSED: {
    kk: 'Әлеуметтік көмек көрсетуден бас тартылды',
    ru: 'Отказано в оказании социальной помощи',
    en: 'Social help refused',
  },
  ISSUED: { kk: 'Қызмет нәтижесі берілді', ru: 'Результат услуги выдан', en: 'The result was issued' },
  WITHDRAWN: {
    kk: 'Өтініш беруші өтінішін қайтарып алды',
    ru: 'Отозвано заявителем',
    en: 'Withdrawn by the applicant',
  },
  COMPLAINT_DELIVERED: { kk: 'Шағым жеткізілді', ru: 'Жалоба доставлена', en: 'Complaint delivered' },
  COMPLAINT_REGISTERED: { kk: 'Шағым тіркелді', ru: 'Жалоба зарегистрирована', en: 'Complaint registered' },
  COMPLAINT_IN_WORK: { kk: 'Шағым орындалуда', ru: 'Жалоба исполняется', en: 'Complaint in work' },
  COMPLAINT_EXECUTED: { kk: 'Шағым орындалды', ru: 'Жалоба исполнена', en: 'Complaint executed' },
  COMPLAINT_ANSWERED: {
    kk: 'Шағымды қарау туралы жауап берілді',
    ru: 'Дан ответ о рассмотрении жалобы',
    en: 'The complaint was answered',
  },
  COMPLAINT_NOT_CONSIDERED: {
    kk: 'Шағымды қараудан бас тартылды',
    ru: 'Отказано в рассмотрении жалобы',
    en: 'The complaint was not considered',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Status = keyof typeof statuses;
