// Every term of every procedure against a clock written from the rules alone, on every start minute of chosen weeks and on samples of
// all others, 2015-2027.
import { describe, expect, test } from '@jest/globals';
import {
  dueMoment,
  hoursProfiles,
  isByReference,
  officeClock,
  planDeadlines,
  registrationMoment,
  registry,
  workCalendar,
  type HoursProfileId,
  type Regulation,
  type StepTerm,
} from '../../../src/regulations/index.ts';
import {
  allDates,
  astanaDay,
  createIndependentClock,
  dateIndex,
  instantOfWall,
  isWorkingDate,
  usualDay,
  type IndependentClock,
} from './independent-clock.ts';

const DAY = 1440;
const clocks: readonly { readonly profile: HoursProfileId; readonly independent: IndependentClock }[] = [
  { profile: 'astana-provider', independent: createIndependentClock(astanaDay) },
  { profile: 'rural-akim', independent: createIndependentClock(usualDay) },
];

type Countable = Pick<StepTerm, 'amount' | 'unit' | 'kind'>;

function termsOf(regulation: Regulation): Countable[] {
  const { normal, extended } = regulation.terms;
  const candidates = [
    ...regulation.steps.map(({ term }) => term),
    ...regulation.spans.map(({ term }) => term),
    normal,
    extended?.term,
  ];
  return candidates.flatMap((term) => (term === undefined || isByReference(term) ? [] : [term]));
}

const named = new Map<string, Countable>();
for (const term of registry.current.flatMap(termsOf))
  named.set(`${term.amount} ${term.unit} ${term.kind}`, term);
const terms = [...named.values()];

/** Weeks with a holiday, substitute days, moved days, a year's end, Kurban Ait, the change of the clocks. */
const weeks =
  `2015-03-16 2015-12-28 2018-12-24 2020-05-04 2020-12-14 2021-06-28 2022-03-07 2023-06-26 2024-02-26 2024-12-30
  2026-03-16 2026-08-24 2027-03-15`.split(/\s+/);

const wallOf = (date: string): number => (dateIndex.get(date) ?? NaN) * DAY;

/** Compares one start minute; returns the first disagreement. */
function compare(wall: number, last: number): string | undefined {
  const from = new Date(instantOfWall(wall));
  for (const { profile, independent } of clocks) {
    const clock = officeClock(profile);
    const registered = registrationMoment(from, clock);
    if (!registered.ok || registered.value.at.getTime() !== instantOfWall(independent.receive(wall))) {
      return `${from.toISOString()} registered, ${profile}`;
    }
    for (const term of terms) {
      const expected = independent.due(term, wall);
      if (Number.isNaN(expected) || expected >= last) continue;
      const due = dueMoment(term, from, clock);
      if (!due.ok || due.value.getTime() !== instantOfWall(expected)) {
        return `${from.toISOString()} ${term.amount} ${term.unit} ${term.kind}, ${profile}`;
      }
    }
  }
  return undefined;
}

const end = allDates.length * DAY;

describe('the portal counts terms as a clock written from the rules alone', () => {
  test('the same days are working days from 2015 to 2027', () => {
    const different = allDates.filter(
      (date) => isWorkingDate(date) !== workCalendar.works(Date.parse(date) / 86_400_000),
    );
    expect(different).toEqual([]);
  });

  test('there are terms of every unit', () => {
    expect(new Set(terms.map(({ unit }) => unit))).toEqual(
      new Set(['OFFICE_MINUTE', 'OFFICE_HOUR', 'SAME_WORKDAY', 'WORKDAY', 'CALENDAR_DAY']),
    );
    expect(terms.length).toBeGreaterThan(18);
  });

  test('the two clocks of the test are all the working hours there are', () => {
    const known = clocks.map(({ profile }) => JSON.stringify(hoursProfiles[profile].working));
    expect(new Set(Object.values(hoursProfiles).map(({ working }) => JSON.stringify(working)))).toEqual(
      new Set(known),
    );
  });

  test.each(weeks)('every start minute of the week of %s, each term', (monday) => {
    const first = wallOf(monday);
    const disagreements: string[] = [];
    for (let wall = first; wall < first + 7 * DAY; wall += 1) {
      const found = compare(wall, end);
      if (found !== undefined) disagreements.push(found);
    }
    expect(disagreements).toEqual([]);
  });

  test('samples of all other days, each term', () => {
    const disagreements: string[] = [];
    for (let wall = 30 * DAY; wall < end - 12 * DAY; wall += 331) {
      const found = compare(wall, end);
      if (found !== undefined) disagreements.push(found);
    }
    expect(disagreements).toEqual([]);
  });
});

/** The usual road of a case by the rules: each step at the smaller of its chain and the whole term. */
function expectedRoad(
  regulation: Regulation,
  plan: { steps: readonly { id: string }[] },
  wall: number,
): number[] {
  const clockOf = (): IndependentClock =>
    clocks[regulation.id.startsWith('astana') ? 0 : 1]?.independent as IndependentClock;
  const registered = clockOf().receive(wall);
  const { normal } = regulation.terms;
  const whole = isByReference(normal) ? Infinity : clockOf().due(normal, registered);
  const spanStarts = new Map<string, number>();
  let chain = registered;
  return plan.steps.map(({ id }) => {
    const step = regulation.steps.find((candidate) => candidate.id === id);
    const term = step?.term;
    if (step === undefined || term === undefined || isByReference(term)) return whole;
    const limits = [clockOf().due(term, term.from === 'REGISTRATION' ? registered : chain)];
    for (const span of regulation.spans) {
      const door = span.when?.channels?.[0];
      if (
        !span.steps.includes(id) ||
        !plan.steps[0]?.id.startsWith(door === 'rural-akim' ? 'akim' : 'centre')
      )
        continue;
      const start = spanStarts.get(span.id) ?? chain;
      spanStarts.set(span.id, start);
      limits.push(clockOf().due(span.term, start));
    }
    chain = Math.min(...limits);
    return Math.min(chain, whole);
  });
}

describe('the usual road of a case', () => {
  const roads = registry.current
    .filter(({ id }) => /^(astana|kostanay-565-[1-6]|aktogay)/.test(id))
    .flatMap((regulation) => regulation.channels.map(({ channel }) => ({ regulation, channel })));

  test.each(roads)(
    '$regulation.id by $channel: each step is due at the smaller of its chain and the whole term',
    ({ regulation, channel }) => {
      let compared = 0;
      for (let wall = wallOf('2016-02-01'); wall < end - 60 * DAY; wall += 9 * DAY + 101) {
        const planned = planDeadlines(regulation, { submitted: new Date(instantOfWall(wall)), channel });
        if (!planned.ok) throw new Error(JSON.stringify(planned.problem));
        const expected = expectedRoad(regulation, planned.value, wall);
        const shown = planned.value.steps.map(({ due }) => due?.getTime());
        expect(shown).toEqual(
          expected.map((moment) => (moment === Infinity ? undefined : instantOfWall(moment))),
        );
        compared += 1;
      }
      expect(compared).toBeGreaterThan(400);
    },
  );
});
