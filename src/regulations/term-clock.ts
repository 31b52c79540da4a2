// The running clock of one case: it knows the registration, the whole terms, the bases that steps marked, and gives each step the
// smallest of its own term, the span it stands in, and the whole term.
import { ok, type Result } from '../platform/result.ts';
import { knownDay } from './calendar/days.ts';
import type { CalendarMissing, NonWorkingDay, WorkCalendar } from './calendar/work-calendar.ts';
import { holds, type CaseFacts } from './case-position.ts';
import { dueMoment, officeClock, registrationMoment } from './deadlines.ts';
import type { Arrival, OfficeClock } from './office-clock.ts';
import { instantOf, officeTimeOf } from './office-time.ts';
import { hoursProfile, type HoursProfileId } from './office-hours.ts';
import type { CaseEvents } from './plan-deadlines.ts';
import type { Outcome, Regulation, Span, Step, StepTerm, Term, TermBase } from './regulation.ts';
import { placeOf, type Actor, type Place } from './vocabulary/actors.ts';
import type { Channel } from './vocabulary/channels.ts';
import { isByReference, type ByReference, type Citation } from './vocabulary/citation.ts';
import { daysOffBetween } from './workdays.ts';

/** Which whole term runs; `none` where it is only referred to. */
export type WholeTermKind = 'normal' | 'extended' | 'prolonged' | 'none';

/** Which of the limits of a step is the first to come. */
export type Binding = 'own-term' | 'span' | 'whole' | 'none';

/** A deadline with everything that made it: shown to citizen and officer, printed in the file. */
export interface StepDeadline {
  readonly due: Date | null;
  readonly binding: Binding;
  readonly term?: StepTerm | ByReference;
  /** The moment from which the step's own term runs; left out while it is not known. */
  readonly from?: Date;
  /** Where the terms of the steps and spans alone, one after another, would end. */
  readonly chain?: Date;
  readonly span?: { readonly id: string; readonly due: Date };
  readonly whole?: { readonly kind: WholeTermKind; readonly due: Date };
  /** The days off between the start of the term and its end. */
  readonly skipped: readonly NonWorkingDay[];
  readonly law: Citation;
}

export interface TermClock {
  readonly registration: { readonly at: Date; readonly arrival: Arrival };
  readonly extendedDue: Date | null;
  whole(extended: boolean): { readonly kind: WholeTermKind; readonly due: Date | null };
  /** The case comes to a step. */
  enter(step: Step, facts: CaseFacts): Result<StepDeadline, CalendarMissing>;
  /** The case left a step at this moment. */
  leave(step: Step, outcome: Outcome, at: Date): Result<undefined, CalendarMissing>;
  /**
   * The case will leave a step when its deadline says. An officer's step without a term takes no time of the chain; an applicant's
   * may take all that is left; after a term that is only referred to nothing is known.
   */
  plan(step: Step, outcome: Outcome, deadline: StepDeadline): void;
  /** The moment of a base, if it is known by now. */
  base(name: TermBase): Date | undefined;
  clockOf(actor: Actor): OfficeClock;
}

type Marks = Partial<Record<TermBase, Date | undefined>>;

