// The clock of a whole case: every step's last lawful moment along what happened and along the usual road from there.
import { ok, refuse, type Result } from '../platform/result.ts';
import { dateOf, dayOf } from './calendar/days.ts';
import {
  workCalendar,
  type CalendarMissing,
  type NonWorkingDay,
  type WorkCalendar,
} from './calendar/work-calendar.ts';
import {
  beginCase,
  follow,
  possibleOutcomes,
  stepOf,
  type BeginProblem,
  type CasePosition,
} from './case-position.ts';
import type { Arrival } from './office-clock.ts';
import type { HoursProfileId } from './office-hours.ts';
import { officeTimeOf } from './office-time.ts';
import { planNotices, type PlannedNotice } from './plan-notices.ts';
import { createTermClock, type StepDeadline, type TermClock, type WholeTermKind } from './term-clock.ts';
import type { LocalDate, Outcome, Regulation, Step, Term } from './regulation.ts';
import type { Actor, Place } from './vocabulary/actors.ts';
import type { Channel, Ground } from './vocabulary/channels.ts';
import type { ByReference } from './vocabulary/citation.ts';
import { daysOffBetween } from './workdays.ts';

/** What happened to a case so far. */
export interface CaseEvents {
  readonly submitted: Date;
  /** The door; the first of the regulation where left out. */
  readonly channel?: Channel;
  /** The ground; the first of the regulation where left out. */
  readonly ground?: Ground;
  /** The steps that were done, in order; the usual outcome where none is named. */
  readonly done?: readonly { readonly step: string; readonly outcome?: string; readonly at: Date }[];
  /** When the applicant received what runs from receipt, where it was not the moment of sending. */
  readonly received?: Date;
  /** A what-if: the longer term runs already. */
  readonly extended?: boolean;
  /** The last day that the head's reasoned decision set. */
  readonly prolongedUntil?: LocalDate;
  /** An office's own hours, where they are not those of the regulation. */
  readonly hours?: Readonly<Partial<Record<Place, HoursProfileId>>>;
}

export interface PlannedStep {
  readonly id: string;
  readonly actor: Actor;
  /** The last lawful moment; null where the law's term is only referred to. */
  readonly due: Date | null;
  readonly explanation: StepDeadline;
  /** Set for a step that was done. */
  readonly done?: { readonly at: Date; readonly outcome: string; readonly late: boolean };
}

export interface DeadlinePlan {
  readonly regulation: string;
  readonly version: number;
  readonly channel: Channel;
  readonly submitted: Date;
  readonly registration: { readonly at: Date; readonly arrival: Arrival };
  readonly steps: readonly PlannedStep[];
  /** The end to which the road leads. */
  readonly end?: string;
  /** Which whole term runs now. */
  readonly runs: WholeTermKind;
  /** The longer term where it runs, else the normal one, also under a prolongation. */
  readonly wholeTerm: Term | ByReference;
  /** The end of the whole term that runs; null where its term is only referred to. */
  readonly due: Date | null;
  /** The end of the longer term, whether it runs or not; null where the regulation has none. */
  readonly dueExtended: Date | null;
  /** The days off between submission and the end of the whole term (of the last step, if there is none). */
  readonly skipped: readonly NonWorkingDay[];
  /** The notices that must be sent so many days before the decision. */
  readonly notices: readonly PlannedNotice[];
}

export type PlanProblem =
  | BeginProblem
  | CalendarMissing
  | { readonly kind: 'before-force'; readonly from: LocalDate }
  | { readonly kind: 'step-out-of-turn'; readonly step: string; readonly expected: string | null }
  | { readonly kind: 'outcome-not-possible'; readonly step: string; readonly outcome: string }
  | { readonly kind: 'event-before-previous'; readonly step: string }
  | { readonly kind: 'wrong-date'; readonly date: string };

/**
 * Plans a case.
 * @param regulation the procedure, as pinned into the case
 * @param events what happened so far; only `submitted` is needed
 * @returns the plan, or why there is none: a year without a calendar, a submission before the act's force, events that do not fit
 */
export function planDeadlines(
  regulation: Regulation,
  events: CaseEvents,
  calendar: WorkCalendar = workCalendar,
): Result<DeadlinePlan, PlanProblem> {
  const channel = events.channel ?? regulation.channels[0]?.channel;
  if (channel === undefined) throw new Error(`${regulation.id} has no channel`);
  const ground = events.ground ?? regulation.grounds[0]?.id;
  const begun = beginCase(regulation, { channel, ...(ground && { ground }) });
  if (!begun.ok) return begun;
  if (dateOf(officeTimeOf(events.submitted).day) < regulation.force.from) {
    return refuse({ kind: 'before-force', from: regulation.force.from });
  }
  if (events.prolongedUntil !== undefined && dayOf(events.prolongedUntil) === undefined) {
    return refuse({ kind: 'wrong-date', date: events.prolongedUntil });
  }
  const clock = createTermClock(regulation, { ...events, channel }, calendar);
  if (!clock.ok) return clock;
  const walked = walk(regulation, events, clock.value, startOf(begun.value, events));
  if (!walked.ok) return walked;
  return finish({ regulation, events, channel, clock: clock.value, calendar, ...walked.value });
}

