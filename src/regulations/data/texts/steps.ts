// The names of steps and what is done at them, shared by procedures whose acts describe the same action.
import type { Text } from '../../vocabulary/text.ts';

interface StepText {
  readonly name: Text;
  readonly action: Text;
}

export const officeSteps = {
  register: {
    name: { kk: 'Тіркеу', ru: 'Регистрация', en: 'Registration' },
    action: {
      kk: 'Құжаттарды қабылдап, өтінішті тіркейді және басшыға береді.',
      ru: 'Принимает документы, регистрирует заявление и передает руководителю.',
      en: 'Accepts the documents, registers the application and passes it to the head.',
    },
  },
  resolution: {
    name: { kk: 'Бұрыштама', ru: 'Резолюция', en: 'Resolution' },
    action: {
      kk: 'Құжаттармен танысып, бұрыштама қояды және жауапты орындаушыны айқындайды.',
      ru: 'Знакомится с документами, ставит резолюцию и определяет ответственного исполнителя.',
      en: 'Reads the documents, writes a resolution and names the responsible executor.',
    },
  },
  review: {
    name: { kk: 'Қарау', ru: 'Рассмотрение', en: 'Review' },
    action: {
      kk: 'Құжаттарды қарап, хабарламаны ресімдейді және басшыға қол қоюға береді.',
      ru: 'Рассматривает документы, оформляет уведомление и передает руководителю на подпись.',
      en: 'Reviews the documents, draws up the notification and passes it to the head for signature.',
    },
  },
  draft: {
    name: { kk: 'Нәтиже жобасы', ru: 'Проект результата', en: 'Draft of the result' },
    action: {
      kk: 'Құжаттар топтамасын қарап, нәтиженің жобасын дайындайды және басшыға береді.',
      ru: 'Рассматривает пакет документов, готовит проект результата и передает руководителю.',
      en: 'Reviews the package, drafts the result and passes it to the head.',
    },
  },
  drawNotice: {
    name: {
      kk: 'Жетіспеушілік туралы хабарлама',
      ru: 'Уведомление о нехватке документов',
      en: 'Notice of shortage',
    },
    action: {
      kk: 'Құжаттардың жетіспейтіні және 20 жұмыс күндік мерзім туралы хабарламаны ресімдейді.',
      ru: 'Оформляет уведомление о нехватке документов и сроке в 20 рабочих дней.',
      en: 'Draws up the notice that documents are missing and that the term is 20 working days.',
    },
  },
  sign: {
    name: { kk: 'Қол қою', ru: 'Подписание', en: 'Signature' },
    action: {
      kk: 'Қызмет нәтижесіне қол қояды.',
      ru: 'Подписывает результат услуги.',
      en: 'Signs the result of the service.',
    },
  },
  issueByClerk: {
    name: { kk: 'Беру', ru: 'Выдача', en: 'Issue' },
    action: {
      kk: 'Хабарламаны тіркеп, өтініш берушіге береді.',
      ru: 'Регистрирует уведомление и выдает его заявителю.',
      en: 'Registers the notification and hands it to the applicant.',
    },
  },
  issueByExecutor: {
    name: { kk: 'Беру', ru: 'Выдача', en: 'Issue' },
    action: {
      kk: 'Өтініш берушіге қызмет нәтижесін береді.',
      ru: 'Выдает заявителю результат услуги.',
      en: 'Hands the result of the service to the applicant.',
    },
  },
  awaitDocuments: {
    name: { kk: 'Құжаттарды толықтыру', ru: 'Дополнение документов', en: 'Adding documents' },
    action: {
      kk: 'Жетіспейтін құжаттарды береді немесе бере алмайтынын хабарлайды.',
      ru: 'Представляет недостающие документы или сообщает, что представить их невозможно.',
      en: 'Supplies what is missing or says that it cannot be supplied.',
    },
  },
} as const satisfies Readonly<Record<string, StepText>>;

