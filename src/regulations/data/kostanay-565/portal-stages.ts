// Kostanay, decree № 565: the seven actions on the portal, the same in services 5, 6 and 7. They have no terms of their own.
import type { PortalStage } from '../../regulation.ts';

export const portalStages = {
  signIn: {
    id: 'sign-in',
    kind: 'action',
    name: { kk: '1. Кіру', ru: '1. Вход', en: '1. Sign-in' },
    action: {
      kk: 'порталда ЖСН және ЭЦҚ арқылы тіркелу, авторизациялану',
      ru: 'регистрация и авторизация на портале по ИИН и ЭЦП',
      en: 'sign-up and sign-in with IIN and digital signature',
    },
  },
  fill: {
    id: 'fill',
    kind: 'action',
    name: { kk: '2. Толтыру', ru: '2. Заполнение', en: '2. Filling' },
    action: {
      kk: 'қызметті таңдап, сұрау салудың жолдарын толтыру және құжаттарды бекіту',
      ru: 'выбор услуги, заполнение полей запроса, прикрепление документов',
      en: 'the service is chosen, the fields filled, documents attached',
    },
  },
  sign: {
    id: 'sign-request',
    kind: 'action',
    name: { kk: '3. Қол қою', ru: '3. Подписание', en: '3. Signing' },
    action: {
      kk: 'электрондық сұрау салуды ЭЦҚ-мен куәландыру',
      ru: 'удостоверение электронного запроса ЭЦП',
      en: 'the request is certified with the digital signature',
    },
  },
  process: {
    id: 'process',
    kind: 'process',
    name: { kk: '4. Өңдеу', ru: '4. Обработка', en: '4. Processing' },
    action: {
      kk: 'көрсетілетін қызметті беруші сұрау салуды тексереді және тіркейді',
      ru: 'услугодатель проверяет и регистрирует запрос',
      en: 'the provider checks and registers the request',
    },
  },
  status: {
    id: 'status',
    kind: 'action',
    name: { kk: '5. Мәртебе', ru: '5. Статус', en: '5. Status' },
    action: {
      kk: '«жеке кабинетте» сұрау салудың мәртебесі мен мерзімі туралы хабарлама алу',
      ru: 'уведомление о статусе запроса и сроке услуги в «личном кабинете»',
      en: 'the cabinet shows the status of the request and the term',
    },
  },
  send: {
    id: 'send-result',
    kind: 'process',
    name: { kk: '6. Нәтижені жіберу', ru: '6. Отправка результата', en: '6. Sending the result' },
    action: {
      kk: 'ЭЦҚ қойылған нәтижені «жеке кабинетке» жіберу',
      ru: 'отправка результата с ЭЦП услугодателя в «личный кабинет»',
      en: 'the result signed by the provider goes to the cabinet',
    },
  },
  receive: {
    id: 'receive-result',
    kind: 'action',
    name: { kk: '7. Нәтижені алу', ru: '7. Получение результата', en: '7. Receiving the result' },
    action: {
      kk: '«жеке кабинетте» қызмет нәтижесін алу',
      ru: 'получение результата услуги в «личном кабинете»',
      en: 'the recipient finds the result in the cabinet',
    },
  },
} as const satisfies Readonly<Record<string, Omit<PortalStage, 'law'>>>;