/** Starts the clock of a case: registration and whole terms. */
export function createTermClock(
  regulation: Regulation,
  events: CaseEvents & { readonly channel: Channel },
  calendar: WorkCalendar,
): Result<TermClock, CalendarMissing> {
  const profileOf = (place: Place): HoursProfileId => {
    const profile = events.hours?.[place] ?? regulation.hours[place];
    if (profile === undefined) throw new Error(`${regulation.id} has no office hours for ${place}`);
    return profile;
  };
  const clockOf = (actor: Actor) => officeClock(profileOf(placeOf(actor)), calendar);
  const rule = regulation.channels.find(({ channel }) => channel === events.channel);
  const first = regulation.steps.find(({ id }) => id === rule?.start);
  if (rule === undefined || first === undefined) throw new Error(`${regulation.id}: no start`);

  const registered = registrationMoment(events.submitted, clockOf(first.actor));
  if (!registered.ok) return registered;
  const registration = registered.value;
  const wholeClock = clockOf(rule.result.by);
  const normal = wholeDue(regulation.terms.normal, registration.at, wholeClock);
  if (!normal.ok) return normal;
  const longer = wholeDue(regulation.terms.extended?.term, registration.at, wholeClock);
  if (!longer.ok) return longer;
  const prolonged =
    events.prolongedUntil === undefined
      ? undefined
      : instantOf({
          day: knownDay(events.prolongedUntil),
          time: hoursProfile(profileOf(placeOf(rule.result.by))).working.closes * 60_000,
        });

  const marks: Marks = { SUBMISSION: registration.at, REGISTRATION: registration.at };
  const spans = new Map<string, Date>();
  let previous: Date | undefined = registration.at;

  const base = (name: TermBase): Date | undefined => (name === 'PREVIOUS_STEP' ? previous : marks[name]);
  const wholeOf = (extended: boolean): { kind: WholeTermKind; due: Date | null } => {
    if (prolonged !== undefined) return { kind: 'prolonged', due: prolonged };
    if (extended && longer.value !== null) return { kind: 'extended', due: longer.value };
    return normal.value === null ? { kind: 'none', due: null } : { kind: 'normal', due: normal.value };
  };

  /** The spans in which a step stands, each with the moment at which the case came into it. */
  function spansAt(step: Step, facts: CaseFacts): (Span & { readonly since: Date })[] {
    const here = regulation.spans.filter((span) => span.steps.includes(step.id) && holds(span.when, facts));
    for (const id of spans.keys()) if (!here.some((span) => span.id === id)) spans.delete(id);
    return here.flatMap((span) => {
      const since = spans.get(span.id) ?? base(span.term.from);
      if (since === undefined) return [];
      spans.set(span.id, since);
      return [{ ...span, since }];
    });
  }

  return ok({
    registration,
    extendedDue: longer.value,
    whole: wholeOf,
    base,
    clockOf,
    enter(step, facts) {
      const clock = clockOf(step.actor);
      const { term } = step;
      const from = termStart(term, base);
      const ownDue =
        term === undefined || isByReference(term) || from === undefined
          ? undefined
          : dueMoment(term, from, clock);
      if (ownDue?.ok === false) return ownDue;
      const inSpans: { id: string; due: Date }[] = [];
      for (const { id, term: spanTerm, since } of spansAt(step, facts)) {
        const due = dueMoment(spanTerm, since, clock);
        if (!due.ok) return due;
        inSpans.push({ id, due: due.value });
      }
      const span = earliest(inSpans);
      const whole = wholeOf(facts.extended);
      const own = ownDue?.value;
      const chain = own === undefined || (span !== undefined && span.due < own) ? span?.due : own;
      const bound = bind({ own, span, whole });
      return ok({
        ...bound,
        ...(term !== undefined && { term }),
        ...(from !== undefined && { from }),
        ...(chain !== undefined && { chain }),
        ...(span !== undefined && { span }),
        ...(whole.due !== null && { whole: { kind: whole.kind, due: whole.due } }),
        skipped: skippedBetween(from ?? previous, bound.due, calendar),
        law: term === undefined || isByReference(term) ? step.law : (term.law ?? step.law),
      });
    },
    leave(step, outcome, at) {
      // What an applicant brings after hours is received on the next working day; an officer's act counts when it is done.
      const received =
        (outcome.by ?? step.actor) === 'applicant' ? registrationMoment(at, clockOf('applicant')) : undefined;
      if (received?.ok === false) return received;
      previous = received?.value.at ?? at;
      if (outcome.marks === 'RECEIPT') marks.RECEIPT = events.received ?? at;
      else if (outcome.marks !== undefined) marks[outcome.marks] = at;
      return ok();
    },
    plan(step, outcome, { chain, due, term }) {
      if (term !== undefined && isByReference(term)) previous = chain;
      else if (chain !== undefined) previous = chain;
      else if ((outcome.by ?? step.actor) === 'applicant') previous = due ?? undefined;
      if (outcome.marks !== undefined) marks[outcome.marks] = due ?? previous;
    },
  });
}

function wholeDue(
  term: Term | ByReference | undefined,
  registration: Date,
  clock: OfficeClock,
): Result<Date | null, CalendarMissing> {
  if (term === undefined || isByReference(term)) return ok(null);
  return dueMoment(term, registration, clock);
}

function termStart(
  term: StepTerm | ByReference | undefined,
  base: (name: TermBase) => Date | undefined,
): Date | undefined {
  return term === undefined || isByReference(term) ? undefined : base(term.from);
}

const earliest = <Limit extends { readonly due: Date }>(limits: readonly Limit[]): Limit | undefined =>
  limits.reduce<Limit | undefined>(
    (first, limit) => (first === undefined || limit.due < first.due ? limit : first),
    undefined,
  );

/** The smallest limit binds; the step's own term wins a tie, then the span. */
function bind(limits: {
  readonly own: Date | undefined;
  readonly span: { readonly due: Date } | undefined;
  readonly whole: { readonly due: Date | null };
}): { readonly due: Date | null; readonly binding: Binding } {
  const known: { due: Date; binding: Binding }[] = [];
  if (limits.own !== undefined) known.push({ due: limits.own, binding: 'own-term' });
  if (limits.span !== undefined) known.push({ due: limits.span.due, binding: 'span' });
  if (limits.whole.due !== null) known.push({ due: limits.whole.due, binding: 'whole' });
  return earliest(known) ?? { due: null, binding: 'none' };
}

function skippedBetween(
  from: Date | undefined,
  due: Date | null,
  calendar: WorkCalendar,
): readonly NonWorkingDay[] {
  if (from === undefined || due === null) return [];
  return daysOffBetween(officeTimeOf(from).day, officeTimeOf(due).day, calendar);
}
