// Item 1 of the portal procedure: a person registers by IIN and password. Identity is proven by a code to the phone that the mobile
// citizens base holds for the IIN, or by a key. The same road gives a new password to somebody who forgot the old one.
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { LimitRule, Limits } from '../platform/limits.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Registers } from '../registers/index.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './account-store.ts';
import { CODE_MINUTES, type CodeProblem, type OneTimeCodes } from './one-time-code-store.ts';
import { checkPassword, hashPassword, type PasswordProblem } from './password.ts';

export interface GetAccessDeps {
  readonly accounts: AccountStore;
  readonly codes: OneTimeCodes;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly registers: Pick<Registers, 'person' | 'phone' | 'sendSms'>;
  readonly codeText: (language: Account['language'], code: string, minutes: number) => string;
  /** Ends every session of an account; a new password ends the old ones. */
  readonly endSessions: (accountId: string) => Promise<void>;
}

const PROOFS_PER_PERSON: LimitRule = { name: 'proof-iin', most: 5, seconds: 3_600 };
const PROOFS_PER_ADDRESS: LimitRule = { name: 'proof-address', most: 30, seconds: 3_600 };

export type ProofProblem = 'too-many-tries' | 'register-unavailable';

/**
 * Sends a code to the registered phone of the IIN. When there is none the caller is told the same: who is in the base is nobody's business.
 * @returns the id under which the code will be checked
 */
export async function startPhoneProof(
  deps: GetAccessDeps,
  input: { iin: string; address: string; language: Account['language'] },
): Promise<Result<{ codeId: string }, ProofProblem>> {
  const perAddress = await deps.limits.allow(PROOFS_PER_ADDRESS, input.address);
  const perPerson = await deps.limits.allow(PROOFS_PER_PERSON, input.iin);
  if (!perAddress || !perPerson) return refuse('too-many-tries');
  const answer = await deps.registers.phone(input.iin);
  if (answer.outcome === 'unavailable') return refuse('register-unavailable');
  if (answer.outcome === 'nothing') return ok({ codeId: await deps.codes.pretend('proof') });
  const { id, code } = await deps.codes.issue('proof');
  const sent = await deps.registers.sendSms(
    answer.data.phone,
    deps.codeText(input.language, code, CODE_MINUTES),
    id,
  );
  return sent ? ok({ codeId: id }) : refuse('register-unavailable');
}

/** Checks the code that was sent. */
export const finishPhoneProof = (
  deps: GetAccessDeps,
  input: { codeId: string; code: string },
): Promise<Result<undefined, CodeProblem>> => deps.codes.check(input.codeId, 'proof', input.code);

export type AccessProblem = PasswordProblem | 'register-unavailable' | 'person-unknown' | 'no-phone';

/**
 * Makes the account of a person whose identity is proven, or gives the existing account a new password and ends its sessions.
 * @param input.iin the proven one: it comes from the session, never from a form
 * @returns the account; problems of the password, `register-unavailable` to try again later, `person-unknown` when the state database of
 *   persons does not know the IIN or says that the person is not living, `no-phone` when a second step has no phone to go to
 */
export async function choosePassword(
  deps: GetAccessDeps,
  input: { iin: string; password: string; secondStep: boolean; language: Account['language'] },
): Promise<Result<Account, AccessProblem>> {
  const allowed = checkPassword(input.password, { secondStep: input.secondStep, iin: input.iin });
  if (!allowed.ok) return allowed;
  const passwordHash = await hashPassword(allowed.value);
  const existing = await deps.accounts.byIin(input.iin, 'citizen');
  if (existing !== undefined && input.secondStep && existing.phone === undefined) return refuse('no-phone');
  if (existing !== undefined) return renew(deps, existing, { passwordHash, secondStep: input.secondStep });

  const person = await deps.registers.person(input.iin);
  if (person.outcome === 'unavailable') return refuse('register-unavailable');
  if (person.outcome === 'nothing' || person.data.lifeStatus !== '0') return refuse('person-unknown');
  const phone = await deps.registers.phone(input.iin);
  if (input.secondStep && phone.outcome !== 'found') return refuse('no-phone');
  const account: Account = {
    id: newId(),
    kind: 'citizen',
    iin: input.iin,
    lastName: person.data.lastName,
    firstName: person.data.firstName,
    middleName: person.data.middleName,
    passwordHash,
    secondStep: input.secondStep,
    ...(phone.outcome === 'found' ? { phone: phone.data.phone } : {}),
    language: input.language,
  };
  if (await deps.accounts.add(account, deps.clock.now())) return ok(account);
  // The same person registered in another window a moment ago.
  const winner = await deps.accounts.byIin(input.iin, 'citizen');
  return winner === undefined
    ? refuse('person-unknown')
    : renew(deps, winner, { passwordHash, secondStep: input.secondStep });
}

async function renew(
  deps: GetAccessDeps,
  account: Account,
  change: { passwordHash: string; secondStep: boolean },
): Promise<Result<Account, never>> {
  await deps.accounts.setPassword(account.id, change.passwordHash, change.secondStep);
  await deps.endSessions(account.id);
  return ok({ ...account, ...change });
}
