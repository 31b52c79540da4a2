// Operators of expressions that ask for or change the type of a value.
import { Binary, BSONRegExp, BSONSymbol, Decimal128, ObjectId } from 'bson';
import { decimalOf } from './decimals.ts';
import { fail } from './errors.ts';
import { type Operator, namedOnly } from './expression-operator.ts';
import { toRegExp } from './filter-operators.ts';
import { doubleOf, isNumber, toNumber } from './numbers.ts';
import { docOf, isTrue, typeName } from './values.ts';

const isNil = (value: unknown): boolean => value === null || value === undefined;

const refuse = (value: unknown, type: string): never =>
  fail('ConversionFailure', `Unsupported conversion from ${typeName(value)} to ${type} in $convert`);

/** The number that a value is converted to, before it gets its type. */
function numberFrom(value: unknown, type: string): number | bigint | Decimal128 {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return type === 'int' ? refuse(value, type) : BigInt(value.getTime());
  if (isNumber(value))
    return typeof value === 'bigint' || value instanceof Decimal128 ? value : toNumber(value);
  if (typeof value !== 'string') return refuse(value, type);
  if (type === 'decimal') return decimalFromText(value);
  const plain = type === 'double' ? /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : /^[+-]?\d+$/;
  if (!plain.test(value)) return fail('ConversionFailure', `Failed to parse number '${value}' in $convert`);
  return type === 'double' ? Number(value) : BigInt(value.replace('+', ''));
}

function decimalFromText(text: string): Decimal128 {
  try {
    return Decimal128.fromString(text);
  } catch {
    return fail('ConversionFailure', `Failed to parse number '${text}' in $convert`);
  }
}

/** A whole number between two bounds; fractions are cut off. */
function integerFrom(value: unknown, type: 'int' | 'long'): bigint {
  const bound = type === 'int' ? 1n << 31n : 1n << 63n;
  const number = numberFrom(value, type);
  const cut = typeof number === 'bigint' ? number : Math.trunc(Number(number.toString()));
  if (typeof cut === 'number' && !Number.isFinite(cut)) return refuse(value, type);
  const whole = BigInt(cut);
  if (whole < -bound || whole >= bound)
    return fail('ConversionFailure', `Conversion would overflow target type in $convert: ${whole}`);
  return whole;
}

function textFrom(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof BSONSymbol) return value.value;
  if (isNumber(value) || typeof value === 'boolean') return value.toString();
  if (value instanceof Binary && value.sub_type === Binary.SUBTYPE_UUID) return value.toUUID().toHexString();
  return refuse(value, 'string');
}

function dateFrom(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
    return fail('ConversionFailure', `Error parsing date string '${value}'`);
  }
  if (isNumber(value) && typeName(value) !== 'int') return new Date(Math.trunc(toNumber(value)));
  return refuse(value, 'date');
}

function objectIdFrom(value: unknown): ObjectId {
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[\da-f]{24}$/i.test(value)) return ObjectId.createFromHexString(value);
  return fail('ConversionFailure', `Failed to parse objectId '${String(value)}' in $convert`);
}

const converters: Record<string, (value: unknown) => unknown> = {
  int: (value) => Number(integerFrom(value, 'int')),
  long: (value) => integerFrom(value, 'long'),
  double: (value) => doubleOf(Number(numberFrom(value, 'double').toString())),
  decimal: (value) => decimalOf(numberFrom(value, 'decimal')),
  string: textFrom,
  date: dateFrom,
  bool: (value) => isTrue(value),
  objectId: objectIdFrom,
};

const converter = (type: string): Operator => {
  const convert = converters[type];
  return { least: 1, most: 1, run: ([value]) => (isNil(value) ? null : convert?.(value)) };
};

function matchesOf(args: readonly unknown[], name: string): { pattern: RegExp; input: string } | undefined {
  const [input, regex, options] = args;
  if (isNil(input) || isNil(regex)) return undefined;
  if (typeof input !== 'string') return fail('BadValue', `${name} needs 'input' to be of type string`);
  const flags = typeof options === 'string' ? options : '';
  if (regex instanceof BSONRegExp)
    return { input, pattern: toRegExp(new BSONRegExp(regex.pattern, flags || regex.options)) };
  if (typeof regex !== 'string')
    return fail('BadValue', `${name} needs 'regex' to be of type string or regex`);
  return { input, pattern: toRegExp(new BSONRegExp(regex, flags)) };
}

const codePoints = (text: string): number => Array.from(text).length;

const found = (match: RegExpExecArray | RegExpMatchArray, input: string): unknown =>
  docOf({
    match: match[0],
    idx: codePoints(input.slice(0, match.index)),
    captures: match.slice(1).map((capture: string | undefined) => capture ?? null),
  });

const REGEX = ['input', 'regex', 'options'];

export const TYPE_OPERATORS: Record<string, Operator> = {
  $type: { least: 1, most: 1, run: ([value]) => typeName(value) },
  $isNumber: { least: 1, most: 1, run: ([value]) => isNumber(value) },
  $toInt: converter('int'),
  $toLong: converter('long'),
  $toDouble: converter('double'),
  $toDecimal: converter('decimal'),
  $toString: converter('string'),
  $toDate: converter('date'),
  $toBool: converter('bool'),
  $toObjectId: converter('objectId'),
  $regexMatch: {
    ...namedOnly(REGEX),
    run: (args) => {
      const search = matchesOf(args, '$regexMatch');
      return search ? search.pattern.test(search.input) : false;
    },
  },
  $regexFind: {
    ...namedOnly(REGEX),
    run: (args) => {
      const search = matchesOf(args, '$regexFind');
      const match = search?.pattern.exec(search.input);
      return search && match ? found(match, search.input) : null;
    },
  },
  $regexFindAll: {
    ...namedOnly(REGEX),
    run: (args) => {
      const search = matchesOf(args, '$regexFindAll');
      if (!search) return [];
      const { input, pattern } = search;
      return [...input.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map((match) =>
        found(match, input),
      );
    },
  },
};
