// The group of points of a curve, made for verification: the sum u·G + v·Q with tables for points that come again. It takes a time that
// depends on its numbers. GostGroup is the seam where a faster engine (WebAssembly, native code) can take its place.
import type { GostCurve } from './gost-curves.ts';
import { createField, invert } from './gost-field.ts';
import type { Field } from './gost-field.ts';

/** A point other than the neutral one, in affine coordinates below p. */
export interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** A point in Jacobian coordinates (X/Z², Y/Z³), loose; Z = 0 is the neutral point. */
interface Jacobian {
  readonly x: bigint;
  readonly y: bigint;
  readonly z: bigint;
}

/** A point for which its group keeps a table. */
export interface PreparedPoint {
  readonly point: Point;
}

/** Multiples of one point for every window of a scalar, so that a product needs additions only. */
interface WindowTable {
  readonly windows: readonly (readonly Point[])[];
  readonly width: number;
}

export interface GostGroup {
  readonly curve: GostCurve;
  /** Whether the coordinates are below p and fulfil the equation of the curve. */
  contains(point: Point): boolean;
  /** Whether a point of the curve belongs to the group of order n. */
  inSubgroup(point: Point): boolean;
  /** k·G for 0 < k < n. */
  multiplyGenerator(k: bigint): Point;
  /** A table for a point that is going to be used often; takes as long as some ten verifications. For this group alone. */
  prepare(point: Point): PreparedPoint;
  /** Whether the x-coordinate of u·G + v·Q equals r modulo n. */
  sumHasX(sum: { u: bigint; v: bigint; q: Point | PreparedPoint; r: bigint }): boolean;
}

const NEUTRAL: Jacobian = { x: 1n, y: 1n, z: 0n };
const GENERATOR_WIDTH = 6;
const KEY_WIDTH = 5;
const FRESH_WIDTH = 5;

export interface PortableGroup extends GostGroup {
  /** For i below `strides` the points 2^(i·stride)·P times 1, 3, 5 … as many as `count`, in one list. Point must have a large order. */
  oddMultiples(point: Point, size: { strides: number; stride: number; count: number }): Point[];
}

/** The group of a curve. Make it once: its table for the generator is built at the first use. */
export function createGostGroup(curve: GostCurve): PortableGroup {
  const { p, a, b, n } = curve;
  const bits = curve.bytes * 8;
  const field = createField(p, bits);
  const points = createPointArithmetic(field, a);
  const generator: Point = { x: curve.gx, y: curve.gy };
  let generatorTable: WindowTable | undefined;
  const tables = new WeakMap<PreparedPoint, WindowTable>();
  const makeTable = (point: Point, width: number): WindowTable => ({
    width,
    windows: makeWindows(points, point, { width, bits }),
  });
  const generatorWindows = (): WindowTable => (generatorTable ??= makeTable(generator, GENERATOR_WIDTH));

  return {
    curve,
    contains: ({ x, y }) => x < p && y < p && (y * y - (x * x + a) * x - b) % p === 0n,
    inSubgroup: (point) => points.neutral(multiplyFresh(points, point, n)),
    multiplyGenerator(k) {
      const [product] = points.affine([addWindows(points, generatorWindows(), k, NEUTRAL)]);
      return product as Point;
    },
    prepare(point) {
      const prepared = { point };
      tables.set(prepared, makeTable(point, KEY_WIDTH));
      return prepared;
    },
    oddMultiples: (point, size) => makeOddMultiples(points, point, size),
    sumHasX({ u, v, q, r }) {
      const first =
        'point' in q
          ? addWindows(points, tables.get(q) as WindowTable, v, NEUTRAL)
          : multiplyFresh(points, q, v);
      const sum = addWindows(points, generatorWindows(), u, first);
      if (points.neutral(sum)) return false;
      const zz = sum.z * sum.z;
      for (let x = r; x < p; x += n) if ((sum.x - x * zz) % p === 0n) return true;
      return false;
    },
  };
}

