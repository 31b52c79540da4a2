// Which of the certificates at hand a signer means.
import { createHash } from 'node:crypto';
import { signingCertificateFlaw } from '../cms/ess.ts';
import type { SignerInfo } from '../cms/signed-data.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { DerError, sameBytes } from '../portable/der-reader.ts';
import { readCertificate, type Certificate } from '../x509/x509-certificate.ts';

/** Reads the certificates of a message; what cannot be read is passed over, and that is said. */
export function readCertificates(encodings: readonly Uint8Array[]): {
  readonly certificates: readonly Certificate[];
  readonly unreadable: number;
} {
  const certificates: Certificate[] = [];
  for (const encoding of encodings) {
    try {
      const certificate = readCertificate(encoding);
      if (certificate.isWellFormed) certificates.push(certificate);
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
    }
  }
  return { certificates, unreadable: encodings.length - certificates.length };
}

/** The certificate that a signer names; of several with that name, the one whose hash is signed. */
export function findSignerCertificate(
  signer: SignerInfo,
  certificates: readonly Certificate[],
): Certificate | undefined {
  const named = certificates.filter((certificate) => isNamed(signer, certificate));
  if (named.length < 2) return named[0];
  const bound = named.find(
    (certificate) =>
      orMalformed(() => signingCertificateFlaw(signer.signedAttributes, certificate)) === undefined,
  );
  return bound ?? named[0];
}

function isNamed({ id }: SignerInfo, certificate: Certificate): boolean {
  // Byte for byte: this name is not signed, and nobody who names a certificate writes it anew.
  if ('issuer' in id)
    return sameBytes(id.serial, certificate.serial) && sameBytes(id.issuer.bytes, certificate.issuer.bytes);
  const own = certificate.subjectKeyIdentifier;
  const keyIdentifier = own ?? createHash('sha1').update(certificate.publicKey.key).digest();
  return sameBytes(keyIdentifier, id.keyIdentifier);
}
