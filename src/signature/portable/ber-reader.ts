// Turns BER into DER as far as key files and streamed signatures need it: indefinite lengths become definite, long lengths short, and a
// string in pieces whole. The strict reader does the rest. Depth, size and number of elements are limited.
import { DerError, TAG } from './der-reader.ts';
import { concat, element } from './der-writer.ts';

const MOST_DEPTH = 32;
const MOST_ELEMENTS = 50_000;

interface Cursor {
  readonly source: Uint8Array;
  offset: number;
  elements: number;
}

/**
 * The DER of one BER element that fills the input (zero bytes after it are let through, some writers pad).
 * Throws DerError for what is no BER, is nested deeper than 32 or has more than 50,000 elements.
 */
export function berToDer(source: Uint8Array): Uint8Array {
  const cursor: Cursor = { source, offset: 0, elements: 0 };
  const der = convert(cursor, source.length, 0);
  if (source.subarray(cursor.offset).some((byte) => byte !== 0))
    throw new DerError('trailing-bytes', cursor.offset);
  return der;
}

function next(cursor: Cursor, limit: number): number {
  const byte = cursor.offset < limit ? cursor.source[cursor.offset] : undefined;
  if (byte === undefined) throw new DerError('truncated', cursor.offset);
  cursor.offset += 1;
  return byte;
}

/** Length octets; `undefined` is the indefinite form. */
function readLength(cursor: Cursor, limit: number): number | undefined {
  const first = next(cursor, limit);
  if (first < 0x80) return first;
  if (first === 0x80) return undefined;
  let length = 0;
  for (let i = 0; i < (first & 0x7f); i += 1) {
    length = length * 256 + next(cursor, limit);
    if (length > source(cursor)) throw new DerError('truncated', cursor.offset);
  }
  return length;
}

const source = (cursor: Cursor): number => cursor.source.length;

function convert(cursor: Cursor, limit: number, depth: number): Uint8Array {
  const start = cursor.offset;
  cursor.elements += 1;
  if (depth > MOST_DEPTH || cursor.elements > MOST_ELEMENTS) throw new DerError('too-many-elements', start);
  const tag = next(cursor, limit);
  if ((tag & 0x1f) === 0x1f) throw new DerError('high-tag-number', start);
  const length = readLength(cursor, limit);
  const end = length === undefined ? limit : cursor.offset + length;
  if (end > limit) throw new DerError('truncated', start);
  if ((tag & 0x20) === 0) {
    if (length === undefined) throw new DerError('indefinite-length', start);
    const content = cursor.source.subarray(cursor.offset, end);
    cursor.offset = end;
    return element(tag, content);
  }
  const parts: Uint8Array[] = [];
  while (length === undefined ? !atEndOfContents(cursor, limit) : cursor.offset < end)
    parts.push(convert(cursor, end, depth + 1));
  if (length === undefined) cursor.offset += 2;
  return tag === (TAG.octetString | 0x20) ? joinString(parts, start) : element(tag, ...parts);
}

function atEndOfContents(cursor: Cursor, limit: number): boolean {
  if (cursor.offset + 2 > limit) throw new DerError('truncated', cursor.offset);
  return cursor.source[cursor.offset] === 0 && cursor.source[cursor.offset + 1] === 0;
}

/** The pieces of a constructed OCTET STRING, which are whole OCTET STRINGs by now. */
function joinString(parts: readonly Uint8Array[], offset: number): Uint8Array {
  return element(
    TAG.octetString,
    concat(
      ...parts.map((part) => {
        if (part[0] !== TAG.octetString) throw new DerError('unexpected-tag', offset);
        const octets = (part[1] as number) < 0x80 ? 0 : (part[1] as number) & 0x7f;
        return part.subarray(2 + octets);
      }),
    ),
  );
}