interface PointArithmetic {
  readonly neutral: (point: Jacobian) => boolean;
  readonly double: (point: Jacobian) => Jacobian;
  /** The sum of a Jacobian and an affine point, in every case. */
  readonly add: (point: Jacobian, other: Point) => Jacobian;
  readonly negate: (point: Point) => Point;
  /** Affine coordinates of points that are not neutral, with one inversion for all. */
  readonly affine: (list: readonly Jacobian[]) => Point[];
}

function createPointArithmetic(field: Field, a: bigint): PointArithmetic {
  const { p, reduce, cushion, smallCushion, zero, exact } = field;
  const minusThree = a === p - 3n;

  /** 3X² + aZ⁴ */
  const slope = (x: bigint, zz: bigint): bigint =>
    minusThree ? reduce(3n * (x - zz + smallCushion) * (x + zz)) : reduce(3n * x * x + a * reduce(zz * zz));

  const double = ({ x, y, z }: Jacobian): Jacobian => {
    if (z === 0n || zero(y)) return NEUTRAL;
    const yy = reduce(y * y);
    const beta = reduce(x * yy);
    const alpha = slope(x, reduce(z * z));
    const x3 = reduce(alpha * alpha - (beta << 3n) + cushion);
    return {
      x: x3,
      y: reduce(alpha * ((beta << 2n) - x3 + smallCushion) - ((yy * yy) << 3n) + cushion),
      z: reduce((y * z) << 1n),
    };
  };

  const add = (point: Jacobian, other: Point): Jacobian => {
    const { x, y, z } = point;
    if (z === 0n) return { x: other.x, y: other.y, z: 1n };
    const zz = reduce(z * z);
    const h = reduce(other.x * zz - x + smallCushion);
    const r = reduce(other.y * reduce(zz * z) - y + smallCushion);
    if (zero(h)) return zero(r) ? double(point) : NEUTRAL;
    const hh = reduce(h * h);
    const hhh = reduce(h * hh);
    const v = reduce(x * hh);
    const x3 = reduce(r * r - hhh - (v << 1n) + cushion);
    return {
      x: x3,
      y: reduce(r * (v - x3 + smallCushion) - y * hhh + cushion),
      z: reduce(z * h),
    };
  };

  return {
    neutral: ({ z }) => z === 0n || zero(z),
    double,
    add,
    negate: ({ x, y }) => ({ x, y: p - y }),
    affine(list) {
      let product = 1n;
      const before = list.map(({ z }) => {
        const sofar = product;
        product = reduce(product * z);
        return sofar;
      });
      let inverse = invert(product, p);
      const result: Point[] = new Array<Point>(list.length);
      for (let i = list.length - 1; i >= 0; i -= 1) {
        const { x, y, z } = list[i] as Jacobian;
        const zInverse = reduce(inverse * (before[i] as bigint));
        const zz = reduce(zInverse * zInverse);
        result[i] = { x: exact(x * zz), y: exact(y * reduce(zz * zInverse)) };
        inverse = reduce(inverse * z);
      }
      return result;
    },
  };
}

/** Point, 2·point … last·point, Jacobian. The point must have an order above `last`. */
function multiples(points: PointArithmetic, point: Point, last: number): Jacobian[] {
  const list: Jacobian[] = [{ ...point, z: 1n }];
  for (let i = 1; i < last; i += 1) list.push(points.add(list[i - 1] as Jacobian, point));
  return list;
}

/** For window i the points j·2^(width·i)·P, j from 1 to half the window. */
function makeWindows(
  points: PointArithmetic,
  point: Point,
  { width, bits }: { width: number; bits: number },
): Point[][] {
  const bases: Jacobian[] = [];
  let base: Jacobian = { ...point, z: 1n };
  for (let position = 0; position <= bits; position += width) {
    bases.push(base);
    for (let i = 0; i < width; i += 1) base = points.double(base);
  }
  const half = 2 ** (width - 1);
  const all = points.affine(bases).flatMap((start) => multiples(points, start, half));
  const flat = points.affine(all);
  return bases.map((_, window) => flat.slice(window * half, (window + 1) * half));
}

