// Aktogay 2013, targeted assistance: the words of its actions.
import type { Step } from '../../regulation.ts';

type Words = Pick<Step, 'name' | 'action'>;

export const assistanceSteps = {
  register: {
    name: { kk: 'Өтінішті қабылдау', ru: 'Прием заявления', en: 'Acceptance of the application' },
    action: {
      kk: 'Өтінішті құжаттарымен қабылдап, журналға тіркейді, талон береді, учаскелік комиссияға тапсырма жобасын дайындайды.',
      ru: 'Принимает заявление с документами, регистрирует в журнале, выдает талон, готовит проект поручения участковой комиссии.',
      en: 'Accepts the application with documents, registers it, gives the coupon, drafts the order to the precinct commission.',
    },
  },
  akimRegister: {
    name: { kk: 'Әкімнің қабылдауы', ru: 'Прием у акима', en: 'Acceptance by the akim' },
    action: {
      kk: 'Өтінішті құжаттарымен қабылдап, журналға тіркейді және талон береді.',
      ru: 'Принимает заявление с документами, регистрирует в журнале и выдает талон.',
      en: 'Accepts the application with documents, registers it and gives the coupon.',
    },
  },
  orderSurvey: {
    name: { kk: 'Зерттеп-қарауға тапсырма', ru: 'Поручение на обследование', en: 'Order of the survey' },
    action: {
      kk: 'Учаскелік комиссияға отбасының материалдық жағдайын тексеруді жазбаша тапсырады.',
      ru: 'Письменно поручает участковой комиссии обследовать материальное положение семьи.',
      en: 'Orders the precinct commission in writing to survey the material situation of the family.',
    },
  },
  survey: {
    name: { kk: 'Материалдық жағдайды тексеру', ru: 'Обследование', en: 'Survey' },
    action: {
      kk: 'Отбасының материалдық жағдайын тексеріп, акт жасайды және мұқтаждық туралы қорытынды береді.',
      ru: 'Обследует материальное положение семьи, составляет акт и дает заключение о нуждаемости.',
      en: 'Surveys the material situation of the family, draws up the act and gives a conclusion on need.',
    },
  },
  handOver: {
    name: { kk: 'Маманға тапсыру', ru: 'Передача специалисту', en: 'Handing over to the specialist' },
    action: {
      kk: 'Құжаттарды тексеру актісімен және қорытындымен бірге маманға тапсырады.',
      ru: 'Передает специалисту документы с актом обследования и заключением.',
      en: 'Hands the documents with the act and the conclusion to the specialist.',
    },
  },
  acceptFile: {
    name: { kk: 'Комиссиядан қабылдау', ru: 'Прием от комиссии', en: 'Acceptance from the commission' },
    action: {
      kk: 'Құжаттарды тексеру актісімен және қорытындымен қабылдап, тіркейді.',
      ru: 'Принимает и регистрирует документы с актом и заключением.',
      en: 'Accepts and registers the documents with the act and the conclusion.',
    },
  },
  acceptFromAkim: {
    name: { kk: 'Әкімнен қабылдау', ru: 'Прием от акима', en: 'Acceptance from the akim' },
    action: {
      kk: 'Өтініш пен құжаттарды, комиссия қорытындысын қабылдап, журналға тіркейді.',
      ru: 'Принимает заявление с документами и заключением комиссии и регистрирует в журнале.',
      en: 'Accepts the application with documents and conclusion and registers it.',
    },
  },
  akimForward: {
    name: {
      kk: 'Уәкілетті органға беру',
      ru: 'Передача в уполномоченный орган',
      en: 'Passing to the department',
    },
    action: {
      kk: 'Ресімделген іс макетін (өтініш, құжаттар, комиссия қорытындысы) уәкілетті органға тапсырады.',
      ru: 'Передает в уполномоченный орган оформленный макет дела: заявление, документы, заключение комиссии.',
      en: 'Passes the formed file to the department: application, documents, conclusion of the commission.',
    },
  },
  calculate: {
    name: { kk: 'Есептеу және жоба', ru: 'Расчет и проект решения', en: 'Calculation and draft' },
    action: {
      kk: 'Көмекті есептеп, тағайындау немесе бас тарту туралы шешімнің жобасын дайындайды.',
      ru: 'Рассчитывает помощь и готовит проект решения о назначении или отказе.',
      en: 'Calculates the assistance and drafts a decision to grant or refuse.',
    },
  },
  endorse: {
    name: { kk: 'Тексеру және келісу', ru: 'Проверка и визирование', en: 'Check and endorsement' },
    action: {
      kk: 'Құжаттардың толықтығы мен дұрыстығын тексеріп, шешім жобасына бұрыштама қояды.',
      ru: 'Проверяет полноту и правильность документов и визирует проект решения.',
      en: 'Checks that the documents are complete and correct and endorses the draft.',
    },
  },
  decide: {
    name: { kk: 'Шешім', ru: 'Решение', en: 'Decision' },
    action: {
      kk: 'Тағайындау немесе бас тарту туралы шешім қабылдайды.',
      ru: 'Принимает решение о назначении или об отказе.',
      en: 'Decides to grant or to refuse.',
    },
  },
  notify: {
    name: { kk: 'Хабарлау', ru: 'Уведомление', en: 'Notification' },
    action: {
      kk: 'Тағайындау туралы хабарлама не бас тарту туралы дәлелді жауап береді.',
      ru: 'Выдает уведомление о назначении либо мотивированный ответ об отказе.',
      en: 'Gives the notification of the grant or the reasoned refusal.',
    },
  },
} as const satisfies Readonly<Record<string, Words>>;

export const assistancePapers = {
  coupon: {
    title: { kk: 'Жыртпалы талон', ru: 'Отрывной талон', en: 'Tear-off coupon' },
    contents: ['registration-date', 'service-date', 'documents-accepted-date', 'clerk-name'],
  },
  order: {
    title: {
      kk: 'Материалдық жағдайды тексеруге тапсырма',
      ru: 'Поручение на обследование материального положения',
      en: 'Order to survey the material situation',
    },
    contents: ['number', 'date', 'applicant', 'address', 'assignment', 'signatory'],
  },
  surveyAct: {
    title: {
      kk: 'Материалдық жағдайды тексеру актісі',
      ru: 'Акт обследования материального положения',
      en: 'Act of the survey of the material situation',
    },
    contents: [
      'date',
      'applicant',
      'address',
      'family-composition',
      'living-conditions',
      'income',
      'property',
      'earlier-help',
      'commission-members',
    ],
  },
  conclusion: {
    title: {
      kk: 'Учаскелік комиссияның қорытындысы',
      ru: 'Заключение участковой комиссии',
      en: 'Conclusion',
    },
    contents: ['number', 'date', 'applicant', 'need', 'commission-members'],
  },
  caseFile: {
    title: { kk: 'Жеке іс макеті', ru: 'Макет личного дела', en: 'Case file' },
    contents: ['applicant', 'family-composition', 'income', 'calculation', 'outcome'],
  },
  decision: {
    title: { kk: 'Шешім', ru: 'Решение', en: 'Decision' },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'legal-basis',
      'outcome',
      'amount',
      'refusal-ground',
      'signatory',
    ],
  },
} as const;
