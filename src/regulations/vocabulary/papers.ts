// The papers that procedures produce, and what such papers must show.
import type { Text } from './text.ts';

export const paperKinds = [
  'coupon',
  'acceptance-receipt',
  'refusal-to-accept-receipt',
  'order',
  'survey-act',
  'conclusion',
  'case-file',
  'decision',
  'grant-notification',
  'refusal-notification',
  'shortage-notice',
  'certificate',
  'preliminary-notice',
  'hearing-protocol',
  'extension-notice',
  'complaint-registration',
  'complaint-answer',
] as const;

export type PaperKind = (typeof paperKinds)[number];

export const paperFields = {
  number: { kk: 'нөмірі', ru: 'номер', en: 'number' },
  date: { kk: 'күні', ru: 'дата', en: 'date' },
  'registration-date': { kk: 'тіркелген күні', ru: 'дата регистрации', en: 'date of registration' },
  'documents-accepted-date': {
    kk: 'құжаттар қабылданған күн',
    ru: 'дата приема документов',
    en: 'date on which the documents were accepted',
  },
  'service-date': {
    kk: 'мемлекеттік қызметті алатын күні',
    ru: 'дата получения государственной услуги',
    en: 'date on which the service will be received',
  },
  'clerk-name': {
    kk: 'құжаттарды қабылдаған адамның тегі мен аты-жөні',
    ru: 'фамилия и инициалы принявшего документы',
    en: 'surname and initials of the person who accepted the documents',
  },
  applicant: { kk: 'өтініш беруші', ru: 'заявитель', en: 'applicant' },
  iin: { kk: 'ЖСН', ru: 'ИИН', en: 'IIN' },
  address: { kk: 'мекенжайы', ru: 'адрес', en: 'address' },
  service: { kk: 'қызметтің атауы', ru: 'наименование услуги', en: 'name of the service' },
  body: { kk: 'органның атауы', ru: 'наименование органа', en: 'name of the body' },
  'legal-basis': { kk: 'құқықтық негізі', ru: 'правовое основание', en: 'legal basis' },
  ground: { kk: 'жүгіну негізі', ru: 'основание обращения', en: 'ground of the application' },
  amount: { kk: 'көмек мөлшері', ru: 'размер помощи', en: 'amount of help' },
  frequency: { kk: 'төлем жиілігі', ru: 'периодичность', en: 'frequency' },
  period: { kk: 'төленетін кезеңі', ru: 'период выплаты', en: 'period of payment' },
  'masked-account': { kk: 'шот нөмірі (жасырылған)', ru: 'номер счета (скрыт)', en: 'account (masked)' },
  calculation: { kk: 'есебі', ru: 'расчет', en: 'calculation' },
  'household-size': { kk: 'отбасы мүшелерінің саны', ru: 'число членов семьи', en: 'size of the household' },
  income: {
    kk: 'жиынтық және орташа табыс',
    ru: 'совокупный и среднедушевой доход',
    en: 'aggregate and per-capita income',
  },
  threshold: { kk: 'табыс шегі', ru: 'порог дохода', en: 'threshold of income' },
  outcome: { kk: 'шешімнің мәні', ru: 'суть решения', en: 'what was decided' },
  'refusal-ground': { kk: 'бас тарту негізі', ru: 'основание отказа', en: 'ground of refusal' },
  'missing-documents': {
    kk: 'жетіспейтін немесе қолданылу мерзімі өткен құжаттар',
    ru: 'недостающие документы и документы с истекшим сроком',
    en: 'missing and expired documents',
  },
  'term-explanation': {
    kk: 'мерзім және оның есебі',
    ru: 'срок и его расчет',
    en: 'the term and how it is counted',
  },
  'complaint-rights': { kk: 'шағымдану құқығы', ru: 'право на обжалование', en: 'right to complain' },
  contact: { kk: 'анықтама телефоны, «1414»', ru: 'телефон справки, «1414»', en: 'help desk, 1414' },
  verification: { kk: 'тексеру нөмірі мен QR', ru: 'номер проверки и QR', en: 'verification number and QR' },
  signatory: { kk: 'қол қоюшы, ЭЦҚ', ru: 'подписавший, ЭЦП', en: 'signatory and digital signature' },
  'hearing-time': {
    kk: 'тыңдау уақыты мен тәсілі',
    ru: 'время и способ заслушивания',
    en: 'time and way of the hearing',
  },
  'hearing-summary': { kk: 'тыңдау қорытындысы', ru: 'итог заслушивания', en: 'summary of the hearing' },
  participants: { kk: 'қатысушылар', ru: 'участники', en: 'participants' },
  'applicant-position': {
    kk: 'өтініш берушінің ұстанымы',
    ru: 'позиция заявителя',
    en: 'position of the applicant',
  },
  'family-composition': { kk: 'отбасы құрамы', ru: 'состав семьи', en: 'composition of the family' },
  'living-conditions': { kk: 'тұрмыс жағдайы', ru: 'условия проживания', en: 'living conditions' },
  property: { kk: 'мүлік', ru: 'имущество', en: 'property' },
  'earlier-help': { kk: 'бұрын алған көмек', ru: 'ранее полученная помощь', en: 'help received earlier' },
  need: { kk: 'мұқтаждық туралы қорытынды', ru: 'вывод о нуждаемости', en: 'conclusion on need' },
  'commission-members': {
    kk: 'комиссия мүшелері мен қолдары',
    ru: 'члены комиссии и их подписи',
    en: 'members and signatures',
  },
  'recipient-status': {
    kk: 'атаулы әлеуметтік көмек алушыларға тиесілігі',
    ru: 'принадлежность к получателям адресной социальной помощи',
    en: 'whether the family is among the recipients of targeted assistance',
  },
  assignment: { kk: 'тапсырма', ru: 'поручение', en: 'what is ordered' },
  'answer-place': {
    kk: 'жауап алатын мерзім мен орын',
    ru: 'срок и место получения ответа',
    en: 'when and where the answer is given',
  },
  'answer-text': { kk: 'жауаптың мазмұны', ru: 'содержание ответа', en: 'answer' },
  'new-term': { kk: 'жаңа мерзім және себебі', ru: 'новый срок и причина', en: 'new term and the reason' },
} as const satisfies Readonly<Record<string, Text>>;