function makeOddMultiples(
  points: PointArithmetic,
  point: Point,
  { strides, stride, count }: { strides: number; stride: number; count: number },
): Point[] {
  const bases: Jacobian[] = [];
  let base: Jacobian = { ...point, z: 1n };
  for (let row = 0; row < strides; row += 1) {
    bases.push(base, points.double(base));
    for (let i = 0; i < stride; i += 1) base = points.double(base);
  }
  const affine = points.affine(bases);
  const all = Array.from({ length: strides }, (_, row) => {
    const [first, twice] = [affine[2 * row] as Point, affine[2 * row + 1] as Point];
    const list: Jacobian[] = [{ ...first, z: 1n }];
    for (let i = 1; i < count; i += 1) list.push(points.add(list[i - 1] as Jacobian, twice));
    return list;
  });
  return points.affine(all.flat());
}

/** start + k·P, where the windows are those of P. */
function addWindows(points: PointArithmetic, table: WindowTable, k: bigint, start: Jacobian): Jacobian {
  const digits = bitsOf(k);
  let sum = start;
  let carry = 0;
  table.windows.forEach((window, position) => {
    let digit = carry;
    for (let i = 0; i < table.width; i += 1) digit += (digits[position * table.width + i] ?? 0) << i;
    carry = digit > window.length ? 1 : 0;
    digit -= carry << table.width;
    const entry = window[Math.abs(digit) - 1];
    if (entry) sum = points.add(sum, digit > 0 ? entry : points.negate(entry));
  });
  return sum;
}

/** k·P by the non-adjacent form of width 5, for a point without a table; P may have any order. */
function multiplyFresh(points: PointArithmetic, point: Point, k: bigint): Jacobian {
  const odd = oddMultiples(points, point);
  if (!odd) return multiplyPlainly(points, point, k);
  const digits = nonAdjacentForm(k);
  let sum = NEUTRAL;
  for (let i = digits.length - 1; i >= 0; i -= 1) {
    sum = points.double(sum);
    const digit = digits[i] as number;
    if (digit === 0) continue;
    const entry = odd[Math.abs(digit) >> 1] as Point;
    sum = points.add(sum, digit > 0 ? entry : points.negate(entry));
  }
  return sum;
}

/** P, 3P, 5P … 15P, or nothing when one of the multiples up to 15P is neutral. */
function oddMultiples(points: PointArithmetic, point: Point): Point[] | undefined {
  const all = multiples(points, point, 2 ** (FRESH_WIDTH - 1) - 1);
  return all.some(points.neutral) ? undefined : points.affine(all.filter((_, i) => i % 2 === 0));
}

/** Double and add: for the points of tiny order that only an attacker sends. */
function multiplyPlainly(points: PointArithmetic, point: Point, k: bigint): Jacobian {
  let sum = NEUTRAL;
  for (const bit of bitsOf(k).reverse()) {
    sum = points.double(sum);
    if (bit === 1) sum = points.add(sum, point);
  }
  return sum;
}

/** The bits of a number, lowest first. */
const bitsOf = (k: bigint): number[] => Array.from(k.toString(2), Number).reverse();

/** Digits, lowest first, that are zero or odd, between -15 and 15, with at least four zeros after each. */
function nonAdjacentForm(k: bigint): number[] {
  const bits = bitsOf(k);
  const digits: number[] = [];
  let carry = 0;
  for (let i = 0; i < bits.length + carry;) {
    if ((bits[i] ?? 0) === carry) {
      digits.push(0);
      i += 1;
      continue;
    }
    let digit = carry;
    for (let j = 0; j < FRESH_WIDTH; j += 1) digit += (bits[i + j] ?? 0) << j;
    carry = digit >> (FRESH_WIDTH - 1);
    digits.push(digit - (carry << FRESH_WIDTH), 0, 0, 0, 0);
    i += FRESH_WIDTH;
  }
  return digits;
}
