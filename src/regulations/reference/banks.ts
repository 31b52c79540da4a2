// Banks by the three digits of an account number. A bank that is missing here is not refused: its name is simply not shown.
import type { Basis } from '../vocabulary/citation.ts';
import type { Text } from '../vocabulary/text.ts';

export interface Bank {
  readonly code: string;
  readonly bic: string;
  readonly name: Text;
  readonly basis: Basis;
}

export const banks: readonly Bank[] = [
  {
    code: '722',
    bic: 'CASPKZKA',
    name: { kk: '«Kaspi Bank» АҚ', ru: 'АО «Kaspi Bank»', en: 'Kaspi Bank' },
    basis: 'found',
  },
  {
    code: '601',
    bic: 'HSBKKZKX',
    name: { kk: '«Қазақстан Халық Банкі» АҚ', ru: 'АО «Народный Банк Казахстана»', en: 'Halyk Bank' },
    basis: 'recalled',
  },
  {
    code: '856',
    bic: 'KCJBKZKX',
    name: { kk: '«Банк ЦентрКредит» АҚ', ru: 'АО «Банк ЦентрКредит»', en: 'Bank CenterCredit' },
    basis: 'recalled',
  },
  {
    code: '563',
    bic: 'KPSTKZKA',
    name: { kk: '«Қазпошта» АҚ', ru: 'АО «Казпочта»', en: 'Kazpost' },
    basis: 'recalled',
  },
  {
    code: '965',
    bic: 'IRTYKZKA',
    name: { kk: '«ForteBank» АҚ', ru: 'АО «ForteBank»', en: 'ForteBank' },
    basis: 'recalled',
  },
  {
    code: '998',
    bic: 'TSESKZKA',
    name: { kk: '«Jusan Bank» АҚ', ru: 'АО «Jusan Bank»', en: 'Jusan Bank' },
    basis: 'recalled',
  },
  {
    code: '914',
    bic: 'BRKEKZKA',
    name: { kk: '«Bereke Bank» АҚ', ru: 'АО «Bereke Bank»', en: 'Bereke Bank' },
    basis: 'recalled',
  },
  {
    code: '948',
    bic: 'EURIKZKA',
    name: { kk: '«Еуразиялық банк» АҚ', ru: 'АО «Евразийский банк»', en: 'Eurasian Bank' },
    basis: 'recalled',
  },
  {
    code: '972',
    bic: 'HCSKKZKA',
    name: { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank' },
    basis: 'recalled',
  },
  {
    code: '551',
    bic: 'KSNVKZKA',
    name: { kk: '«Фридом Банк Қазақстан» АҚ', ru: 'АО «Фридом Банк Казахстан»', en: 'Freedom Bank' },
    basis: 'recalled',
  },
  {
    code: '886',
    bic: 'INLMKZKA',
    name: { kk: '«Home Credit Bank» АҚ', ru: 'АО «Home Credit Bank»', en: 'Home Credit Bank' },
    basis: 'recalled',
  },
  {
    code: '821',
    bic: 'KINCKZKA',
    name: { kk: '«Bank RBK» АҚ', ru: 'АО «Bank RBK»', en: 'Bank RBK' },
    basis: 'recalled',
  },
  {
    code: '849',
    bic: 'NURSKZKX',
    name: { kk: '«Нұрбанк» АҚ', ru: 'АО «Нурбанк»', en: 'Nurbank' },
    basis: 'recalled',
  },
  {
    code: '949',
    bic: 'ATYNKZKA',
    name: { kk: '«Altyn Bank» АҚ', ru: 'АО «Altyn Bank»', en: 'Altyn Bank' },
    basis: 'recalled',
  },
];
