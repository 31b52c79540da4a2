// The desk ends an intake: the package is accepted and becomes a case, or it is refused with a receipt that names the reason.
import { pinnedRegulation } from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import { yearInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { papersFor, refusalRule, type Door } from './doors.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { EndedIntake, PaperIntake, RefusalReason } from './intake.ts';
import { openTasks } from './intake-tasks.ts';
import { findIntake } from './start-intake.ts';

export type AcceptProblem =
  | 'not-found'
  | 'conflict'
  /** It was refused already. */
  | 'ended'
  /** Something is not typed or not looked at yet. */
  | 'not-complete'
  /** A required paper is missing or expired, and this procedure has the desk refuse such a package. */
  | 'papers-missing';

interface Own {
  readonly officer: Officer;
  readonly id: string;
}

export const doorOf = ({ regulation, channel }: PaperIntake): Door => ({
  regulation: pinnedRegulation(regulation),
  channel,
});

/** Why the package may be refused, from what the clerk noted. */
export function reasonsOf(intake: PaperIntake): readonly RefusalReason[] {
  const states = papersFor(doorOf(intake)).map(({ id }) => intake.papers[id]);
  return [
    ...(states.includes('absent') ? (['incomplete'] as const) : []),
    ...(states.includes('expired') ? (['expired'] as const) : []),
  ];
}

/** Accepts a package. Two clicks, two windows and two clerks make one application. */
export async function acceptIntake(
  deps: IntakeDeps,
  input: Own,
): Promise<Result<EndedIntake, AcceptProblem>> {
  const found = await findIntake(deps, input);
  if (!found.ok) return found;
  const intake = found.value;
  if (intake.state === 'accepted') return ok(await enter(deps, intake));
  if (intake.state === 'refused') return refuse('ended');
  const now = deps.clock.now();
  if (openTasks(intake, now).length > 0) return refuse('not-complete');
  const door = doorOf(intake);
  if (refusalRule(door) !== undefined && reasonsOf(intake).length > 0) return refuse('papers-missing');
  // The intake is claimed first: of acceptance and refusal at one moment, one wins. An acceptance that was cut off here is done to its
  // end by whoever opens the coupon or the list of the desk.
  const claimed = { ...intake, state: 'accepted', number: '', endedAt: now, updatedAt: now } as const;
  if (await deps.store.replace(intake, claimed))
    return ok(await enter(deps, { ...claimed, version: intake.version + 1 }));
  const again = await findIntake(deps, input);
  return again.ok && again.value.state === 'accepted'
    ? ok(await enter(deps, again.value))
    : refuse('conflict');
}

type Accepted = Extract<PaperIntake, { state: 'accepted' }>;

/** Makes the application of an accepted intake, once, and writes its number down. */
export async function enter(deps: IntakeDeps, intake: Accepted): Promise<Accepted> {
  if (intake.number !== '') return intake;
  const { id, iin, channel, content, officeId, clerk, broughtBy, missing } = intake;
  const { regulation } = doorOf(intake);
  const application = await deps.applications.enterPaper({
    id,
    iin,
    regulation,
    channel,
    content,
    now: intake.endedAt,
    intake: {
      officeId,
      clerk,
      broughtBy,
      missing,
      receivedAt: intake.receivedAt.toISOString(),
      acceptedAt: intake.endedAt.toISOString(),
      papers: Object.entries(intake.papers).map(([paper, state]) => ({ id: paper, state })),
    },
  });
  const after = { ...intake, number: application.number };
  await deps.store.replace(intake, after);
  return after;
}

export type RefuseProblem = 'not-found' | 'conflict' | 'ended' | 'no-reason';

/** Refuses to accept a package; `no-reason` while nothing is missing or the procedure knows no such refusal. */
export async function refuseIntake(
  deps: IntakeDeps,
  input: Own,
): Promise<Result<EndedIntake, RefuseProblem>> {
  const found = await findIntake(deps, input);
  if (!found.ok) return found;
  const intake = found.value;
  if (intake.state === 'refused') return ok(intake);
  if (intake.state === 'accepted') return refuse('ended');
  const reasons = reasonsOf(intake);
  if (refusalRule(doorOf(intake)) === undefined || reasons.length === 0) return refuse('no-reason');
  const now = deps.clock.now();
  const number = await deps.store.nextRefusal(yearInKazakhstan(now));
  const after = { ...intake, state: 'refused', number, reasons, endedAt: now, updatedAt: now } as const;
  if (await deps.store.replace(intake, after)) return ok({ ...after, version: intake.version + 1 });
  const again = await findIntake(deps, input);
  return again.ok && again.value.state === 'refused' ? ok(again.value) : refuse('conflict');
}
