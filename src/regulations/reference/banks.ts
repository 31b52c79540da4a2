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
];
