// Code for numbers modulo p = 2^512 - 569 in 19 words of 27 bits each. 19 x 27 is 513 bits, and 2^513 = 1138 modulo p, so that what
// overflows folds back with one short multiplication. Words are signed and may hold up to some 5 times 27 bits ("units"): a column of
// products stays below 2^63 as long as the units of the two factors multiply to 25 or less, so sums and differences need no carrying.
import type { FunctionCode } from './assembler.ts';

export const WORDS = 19;
export const WORD_BITS = 27;
/** Octets that one number takes in memory. */
export const NUMBER_BYTES = WORDS * 8;

const MASK = 2 ** WORD_BITS - 1;
/** 2^513 modulo p. */
const FOLD = 1138;

/** A number in memory: at a fixed address, or at one that a parameter holds, plus an offset. */
export interface Place {
  readonly parameter?: number;
  readonly offset: number;
}

/** The words of the column k of a product: pairs of indices that sum up to k. */
const column = (k: number): [number, number][] =>
  Array.from({ length: WORDS }, (_, i): [number, number] => [i, k - i]).filter(
    ([, j]) => j >= 0 && j < WORDS,
  );

const COLUMNS = Array.from({ length: 2 * WORDS - 1 }, (_, k) => column(k));

type PushColumn = (k: number) => void;

/** The body of `out = a * b`, addresses in the parameters 0, 1, 2. */
export function multiplyInto(code: FunctionCode): void {
  const a = loadWords(code, 1);
  const b = loadWords(code, 2);
  reduceColumns(code, (k) => {
    (COLUMNS[k] as [number, number][]).forEach(([i, j], position) => {
      code
        .get(a[i] as number)
        .get(b[j] as number)
        .do('i64Mul');
      if (position > 0) code.do('i64Add');
    });
  });
}

/** The body of `out = a * a`, addresses in the parameters 0, 1: every mixed product counts twice. */
export function squareInto(code: FunctionCode): void {
  const a = loadWords(code, 1);
  reduceColumns(code, (k) => {
    const mixed = (COLUMNS[k] as [number, number][]).filter(([i, j]) => i < j);
    mixed.forEach(([i, j], position) => {
      code
        .get(a[i] as number)
        .get(a[j] as number)
        .do('i64Mul');
      if (position > 0) code.do('i64Add');
    });
    if (mixed.length > 0) code.i64(1).do('i64Shl');
    if (k % 2 === 1) return;
    const middle = a[k / 2] as number;
    code.get(middle).get(middle).do('i64Mul');
    if (mixed.length > 0) code.do('i64Add');
  });
}

function loadWords(code: FunctionCode, parameter: number): number[] {
  const words = code.locals(WORDS);
  words.forEach((word, i) =>
    code
      .get(parameter)
      .load(i * 8)
      .set(word),
  );
  return words;
}

/**
 * Brings the columns of a product below 2^513 and stores them at the address in parameter 0: first the upper columns become words, then
 * they are folded onto the lower ones. What comes out is not negative, up to a borrow of word 1, and has words of one unit.
 */
function reduceColumns(code: FunctionCode, pushColumn: PushColumn): void {
  const high = code.locals(WORDS);
  const low = code.locals(2);
  const [sum, carry] = code.locals(2) as [number, number];
  for (let k = WORDS; k < 2 * WORDS - 1; k += 1) {
    pushColumn(k);
    if (k > WORDS) code.get(carry).do('i64Add');
    splitSum(code, { sum, carry });
    code
      .get(sum)
      .i64(MASK)
      .do('i64And')
      .set(high[k - WORDS] as number);
  }
  code.get(carry).set(high[WORDS - 1] as number);
  for (let k = 0; k < WORDS; k += 1) {
    code.get(0); // where the word will be stored
    pushColumn(k);
    code
      .get(high[k] as number)
      .i64(FOLD)
      .do('i64Mul', 'i64Add');
    if (k > 0) code.get(carry).do('i64Add');
    splitSum(code, { sum, carry });
    code
      .get(sum)
      .i64(MASK)
      .do('i64And')
      .store(k * 8);
    if (k < 2)
      code
        .get(sum)
        .i64(MASK)
        .do('i64And')
        .set(low[k] as number);
  }
  code
    .get(low[0] as number)
    .get(carry)
    .i64(FOLD)
    .do('i64Mul', 'i64Add')
    .set(sum);
  code.get(0).get(sum).i64(MASK).do('i64And').store(0);
  code
    .get(0)
    .get(low[1] as number)
    .get(sum)
    .i64(WORD_BITS)
    .do('i64ShrS', 'i64Add')
    .store(8);
}