function startOf(position: CasePosition, events: CaseEvents): CasePosition {
  return events.extended === true ? { ...position, facts: { ...position.facts, extended: true } } : position;
}

interface Walked {
  readonly steps: readonly PlannedStep[];
  /** Where the case really stands after what happened. */
  readonly standsAt: CasePosition;
  readonly end?: string;
}

/** Along what happened, then along the usual outcomes to an end. */
function walk(
  regulation: Regulation,
  events: CaseEvents,
  clock: TermClock,
  start: CasePosition,
): Result<Walked, PlanProblem> {
  const waiting = [...(events.done ?? [])];
  const steps: PlannedStep[] = [];
  const planned = new Set<string>();
  let position = start;
  let standsAt = start;
  let last = events.submitted;
  while (position.kind === 'step') {
    const step = stepOf(regulation, position.step);
    const deadline = clock.enter(step, position.facts);
    if (!deadline.ok) return deadline;
    const event = waiting.shift();
    const lap = `${step.id} ${position.facts.decision ?? ''}`;
    if (event === undefined && planned.has(lap)) break; // the usual road turns in a circle: nothing new to plan
    if (event !== undefined && event.step !== step.id) {
      return refuse({ kind: 'step-out-of-turn', step: event.step, expected: step.id });
    }
    if (event !== undefined && event.at < last)
      return refuse({ kind: 'event-before-previous', step: step.id });
    const outcome = chooseOutcome(regulation, position, event?.outcome);
    if (outcome === undefined) {
      return refuse({ kind: 'outcome-not-possible', step: step.id, outcome: event?.outcome ?? '' });
    }
    if (event === undefined) clock.plan(step, outcome, deadline.value);
    else {
      const left = clock.leave(step, outcome, event.at);
      if (!left.ok) return left;
    }
    steps.push(plannedStep(step, deadline.value, outcome, event?.at));
    position = follow(position, outcome);
    if (event === undefined) planned.add(lap);
    else {
      last = event.at;
      standsAt = position;
    }
  }
  const [unused] = waiting;
  if (unused !== undefined) return refuse({ kind: 'step-out-of-turn', step: unused.step, expected: null });
  return ok({ steps, standsAt, ...(position.kind === 'end' && { end: position.end }) });
}

function chooseOutcome(
  regulation: Regulation,
  position: CasePosition,
  id: string | undefined,
): Outcome | undefined {
  const possible = possibleOutcomes(regulation, position);
  return id === undefined ? possible[0] : possible.find((outcome) => outcome.id === id);
}

function plannedStep(
  step: Step,
  explanation: StepDeadline,
  outcome: Outcome,
  doneAt: Date | undefined,
): PlannedStep {
  const { due } = explanation;
  return {
    id: step.id,
    actor: step.actor,
    due,
    explanation,
    ...(doneAt && { done: { at: doneAt, outcome: outcome.id, late: due !== null && doneAt > due } }),
  };
}

function finish(
  parts: Walked & {
    readonly regulation: Regulation;
    readonly events: CaseEvents;
    readonly channel: Channel;
    readonly clock: TermClock;
    readonly calendar: WorkCalendar;
  },
): Result<DeadlinePlan, PlanProblem> {
  const { regulation, events, channel, clock, calendar, steps, standsAt, end } = parts;
  const { terms } = regulation;
  const whole = clock.whole(standsAt.facts.extended);
  const notices = planNotices(regulation, { clock, steps, wholeDue: whole.due });
  if (!notices.ok) return notices;
  const until = whole.due ?? steps.findLast(({ due }) => due !== null)?.due ?? clock.registration.at;
  return ok({
    regulation: regulation.id,
    version: regulation.version,
    channel,
    submitted: events.submitted,
    registration: clock.registration,
    steps,
    ...(end !== undefined && { end }),
    runs: whole.kind,
    wholeTerm: (whole.kind === 'extended' ? terms.extended?.term : undefined) ?? terms.normal,
    due: whole.due,
    dueExtended: clock.extendedDue,
    skipped: daysOffBetween(officeTimeOf(events.submitted).day, officeTimeOf(until).day, calendar),
    notices: notices.value,
  });
}
