// Standing in: the head of an office says who acts for a colleague who is away, and on which days. Executors' cases are handed over one by
// one instead (office/hand-over.ts): each has its own term.
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { dayOf, daysAfter } from '../regulations/index.ts';
import { nameOf, type Account, type Substitution } from './account.ts';
import type { AccountStore } from './account-store.ts';
import type { Officer, Role } from './speaker.ts';

/** Who says who stands in for whom, in his own office. */
export const APPOINTERS = ['head', 'rural-akim', 'akim'] as const satisfies readonly Role[];

/** Roles whose work is bound to named cases. */
const BOUND: readonly Role[] = ['executor', 'rural-executor'];
const MOST_DAYS = 60;

interface Deps {
  readonly accounts: AccountStore;
  readonly clock: Clock;
}

/** The people of the officer's office, and who stands in for whom now or later. */
export async function substitutionsOf({ accounts, clock }: Deps, { officeId }: Officer) {
  const people = await accounts.ofOffice(officeId);
  const today = dateInKazakhstan(clock.now());
  return {
    people: people.map((account) => ({
      accountId: account.id,
      name: nameOf(account),
      roles: account.post?.roles ?? [],
      mayBeAbsent: rolesToLend(account).length > 0,
    })),
    substitutions: people.flatMap((account) =>
      (account.standsIn ?? [])
        .filter(({ until }) => until >= today)
        .map((one) => ({ ...one, substitute: nameOf(account) })),
    ),
  };
}

const rolesToLend = ({ post }: Account): Role[] =>
  (post?.roles ?? []).filter((role) => !BOUND.includes(role));

export type AppointProblem =
  /** No such colleague, or one without a role that another could take. */
  | 'absent'
  | 'substitute'
  /** A day that is none, the end before the beginning, in the past, or more than 60 days. */
  | 'days'
  /** The same colleague is stood in for by the same person on some of these days. */
  | 'twice';

/** Appoints somebody to stand in. */
export async function appointSubstitute(
  { accounts, clock }: Deps,
  input: {
    readonly by: Officer;
    readonly absentId: string;
    readonly substituteId: string;
    readonly from: string;
    readonly until: string;
  },
): Promise<Result<Substitution, AppointProblem>> {
  const people = await accounts.ofOffice(input.by.officeId);
  const absent = people.find(({ id }) => id === input.absentId);
  const substitute = people.find(({ id }) => id === input.substituteId);
  if (absent === undefined || rolesToLend(absent).length === 0) return refuse('absent');
  if (substitute === undefined || substitute.id === absent.id) return refuse('substitute');
  if (!areDays(input.from, input.until, dateInKazakhstan(clock.now()))) return refuse('days');
  const substitution: Substitution = {
    id: newId(),
    absent: { accountId: absent.id, name: nameOf(absent) },
    roles: rolesToLend(absent),
    from: input.from,
    until: input.until,
    by: { accountId: input.by.accountId, name: input.by.name },
  };
  return (await accounts.addSubstitution(substitute.id, substitution)) ? ok(substitution) : refuse('twice');
}

function areDays(from: string, until: string, today: string): boolean {
  const [first, last] = [dayOf(from), dayOf(until)];
  if (first === undefined || last === undefined) return false;
  return first <= last && until >= today && last - first < MOST_DAYS;
}

/** The colleague is back: the substitution ended yesterday. */
export async function endSubstitution(
  { accounts, clock }: Deps,
  input: { readonly by: Officer; readonly id: string },
): Promise<Result<undefined, 'not-found'>> {
  const yesterday = daysAfter(dateInKazakhstan(clock.now()), -1);
  return (await accounts.endSubstitution(input.by.officeId, input.id, yesterday))
    ? ok()
    : refuse('not-found');
}
