// Reference data on the dates that the law names: diseases, indices, amounts, income, regions.
import { describe, expect, test } from '@jest/globals';
import {
  amounts,
  amountsFor,
  banks,
  diseaseByCode,
  diseaseOnList,
  diseasesOn,
  excludedSentence,
  incomeTypes,
  indicesOn,
  mobilePrefixes,
  perCapitaIncome,
  quarterBefore,
  regionOf,
  regions,
  sumOf,
} from '../../../src/regulations/index.ts';

describe('the list of socially significant diseases', () => {
  test('lost diabetes, cerebral palsy, rheumatism on 1 January 2026 and got epilepsy and strokes', () => {
    const ids = (date: string) => new Set(diseasesOn(date).map(({ id }) => id));
    const before = ids('2025-12-31');
    const after = ids('2026-01-01');
    expect([...before].filter((id) => !after.has(id))).toEqual([
      'diabetes',
      'cerebral-palsy',
      'rheumatism',
      'connective-tissue',
    ]);
    expect([...after].filter((id) => !before.has(id))).toEqual(['epilepsy', 'stroke']);
  });

  test.each([
    ['E10.9', '2025-12-31', 'listed'],
    ['E10.9', '2026-01-01', 'excluded'],
    ['G40.1', '2025-12-31', 'not-yet'],
    ['G40.1', '2026-01-01', 'listed'],
    ['C50', '2026-04-01', 'listed'],
    ['d38.1', '2026-04-01', 'listed'],
    ['B18.1', '2026-04-01', 'listed'],
    ['B18.9', '2026-04-01', 'not-in-list'],
    ['B17', '2026-04-01', 'not-in-list'],
    ['D10', '2026-04-01', 'not-in-list'],
    ['nonsense', '2026-04-01', 'not-in-list'],
  ])('%s on %s is %s', (code, date, kind) => {
    expect(diseaseByCode(code, date).kind).toBe(kind);
  });

  test('says since when a disease is excluded', () => {
    const status = diseaseByCode('E11', '2026-03-20');
    expect(status.kind === 'excluded' && status.since).toBe('2026-01-01');
    expect(excludedSentence('2026-01-01').ru).toBe('Исключено из перечня с 01.01.2026');
  });

  test('an infarction counts six months and a stroke a year', () => {
    expect(diseaseOnList({ icd10: 'I21', since: '2026-01-31' }, '2026-07-31')).toEqual({ state: 'listed' });
    expect(diseaseOnList({ icd10: 'I21', since: '2026-01-31' }, '2026-08-01')).toEqual({
      state: 'past',
      until: '2026-07-31',
    });
    expect(diseaseOnList({ icd10: 'I63', since: '2025-08-31' }, '2026-08-31')).toEqual({ state: 'listed' });
    expect(diseaseOnList({ icd10: 'I21', since: '2025-08-31' }, '2026-03-01')).toEqual({
      state: 'past',
      until: '2026-02-28',
    });
    expect(diseaseOnList({ icd10: 'E10', since: '2020-02-01' }, '2026-03-01')).toEqual({
      state: 'removed',
      since: '2026-01-01',
    });
    expect(diseaseOnList({ icd10: 'J45', since: '2020-02-01' }, '2026-03-01')).toEqual({ state: 'never' });
  });
});

describe('indices', () => {
  test.each([
    ['2015-06-01', 1982, 21_364],
    ['2016-01-01', 2121, 22_859],
    ['2025-12-31', 3932, 46_228],
    ['2026-01-01', 4325, 50_851],
  ])('on %s the index is %i and the subsistence minimum %i', (date, mci, minimum) => {
    expect(indicesOn(date)).toMatchObject({ ok: true, value: { mci, subsistenceMinimum: minimum } });
  });

  test('a year without a row is refused, not guessed', () => {
    expect(indicesOn('2027-01-01')).toEqual({
      ok: false,
      problem: { kind: 'index-missing', date: '2027-01-01' },
    });
  });
});

