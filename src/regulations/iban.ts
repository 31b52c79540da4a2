// The account to which help is paid: IBAN of Kazakhstan, 20 characters, ISO 13616 with modulo 97, three digits of the bank.
import { ok, refuse, type Result } from '../platform/result.ts';
import { banks, type Bank } from './reference/banks.ts';

export type IbanProblem =
  /** Begins with another country's letters. */
  | 'not-of-kazakhstan'
  /** Not twenty characters. */
  | 'wrong-length'
  /** A bank code that is not three digits, or a sign that is neither letter nor digit. */
  | 'wrong-characters'
  /** The control digits do not fit: a typing error. */
  | 'wrong-check-digits';

export interface CheckedIban {
  readonly iban: string;
  readonly bankCode: string;
  /** Left out where the table has no bank with this code; the account is still valid. */
  readonly bank?: Bank;
}

/** The remainder modulo 97 of the number that an IBAN stands for (letters count from 10). */
function remainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** Checks an account number. Spaces and hyphens are taken out and letters made capital. */
export function checkIban(text: string): Result<CheckedIban, IbanProblem> {
  const iban = text.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
  if (!iban.startsWith('KZ')) return refuse('not-of-kazakhstan');
  if (iban.length !== 20) return refuse('wrong-length');
  if (!/^KZ\d{2}\d{3}[A-Z0-9]{13}$/.test(iban)) return refuse('wrong-characters');
  if (remainder(iban) !== 1) return refuse('wrong-check-digits');
  const bankCode = iban.slice(4, 7);
  const bank = banks.find(({ code }) => code === bankCode);
  return ok({ iban, bankCode, ...(bank && { bank }) });
}

/** An account as it may stand on paper and in messages: "KZ31 •••• 0001". */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;

/** An account in groups of four. */
export const groupIban = (iban: string): string => iban.match(/.{1,4}/g)?.join(' ') ?? iban;
