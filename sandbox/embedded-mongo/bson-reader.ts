// Reads BSON into the engine's values (values.ts). The bson library promotes int32 and double to the same number, or wraps every
// number in an object; neither keeps types at a bearable price. Every length is checked: the bytes come from the network.
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
import { type Doc, isInt32, newDoc } from './values.ts';

/** The bytes are no BSON document. */
export class MalformedBson extends Error {}

/** As deep as MongoDB nests documents. */
const DEEPEST = 200;
const malformed = (what: string): never => {
  throw new MalformedBson(`malformed BSON: ${what}`);
};

/** Reads the document that fills `bytes`. Throws MalformedBson when it does not. */
export function readDocument(bytes: Buffer): Doc {
  if (documentLength(bytes, 0, bytes.length) !== bytes.length)
    malformed('the length is not that of the document');
  return new Reader(bytes).document(0, bytes.length, 0);
}

/** Reads some top-level fields of a document and passes over the others: at the start an index asks for few of many. */
export function readFields(bytes: Buffer, fields: ReadonlySet<string>): Doc {
  if (documentLength(bytes, 0, bytes.length) !== bytes.length)
    malformed('the length is not that of the document');
  const reader = new Reader(bytes);
  reader.wanted = fields;
  return reader.document(0, bytes.length, 0);
}

/**
 * Reads a command. The top-level array called `rawField` is not read but cut into the bytes of its documents: what is inserted is
 * stored as it came.
 */
export function readCommand(bytes: Buffer, rawField: string): { body: Doc; raw: Buffer[] | undefined } {
  if (documentLength(bytes, 0, bytes.length) !== bytes.length)
    malformed('the length is not that of the document');
  const reader = new Reader(bytes);
  reader.rawField = rawField;
  const body = reader.document(0, bytes.length, 0);
  return { body, raw: reader.raw };
}

/** The length of the document that begins at `start` and must end before `end`. */
export function documentLength(bytes: Buffer, start: number, end: number): number {
  if (end - start < 5) return malformed('a document has at least five bytes');
  const length = bytes.readInt32LE(start);
  if (length < 5 || start + length > end) return malformed('a document reaches beyond its frame');
  if (bytes[start + length - 1] !== 0) return malformed('a document does not end in zero');
  return length;
}

class Reader {
  rawField: string | undefined;
  raw: Buffer[] | undefined;
  /** The top-level fields to be read; undefined reads all. */
  wanted: ReadonlySet<string> | undefined;
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  document(start: number, end: number, depth: number): Doc {
    const doc = newDoc();
    this.#at = start + 4;
    const last = end - 1;
    while (this.#at < last) {
      const type = this.#bytes[this.#at++];
      const name = this.#name(last);
      if (depth === 0 && type === 4 && name === this.rawField) this.raw = this.#rawArray(last);
      else if (depth === 0 && this.wanted && !this.wanted.has(name)) this.#skip(type, last);
      else doc[name] = this.#value(type, last, depth);
    }
    this.#close(end);
    return doc;
  }

  #array(start: number, end: number, depth: number): unknown[] {
    const items: unknown[] = [];
    this.#at = start + 4;
    const last = end - 1;
    while (this.#at < last) {
      const type = this.#bytes[this.#at++];
      this.#skipName(last);
      items.push(this.#value(type, last, depth));
    }
    this.#close(end);
    return items;
  }

  #rawArray(last: number): Buffer[] {
    const end = this.#at + documentLength(this.#bytes, this.#at, last);
    const documents: Buffer[] = [];
    this.#at += 4;
    while (this.#at < end - 1) {
      if (this.#bytes[this.#at++] !== 3) fail('TypeMismatch', 'only documents can be inserted');
      this.#skipName(end - 1);
      const length = documentLength(this.#bytes, this.#at, end - 1);
      documents.push(this.#bytes.subarray(this.#at, (this.#at += length)));
    }
    this.#close(end);
    return documents;
  }

  #close(end: number): void {
    if (this.#at !== end - 1) malformed('an element reaches beyond its document');
    this.#at = end;
  }

  /** Moves over `count` bytes and returns where they begin. */
  #take(count: number, last: number): number {
    const start = this.#at;
    if (count < 0 || start + count > last) malformed('a value reaches beyond its document');
    this.#at = start + count;
    return start;
  }

  #skipName(last: number): void {
    const bytes = this.#bytes;
    let at = this.#at;
    while (at < last && bytes[at] !== 0) at++;
    if (at >= last) malformed('a field name does not end');
    this.#at = at + 1;
  }

  #name(last: number): string {
    const start = this.#at;
    this.#skipName(last);
    const end = this.#at - 1;
    return nameAt(this.#bytes, start, end);
  }

  #string(last: number): string {
    const bytes = this.#bytes;
    const length = bytes.readInt32LE(this.#take(4, last));
    if (length < 1) malformed('a string has a length below one');
    const start = this.#take(length, last);
    if (bytes[start + length - 1] !== 0) malformed('a string does not end in zero');
    return length < 24
      ? nameAt(bytes, start, start + length - 1)
      : bytes.toString('utf8', start, start + length - 1);
  }

