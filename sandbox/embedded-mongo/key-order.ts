// Writes a value as a string, so that comparing two strings is MongoDB's comparison of the values (5, 5.0 and int64 5 are one string).
// One encoding serves indexes, sorting, comparing and grouping. Every encoding ends by itself: none is the beginning of another.
import type { Binary, BSONRegExp } from 'bson';
import { type BSONSymbol, type Code, Decimal128, type Double, ObjectId, type Timestamp } from 'bson';
import { exactRemainder } from './decimals.ts';
import { type Doc, type Kind, isArray, isDoc, kindOf } from './values.ts';

/** First character of each class, in MongoDB's order. */
export const KIND_MARK: Record<Kind, string> = {
  minKey: '\x01',
  missing: '\x05',
  null: '\x06',
  number: '\x10',
  string: '\x20',
  object: '\x30',
  array: '\x38',
  binData: '\x40',
  objectId: '\x48',
  bool: '\x50',
  date: '\x58',
  timestamp: '\x60',
  regex: '\x68',
  code: '\x70',
  maxKey: '\x7e',
};

/** What follows a whole key in an index is lower than this: `key <= x < key + AFTER` are all entries that begin with the key. */
export const AFTER = '\uffff';

/** The lowest string above all that begin with `prefix` (a class mark or the beginning of a text, not a whole key). */
export function following(prefix: string): string {
  return prefix.slice(0, -1) + String.fromCharCode(prefix.charCodeAt(prefix.length - 1) + 1);
}

const END = '\0\x01';

/** The ordered string of a value. A missing field (undefined) is lower than null. */
export function encodeKey(value: unknown): string {
  if (typeof value === 'string') return '\x20' + encodeText(value);
  if (typeof value === 'number') return '\x10' + encodeNumber(value) + EXACT;
  if (value instanceof ObjectId) return '\x48' + latin1(value.id);
  const kind = kindOf(value);
  return KIND_MARK[kind] + encodePayload(kind, value);
}

function encodePayload(kind: Kind, value: unknown): string {
  switch (kind) {
    case 'number':
      return encodeRareNumber(value as bigint | Double | Decimal128);
    case 'string':
      return encodeText((value as BSONSymbol).value);
    case 'bool':
      return value === true ? '\x02' : '\x01';
    case 'date':
      return encodeNumber((value as Date).getTime());
    case 'object':
      return encodeFields(value as Doc);
    case 'array':
      return `${(value as unknown[]).map(encodeKey).join('')}\0`;
    case 'binData':
      return encodeBinary(value as Binary);
    case 'timestamp':
      return encodeNumber((value as Timestamp).t) + encodeNumber((value as Timestamp).i);
    case 'regex':
      return encodeText((value as BSONRegExp).pattern) + encodeText((value as BSONRegExp).options);
    case 'code':
      return (
        encodeText((value as Code).code) + ((value as Code).scope ? encodeKey((value as Code).scope) : '')
      );
    default:
      return '';
  }
}

function encodeFields(doc: Doc): string {
  let text = '';
  for (const name of Object.keys(doc)) {
    const encoded = encodeKey(doc[name]);
    text += encoded.charAt(0) + encodeText(name) + encoded.slice(1);
  }
  return `${text}\0`;
}

function encodeBinary(value: Binary): string {
  const length = value.length();
  const head = String.fromCharCode(
    (length >>> 24) & 255,
    (length >>> 16) & 255,
    (length >>> 8) & 255,
    length & 255,
  );
  return head + String.fromCharCode(value.sub_type) + latin1(value.buffer.subarray(0, length));
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** The beginning of the key of every string that begins with `prefix`. */
export function encodeTextPrefix(prefix: string): string {
  return '\x20' + escapeText(prefix);
}

const encodeText = (text: string): string => escapeText(text) + END;

/** MongoDB compares bytes of UTF-8, JavaScript compares UTF-16: they differ where surrogates meet U+E000 to U+FFFF. */
function escapeText(text: string): string {
  if (!/[\0\ud800-\uffff]/.test(text)) return text;
  return text.replace(/[\0\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    if (code === 0) return '\0\xff';
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000);
  });
}

const doubles = new Float64Array(1);
const bits = new Uint8Array(doubles.buffer);
const EXACT = '\x80';

/** Eight characters whose order is that of the doubles; NaN is below all. */
function encodeNumber(value: number): string {
  if (Number.isNaN(value)) return '\0\0\0\0\0\0\0\0';
  doubles[0] = value === 0 ? 0 : value;
  const [b0 = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0, b6 = 0, b7 = 0] = bits;
  if (b7 & 0x80)
    return String.fromCharCode(
      b7 ^ 255,
      b6 ^ 255,
      b5 ^ 255,
      b4 ^ 255,
      b3 ^ 255,
      b2 ^ 255,
      b1 ^ 255,
      b0 ^ 255,
    );
  return String.fromCharCode(b7 | 0x80, b6, b5, b4, b3, b2, b1, b0);
}

/** The nearest double, then how far the exact value lies from it. */
function encodeRareNumber(value: bigint | Double | Decimal128): string {
  if (typeof value !== 'bigint' && !(value instanceof Decimal128)) return encodeNumber(value.value) + EXACT;
  const nearest = Number(value.toString());
  const remainder = exactRemainder(value, nearest);
  if (remainder === 0n) return encodeNumber(nearest) + EXACT;
  const shifted = (remainder < 0n ? remainder + (1n << 124n) : remainder).toString(16).padStart(32, '0');
  return encodeNumber(nearest) + (remainder < 0n ? '\x40' : '\xc0') + shifted;
}

/** The same key in descending order. */
export function invertKey(key: string): string {
  let inverted = '';
  for (let i = 0; i < key.length; i++) inverted += String.fromCharCode(0xffff - key.charCodeAt(i));
  return inverted;
}

/** Negative, zero or positive, as MongoDB orders the values. */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number' && a === a && b === b)
    return a - b || (a < b ? -1 : a > b ? 1 : 0);
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime();
  const keyA = encodeKey(a);
  const keyB = encodeKey(b);
  return keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
}

/** Whether MongoDB takes two values for equal: numbers of any type by value, documents with the same fields in the same order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof b === 'string') {
    if (typeof a === typeof b) return false;
  } else if (typeof a === 'number' && typeof b === 'number') return Number.isNaN(a) && Number.isNaN(b);
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (a instanceof ObjectId) return b instanceof ObjectId && a.equals(b);
  if (a instanceof Date) return b instanceof Date && a.getTime() === b.getTime();
  if (isDoc(a) !== isDoc(b) || isArray(a) !== isArray(b)) return false;
  return encodeKey(a) === encodeKey(b);
}
