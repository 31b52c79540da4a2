// When half, four fifths and all of a term is used up, computed by hand on the hours of Astana: 8:30-18:00, lunch 13:00-14:30.
import { describe, expect, test } from '@jest/globals';
import {
  officeClock,
  planDeadlines,
  registry,
  termShares,
  type CaseEvents,
  type Regulation,
  type TermShare,
} from '../../../src/regulations/index.ts';

const at = (text: string): Date => new Date(`${text}:00+05:00`);
const find = (id: string): Regulation => {
  const found = registry.find(id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

function sharesOf(id: string, events: CaseEvents): readonly TermShare[] {
  const planned = planDeadlines(find(id), events);
  if (!planned.ok) throw new Error(planned.problem.kind);
  const shares = termShares(find(id), planned.value);
  if (!shares.ok) throw new Error('no calendar');
  return shares.value;
}
const moments = (shares: readonly TermShare[], of: 'step' | 'whole'): [number, string][] =>
  shares
    .filter((share) => share.of === of)
    .map(({ share, at: moment }) => [
      share,
      new Date(moment.getTime() + 5 * 3_600_000).toISOString().slice(0, 19),
    ]);

// A Monday before two weeks without a holiday.
const submitted = at('2027-02-01T10:00');

describe('parts of a term', () => {
  test('minutes of the office: 15 of them from ten', () => {
    expect(moments(sharesOf('astana-158-1286', { submitted, channel: 'portal' }), 'step')).toEqual([
      [50, '2027-02-01T10:07:30'],
      [80, '2027-02-01T10:12:00'],
      [100, '2027-02-01T10:15:00'],
    ]);
  });

  test('working days are used up while the office works: nights, lunch and the weekend use up nothing', () => {
    // 390 minutes of Monday and eight whole days of 480: 4230 to the Thursday of the next week.
    expect(moments(sharesOf('astana-158-1286', { submitted, channel: 'portal' }), 'whole')).toEqual([
      [50, '2027-02-05T14:45:00'],
      [80, '2027-02-10T10:24:00'],
      [100, '2027-02-11T18:00:00'],
    ]);
  });

  test('minutes that do not fit before closing go on in the morning', () => {
    expect(
      moments(sharesOf('astana-158-1286', { submitted: at('2027-02-05T17:50'), channel: 'portal' }), 'step'),
    ).toEqual([
      [50, '2027-02-05T17:57:30'],
      [80, '2027-02-08T08:32:00'],
      [100, '2027-02-08T08:35:00'],
    ]);
  });

  test('a prolonged whole term is another term: its parts are told anew', () => {
    const normal = sharesOf('order-84-2023', { submitted, channel: 'provider' });
    const prolonged = sharesOf('order-84-2023', {
      submitted,
      channel: 'provider',
      prolongedUntil: '2027-03-02',
    });
    const names = (shares: readonly TermShare[]) =>
      new Set(shares.filter(({ of }) => of === 'whole').map(({ term }) => term));
    expect(names(normal).size).toBe(1);
    expect(names(prolonged).size).toBe(1);
    expect(names(prolonged)).not.toEqual(names(normal));
    expect(moments(prolonged, 'whole').at(-1)).toEqual([100, '2027-03-02T18:00:00']);
  });

  test('a step that waits for the applicant tells only when its term is over', () => {
    const shares = sharesOf('order-84-2023', {
      submitted,
      channel: 'provider',
      ground: 'SOCIAL_DISEASE',
      done: [
        { step: 'register', at: at('2027-02-01T10:05') },
        { step: 'draft', outcome: 'grounds-found', at: at('2027-02-02T10:00') },
        { step: 'preliminary-refusal', at: at('2027-02-02T11:00') },
      ],
    });
    expect(moments(shares, 'step')).toEqual([[100, '2027-02-04T18:00:00']]);
  });

  test('office minutes between two moments are what has to be added to come from one to the other', () => {
    const clock = officeClock('astana-provider');
    for (const minutes of [0, 1, 14, 179, 180, 181, 390, 391, 870, 4230, 20_000]) {
      const end = clock.addMinutes(submitted, minutes);
      if (!end.ok) throw new Error('no calendar');
      expect(clock.minutesBetween(submitted, end.value)).toEqual({ ok: true, value: minutes });
    }
    expect(clock.minutesBetween(submitted, at('2027-01-29T10:00'))).toEqual({ ok: true, value: 0 });
  });
});
