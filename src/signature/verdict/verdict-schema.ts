// The shape of a verdict, as it is given out, stored and published. Plain JSON; moments are ISO 8601 in UTC.
import { z } from 'zod';
import { CHECK_IDS, OUTCOMES } from './check.ts';
import { WARNINGS } from './findings.ts';
import { FAILED_SUB_INDICATIONS, INDETERMINATE_SUB_INDICATIONS, INDICATIONS } from './indication.ts';

const moment = z.iso.datetime();
const base64 = z.base64();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const indication = z.enum(INDICATIONS);
const subIndication = z.enum([...FAILED_SUB_INDICATIONS, ...INDETERMINATE_SUB_INDICATIONS]);

const check = z.strictObject({
  id: z.enum(CHECK_IDS),
  outcome: z.enum(OUTCOMES),
  evidence: z.string(),
  source: z.string(),
});

const warnings = z.array(z.enum(WARNINGS));

const signingCertificate = z.strictObject({
  serial: z.string(),
  sha256,
  notBefore: moment,
  notAfter: moment,
});

const timeStamp = z.strictObject({
  /** What it is over: the signature value, or the signature with all its evidence. */
  kind: z.enum(['signature', 'archive']),
  accepted: z.boolean(),
  genTime: moment.optional(),
  /** How far the authority's clock may be off, as it says itself; milliseconds. */
  accuracy: z.number().int().nonnegative().optional(),
  /** When the certificate of the authority ends: before that the evidence must be time-stamped anew. */
  authorityUntil: moment.optional(),
  policy: z.string().optional(),
  indication,
  subIndication: subIndication.optional(),
  checks: z.array(check),
});

const signature = z.strictObject({
  indication,
  subIndication: subIndication.optional(),
  /**
   * CMS: without a signed reference to the certificate. B, T, LT, LTA: levels of ETSI EN 319 122-1, each only when what makes it has been
   * verified: T by an accepted time-stamp, LT when the evidence inside suffices without any server, LTA by an accepted archive time-stamp.
   */
  level: z.enum(['CMS', 'B', 'T', 'LT', 'LTA']),
  signer: z
    .strictObject({
      kind: z.enum(['individual', 'organisation', 'unknown']),
      purpose: z.enum(['signing', 'authentication', 'other']),
      roles: z.array(z.string()),
      iin: z.string().optional(),
      bin: z.string().optional(),
      commonName: z.string().optional(),
      organisation: z.string().optional(),
      certificate: signingCertificate,
    })
    .optional(),
  /** What the signer's own clock says; proves nothing. */
  claimedSigningTime: moment.optional(),
  /** The earliest moment at which the signature is proven to have existed, and by what (EN 319 102-1: best-signature-time). */
  bestSignatureTime: z.strictObject({ at: moment, proof: z.enum(['time-stamp', 'receipt', 'none']) }),
  timeStamps: z.array(timeStamp),
  counterSignatures: z.number().int(),
  checks: z.array(check),
  warnings,
});

export const verdictSchema = z.strictObject({
  format: z.literal('komek-signature-verdict-1'),
  indication,
  subIndication: subIndication.optional(),
  policy: z.strictObject({ name: z.string(), version: z.string(), algorithms: z.string() }),
  trust: z.strictObject({ name: z.string(), purpose: z.enum(['test', 'production']) }),
  verifiedAt: moment,
  /** With TRY_LATER: when another attempt makes sense. */
  tryAgainAt: moment.optional(),
  /** Checks of the message as a whole. */
  checks: z.array(check),
  signatures: z.array(signature),
  warnings,
  /** What the verdict rests on; may be stored for a later verification and left out of what is shown. */
  evidence: z
    .strictObject({
      signatureSha256: sha256,
      contentSha256: sha256.optional(),
      certificates: z.array(base64),
      crls: z.array(base64),
      ocsp: z.array(base64),
    })
    .optional(),
});

export type Verdict = z.infer<typeof verdictSchema>;
export type SignatureVerdict = Verdict['signatures'][number];
export type TimeStampVerdict = SignatureVerdict['timeStamps'][number];

/** The JSON schema that is published. */
export const verdictJsonSchema = (): unknown => z.toJSONSchema(verdictSchema);
