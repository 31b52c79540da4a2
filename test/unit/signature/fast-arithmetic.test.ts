import { describe, expect, test } from '@jest/globals';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import fc from 'fast-check';
import { gostGroupOf } from '../../../src/signature/crypto/gost-group-of.ts';
import { createFastGroup, isFastCurve } from '../../../src/signature/crypto/wasm/fast-group.ts';
import { fastStreebog } from '../../../src/signature/crypto/wasm/fast-streebog.ts';
import { NUMBER_BYTES, WORD_BITS, WORDS } from '../../../src/signature/crypto/wasm/field-code.ts';
import { nonAdjacentForm } from '../../../src/signature/crypto/wasm/non-adjacent-form.ts';
import { startPointMachine } from '../../../src/signature/crypto/wasm/point-code.ts';
import {
  GOST_2004_A,
  GOST_256_A,
  GOST_512_A,
  findGostCurve,
} from '../../../src/signature/portable/gost-curves.ts';
import type { GostCurve } from '../../../src/signature/portable/gost-curves.ts';
import { invert } from '../../../src/signature/portable/gost-field.ts';
import { createGostGroup, type Point } from '../../../src/signature/portable/gost-group.ts';
import {
  generatePrivateKey,
  publicKeyOf,
  signGost,
  verifyGost,
  writeLittleEndian,
} from '../../../src/signature/portable/gost-signature.ts';
import { streebog256, streebog512 } from '../../../src/signature/portable/streebog.ts';
import { SIGNATURE_ANSWERS } from '../signature-portable/known-answers.ts';

const curve = GOST_512_A;
const { p, n } = curve;
const oracle = weierstrass({ p, n, h: 1n, a: curve.a, b: curve.b, Gx: curve.gx, Gy: curve.gy });
const slow = createGostGroup(curve);
const fast = createFastGroup(curve);
const generator: Point = { x: curve.gx, y: curve.gy };

const scalar = fc.oneof(
  fc.bigInt({ min: 1n, max: n - 1n }),
  fc.constantFrom(1n, 2n, 3n, n - 1n, n - 2n, n >> 1n, 2n ** 64n, 2n ** 448n - 1n, 2n ** 511n),
);
/** Also what no signature can lead to. */
const anyScalar = fc.oneof(scalar, fc.constantFrom(0n, n));

describe('numbers modulo p in WebAssembly', () => {
  const machine = startPointMachine(1);
  const memory = new BigInt64Array(machine.memory.buffer);
  const [A, B, OUT] = [4096, 8192, 12288] as const;

  const put = (address: number, words: readonly bigint[]): void =>
    words.forEach((word, i) => (memory[address / 8 + i] = word));
  const wordsOf = (x: bigint): bigint[] =>
    Array.from({ length: WORDS }, (_, i) => (x >> BigInt(i * WORD_BITS)) & (2n ** BigInt(WORD_BITS) - 1n));
  const valueOf = (words: readonly bigint[]): bigint =>
    words.reduceRight((sum, word) => (sum << BigInt(WORD_BITS)) + word, 0n);
  const out = (): bigint[] => [...memory.subarray(OUT / 8, (OUT + NUMBER_BYTES) / 8)];
  const modulo = (x: bigint): bigint => ((x % p) + p) % p;

  const number = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 513n - 1n }),
    fc.constantFrom(0n, 1n, p - 1n, p, p + 1n, 2n * p, 2n ** 513n - 1n, 2n ** 512n),
  );

  test('products and squares are right and reduced', () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        put(A, wordsOf(a));
        put(B, wordsOf(b));
        machine.multiply(OUT, A, B);
        expect(modulo(valueOf(out()))).toBe((a * b) % p);
        machine.square(OUT, A);
        expect(modulo(valueOf(out()))).toBe((a * a) % p);
        for (const word of out()) expect(word < 2n ** 27n + 2n ** 21n && word > -(2n ** 21n)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('words at the edge of what is promised do not overflow, whatever their signs', () => {
    const edge = (units: number): fc.Arbitrary<bigint[]> =>
      fc
        .array(fc.constantFrom(-1n, 1n), { minLength: WORDS, maxLength: WORDS })
        .map((signs) => signs.map((sign) => sign * BigInt(units) * (2n ** 27n + 2n ** 20n)));
    const same = (units: number): fc.Arbitrary<bigint[]> =>
      fc
        .constantFrom(1n, -1n)
        .map((sign) => Array<bigint>(WORDS).fill(sign * BigInt(units) * (2n ** 27n + 2n ** 20n)));
    const operand = fc.oneof(edge(5), same(5));
    fc.assert(
      fc.property(operand, operand, (a, b) => {
        put(A, a);
        put(B, b);
        machine.multiply(OUT, A, B);
        expect(modulo(valueOf(out()))).toBe(modulo(valueOf(a) * valueOf(b)));
        machine.square(OUT, A);
        expect(modulo(valueOf(out()))).toBe(modulo(valueOf(a) ** 2n));
      }),
      { numRuns: 200 },
    );
  });
});

test('Streebog in WebAssembly is Streebog', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (message) => {
      expect(fastStreebog(512, message)).toEqual(streebog512(message));
      expect(fastStreebog(256, message)).toEqual(streebog256(message));
    }),
  );
  const long = new Uint8Array(70_000).fill(0xff);
  expect(fastStreebog(512, long)).toEqual(streebog512(long));
});