describe('amounts', () => {
  const on = (date: string): Date => new Date(`${date}T12:00:00+05:00`);
  const row = (id: string) => {
    const found = amounts.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };

  test.each([
    ['astana-2024-i', 73_840],
    ['astana-2024-ii', 36_920],
    ['astana-2024-child', 36_920],
    ['astana-2024-iii', 18_460],
    ['astana-2024-disease', 9230],
  ])('%s was %i tenge in 2024', (id, tenge) => {
    expect(sumOf(row(id), '2024-10-13')).toEqual({ ok: true, value: tenge });
  });

  test('Shymkent paid 19 660 tenge for a child with a disability in 2025', () => {
    expect(sumOf(row('shymkent-disability-child'), '2025-08-30')).toEqual({ ok: true, value: 19_660 });
  });

  test('an executor of Astana sees the rows of the groups, or the one of a known group, with the calculation', () => {
    const all = amountsFor({ officeId: 'astana', categories: ['DISABLED'], on: on('2026-04-01') });
    expect(all.map(({ row: id }) => id)).toEqual(['astana-2024-i', 'astana-2024-ii', 'astana-2024-iii']);
    const [one] = amountsFor({
      officeId: 'astana',
      categories: ['DISABLED'],
      disabilityGroup: 'II',
      on: on('2026-04-01'),
    });
    expect(one?.tenge).toBe(43_250);
    expect(one?.calculation.ru.replaceAll(/\s/g, ' ')).toBe('10 МРП × 4 325 ₸');
    expect(one?.frequency.kk).toBe('жылына бір рет');
  });

  test('Shortandy gives up to 100 indices after a fire, and 20 for a listed disease', () => {
    const fire = amountsFor({ officeId: 'shortandy', categories: [], ground: 'FIRE', on: on('2024-05-01') });
    expect(fire.map(({ tenge, kind }) => `${kind} ${tenge}`)).toEqual(['up-to 369200']);
    const disease = {
      officeId: 'shortandy',
      categories: [],
      ground: 'SOCIAL_DISEASE',
      on: on('2024-05-01'),
    } as const;
    expect(amountsFor({ ...disease, diseases: ['hiv'] })).toHaveLength(1);
    expect(amountsFor({ ...disease, diseases: ['mental'] })).toEqual([]);
  });

  test('where the index of the year is missing nothing is proposed', () => {
    expect(amountsFor({ officeId: 'astana', categories: ['DISABLED'], on: on('2027-02-01') })).toEqual([]);
  });

  test('rows have their own names and a sum on the day they begin', () => {
    expect(new Set(amounts.map(({ id }) => id)).size).toBe(amounts.length);
    for (const amount of amounts.filter(({ from }) => from >= '2015-01-01')) {
      expect(sumOf(amount, amount.from).ok).toBe(true);
    }
  });
});

describe('income', () => {
  test.each([
    ['2026-03-20', '2025-10-01', '2025-12-31'],
    ['2026-04-01', '2026-01-01', '2026-03-31'],
    ['2026-12-31', '2026-07-01', '2026-09-30'],
    ['2024-06-30', '2024-01-01', '2024-03-31'],
  ])('an application of %s counts the income of %s to %s', (date, from, until) => {
    expect(quarterBefore(date)).toEqual({ from, until });
  });

  test('per head and month', () => {
    expect(perCapitaIncome(450_000, 3)).toBe(50_000);
    expect(perCapitaIncome(100_000, 7)).toBe(4761.9);
  });

  test('says what counts and what does not', () => {
    expect(incomeTypes.find(({ id }) => id === 'wages')?.counts).toBe(true);
    expect(incomeTypes.find(({ id }) => id === 'housing-aid')?.counts).toBe(false);
  });
});

describe('tables', () => {
  test('have no code twice', () => {
    for (const codes of [
      banks.map(({ code }) => code),
      regions.map(({ code }) => code),
      [...mobilePrefixes],
    ]) {
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  test('regions are found by the classifier', () => {
    expect(regions).toHaveLength(20);
    expect(regionOf('351000000')?.name.ru).toBe('Карагандинская область');
    expect(regionOf('990000000')).toBeUndefined();
  });
});
