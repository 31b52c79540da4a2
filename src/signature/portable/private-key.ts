// A private key as PKCS #8 holds it, and whether a certificate belongs to it.
import { findEcCurve, findKeyAlgorithm } from './algorithms.ts';
import type { CertificateFields } from './certificate-fields.ts';
import {
  DerError,
  TAG,
  childrenOf,
  context,
  contents,
  expect,
  readBitString,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
  sameBytes,
} from './der-reader.ts';
import type { Der } from './der-reader.ts';
import type { GostCurve } from './gost-curves.ts';
import { publicKeyOf, readLittleEndian } from './gost-signature.ts';

/** A key that can sign: a national one as a number, others as their PKCS #8 for WebCrypto. */
export type PrivateKey =
  | { readonly kind: 'gost'; readonly curve: GostCurve; readonly d: bigint }
  | { readonly kind: 'rsa'; readonly pkcs8: Uint8Array; readonly publicKey: Uint8Array }
  | { readonly kind: 'ec'; readonly pkcs8: Uint8Array; readonly publicKey: Uint8Array };

/** Reads a PrivateKeyInfo; nothing when the algorithm is not known or the key is not whole. Throws DerError when it is no PKCS #8. */
export function readPrivateKey(pkcs8: Uint8Array): PrivateKey | undefined {
  const [, algorithm, key] = childrenOf(readDer(pkcs8), TAG.sequence);
  const [oid, parameters] = childrenOf(algorithm, TAG.sequence);
  const known = findKeyAlgorithm(readOid(expect(oid, TAG.oid)));
  const bytes = readOctetString(key);
  if (known?.curve) return readGostKey(known.curve, parameters, bytes);
  if (known?.kind === 'rsa') return { kind: 'rsa', pkcs8: pkcs8.slice(), publicKey: rsaPublicKey(bytes) };
  if (known?.kind === 'ec') return readEcKey(pkcs8, parameters, bytes);
  return undefined;
}

/** d, least significant byte first, in an OCTET STRING of its own inside the OCTET STRING. */
function readGostKey(
  curve: GostCurve,
  parameters: Der | undefined,
  bytes: Uint8Array,
): PrivateKey | undefined {
  const named = parameters && childrenOf(parameters, TAG.sequence)[0];
  if (!named || readOid(named) !== curve.parameterOid) return undefined;
  const inner = bytes.length === curve.bytes ? bytes : readOctetString(readDer(bytes));
  if (inner.length !== curve.bytes) return undefined;
  const d = readLittleEndian(inner);
  return d > 0n && d < curve.n ? { kind: 'gost', curve, d } : undefined;
}

/** Modulus and exponent, as they stand in RSAPublicKey. */
function rsaPublicKey(rsaPrivateKey: Uint8Array): Uint8Array {
  const [, modulus, exponent] = childrenOf(readDer(rsaPrivateKey), TAG.sequence);
  readIntegerBytes(expect(modulus, TAG.integer));
  return rsaPrivateKey.slice((modulus as Der).start, expect(exponent, TAG.integer).end);
}

/** A P-256 key that carries its public point, as writers of key files do (RFC 5915). */
function readEcKey(
  pkcs8: Uint8Array,
  parameters: Der | undefined,
  bytes: Uint8Array,
): PrivateKey | undefined {
  const curve = parameters?.tag === TAG.oid ? findEcCurve(readOid(parameters)) : undefined;
  const point = childrenOf(readDer(bytes), TAG.sequence).find((field) => field.tag === context(1));
  if (curve?.name !== 'P-256' || !point) return undefined;
  const [bits] = childrenOf(point, context(1));
  return {
    kind: 'ec',
    pkcs8: pkcs8.slice(),
    publicKey: readBitString(expect(bits, TAG.bitString)).bytes.slice(),
  };
}

/** Whether the certificate's public key is the one of this private key. */
export function belongsTogether(key: PrivateKey, certificate: CertificateFields): boolean {
  const known = findKeyAlgorithm(certificate.keyAlgorithm);
  switch (key.kind) {
    case 'gost':
      return (
        known?.curve === key.curve && sameBytes(publicKeyOf(key.curve, key.d), gostPublicKey(certificate))
      );
    case 'rsa':
      return known?.kind === 'rsa' && sameBytes(contents(readDer(certificate.publicKey)), key.publicKey);
    case 'ec':
      return known?.kind === 'ec' && sameBytes(certificate.publicKey, key.publicKey);
  }
}

/** x||y of a national public key: an OCTET STRING inside the BIT STRING. Empty when it is none. */
export function gostPublicKey(certificate: Pick<CertificateFields, 'publicKey'>): Uint8Array {
  try {
    return readOctetString(readDer(certificate.publicKey));
  } catch (error) {
    if (error instanceof DerError) return new Uint8Array(0);
    throw error;
  }
}
