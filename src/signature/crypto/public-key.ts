// Public keys of certificates: which kind and size, and the form in which node:crypto takes them. RSA and EC keys go in as their numbers:
// the decoders of OpenSSL 3 take longer over a SubjectPublicKeyInfo than a whole verification takes.
import { createPublicKey, type JsonWebKeyInput, type KeyObject, type PublicKeyInput } from 'node:crypto';
import {
  childrenOf,
  DerError,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { findKeyAlgorithm } from '../portable/algorithms.ts';
import type { GostCurve } from '../portable/gost-curves.ts';
import { bitString, sequence } from '../portable/der-writer.ts';
import { hasNoParameters } from '../x509/algorithm-identifier.ts';
import type { PublicKeyInfo } from '../x509/x509-certificate.ts';

export type KeyKind =
  | { readonly kind: 'rsa' | 'dsa'; readonly bits: number }
  | { readonly kind: 'ec'; readonly curve: keyof typeof COORDINATE }
  | { readonly kind: 'ed25519' }
  | { readonly kind: 'gost-2015'; readonly bits: 256 | 512 }
  | { readonly kind: 'gost-2004' };

const KEY = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  dsa: '1.2.840.10040.4.1',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  gost2015With512: '1.2.398.3.10.1.1.2.2',
  gost2015With256: '1.2.398.3.10.1.1.2.1',
  gost2004: '1.2.398.3.10.1.1.1.1',
} as const;

/** Octets of a coordinate. */
const COORDINATE = { 'P-256': 32, 'P-384': 48, 'P-521': 66 } as const;

const CURVES: Readonly<Record<string, keyof typeof COORDINATE | undefined>> = {
  '1.2.840.10045.3.1.7': 'P-256',
  '1.3.132.0.34': 'P-384',
  '1.3.132.0.35': 'P-521',
};

/** Digests that a GOST key may name beside its curve (the only pairs the national centre uses). */
const GOST_DIGESTS: Readonly<Record<string, readonly string[]>> = {
  [KEY.gost2015With512]: ['1.2.398.3.10.1.3.3'],
  [KEY.gost2015With256]: ['1.2.398.3.10.1.3.2'],
  [KEY.gost2004]: ['1.2.398.3.10.1.3.1', '1.2.398.3.10.1.3.1.1.0'],
};

/** Sizes beyond these cost a verification more than they protect. */
const MOST_RSA_BITS = 8192;
const MOST_EXPONENT_OCTETS = 8;

