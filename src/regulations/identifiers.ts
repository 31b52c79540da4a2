// The numbers of people and organisations (IIN, BIN) and of their identity documents. Dates inside an IIN prove nothing: since
// 26.08.2013 its digits are not tied to the birth date, so only the check digit is hard.
import { ok, refuse, type Result } from '../platform/result.ts';

export type NumberProblem =
  /** Not exactly twelve digits. */
  | 'not-twelve-digits'
  /** 000000000000: the check digit is right, the number was never given to anybody. */
  | 'all-zeros'
  /** The last digit is not the check digit of the first eleven. */
  | 'wrong-check-digit'
  /** The first eleven digits have no check digit: such a number is never issued. */
  | 'never-issued';

export interface NumberOptions {
  /** Admit the identities of the national test certificates, whose check digits are wrong. For the test configuration only. */
  readonly admitTestIdentities?: boolean;
}

const TEST_IIN = '123456789011';
const TEST_BIN = '123456789021';

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] as const;

const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0) % 11;

/**
 * The check digit of the first eleven digits of an IIN or BIN: two passes of weights modulo 11.
 * @returns 0-9, or undefined when both passes give 10 and the number is never issued
 */
function checkDigitOf(elevenDigits: string): number | undefined {
  const digits = Array.from(elevenDigits, Number);
  const first = weigh(digits, firstWeights);
  const digit = first === 10 ? weigh(digits, secondWeights) : first;
  return digit === 10 ? undefined : digit;
}

function checkNumber(text: string): Result<string, NumberProblem> {
  const number = text.trim();
  if (!/^\d{12}$/.test(number)) return refuse('not-twelve-digits');
  if (/^0{12}$/.test(number)) return refuse('all-zeros');
  const digit = checkDigitOf(number.slice(0, 11));
  if (digit === undefined) return refuse('never-issued');
  return digit === Number(number.slice(11)) ? ok(number) : refuse('wrong-check-digit');
}

/** Checks the IIN of a person. */
export function checkIin(text: string, options: NumberOptions = {}): Result<string, NumberProblem> {
  if (options.admitTestIdentities === true && text.trim() === TEST_IIN) return ok(TEST_IIN);
  return checkNumber(text);
}

/** Checks the BIN of an organisation. Month and day digits are not checked: old real numbers break them. */
export function checkBin(text: string, options: NumberOptions = {}): Result<string, NumberProblem> {
  if (options.admitTestIdentities === true && text.trim() === TEST_BIN) return ok(TEST_BIN);
  return checkNumber(text);
}

/** What the digits of an IIN suggest. A difference from the register is a hint for a clerk, never an error. */
export interface IinHint {
  /** "1990-01-01"; left out where the digits are no date or the century is not told. */
  readonly birthDate?: string;
  readonly sex?: 'male' | 'female';
}

const centuries = ['', '18', '18', '19', '19', '20', '20'] as const;

/** Reads the birth date and the sex that the digits of a checked IIN suggest. */
export function hintOfIin(iin: string): IinHint {
  const mark = Number(iin.charAt(6));
  const century = centuries[mark] ?? '';
  if (century === '') return {};
  const date = `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
  const instant = new Date(`${date}T00:00:00Z`);
  const real = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return { sex: mark % 2 === 1 ? 'male' : 'female', ...(real && { birthDate: date }) };
}

export type IdentityDocumentType = 'id-card' | 'passport';

/**
 * Checks the number of an identity card (nine digits) or a passport (N and seven or eight digits). A Cyrillic capital Н, which looks
 * the same on a keyboard, is read as the Latin N.
 */
export function checkDocumentNumber(
  type: IdentityDocumentType,
  text: string,
): Result<string, 'wrong-document-number'> {
  const number = text.replace(/[\s-]/g, '').toUpperCase().replace(/^Н/, 'N');
  const shape = type === 'id-card' ? /^\d{9}$/ : /^N\d{7,8}$/;
  return shape.test(number) ? ok(number) : refuse('wrong-document-number');
}
