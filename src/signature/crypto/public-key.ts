// Public keys of certificates: which kind and size, and the handle of node:crypto. RSA and EC keys go in as JWK: OpenSSL 3 takes
// 230 µs for the DER form of an RSA key and 9 µs for its numbers.
import { createPublicKey, type KeyObject } from 'node:crypto';
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
  | { readonly kind: 'ec'; readonly curve: 'P-256' | 'P-384' | 'P-521' }
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

const CURVES: Readonly<Record<string, { name: 'P-256' | 'P-384' | 'P-521'; size: number } | undefined>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', size: 32 },
  '1.3.132.0.34': { name: 'P-384', size: 48 },
  '1.3.132.0.35': { name: 'P-521', size: 66 },
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
  const known = kinds.get(key);
  if (known) return known;
  try {
    const kind = readKind(key);
    if (kind) kinds.set(key, kind);
    return kind;
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

const kinds = new WeakMap<PublicKeyInfo, KeyKind>();

function readKind(key: PublicKeyInfo): KeyKind | undefined {
  const { oid, parameters } = key.algorithm;
  switch (oid) {
    case KEY.rsa:
    case KEY.rsaPss: {
      const { modulus, exponent } = rsaNumbers(key);
      const bits = bitLength(modulus);
      const odd = ((exponent.at(-1) ?? 0) & 1) === 1 && exponent.join() !== '1';
      return odd && exponent.length <= MOST_EXPONENT_OCTETS && bits <= MOST_RSA_BITS
        ? { kind: 'rsa', bits }
        : undefined;
    }
    case KEY.dsa:
      return parameters?.tag === TAG.sequence ? { kind: 'dsa', bits: dsaBits(parameters) } : undefined;
    case KEY.ec: {
      const curve = parameters?.tag === TAG.oid ? CURVES[readOid(parameters)] : undefined;
      return curve && { kind: 'ec', curve: curve.name };
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

const handles = new WeakMap<PublicKeyInfo, KeyObject | false>();

/** The handle of node:crypto, made once for each key; `undefined` when the key is refused. */
export function nodeKey(key: PublicKeyInfo, kind: KeyKind): KeyObject | undefined {
  let handle = handles.get(key);
  if (handle === undefined) {
    try {
      handle = makeHandle(key, kind);
    } catch {
      handle = false; // OpenSSL refuses it: a point that is not on its curve, for one
    }
    handles.set(key, handle);
  }
  return handle || undefined;
}

function makeHandle(key: PublicKeyInfo, kind: KeyKind): KeyObject {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
  if (kind.kind === 'rsa' && key.algorithm.oid === KEY.rsa) {
    const { modulus, exponent } = rsaNumbers(key);
    return createPublicKey({ key: { kty: 'RSA', n: text(modulus), e: text(exponent) }, format: 'jwk' });
  }
  if (kind.kind === 'ec' && key.key[0] === 4) {
    const size = (key.key.length - 1) / 2;
    const [x, y] = [key.key.subarray(1, 1 + size), key.key.subarray(1 + size)];
    const jwk = { kty: 'EC', crv: kind.curve, x: text(x), y: text(y) };
    if (size === Object.values(CURVES).find((curve) => curve?.name === kind.curve)?.size)
      return createPublicKey({ key: jwk, format: 'jwk' });
  }
  return createPublicKey({ key: Buffer.from(key.bytes), format: 'der', type: 'spki' });
}

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
  };
}
