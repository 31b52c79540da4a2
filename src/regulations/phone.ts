// Phone numbers of Kazakhstan: people write 8 701…, +7 701… or 701…; the portal keeps +7701….
import { ok, refuse, type Result } from '../platform/result.ts';
import { mobilePrefixes } from './reference/phone-prefixes.ts';

export type PhoneProblem =
  /** Letters or other signs, or too few or too many digits. */
  | 'not-a-number'
  /** Another country's number. */
  | 'not-of-kazakhstan'
  /** A fixed line, or a prefix that no mobile operator has, where a mobile phone is asked for. */
  | 'not-mobile';

/**
 * Normalises a phone number.
 * @param text as people write it, with spaces, hyphens, brackets
 * @param options.mobile whether only a mobile phone will do
 * @returns "+77011234567", or the problem
 */
export function normalisePhone(
  text: string,
  options: { readonly mobile?: boolean } = {},
): Result<string, PhoneProblem> {
  const written = text.replace(/[\s()\-–.\u00a0]/g, '');
  if (!/^\+?\d{10,15}$/.test(written)) return refuse('not-a-number');
  const whole = written.startsWith('+');
  const digits = written.replace('+', '');
  if (whole && !digits.startsWith('7')) return refuse('not-of-kazakhstan');
  const withCode = digits.length === 11 && /^[78]/.test(digits);
  const national = withCode ? digits.slice(1) : !whole && digits.length === 10 ? digits : '';
  if (national === '') return refuse('not-a-number');
  // Numbers of Kazakhstan begin with 7 after the country code; other beginnings of +7 are Russia's.
  if (!national.startsWith('7')) return refuse('not-of-kazakhstan');
  const prefix = national.slice(0, 3);
  if (options.mobile === true && !mobilePrefixes.some((known) => known === prefix))
    return refuse('not-mobile');
  return ok(`+7${national}`);
}
