// What is known about the revocation of one certificate, from which source, and the moments it is known for.
import type { Budget } from '../limits.ts';
import type { OcspResponse } from '../revocation/ocsp-response.ts';
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';
import type { CertificateList } from '../x509/x509-crl.ts';

export interface KnownCrl {
  readonly crl: CertificateList;
  /** Where it came from: an address of the trust set, "message", "caller". */
  readonly source: string;
}

export interface KnownOcsp {
  readonly response: OcspResponse;
  readonly source: string;
  /** The nonce that was sent, when we asked ourselves; the answer must repeat it. */
  readonly nonce?: Uint8Array | undefined;
}

/** The moments and ages that decide which revocation data counts. Milliseconds. */
export interface Timing {
  /** The moment for which the status is asked. */
  readonly at: number;
  /** The present: nothing may come from after it. */
  readonly now: number;
  readonly crlMaxAge?: number | undefined;
  readonly ocspMaxAge?: number | undefined;
}

export interface RevocationContext {
  readonly crls: readonly KnownCrl[];
  readonly ocsp: readonly KnownOcsp[];
  /** Certificates among which separate signers of CRLs and answers are looked for. */
  readonly pool: readonly Certificate[];
  readonly timing: Timing;
  readonly budget: Budget;
  /** Whether the algorithm of a list or an answer counts. */
  readonly accepts: (algorithm: AlgorithmIdentifier) => boolean;
  /** Whether a certificate has a valid path of its own, unrevoked, to the anchor at a moment. */
  readonly hasPath: (certificate: Certificate, anchor: Certificate, at: number) => boolean;
}

/** The issuer of a certificate as the path found it. */
export interface IssuerOnPath {
  readonly certificate: Certificate;
  /** Its key, completed with inherited parameters. */
  readonly key: PublicKeyInfo;
  readonly anchor: Certificate;
}

/** What a list or an answer is as evidence. */
export interface StatusEvidence {
  readonly source: string;
  readonly kind: 'crl' | 'ocsp';
  readonly thisUpdate: number;
  /** The lists or answers themselves, DER. */
  readonly encodings: readonly Uint8Array[];
}

export type RevocationStatus =
  | (StatusEvidence & {
      readonly status: 'good';
      /** Set when the certificate was revoked after the moment asked for. */
      readonly revokedLater?: number | undefined;
    })
  | (StatusEvidence & { readonly status: 'revoked'; readonly revokedAt: number; readonly reason: number })
  | { readonly status: 'unknown'; readonly why: string };

/** Clocks differ: an answer may seem to come from this much later. */
const CLOCK_SKEW = 60_000;
/** An answer that does not say when the next one comes is news for a quarter of an hour. */
const OCSP_AGE_WITHOUT_NEXT_UPDATE = 15 * 60_000;

export interface Issued {
  readonly kind: 'crl' | 'ocsp';
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
}

/** Why data of a certain age says nothing about the moment asked for; `undefined` when it does. */
export function timingFlaw({ kind, thisUpdate, nextUpdate }: Issued, timing: Timing): string | undefined {
  if (thisUpdate > timing.now + CLOCK_SKEW) return 'from the future';
  if (thisUpdate >= timing.at) return undefined;
  if (nextUpdate !== undefined && nextUpdate < timing.at) return 'out of date';
  const withoutNext = kind === 'crl' ? 0 : OCSP_AGE_WITHOUT_NEXT_UPDATE;
  const most =
    (kind === 'crl' ? timing.crlMaxAge : timing.ocspMaxAge) ??
    (nextUpdate === undefined ? withoutNext : Infinity);
  return timing.at - thisUpdate > most ? 'too old' : undefined;
}

/** Revoked at the moment asked for: listed by data of that time, or listed later with a date up to it. */
export const isRevokedAt = (revokedAt: number, thisUpdate: number, at: number): boolean =>
  thisUpdate <= at + CLOCK_SKEW || revokedAt <= at;
