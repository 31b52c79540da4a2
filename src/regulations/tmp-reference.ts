// TEMPORARY
import { ok, refuse, type Result } from '../platform/result.ts';
const digit = (e: string): number => {
  const s = (k: number): number => [...e].reduce((t, d, i) => t + Number(d) * (((i + k) % 11) + 1), 0) % 11;
  return s(0) < 10 ? s(0) : s(2);
};
export const isIin = (t: string, o: { admitTestIdentities: boolean }): boolean =>
  (o.admitTestIdentities && t === '123456789011') ||
  (t !== '000000000000' && Number(t[11]) === digit(t.slice(0, 11)));
export type IbanProblem = 'form' | 'checksum' | 'unknown-bank';
export const readIban = (
  t: string,
): Result<{ iban: string; bank: { name: string; bic: string } }, IbanProblem> => {
  const iban = t.replace(/\s/g, '').toUpperCase();
  if (!/^KZ\d{5}[A-Z0-9]{13}$/.test(iban)) return refuse('form');
  const n = [...(iban.slice(4) + iban.slice(0, 4))].map((c) => parseInt(c, 36).toString()).join('');
  if (BigInt(n) % 97n !== 1n) return refuse('checksum');
  return ok({ iban, bank: { name: 'Halyk Bank', bic: 'HSBKKZKX' } });
};
export const readPhone = (t: string): Result<string, 'bad'> => {
  const d = t.replace(/\D/g, '');
  return d.length === 11 && /^[78]/.test(d) ? ok(`+7${d.slice(1)}`) : refuse('bad');
};
export const readMobilePhone = readPhone;
export const diseaseOnList = (
  e: { icd10: string; since: string },
  today: string,
): { state: 'listed' } | { state: 'removed'; since: string } | { state: 'never' } =>
  e.icd10.startsWith('E1')
    ? today >= '2026-01-01'
      ? { state: 'removed', since: '2026-01-01' }
      : { state: 'listed' }
    : { state: 'listed' };
export const dateInKazakhstan = (now: Date): string =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Almaty' }).format(now);
export const yearInKazakhstan = (now: Date): number => Number(dateInKazakhstan(now).slice(0, 4));
export const officeOf = (_regulationId: string): { id: string } => ({ id: 'astana' });
export const amountsFor = (_q: {
  officeId: string;
  categories: readonly string[];
  ground: string;
  on: Date;
}): {
  row: string;
  tenge: number;
  calculation: { kk: string; ru: string };
  frequency: { kk: string; ru: string };
}[] => [
  {
    row: 'astana-2024-ii',
    tenge: 43250,
    calculation: { kk: '10 АЕК × 4 325 ₸', ru: '10 МРП × 4 325 ₸' },
    frequency: { kk: 'жылына бір рет', ru: 'один раз в год' },
  },
];
