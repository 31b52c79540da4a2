// Reference data on the dates that the law names: diseases, indices, amounts, income, regions.
import { describe, expect, test } from '@jest/globals';
import {
  amounts,
  amountsFor,
  banks,
  countsUntil,
  diseaseByCode,
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
    const until = (code: string, since: string) => {
      const status = diseaseByCode(code, '2026-04-01');
      return status.kind === 'listed' ? countsUntil(status.disease, since) : 'not listed';
    };
    expect(until('I21', '2026-01-31')).toBe('2026-07-31');
    expect(until('I21', '2025-08-31')).toBe('2026-02-28');
    expect(until('I63', '2025-08-31')).toBe('2026-08-31');
    expect(until('A15', '2020-08-31')).toBeUndefined();
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
  const row = (id: string) => {
    const found = amounts.find((candidate) => candidate.id === id);
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  };

  test.each([
    ['astana-disability-1', 73_840],
    ['astana-disability-2', 36_920],
    ['astana-disability-child', 36_920],
    ['astana-disability-3', 18_460],
    ['astana-disease', 9230],
  ])('%s was %i tenge in 2024', (id, tenge) => {
    expect(sumOf(row(id), '2024-10-13')).toEqual({ ok: true, value: tenge });
  });

  test('Shymkent paid 19 660 tenge for a child with a disability in 2025', () => {
    expect(sumOf(row('shymkent-disability-child'), '2025-08-30')).toEqual({ ok: true, value: 19_660 });
  });

  test('a group of disability has its own row in Astana, and where the group is not known no row is proposed', () => {
    const question = { region: '71', date: '2026-04-01', category: 'DISABLED' } as const;
    expect(amountsFor({ ...question, disabilityGroup: 'II' }).map(({ id }) => id)).toEqual([
      'astana-disability-2',
    ]);
    expect(amountsFor(question)).toEqual([]);
    expect(sumOf(row('astana-disability-2'), '2026-04-01')).toEqual({ ok: true, value: 43_250 });
  });

  test('Shortandy gives up to 100 indices after a fire, and 20 for a listed disease', () => {
    const place = { region: '11', district: 'shortandy', date: '2024-05-01' } as const;
    const [fire] = amountsFor({ ...place, ground: 'FIRE' });
    expect(fire?.kind).toBe('up-to');
    expect(fire && sumOf(fire, '2024-05-01')).toEqual({ ok: true, value: 369_200 });
    expect(amountsFor({ ...place, ground: 'SOCIAL_DISEASE', disease: 'hiv' })).toHaveLength(1);
    expect(amountsFor({ ...place, ground: 'SOCIAL_DISEASE', disease: 'mental' })).toEqual([]);
    expect(amountsFor({ ...place, district: 'another', ground: 'FIRE' })).toEqual([]);
    expect(amountsFor({ ...place, date: '2023-12-31', ground: 'FIRE' })).toEqual([]);
  });

  test('a year whose index is missing has no sum', () => {
    expect(sumOf(row('astana-disability-1'), '2027-02-01')).toEqual({
      ok: false,
      problem: { kind: 'index-missing', date: '2027-02-01' },
    });
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
