// A manifest of pinned certificates, as an operator keeps one: which file has which SHA-256 and where it is published. Files of
// `trust-production/` and of `trust-test/` are two sets.
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import {
  NATIONAL_PRODUCTION,
  NATIONAL_TEST,
  type NationalTrust,
  type PinnedAuthority,
} from './national-trust.ts';

const url = z.url({ protocol: /^https?$/ });

const manifestSchema = z.object({
  /** Where time-stamps are asked, for each purpose. */
  timeStamping: z.object({ production: url.optional(), test: url.optional() }).optional(),
  certificates: z.array(
    z.object({
      file: z
        .string()
        .regex(/^trust-(production|test)\/[\w.-]+$/, 'is trust-production/NAME or trust-test/NAME'),
      sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hex digits, small'),
      subject: z.string(),
      issuer: z.string(),
      publishedAt: z.array(url),
      ocsp: url.optional(),
      crl: url.optional(),
      deltaCrl: url.optional(),
    }),
  ),
});

/** A manifest that cannot be used; the message says why. */
export class ManifestError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ManifestError';
  }
}

/**
 * The set of one purpose out of a manifest. A certificate that names itself as issuer is an anchor; the others are issuers. For a
 * certificate of the national centre, services that the manifest does not name are those that the portal knows.
 * @param text JSON
 * @throws ManifestError when it is malformed, pins a certificate for both purposes, or has no anchor of this one
 */
export function trustFromManifest(text: string, purpose: NationalTrust['purpose']): NationalTrust {
  const { certificates, timeStamping } = parseManifest(text);
  const ofPurpose = ({ file }: { file: string }): boolean => dirname(file) === `trust-${purpose}`;
  const mine = certificates.filter(ofPurpose);
  const others = new Set(certificates.filter((entry) => !ofPurpose(entry)).map(({ sha256 }) => sha256));
  const mixed = mine.find(({ sha256 }) => others.has(sha256));
  if (mixed) throw new ManifestError(`${mixed.file}: the same certificate is pinned for test and production`);
  const anchors = mine.filter(({ subject, issuer }) => subject === issuer);
  if (anchors.length === 0) throw new ManifestError(`The manifest has no ${purpose} root.`);
  const national = purpose === 'test' ? NATIONAL_TEST : NATIONAL_PRODUCTION;
  const isNational = ({ sha256 }: { readonly sha256: string }): boolean =>
    national.anchors.some((anchor) => anchor.sha256 === sha256);
  return {
    name: `manifest (${purpose})`,
    purpose,
    anchors: anchors.map((entry) => pinned(entry, national)),
    issuers: mine.filter((entry) => !anchors.includes(entry)).map((entry) => pinned(entry, national)),
    timeStampUrl: timeStamping?.[purpose] ?? (anchors.some(isNational) ? national.timeStampUrl : undefined),
  };
}

function pinned(
  {
    file,
    subject: _subject,
    issuer: _issuer,
    ...rest
  }: z.infer<typeof manifestSchema>['certificates'][number],
  national: NationalTrust,
): PinnedAuthority {
  const { ocsp, crl, deltaCrl } =
    [...national.anchors, ...national.issuers].find(({ sha256 }) => sha256 === rest.sha256) ?? {};
  const known = { ...(ocsp && { ocsp }), ...(crl && { crl }), ...(deltaCrl && { deltaCrl }) };
  return { ...known, ...(rest as Omit<PinnedAuthority, 'file'>), file: basename(file) };
}

function parseManifest(text: string): z.infer<typeof manifestSchema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ManifestError('The manifest is no JSON.');
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new ManifestError(`The manifest: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
