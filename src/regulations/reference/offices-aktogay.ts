// The 17 akim offices of Aktogay district (decree № 03/10, Appendix 1): one village, two settlements, fourteen rural districts.
import type { Office } from './offices.ts';

const akim = {
  place: 'rural-akim',
  region: '35',
  district: 'aktogay',
  provider: 'aktogay',
  hours: 'rural-akim',
  regulations: ['aktogay-asp-2013-akim'],
  basis: 'source',
} as const;

export const aktogayAkims: readonly Office[] = [
  {
    ...akim,
    id: 'aktogay-akim-aktogay',
    name: {
      kk: 'Ақтоғай ауылы әкімінің аппараты',
      ru: 'Аппарат акима села Актогай',
      en: 'Akim of Aktogay village',
    },
    address: { kk: 'Бөкейхан көшесі, 11', ru: 'улица Бокейхана, 11', en: '11 Bokeikhan St.' },
    phone: '+77103721044',
  },
  {
    ...akim,
    id: 'aktogay-akim-abai',
    name: {
      kk: 'Абай ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Абай',
      en: 'Akim of Abai rural district',
    },
    address: { kk: 'Абай көшесі, 8', ru: 'улица Абая, 8', en: '8 Abai St.' },
    phone: '+77104123543',
  },
  {
    ...akim,
    id: 'aktogay-akim-aiyrtas',
    name: {
      kk: 'Айыртас ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Айыртас',
      en: 'Akim of Aiyrtas rural district',
    },
    phone: '+77104152433',
  },
  {
    ...akim,
    id: 'aktogay-akim-zhidebai',
    name: {
      kk: 'Жидебай ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Жидебай',
      en: 'Akim of Zhidebai rural district',
    },
    address: { kk: 'Жастар көшесі, 1', ru: 'улица Жастар, 1', en: '1 Zhastar St.' },
    phone: '+77103730074',
  },
  {
    ...akim,
    id: 'aktogay-akim-kezhek',
    name: {
      kk: 'Кежек ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Кежек',
      en: 'Akim of Kezhek rural district',
    },
    phone: '+77104129721',
  },
  {
    ...akim,
    id: 'aktogay-akim-karamende-bi',
    name: {
      kk: 'Қараменде би ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Караменде би',
      en: 'Akim of Karamende bi rural district',
    },
    phone: '+77103730255',
  },
  {
    ...akim,
    id: 'aktogay-akim-kusak',
    name: {
      kk: 'Қусақ ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Кусак',
      en: 'Akim of Kusak rural district',
    },
    phone: '+77105952225',
  },
  {
    ...akim,
    id: 'aktogay-akim-kyzylarai',
    name: {
      kk: 'Қызыларай ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Кызыларай',
      en: 'Akim of Kyzylarai rural district',
    },
    address: { kk: 'Сеңкібай би көшесі, 37', ru: 'улица Сенкибай би, 37', en: '37 Senkibai bi St.' },
    phone: '+77103724213',
  },
  {
    ...akim,
    id: 'aktogay-akim-karabulak',
    name: {
      kk: 'Қарабұлақ ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Карабулак',
      en: 'Akim of Karabulak rural district',
    },
    phone: '+77105952943',
  },
  {
    ...akim,
    id: 'aktogay-akim-nurken',
    name: {
      kk: 'Нүркен ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Нуркен',
      en: 'Akim of Nurken rural district',
    },
    phone: '+77103723223',
  },
  {
    ...akim,
    id: 'aktogay-akim-ortaderesin',
    name: {
      kk: 'Ортадересін ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Ортадересин',
      en: 'Akim of Ortaderesin rural district',
    },
    phone: '+77103870240',
  },
  {
    ...akim,
    id: 'aktogay-akim-saryterek',
    name: {
      kk: 'Сарытерек ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Сарытерек',
      en: 'Akim of Saryterek rural district',
    },
    phone: '+77103730358',
  },
  {
    ...akim,
    id: 'aktogay-akim-saryshagan',
    name: {
      kk: 'Сарышаған кенті әкімінің аппараты',
      ru: 'Аппарат акима поселка Сарышаган',
      en: 'Akim of Saryshagan settlement',
    },
    address: { kk: 'Абай көшесі, 1', ru: 'улица Абая, 1', en: '1 Abai St.' },
    phone: '+77103822253',
  },
  {
    ...akim,
    id: 'aktogay-akim-tasaral',
    name: {
      kk: 'Тасарал ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Тасарал',
      en: 'Akim of Tasaral rural district',
    },
    phone: '+77104126484',
  },
  {
    ...akim,
    id: 'aktogay-akim-torangalyk',
    name: {
      kk: 'Тораңғалық ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Торангалык',
      en: 'Akim of Torangalyk rural district',
    },
    phone: '+77103870032',
  },
  {
    ...akim,
    id: 'aktogay-akim-shabanbai-bi',
    name: {
      kk: 'Шабанбай би ауылдық округі әкімінің аппараты',
      ru: 'Аппарат акима сельского округа Шабанбай би',
      en: 'Akim of Shabanbai bi rural district',
    },
    phone: '+77103726218',
  },
  {
    ...akim,
    id: 'aktogay-akim-shashubai',
    name: {
      kk: 'Шашубай кенті әкімінің аппараты',
      ru: 'Аппарат акима поселка Шашубай',
      en: 'Akim of Shashubai settlement',
    },
    address: {
      kk: 'Ж. Ақбергенұлы көшесі, 16',
      ru: 'улица Ж. Акбергенулы, 16',
      en: '16 Zh. Akbergenuly St.',
    },
    phone: '+77103821257',
  },
];
