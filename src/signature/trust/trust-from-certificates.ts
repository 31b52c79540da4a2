// A trust set made of bare certificates, for whoever has a folder of them and no trust.json: the command, tests, other programs.
import { sameName } from '../x509/x509-name.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import type { Authority, TrustGroup, TrustSet } from './trust-set.ts';

const authority = (certificate: Certificate): Authority => ({
  certificate,
  ocsp: undefined,
  crl: undefined,
  deltaCrl: undefined,
});

/**
 * Certificates that issued themselves, or that none of the others issued, become anchors; the rest stand between them and the signer, as
 * certificates of the message may. Time-stamps of any policy count; revocation is asked at every level.
 */
export function trustFromCertificates(
  certificates: readonly Certificate[],
  options: Partial<
    Pick<TrustSet, 'name' | 'purpose' | 'admitTestIdentities' | 'revocation' | 'freshness'>
  > = {},
): TrustSet {
  const isIssued = (certificate: Certificate): boolean =>
    !certificate.isSelfIssued &&
    certificates.some((other) => other !== certificate && sameName(other.subject, certificate.issuer));
  const group: TrustGroup = {
    anchors: certificates.filter((certificate) => !isIssued(certificate)).map(authority),
    issuers: certificates.filter(isIssued).map(authority),
  };
  return {
    name: 'certificates',
    purpose: 'production',
    admitTestIdentities: false,
    freshness: { ocsp: undefined, crl: undefined },
    revocation: { signer: 'asked', issuer: 'asked', timeStamping: 'asked' },
    ...options,
    signing: group,
    timeStamping: { ...group, url: undefined, policies: 'any' },
    intermediatesFromMessage: true,
  };
}
