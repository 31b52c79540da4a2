// The clock of a complaint: its own procedure from its own data, and the term for filing it. Pure.
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { pinnedRegulation } from '../application/index.ts';
import {
  filingDeadline,
  planDeadlines,
  type ComplaintRoute,
  type DeadlinePlan,
} from '../regulations/index.ts';
import type { Complaint } from './complaint.ts';

type Clocked = Pick<Complaint, 'regulation' | 'position' | 'laps'>;

/** The clock of the present lap. Throws when the history does not fit the procedure or the calendar lacks a year: both are damage. */
export function clockOf(complaint: Clocked): DeadlinePlan {
  const lap = complaint.laps.at(-1);
  if (lap === undefined) throw new Error('a complaint has no lap');
  const planned = planDeadlines(pinnedRegulation(complaint.regulation), {
    submitted: lap.submittedAt,
    channel: complaint.position.facts.channel,
    done: lap.done.map(({ step, outcome, at }) => ({ step, outcome, at })),
  });
  if (!planned.ok) throw new Error(`no clock for a complaint: ${planned.problem.kind}`);
  return planned.value;
}

/** When the present step is due; where the law gives it no term of its own, the whole term. */
export function dueOf(complaint: Clocked): Date | null {
  const plan = clockOf(complaint);
  return plan.steps.find(({ done }) => done === undefined)?.due ?? plan.due;
}

export interface Filing {
  /** The last day for filing. */
  readonly fileBy?: string;
  readonly late: boolean;
}

/**
 * Whether a complaint comes after its term. It is accepted all the same and marked.
 * @param decidedAt when the decision that is complained of was handed over; undefined while there is none
 */
export function filingOf(route: ComplaintRoute, decidedAt: Date | undefined, submittedAt: Date): Filing {
  if (route.filingMonths === undefined || decidedAt === undefined) return { late: false };
  const last = filingDeadline(dateInKazakhstan(decidedAt), route.filingMonths.amount);
  return last.ok ? { fileBy: last.value, late: dateInKazakhstan(submittedAt) > last.value } : { late: false };
}
