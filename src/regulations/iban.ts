// The account to which help is paid: IBAN of Kazakhstan, 20 characters, ISO 13616 with modulo 97, three digits of the bank.
import { ok, refuse, type Result } from '../platform/result.ts';
import { banks, type Bank } from './reference/banks.ts';

export type IbanProblem =
  /** Not `KZ`, two control digits, three digits of a bank and thirteen letters or digits. */
  | 'form'
  /** The control digits do not fit: a typing error. */
  | 'checksum'
  /** No bank of the table has this code. */
  | 'unknown-bank';

export interface ReadIban {
  readonly iban: string;
  readonly bank: Bank;
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

/** Reads an account number as people type it. Spaces are taken out and letters made capital. */
export function readIban(text: string): Result<ReadIban, IbanProblem> {
  const iban = text.replace(/\s/g, '').toUpperCase();
  if (!/^KZ\d{5}[A-Z0-9]{13}$/.test(iban)) return refuse('form');
  if (remainder(iban) !== 1) return refuse('checksum');
  const bank = banks.find(({ code }) => code === iban.slice(4, 7));
  return bank === undefined ? refuse('unknown-bank') : ok({ iban, bank });
}

/** An account as it may stand on paper and in messages: "KZ31 •••• 0001". */
export const maskIban = (iban: string): string => `${iban.slice(0, 4)} •••• ${iban.slice(-4)}`;

/** An account in groups of four. */
export const groupIban = (iban: string): string => iban.match(/.{1,4}/g)?.join(' ') ?? iban;
