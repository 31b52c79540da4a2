// Arithmetic on BSON numbers with MongoDB's types: int32 grows to int64, a double makes a double, a decimal makes a decimal.
import { Decimal128, Double } from 'bson';
import { addDecimals, decimalOf, divideDecimals, multiplyDecimals } from './decimals.ts';
import { isInt32, plainNumber } from './values.ts';

/** A BSON number inside the engine (values.ts). */
export type BsonNumber = number | bigint | Double | Decimal128;

/** Whether a value is a number of any type. */
export function isNumber(value: unknown): value is BsonNumber {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof Double ||
    value instanceof Decimal128
  );
}

/** A double, whatever its value. */
export function doubleOf(value: number): number | Double {
  return isInt32(value) ? new Double(value) : value;
}

const isInteger = (value: BsonNumber): value is number | bigint =>
  typeof value === 'bigint' || (typeof value === 'number' && isInt32(value));

const LONGEST = 1n << 63n;

/** An int32 where both were int32 and it fits, else an int64; undefined beyond an int64. */
function integerResult(result: bigint, bothInt: boolean): number | bigint | undefined {
  if (bothInt && result >= -0x8000_0000n && result <= 0x7fff_ffffn) return Number(result);
  return result >= -LONGEST && result < LONGEST ? result : undefined;
}

interface Operation {
  readonly integers: (a: bigint, b: bigint) => bigint;
  readonly doubles: (a: number, b: number) => number;
  readonly decimals: (a: Decimal128, b: Decimal128) => Decimal128;
}

function compute(a: BsonNumber, b: BsonNumber, operation: Operation): BsonNumber | undefined {
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return operation.decimals(decimalOf(bare(a)), decimalOf(bare(b)));
  if (isInteger(a) && isInteger(b))
    return integerResult(
      operation.integers(BigInt(a), BigInt(b)),
      typeof a === 'number' && typeof b === 'number',
    );
  return doubleOf(operation.doubles(plainNumber(a) ?? NaN, plainNumber(b) ?? NaN));
}

const bare = (value: BsonNumber): number | bigint | Decimal128 =>
  value instanceof Double ? value.value : value;

const ADD: Operation = { integers: (a, b) => a + b, doubles: (a, b) => a + b, decimals: addDecimals };
const MULTIPLY: Operation = {
  integers: (a, b) => a * b,
  doubles: (a, b) => a * b,
  decimals: multiplyDecimals,
};

/** The sum; undefined when two integers leave the range of int64. */
export function add(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  if (typeof a === 'number' && typeof b === 'number' && isInt32(a) && isInt32(b) && isInt32(a + b))
    return a + b;
  return compute(a, b, ADD);
}

/** The product; undefined when two integers leave the range of int64. */
export function multiply(a: BsonNumber, b: BsonNumber): BsonNumber | undefined {
  return compute(a, b, MULTIPLY);
}

/** The number with the opposite sign; undefined for the lowest int64. */
export function negate(value: BsonNumber): BsonNumber | undefined {
  return multiply(value, -1);
}

/** The quotient: a decimal if one of them is, else a double. */
export function divide(a: BsonNumber, b: BsonNumber): BsonNumber {
  if (a instanceof Decimal128 || b instanceof Decimal128)
    return divideDecimals(decimalOf(bare(a)), decimalOf(bare(b)));
  return doubleOf((plainNumber(a) ?? NaN) / (plainNumber(b) ?? NaN));
}

/** The remainder with the sign of the dividend. Decimals are computed as doubles. */
export function remainder(a: BsonNumber, b: BsonNumber): BsonNumber {
  if (isInteger(a) && isInteger(b)) return integerResult(BigInt(a) % BigInt(b), typeof a === 'number') ?? 0;
  const result = toNumber(a) % toNumber(b);
  return a instanceof Decimal128 || b instanceof Decimal128 ? decimalOf(result) : doubleOf(result);
}

/** The number as a double of JavaScript, a decimal with what precision is left. */
export function toNumber(value: BsonNumber): number {
  return value instanceof Decimal128 ? Number(value.toString()) : (plainNumber(value) ?? NaN);
}

/** The sum of those that are numbers, for $sum; integers beyond int64 go on as a double. */
export function sumOf(values: Iterable<unknown>): BsonNumber {
  let total: BsonNumber = 0;
  for (const value of values)
    if (isNumber(value)) total = add(total, value) ?? doubleOf(toNumber(total) + toNumber(value));
  return total;
}
