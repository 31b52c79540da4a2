// A strict reader of DER (X.690 clause 8 and 10): what is not the one distinguished encoding is refused, nothing is copied, and an
// element is only opened when somebody asks for its children, so that depth and length of hostile input cost nothing.

/** Identifier octets of the universal types that certificates and signed messages are made of. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Identifier octet of a context-specific tag: `context(0)` is 0xA0, `contextPrimitive(0)` is 0x80. */
export const context = (number: number): number => 0xa0 | number;
export const contextPrimitive = (number: number): number => 0x80 | number;

export type DerProblem =
  | 'truncated'
  | 'trailing-bytes'
  | 'high-tag-number'
  | 'reserved-tag'
  | 'indefinite-length'
  | 'length-not-minimal'
  | 'length-too-large'
  | 'unexpected-tag'
  | 'not-constructed'
  | 'bad-boolean'
  | 'bad-integer'
  | 'bad-oid'
  | 'bad-bit-string'
  | 'bad-time'
  | 'bad-text'
  | 'too-many-elements';

/** Input that is not DER, or not the structure that was expected; `offset` counts bytes from the start of the input. */
export class DerError extends Error {
  readonly problem: DerProblem;
  readonly offset: number;

  constructor(problem: DerProblem, offset: number) {
    super(`${problem} at byte ${offset}`);
    this.name = 'DerError';
    this.problem = problem;
    this.offset = offset;
  }
}

/** One element: a window on the input, from its identifier octet (`start`) over its contents to `end`. */
export interface Der {
  readonly source: Uint8Array;
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

/** The longest list of children that is opened; longer ones belong to no certificate, CRL entry lists are read with `walk`. */
const MOST_CHILDREN = 4096;

/** The element that starts at `offset` and must end at or before `limit`. */
export function elementAt(source: Uint8Array, offset: number, limit: number = source.length): Der {
  if (offset + 2 > limit) throw new DerError('truncated', offset);
  const tag = source[offset] as number;
  if ((tag & 0x1f) === 0x1f) throw new DerError('high-tag-number', offset);
  // Universal numbers 0 (the end of indefinite contents) and 15 are reserved (X.680 8.4): nothing is encoded under them.
  if ((tag & 0xdf) === 0 || (tag & 0xdf) === 0x0f) throw new DerError('reserved-tag', offset);
  const first = source[offset + 1] as number;
  let contentStart = offset + 2;
  let length = first;
  if (first === 0x80) throw new DerError('indefinite-length', offset);
  if (first > 0x80) {
    const octets = first & 0x7f;
    if (octets > 4) throw new DerError('length-too-large', offset);
    if (contentStart + octets > limit) throw new DerError('truncated', offset);
    length = 0;
    for (let i = 0; i < octets; i += 1) length = length * 256 + (source[contentStart + i] as number);
    if (source[contentStart] === 0 || length < 0x80) throw new DerError('length-not-minimal', offset);
    contentStart += octets;
  }
  const end = contentStart + length;
  if (end > limit) throw new DerError('truncated', offset);
  return { source, tag, start: offset, contentStart, end };
}

/** The one element that fills the whole input. */
export function readDer(source: Uint8Array): Der {
  const element = elementAt(source, 0);
  if (element.end !== source.length) throw new DerError('trailing-bytes', element.end);
  return element;
}

/** Visits the children of a constructed element one after the other, without keeping them. */
export function walk(parent: Der, visit: (child: Der, position: number) => void): void {
  if ((parent.tag & 0x20) === 0) throw new DerError('not-constructed', parent.start);
  let offset = parent.contentStart;
  for (let position = 0; offset < parent.end; position += 1) {
    const child = elementAt(parent.source, offset, parent.end);
    visit(child, position);
    offset = child.end;
  }
}

/** The children of a constructed element. */
export function children(parent: Der): Der[] {
  const found: Der[] = [];
  walk(parent, (child, position) => {
    if (position >= MOST_CHILDREN) throw new DerError('too-many-elements', child.start);
    found.push(child);
  });
  return found;
}

/** The element itself if there is one; otherwise a refusal. */
export function present(element: Der | undefined): Der {
  if (element === undefined) throw new DerError('truncated', 0);
  return element;
}

/** The element itself if it has the tag; otherwise a refusal. A missing element is a refusal too. */
export function expect(element: Der | undefined, tag: number): Der {
  if (present(element).tag !== tag) throw new DerError('unexpected-tag', present(element).start);
  return present(element);
}

/** Children of an element that must have the tag. */
export const childrenOf = (element: Der | undefined, tag: number): Der[] => children(expect(element, tag));

/** The encoding of an element, as a window on the input. */
export const raw = (element: Der): Uint8Array => element.source.subarray(element.start, element.end);

/** The contents octets of an element, as a window on the input. */
export const contents = (element: Der): Uint8Array =>
  element.source.subarray(element.contentStart, element.end);

export function readBoolean(element: Der): boolean {
  expect(element, TAG.boolean);
  const value = element.source[element.contentStart];
  if (element.end - element.contentStart !== 1 || (value !== 0 && value !== 0xff))
    throw new DerError('bad-boolean', element.start);
  return value === 0xff;
}

/** Contents octets of an INTEGER or ENUMERATED, after the check that they are minimal. */
export function readIntegerBytes(element: Der): Uint8Array {
  if (element.tag !== TAG.integer && element.tag !== TAG.enumerated && (element.tag & 0xc0) === 0)
    throw new DerError('unexpected-tag', element.start);
  const bytes = contents(element);
  const first = bytes[0];
  const second = bytes[1];
  if (first === undefined) throw new DerError('bad-integer', element.start);
  if (second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80)))
    throw new DerError('bad-integer', element.start);
  return bytes;
}

