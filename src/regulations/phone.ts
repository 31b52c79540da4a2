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
 * Reads a phone number as people type it, with spaces, hyphens, brackets, and 8 or +7 or nothing before it.
 * @returns "+77172240749", or the problem
 */
export function readPhone(text: string): Result<string, PhoneProblem> {
  const written = text.replace(/[\s()\-–.\u00a0]/g, '');
  if (!/^\+?\d{10,15}$/.test(written)) return refuse('not-a-number');
  const whole = written.startsWith('+');
  const digits = written.replace('+', '');
  if (whole && !digits.startsWith('7')) return refuse('not-of-kazakhstan');
  const withCode = digits.length === 11 && /^[78]/.test(digits);
  const national = withCode ? digits.slice(1) : !whole && digits.length === 10 ? digits : '';
  if (national === '') return refuse('not-a-number');
  // Numbers of Kazakhstan begin with 7 after the country code; other beginnings of +7 are Russia's.
  return national.startsWith('7') ? ok(`+7${national}`) : refuse('not-of-kazakhstan');
}

/** The same for a mobile phone, which alone can get messages. */
export function readMobilePhone(text: string): Result<string, PhoneProblem> {
  const phone = readPhone(text);
  if (!phone.ok) return phone;
  return mobilePrefixes.some((prefix) => phone.value.startsWith(`+7${prefix}`))
    ? phone
    : refuse('not-mobile');
}
