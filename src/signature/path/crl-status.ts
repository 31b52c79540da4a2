// CRLs (RFC 5280 6.3): which lists speak about a certificate, for which reasons, signed by whom, and what they and their deltas say.
import { contents, expect, sameBytes, TAG } from '../portable/der-reader.ts';
import { readMoment } from '../portable/der-time.ts';
import { ALL_REASONS, fullNames, type DistributionPoint } from '../x509/distribution-points.ts';
import { sameGeneralName, type GeneralName } from '../x509/general-name.ts';
import { EXTENSION } from '../x509/object-identifiers.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';
import { REASON, type CertificateList } from '../x509/x509-crl.ts';
import { KEY_USAGE, valueOf } from '../x509/x509-extensions.ts';
import { sameName } from '../x509/x509-name.ts';
import { linkFlaw } from './link.ts';
import {
  isRevokedAt,
  timingFlaw,
  type Issued,
  type IssuerOnPath,
  type KnownCrl,
  type RevocationContext,
  type RevocationStatus,
} from './revocation-status.ts';
import { orMalformed } from '../portable/or-malformed.ts';

interface Question {
  readonly certificate: Certificate;
  readonly issuer: IssuerOnPath;
  readonly context: RevocationContext;
}

/** What the known CRLs say about a certificate. */
export function crlStatus(
  certificate: Certificate,
  issuer: IssuerOnPath,
  context: RevocationContext,
): RevocationStatus {
  const question = { certificate, issuer, context };
  const lists = context.crls
    .filter(({ crl }) => !crl.isDelta)
    .sort((a, b) => b.crl.thisUpdate - a.crl.thisUpdate);
  let covered = 0;
  let why = 'no CRL';
  const good: Answer[] = [];
  for (const point of [...certificate.distributionPoints, implicitPoint(certificate)]) {
    for (const known of lists) {
      if (covered === ALL_REASONS) break;
      context.budget.spend('nameComparisons');
      const reasons = (known.crl.scope?.reasons ?? ALL_REASONS) & point.reasons;
      if ((reasons & ~covered) === 0 || !speaksAbout(known.crl, point, certificate)) continue;
      const answer = orMalformed(() => answerOf(known, point, question));
      if (typeof answer === 'string') why = `CRL ${answer}`;
      else if (answer.status === 'revoked') return answer;
      else {
        covered |= reasons;
        good.push(answer);
      }
    }
  }
  const [first] = good;
  if (covered === ALL_REASONS && first)
    return { ...first, encodings: good.flatMap((answer) => answer.encodings) };
  return { status: 'unknown', why: covered === 0 ? why : 'CRLs for some reasons only' };
}

/** The point that RFC 5280 6.3.3 assumes beyond those that the certificate names: its issuer's own list. */
const implicitPoint = (certificate: Certificate): DistributionPoint => ({
  name: { full: [{ kind: 'directory', name: certificate.issuer }] },
  reasons: ALL_REASONS,
  crlIssuer: undefined,
});

/** 6.3.3 (b): issuer and scope. */
function speaksAbout(crl: CertificateList, point: DistributionPoint, certificate: Certificate): boolean {
  const { scope } = crl;
  if (point.crlIssuer) {
    if (!scope?.indirect || !point.crlIssuer.some((name) => sameName(name, crl.issuer))) return false;
  } else if (!sameName(crl.issuer, certificate.issuer)) return false;
  if (!scope) return true;
  if (scope.onlyAttributeCertificates) return false;
  if (scope.onlyUserCertificates && certificate.isCa) return false;
  if (scope.onlyCaCertificates && !certificate.isCa) return false;
  if (!scope.name) return true;
  const ofScope = fullNames(scope.name, [crl.issuer]);
  return namesOf(point, certificate).some((name) => ofScope.some((other) => sameGeneralName(name, other)));
}

function namesOf(point: DistributionPoint, certificate: Certificate): GeneralName[] {
  if (point.name) return fullNames(point.name, point.crlIssuer ?? [certificate.issuer]);
  return (point.crlIssuer ?? []).map((name) => ({ kind: 'directory', name }));
}

type Answer = Exclude<RevocationStatus, { status: 'unknown' }>;

