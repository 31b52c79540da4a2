// Ten thousand cases of each procedure wander at random: none comes to a place without an exit, to a wrong actor or past a notice.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  beginCase,
  performOutcome,
  possibleOutcomes,
  registry,
  reopenCase,
  stepOf,
  withdrawCase,
  type Actor,
  type CasePosition,
  type Need,
  type Outcome,
  type Regulation,
} from '../../../src/regulations/index.ts';
import { seeded } from '../../support/random.ts';

const procedures = registry.current.map((regulation) => ({ id: regulation.id, regulation }));
const CASES = 10_000;
const LONGEST = 400;

/** Where the random choices of one case start; fast-check prints and shrinks this number. */
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });

interface Walk {
  readonly taken: readonly { readonly step: string; readonly actor: Actor; readonly outcome: Outcome }[];
  readonly position: CasePosition;
}

/** Walks one case to an end; after sixty acts it takes the usual road, as people do. */
function wander(regulation: Regulation, seed: number): Walk {
  const random = seeded(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[random.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from: a place without an exit');
    return item;
  };
  const { channel } = pick(regulation.channels);
  const ground = regulation.grounds.length === 0 ? undefined : pick(regulation.grounds).id;
  const begun = beginCase(regulation, { channel, ...(ground && { ground }) });
  if (!begun.ok) throw new Error(begun.problem.kind);
  const taken: { step: string; actor: Actor; outcome: Outcome }[] = [];
  let position = begun.value;
  for (let turn = 0; position.kind === 'step' && turn < LONGEST; turn += 1) {
    const step = stepOf(regulation, position.step);
    const possible = possibleOutcomes(regulation, position);
    const outcome = turn < 60 ? pick(possible) : possible[0];
    if (outcome === undefined) throw new Error(`no exit from ${step.id}`);
    const actor = outcome.by ?? step.actor;
    const moved = performOutcome(regulation, position, {
      actor,
      outcome: outcome.id,
      given: outcome.needs ?? [],
    });
    if (!moved.ok) throw new Error(`${step.id}: ${moved.problem.kind}`);
    taken.push({ step: step.id, actor, outcome });
    position = moved.value.position;
  }
  return { taken, position };
}

/** The papers that must have reached the applicant when a case ended in a decision. */
const decisive = [
  'grant-notification',
  'refusal-notification',
  'certificate',
  'complaint-answer',
  'refusal-to-accept-receipt',
];

describe.each(procedures)('$id', ({ regulation }: { regulation: Regulation }) => {
  const kinds = new Map(regulation.papers.map(({ id, kind }) => [id, kind]));
  const listed = new Set(regulation.actors.map(({ id }) => id));

  test('10,000 random cases all come to an end, by the right people, and nobody is left without the paper', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const { taken, position } = wander(regulation, seed);
        if (position.kind !== 'end') throw new Error(`after ${LONGEST} acts still at ${position.step}`);
        for (const { step, actor } of taken) {
          seen.add(step);
          if (!listed.has(actor)) throw new Error(`${actor} has no part in this procedure`);
        }
        const papers = taken.flatMap(({ outcome }) => outcome.papers ?? []).map((id) => kinds.get(id) ?? '');
        if (!papers.some((kind) => decisive.includes(kind)))
          throw new Error(`ended at ${position.end} without a paper`);
        const short = taken.findIndex(({ outcome }) => outcome.decides === 'shortage');
        const waits = taken.findIndex(({ step }) => step === 'await-documents');
        if (short !== -1 && waits !== -1) {
          const between = taken.slice(short, waits).flatMap(({ outcome }) => outcome.papers ?? []);
          if (!between.includes('shortage-notice'))
            throw new Error('the applicant was never told what is missing');
        }
      }),
      { numRuns: CASES, seed: 20_260_320 },
    );
    expect(seen).toEqual(new Set(regulation.steps.map(({ id }) => id)));
  });
});

test('a refusal of Order 84 is never decided before the preliminary decision was sent, nor past an unread protocol', () => {
  const regulation = procedures.find(({ id }) => id === 'order-84-2023')?.regulation as Regulation;
  let refusals = 0;
  let hearings = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const steps = wander(regulation, seed).taken;
      const refused = steps.some(({ outcome }) => outcome.end === 'refused');
      const heard = steps.findIndex(({ outcome }) => outcome.id === 'heard');
      const decided = steps.findIndex(({ step }, index) => step === 'decide' && index > heard);
      const read = steps.findIndex(({ step }, index) => step === 'read-protocol' && index > heard);
      if (refused && !steps.some(({ step }) => step === 'preliminary-refusal'))
        throw new Error('refused without a hearing');
      if (heard !== -1 && (read === -1 || read > decided)) throw new Error('the protocol was not read');
      refusals += refused ? 1 : 0;
      hearings += heard === -1 ? 0 : 1;
    }),
    { numRuns: 2000, seed: 84 },
  );
  expect(refusals).toBeGreaterThan(200);
  expect(hearings).toBeGreaterThan(50);
});

