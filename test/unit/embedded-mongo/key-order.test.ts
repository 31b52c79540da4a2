// The strings of the embedded engine's indexes are in the order in which MongoDB puts the values.
import { describe, expect, test } from '@jest/globals';
import { Binary, Decimal128, Double, ObjectId } from 'bson';
import fc from 'fast-check';
import { compareValues, encodeKey, invertKey } from '../../../sandbox/embedded-mongo/key-order.ts';
import { SortedKeys } from '../../../sandbox/embedded-mongo/sorted-keys.ts';
import { docOf } from '../../../sandbox/embedded-mongo/values.ts';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const text = fc.string({ unit: fc.constantFrom('\u0000', '\u0001', 'a', 'ÿ', 'ә', '퟿', '', '\uffff', '😀') });
const scalar = fc.oneof<fc.Arbitrary<unknown>[]>(
  text,
  fc.double(),
  fc.integer(),
  fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }),
  fc.integer().map((n) => new Double(n)),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.constant(null),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(text, scalar, { maxKeys: 3 }).map(docOf),
);

describe('the key of a value', () => {
  test('orders numbers of all types exactly by value', () => {
    const numbers = fc.oneof(
      fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 })
        .map((n) => ({ own: n, exact: n })),
      fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }).map((n) => ({ own: n, exact: n })),
    );
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        // JavaScript compares a bigint and a number by their exact values.
        const expected = a.exact < b.exact ? -1 : a.exact > b.exact ? 1 : 0;
        expect(Math.sign(compareText(encodeKey(a.own), encodeKey(b.own)))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['0.1', '0.1000000000000000055511151231257827', 0.1],
    ['9007199254740992.5', '9007199254740993', 9007199254740992],
    ['-0.3', '-0.2999999999999999888977697537484346', -0.3],
  ])('tells decimals %s and %s and the double %d apart', (low, high, double) => {
    const [a, b, d] = [Decimal128.fromString(low), Decimal128.fromString(high), double].map(encodeKey);
    expect(new Set([a, b, d]).size).toBe(3);
    expect(compareText(a ?? '', b ?? '')).toBe(-1);
  });

  test('is the same for the same number of any type and scale', () => {
    const same = [
      5,
      5n,
      new Double(5),
      Decimal128.fromString('5'),
      Decimal128.fromString('5.00'),
      Decimal128.fromString('0.5E1'),
    ];
    expect(new Set(same.map(encodeKey)).size).toBe(1);
  });

  test('orders texts by their bytes in UTF-8', () => {
    const sound = text.filter((own) => Buffer.from(own).toString() === own);
    fc.assert(
      fc.property(sound, sound, (a, b) => {
        expect(compareText(encodeKey(a), encodeKey(b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  test('orders binaries by length first, then by their bytes', () => {
    const keys = [[9], [1, 2], [1, 3], [0, 0, 0]].map((bytes) =>
      encodeKey(new Binary(Uint8Array.from(bytes))),
    );
    expect([...keys].sort(compareText)).toEqual(keys);
  });

  test('is never the beginning of another, so that keys of several fields can stand in one', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [keyA, keyB] = [encodeKey(a), encodeKey(b)];
        if (keyA !== keyB) expect(keyA.startsWith(keyB)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test('turned round is in the opposite order', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(compareText(invertKey(encodeKey(a)), invertKey(encodeKey(b)))).toBe(
          compareText(encodeKey(b), encodeKey(a)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('agrees with the quick comparison of values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(Math.sign(compareValues(a, b))).toBe(compareText(encodeKey(a), encodeKey(b)));
      }),
    );
  });
});

describe('a set of sorted keys', () => {
  test('holds, finds and counts what a sorted list would', () => {
    const key = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    const step = fc.record({ key, adds: fc.boolean() });
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 200 }),
        fc.array(step, { maxLength: 400 }),
        key,
        key,
        (start, steps, x, y) => {
          const [from, to] = [x, y].sort(compareText) as [string, string];
          const keys = new SortedKeys();
          keys.fill([...start]);
          const expected = new Set(start);
          for (const { key: own, adds } of steps) {
            if (adds && !expected.has(own)) keys.add(own);
            if (!adds) keys.delete(own);
            if (adds) expected.add(own);
            else expected.delete(own);
          }
          const within = [...expected].filter((own) => own >= from && own < to).sort(compareText);
          expect([...keys.ascending(from, to)]).toEqual(within);
          expect([...keys.descending(from, to)]).toEqual(within.reverse());
          expect(keys.count(from, to)).toBe(within.length);
          expect(keys.size).toBe(expected.size);
        },
      ),
    );
  });

  test('stays in order over many chunks', () => {
    const keys = new SortedKeys();
    const numbers = Array.from({ length: 20_000 }, (_, n) => String((n * 7919) % 20_000).padStart(5, '0'));
    for (const number of numbers) keys.add(number);
    for (const number of numbers.filter((_, n) => n % 3 === 0)) keys.delete(number);
    const left = numbers.filter((_, n) => n % 3 !== 0).sort(compareText);
    expect([...keys.ascending('', '\uffff')]).toEqual(left);
    expect(keys.count('05000', '15000')).toBe(left.filter((own) => own >= '05000' && own < '15000').length);
  });
});
