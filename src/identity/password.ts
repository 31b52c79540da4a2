// Passwords after NIST SP 800-63B-4, 3.1.1: length counts, composition does not; known passwords are refused; any sign is accepted.
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { refuse, ok, type Result } from '../platform/result.ts';

/** A password alone needs this many characters; with a second step at sign-in the shorter length is enough. */
export const LENGTH_ALONE = 15;
export const LENGTH_WITH_SECOND_STEP = 8;
const LONGEST = 256;

export type PasswordProblem = 'too-short' | 'too-long' | 'known';

const known = new Set<string>(dictionary['passwords-common']);
const OWN_WORDS = ['komek', 'көмек', 'egov', 'password', 'пароль', 'құпиясөз'];

/**
 * Whether a password may be chosen.
 * @param context.secondStep whether a code is asked at every sign-in
 * @param context.iin a password made of one's IIN is as good as known
 */
export function checkPassword(
  password: string,
  context: { secondStep: boolean; iin: string },
): Result<string, PasswordProblem> {
  const normal = password.normalize('NFKC');
  const length = [...normal].length;
  if (length > LONGEST) return refuse('too-long');
  if (length < (context.secondStep ? LENGTH_WITH_SECOND_STEP : LENGTH_ALONE)) return refuse('too-short');
  return isKnown(normal.toLowerCase(), context.iin) ? refuse('known') : ok(normal);
}

/** Whether a guesser would try it early: on the list of common passwords, one sign or short run repeated, a row of neighbours, own words or IIN. */
function isKnown(password: string, iin: string): boolean {
  if (known.has(password)) return true;
  if (/^(.{1,4})\1+$/u.test(password)) return true;
  const stripped = [...OWN_WORDS, iin]
    .reduce((rest, word) => rest.replaceAll(word, ''), password)
    .replace(/[\s\d\p{P}]/gu, '');
  if (stripped.length === 0) return true;
  const points = [...password].map((character) => character.codePointAt(0) ?? 0);
  return points.every((point, i) => i === 0 || Math.abs(point - (points[i - 1] ?? 0)) <= 1);
}

/** Memory 19 MiB, two passes, one lane: OWASP's first choice for argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** argon2id in PHC form, with a salt of its own. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST);

/** A hash of nothing anybody knows: verified when an account does not exist, so that both answers take the same time. */
let nobody: Promise<string> | undefined;

/** Whether the password belongs to the hash. Without a hash it takes as long and is false. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  if ([...password].length > LONGEST) return false;
  nobody ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await nobody), password.normalize('NFKC'));
  return matches && stored !== undefined;
}
