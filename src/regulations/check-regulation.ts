// What the shape of a regulation cannot say: every step is reached, every road ends, everything named exists. Asked at start, so
// that a wrong procedure never meets a citizen.
import { ok, refuse, type Result } from '../platform/result.ts';
import { beginCase, follow, possibleOutcomes, type CasePosition } from './case-position.ts';
import type { Outcome, Regulation, StepTerm } from './regulation.ts';
import { parseRegulation } from './regulation-schema.ts';
import { placeOf, type Actor } from './vocabulary/actors.ts';
import { isByReference } from './vocabulary/citation.ts';
import type { Channel, Ground } from './vocabulary/channels.ts';

/** Why a regulation is refused; `name` is the step, outcome, paper … that is wrong. */
export interface RegulationProblem {
  readonly kind:
    | 'wrong-shape'
    | 'duplicate-id'
    | 'unknown-name'
    | 'outcome-leads-nowhere'
    | 'unreachable-step'
    | 'unreachable-end'
    | 'road-without-end'
    | 'paper-never-made'
    | 'paper-empty'
    | 'no-refusal-ground'
    | 'no-extended-term'
    | 'term-not-countable'
    | 'hours-missing';
  readonly regulation: string;
  readonly name: string;
}

type Found = Omit<RegulationProblem, 'regulation'>;

/**
 * Checks a regulation whole.
 * @param value what claims to be a regulation
 * @returns the regulation, or the first problem with the name of what is wrong
 */
export function checkRegulation(value: unknown): Result<Regulation, RegulationProblem> {
  const parsed = parseRegulation(value);
  if (!parsed.ok) return refuse({ kind: 'wrong-shape', regulation: idOf(value), name: parsed.problem });
  const regulation = parsed.value;
  const found = firstProblem(regulation);
  return found === undefined ? ok(regulation) : refuse({ ...found, regulation: regulation.id });
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : 'no id';
}

function firstProblem(regulation: Regulation): Found | undefined {
  for (const check of [findDuplicate, findUnknownName, findWrongTerm, findWrongPaper, findDeadRoad]) {
    const found = check(regulation);
    if (found !== undefined) return found;
  }
  return undefined;
}

const allOutcomes = (regulation: Regulation): readonly Outcome[] =>
  regulation.steps.flatMap(({ outcomes }) => outcomes);

const papersMade = (regulation: Regulation): readonly string[] => [
  ...allOutcomes(regulation).flatMap((outcome) => outcome.papers ?? []),
  ...(regulation.terms.prolonging === undefined ? [] : [regulation.terms.prolonging.paper]),
];

function findDuplicate(regulation: Regulation): Found | undefined {
  const lists = [
    regulation.steps,
    regulation.ends,
    regulation.papers,
    regulation.spans,
    regulation.refusalGrounds,
    regulation.documents,
    regulation.portal,
    regulation.actors,
    ...regulation.steps.map(({ outcomes }) => outcomes),
  ];
  for (const items of lists) {
    const ids = items.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) return { kind: 'duplicate-id', name: twice };
  }
  return undefined;
}

function findUnknownName(regulation: Regulation): Found | undefined {
  const steps = new Set(regulation.steps.map(({ id }) => id));
  const ends = new Set(regulation.ends.map(({ id }) => id));
  const papers = new Set(regulation.papers.map(({ id }) => id));
  const actors = new Set<Actor>(regulation.actors.map(({ id }) => id));
  const stages = new Set(regulation.portal.map(({ id }) => id));
  const { withdrawal, reopening } = regulation;
  const unknown =
    [
      ...regulation.channels.map(({ start }) => start),
      ...regulation.spans.flatMap((span) => span.steps),
      ...allOutcomes(regulation).flatMap(({ next }) => next ?? []),
      ...(withdrawal?.from ?? []),
    ].find((name) => !steps.has(name)) ??
    [
      ...allOutcomes(regulation).flatMap(({ end }) => end ?? []),
      ...(withdrawal === undefined ? [] : [withdrawal.end]),
      ...(reopening?.from ?? []),
    ].find((name) => !ends.has(name)) ??
    papersMade(regulation).find((name) => !papers.has(name)) ??
    [
      ...regulation.steps.map(({ actor }) => actor),
      ...allOutcomes(regulation).flatMap(({ by }) => by ?? []),
      ...regulation.channels.map(({ result }) => result.by),
      ...regulation.papers.flatMap(({ signedBy }) => signedBy ?? []),
    ].find((name) => !actors.has(name)) ??
    regulation.portal.flatMap(({ fails }) => fails ?? []).find((name) => !stages.has(name));
  if (unknown !== undefined) return { kind: 'unknown-name', name: unknown };
  const nowhere = allOutcomes(regulation).find(
    ({ next, end }) => (next === undefined) === (end === undefined),
  );
  return nowhere && { kind: 'outcome-leads-nowhere', name: nowhere.id };
}

