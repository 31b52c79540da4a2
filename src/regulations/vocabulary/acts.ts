// The acts that the portal applies or names. `document` is set for the five source documents (README.md, "The sources").
import type { Text } from './text.ts';

interface Act {
  readonly short: Text;
  readonly document?: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  /** False where another act refers to it and its text was not available. */
  readonly textAvailable?: false;
}

export const acts = {
  'service-passport': {
    short: {
      kk: 'Мемлекеттік қызметтің төлқұжаты',
      ru: 'Паспорт государственной услуги',
      en: 'Service passport',
    },
    document: 'S0',
  },
  'standard-279': {
    short: {
      kk: 'Стандарт (28.04.2015 № 279 бұйрыққа 24-қосымша)',
      ru: 'Стандарт (приложение 24 к приказу от 28.04.2015 № 279)',
      en: 'Standard (Appendix 24 to Order No. 279 of 28.04.2015)',
    },
    document: 'S4',
  },
  'astana-158-1286': {
    short: {
      kk: 'Астана қаласы әкімдігінің 27.07.2015 № 158-1286 қаулысы, 11-қосымша',
      ru: 'Постановление акимата города Астаны от 27.07.2015 № 158-1286, приложение 11',
      en: 'Decree of the akimat of Astana No. 158-1286 of 27.07.2015, Appendix 11',
    },
    document: 'S4',
  },
  'kostanay-565': {
    short: {
      kk: 'Қостанай облысы әкімдігінің 30.12.2015 № 565 қаулысы',
      ru: 'Постановление акимата Костанайской области от 30.12.2015 № 565',
      en: 'Decree of the akimat of Kostanay oblast No. 565 of 30.12.2015',
    },
    document: 'S2',
  },
  'aktogay-03-10': {
    short: {
      kk: 'Ақтоғай ауданы әкімдігінің 30.01.2013 № 03/10 қаулысы',
      ru: 'Постановление акимата Актогайского района от 30.01.2013 № 03/10',
      en: 'Decree of the akimat of Aktogay district No. 03/10 of 30.01.2013',
    },
    document: 'S1',
  },
  'order-84': {
    short: {
      kk: 'Қағидалар (25.03.2021 № 84 бұйрық, 2023 жылғы өзгерістермен)',
      ru: 'Правила (приказ от 25.03.2021 № 84 с изменениями 2023 года)',
      en: 'Rules (Order No. 84 of 25.03.2021 as amended in 2023)',
    },
    document: 'S3',
  },
  'order-84-appendix-2': {
    short: {
      kk: 'Негізгі талаптар тізбесі (№ 84 бұйрықпен бекітілген Қағидаларға 2-қосымша)',
      ru: 'Перечень основных требований (приложение 2 к Правилам, приказ № 84)',
      en: 'List of main requirements (Appendix 2 to the Rules of Order No. 84)',
    },
    textAvailable: false,
  },
  'standard-fuel': {
    short: {
      kk: 'Отын сатып алуға әлеуметтік көмек стандарты (№ 279 бұйрық)',
      ru: 'Стандарт социальной помощи на топливо (приказ № 279)',
      en: 'Standard of fuel aid (Order No. 279)',
    },
    textAvailable: false,
  },
  'standard-child-allowance': {
    short: {
      kk: 'Балаларға арналған жәрдемақы стандарты (№ 279 бұйрық)',
      ru: 'Стандарт детского пособия (приказ № 279)',
      en: 'Standard of the child allowance (Order No. 279)',
    },
    textAvailable: false,
  },
  'standard-certificate': {
    short: {
      kk: 'Атаулы әлеуметтік көмек алушыларға тиесілігі туралы анықтама стандарты (№ 279 бұйрық)',
      ru: 'Стандарт справки о принадлежности к получателям АСП (приказ № 279)',
      en: 'Standard of the certificate on targeted assistance (Order No. 279)',
    },
    textAvailable: false,
  },
  'standard-targeted-assistance': {
    short: {
      kk: 'Мемлекеттік атаулы әлеуметтік көмек стандарты (№ 279 бұйрық)',
      ru: 'Стандарт государственной адресной социальной помощи (приказ № 279)',
      en: 'Standard of targeted social assistance (Order No. 279)',
    },
    textAvailable: false,
  },
  'standard-home-schooling': {
    short: {
      kk: 'Үйде оқыту шығындарын өтеу стандарты (№ 279 бұйрық)',
      ru: 'Стандарт возмещения затрат на обучение на дому (приказ № 279)',
      en: 'Standard of home schooling reimbursement (Order No. 279)',
    },
    textAvailable: false,
  },
  'standard-housing': {
    short: {
      kk: 'Тұрғын үй көмегі стандарты (09.04.2015 № 319 бұйрық)',
      ru: 'Стандарт жилищной помощи (приказ от 09.04.2015 № 319)',
      en: 'Standard of housing aid (Order No. 319 of 09.04.2015)',
    },
    textAvailable: false,
  },
  'model-rules-504': {
    short: {
      kk: 'Үлгілік қағидалар (Үкіметтің 21.05.2013 № 504 қаулысы)',
      ru: 'Типовые правила (постановление Правительства от 21.05.2013 № 504)',
      en: 'Model Rules (Government decree No. 504 of 21.05.2013)',
    },
  },
  'model-rules-523': {
    short: {
      kk: 'Үлгілік қағидалар (Үкіметтің 30.06.2023 № 523 қаулысы)',
      ru: 'Типовые правила (постановление Правительства от 30.06.2023 № 523)',
      en: 'Model Rules (Government decree No. 523 of 30.06.2023)',
    },
  },
  'income-rules-181': {
    short: {
      kk: 'Жиынтық табысты есептеу қағидалары (26.05.2023 № 181 бұйрық)',
      ru: 'Правила исчисления совокупного дохода (приказ от 26.05.2023 № 181)',
      en: 'Income rules (Order No. 181 of 26.05.2023)',
    },
  },
  'law-targeted-assistance': {
    short: {
      kk: '«Мемлекеттік атаулы әлеуметтік көмек туралы» 17.07.2001 Заң',
      ru: 'Закон «О государственной адресной социальной помощи» от 17.07.2001',
      en: 'Law on State Targeted Social Assistance of 17.07.2001',
    },
  },
  'law-local-government': {
    short: {
      kk: '«Жергілікті мемлекеттік басқару және өзін-өзі басқару туралы» 23.01.2001 Заң',
      ru: 'Закон «О местном государственном управлении и самоуправлении» от 23.01.2001',
      en: 'Law on Local Government of 23.01.2001',
    },
  },
  'law-public-services': {
    short: {
      kk: '«Мемлекеттік көрсетілетін қызметтер туралы» 15.04.2013 Заң',
      ru: 'Закон «О государственных услугах» от 15.04.2013',
      en: 'Law on Public Services of 15.04.2013',
    },
  },
  'law-administrative-procedures': {
    short: {
      kk: '«Әкімшілік рәсімдер туралы» 27.11.2000 Заң',
      ru: 'Закон «Об административных процедурах» от 27.11.2000',
      en: 'Law on Administrative Procedures of 27.11.2000',
    },
  },
  'administrative-code': {
    short: {
      kk: 'ҚР Әкімшілік рәсімдік-процестік кодексі (29.06.2020 № 350-VI)',
      ru: 'Административный процедурно-процессуальный кодекс РК (29.06.2020 № 350-VI)',
      en: 'Administrative Procedure Code (No. 350-VI of 29.06.2020)',
    },
  },
  'civil-code': {
    short: { kk: 'ҚР Азаматтық кодексі', ru: 'Гражданский кодекс РК', en: 'Civil Code' },
  },
  'holidays-law': {
    short: {
      kk: '«Қазақстан Республикасындағы мерекелер туралы» Заң',
      ru: 'Закон «О праздниках в Республике Казахстан»',
      en: 'Law on Holidays',
    },
  },
  'labour-code': {
    short: { kk: 'ҚР Еңбек кодексі', ru: 'Трудовой кодекс РК', en: 'Labour Code' },
  },
  komek: {
    short: { kk: 'Порталдың шешімі', ru: 'Решение портала', en: 'Decision of the portal' },
  },
} as const satisfies Readonly<Record<string, Act>>;

export type ActId = keyof typeof acts;
