// Banks by the three digits of an account number, with the BIC that a form shows beside them.
import type { Basis } from '../vocabulary/citation.ts';

export interface Bank {
  /** Digits 5-7 of an account number. */
  readonly code: string;
  readonly bic: string;
  /** Banks keep one name in all languages. */
  readonly name: string;
  readonly basis: Basis;
}

export const banks: readonly Bank[] = [
  { code: '722', bic: 'CASPKZKA', name: 'Kaspi Bank', basis: 'found' },
  { code: '601', bic: 'HSBKKZKX', name: 'Halyk Bank', basis: 'recalled' },
  { code: '856', bic: 'KCJBKZKX', name: 'Банк ЦентрКредит', basis: 'recalled' },
  { code: '563', bic: 'KPSTKZKA', name: 'Қазпошта', basis: 'recalled' },
  { code: '965', bic: 'IRTYKZKA', name: 'ForteBank', basis: 'recalled' },
  { code: '998', bic: 'TSESKZKA', name: 'Jusan Bank', basis: 'recalled' },
  { code: '914', bic: 'BRKEKZKA', name: 'Bereke Bank', basis: 'recalled' },
  { code: '948', bic: 'EURIKZKA', name: 'Еуразиялық банк', basis: 'recalled' },
  { code: '972', bic: 'HCSKKZKA', name: 'Отбасы банк', basis: 'recalled' },
  { code: '551', bic: 'KSNVKZKA', name: 'Freedom Bank', basis: 'recalled' },
  { code: '886', bic: 'INLMKZKA', name: 'Home Credit Bank', basis: 'recalled' },
  { code: '821', bic: 'KINCKZKA', name: 'Bank RBK', basis: 'recalled' },
  { code: '849', bic: 'NURSKZKX', name: 'Нұрбанк', basis: 'recalled' },
  { code: '949', bic: 'ATYNKZKA', name: 'Altyn Bank', basis: 'recalled' },
];
