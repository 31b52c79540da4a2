// Signing and verifying by GOST 34.10-2015 and GOST 34.310-2004 (RFC 7091 section 6). Kazakhstan writes every number least significant
// byte first: a public key is x||y, a signature r||s, and the hash is read the same way. That is RFC 9215's layout reversed.
import type { GostCurve } from './gost-curves.ts';
import { hmacSha512 } from './digest.ts';
import { concat } from './der-writer.ts';
import { invert } from './gost-field.ts';
import { createGostGroup } from './gost-group.ts';
import type { GostGroup, Point, PreparedPoint } from './gost-group.ts';

/** The number whose least significant byte comes first. */
export function readLittleEndian(bytes: Uint8Array): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let value = 0n;
  let at = bytes.length;
  while (at % 8 !== 0) value = (value << 8n) | BigInt(view.getUint8((at -= 1)));
  while (at > 0) value = (value << 64n) | view.getBigUint64((at -= 8), true);
  return value;
}

/** `length` bytes of a number, least significant byte first. */
export function writeLittleEndian(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  const digits = value.toString(16).padStart(length * 2, '0');
  if (digits.length > length * 2) throw new RangeError('number does not fit');
  for (let i = 0; i < length; i += 1)
    bytes[length - 1 - i] = Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16);
  return bytes;
}

const groups = new Map<GostCurve, GostGroup>();

/** The group of a curve by the arithmetic of this folder. */
export function portableGroupOf(curve: GostCurve): GostGroup {
  const known = groups.get(curve);
  if (known) return known;
  const group = createGostGroup(curve);
  groups.set(curve, group);
  return group;
}

/** The point that a public key means, or nothing when it is not a point of the curve's group. */
function readPublicKey(group: GostGroup, publicKey: Uint8Array): Point | undefined {
  const { bytes, cofactor } = group.curve;
  if (publicKey.length !== bytes * 2) return undefined;
  const point = {
    x: readLittleEndian(publicKey.subarray(0, bytes)),
    y: readLittleEndian(publicKey.subarray(bytes)),
  };
  if (!group.contains(point)) return undefined;
  return cofactor === 1 || group.inSubgroup(point) ? point : undefined;
}

/** Whether the bytes x||y are a public key of this curve: on the curve, in the group of order n. */
export const isGostPublicKey = (curve: GostCurve, publicKey: Uint8Array): boolean =>
  readPublicKey(portableGroupOf(curve), publicKey) !== undefined;

const MOST_PREPARED = 32;
const prepared = new WeakMap<GostGroup, Map<string, Point | PreparedPoint>>();

/** The key of an authority: checked once, and given a table when it comes for the second time. The least used leaves first. */
function readFrequentKey(group: GostGroup, publicKey: Uint8Array): Point | PreparedPoint | undefined {
  const keys = prepared.get(group) ?? new Map<string, Point | PreparedPoint>();
  prepared.set(group, keys);
  const name = String.fromCharCode(...publicKey);
  const known = keys.get(name);
  const key =
    known && !('point' in known) ? group.prepare(known) : (known ?? readPublicKey(group, publicKey));
  if (!key) return undefined;
  keys.delete(name);
  keys.set(name, key);
  for (const oldest of keys.keys()) {
    if (keys.size <= MOST_PREPARED) break;
    keys.delete(oldest);
  }
  return key;
}

/** e: the hash as a number modulo n, where zero counts as one. */
function hashNumber(curve: GostCurve, digest: Uint8Array): bigint {
  const e = readLittleEndian(digest) % curve.n;
  return e === 0n ? 1n : e;
}

export interface GostVerification {
  readonly curve: GostCurve;
  /** x||y, each `curve.bytes` long, least significant byte first. */
  readonly publicKey: Uint8Array;
  /** r||s, likewise. */
  readonly signature: Uint8Array;
  /** Hash of the signed bytes: Streebog of `curve.bytes`, or GOST 34.311-95 for the curve of 2004. */
  readonly digest: Uint8Array;
  /** The key belongs to an authority and will come again: keep a table for it (0.1 to 0.4 MB), at most 32 are kept for a curve. */
  readonly frequent?: boolean;
  /** Whose arithmetic is used. Absent: that of this folder. */
  readonly groupOf?: (curve: GostCurve) => GostGroup;
}

