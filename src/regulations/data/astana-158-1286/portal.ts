// Astana, regulation № 158-1286: the portal road of paragraph 8 (processes 1-7, conditions 1-3).
import type { PortalStage } from '../../regulation.ts';

export const astanaPortal = [
  {
    id: 'registration',
    kind: 'action',
    name: { kk: 'Тіркелу', ru: 'Регистрация', en: 'Sign-up' },
    action: {
      kk: 'порталда ЖСН және парольмен тіркелу',
      ru: 'регистрация на портале по ИИН и паролю',
      en: 'sign-up on the portal with IIN and password',
    },
    law: { act: 'astana-158-1286', place: 'p8.i1' },
  },
  {
    id: 'process-1',
    kind: 'process',
    name: { kk: '1-процесс: кіру', ru: 'Процесс 1: вход', en: 'Process 1: sign-in' },
    action: { kk: 'ЖСН мен парольді енгізу', ru: 'ввод ИИН и пароля', en: 'IIN and password are entered' },
    law: { act: 'astana-158-1286', place: 'p8.i2' },
  },
  {
    id: 'condition-1',
    kind: 'condition',
    name: {
      kk: '1-шарт: деректердің түпнұсқалығы',
      ru: 'Условие 1: подлинность данных',
      en: 'Condition 1: authentic data',
    },
    action: {
      kk: 'ЖСН мен пароль бойынша тіркелген алушының деректерін тексеру',
      ru: 'проверка данных зарегистрированного получателя по ИИН и паролю',
      en: 'the data of the registered person are checked by IIN and password',
    },
    fails: 'process-2',
    law: { act: 'astana-158-1286', place: 'p8.i3' },
  },
  {
    id: 'process-2',
    kind: 'process',
    name: {
      kk: '2-процесс: кіруден бас тарту',
      ru: 'Процесс 2: отказ в авторизации',
      en: 'Process 2: sign-in refused',
    },
    action: {
      kk: 'деректердегі бұзушылықтарға байланысты авторизациядан бас тарту туралы хабар',
      ru: 'сообщение об отказе в авторизации из-за нарушений в данных',
      en: 'a message that sign-in is refused',
    },
    endsAs: 'AUTH_REFUSED',
    law: { act: 'astana-158-1286', place: 'p8.i4' },
  },
  {
    id: 'process-3',
    kind: 'process',
    name: {
      kk: '3-процесс: сұрау салуды толтыру',
      ru: 'Процесс 3: заполнение запроса',
      en: 'Process 3: the request is filled',
    },
    action: {
      kk: 'қызметті таңдау, нысанды толтыру, құжаттарды қоса беру, ЭЦҚ куәлігін таңдау',
      ru: 'выбор услуги, заполнение формы, прикрепление документов, выбор свидетельства ЭЦП',
      en: 'the service is chosen, the form filled, documents attached, a certificate chosen',
    },
    law: { act: 'astana-158-1286', place: 'p8.i5' },
  },
  {
    id: 'condition-2',
    kind: 'condition',
    name: { kk: '2-шарт: ЭЦҚ тексеру', ru: 'Условие 2: проверка ЭЦП', en: 'Condition 2: the signature' },
    action: {
      kk: 'куәліктің мерзімін, қайтарып алынбағанын және ЖСН сәйкестігін тексеру',
      ru: 'проверка срока свидетельства, отсутствия в списке отозванных и совпадения ИИН',
      en: 'validity of the certificate, absence of revocation and the same IIN are checked',
    },
    fails: 'process-4',
    law: { act: 'astana-158-1286', place: 'p8.i6' },
  },
  {
    id: 'process-4',
    kind: 'process',
    name: {
      kk: '4-процесс: ЭЦҚ расталмады',
      ru: 'Процесс 4: ЭЦП не подтверждена',
      en: 'Process 4: signature not confirmed',
    },
    action: {
      kk: 'ЭЦҚ түпнұсқалығы расталмауына байланысты бас тарту туралы хабар',
      ru: 'сообщение об отказе из-за неподтвержденной ЭЦП',
      en: 'a message of refusal: the signature is not confirmed',
    },
    endsAs: 'SIGN_REFUSED',
    law: { act: 'astana-158-1286', place: 'p8.i7' },
  },
  {
    id: 'process-5',
    kind: 'process',
    name: {
      kk: '5-процесс: «Е-собес» жүйесіне жіберу',
      ru: 'Процесс 5: отправка в «Е-собес»',
      en: 'Process 5: sent to E-Sobes',
    },
    action: {
      kk: 'қол қойылған құжатты шлюз арқылы «Е-собес» ақпараттық жүйесіне жіберу',
      ru: 'отправка подписанного документа через шлюз в ИС «Е-собес»',
      en: 'the signed document goes through the gateway to E-Sobes',
    },
    law: { act: 'astana-158-1286', place: 'p8.i8' },
  },
  {
    id: 'condition-3',
    kind: 'condition',
    name: {
      kk: '3-шарт: құжаттар мен негіздер',
      ru: 'Условие 3: документы и основания',
      en: 'Condition 3: documents and grounds',
    },
    action: {
      kk: 'көрсетілетін қызметті беруші құжаттар мен негіздерді тексереді',
      ru: 'услугодатель проверяет документы и основания',
      en: 'the provider checks the documents and the grounds',
    },
    fails: 'process-6',
    law: { act: 'astana-158-1286', place: 'p8.i9' },
  },
  {
    id: 'process-6',
    kind: 'process',
    name: { kk: '6-процесс: бас тарту', ru: 'Процесс 6: отказ', en: 'Process 6: refusal' },
    action: {
      kk: 'құжаттардағы бұзушылықтарға байланысты бас тарту туралы хабар',
      ru: 'сообщение об отказе из-за нарушений в документах',
      en: 'a message of refusal because of violations in the documents',
    },
    endsAs: 'REFUSED',
    law: { act: 'astana-158-1286', place: 'p8.i10' },
  },
  {
    id: 'process-7',
    kind: 'process',
    name: {
      kk: '7-процесс: нәтижені алу',
      ru: 'Процесс 7: получение результата',
      en: 'Process 7: the result',
    },
    action: {
      kk: 'ЭЦҚ қойылған хабарламаны «жеке кабинетте» алу',
      ru: 'получение уведомления с ЭЦП в «личном кабинете»',
      en: 'the signed notification arrives in the cabinet',
    },
    endsAs: 'GRANTED',
    law: { act: 'astana-158-1286', place: 'p8.i11' },
  },
] as const satisfies readonly PortalStage[];
