// Certification path validation on its own, for whoever needs RFC 5280 section 6 and nothing else: no table of allowed algorithms, no
// policy of the portal, no network.
import { judgementChecks } from './path/path-checks.ts';
import { findPath } from './path/find-path.ts';
import type { KnownCrl, KnownOcsp } from './path/revocation-status.ts';
import { DerError } from './portable/der-reader.ts';
import { Budget, DEFAULT_LIMITS, LimitExceeded, within, type Limits } from './limits.ts';
import { OcspRefusal, readOcspResponse } from './revocation/ocsp-response.ts';
import type { Check } from './verdict/check.ts';
import { indicationOf, type Indication, type SubIndication } from './verdict/indication.ts';
import { ANY_POLICY } from './x509/object-identifiers.ts';
import { readCertificate, type Certificate } from './x509/x509-certificate.ts';
import { readCrl } from './x509/x509-crl.ts';

export interface ValidatePathRequest {
  /** The certificate to judge, DER. */
  readonly target: Uint8Array;
  /** Certificates that may stand between target and anchor, or sign CRLs; hints, not trusted. */
  readonly candidates?: readonly Uint8Array[];
  /** Certificates whose name and key are trusted. */
  readonly anchors: readonly Uint8Array[];
  /** Complete and delta lists, in any order. */
  readonly crls?: readonly Uint8Array[];
  /** OCSPResponse structures. */
  readonly ocsp?: readonly Uint8Array[];
  /** The moment for which the path is judged. */
  readonly at: Date;
  /** Dotted names; absent or empty means any policy. */
  readonly initialPolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
  readonly limits?: Partial<Limits>;
}

export interface PathVerdict {
  readonly indication: Indication;
  readonly subIndication?: SubIndication;
  /** Certificates from the target up to the anchor, DER; the best one found when no path is good; empty when none was found. */
  readonly path: readonly Uint8Array[];
  readonly checks: readonly Check[];
}

/**
 * Validates a certification path after RFC 5280 section 6: builds it, applies 6.1, and asks CRLs (6.3) and OCSP answers (RFC 6960) for
 * the status of every certificate on it. Never throws for hostile input.
 */
export function validatePath(request: ValidatePathRequest): PathVerdict {
  try {
    return validate(request);
  } catch (error) {
    if (error instanceof LimitExceeded)
      return refused('limits', 'CERTIFICATE_CHAIN_GENERAL_FAILURE', error.limit);
    throw error;
  }
}

function validate(request: ValidatePathRequest): PathVerdict {
  const limits = { ...DEFAULT_LIMITS, ...request.limits };
  const { candidates = [], crls = [], ocsp = [], initialPolicies = [] } = request;
  within(limits, 'certificates', candidates.length);
  within(limits, 'crls', crls.length);
  within(limits, 'ocspAnswers', ocsp.length);
  const target = readable(request.target, readCertificate);
  if (!target)
    return refused('certificate-form', 'CERTIFICATE_CHAIN_GENERAL_FAILURE', 'target is no certificate');

  const at = request.at.getTime();
  const found = findPath({
    target,
    candidates: allReadable(candidates, readCertificate),
    anchors: allReadable(request.anchors, readCertificate).filter(
      (anchor: Certificate) => anchor.isWellFormed,
    ),
    crls: allReadable(crls, readCrl).map((crl): KnownCrl => ({ crl, source: 'caller' })),
    ocsp: allReadable(ocsp, readOcspResponse).map((response): KnownOcsp => ({ response, source: 'caller' })),
    timing: { at, now: at },
    policies: {
      initialPolicies: new Set(initialPolicies.length > 0 ? initialPolicies : [ANY_POLICY]),
      requireExplicitPolicy: request.requireExplicitPolicy ?? false,
      inhibitPolicyMapping: request.inhibitPolicyMapping ?? false,
      inhibitAnyPolicy: request.inhibitAnyPolicy ?? false,
    },
    budget: new Budget(limits),
  });
  if (found === 'malformed')
    return refused('certificate-form', 'CERTIFICATE_CHAIN_GENERAL_FAILURE', 'target has a malformed part');
  if (found === 'none')
    return refused('path-built', 'NO_CERTIFICATE_CHAIN_FOUND', 'no issuer leads to an anchor');
  return {
    indication: indicationOf(found.subIndication),
    ...(found.subIndication && { subIndication: found.subIndication }),
    path: [
      ...found.path.certificates.map((certificate) => certificate.bytes).reverse(),
      found.path.anchor.bytes,
    ],
    checks: judgementChecks(found),
  };
}

const refused = (
  id: 'limits' | 'certificate-form' | 'path-built',
  subIndication: SubIndication,
  evidence: string,
): PathVerdict => ({
  indication: indicationOf(subIndication),
  subIndication,
  path: [],
  checks: [{ id, outcome: 'failed', evidence, source: 'input' }],
});

/** Reads one structure; `undefined` when the bytes are none. */
function readable<T>(bytes: Uint8Array, read: (bytes: Uint8Array) => T): T | undefined {
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof DerError || error instanceof OcspRefusal) return undefined;
    throw error;
  }
}

const allReadable = <T>(all: readonly Uint8Array[], read: (bytes: Uint8Array) => T): T[] =>
  all.flatMap((bytes) => readable(bytes, read) ?? []);