/**
 * Whether a signature is right. Anything that does not fit (lengths, numbers out of range, a key that is no point of the group) is
 * simply not right; nothing is thrown for hostile input.
 */
export function verifyGost({
  curve,
  publicKey,
  signature,
  digest,
  frequent = false,
  groupOf = portableGroupOf,
}: GostVerification): boolean {
  const { bytes, n } = curve;
  if (signature.length !== bytes * 2 || digest.length !== bytes || publicKey.length !== bytes * 2)
    return false;
  const r = readLittleEndian(signature.subarray(0, bytes));
  const s = readLittleEndian(signature.subarray(bytes));
  if (r === 0n || s === 0n || r >= n || s >= n) return false;
  const group = groupOf(curve);
  const q = frequent ? readFrequentKey(group, publicKey) : readPublicKey(group, publicKey);
  if (!q) return false;
  const inverse = invert(hashNumber(curve, digest), n);
  return group.sumHasX({ u: (s * inverse) % n, v: ((n - r) * inverse) % n, q, r });
}

function checkPrivateKey(curve: GostCurve, privateKey: bigint): void {
  if (privateKey <= 0n || privateKey >= curve.n) throw new RangeError('private key out of range');
}

/** The public key x||y of a private key d; throws RangeError unless 0 < d < n. */
export function publicKeyOf(curve: GostCurve, privateKey: bigint): Uint8Array<ArrayBuffer> {
  checkPrivateKey(curve, privateKey);
  const { x, y } = portableGroupOf(curve).multiplyGenerator(privateKey);
  return joinNumbers(curve, x, y);
}

const joinNumbers = (curve: GostCurve, first: bigint, second: bigint): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(curve.bytes * 2);
  joined.set(writeLittleEndian(first, curve.bytes));
  joined.set(writeLittleEndian(second, curve.bytes), curve.bytes);
  return joined;
};

const random = (length: number): Uint8Array => globalThis.crypto.getRandomValues(new Uint8Array(length));

/** A new private key, evenly distributed between 1 and n-1. */
export function generatePrivateKey(curve: GostCurve): bigint {
  for (;;) {
    const candidate = readLittleEndian(random(curve.bytes));
    if (candidate > 0n && candidate < curve.n) return candidate;
  }
}

/**
 * A fresh secret number below n for one signature. It depends on the private key, on the hash and on new randomness: neither a broken
 * random generator nor a hash that comes again makes two signatures share it (the idea of RFC 6979 section 3.6). 1024 bits are
 * reduced, so that no value is likelier than another.
 */
function makeNonce(curve: GostCurve, privateKey: bigint, digest: Uint8Array): bigint {
  const secret = writeLittleEndian(privateKey, curve.bytes);
  const seed = concat(random(64), digest, new TextEncoder().encode(curve.parameterOid));
  const wide = [1, 2].map((part) => hmacSha512(secret, concat(Uint8Array.of(part), seed)));
  return readLittleEndian(concat(...wide)) % curve.n;
}

/**
 * Signs a hash. Takes a time that depends on its secrets: for keys of persons on their own machine and for the sandbox, never a
 * service that strangers can time.
 * @returns r||s, each `curve.bytes` long, least significant byte first; throws RangeError when the private key or the hash has the
 * wrong size
 */
export function signGost({
  curve,
  privateKey,
  digest,
}: {
  readonly curve: GostCurve;
  readonly privateKey: bigint;
  readonly digest: Uint8Array;
}): Uint8Array<ArrayBuffer> {
  checkPrivateKey(curve, privateKey);
  if (digest.length !== curve.bytes) throw new RangeError('hash has the wrong length');
  const { n } = curve;
  const e = hashNumber(curve, digest);
  for (;;) {
    const k = makeNonce(curve, privateKey, digest);
    if (k === 0n) continue;
    const r = portableGroupOf(curve).multiplyGenerator(k).x % n;
    const s = (r * privateKey + k * e) % n;
    if (r > 0n && s > 0n) return joinNumbers(curve, r, s);
  }
}
