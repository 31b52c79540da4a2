// Asks about one certificate (RFC 6960 4.1): its issuer by SHA-256, and a nonce, so that an old answer cannot be played back.
import { digest } from '../crypto/digest.ts';
import { explicit, integer, nullValue, octetString, oid, sequence } from '../portable/der-writer.ts';
import { EXTENSION } from '../x509/object-identifiers.ts';
import type { Certificate } from '../x509/x509-certificate.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';

/** The DER of an OCSPRequest. @param nonce 16 to 32 random octets (RFC 8954) */
export function makeOcspRequest(
  certificate: Certificate,
  issuer: Certificate,
  nonce: Uint8Array,
): Uint8Array {
  const certId = sequence(
    sequence(oid(SHA256), nullValue()),
    octetString(digest('sha256', certificate.issuer.bytes)),
    octetString(digest('sha256', issuer.publicKey.key)),
    integer(certificate.serial),
  );
  const extensions = sequence(sequence(oid(EXTENSION.ocspNonce), octetString(octetString(nonce))));
  return sequence(sequence(sequence(sequence(certId)), explicit(2, extensions)));
}
