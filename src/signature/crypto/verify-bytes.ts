// One signature over bytes with one key: RSA, ECDSA, Ed25519 and DSA by node:crypto, GOST by our own arithmetic.
import { constants, verify } from 'node:crypto';
import type { PublicKeyInfo } from '../x509/x509-certificate.ts';
import { readDer, readOctetString } from '../portable/der-reader.ts';
import { verifyGost } from '../portable/gost-signature.ts';
import { digest } from './digest.ts';
import { gostGroupOf } from './gost-group-of.ts';
import { gostCurveOf, keyInput, keyKindOf, nodeKey, type KeyKind } from './public-key.ts';
import type { SignatureScheme } from './signature-scheme.ts';

/** Why bytes, key and signature do not go together. */
export type SignatureFlaw = 'unknown-algorithm' | 'unknown-key' | 'key-of-other-kind' | 'signature-wrong';

const KEY_FOR: Readonly<Record<SignatureScheme['kind'], KeyKind['kind']>> = {
  'rsa-pkcs1': 'rsa',
  'rsa-pss': 'rsa',
  ecdsa: 'ec',
  dsa: 'dsa',
  ed25519: 'ed25519',
  'gost-2015': 'gost-2015',
  'gost-2004': 'gost-2004',
};

export interface SignedBytes {
  readonly scheme: SignatureScheme;
  readonly key: PublicKeyInfo;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  /** The key is an authority's and will come again: worth a table. */
  readonly frequentKey?: boolean;
}

/** Checks one signature. `undefined` when it is right, otherwise what is wrong with it. */
export function signatureFlaw(signed: SignedBytes): SignatureFlaw | undefined {
  const kind = keyKindOf(signed.key);
  if (!kind) return 'unknown-key';
  if (kind.kind !== KEY_FOR[signed.scheme.kind]) return 'key-of-other-kind';
  const right =
    kind.kind === 'gost-2015' || kind.kind === 'gost-2004'
      ? gostVerifies(signed)
      : nodeVerifies(signed, kind);
  return right ? undefined : 'signature-wrong';
}

function nodeVerifies(signed: SignedBytes, kind: KeyKind): boolean {
  const { scheme, key, data, signature, frequentKey } = signed;
  const handle = frequentKey ? nodeKey(key, kind) : undefined;
  if (frequentKey && !handle) return false;
  const given = handle ? { key: handle } : keyInput(key, kind);
  const digest = scheme.kind === 'ed25519' ? null : scheme.digest;
  try {
    if (scheme.kind !== 'rsa-pss') return verify(digest, data, given, signature);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify(digest, data, { ...given, padding, saltLength: scheme.saltLength }, signature);
  } catch {
    return false; // OpenSSL answers some malformed signatures and parameters by throwing
  }
}

function gostVerifies({ scheme, key, data, signature, frequentKey }: SignedBytes): boolean {
  const curve = gostCurveOf(key);
  if (!curve) return false;
  return verifyGost({
    curve,
    publicKey: readOctetString(readDer(key.key)),
    signature,
    digest: digest(scheme.digest, data),
    frequent: frequentKey ?? false,
    groupOf: gostGroupOf,
  });
}