  /** Passes over a value; those without a simple length are read. */
  #skip(type: number | undefined, last: number): void {
    if (type === 0x02) this.#take(this.#bytes.readInt32LE(this.#take(4, last)), last);
    else if (type === 0x03 || type === 0x04) this.#at += documentLength(this.#bytes, this.#at, last);
    else if (type === 0x05) this.#take(this.#bytes.readInt32LE(this.#take(4, last)) + 1, last);
    else this.#value(type, last, 0);
  }

  #nested(last: number, depth: number): { start: number; end: number; depth: number } {
    if (depth >= DEEPEST) fail('Overflow', `BSONObj exceeded maximum nested object depth: ${DEEPEST}`);
    const start = this.#at;
    return { start, end: start + documentLength(this.#bytes, start, last), depth: depth + 1 };
  }

  #value(type: number | undefined, last: number, depth: number): unknown {
    const bytes = this.#bytes;
    switch (type) {
      case 0x01: {
        const value = bytes.readDoubleLE(this.#take(8, last));
        return isInt32(value) ? new Double(value) : value;
      }
      case 0x02:
        return this.#string(last);
      case 0x03: {
        const inner = this.#nested(last, depth);
        return this.document(inner.start, inner.end, inner.depth);
      }
      case 0x04: {
        const inner = this.#nested(last, depth);
        return this.#array(inner.start, inner.end, inner.depth);
      }
      case 0x05:
        return this.#binary(last);
      case 0x06:
      case 0x0a:
        return null;
      case 0x07: {
        const start = this.#take(12, last);
        return new ObjectId(Uint8Array.prototype.slice.call(bytes, start, start + 12));
      }
      case 0x08:
        return bytes[this.#take(1, last)] !== 0;
      case 0x09:
        return this.#date(last);
      case 0x0b: {
        const pattern = this.#name(last);
        return regularExpression(pattern, this.#name(last));
      }
      case 0x10:
        return bytes.readInt32LE(this.#take(4, last));
      case 0x12:
        return bytes.readBigInt64LE(this.#take(8, last));
      default:
        return this.#rareValue(type, last, depth);
    }
  }

  #rareValue(type: number | undefined, last: number, depth: number): unknown {
    const bytes = this.#bytes;
    switch (type) {
      case 0x0c:
        return fail('NotImplemented', 'the BSON type DBPointer is not supported by the embedded engine');
      case 0x0d:
        return new Code(this.#string(last));
      case 0x0e:
        return new BSONSymbol(this.#string(last));
      case 0x0f: {
        const end = this.#at + bytes.readInt32LE(this.#take(4, last));
        const code = this.#string(last);
        const inner = this.#nested(last, depth);
        const scope = this.document(inner.start, inner.end, inner.depth);
        return this.#at === end ? new Code(code, scope) : malformed('code with scope has a wrong length');
      }
      case 0x11:
        return new Timestamp(bytes.readBigUInt64LE(this.#take(8, last)));
      case 0x13: {
        const start = this.#take(16, last);
        return new Decimal128(Uint8Array.prototype.slice.call(bytes, start, start + 16));
      }
      case 0x7f:
        return new MaxKey();
      case 0xff:
        return new MinKey();
      default:
        return malformed(`unknown type ${type ?? 'none'}`);
    }
  }

  #date(last: number): Date {
    const start = this.#take(8, last);
    const date = new Date(
      this.#bytes.readInt32LE(start + 4) * 0x1_0000_0000 + this.#bytes.readUInt32LE(start),
    );
    if (Number.isNaN(date.getTime()))
      fail('BadValue', 'a date lies beyond what the embedded engine can hold');
    return date;
  }

  #binary(last: number): Binary {
    const bytes = this.#bytes;
    const length = bytes.readInt32LE(this.#take(4, last));
    const subtype = bytes[this.#take(1, last)];
    const start = this.#take(length, last);
    return new Binary(bytes.subarray(start, start + length), subtype);
  }
}

function regularExpression(pattern: string, options: string): BSONRegExp {
  try {
    return new BSONRegExp(pattern, options);
  } catch {
    return fail('BadValue', `invalid flag in regex options: ${options}`);
  }
}

interface KnownName {
  readonly text: string;
  readonly length: number;
}
const known: (KnownName | undefined)[] = new Array<KnownName | undefined>(4096).fill(undefined);

/** The text at a place. Short ASCII texts (field names, states, ids) repeat endlessly: they are looked up instead of made anew. */
function nameAt(bytes: Buffer, start: number, end: number): string {
  const length = end - start;
  if (length > 32) return bytes.toString('utf8', start, end);
  let hash = length;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 127) return bytes.toString('utf8', start, end);
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  const slot = hash & 4095;
  const candidate = known[slot];
  if (candidate?.length === length && sameText(candidate.text, bytes, start)) return candidate.text;
  const text = bytes.toString('latin1', start, end);
  known[slot] = { text, length };
  return text;
}

function sameText(text: string, bytes: Buffer, start: number): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false;
  return true;
}