/** An INTEGER of any size, with its sign. */
export function readInteger(element: Der): bigint {
  const bytes = readIntegerBytes(element);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return (bytes[0] as number) >= 0x80 ? value - (1n << BigInt(bytes.length * 8)) : value;
}

/** An INTEGER or ENUMERATED that must fit into 31 bits and not be negative. */
export function readSmallInteger(element: Der): number {
  const bytes = readIntegerBytes(element);
  if (bytes.length > 4 || (bytes[0] as number) >= 0x80) throw new DerError('bad-integer', element.start);
  let value = 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

const MOST_OID_OCTETS = 64;
const OID_SLOTS = 4_096;
const oids = new Array<{ readonly octets: Uint8Array; readonly text: string } | undefined>(OID_SLOTS);

/** An OBJECT IDENTIFIER in dotted form. The same few come again and again: each is spelt out once, and found by its octets. */
export function readOid(element: Der): string {
  const { source, tag, contentStart, end } = element;
  if (tag !== TAG.oid) throw new DerError('unexpected-tag', element.start);
  if (end - contentStart > MOST_OID_OCTETS) throw new DerError('bad-oid', element.start);
  let slot = 0;
  for (let i = contentStart; i < end; i += 1) slot = (slot * 31 + (source[i] as number)) % OID_SLOTS;
  const known = oids[slot];
  if (known && isAt(known.octets, source, contentStart, end)) return known.text;
  const octets = new Uint8Array(source.subarray(contentStart, end)); // of a Buffer, slice would be no copy
  const text = decodeOid(octets, element.start);
  oids[slot] = { octets, text };
  return text;
}

function isAt(octets: Uint8Array, source: Uint8Array, start: number, end: number): boolean {
  if (octets.length !== end - start) return false;
  for (let i = 0; i < octets.length; i += 1) if (octets[i] !== source[start + i]) return false;
  return true;
}

/** Decodes the contents octets of an OBJECT IDENTIFIER. */
export function decodeOid(bytes: Uint8Array, offset = 0): string {
  if (bytes.length === 0 || bytes.length > MOST_OID_OCTETS) throw new DerError('bad-oid', offset);
  const arcs: number[] = [];
  let arc = 0;
  let fresh = true;
  for (const byte of bytes) {
    if (fresh && byte === 0x80) throw new DerError('bad-oid', offset);
    arc = arc * 128 + (byte & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new DerError('bad-oid', offset);
    fresh = byte < 0x80;
    if (fresh) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const first = arcs[0];
  if (!fresh || first === undefined) throw new DerError('bad-oid', offset);
  const root = Math.min(2, Math.floor(first / 40));
  return [root, first - root * 40, ...arcs.slice(1)].join('.');
}

/** A BIT STRING: its octets and how many bits of the last one do not count (they must be zero). */
export function readBitString(element: Der): { readonly bytes: Uint8Array; readonly unusedBits: number } {
  if (element.tag !== TAG.bitString && (element.tag & 0xe0) !== 0x80)
    throw new DerError('unexpected-tag', element.start);
  const all = contents(element);
  const unusedBits = all[0];
  if (unusedBits === undefined || unusedBits > 7 || (all.length === 1 && unusedBits > 0))
    throw new DerError('bad-bit-string', element.start);
  const last = all[all.length - 1] as number;
  if (unusedBits > 0 && (last & ((1 << unusedBits) - 1)) !== 0)
    throw new DerError('bad-bit-string', element.start);
  return { bytes: all.subarray(1), unusedBits };
}

/** Contents of an OCTET STRING. */
export const readOctetString = (element: Der | undefined): Uint8Array =>
  contents(expect(element, TAG.octetString));

/** Whether two byte strings are the same. Not for secrets: it stops at the first difference. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