/** A term before a moment can only be counted in days; a forward term needs a base that comes before it. */
function countable(term: StepTerm): boolean {
  if (term.kind === 'AT_MOST') return true;
  return (term.unit === 'WORKDAY' || term.unit === 'CALENDAR_DAY') && term.from === 'DECISION';
}

function findWrongTerm(regulation: Regulation): Found | undefined {
  const wrong = regulation.steps.find(
    ({ term }) => term !== undefined && !isByReference(term) && !countable(term),
  );
  if (wrong !== undefined) return { kind: 'term-not-countable', name: wrong.id };
  const extending = allOutcomes(regulation).find((outcome) => outcome.extends);
  if (extending !== undefined && regulation.terms.extended === undefined) {
    return { kind: 'no-extended-term', name: extending.id };
  }
  const workers = [
    ...regulation.steps.map(({ actor }) => actor),
    ...regulation.channels.map(({ result }) => result.by),
  ];
  const homeless = workers.map(placeOf).find((place) => regulation.hours[place] === undefined);
  return homeless === undefined ? undefined : { kind: 'hours-missing', name: homeless };
}

function findWrongPaper(regulation: Regulation): Found | undefined {
  const made = new Set(papersMade(regulation));
  const never = regulation.papers.find(({ id }) => !made.has(id));
  if (never !== undefined) return { kind: 'paper-never-made', name: never.id };
  const empty = regulation.papers.find(({ contents }) => contents.length === 0);
  if (empty !== undefined) return { kind: 'paper-empty', name: empty.id };
  const refusing = allOutcomes(regulation).find((outcome) => outcome.needs?.includes('refusal-ground'));
  return refusing !== undefined && regulation.refusalGrounds.length === 0
    ? { kind: 'no-refusal-ground', name: refusing.id }
    : undefined;
}

const keyOf = (position: CasePosition): string =>
  position.kind === 'end'
    ? `end ${position.end}`
    : [
        position.step,
        position.facts.channel,
        position.facts.ground ?? '',
        position.facts.decision ?? '',
        String(position.facts.extended),
      ].join('|');

/** Every position a case can come to, with the positions it can go on to. */
function explore(regulation: Regulation): Map<string, { position: CasePosition; next: string[] }> {
  const seen = new Map<string, { position: CasePosition; next: string[] }>();
  const waiting = startsOf(regulation);
  for (let position = waiting.pop(); position !== undefined; position = waiting.pop()) {
    const here = position;
    if (seen.has(keyOf(here))) continue;
    const next = possibleOutcomes(regulation, here).map((outcome) => follow(here, outcome));
    seen.set(keyOf(here), { position: here, next: next.map(keyOf) });
    waiting.push(...next);
  }
  return seen;
}

function startsOf(regulation: Regulation): CasePosition[] {
  const grounds: readonly (Ground | undefined)[] =
    regulation.grounds.length === 0 ? [undefined] : regulation.grounds.map(({ id }) => id);
  return regulation.channels.flatMap(({ channel }: { channel: Channel }) =>
    grounds.flatMap((ground) => {
      const begun = beginCase(regulation, { channel, ...(ground && { ground }) });
      return begun.ok ? [begun.value] : [];
    }),
  );
}

function findDeadRoad(regulation: Regulation): Found | undefined {
  const seen = explore(regulation);
  const stepsReached = new Set<string>();
  const endsReached = new Set<string>(regulation.withdrawal === undefined ? [] : [regulation.withdrawal.end]);
  for (const { position } of seen.values()) {
    if (position.kind === 'step') stepsReached.add(position.step);
    else endsReached.add(position.end);
  }
  const lonely = regulation.steps.find(({ id }) => !stepsReached.has(id));
  if (lonely !== undefined) return { kind: 'unreachable-step', name: lonely.id };
  const lonelyEnd = regulation.ends.find(({ id }) => !endsReached.has(id));
  if (lonelyEnd !== undefined) return { kind: 'unreachable-end', name: lonelyEnd.id };
  const finishing = new Set(
    [...seen].filter(([, { position }]) => position.kind === 'end').map(([key]) => key),
  );
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, { next }] of seen) {
      if (finishing.has(key) || !next.some((other) => finishing.has(other))) continue;
      finishing.add(key);
      grown = true;
    }
  }
  const stuck = [...seen].find(([key]) => !finishing.has(key))?.[1].position;
  return stuck?.kind === 'step' ? { kind: 'road-without-end', name: stuck.step } : undefined;
}
