// Code for points of a curve with a = -3, in Jacobian coordinates (X/Z², Y/Z³). The first term of a combination is always positive.
// The sum of a point and itself, or its opposite, is not computed: the additions say that it may have been one, and the caller starts
// over with arithmetic that knows every case. Units (field-code.ts) stand beside what exceeds one.
import { assemble, FunctionCode, instantiate, type Exported } from './assembler.ts';
import {
  combine,
  combineCarried,
  multiplyInto,
  NUMBER_BYTES,
  pushAddress,
  pushMayBeZero,
  squareInto,
  type Place,
} from './field-code.ts';

const at = (index: number): Place => ({ offset: index * NUMBER_BYTES });
const entry = (index: number): Place => ({ parameter: 0, offset: index * NUMBER_BYTES });

/** The running sum: three numbers at the start of the memory. */
const [X, Y, Z] = [at(0), at(1), at(2)];
const [T0, T1, T2, T3, T4, T5, T6, T7] = [3, 4, 5, 6, 7, 8, 9, 10].map(at) as [
  Place,
  Place,
  Place,
  Place,
  Place,
  Place,
  Place,
  Place,
];
/** First address that this code does not use. */
export const SCRATCH_END = 11 * NUMBER_BYTES;

/** Numbers of an entry of a table: an affine point; a Jacobian one has Z, Z² and Z³ besides. */
export const AFFINE_BYTES = 2 * NUMBER_BYTES;
export const JACOBIAN_BYTES = 5 * NUMBER_BYTES;

const INDEX = { multiply: 0, square: 1 } as const;

class PointCode extends FunctionCode {
  multiply(out: Place, a: Place, b: Place): this {
    pushAddress(this, out);
    pushAddress(this, a);
    pushAddress(this, b);
    return this.call(INDEX.multiply);
  }

  square(out: Place, a: Place): this {
    pushAddress(this, out);
    pushAddress(this, a);
    return this.call(INDEX.square);
  }
}

/** sum = 2 sum ("dbl-2001-b" of the Explicit-Formulas Database). */
function doubling(): FunctionCode {
  const code = new PointCode(0);
  const [delta, gamma, beta, alpha] = [T0, T1, T2, T3];
  code.square(delta, Z).square(gamma, Y).multiply(beta, X, gamma);
  combine(code, T4, [
    [3, X],
    [-3, delta],
  ]); // 3 units
  combine(code, T5, [
    [1, X],
    [1, delta],
  ]); // 2 units
  code.multiply(alpha, T4, T5);
  combine(code, T4, [
    [1, Y],
    [1, Z],
  ]); // 3 units
  code.square(T5, T4);
  combine(code, Z, [
    [1, T5],
    [-1, gamma],
    [-1, delta],
  ]); // 2 units
  code.square(T4, alpha);
  combineCarried(code, X, [
    [1, T4],
    [-8, beta],
  ]);
  combine(code, T4, [
    [4, beta],
    [-1, X],
  ]); // 5 units
  code.multiply(T5, alpha, T4).square(T6, gamma);
  combineCarried(code, Y, [
    [1, T5],
    [-8, T6],
  ]);
  return code;
}

/**
 * sum = sum + entry, or sum - entry; parameters are the address of the entry and what to do (0 adds, 1 subtracts). Leaves an i32 that is
 * not zero when the result does not count.
 */
function addition(kind: 'affine' | 'jacobian'): FunctionCode {
  const code = new PointCode(2, 1);
  const sign = code.local();
  const [zz, h, r, hh, hhh, v] = [T0, T1, T2, T3, T4, T5];
  const [x2, y2, z2, zz2, zzz2] = [0, 1, 2, 3, 4].map(entry) as [Place, Place, Place, Place, Place];
  code.i64(1).get(1).do('i64ExtendI32').i64(1).do('i64Shl', 'i64Sub').set(sign);
  code.square(zz, Z).multiply(T6, x2, zz).multiply(T7, y2, zz).multiply(r, T7, Z);
  let [x1, y1] = [X, Y];
  if (kind === 'jacobian') {
    code.multiply(T0, X, zz2).multiply(T7, Y, zzz2);
    [x1, y1] = [T0, T7];
  }
  combine(code, h, [
    [1, T6],
    [-1, x1],
  ]);
  combine(code, r, [
    [{ sign }, r],
    [-1, y1],
  ]); // 2 units
  code.square(hh, h).multiply(hhh, h, hh).multiply(v, x1, hh).square(T6, r);
  combineCarried(code, X, [
    [1, T6],
    [-1, hhh],
    [-2, v],
  ]);
  combine(code, v, [
    [1, v],
    [-1, X],
  ]);
  code.multiply(T6, r, v).multiply(T3, y1, hhh);
  combine(code, Y, [
    [1, T6],
    [-1, T3],
  ]);
  if (kind === 'jacobian') code.multiply(Z, Z, z2);
  code.multiply(Z, Z, h);
  pushMayBeZero(code, h);
  return code;
}

/** entry = sum, with Z² and Z³. */
function saving(): FunctionCode {
  const code = new PointCode(1);
  [X, Y, Z].forEach((place, i) => combine(code, entry(i), [[1, place]]));
  return code.square(entry(3), Z).multiply(entry(4), entry(3), Z);
}

function fieldFunction(parameters: number, body: (code: FunctionCode) => void): FunctionCode {
  const code = new FunctionCode(parameters);
  body(code);
  return code;
}

/** The functions of the module in the order that `INDEX` tells. */
const pointFunctions = (): { readonly name: string; readonly code: FunctionCode }[] => [
  { name: 'multiply', code: fieldFunction(3, multiplyInto) },
  { name: 'square', code: fieldFunction(2, squareInto) },
  { name: 'double', code: doubling() },
  { name: 'addAffine', code: addition('affine') },
  { name: 'addJacobian', code: addition('jacobian') },
  { name: 'save', code: saving() },
];

/** What JavaScript sees of them. Places are addresses in the memory. */
export interface PointMachine extends Exported {
  readonly multiply: (out: number, a: number, b: number) => void;
  readonly square: (out: number, a: number) => void;
  /** Doubles the sum. */
  readonly double: () => void;
  /** Adds an entry to the sum (0) or subtracts it (1); not zero: start over by other means. */
  readonly addAffine: (entry: number, subtracts: 0 | 1) => number;
  readonly addJacobian: (entry: number, subtracts: 0 | 1) => number;
  /** Writes the sum into an entry. */
  readonly save: (entry: number) => void;
}

/** Starts the code in a memory of its own. @param pages 64 KiB each */
export const startPointMachine = (pages: number): PointMachine =>
  instantiate(assemble(pointFunctions(), pages)) as PointMachine;
