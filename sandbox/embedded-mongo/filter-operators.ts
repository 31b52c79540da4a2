// What one operator of a filter asks of one value. Arrays and missing fields were resolved before, by paths.ts.
import { BSONRegExp, Decimal128, Double } from 'bson';
import { fail } from './errors.ts';
import { compareValues, encodeKey, sameValue } from './key-order.ts';
import { isArray, isDoc, kindOf, plainNumber, typeName, wholeNumber } from './values.ts';

/** Asked with each value at a path; `undefined` stands for a missing field. */
export type ValueTest = (value: unknown) => boolean;

/** Equality: null also stands for missing, a number for the same number of any type. */
export function equals(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' || typeof operand === 'boolean') return (value) => value === operand;
  return (value) => sameValue(value, operand);
}

/** $in: equal to one of the values, or matched by one of the regular expressions. */
export function isOneOf(operands: readonly unknown[]): ValueTest {
  const patterns = operands
    .filter((operand) => operand instanceof BSONRegExp)
    .map((operand) => matchesPattern(operand));
  const keys = new Set(operands.map((operand) => encodeKey(operand)));
  const missing = keys.has(encodeKey(null));
  return (value) =>
    (value === undefined ? missing : keys.has(encodeKey(value))) ||
    patterns.some((matches) => matches(value));
}

/** The test of an operator with its operand. Refused when the operator is unknown or the operand has the wrong shape. */
export function operatorTest(operator: string, operand: unknown): ValueTest {
  switch (operator) {
    case '$eq':
      return operand instanceof BSONRegExp ? (value) => sameValue(value, operand) : equals(operand);
    case '$gt':
      return ordered(operator, operand, (order) => order > 0);
    case '$gte':
      return ordered(operator, operand, (order) => order >= 0);
    case '$lt':
      return ordered(operator, operand, (order) => order < 0);
    case '$lte':
      return ordered(operator, operand, (order) => order <= 0);
    case '$exists':
      return (value) => value !== undefined;
    case '$regex':
      return matchesPattern(operand as BSONRegExp);
    case '$type':
      return hasType(operand);
    case '$size':
      return hasSize(operand);
    case '$mod':
      return hasRemainder(operand);
    default:
      return unknownOperator(operator);
  }
}

const NOT_HERE =
  /^\$(bits\w+|geo\w+|near\w*|within|maxDistance|minDistance|center\w*|box|polygon|where|text)$/;

function unknownOperator(operator: string): never {
  if (NOT_HERE.test(operator))
    return fail('NotImplemented', `${operator} is not supported by the embedded engine`);
  return fail('BadValue', `unknown operator: ${operator}`);
}

/** Only values of one class are compared; null goes with missing, NaN only with itself. */
function ordered(operator: string, operand: unknown, accepts: (order: number) => boolean): ValueTest {
  if (operand instanceof BSONRegExp)
    return fail('BadValue', `Can't have RegEx as arg to predicate over field '${operator}'.`);
  const kind = kindOf(operand);
  if (kind === 'null') return (value) => (value === null || value === undefined) && accepts(0);
  if (kind === 'minKey' || kind === 'maxKey')
    return (value) => accepts(compareValues(value === undefined ? null : value, operand));
  const numeric = kind === 'number';
  return (value) => {
    if (value === undefined || kindOf(value) !== kind) return false;
    if (numeric && isNaNValue(value) !== isNaNValue(operand)) return false;
    return accepts(compareValues(value, operand));
  };
}

const isNaNValue = (value: unknown): boolean =>
  value instanceof Decimal128
    ? value.toString() === 'NaN'
    : Number.isNaN(value instanceof Double ? value.value : value);

/** A regular expression of MongoDB as one of JavaScript. Refused when JavaScript has no such expression. */
export function toRegExp(expression: BSONRegExp): RegExp {
  const inline = /^\(\?([ims]+)\)/.exec(expression.pattern);
  const source = inline ? expression.pattern.slice(inline[0].length) : expression.pattern;
  const options = new Set(expression.options + (inline?.[1] ?? ''));
  if (options.has('x'))
    return fail('NotImplemented', 'the regex option x is not supported by the embedded engine');
  options.delete('u');
  const flags = [...options].join('');
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(source, flags + unicode);
    } catch {
      // Outside Unicode mode JavaScript allows needless escapes such as \- or \_.
    }
  }
  return fail('BadValue', `Regular expression is invalid: ${source}`);
}

function matchesPattern(expression: BSONRegExp): ValueTest {
  const pattern = toRegExp(expression);
  return (value) =>
    typeof value === 'string'
      ? pattern.test(value)
      : value instanceof BSONRegExp && sameValue(value, expression);
}

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  15: 'javascriptWithScope',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const TYPE_NAMES = new Set([...Object.values(TYPE_NUMBERS), 'number']);

function hasType(operand: unknown): ValueTest {
  const names = (isArray(operand) ? operand : [operand]).map((type) => {
    const name = typeof type === 'string' ? type : TYPE_NUMBERS[plainNumber(type) ?? 0];
    if (name === undefined || !TYPE_NAMES.has(name))
      return fail('BadValue', `Unknown type name alias: ${String(type)}`);
    return name;
  });
  if (names.length === 0) return fail('FailedToParse', '$type must match at least one type');
  return (value) =>
    value !== undefined &&
    names.some((name) => (name === 'number' ? kindOf(value) === 'number' : typeName(value) === name));
}

function hasSize(operand: unknown): ValueTest {
  if (isDoc(operand) || typeof operand === 'string' || operand === null)
    return fail('FailedToParse', `Failed to parse $size. Expected a number in: $size: ${typeName(operand)}`);
  const size = wholeNumber(operand, '$size');
  if (size < 0)
    return fail('FailedToParse', `Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return (value) => isArray(value) && value.length === size;
}

function hasRemainder(operand: unknown): ValueTest {
  if (!isArray(operand) || operand.length !== 2)
    return fail('BadValue', 'malformed mod, needs to be an array of a divisor and a remainder');
  const [divisor = 0, remainder = 0] = operand.map((value) => Math.trunc(plainNumber(value) ?? 0));
  if (divisor === 0) return fail('BadValue', 'divisor cannot be 0');
  return (value) => {
    const number = value instanceof Decimal128 ? Number(value.toString()) : plainNumber(value);
    return number !== undefined && Math.trunc(number) % divisor === remainder;
  };
}