test('a number times its inverse is one, whatever quotients Euclid meets on the way', () => {
  const modulus = fc.constantFrom(
    ...[GOST_512_A, GOST_256_A, GOST_2004_A].flatMap(({ n: order, p: prime }) => [order, prime]),
  );
  const numberOfBits = fc
    .integer({ min: 1, max: 512 })
    .chain((bits) => fc.bigInt({ min: 1n, max: 2n ** BigInt(bits) }));
  fc.assert(
    fc.property(modulus, numberOfBits, fc.integer({ min: 0, max: 3 }), (m, x, kind) => {
      // Small, close to the modulus, and close to a fraction of it: quotients that are long, or all ones.
      const value = kind === 0 ? x : kind === 1 ? m - (x % m) : m / ((x % 1_000n) + 1n) + (x % 3n);
      if (value % m === 0n) return;
      const inverse = invert(value, m);
      expect(inverse > 0n && inverse < m).toBe(true);
      expect((inverse * value) % m).toBe(1n);
    }),
    { numRuns: 5_000 },
  );
  expect(() => invert(n, n)).toThrow('no inverse');
});

test('a scalar is the sum of its digits, and they keep their distance', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 512n - 1n }), fc.integer({ min: 2, max: 9 }), (k, width) => {
      const digits = [...nonAdjacentForm(k, width)];
      expect(digits.reduceRight((sum, digit) => 2n * sum + BigInt(digit), 0n)).toBe(k);
      const places = digits.flatMap((digit, i) => (digit === 0 ? [] : [i]));
      for (const [i, place] of places.entries()) {
        expect(Math.abs((digits[place] as number) % 2)).toBe(1);
        expect(Math.abs(digits[place] as number)).toBeLessThan(2 ** (width - 1));
        if (i > 0) expect(place - (places[i - 1] as number)).toBeGreaterThanOrEqual(width);
      }
    }),
  );
});

describe('sums of points: WebAssembly, BigInt and @noble/curves agree', () => {
  /** What all three say about one sum, for a fresh and for a prepared point. */
  const expectAgreement = (u: bigint, v: bigint, q: Point): void => {
    const times = (k: bigint, of: typeof oracle.BASE): typeof oracle.BASE =>
      k % n === 0n ? oracle.ZERO : of.multiply(k % n);
    const sum = times(u, oracle.BASE).add(times(v, oracle.fromAffine(q)));
    const isPoint = !sum.is0();
    const r = isPoint ? sum.toAffine().x % n : 1n;
    for (const group of [slow, fast])
      for (const key of [q, group.prepare(q)]) {
        expect(group.sumHasX({ u, v, q: key, r })).toBe(isPoint);
        expect(group.sumHasX({ u, v, q: key, r: (r + 1n) % n })).toBe(false);
      }
  };

  test('for any scalars and points', () => {
    fc.assert(
      fc.property(scalar, anyScalar, anyScalar, (d, u, v) =>
        expectAgreement(u, v, oracle.BASE.multiply(d).toAffine()),
      ),
      { numRuns: 12 },
    );
  });

  test.each([1n, 2n, 3n, n - 1n, n - 2n, 2n ** 64n])(
    'for the point %s G, where additions meet equal and opposite points',
    (d) => {
      const q = oracle.BASE.multiply(d).toAffine();
      for (const [u, v] of [
        [0n, 0n],
        [0n, 1n],
        [1n, 0n],
        [1n, 1n],
        [d, n - 1n],
        [n - d, 1n],
        [n - 1n, n - 1n],
        [d, 1n],
        [n, n],
      ] as const)
        expectAgreement(u, v, q);
    },
  );

  test('tables of several keys do not mix', () => {
    const keys = [5n, 6n, 7n].map((d) => ({ d, table: fast.prepare(oracle.BASE.multiply(d).toAffine()) }));
    for (const { d, table } of [...keys, ...keys.toReversed()])
      expect(
        fast.sumHasX({ u: 3n, v: 11n, q: table, r: oracle.BASE.multiply(3n + 11n * d).toAffine().x % n }),
      ).toBe(true);
    expect(fast.contains(generator)).toBe(true);
  });
});

describe('whole signatures', () => {
  const join = (size: number, a: bigint, b: bigint): Uint8Array =>
    Uint8Array.from([...writeLittleEndian(a, size), ...writeLittleEndian(b, size)]);

  test.each(SIGNATURE_ANSWERS)('$parameterOid: the known answer is accepted', (answer) => {
    const of = findGostCurve(answer.parameterOid) as GostCurve;
    const publicKey = join(of.bytes, answer.qx, answer.qy);
    const signature = join(of.bytes, answer.r, answer.s);
    const question = { curve: of, publicKey, signature, digest: answer.digest, groupOf: gostGroupOf };
    expect(verifyGost(question)).toBe(true);
    for (let time = 0; time < 3; time += 1) expect(verifyGost({ ...question, frequent: true })).toBe(true);
    expect(verifyGost({ ...question, signature: signature.toReversed() })).toBe(false);
  });

  test('one flipped bit is refused, with a fresh key and with a frequent one', () => {
    const privateKey = generatePrivateKey(curve);
    const publicKey = publicKeyOf(curve, privateKey);
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        fc.nat(1023),
        fc.boolean(),
        (digest, bit, frequent) => {
          const signature = signGost({ curve, privateKey, digest });
          const question = { curve, publicKey, signature, digest, frequent, groupOf: gostGroupOf };
          expect(verifyGost(question)).toBe(true);
          signature[bit >> 3] = (signature[bit >> 3] as number) ^ (1 << (bit & 7));
          expect(verifyGost(question)).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('only the curve of today is fast', () => {
    expect([GOST_512_A, GOST_256_A, GOST_2004_A].map(isFastCurve)).toEqual([true, false, false]);
  });
});
