// Order № 84 as amended in 2023: the words of its steps and papers.
import type { Step } from '../../regulation.ts';

type Words = Pick<Step, 'name' | 'action'>;

export const orderSteps = {
  corpCheck: {
    name: {
      kk: 'Мемлекеттік корпорацияда қабылдау',
      ru: 'Прием в Государственной корпорации',
      en: 'Acceptance at the State Corporation',
    },
    action: {
      kk: 'Ақпараттық жүйелерге сұрау салады, топтаманың толықтығын тексереді, қолхат береді.',
      ru: 'Делает запросы в информационные системы, проверяет полноту пакета, выдает расписку.',
      en: 'Asks the information systems, checks that the package is complete, gives a receipt.',
    },
  },
  corpForward: {
    name: {
      kk: 'Көрсетілетін қызметті берушіге жіберу',
      ru: 'Передача услугодателю',
      en: 'Passing to the provider',
    },
    action: {
      kk: 'Өтініш пен құжаттарды көрсетілетін қызметті берушіге жібереді.',
      ru: 'Передает заявление с документами услугодателю.',
      en: 'Passes the application with documents to the provider.',
    },
  },
  register: {
    name: { kk: 'Тіркеу', ru: 'Регистрация', en: 'Registration' },
    action: {
      kk: 'Ақпараттық жүйелерге сұрау салады, топтаманы тексереді және өтінішті келіп түскен жұмыс күні тіркейді.',
      ru: 'Делает запросы в информационные системы, проверяет пакет и регистрирует заявление в рабочий день поступления.',
      en: 'Asks the information systems, checks the package and registers the application on the working day of receipt.',
    },
  },
  sendToCommission: {
    name: {
      kk: 'Учаскелік комиссияға жіберу',
      ru: 'Направление в участковую комиссию',
      en: 'Sending to the precinct commission',
    },
    action: {
      kk: 'Құжаттарды материалдық жағдайды зерттеп-қарау үшін учаскелік комиссияға жібереді.',
      ru: 'Направляет документы в участковую комиссию для обследования материального положения.',
      en: 'Sends the documents to the precinct commission for the survey of the material situation.',
    },
  },
  survey: {
    name: { kk: 'Материалдық жағдайды зерттеп-қарау', ru: 'Обследование', en: 'Survey' },
    action: {
      kk: 'Тұлғаның (отбасының) материалдық жағдайын зерттеп-қарап, акт пен қорытынды жасайды.',
      ru: 'Обследует материальное положение лица (семьи), составляет акт и заключение.',
      en: 'Surveys the material situation of the person (family), draws up the act and the conclusion.',
    },
  },
  akimForward: {
    name: { kk: 'Әкімнің беруі', ru: 'Передача акимом', en: 'Passing by the akim' },
    action: {
      kk: 'Құжаттарды көрсетілетін қызметті берушіге жібереді.',
      ru: 'Передает документы услугодателю.',
      en: 'Passes the documents to the provider.',
    },
  },
  income: {
    name: {
      kk: 'Орташа табысты есептеу',
      ru: 'Расчет среднедушевого дохода',
      en: 'Calculation of per-capita income',
    },
    action: {
      kk: 'Өткен тоқсандағы жан басына шаққандағы орташа табысты есептеп, топтаманы арнайы комиссияға ұсынады.',
      ru: 'Рассчитывает среднедушевой доход за прошедший квартал и вносит пакет в специальную комиссию.',
      en: 'Calculates the per-capita income of the quarter before and submits the package to the special commission.',
    },
  },
  specialCommission: {
    name: { kk: 'Арнайы комиссия', ru: 'Специальная комиссия', en: 'Special commission' },
    action: {
      kk: 'Топтаманы қарап, көмек көрсету қажеттілігі туралы қорытынды береді.',
      ru: 'Рассматривает пакет и дает заключение о необходимости помощи.',
      en: 'Considers the package and gives a conclusion on the need of help.',
    },
  },
  draft: {
    name: { kk: 'Шешім жобасы', ru: 'Проект решения', en: 'Draft of the decision' },
    action: {
      kk: 'Шешімнің жобасын дайындайды; бас тарту негіздері болса, алдын ала шешім мен тыңдауды бастайды.',
      ru: 'Готовит проект решения; при основаниях отказа начинает предварительное решение и заслушивание.',
      en: 'Drafts the decision; where there are grounds of refusal, begins the preliminary decision and the hearing.',
    },
  },
  signNotice: {
    name: { kk: 'Хабарламаға қол қою', ru: 'Подписание уведомления', en: 'Signing the notice' },
    action: {
      kk: 'Құжаттардың жетіспейтіні туралы хабарламаға қол қояды.',
      ru: 'Подписывает уведомление о нехватке документов.',
      en: 'Signs the notice of shortage.',
    },
  },
  preliminaryRefusal: {
    name: { kk: 'Алдын ала шешім', ru: 'Предварительное решение', en: 'Preliminary decision' },
    action: {
      kk: 'Бас тарту туралы алдын ала шешім мен тыңдаудың уақыты, күні, тәсілі туралы хабарлайды.',
      ru: 'Извещает о предварительном решении об отказе, времени, дате и способе заслушивания.',
      en: 'Tells of the preliminary decision to refuse and of the time, date and way of the hearing.',
    },
  },
  objection: {
    name: { kk: 'Қарсылық', ru: 'Возражение', en: 'Objection' },
    action: {
      kk: 'Алдын ала шешімге қарсылық береді немесе айтады.',
      ru: 'Представляет или высказывает возражение к предварительному решению.',
      en: 'Submits or voices an objection to the preliminary decision.',
    },
  },
  hearing: {
    name: { kk: 'Тыңдау', ru: 'Заслушивание', en: 'Hearing' },
    action: {
      kk: 'Өтініш берушіні тыңдап, тыңдау хаттамасын жүргізеді.',
      ru: 'Заслушивает заявителя и ведет протокол заслушивания.',
      en: 'Hears the applicant and keeps the protocol of the hearing.',
    },
  },
  readProtocol: {
    name: { kk: 'Хаттамамен танысу', ru: 'Ознакомление с протоколом', en: 'Reading the protocol' },
    action: {
      kk: 'Тыңдау хаттамасымен танысады; көрсетілетін қызметті беруші бұл мүмкіндікті беруге міндетті.',
      ru: 'Знакомится с протоколом заслушивания; услугодатель обязан обеспечить эту возможность.',
      en: 'Reads the protocol of the hearing; the provider must make this possible.',
    },
  },
  remarks: {
    name: { kk: 'Хаттамаға ескертулер', ru: 'Замечания к протоколу', en: 'Remarks on the protocol' },
    action: {
      kk: 'Хаттамаға ескертулерін береді.',
      ru: 'Подает замечания к протоколу.',
      en: 'Makes remarks on the protocol.',
    },
  },
  reviewPosition: {
    name: {
      kk: 'Қарсылық пен ескертулерді қарау',
      ru: 'Рассмотрение возражений и замечаний',
      en: 'Review of objection and remarks',
    },
    action: {
      kk: 'Қарсылық пен ескертулерді қарап, шешім жобасын нақтылайды.',
      ru: 'Рассматривает возражения и замечания и уточняет проект решения.',
      en: 'Reviews the objection and the remarks and settles the draft.',
    },
  },
  decide: {
    name: { kk: 'Шешім', ru: 'Решение', en: 'Decision' },
    action: {
      kk: 'Әлеуметтік көмек көрсету немесе бас тарту туралы шешім қабылдайды.',
      ru: 'Принимает решение об оказании социальной помощи или об отказе.',
      en: 'Decides to give social help or to refuse it.',
    },
  },
  signNotification: {
    name: { kk: 'Хабарламаға қол қою', ru: 'Подписание уведомления', en: 'Signing the notification' },
    action: {
      kk: 'Шешім бойынша ресімделген хабарламаға қол қояды.',
      ru: 'Подписывает уведомление, оформленное по решению.',
      en: 'Signs the notification that was drawn from the decision.',
    },
  },
  notifyCabinet: {
    name: { kk: 'Кабинетке хабарлама', ru: 'Уведомление в кабинет', en: 'Notification to the cabinet' },
    action: {
      kk: 'Хабарлама портал арқылы «жеке кабинетке» автоматты түрде жіберіледі.',
      ru: 'Уведомление автоматически уходит через портал в «личный кабинет».',
      en: 'The notification goes through the portal to the cabinet automatically.',
    },
  },
  notify: {
    name: { kk: 'Хабарлау', ru: 'Уведомление', en: 'Notification' },
    action: {
      kk: 'Хабарлама SMS арқылы автоматты жіберіледі; мүмкін болмаса, басып шығарылып, келгенде беріледі.',
      ru: 'Уведомление уходит автоматически по SMS; если нельзя, его печатают и выдают при личном визите.',
      en: 'The notification goes by SMS automatically; if that is impossible, it is printed and handed over on a visit.',
    },
  },
} as const satisfies Readonly<Record<string, Words>>;