describe('an act', () => {
  const astana = registry.find('astana-158-1286') as Regulation;
  const start = (): CasePosition => {
    const begun = beginCase(astana, { channel: 'portal', ground: 'SOCIAL_DISEASE' });
    if (!begun.ok) throw new Error(begun.problem.kind);
    return begun.value;
  };
  const perform = (position: CasePosition, actor: Actor, outcome: string, given: readonly Need[] = []) =>
    performOutcome(astana, position, { actor, outcome, given });
  const after = (
    position: CasePosition,
    actor: Actor,
    outcome: string,
    given: readonly Need[] = [],
  ): CasePosition => {
    const moved = perform(position, actor, outcome, given);
    if (!moved.ok) throw new Error(moved.problem.kind);
    return moved.value.position;
  };

  test('of another role is refused with the role whose turn it is', () => {
    expect(perform(start(), 'head', 'registered')).toEqual({
      ok: false,
      problem: { kind: 'not-your-step', actor: 'clerk' },
    });
  });

  test('that belongs to another door is not possible', () => {
    expect(perform(start(), 'clerk', 'registered-with-coupon')).toMatchObject({
      problem: { kind: 'outcome-not-possible' },
    });
  });

  test('without what it needs names what is missing', () => {
    const resolution = after(start(), 'clerk', 'registered');
    expect(perform(resolution, 'head', 'executor-named')).toEqual({
      ok: false,
      problem: { kind: 'needs-missing', needs: ['executor'] },
    });
  });

  test('a refusal without a ground is refused, and a second shortage is not possible', () => {
    const review = after(after(start(), 'clerk', 'registered'), 'head', 'executor-named', ['executor']);
    expect(perform(review, 'executor', 'refuse')).toMatchObject({ problem: { needs: ['refusal-ground'] } });
    let position = after(review, 'executor', 'shortage', ['missing-documents', 'extension-reason']);
    position = after(position, 'executor', 'notice-drawn');
    position = after(position, 'head', 'shortage-signed', ['signature']);
    position = after(position, 'clerk', 'notice-issued');
    expect(perform(position, 'executor', 'documents-added', ['documents'])).toMatchObject({
      problem: { kind: 'not-your-step', actor: 'applicant' },
    });
    position = after(position, 'applicant', 'documents-added', ['documents']);
    expect(position.facts.extended).toBe(true);
    expect(possibleOutcomes(astana, position).map(({ id }) => id)).toEqual(['grant', 'refuse']);
  });

  test('after the end is refused', () => {
    const ended: CasePosition = { kind: 'end', end: 'granted', facts: start().facts };
    expect(perform(ended, 'clerk', 'granted')).toEqual({ ok: false, problem: { kind: 'case-ended' } });
    expect(possibleOutcomes(astana, ended)).toEqual([]);
  });

  test('the applicant may withdraw until the result is being signed', () => {
    const review = after(after(start(), 'clerk', 'registered'), 'head', 'executor-named', ['executor']);
    expect(withdrawCase(astana, review)).toMatchObject({ ok: true, value: { end: 'withdrawn' } });
    const signing = after(review, 'executor', 'grant', ['amount']);
    expect(withdrawCase(astana, signing)).toEqual({ ok: false, problem: 'too-late-to-withdraw' });
  });

  test('a complaint is taken up again once', () => {
    const complaint = registry.find('complaint-2015') as Regulation;
    const facts = { channel: 'akimat', decision: 'dismissed', extended: false, reopened: 0 } as const;
    const again = reopenCase(complaint, { kind: 'end', end: 'dismissed', facts });
    expect(again).toMatchObject({ ok: true, value: { step: 'akimat-register', facts: { reopened: 1 } } });
    const twice = reopenCase(complaint, { kind: 'end', end: 'dismissed', facts: { ...facts, reopened: 1 } });
    expect(twice).toEqual({ ok: false, problem: 'may-not-be-reopened' });
    expect(reopenCase(complaint, { kind: 'end', end: 'upheld', facts }).ok).toBe(false);
  });

  test.each([
    [{ channel: 'service-centre' } as const, 'channel-not-open'],
    [{ channel: 'portal' } as const, 'ground-missing'],
  ])('a case that comes as %j is refused as %s', (door, kind) => {
    expect(beginCase(astana, door)).toMatchObject({ ok: false, problem: { kind } });
  });
});