const splitSum = (code: FunctionCode, { sum, carry }: { sum: number; carry: number }): FunctionCode =>
  code.set(sum).get(sum).i64(WORD_BITS).do('i64ShrS').set(carry);

const pushBase = (code: FunctionCode, { parameter }: Place): FunctionCode =>
  parameter === undefined ? code.i32(0) : code.get(parameter);

/** Pushes the address of a number. */
export const pushAddress = (code: FunctionCode, place: Place): FunctionCode =>
  place.parameter === undefined
    ? code.i32(place.offset)
    : code.get(place.parameter).i32(place.offset).do('i32Add');

/** A number times a small factor; a factor of `sign` is the word in that local. */
export type Term = readonly [factor: number | { readonly sign: number }, number: Place];

/** out = the sum of terms, word by word, without carrying. */
export function combine(code: FunctionCode, out: Place, terms: readonly Term[]): void {
  for (let i = 0; i < WORDS; i += 1) {
    pushBase(code, out);
    pushSum(code, i, terms);
    code.store(out.offset + i * 8);
  }
}

/** out = the sum of terms with its words carried to one unit. What overflows the last word is folded onto the first. */
export function combineCarried(code: FunctionCode, out: Place, terms: readonly Term[]): void {
  const [sum, carry, first] = code.locals(3) as [number, number, number];
  for (let i = 0; i < WORDS; i += 1) {
    pushSum(code, i, terms);
    if (i > 0) code.get(carry).do('i64Add');
    splitSum(code, { sum, carry });
    code.get(sum).i64(MASK).do('i64And').set(sum);
    if (i === 0) code.get(sum).set(first);
    else
      pushBase(code, out)
        .get(sum)
        .store(out.offset + i * 8);
  }
  pushBase(code, out).get(first).get(carry).i64(FOLD).do('i64Mul', 'i64Add').store(out.offset);
}

function pushSum(code: FunctionCode, word: number, terms: readonly Term[]): void {
  terms.forEach(([factor, place], position) => {
    pushBase(code, place).load(place.offset + word * 8);
    const size = typeof factor === 'number' ? Math.abs(factor) : 1;
    if (typeof factor !== 'number') code.get(factor.sign).do('i64Mul');
    else if (size > 1) code.i64(size).do('i64Mul');
    if (position > 0) code.do(typeof factor === 'number' && factor < 0 ? 'i64Sub' : 'i64Add');
  });
}

/**
 * Leaves an i32 that is not zero when the difference of two reduced numbers may be zero modulo p, and zero when it surely is not. The
 * difference could be 0, p or 2p, or one of these below zero: then its last 27 bits are 0, 569 or 1138, or one of these below zero.
 */
export function pushMayBeZero(code: FunctionCode, difference: Place): void {
  const bits = code.local();
  pushBase(code, difference).load(difference.offset).i64(FOLD).do('i64Add').i64(MASK).do('i64And').set(bits);
  code
    .get(bits)
    .i64(2 * FOLD)
    .do('i64LeU');
  code
    .get(bits)
    .i64(FOLD / 2)
    .do('i64RemU', 'i64Eqz', 'i32And');
}