export const orderPapers = {
  refusalToAccept: {
    title: {
      kk: 'Әлеуметтік көмек көрсетуге өтініш қабылдаудан бас тарту туралы қолхат',
      ru: 'Расписка об отказе в приеме заявления на оказание социальной помощи',
      en: 'Receipt of refusal to accept the application for social help',
    },
    contents: ['date', 'applicant', 'service', 'missing-documents', 'clerk-name'],
  },
  surveyAct: {
    title: {
      kk: 'Тұлғаның (отбасының) мұқтаждығын айқындауға арналған зерттеп-қарау актісі',
      ru: 'Акт обследования для определения нуждаемости лица (семьи)',
      en: 'Act of the survey of the need of a person (family)',
    },
    contents: [
      'date',
      'applicant',
      'address',
      'ground',
      'family-composition',
      'living-conditions',
      'income',
      'property',
      'earlier-help',
      'commission-members',
    ],
  },
  conclusion: {
    title: { kk: 'Комиссияның қорытындысы', ru: 'Заключение комиссии', en: 'Conclusion of the commission' },
    contents: ['number', 'date', 'applicant', 'need', 'commission-members'],
  },
  decision: {
    title: {
      kk: 'Әлеуметтік көмек көрсету (көрсетуден бас тарту) туралы шешім',
      ru: 'Решение об оказании (отказе в оказании) социальной помощи',
      en: 'Decision to give (refuse) social help',
    },
    contents: [
      'number',
      'date',
      'body',
      'legal-basis',
      'applicant',
      'iin',
      'ground',
      'household-size',
      'income',
      'threshold',
      'need',
      'outcome',
      'amount',
      'frequency',
      'period',
      'refusal-ground',
      'signatory',
    ],
  },
  preliminaryNotice: {
    title: {
      kk: 'Алдын ала шешім және тыңдау туралы хабарлама',
      ru: 'Извещение о предварительном решении и заслушивании',
      en: 'Notice of the preliminary decision and the hearing',
    },
    contents: [
      'number',
      'date',
      'body',
      'applicant',
      'refusal-ground',
      'hearing-time',
      'term-explanation',
      'contact',
      'signatory',
    ],
  },
  protocol: {
    title: { kk: 'Тыңдау хаттамасы', ru: 'Протокол заслушивания', en: 'Protocol of the hearing' },
    contents: [
      'date',
      'hearing-time',
      'body',
      'participants',
      'refusal-ground',
      'applicant-position',
      'signatory',
    ],
  },
  extension: {
    title: {
      kk: 'Мерзімді ұзарту туралы хабарлама',
      ru: 'Уведомление о продлении срока',
      en: 'Notice of the longer term',
    },
    contents: ['number', 'date', 'body', 'applicant', 'new-term', 'complaint-rights', 'signatory'],
  },
} as const;