/** What a list and its delta say about the certificate, or why the list does not count. */
function answerOf({ crl, source }: KnownCrl, point: DistributionPoint, question: Question): string | Answer {
  if (!question.context.accepts(crl.signatureAlgorithm))
    return 'signed with an algorithm that does not count';
  const { certificate, context } = question;
  const outOfTime = timingFlaw(issued(crl), { ...context.timing, crlMaxAge: undefined });
  if (outOfTime) return outOfTime;
  const key = signerKey(crl, point, question);
  if (typeof key === 'string') return key;
  if (crl.hasUnknownCritical) return 'with an unknown critical extension';

  const delta = deltaFor(crl, key, context);
  const newest = delta ?? crl;
  const tooOld = timingFlaw(issued(newest), context.timing);
  if (tooOld) return tooOld;
  const { issuer, serial } = certificate;
  const entry = delta?.find(issuer, serial) ?? crl.find(issuer, serial);
  const { thisUpdate } = newest;
  const found = {
    kind: 'crl',
    source,
    thisUpdate,
    encodings: delta ? [crl.bytes, delta.bytes] : [crl.bytes],
  } as const;
  const listed = entry !== undefined && entry.reason !== REASON.removeFromCrl;
  if (listed && isRevokedAt(entry.revokedAt, thisUpdate, context.timing.at))
    return { status: 'revoked', ...found, revokedAt: entry.revokedAt, reason: entry.reason };
  if (forgetsExpired(crl, thisUpdate, certificate)) return 'from after expiry';
  return { status: 'good', ...found, ...(listed && { revokedLater: entry.revokedAt }) };
}

const issued = ({ thisUpdate, nextUpdate }: CertificateList): Issued => ({
  kind: 'crl',
  thisUpdate,
  nextUpdate,
});

/** After expiry a list may have dropped the certificate, unless it says that it keeps them (X.509 expiredCertsOnCRL). */
function forgetsExpired(crl: CertificateList, thisUpdate: number, certificate: Certificate): boolean {
  if (thisUpdate <= certificate.notAfter) return false;
  const since = valueOf(crl.extensions, EXTENSION.expiredCertsOnCrl, (value) =>
    readMoment(expect(value, TAG.generalizedTime)),
  );
  return since === undefined || since > certificate.notAfter;
}

/** The newest delta that completes a list (5.2.4, 6.3.3 c, h): same issuer, scope and key, built on it or an older one, and newer. */
function deltaFor(
  crl: CertificateList,
  key: PublicKeyInfo,
  { crls, timing, budget }: RevocationContext,
): CertificateList | undefined {
  const { number } = crl;
  if (number === undefined) return undefined;
  return crls
    .map((known) => known.crl)
    .filter((delta) => delta.baseNumber !== undefined && delta.baseNumber <= number)
    .filter(
      (delta) => delta.number !== undefined && delta.number >= number && sameName(delta.issuer, crl.issuer),
    )
    .filter(
      (delta) =>
        sameExtension(delta, crl, EXTENSION.issuingDistributionPoint) &&
        sameExtension(delta, crl, EXTENSION.authorityKeyIdentifier) &&
        !timingFlaw(issued(delta), { ...timing, crlMaxAge: undefined }) &&
        !linkFlaw(delta, key, budget) &&
        !delta.hasUnknownCritical,
    )
    .sort((a, b) => b.thisUpdate - a.thisUpdate)[0];
}

function sameExtension(a: CertificateList, b: CertificateList, oid: string): boolean {
  const [left, right] = [a.extensions.get(oid)?.value, b.extensions.get(oid)?.value];
  return (
    left === right ||
    (left !== undefined && right !== undefined && sameBytes(contents(left), contents(right)))
  );
}

/**
 * 6.3.3 (f) and (g): the key that signed the list, of the issuer on the path or of another certificate with a path of its own. A signer
 * of lists vouches for itself only where its own issuer has said, by cRLIssuer, that its status stands on its own list.
 */
function signerKey(
  crl: CertificateList,
  point: DistributionPoint,
  { certificate, issuer, context }: Question,
): PublicKeyInfo | string {
  const { budget, timing } = context;
  if (
    sameName(issuer.certificate.subject, crl.issuer) &&
    maySignLists(issuer.certificate) &&
    !linkFlaw(crl, issuer.key, budget)
  )
    return issuer.key;
  const moment = Math.max(timing.at, crl.thisUpdate);
  for (const candidate of [issuer.anchor, ...context.pool]) {
    if (!sameName(candidate.subject, crl.issuer) || !maySignLists(candidate)) continue;
    if (linkFlaw(crl, candidate.publicKey, budget)) continue;
    const vouchesForItself = point.crlIssuer !== undefined && candidate.equals(certificate);
    if (
      vouchesForItself ||
      candidate.equals(issuer.anchor) ||
      context.hasPath(candidate, issuer.anchor, moment)
    )
      return candidate.publicKey;
  }
  return 'not signed by an authority for it';
}

const maySignLists = (certificate: Certificate): boolean =>
  certificate.keyUsage === undefined || (certificate.keyUsage & KEY_USAGE.crlSign) !== 0;
