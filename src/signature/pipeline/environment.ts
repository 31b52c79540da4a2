// What one verification knows: whom it trusts, which policy it applies, the moments, the revocation data at hand, and its budget.
import type { Budget } from '../limits.ts';
import type { KnownCrl, KnownOcsp } from '../path/revocation-status.ts';
import type { SignaturePolicy } from '../policy/policies.ts';
import type { TrustSet } from '../trust/trust-set.ts';
import type { Certificate } from '../x509/x509-certificate.ts';

export interface Environment {
  readonly trust: TrustSet;
  readonly policy: SignaturePolicy;
  /** The present, in milliseconds. */
  readonly now: number;
  /** When the signature is known to have been received, in milliseconds; never after `now`. */
  readonly receivedAt: number;
  readonly crls: readonly KnownCrl[];
  readonly ocsp: readonly KnownOcsp[];
  readonly budget: Budget;
}

/** A certificate whose status nobody could tell, and its issuer. */
export interface Want {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

/** What a verdict rests on, as it can be stored and verified again. */
export class Evidence {
  readonly certificates: Certificate[] = [];
  readonly crls = new Map<string, Uint8Array>();
  readonly ocsp = new Map<string, Uint8Array>();

  addCertificate(certificate: Certificate): void {
    if (!this.certificates.some((known) => known.equals(certificate))) this.certificates.push(certificate);
  }

  add(kind: 'crls' | 'ocsp', bytes: Uint8Array): void {
    this[kind].set(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), bytes);
  }
}
