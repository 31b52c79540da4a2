// Reads a trust set from a folder: trust.json and certificates, each pinned by SHA-256. Whatever is missing or other than pinned refuses
// to start.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { DerError } from '../portable/der-reader.ts';
import { readCertificate, type Certificate } from '../x509/x509-certificate.ts';
import { readCertificateFile } from './certificate-file.ts';
import { NATIONAL_TIME_STAMP_POLICIES, type Authority, type TrustGroup, type TrustSet } from './trust-set.ts';

const fileName = z.string().refine((name) => basename(name) === name, 'is a file of the folder itself');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is 64 hex digits, small');
const url = z.url({ protocol: /^https?$/ });

const authority = z.strictObject({
  file: fileName,
  sha256,
  ocsp: url.optional(),
  crl: url.optional(),
  deltaCrl: url.optional(),
});
const level = z.enum(['asked', 'switched-off']);

export const trustFileSchema = z.strictObject({
  name: z.string().min(1),
  purpose: z.enum(['test', 'production']),
  admitTestIdentities: z.boolean().default(false),
  anchors: z.array(authority).min(1),
  issuers: z.array(authority).default([]),
  timeStamping: z
    .strictObject({
      url: url.optional(),
      anchors: z.array(authority).min(1),
      issuers: z.array(authority).default([]),
      /** Policies under which a token counts; absent: those of the national centre. */
      policies: z.array(z.string().regex(/^\d+(\.\d+)+$/)).optional(),
    })
    .optional(),
  freshness: z
    .strictObject({
      ocspSeconds: z.number().int().positive().optional(),
      crlSeconds: z.number().int().positive().optional(),
    })
    .default({}),
  revocation: z
    .strictObject({
      signer: level.default('asked'),
      issuer: level.default('asked'),
      timeStamping: level.default('asked'),
    })
    .prefault({}),
});

export type TrustFile = z.infer<typeof trustFileSchema>;

/** A trust folder that must not be used; the message says which file and why. */
export class TrustError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TrustError';
  }
}

/**
 * Reads a folder with trust.json and its certificates (DER, PEM or base64).
 * @throws TrustError when anything is missing, malformed, or not the certificate that is pinned: the process must not start with it
 */
export function loadTrust(folder: string): TrustSet {
  const file = parseTrustFile(join(folder, 'trust.json'));
  const group = (part: { anchors: TrustFile['anchors']; issuers: TrustFile['issuers'] }): TrustGroup => ({
    anchors: part.anchors.map((item) => readAuthority(folder, item)),
    issuers: part.issuers.map((item) => readAuthority(folder, item)),
  });
  const stamping = file.timeStamping;
  const seconds = (value: number | undefined): number | undefined => value && value * 1000;
  return {
    name: file.name,
    purpose: file.purpose,
    admitTestIdentities: admitsTests(file),
    signing: group(file),
    timeStamping: {
      ...(stamping ? group(stamping) : { anchors: [], issuers: [] }),
      url: stamping?.url,
      policies: stamping?.policies ?? NATIONAL_TIME_STAMP_POLICIES,
    },
    intermediatesFromMessage: false,
    freshness: { ocsp: seconds(file.freshness.ocspSeconds), crl: seconds(file.freshness.crlSeconds) },
    revocation: file.revocation,
  };
}

function admitsTests(file: TrustFile): boolean {
  if (file.purpose === 'production' && file.admitTestIdentities)
    throw new TrustError(`${file.name}: a production trust set cannot admit test identities`);
  return file.admitTestIdentities;
}

function parseTrustFile(path: string): TrustFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new TrustError(`${path}: ${(error as Error).message}`);
  }
  const parsed = trustFileSchema.safeParse(json);
  if (!parsed.success) throw new TrustError(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readAuthority(folder: string, item: TrustFile['anchors'][number]): Authority {
  const path = join(folder, item.file);
  const der = readCertificateFile(readTrusted(path));
  if (!der) throw new TrustError(`${path}: holds no certificate`);
  const found = createHash('sha256').update(der).digest('hex');
  if (found !== item.sha256) throw new TrustError(`${path}: SHA-256 is ${found}, pinned is ${item.sha256}`);
  return {
    certificate: readTrustedCertificate(path, der),
    ocsp: item.ocsp,
    crl: item.crl,
    deltaCrl: item.deltaCrl,
  };
}

function readTrusted(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new TrustError(`${path}: ${(error as Error).message}`);
  }
}

function readTrustedCertificate(path: string, der: Uint8Array): Certificate {
  try {
    const certificate = readCertificate(der);
    if (certificate.isWellFormed) return certificate;
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
  }
  throw new TrustError(`${path}: is no certificate`);
}
