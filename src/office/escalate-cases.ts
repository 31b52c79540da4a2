// The round of the terms: tells, once for each part of a term, whoever has the case, and from four fifths on the head. The mark that it was
// told and the notice itself are one write in the case, so that two workers at once tell once.
import type { Role } from '../identity/index.ts';
import { addresseesOf, reachedShares, reachesHead, type Escalation } from './escalation.ts';
import type { OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';

const BATCH = 100;
/** A round ends after so many batches and the next one goes on. */
const MOST_BATCHES = 50;

type EscalateDeps = Pick<OfficeDeps, 'store' | 'actingAs' | 'clock'>;

/** @returns of how many cases somebody was told by this call */
export async function escalateCases(deps: EscalateDeps): Promise<number> {
  let told = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const now = deps.clock.now();
    const waiting = await deps.store.toEscalate(now, BATCH);
    for (const officeCase of waiting) if (await escalate(deps, officeCase, now)) told += 1;
    if (waiting.length < BATCH) break;
  }
  return told;
}

async function escalate(deps: EscalateDeps, officeCase: OfficeCase, now: Date): Promise<boolean> {
  const reached = reachedShares(officeCase, now);
  const people = reached.length === 0 ? undefined : await peopleOf(deps, officeCase);
  const marks = reached.map(({ term, of, share, due }): Escalation => {
    const overtaken = reached.some((other) => other.term === term && other.share > share);
    const to = overtaken || people === undefined ? [] : reachesHead({ share }) ? people.all : people.first;
    return { term, of, share, due, at: now, to, seenBy: [] };
  });
  const written = await deps.store.escalate(officeCase, marks, {
    now,
    events: marks.length > 0 ? ['case.escalated'] : [],
  });
  return written && marks.length > 0;
}

/** Accounts: those who have the case, or the head where nobody has it; and all of them together with the head. */
async function peopleOf(
  { actingAs }: EscalateDeps,
  officeCase: OfficeCase,
): Promise<{ readonly first: readonly string[]; readonly all: readonly string[] }> {
  const { holder, lead } = addresseesOf(officeCase);
  const holding = async (role: Role): Promise<string[]> =>
    (await actingAs(officeCase.officeId, role)).map(({ accountId }) => accountId);
  const heads = lead === undefined ? [] : await holding(lead);
  const holders =
    holder === undefined ? [] : 'accountId' in holder ? [holder.accountId] : await holding(holder.role);
  return { first: holders.length > 0 ? holders : heads, all: [...new Set([...holders, ...heads])] };
}
