// Cases whose terms run out, as desks show them: told to the head, and one that its head may prolong.
import { createCaseStore } from '../../src/office/case-store.ts';
import { reachedShares } from '../../src/office/escalation.ts';
import { acceptIntake, clerkOf, fillIntake } from './intake-work.ts';
import { caseOf } from './office-work.ts';
import { ERBOL, type TestPortal } from './portal.ts';

/** Tells the head of Astana of a case as if four fifths of its terms were used up. */
async function tellHead({ portal }: TestPortal, caseId: string): Promise<void> {
  const store = createCaseStore(portal.connection, portal.sealer);
  const before = await store.byId(caseId);
  if (before === undefined) throw new Error('no case');
  const to = (await portal.identity.officersOf('astana', 'head')).map(({ accountId }) => accountId);
  const now = portal.clock.now();
  const told = reachedShares(before, new Date(now.getTime() + 90 * 86_400_000))
    .filter(({ share }) => share === 80)
    .map(({ term, of, share, due }) => ({ term, of, share, due, at: now, to, seenBy: [] }));
  await store.escalate(before, told, { now, events: [] });
}

/** Tells the head of these cases, and brings one under Order № 84 on paper, which may be prolonged; returns its id. */
export async function makeTermStates(town: TestPortal, toTell: readonly string[]): Promise<string> {
  for (const caseId of toTell) await tellHead(town, caseId);
  const clerk = await town.signedIn(clerkOf('shortandy').person.iin);
  const id = await fillIntake(clerk, ERBOL.iin);
  await acceptIntake(clerk, id);
  return (await caseOf(town, id)).id;
}
