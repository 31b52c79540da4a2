// Negative cases as data: an input with one thing wrong, and what must be said about it. The tables are counted by a test of their own.
import { expect, test } from '@jest/globals';

export interface NegativeCase {
  readonly name: string;
  readonly expected: unknown;
  readonly run: () => Promise<unknown>;
}

/** A table of cases that must all end the same way. */
export const negatives = <T>(
  expected: T,
  table: Readonly<Record<string, () => Promise<T>>>,
): readonly NegativeCase[] => Object.entries(table).map(([name, run]) => ({ name, expected, run }));

/** One test for every case. */
export function testNegatives(cases: readonly NegativeCase[]): void {
  test.each(cases.map((item) => [item.name, item] as const))('%s', async (_name, { run, expected }) => {
    expect(await run()).toEqual(expected);
  });
}
