// Writes any X.509 certificate from a description, right or wrong: the sandbox issues with it, tests break chains with it.
import {
  bitString,
  element,
  explicit,
  integer,
  nullValue,
  oid,
  sequence,
  time,
} from '../../src/signature/portable/der-writer.ts';
import type { PrivateKey } from '../../src/signature/portable/private-key.ts';
import { signBytes, signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';
import { keyIdentifier } from './extensions.ts';
import { name } from './names.ts';
import type { NameAttribute } from './names.ts';

/** Faults that no honest authority makes. */
export type Fault = 'flipped-signature' | 'algorithms-disagree' | 'negative-serial';

export interface CertificateDescription {
  readonly subject: readonly NameAttribute[];
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** Whose name stands as issuer, and whose key signs. */
  readonly issuer: { readonly name: readonly NameAttribute[]; readonly key: PrivateKey };
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Finished extensions, in their order. None at all makes a certificate of version 1. */
  readonly extensions: readonly Uint8Array[];
  /** Otherwise the key identifier, masked as the national centre does. */
  readonly serial?: Uint8Array;
  readonly fault?: Fault;
}

/**
 * The serial number the national centre gives: the key identifier with the sign bit cleared. Its first digit is never zero.
 */
export function serialOf(spki: Uint8Array): Uint8Array {
  const serial = keyIdentifier(spki).slice();
  const first = (serial[0] as number) & 0x7f;
  serial[0] = first < 0x10 ? first | 0x10 : first;
  return serial;
}

/** DER of the certificate. */
export async function buildCertificate(description: CertificateDescription): Promise<Uint8Array> {
  const { subject, issuer, publicKey, extensions, fault } = description;
  const algorithm = signingAlgorithm(issuer.key).identifier;
  const serial = description.serial ?? serialOf(publicKey);
  const tbs = sequence(
    ...(extensions.length > 0 ? [explicit(0, integer(2))] : []),
    fault === 'negative-serial' ? element(0x02, Uint8Array.of(0x80, ...serial)) : integer(serial),
    algorithm,
    name(issuer.name),
    sequence(time(description.notBefore), time(description.notAfter)),
    name(subject),
    publicKey,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
  return signedObject(tbs, issuer.key, fault);
}

/** SEQUENCE { to be signed, algorithm, signature }: the frame of certificates, CRLs and OCSP responses. */
export async function signedObject(tbs: Uint8Array, key: PrivateKey, fault?: Fault): Promise<Uint8Array> {
  const signature = (await signBytes(key, tbs)).slice();
  if (fault === 'flipped-signature') signature[40] = (signature[40] as number) ^ 1;
  const stated =
    fault === 'algorithms-disagree'
      ? sequence(oid('1.2.840.113549.1.1.13'), nullValue())
      : signingAlgorithm(key).identifier;
  return sequence(tbs, stated, bitString(signature));
}
