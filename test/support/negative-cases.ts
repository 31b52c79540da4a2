// Negative cases as data: a message with one rule of the verifier broken alone, what must be said about it, and its twin, which is the
// same message unbroken and passes. One test file counts the tables and runs them.
import { expect, test } from '@jest/globals';

export const RULES = {
  1: 'input: limits, armour, one signed message',
  2: 'content: the bytes that the caller expects',
  3: 'signed attributes and algorithms',
  4: 'the certificate and the signature value of the signer',
  5: 'the certification path',
  6: 'revocation',
  7: 'time',
  8: 'who signed',
  9: 'every signer',
  10: 'kept evidence',
  11: 'fetching from configured places alone',
  12: 'pinned anchors',
} as const;
export type Rule = keyof typeof RULES;

/** The indication of the unbroken message. */
export type Twin = () => Promise<string>;

export interface NegativeCase {
  readonly rule: Rule;
  readonly name: string;
  readonly expected: object;
  readonly run: () => Promise<unknown>;
  readonly twin: Twin;
}

/** Writer of tables of one rule: cases that must all end the same way, beside a twin of their own or that of the rule. */
export const negativesOf =
  (rule: Rule, usual: Twin) =>
  <T extends object>(
    expected: T,
    table: Readonly<Record<string, () => Promise<T>>>,
    twin: Twin = usual,
  ): readonly NegativeCase[] =>
    Object.entries(table).map(([name, run]) => ({ rule, name, expected, run, twin }));

/** A table whose rows say themselves how they must end: the outcome, and what to make it from. */
export const rows = <T extends object, Order extends readonly unknown[]>(
  table: Readonly<Record<string, readonly [expected: T, ...order: Order]>>,
  run: (...order: Order) => Promise<T>,
): readonly (readonly [T, Readonly<Record<string, () => Promise<T>>>])[] =>
  Object.entries(table).map(([name, [expected, ...order]]) => [expected, { [name]: () => run(...order) }]);

/** One test for every case. */
export function testNegatives(cases: readonly NegativeCase[]): void {
  test.each(cases.map((item) => [item.name, item] as const))('%s', async (_name, { run, expected }) => {
    expect(await run()).toEqual(expected);
  });
}