interface RsaNumbers {
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/** Kind and size of a key; `undefined` when it is of no known kind or its encoding is wrong. */
export function keyKindOf(key: PublicKeyInfo): KeyKind | undefined {
  const known = key.made.kind;
  if (known) return known;
  try {
    const kind = readKind(key);
    if (kind) key.made.kind = kind;
    return kind;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function readKind(key: PublicKeyInfo): KeyKind | undefined {
  const { oid, parameters } = key.algorithm;
  switch (oid) {
    case KEY.rsa:
    case KEY.rsaPss: {
      const { modulus, exponent } = rsaNumbers(key);
      const bits = bitLength(modulus);
      const odd = ((exponent.at(-1) ?? 0) & 1) === 1 && !(exponent.length === 1 && exponent[0] === 1);
      return odd && exponent.length <= MOST_EXPONENT_OCTETS && bits <= MOST_RSA_BITS
        ? { kind: 'rsa', bits }
        : undefined;
    }
    case KEY.dsa:
      return parameters?.tag === TAG.sequence ? { kind: 'dsa', bits: dsaBits(parameters) } : undefined;
    case KEY.ec: {
      const curve = parameters?.tag === TAG.oid ? CURVES[readOid(parameters)] : undefined;
      return curve && { kind: 'ec', curve };
    }
    case KEY.ed25519:
      return hasNoParameters(key.algorithm) && key.key.length === 32 ? { kind: 'ed25519' } : undefined;
    case KEY.gost2015With512:
      return gostCurveOf(key) ? { kind: 'gost-2015', bits: 512 } : undefined;
    case KEY.gost2015With256:
      return gostCurveOf(key) ? { kind: 'gost-2015', bits: 256 } : undefined;
    case KEY.gost2004:
      return gostCurveOf(key) ? { kind: 'gost-2004' } : undefined;
    default:
      return undefined;
  }
}

/** The curve of a GOST key, if its parameters are the ones that belong to its kind and its octets have the right number. */
export function gostCurveOf(key: PublicKeyInfo): GostCurve | undefined {
  const expected = findKeyAlgorithm(key.algorithm.oid)?.curve;
  const [curve, digest, ...rest] = childrenOf(key.algorithm.parameters, TAG.sequence);
  if (!expected || !curve || rest.length > 0 || readOid(curve) !== expected.parameterOid) return undefined;
  if (digest && GOST_DIGESTS[key.algorithm.oid]?.includes(readOid(digest)) !== true) return undefined;
  return readOctetString(readDer(key.key)).length === expected.bytes * 2 ? expected : undefined;
}

function rsaNumbers(key: PublicKeyInfo): RsaNumbers {
  const [n, e, ...rest] = childrenOf(readDer(key.key), TAG.sequence);
  if (!n || !e || rest.length > 0) throw new DerError('unexpected-tag', 0);
  return { modulus: positive(n), exponent: positive(e) };
}

function positive(number: Der): Uint8Array {
  const bytes = readIntegerBytes(number);
  if ((bytes[0] as number) >= 0x80) throw new DerError('bad-integer', number.start);
  return bytes[0] === 0 ? bytes.subarray(1) : bytes;
}

function dsaBits(parameters: Der): number {
  const [p, q, g, ...rest] = childrenOf(parameters, TAG.sequence);
  if (!p || !q || !g || rest.length > 0) throw new DerError('unexpected-tag', parameters.start);
  const bits = bitLength(positive(p));
  if (bits > 4096 || bitLength(positive(q)) > 256) throw new DerError('bad-integer', p.start);
  return bits;
}

const bitLength = (bytes: Uint8Array): number =>
  bytes.length === 0 ? 0 : bytes.length * 8 - (Math.clz32(bytes[0] as number) - 24);

/** The handle of node:crypto, made once for each key that comes again; `undefined` when the key is refused. */
export function nodeKey(key: PublicKeyInfo, kind: KeyKind): KeyObject | undefined {
  let { handle } = key.made;
  if (handle === undefined) {
    try {
      handle = createPublicKey(keyInput(key, kind));
    } catch {
      handle = false; // OpenSSL refuses it: a point that is not on its curve, for one
    }
    key.made.handle = handle;
  }
  return handle || undefined;
}

/** What node:crypto makes a handle of. To use a key once this is cheaper than a handle, which the garbage collector must see off. */
export function keyInput(key: PublicKeyInfo, kind: KeyKind): PublicKeyInput | JsonWebKeyInput {
  if (kind.kind === 'rsa' && key.algorithm.oid === KEY.rsa)
    return { key: asBuffer(key.key), format: 'der', type: 'pkcs1' };
  if (kind.kind === 'ec' && key.key[0] === 4 && key.key.length === 1 + 2 * COORDINATE[kind.curve]) {
    const point = asBuffer(key.key);
    const half = 1 + COORDINATE[kind.curve];
    const x = point.toString('base64url', 1, half);
    const y = point.toString('base64url', half);
    return { key: { kty: 'EC', crv: kind.curve, x, y }, format: 'jwk' };
  }
  return { key: asBuffer(key.bytes), format: 'der', type: 'spki' };
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Whether a DSA key lacks the parameters that it takes from its issuer (RFC 3279 2.3.2). */
export const inheritsParameters = (key: PublicKeyInfo): boolean =>
  key.algorithm.oid === KEY.dsa && hasNoParameters(key.algorithm);

/** A key completed with the parameters of its issuer's key (RFC 5280 6.1.4 d-f). */
export function withParametersOf(key: PublicKeyInfo, issuer: PublicKeyInfo): PublicKeyInfo {
  if (!inheritsParameters(key) || issuer.algorithm.oid !== KEY.dsa || inheritsParameters(issuer)) return key;
  return {
    bytes: sequence(issuer.algorithm.bytes, bitString(key.key)),
    algorithm: issuer.algorithm,
    key: key.key,
    made: {},
  };
}
