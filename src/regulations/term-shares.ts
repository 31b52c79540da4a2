// When so much of a term is used up: half, four fifths, all. Terms of an office are used up while it works; calendar days pass by day and night.
import { ok, type Result } from '../platform/result.ts';
import type { CalendarMissing } from './calendar/work-calendar.ts';
import { officeClock } from './deadlines.ts';
import type { OfficeClock } from './office-clock.ts';
import type { DeadlinePlan } from './plan-deadlines.ts';
import type { Regulation, TermUnit } from './regulation.ts';
import { placeOf, type Actor } from './vocabulary/actors.ts';
import { isByReference } from './vocabulary/citation.ts';

/** At which part of a term, in per cent, somebody is told. */
export const TERM_SHARES = [50, 80, 100] as const;
export type TermSharePercent = (typeof TERM_SHARES)[number];

export interface TermShare {
  /** The term itself: the present step's, in this lap of it, or the whole one of this kind. */
  readonly term: string;
  readonly of: 'step' | 'whole';
  readonly share: TermSharePercent;
  /** When that much of the term is used up. */
  readonly at: Date;
  readonly due: Date;
}

interface Running {
  readonly unit: TermUnit;
  readonly from: Date;
  readonly due: Date;
  readonly clock: OfficeClock;
}

/** When so much of a running term is used up; its last moment for all of it. */
function momentOf(
  { unit, from, due, clock }: Running,
  share: TermSharePercent,
): Result<Date, CalendarMissing> {
  if (share === 100 || due <= from) return ok(due);
  if (unit === 'CALENDAR_DAY')
    return ok(new Date(from.getTime() + ((due.getTime() - from.getTime()) * share) / 100));
  const minutes = clock.minutesBetween(from, due);
  return minutes.ok ? clock.addMinutes(from, (minutes.value * share) / 100) : minutes;
}

/**
 * The moments of the terms that run now: of the present step, where it has a term of its own that binds, and of the whole service. A step
 * that waits for the applicant is only told of when its term is over: nobody in the office can hurry it.
 * @param plan of the case as it stands
 */
export function termShares(
  regulation: Regulation,
  plan: DeadlinePlan,
): Result<readonly TermShare[], CalendarMissing> {
  const clockOf = (actor: Actor): OfficeClock => {
    const profile = regulation.hours[placeOf(actor)];
    if (profile === undefined) throw new Error(`${regulation.id} has no office hours for ${actor}`);
    return officeClock(profile);
  };
  const shares: TermShare[] = [];
  const add = (
    named: Pick<TermShare, 'term' | 'of'>,
    running: Running,
    percents: readonly TermSharePercent[],
  ): Result<undefined, CalendarMissing> => {
    for (const share of percents) {
      const at = momentOf(running, share);
      if (!at.ok) return at;
      shares.push({ ...named, share, at: at.value, due: running.due });
    }
    return ok();
  };

  const lap = plan.steps.findIndex(({ done }) => done === undefined);
  const present = plan.steps[lap];
  const { term, from, due, binding } = present?.explanation ?? {};
  if (
    present &&
    term &&
    from &&
    due &&
    !isByReference(term) &&
    term.kind === 'AT_MOST' &&
    binding !== 'whole'
  ) {
    const added = add(
      { term: `step-${lap}-${present.id}`, of: 'step' },
      { unit: term.unit, from, due, clock: clockOf(present.actor) },
      present.actor === 'applicant' ? [100] : TERM_SHARES,
    );
    if (!added.ok) return added;
  }
  const by = regulation.channels.find(({ channel }) => channel === plan.channel)?.result.by;
  if (plan.due !== null && by !== undefined && !isByReference(plan.wholeTerm)) {
    const { unit } = plan.wholeTerm;
    const added = add(
      { term: `whole-${plan.runs}-${plan.due.toISOString().slice(0, 10)}`, of: 'whole' },
      { unit, from: plan.registration.at, due: plan.due, clock: clockOf(by) },
      TERM_SHARES,
    );
    if (!added.ok) return added;
  }
  return ok(shares);
}