export const akimSteps = {
  register: {
    name: { kk: 'Әкім аппаратында тіркеу', ru: 'Регистрация у акима', en: 'Registration at the akim' },
    action: {
      kk: 'Құжаттар топтамасын қабылдап, тіркейді және әкімге береді.',
      ru: 'Принимает и регистрирует пакет документов и передает акиму.',
      en: 'Accepts and registers the package and passes it to the akim.',
    },
  },
  pass: {
    name: { kk: 'Әкімге беру', ru: 'Передача акиму', en: 'Passing to the akim' },
    action: {
      kk: 'Жауапты орындаушыны айқындау үшін құжаттарды әкімге береді.',
      ru: 'Передает документы акиму, чтобы он определил исполнителя.',
      en: 'Passes the documents to the akim, who will name an executor.',
    },
  },
  nameExecutor: {
    name: { kk: 'Әкімнің бұрыштамасы', ru: 'Резолюция акима', en: 'Resolution of the akim' },
    action: {
      kk: 'Жауапты орындаушыны айқындайды.',
      ru: 'Определяет ответственного исполнителя.',
      en: 'Names the responsible executor.',
    },
  },
  forward: {
    name: {
      kk: 'Көрсетілетін қызметті берушіге жіберу',
      ru: 'Направление услугодателю',
      en: 'Sending to the provider',
    },
    action: {
      kk: 'Құжаттар топтамасын дайындап, көрсетілетін қызметті берушіге жібереді.',
      ru: 'Готовит пакет документов и направляет его услугодателю.',
      en: 'Prepares the package and sends it to the provider.',
    },
  },
  draft: {
    name: { kk: 'Әкімде нәтиже жобасы', ru: 'Проект результата у акима', en: 'Draft at the akim' },
    action: {
      kk: 'Құжаттарды қарап, анықтаманың жобасын дайындайды және әкімге береді.',
      ru: 'Рассматривает документы, готовит проект справки и передает акиму.',
      en: 'Reviews the documents, drafts the certificate and passes it to the akim.',
    },
  },
  sign: {
    name: { kk: 'Әкімнің қол қоюы', ru: 'Подпись акима', en: 'Signature of the akim' },
    action: { kk: 'Анықтамаға қол қояды.', ru: 'Подписывает справку.', en: 'Signs the certificate.' },
  },
  issue: {
    name: { kk: 'Әкімде беру', ru: 'Выдача у акима', en: 'Issue at the akim' },
    action: {
      kk: 'Өтініш берушіге қызмет нәтижесін береді.',
      ru: 'Выдает заявителю результат услуги.',
      en: 'Hands the result of the service to the applicant.',
    },
  },
} as const satisfies Readonly<Record<string, StepText>>;

export const centreSteps = {
  check: {
    name: { kk: 'Толықтығын тексеру', ru: 'Проверка полноты', en: 'Check of completeness' },
    action: {
      kk: 'Өтініштің дұрыс толтырылғанын және топтаманың толықтығын тексереді.',
      ru: 'Проверяет, верно ли заполнено заявление и полон ли пакет документов.',
      en: 'Checks that the application is filled correctly and the package is complete.',
    },
  },
  refuse: {
    name: { kk: 'Қабылдаудан бас тарту', ru: 'Отказ в приеме', en: 'Refusal to accept' },
    action: {
      kk: 'Құжаттарды қабылдаудан бас тарту туралы қолхат береді.',
      ru: 'Выдает расписку об отказе в приеме документов.',
      en: 'Gives a receipt of refusal to accept the documents.',
    },
  },
  register: {
    name: { kk: 'Орталықта тіркеу', ru: 'Регистрация в центре', en: 'Registration at the centre' },
    action: {
      kk: 'Өтінішті орталықтың біріктірілген ақпараттық жүйесінде тіркейді.',
      ru: 'Регистрирует заявление в интегрированной информационной системе центра.',
      en: 'Registers the application in the integrated system of the centre.',
    },
  },
  dispatch: {
    name: { kk: 'Курьермен жіберу', ru: 'Отправка курьером', en: 'Courier' },
    action: {
      kk: 'Топтаманы дайындап, көрсетілетін қызметті берушіге курьермен немесе осыған уәкілетті өзге байланыспен жібереді.',
      ru: 'Готовит пакет и отправляет его услугодателю курьером или иной уполномоченной связью.',
      en: 'Prepares the package and sends it to the provider by courier or another authorised channel.',
    },
  },
  issue: {
    name: { kk: 'Орталықта беру', ru: 'Выдача в центре', en: 'Issue at the centre' },
    action: {
      kk: 'Өтініш берушіге қызмет нәтижесін береді.',
      ru: 'Выдает заявителю результат услуги.',
      en: 'Hands the result of the service to the applicant.',
    },
  },
} as const satisfies Readonly<Record<string, StepText>>;