export type PaperField = keyof typeof paperFields;

export const needs = {
  executor: {
    kk: 'жауапты орындаушының аты-жөні',
    ru: 'имя ответственного исполнителя',
    en: 'name of the executor',
  },
  amount: { kk: 'көмек мөлшері', ru: 'размер помощи', en: 'amount' },
  'refusal-ground': { kk: 'бас тарту негізі', ru: 'основание отказа', en: 'ground of refusal' },
  'missing-documents': {
    kk: 'жетіспейтін құжаттардың тізімі',
    ru: 'список недостающих документов',
    en: 'list of missing documents',
  },
  'extension-reason': {
    kk: 'мерзімді ұзарту себебі',
    ru: 'причина продления срока',
    en: 'reason of the longer term',
  },
  signature: { kk: 'ЭЦҚ', ru: 'ЭЦП', en: 'digital signature' },
  'survey-act': { kk: 'тексеру актісі', ru: 'акт обследования', en: 'survey act' },
  conclusion: { kk: 'қорытынды', ru: 'заключение', en: 'conclusion' },
  votes: { kk: 'комиссия мүшелерінің дауысы', ru: 'голоса членов комиссии', en: 'votes of the commission' },
  'income-calculation': { kk: 'табыс есебі', ru: 'расчет дохода', en: 'calculation of income' },
  documents: { kk: 'құжаттар', ru: 'документы', en: 'documents' },
  'secret-data-consent': {
    kk: 'заңмен қорғалатын құпияны пайдалануға жазбаша келісім',
    ru: 'письменное согласие на использование охраняемой законом тайны',
    en: 'written consent to use secret-protected data',
  },
  'hearing-time': {
    kk: 'тыңдау уақыты мен тәсілі',
    ru: 'время и способ заслушивания',
    en: 'time and way of the hearing',
  },
  'hearing-protocol': { kk: 'тыңдау хаттамасы', ru: 'протокол заслушивания', en: 'protocol of the hearing' },
  objection: { kk: 'қарсылық', ru: 'возражение', en: 'objection' },
  remarks: { kk: 'хаттамаға ескертулер', ru: 'замечания к протоколу', en: 'remarks on the protocol' },
  answer: { kk: 'жауап', ru: 'ответ', en: 'answer' },
  comment: { kk: 'түсіндірме', ru: 'пояснение', en: 'comment' },
} as const satisfies Readonly<Record<string, Text>>;

/** What an actor must hand in to choose an outcome. */
export type Need = keyof typeof needs;

export const journals = {
  applications: {
    kk: 'өтініштерді есепке алу журналы',
    ru: 'журнал учета заявлений',
    en: 'journal of applications',
  },
  'applications-for-grant': {
    kk: 'АӘК тағайындауға өтініштерді есепке алу журналы',
    ru: 'журнал учета заявлений на назначение АСП',
    en: 'journal of applications for the grant of targeted assistance',
  },
  'applications-for-provision': {
    kk: 'АӘК ұсынуға өтініштерді есепке алу журналы',
    ru: 'журнал учета заявлений на предоставление АСП',
    en: 'journal of applications for the provision of targeted assistance',
  },
  issue: { kk: 'нәтижелерді беру журналы', ru: 'журнал выдачи результатов', en: 'journal of issued results' },
  complaints: {
    kk: 'шағымдарды тіркеу журналы',
    ru: 'журнал регистрации жалоб',
    en: 'journal of complaints',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Journal = keyof typeof journals;

export const hearingWays = {
  invitation: {
    kk: 'бейнеконференц-байланыс немесе өзге де коммуникация құралдары арқылы тыңдауға шақыру',
    ru: 'приглашение на заслушивание по видеосвязи или иными средствами коммуникации',
    en: 'invitation to the hearing, by video or other communication',
  },
  'information-systems': {
    kk: 'ақпараттық жүйелерді пайдалану',
    ru: 'использование информационных систем',
    en: 'by information systems',
  },
  'other-means': {
    kk: 'өз ұстанымын баяндауға мүмкіндік беретін өзге де байланыс тәсілдері',
    ru: 'иные способы связи, позволяющие изложить свою позицию',
    en: 'by other means of communication',
  },
} as const satisfies Readonly<Record<string, Text>>;

/** How a hearing may be held (Order № 84, paragraph 15). */
export type HearingWay = keyof typeof hearingWays;
