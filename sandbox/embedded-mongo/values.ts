// How BSON values look inside the engine, so that what was stored as int32, int64 or double comes back as the same.
// int32 and ordinary doubles are numbers, int64 is a bigint, and a double that looks like an int32 (5.0) keeps its wrapper `Double`.
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { fail } from './errors.ts';

/** A BSON document. Made by `newDoc`, it has no inherited fields: `__proto__` and `constructor` are names like any other. */
export type Doc = Record<string, unknown>;

const Fields = function () {
  // Only a hidden class with an empty prototype: faster than Object.create(null).
} as unknown as new () => Doc;
const FIELDS = Object.create(null) as object;
(Fields as unknown as { prototype: object }).prototype = FIELDS;

/** An empty document. */
export function newDoc(): Doc {
  return new Fields();
}

/** A document with the fields of a literal. */
export function docOf(fields: Record<string, unknown>): Doc {
  return Object.assign(newDoc(), fields);
}

/** Whether a value is a BSON document (not an array, a date or a value of the bson library). */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === FIELDS || prototype === Object.prototype;
}

export const isArray = (value: unknown): value is unknown[] => Array.isArray(value);

/** The classes of values that MongoDB orders among each other; `missing` is a field that is not there. */
export type Kind =
  | 'missing'
  | 'minKey'
  | 'null'
  | 'number'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'code'
  | 'maxKey';

/** The class of a value. */
export function kindOf(value: unknown): Kind {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'number':
    case 'bigint':
      return 'number';
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    default:
      return kindOfObject(value);
  }
}

function kindOfObject(value: unknown): Kind {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (isDoc(value)) return 'object';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Double || value instanceof Decimal128) return 'number';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof BSONSymbol) return 'string';
  if (value instanceof Code) return 'code';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return fail('BadValue', 'the embedded engine does not know this type of value');
}

/** Whether a number is written to BSON as an int32. */
export function isInt32(value: number): boolean {
  return (value | 0) === value && !Object.is(value, -0);
}

/** The name that $type gives a value: "int", "double", "string" … */
export function typeName(value: unknown): string {
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (typeof value === 'bigint') return 'long';
  if (value instanceof Double) return 'double';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return value.scope ? 'javascriptWithScope' : 'javascript';
  return kindOf(value);
}

/** A copy whose documents and arrays may be changed; scalars are shared, nothing changes them. */
export function cloneValue<T>(value: T): T {
  if (isArray(value)) return value.map(cloneValue) as T;
  if (!isDoc(value)) return value;
  const copy = newDoc();
  for (const key in value) copy[key] = cloneValue(value[key]);
  return copy as T;
}

/** Whether MongoDB takes a value for true: everything but false, null, missing and zero. */
export function isTrue(value: unknown): boolean {
  if (value instanceof Double) return value.value !== 0;
  if (value instanceof Decimal128) return !/^-?0(\.0*)?(E.*)?$/.test(value.toString());
  if (typeof value === 'number') return value !== 0;
  return value !== '' ? Boolean(value) : true;
}

/** The number in an int, long or double; undefined for anything else, also for a Decimal128. */
export function plainNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Double) return value.value;
  return undefined;
}

/** The whole number that an argument of a command must hold, e.g. `limit`. */
export function wholeNumber(value: unknown, name: string): number {
  const number = value instanceof Decimal128 ? Number(value.toString()) : plainNumber(value);
  if (number === undefined)
    return fail(
      'TypeMismatch',
      `BSON field '${name}' is the wrong type '${typeName(value)}', expected a number`,
    );
  if (!Number.isSafeInteger(number)) return fail('FailedToParse', `Expected an integer: ${name}: ${number}`);
  return number;
}
