// The path of a signer or of a time-stamping authority under a trust set: built from pinned anchors and issuers, judged at one moment.
import { keyKindOf, type KeyKind } from '../crypto/public-key.ts';
import { schemeOf } from '../crypto/signature-scheme.ts';
import { findPath, type FoundPath } from '../path/find-path.ts';
import { algorithmFlaw, type AlgorithmFlaw } from '../policy/algorithm-policy.ts';
import type { TrustGroup } from '../trust/trust-set.ts';
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import type { Environment, Evidence, Want } from './environment.ts';

export interface PathQuestion {
  readonly certificate: Certificate;
  readonly group: TrustGroup;
  /** Certificates that came with the message. */
  readonly hints: readonly Certificate[];
  /** The moment to judge at, in milliseconds. */
  readonly at: number;
  readonly asksStatus: (isTarget: boolean) => boolean;
}

/** Finds the path of a certificate to an anchor of its group. @throws LimitExceeded */
export function findTrustedPath(
  question: PathQuestion,
  environment: Environment,
): ReturnType<typeof findPath> {
  const { certificate, group, hints, at } = question;
  const { trust, policy, budget, crls, ocsp, now } = environment;
  const issuers = group.issuers.map((issuer) => issuer.certificate);
  return findPath({
    target: certificate,
    candidates: trust.intermediatesFromMessage ? [...issuers, ...hints] : issuers,
    anchors: group.anchors.map((anchor) => anchor.certificate),
    crls,
    ocsp,
    timing: { at, now, crlMaxAge: trust.freshness.crl, ocspMaxAge: trust.freshness.ocsp },
    policies: policy.pathInputs,
    budget,
    accepts: (algorithm) => acceptsAlgorithm(algorithm, at, environment),
    asksStatus: (_certificate, isTarget) => question.asksStatus(isTarget),
  });
}

function acceptsAlgorithm(algorithm: AlgorithmIdentifier, at: number, { policy }: Environment): boolean {
  const scheme = schemeOf(algorithm);
  return (
    scheme !== undefined && algorithmFlaw(policy.algorithms, { digest: scheme.digest }, at) === undefined
  );
}

/** The first algorithm on a path, signatures and keys, that the policy does not count at a moment. */
export function pathAlgorithmFlaw(
  { path }: FoundPath,
  at: number,
  { policy }: Environment,
): { flaw: AlgorithmFlaw; evidence: string } | undefined {
  for (const certificate of path.certificates) {
    const scheme = schemeOf(certificate.signatureAlgorithm);
    const key: KeyKind | undefined = keyKindOf(certificate.publicKey);
    const inherited = key === undefined; // DSA keys may take their parameters from the issuer
    const flaw = scheme
      ? algorithmFlaw(policy.algorithms, { digest: scheme.digest, ...(key && { key }) }, at)
      : 'never';
    if (flaw)
      return { flaw, evidence: `${scheme?.digest ?? 'unknown'}, key ${inherited ? 'unknown' : key.kind}` };
  }
  return undefined;
}

/** Members of a path whose status is not known. */
export const wantsOf = ({ members }: FoundPath): Want[] =>
  members
    .filter((member) => member.status?.status === 'unknown')
    .map(({ certificate, issuer }) => ({ certificate, issuer }));

/** Keeps what a path rests on. */
export function keepEvidence({ path, members }: FoundPath, evidence: Evidence): void {
  for (const certificate of path.certificates) evidence.addCertificate(certificate);
  evidence.addCertificate(path.anchor);
  for (const { status } of members) {
    if (status === undefined || status.status === 'unknown') continue;
    for (const encoding of status.encodings) evidence.add(status.kind === 'crl' ? 'crls' : 'ocsp', encoding);
  }
}
