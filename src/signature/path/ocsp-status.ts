// OCSP (RFC 6960): an answer counts when it is about this certificate, of this time, repeats the nonce that was sent, and is signed by the
// issuer or by a responder that the issuer itself authorised.
import { createHash } from 'node:crypto';
import { digest } from '../crypto/digest.ts';
import { digestOf } from '../crypto/signature-scheme.ts';
import { sameBytes } from '../portable/der-reader.ts';
import { readTime } from '../portable/der-time.ts';
import { nonceOf, type CertId, type OcspResponse, type SingleResponse } from '../revocation/ocsp-response.ts';
import { EXTENSION, PURPOSE } from '../x509/object-identifiers.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { KEY_USAGE, unknownCritical, valueOf } from '../x509/x509-extensions.ts';
import { sameName } from '../x509/x509-name.ts';
import { linkFlaw } from './link.ts';
import {
  isRevokedAt,
  timingFlaw,
  type IssuerOnPath,
  type KnownOcsp,
  type RevocationContext,
  type RevocationStatus,
} from './revocation-status.ts';
import { orMalformed } from '../portable/or-malformed.ts';

/** Whether a responder's own certificate is unrevoked, asked of CRLs alone. */
export type IsUnrevoked = (certificate: Certificate, issuer: IssuerOnPath) => boolean;

/** What the known answers say about a certificate. */
export function ocspStatus(
  certificate: Certificate,
  issuer: IssuerOnPath,
  context: RevocationContext,
  isUnrevoked: IsUnrevoked,
): RevocationStatus {
  let why = 'no OCSP answer';
  let best: RevocationStatus | undefined;
  for (const known of context.ocsp) {
    for (const single of known.response.responses) {
      context.budget.spend('nameComparisons');
      if (!isAbout(single.id, certificate, issuer)) continue;
      const flaw = orMalformed(() =>
        answerFlaw(known, single, { certificate, issuer, context, isUnrevoked }),
      );
      if (flaw) {
        why = `OCSP answer ${flaw}`;
        continue;
      }
      const status = statusFrom(known, single, context.timing.at);
      if (status.status === 'unknown') why = status.why;
      else if (best?.status !== 'good' && best?.status !== 'revoked') best = status;
      else if (status.thisUpdate > best.thisUpdate) best = status;
    }
  }
  return best ?? { status: 'unknown', why };
}

function statusFrom({ response, source }: KnownOcsp, single: SingleResponse, at: number): RevocationStatus {
  if (single.status === 'unknown') return { status: 'unknown', why: 'the responder does not know it' };
  const found = { kind: 'ocsp', source, thisUpdate: single.thisUpdate, encodings: [response.bytes] } as const;
  if (single.status === 'good') return { status: 'good', ...found };
  const revokedAt = single.revokedAt ?? 0;
  return isRevokedAt(revokedAt, single.thisUpdate, at)
    ? { status: 'revoked', ...found, revokedAt, reason: single.reason }
    : { status: 'good', ...found, revokedLater: revokedAt };
}

interface Question {
  readonly certificate: Certificate;
  readonly issuer: IssuerOnPath;
  readonly context: RevocationContext;
  readonly isUnrevoked: IsUnrevoked;
}

function answerFlaw(known: KnownOcsp, single: SingleResponse, question: Question): string | undefined {
  const { response, nonce } = known;
  if (nonce !== undefined) {
    const repeated = nonceOf(response.extensions);
    if (!repeated || !sameBytes(repeated, nonce)) return 'without our nonce';
  }
  if (!question.context.accepts(response.signatureAlgorithm))
    return 'signed with an algorithm that does not count';
  const critical = [response.extensions, single.extensions].flatMap((list) =>
    unknownCritical(list, new Set([EXTENSION.ocspNonce])),
  );
  if (critical.length > 0) return 'with an unknown critical extension';
  const timing = timingFlaw({ kind: 'ocsp', ...single }, question.context.timing);
  if (timing) return timing;
  if (single.status === 'good' && forgetsExpired(single, question.certificate)) return 'from after expiry';
  return responderFlaw(response, question);
}

/** After expiry a responder may have forgotten the certificate, unless it says since when it keeps them (RFC 6960 4.4.4). */
function forgetsExpired(single: SingleResponse, certificate: Certificate): boolean {
  if (single.thisUpdate <= certificate.notAfter) return false;
  const cutoff = valueOf(single.extensions, EXTENSION.ocspArchiveCutoff, readTime);
  return cutoff === undefined || cutoff.getTime() > certificate.notAfter;
}

function isAbout(id: CertId, certificate: Certificate, issuer: IssuerOnPath): boolean {
  if (!sameBytes(id.serial, certificate.serial)) return false;
  const hash = digestOf(id.hash);
  if (!hash) return false;
  return (
    sameBytes(digest(hash, certificate.issuer.bytes), id.issuerNameHash) &&
    sameBytes(digest(hash, issuer.key.key), id.issuerKeyHash)
  );
}

/** RFC 6960 4.2.2.2: the issuer itself, or a certificate from the issuer's own hand for the purpose of signing answers. */
function responderFlaw(response: OcspResponse, question: Question): string | undefined {
  const { issuer, context } = question;
  if (namesResponder(response, issuer.certificate) && !linkFlaw(response, issuer.key, context.budget))
    return undefined;
  let flaw = 'not signed by issuer or responder';
  for (const candidate of [...response.certificates, ...context.pool]) {
    if (!candidate.isWellFormed || !namesResponder(response, candidate)) continue;
    if (linkFlaw(response, candidate.publicKey, context.budget)) continue;
    const problem = delegationFlaw(candidate, response, question);
    if (!problem) return undefined;
    flaw = problem;
  }
  return flaw;
}

function namesResponder({ responder }: OcspResponse, certificate: Certificate): boolean {
  if ('name' in responder) return sameName(responder.name, certificate.subject);
  return sameBytes(createHash('sha1').update(certificate.publicKey.key).digest(), responder.keyHash);
}

const PROCESSED: ReadonlySet<string> = new Set([
  EXTENSION.subjectKeyIdentifier,
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.keyUsage,
  EXTENSION.extKeyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.basicConstraints,
  EXTENSION.certificatePolicies,
  EXTENSION.crlDistributionPoints,
  EXTENSION.ocspNoCheck,
]);

function delegationFlaw(
  responder: Certificate,
  response: OcspResponse,
  { issuer, context, isUnrevoked }: Question,
): string | undefined {
  if (
    !sameName(responder.issuer, issuer.certificate.subject) ||
    linkFlaw(responder, issuer.key, context.budget)
  )
    return 'signed by somebody whom the issuer did not authorise';
  if (!responder.extKeyUsage?.includes(PURPOSE.ocspSigning)) return 'signed by a key for another purpose';
  const usage = responder.keyUsage ?? KEY_USAGE.digitalSignature;
  if ((usage & (KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation)) === 0)
    return 'signed by a key for another purpose';
  if (response.producedAt < responder.notBefore || response.producedAt > responder.notAfter)
    return 'signed by a responder out of its time';
  if (unknownCritical(responder.extensions, PROCESSED).length > 0)
    return 'signed by a responder with an unknown critical extension';
  if (!responder.extensions.has(EXTENSION.ocspNoCheck) && !isUnrevoked(responder, issuer))
    return 'signed by a responder of unknown status';
  return undefined;
}
