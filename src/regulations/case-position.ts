// How a case moves through a regulation: who may do what where it stands, and where that leads. Pure; the office stores the result.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Outcome, Regulation, Step, When } from './regulation.ts';
import type { Actor } from './vocabulary/actors.ts';
import type { Category, Channel, Decision, Ground } from './vocabulary/channels.ts';
import type { Need } from './vocabulary/papers.ts';

/** What a case is known by when the regulation asks which way it goes. */
export interface CaseFacts {
  readonly channel: Channel;
  readonly ground?: Ground;
  readonly decision?: Decision;
  /** Whether the longer whole term runs. */
  readonly extended: boolean;
  readonly reopened: number;
}

/** Where a case stands: at a step, or at an end. */
export type CasePosition =
  | { readonly kind: 'step'; readonly step: string; readonly facts: CaseFacts }
  | { readonly kind: 'end'; readonly end: string; readonly facts: CaseFacts };

export type BeginProblem =
  | { readonly kind: 'channel-not-open'; readonly channel: Channel }
  | { readonly kind: 'ground-missing' }
  | { readonly kind: 'ground-not-of-this-service'; readonly ground: Ground };

export type MoveProblem =
  | { readonly kind: 'case-ended' }
  | { readonly kind: 'not-your-step'; readonly actor: Actor }
  | { readonly kind: 'outcome-not-possible'; readonly outcome: string }
  | { readonly kind: 'needs-missing'; readonly needs: readonly Need[] };

/** The step with this id. A case never stands at a step that its regulation does not have: that would be a bug. */
export function stepOf(regulation: Regulation, id: string): Step {
  const step = regulation.steps.find((candidate) => candidate.id === id);
  if (step === undefined) throw new Error(`${regulation.id} has no step ${id}`);
  return step;
}

/** Whether a condition of the regulation holds for a case. */
export function holds(when: When | undefined, facts: CaseFacts): boolean {
  if (when === undefined) return true;
  return (
    (when.channels?.includes(facts.channel) ?? true) &&
    (when.grounds === undefined || (facts.ground !== undefined && when.grounds.includes(facts.ground))) &&
    (when.decisions === undefined ||
      (facts.decision !== undefined && when.decisions.includes(facts.decision))) &&
    (when.extended === undefined || when.extended === facts.extended)
  );
}

/**
 * Who may apply through a channel.
 * @param categories what the registers confirmed about the person
 */
export function mayApply(regulation: Regulation, channel: Channel, categories: readonly Category[]): boolean {
  const rule = regulation.channels.find((candidate) => candidate.channel === channel);
  if (rule === undefined) return false;
  return rule.who === 'everyone' || rule.who.some((category) => categories.includes(category));
}

/**
 * Opens a case.
 * @param options.channel by which door it came
 * @param options.ground why help is asked for; needed where the regulation lists grounds
 * @returns the position at the first step, or `channel-not-open`, `ground-missing`, `ground-not-of-this-service`
 */
export function beginCase(
  regulation: Regulation,
  options: { readonly channel: Channel; readonly ground?: Ground },
): Result<CasePosition, BeginProblem> {
  const rule = regulation.channels.find(({ channel }) => channel === options.channel);
  if (rule === undefined) return refuse({ kind: 'channel-not-open', channel: options.channel });
  const { ground } = options;
  if (regulation.grounds.length > 0 && ground === undefined) return refuse({ kind: 'ground-missing' });
  if (ground !== undefined && !regulation.grounds.some(({ id }) => id === ground)) {
    return refuse({ kind: 'ground-not-of-this-service', ground });
  }
  const facts = { channel: options.channel, ...(ground && { ground }), extended: false, reopened: 0 };
  return ok<CasePosition>({ kind: 'step', step: rule.start, facts });
}

/** What can be done where the case stands, the usual way first. Empty at an end. */
export function possibleOutcomes(regulation: Regulation, position: CasePosition): readonly Outcome[] {
  if (position.kind === 'end') return [];
  return stepOf(regulation, position.step).outcomes.filter(({ when }) => holds(when, position.facts));
}

/** Where an outcome leads from a position. */
export function follow(position: CasePosition, outcome: Outcome): CasePosition {
  const facts: CaseFacts = {
    ...position.facts,
    ...(outcome.decides && { decision: outcome.decides }),
    ...(outcome.extends && { extended: true }),
  };
  if (outcome.next !== undefined) return { kind: 'step', step: outcome.next, facts };
  if (outcome.end !== undefined) return { kind: 'end', end: outcome.end, facts };
  throw new Error(`outcome ${outcome.id} leads nowhere`);
}

/**
 * One act of one actor.
 * @param act.outcome the outcome's id
 * @param act.given what the actor handed in with it
 * @returns the new position and the outcome (its papers, its `extends`), or the problem
 */
export function performOutcome(
  regulation: Regulation,
  position: CasePosition,
  act: { readonly actor: Actor; readonly outcome: string; readonly given: readonly Need[] },
): Result<{ readonly position: CasePosition; readonly outcome: Outcome }, MoveProblem> {
  if (position.kind === 'end') return refuse({ kind: 'case-ended' });
  const step = stepOf(regulation, position.step);
  const outcome = possibleOutcomes(regulation, position).find(({ id }) => id === act.outcome);
  if (outcome === undefined) return refuse({ kind: 'outcome-not-possible', outcome: act.outcome });
  const actor = outcome.by ?? step.actor;
  if (actor !== act.actor) return refuse({ kind: 'not-your-step', actor });
  const needs = (outcome.needs ?? []).filter((need) => !act.given.includes(need));
  if (needs.length > 0) return refuse({ kind: 'needs-missing', needs });
  return ok({ position: follow(position, outcome), outcome });
}

/** The applicant takes the application back; refused where the regulation no longer allows it. */
export function withdrawCase(
  regulation: Regulation,
  position: CasePosition,
): Result<CasePosition, 'too-late-to-withdraw'> {
  const rule = regulation.withdrawal;
  if (rule === undefined || position.kind === 'end' || !rule.from.includes(position.step)) {
    return refuse('too-late-to-withdraw');
  }
  return ok<CasePosition>({ kind: 'end', end: rule.end, facts: position.facts });
}

/** A finished case is taken up again, as often as the regulation allows. */
export function reopenCase(
  regulation: Regulation,
  position: CasePosition,
): Result<CasePosition, 'may-not-be-reopened'> {
  const rule = regulation.reopening;
  if (
    rule === undefined ||
    position.kind === 'step' ||
    !rule.from.includes(position.end) ||
    position.facts.reopened >= rule.times
  ) {
    return refuse('may-not-be-reopened');
  }
  const { channel, ground, reopened } = position.facts;
  const begun = beginCase(regulation, { channel, ...(ground && { ground }) });
  if (!begun.ok) throw new Error(`${regulation.id} closed a door behind a case`);
  return ok<CasePosition>({ ...begun.value, facts: { ...begun.value.facts, reopened: reopened + 1 } });
}
