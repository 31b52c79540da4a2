import { describe, expect, test } from '@jest/globals';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import type { WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import fc from 'fast-check';
import { digest } from '../../../src/signature/portable/digest.ts';
import {
  GOST_2004_A,
  GOST_256_A,
  GOST_512_A,
  findGostCurve,
} from '../../../src/signature/portable/gost-curves.ts';
import type { GostCurve } from '../../../src/signature/portable/gost-curves.ts';
import { createGostGroup } from '../../../src/signature/portable/gost-group.ts';
import {
  generatePrivateKey,
  isGostPublicKey,
  publicKeyOf,
  readLittleEndian,
  signGost,
  verifyGost,
  writeLittleEndian,
} from '../../../src/signature/portable/gost-signature.ts';
import { SIGNATURE_ANSWERS } from './known-answers.ts';

const CURVES = [GOST_512_A, GOST_256_A, GOST_2004_A];
const byName = CURVES.map((curve) => [curve.name, curve] as const);

const hashFor = (curve: GostCurve, message: Uint8Array): Uint8Array =>
  digest(curve === GOST_2004_A ? 'gost34311' : curve === GOST_256_A ? 'streebog256' : 'streebog512', message);

const join = (curve: GostCurve, a: bigint, b: bigint): Uint8Array =>
  Uint8Array.from([...writeLittleEndian(a, curve.bytes), ...writeLittleEndian(b, curve.bytes)]);

const oracleOf = (curve: GostCurve): WeierstrassPointCons<bigint> =>
  weierstrass({
    p: curve.p,
    n: curve.n,
    h: BigInt(curve.cofactor),
    a: curve.a,
    b: curve.b,
    Gx: curve.gx,
    Gy: curve.gy,
  });

const scalar = (curve: GostCurve): fc.Arbitrary<bigint> =>
  fc.oneof(
    fc.bigInt({ min: 1n, max: curve.n - 1n }),
    fc.constantFrom(1n, 2n, 3n, curve.n - 1n, curve.n - 2n, curve.n >> 1n, (1n << 200n) - 1n),
  );

describe('signatures made elsewhere', () => {
  test.each(SIGNATURE_ANSWERS)('$parameterOid: the known key and signature are accepted', (answer) => {
    const curve = findGostCurve(answer.parameterOid) as GostCurve;
    const publicKey = publicKeyOf(curve, answer.d);
    expect(publicKey).toEqual(join(curve, answer.qx, answer.qy));
    expect(hashFor(curve, Buffer.from(answer.message))).toEqual(answer.digest);
    const signature = join(curve, answer.r, answer.s);
    expect(verifyGost({ curve, publicKey, signature, digest: answer.digest })).toBe(true);
    const rfcLayout = signature.slice().reverse();
    expect(verifyGost({ curve, publicKey, signature: rfcLayout, digest: answer.digest })).toBe(false);
  });
});

describe.each(byName)('%s', (_, curve) => {
  const privateKey = generatePrivateKey(curve);
  const publicKey = publicKeyOf(curve, privateKey);
  const message = hashFor(curve, Buffer.from('a request for help'));
  const signature = signGost({ curve, privateKey, digest: message });

  test('what is signed is accepted, with a fresh key and with a prepared one', () => {
    fc.assert(
      fc.property(
        scalar(curve),
        fc.uint8Array({ minLength: curve.bytes, maxLength: curve.bytes }),
        (d, hash) => {
          const key = publicKeyOf(curve, d);
          const made = signGost({ curve, privateKey: d, digest: hash });
          expect(verifyGost({ curve, publicKey: key, signature: made, digest: hash })).toBe(true);
        },
      ),
      { numRuns: 15 },
    );
    for (let time = 0; time < 4; time += 1)
      expect(verifyGost({ curve, publicKey, signature, digest: message, frequent: true })).toBe(true);
  });

  test('one flipped bit anywhere in signature, hash or key is refused', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('signature', 'digest', 'publicKey'),
        fc.nat(curve.bytes * 16 - 1),
        fc.boolean(),
        (part, bit, frequent) => {
          const input = {
            signature: signature.slice(),
            digest: message.slice(),
            publicKey: publicKey.slice(),
          };
          const bytes = input[part];
          const position = bit % (bytes.length * 8);
          bytes[position >> 3] = (bytes[position >> 3] as number) ^ (1 << (position & 7));
          expect(verifyGost({ curve, ...input, frequent })).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('numbers out of range are refused though they fit modulo n', () => {
    const r = readLittleEndian(signature.subarray(0, curve.bytes));
    const s = readLittleEndian(signature.subarray(curve.bytes));
    const tries: [bigint, bigint][] = [
      [0n, s],
      [r, 0n],
      [curve.n, s],
      [r, curve.n],
    ];
    const limit = 1n << BigInt(curve.bytes * 8);
    if (r + curve.n < limit) tries.push([r + curve.n, s]);
    if (s + curve.n < limit) tries.push([r, s + curve.n]);
    for (const [a, b] of tries)
      expect(verifyGost({ curve, publicKey, signature: join(curve, a, b), digest: message })).toBe(false);
  });

  test('wrong lengths are refused', () => {
    const short = (bytes: Uint8Array): Uint8Array => bytes.subarray(1);
    expect(verifyGost({ curve, publicKey: short(publicKey), signature, digest: message })).toBe(false);
    expect(verifyGost({ curve, publicKey, signature: short(signature), digest: message })).toBe(false);
    expect(verifyGost({ curve, publicKey, signature, digest: short(message) })).toBe(false);
    expect(verifyGost({ curve, publicKey: new Uint8Array(), signature, digest: message })).toBe(false);
  });

  test('a hash that is zero modulo n counts as one', () => {
    const one = writeLittleEndian(1n, curve.bytes);
    for (const zero of [new Uint8Array(curve.bytes), writeLittleEndian(curve.n, curve.bytes)]) {
      const made = signGost({ curve, privateKey, digest: zero });
      expect(verifyGost({ curve, publicKey, signature: made, digest: zero })).toBe(true);
      expect(verifyGost({ curve, publicKey, signature: made, digest: one })).toBe(true);
    }
  });

  test('the same hash signed twice never shares its secret number', () => {
    const rs = Array.from({ length: 5 }, () =>
      readLittleEndian(signGost({ curve, privateKey, digest: message }).subarray(0, curve.bytes)),
    );
    expect(new Set(rs).size).toBe(5);
  });

  test('a key beside the curve, or written with numbers above p, is no key', () => {
    const x = readLittleEndian(publicKey.subarray(0, curve.bytes));
    const y = readLittleEndian(publicKey.subarray(curve.bytes));
    expect(isGostPublicKey(curve, publicKey)).toBe(true);
    expect(isGostPublicKey(curve, join(curve, x, curve.p - y))).toBe(true);
    expect(isGostPublicKey(curve, join(curve, x, y ^ 1n))).toBe(false);
    expect(isGostPublicKey(curve, join(curve, 0n, 0n))).toBe(false);
    if (x + curve.p < 1n << BigInt(curve.bytes * 8))
      expect(isGostPublicKey(curve, join(curve, x + curve.p, y))).toBe(false);
  });

  test('a private key out of range is a mistake of the caller', () => {
    expect(() => publicKeyOf(curve, 0n)).toThrow(RangeError);
    expect(() => publicKeyOf(curve, curve.n)).toThrow(RangeError);
    expect(() => signGost({ curve, privateKey: -1n, digest: message })).toThrow(RangeError);
    expect(() => signGost({ curve, privateKey, digest: message.subarray(1) })).toThrow(RangeError);
  });

  test('products and sums of points are those of @noble/curves', () => {
    const group = createGostGroup(curve);
    const oracle = oracleOf(curve);
    fc.assert(
      fc.property(scalar(curve), scalar(curve), scalar(curve), (k, u, v) => {
        const expected = oracle.BASE.multiply(k).toAffine();
        expect(group.multiplyGenerator(k)).toEqual(expected);
        const sum = oracle.BASE.multiply(u).add(oracle.fromAffine(expected).multiply(v));
        const r = sum.is0() ? 1n : sum.toAffine().x % curve.n;
        const right = !sum.is0();
        expect(group.sumHasX({ u, v, q: expected, r })).toBe(right);
        expect(group.sumHasX({ u, v, q: expected, r: (r + 1n) % curve.n })).toBe(false);
      }),
      { numRuns: 12 },
    );
  });

  test('a prepared point gives the same sums, also where addition meets its special cases', () => {
    const group = createGostGroup(curve);
    const generator = { x: curve.gx, y: curve.gy };
    const table = group.prepare(generator);
    const twice = group.multiplyGenerator(2n).x % curve.n;
    expect(group.sumHasX({ u: 1n, v: 1n, q: table, r: twice })).toBe(true);
    expect(group.sumHasX({ u: 1n, v: 1n, q: generator, r: twice })).toBe(true);
    expect(group.sumHasX({ u: 1n, v: curve.n - 1n, q: table, r: 1n })).toBe(false);
    expect(group.sumHasX({ u: 1n, v: curve.n - 1n, q: generator, r: 1n })).toBe(false);
    expect(group.sumHasX({ u: 3n, v: curve.n - 1n, q: table, r: twice })).toBe(true);
  });
});

describe('the curve with cofactor 4', () => {
  const curve = GOST_256_A;
  const { p } = curve;
  type Affine = { x: bigint; y: bigint } | undefined;

  const power = (base: bigint, exponent: bigint): bigint => {
    let result = 1n;
    for (const bit of exponent.toString(2)) result = (result * result * (bit === '1' ? base : 1n)) % p;
    return result;
  };

  /** School-book addition; undefined is the neutral point. */
  const add = (a: Affine, b: Affine): Affine => {
    if (!a || !b) return a ?? b;
    if (a.x === b.x && (a.y + b.y) % p === 0n) return undefined;
    const [rise, run] = a.x === b.x ? [3n * a.x * a.x + curve.a, 2n * a.y] : [b.y - a.y, b.x - a.x];
    const slope = rise * power(((run % p) + p) % p, p - 2n);
    const x = (((slope * slope - a.x - b.x) % p) + p) % p;
    return { x, y: (((slope * (a.x - x) - a.y) % p) + p) % p };
  };

  const multiply = (k: bigint, point: Affine): Affine => {
    let sum: Affine;
    for (const bit of k.toString(2)) sum = add(add(sum, sum), bit === '1' ? point : undefined);
    return sum;
  };

  /** Points of the whole curve that are not in the group of order n: some small x have a y. */
  const pointsOutside: { x: bigint; y: bigint }[] = [];
  for (let x = 1n; pointsOutside.length < 4; x += 1n) {
    const square = (x * x * x + curve.a * x + curve.b) % p;
    const y = power(square, (p + 1n) / 4n);
    if ((y * y) % p === square && multiply(curve.n, { x, y })) pointsOutside.push({ x, y });
  }

  test('a point outside the group of order n is no public key', () => {
    const group = createGostGroup(curve);
    for (const point of pointsOutside) {
      expect(group.contains(point)).toBe(true);
      expect(group.inSubgroup(point)).toBe(false);
      expect(isGostPublicKey(curve, join(curve, point.x, point.y))).toBe(false);
    }
  });

  test('points of order two and four are no public keys and break nothing', () => {
    const group = createGostGroup(curve);
    for (const point of pointsOutside) {
      const small = multiply(curve.n, point) as { x: bigint; y: bigint };
      expect(multiply(4n, small)).toBeUndefined();
      expect(group.contains(small)).toBe(true);
      expect(group.inSubgroup(small)).toBe(false);
      expect(group.sumHasX({ u: 1n, v: 4n, q: small, r: curve.gx % curve.n })).toBe(true);
    }
  });
});
