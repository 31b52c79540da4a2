// The status of one certificate from everything that is known: revoked by any source is revoked; otherwise one source that says good is
// enough.
import type { Certificate } from '../x509/x509-certificate.ts';
import { REASON } from '../x509/x509-crl.ts';
import { crlStatus } from './crl-status.ts';
import { ocspStatus } from './ocsp-status.ts';
import type { IssuerOnPath, RevocationContext, RevocationStatus } from './revocation-status.ts';

/** Joins OCSP and CRLs. A certificate on hold may be free again: of two sources that differ in that, the newer one is right. */
export function revocationStatus(
  certificate: Certificate,
  issuer: IssuerOnPath,
  context: RevocationContext,
): RevocationStatus {
  const byList = crlStatus(certificate, issuer, context);
  if (context.ocsp.length === 0) return byList;
  const byAnswer = ocspStatus(
    certificate,
    issuer,
    context,
    (responder, above) => crlStatus(responder, above, context).status === 'good',
  );
  const known = [byAnswer, byList].filter((found) => found.status !== 'unknown');
  const [newer, older] = known.sort((a, b) => b.thisUpdate - a.thisUpdate);
  if (!newer) return context.crls.length > 0 ? byList : byAnswer;
  if (older?.status === 'revoked' && older.reason !== REASON.certificateHold) return older;
  return newer;
}
