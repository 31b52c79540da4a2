// Processes 1 and 2 and condition 1 of the portal procedure (regulation 158-1286, item 8): IIN and password, checked, or refused with one
// message that is the same for an unknown IIN and a wrong password.
import type { LimitRule, Limits } from '../platform/limits.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Registers } from '../registers/index.ts';
import type { Account } from './account.ts';
import type { AccountStore } from './account-store.ts';
import { CODE_MINUTES, type CodeProblem, type OneTimeCodes } from './one-time-code-store.ts';
import { passwordMatches } from './password.ts';

export interface SignInDeps {
  readonly accounts: AccountStore;
  readonly codes: OneTimeCodes;
  readonly limits: Limits;
  readonly registers: Pick<Registers, 'sendSms'>;
  /** The SMS with a one-time code, in the language of the page. */
  readonly codeText: (language: Account['language'], code: string, minutes: number) => string;
}

const PER_PERSON: LimitRule = { name: 'sign-in-iin', most: 10, seconds: 900 };
const PER_ADDRESS: LimitRule = { name: 'sign-in-address', most: 100, seconds: 900 };
const CODES_PER_PERSON: LimitRule = { name: 'code-iin', most: 5, seconds: 900 };

export type SignedIn =
  | { readonly step: 'done'; readonly account: Account }
  /** A code went to the phone of the account; `codeId` stays in the session until it is typed. */
  | { readonly step: 'code'; readonly account: Account; readonly codeId: string };

export type SignInProblem = 'not-matching' | 'too-many-tries' | 'code-not-sent';

/**
 * Checks IIN and password.
 * @param input.kind which desk the person asks for; `address` is only counted
 * @returns who it is, perhaps after one more step; `not-matching` for an unknown IIN and a wrong password alike, `too-many-tries` for a
 *   quarter of an hour, `code-not-sent` when the operator of short messages does not answer
 */
export async function signInByPassword(
  deps: SignInDeps,
  input: {
    kind: Account['kind'];
    iin: string;
    password: string;
    address: string;
    language: Account['language'];
  },
): Promise<Result<SignedIn, SignInProblem>> {
  const perAddress = await deps.limits.allow(PER_ADDRESS, input.address);
  const perPerson = await deps.limits.allow(PER_PERSON, `${input.kind}-${input.iin}`);
  if (!perAddress || !perPerson) return refuse('too-many-tries');
  const account = await deps.accounts.byIin(input.iin, input.kind);
  const matches = await passwordMatches(account?.passwordHash, input.password);
  if (!matches || account === undefined) return refuse('not-matching');
  await deps.limits.forget(PER_PERSON, `${input.kind}-${input.iin}`);
  if (!account.secondStep) return ok({ step: 'done', account });
  return askForCode(deps, account, input.language);
}

async function askForCode(
  deps: SignInDeps,
  account: Account,
  language: Account['language'],
): Promise<Result<SignedIn, SignInProblem>> {
  if (account.phone === undefined) return refuse('code-not-sent');
  if (!(await deps.limits.allow(CODES_PER_PERSON, account.id))) return refuse('too-many-tries');
  const { id, code } = await deps.codes.issue('sign-in');
  const sent = await deps.registers.sendSms(account.phone, deps.codeText(language, code, CODE_MINUTES), id);
  return sent ? ok({ step: 'code', account, codeId: id }) : refuse('code-not-sent');
}

/** The second step: the code that was sent. */
export async function finishSignIn(
  deps: SignInDeps,
  input: { accountId: string; codeId: string; code: string },
): Promise<Result<Account, CodeProblem>> {
  const checked = await deps.codes.check(input.codeId, 'sign-in', input.code);
  if (!checked.ok) return checked;
  const account = await deps.accounts.byId(input.accountId);
  return account === undefined ? refuse('code-expired') : ok(account);
}
