// Operators of expressions on numbers, and those that compare any two values.
import { Decimal128 } from 'bson';
import { type Rounding, decimalOf, roundInteger, roundTo } from './decimals.ts';
import { CommandError, fail } from './errors.ts';
import type { Operator } from './expression-operator.ts';
import { compareValues } from './key-order.ts';
import {
  type BsonNumber,
  add,
  divide,
  doubleOf,
  isNumber,
  multiply,
  negate,
  remainder,
  sumOf,
  toNumber,
} from './numbers.ts';
import { isArray, isInt32, isTrue, typeName } from './values.ts';

const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

/** The number in an argument; refused when it is something else. */
function numberIn(name: string, value: unknown): BsonNumber {
  if (!isNumber(value))
    return fail('TypeMismatch', `${name} only supports numeric types, not ${typeName(value)}`);
  return value;
}

const overflow = (name: string): never => {
  throw new CommandError('Overflow', `${name}: the result does not fit in a long`);
};

/** Null when an argument is null or missing, else the function of the numbers. */
function numeric(name: string, count: number, run: (args: BsonNumber[]) => unknown, least = count): Operator {
  return {
    least,
    most: count,
    run: (args) => (args.some(isNil) ? null : run(args.map((arg) => numberIn(name, arg)))),
  };
}

const ofDouble = (name: string, run: (value: number) => number): Operator =>
  numeric(name, 1, ([value = 0]) => {
    const result = run(toNumber(value));
    return value instanceof Decimal128 ? decimalOf(result) : doubleOf(result);
  });

const compared = (accepts: (order: number) => boolean): Operator => ({
  least: 2,
  most: 2,
  run: ([a, b]) => accepts(compareValues(a, b)),
});

const MANY = Number.MAX_SAFE_INTEGER;

/** Sums and products keep a date as a date: milliseconds are added. */
function addAll(args: readonly unknown[]): unknown {
  if (args.some(isNil)) return null;
  let total: BsonNumber = 0;
  let date: Date | undefined;
  for (const arg of args) {
    if (arg instanceof Date) {
      if (date) return fail('TypeMismatch', 'only one date allowed in an $add expression');
      date = arg;
    } else total = add(total, numberIn('$add', arg)) ?? overflow('$add');
  }
  return date ? new Date(date.getTime() + toNumber(total)) : total;
}

function subtract([a, b]: readonly unknown[]): unknown {
  if (isNil(a) || isNil(b)) return null;
  if (a instanceof Date) {
    if (b instanceof Date) return BigInt(a.getTime() - b.getTime());
    return new Date(a.getTime() - toNumber(numberIn('$subtract', b)));
  }
  const opposite = negate(numberIn('$subtract', b));
  return (
    (opposite === undefined ? undefined : add(numberIn('$subtract', a), opposite)) ?? overflow('$subtract')
  );
}

function rounded(name: string, rounding: Rounding): Operator {
  return numeric(
    name,
    2,
    ([value = 0, places = 0]) => {
      const digits = toNumber(places);
      if (!Number.isInteger(digits) || digits < -20 || digits > 100)
        return fail(
          'BadValue',
          `cannot apply ${name} with precision value ${digits}, it must be a whole number in [-20, 100]`,
        );
      if (value instanceof Decimal128) return roundTo(value, digits, rounding);
      if (typeof value === 'bigint' || (typeof value === 'number' && isInt32(value))) {
        if (digits >= 0) return value;
        const result = roundInteger(BigInt(value), -digits, rounding);
        return typeof value === 'number' ? Number(result) : result;
      }
      return doubleOf(roundTo(toNumber(value), digits, rounding));
    },
    1,
  );
}

/** Rounds up, down or away; integers stay what they are. */
const whole = (name: string, round: (value: number) => number): Operator =>
  numeric(name, 1, ([value = 0]) => {
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) return value;
    return value instanceof Decimal128 ? decimalOf(round(toNumber(value))) : doubleOf(round(toNumber(value)));
  });

const divided = (name: string, run: (a: BsonNumber, b: BsonNumber) => unknown): Operator =>
  numeric(name, 2, ([a = 0, b = 0]) =>
    toNumber(b) === 0 ? fail('BadValue', `can't ${name} by zero`) : run(a, b),
  );

/** One array as the only argument stands for its members. */
const spread = (args: readonly unknown[]): readonly unknown[] => {
  const [only] = args;
  return args.length === 1 && isArray(only) ? only : args;
};

const extreme = (sign: number): Operator => ({
  least: 1,
  most: MANY,
  run: (args) => extremeOf(spread(args), sign),
});

/** The greatest (sign 1) or lowest (sign -1) value that is neither null nor missing, else null. */
export function extremeOf(values: Iterable<unknown>, sign: number): unknown {
  let best: unknown = null;
  for (const value of values)
    if (!isNil(value) && (best === null || compareValues(value, best) * sign > 0)) best = value;
  return best;
}

/** The mean of the numbers among the values, null when there are none. */
export function averageOf(values: Iterable<unknown>): unknown {
  const numbers = [...values].filter(isNumber);
  return numbers.length === 0 ? null : divide(sumOf(numbers), numbers.length);
}

export const NUMBER_OPERATORS: Record<string, Operator> = {
  $eq: compared((order) => order === 0),
  $ne: compared((order) => order !== 0),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $cmp: { least: 2, most: 2, run: ([a, b]) => Math.sign(compareValues(a, b)) },
  $not: { least: 1, most: 1, run: ([value]) => !isTrue(value) },
  $add: { least: 1, most: MANY, run: addAll },
  $subtract: { least: 2, most: 2, run: subtract },
  $multiply: numeric(
    '$multiply',
    MANY,
    (args) => args.reduce((a, b) => multiply(a, b) ?? overflow('$multiply')),
    1,
  ),
  $divide: divided('$divide', divide),
  $mod: divided('$mod', remainder),
  $abs: numeric('$abs', 1, ([value = 0]) =>
    toNumber(value) < 0 ? (negate(value) ?? overflow('$abs')) : value,
  ),
  $ceil: whole('$ceil', Math.ceil),
  $floor: whole('$floor', Math.floor),
  $round: rounded('$round', 'halfEven'),
  $trunc: rounded('$trunc', 'down'),
  $sqrt: ofDouble('$sqrt', (value) =>
    value < 0 ? fail('BadValue', "$sqrt's argument must be >= 0") : Math.sqrt(value),
  ),
  $exp: ofDouble('$exp', Math.exp),
  $ln: ofDouble('$ln', (value) =>
    value <= 0 ? fail('BadValue', "$ln's argument must be a positive number") : Math.log(value),
  ),
  $log10: ofDouble('$log10', (value) =>
    value <= 0 ? fail('BadValue', "$log10's argument must be a positive number") : Math.log10(value),
  ),
  $max: extreme(1),
  $min: extreme(-1),
  $sum: { least: 1, most: MANY, run: (args) => sumOf(spread(args)) },
  $avg: { least: 1, most: MANY, run: (args) => averageOf(spread(args)) },
};
