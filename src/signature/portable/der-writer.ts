// Writes DER: each function returns the finished encoding of one element, so structures are written as nested calls.
import { TAG } from './der-reader.ts';

/** Joins byte strings. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

/** One element with the identifier octet `tag` and these contents. */
export function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = concat(...content);
  return concat(Uint8Array.of(tag), lengthOctets(body.length), body);
}

export function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

export const sequence = (...content: readonly Uint8Array[]): Uint8Array => element(TAG.sequence, ...content);

/** SET OF: DER wants its elements in ascending order of their encodings. */
export const setOf = (...content: readonly Uint8Array[]): Uint8Array =>
  element(TAG.set, ...[...content].sort(compareBytes));

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** EXPLICIT context-specific tag around finished elements. */
export const explicit = (number: number, ...content: readonly Uint8Array[]): Uint8Array =>
  element(0xa0 | number, ...content);

/** IMPLICIT context-specific tag: the encoding with its identifier octet replaced, keeping whether it is constructed. */
export function implicit(number: number, encoded: Uint8Array): Uint8Array {
  const copy = new Uint8Array(encoded);
  copy[0] = 0x80 | ((encoded[0] as number) & 0x20) | number;
  return copy;
}

export const boolean = (value: boolean): Uint8Array => element(TAG.boolean, Uint8Array.of(value ? 0xff : 0));

export const nullValue = (): Uint8Array => element(TAG.null);

/** INTEGER of any size; a byte string is taken as an unsigned big-endian number. */
export function integer(value: number | bigint | Uint8Array): Uint8Array {
  return element(TAG.integer, value instanceof Uint8Array ? unsigned(value) : signed(BigInt(value)));
}

export const enumerated = (value: number): Uint8Array => element(TAG.enumerated, signed(BigInt(value)));

function unsigned(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start += 1;
  const trimmed = bytes.length === 0 ? Uint8Array.of(0) : bytes.subarray(start);
  return (trimmed[0] as number) >= 0x80 ? concat(Uint8Array.of(0), trimmed) : trimmed;
}

function signed(value: bigint): Uint8Array {
  let length = 1;
  while (value < -(1n << BigInt(length * 8 - 1)) || value >= 1n << BigInt(length * 8 - 1)) length += 1;
  const bytes = new Uint8Array(length);
  let rest = BigInt.asUintN(length * 8, value);
  for (let i = length - 1; i >= 0; i -= 1) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

/** OBJECT IDENTIFIER from its dotted form. */
export function oid(dotted: string): Uint8Array {
  const [root = 0, second = 0, ...arcs] = dotted.split('.').map(Number);
  const octets: number[] = [];
  for (const arc of [root * 40 + second, ...arcs]) {
    const digits = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
      digits.unshift((rest % 128) | 0x80);
    octets.push(...digits);
  }
  return element(TAG.oid, Uint8Array.from(octets));
}

export const octetString = (...content: readonly Uint8Array[]): Uint8Array =>
  element(TAG.octetString, ...content);

export const bitString = (bytes: Uint8Array, unusedBits = 0): Uint8Array =>
  element(TAG.bitString, Uint8Array.of(unusedBits), bytes);

const text = (tag: number, value: string): Uint8Array => element(tag, new TextEncoder().encode(value));
export const utf8String = (value: string): Uint8Array => text(TAG.utf8String, value);
export const printableString = (value: string): Uint8Array => text(TAG.printableString, value);
export const ia5String = (value: string): Uint8Array => text(TAG.ia5String, value);

/** UTCTime until 2049, GeneralizedTime from 2050 on (RFC 5280 4.1.2.5). */
export function time(moment: Date): Uint8Array {
  const digits = moment.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const year = moment.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? text(TAG.utcTime, `${digits.slice(2)}Z`)
    : text(TAG.generalizedTime, `${digits}Z`);
}

export const generalizedTime = (moment: Date): Uint8Array =>
  text(TAG.generalizedTime, `${moment.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`);
