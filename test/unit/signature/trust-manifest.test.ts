// What a manifest of pinned certificates does not say of the national centre's services, the portal knows; of others it invents nothing.
import { describe, expect, test } from '@jest/globals';
import { NATIONAL_PRODUCTION } from '../../../src/signature/trust/national-trust.ts';
import { ManifestError, trustFromManifest } from '../../../src/signature/trust/trust-manifest.ts';

const [anchor] = NATIONAL_PRODUCTION.anchors;
const [issuer] = NATIONAL_PRODUCTION.issuers;

const entry = (sha256: string | undefined, more: object = {}) => ({
  file: 'trust-production/root.cer',
  sha256: sha256 ?? '',
  subject: 'CN=Root',
  issuer: 'CN=Root',
  publishedAt: [],
  ...more,
});
const read = (certificates: readonly object[], more: object = {}) =>
  trustFromManifest(JSON.stringify({ certificates, ...more }), 'production');

describe('services of a certificate in a manifest', () => {
  test('of the national centre are those that the portal knows', () => {
    const trust = read([
      entry(anchor?.sha256),
      entry(issuer?.sha256, { file: 'trust-production/nca.cer', subject: 'CN=NCA' }),
    ]);
    expect(trust.anchors).toEqual([expect.objectContaining({ crl: anchor?.crl })]);
    expect(trust.issuers).toEqual([
      expect.objectContaining({ ocsp: issuer?.ocsp, crl: issuer?.crl, deltaCrl: issuer?.deltaCrl }),
    ]);
    expect(trust.timeStampUrl).toBe(NATIONAL_PRODUCTION.timeStampUrl);
  });

  test('are those of the manifest where it names them', () => {
    const trust = read([entry(anchor?.sha256, { crl: 'http://mirror.test/root.crl' })], {
      timeStamping: { production: 'http://mirror.test/tsp' },
    });
    expect(trust.anchors[0]?.crl).toBe('http://mirror.test/root.crl');
    expect(trust.timeStampUrl).toBe('http://mirror.test/tsp');
  });

  test('of anybody else are unknown unless it names them', () => {
    const trust = read([entry('ab'.repeat(32))]);
    expect(trust.anchors[0]).toEqual({ file: 'root.cer', sha256: 'ab'.repeat(32), publishedAt: [] });
    expect(trust.timeStampUrl).toBeUndefined();
    expect(() => read([entry('ab'.repeat(32), { ocsp: 'file:///etc/passwd' })])).toThrow(ManifestError);
  });
});
