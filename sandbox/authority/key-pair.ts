// Keys of every kind that the portal may meet, made for the sandbox and for tests.
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { KEY_ALGORITHMS, digestAlgorithm } from '../../src/signature/portable/algorithms.ts';
import { bitString, integer, octetString, oid, sequence } from '../../src/signature/portable/der-writer.ts';
import { GOST_2004_A, GOST_256_A, GOST_512_A } from '../../src/signature/portable/gost-curves.ts';
import type { GostCurve } from '../../src/signature/portable/gost-curves.ts';
import {
  generatePrivateKey,
  publicKeyOf,
  writeLittleEndian,
} from '../../src/signature/portable/gost-signature.ts';
import { readPrivateKey } from '../../src/signature/portable/private-key.ts';
import type { PrivateKey } from '../../src/signature/portable/private-key.ts';

export type KeyPairKind = 'gost512' | 'gost256' | 'gost2004' | 'rsa1024' | 'rsa2048' | 'p256';

export interface KeyPair {
  readonly privateKey: PrivateKey;
  /** PrivateKeyInfo and SubjectPublicKeyInfo, DER. */
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
}

const CURVES: Readonly<Partial<Record<KeyPairKind, GostCurve>>> = {
  gost512: GOST_512_A,
  gost256: GOST_256_A,
  gost2004: GOST_2004_A,
};

/** Makes a new key. RSA keys take a moment. */
export function makeKeyPair(kind: KeyPairKind): KeyPair {
  const curve = CURVES[kind];
  if (curve) return restoreKeyPair(gostPkcs8(curve, generatePrivateKey(curve)));
  const { privateKey } =
    kind === 'p256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: kind === 'rsa1024' ? 1024 : 2048 });
  return restoreKeyPair(new Uint8Array(privateKey.export({ type: 'pkcs8', format: 'der' })));
}

/** The key pair that a PrivateKeyInfo holds; throws when it is none of the known kinds. */
export function restoreKeyPair(pkcs8: Uint8Array): KeyPair {
  const privateKey = readPrivateKey(pkcs8);
  if (!privateKey) throw new Error('this private key is of no known kind');
  if (privateKey.kind === 'gost')
    return {
      privateKey,
      pkcs8,
      spki: gostSpki(privateKey.curve, publicKeyOf(privateKey.curve, privateKey.d)),
    };
  const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return { privateKey, pkcs8, spki: new Uint8Array(spki) };
}

/** AlgorithmIdentifier of a national key: curve and hash are its parameters. */
function gostAlgorithm(curve: GostCurve): Uint8Array {
  const algorithm = KEY_ALGORITHMS.find((row) => row.curve === curve);
  if (!algorithm) throw new Error('this curve has no key algorithm');
  const hash =
    curve === GOST_2004_A
      ? '1.2.398.3.10.1.3.1.1.0'
      : digestAlgorithm(curve === GOST_256_A ? 'streebog256' : 'streebog512').oid;
  return sequence(oid(algorithm.oid), sequence(oid(curve.parameterOid), oid(hash)));
}

/** SubjectPublicKeyInfo of a national key: x||y in an OCTET STRING in the BIT STRING. */
export const gostSpki = (curve: GostCurve, publicKey: Uint8Array): Uint8Array =>
  sequence(gostAlgorithm(curve), bitString(octetString(publicKey)));

/** PrivateKeyInfo of a national key: d, least significant byte first, in two OCTET STRINGs. */
const gostPkcs8 = (curve: GostCurve, d: bigint): Uint8Array =>
  sequence(integer(0), gostAlgorithm(curve), octetString(octetString(writeLittleEndian(d, curve.bytes))));
