// Writes the result of an examination as a verdict.
import { hash } from 'node:crypto';
import { ATTRIBUTE_TYPE } from '../cms/object-identifiers.ts';
import { valuesOf, type SignerInfo } from '../cms/signed-data.ts';
import type { Environment } from '../pipeline/environment.ts';
import type { Examination } from '../pipeline/examine.ts';
import type { SignerResult } from '../pipeline/signer.ts';
import type { TimeStampResult } from '../pipeline/time-stamp.ts';
import { indicationOf, type SubIndication } from './indication.ts';
import type { SignatureVerdict, TimeStampVerdict, Verdict } from './verdict-schema.ts';

const iso = (time: number): string => new Date(time).toISOString();
const hex = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');
const sub = (subIndication: SubIndication | undefined): { subIndication?: SubIndication } =>
  subIndication === undefined ? {} : { subIndication };

/**
 * The verdict over a message: passed when the message and every one of its signatures passed.
 * @param signature the bytes as they came
 */
export function makeVerdict(
  examination: Examination,
  { trust, policy, now }: Environment,
  signature: Uint8Array,
): Verdict {
  const { findings, signers } = examination;
  const overall = findings.subIndication ?? worst(signers.map((signer) => signer.findings.subIndication));
  return {
    format: 'komek-signature-verdict-1',
    indication: indicationOf(overall),
    ...sub(overall),
    policy: { name: policy.name, version: policy.version, algorithms: policy.algorithms.name },
    trust: { name: trust.name, purpose: trust.purpose },
    verifiedAt: iso(now),
    checks: findings.checks,
    signatures: signers.map((signer, i) =>
      signatureVerdict(signer, examination.message?.signers[i] as SignerInfo),
    ),
    warnings: [...findings.warnings],
    evidence: evidenceOf(examination, signature),
  };
}

/** The sub-indication that a reader should hear: a definite failure before an open question, an open question before nothing. */
function worst(all: readonly (SubIndication | undefined)[]): SubIndication | undefined {
  const found = all.filter((subIndication) => subIndication !== undefined);
  const rank = { 'TOTAL-FAILED': 0, INDETERMINATE: 1, 'TOTAL-PASSED': 2 };
  const sorted = found.sort(
    (a, b) =>
      rank[indicationOf(a)] - rank[indicationOf(b)] || Number(a === 'TRY_LATER') - Number(b === 'TRY_LATER'),
  );
  return sorted[0];
}

function signatureVerdict(result: SignerResult, signer: SignerInfo): SignatureVerdict {
  const { findings, holder, certificate, claimedAt, best } = result;
  return {
    indication: findings.indication,
    ...sub(findings.subIndication),
    level: levelOf(result),
    ...(holder && certificate && { signer: signerOf(holder, certificate) }),
    ...(claimedAt !== undefined && { claimedSigningTime: iso(claimedAt) }),
    bestSignatureTime: { at: iso(best.at), proof: best.proof },
    timeStamps: [
      ...result.timeStamps.map((stamp) => timeStampVerdict(stamp, 'signature')),
      ...result.archiveTimeStamps.map((stamp) => timeStampVerdict(stamp, 'archive')),
    ],
    counterSignatures: valuesOf(signer.unsignedAttributes, ATTRIBUTE_TYPE.counterSignature).length,
    checks: findings.checks,
    warnings: [...findings.warnings],
  };
}

function signerOf(
  holder: NonNullable<SignerResult['holder']>,
  certificate: NonNullable<SignerResult['certificate']>,
): NonNullable<SignatureVerdict['signer']> {
  const { kind, purpose, roles, iin, bin, commonName, organisation } = holder;
  return {
    kind,
    purpose,
    roles: [...roles],
    ...(iin !== undefined && { iin }),
    ...(bin !== undefined && { bin }),
    ...(commonName !== undefined && { commonName }),
    ...(organisation !== undefined && { organisation }),
    certificate: {
      serial: certificate.serialHex,
      sha256: hex(certificate.sha256),
      notBefore: iso(certificate.notBefore),
      notAfter: iso(certificate.notAfter),
    },
  };
}

function timeStampVerdict(
  { findings, provenAt, info, authorityUntil }: TimeStampResult,
  kind: TimeStampVerdict['kind'],
): TimeStampVerdict {
  return {
    kind,
    accepted: provenAt !== undefined,
    ...(info && { genTime: iso(info.genTime), policy: info.policy }),
    ...(info?.accuracy !== undefined && { accuracy: info.accuracy }),
    ...(authorityUntil !== undefined && { authorityUntil: iso(authorityUntil) }),
    indication: findings.indication,
    ...sub(findings.subIndication),
    checks: findings.checks,
  };
}

/** Levels of ETSI EN 319 122-1. Each stands on the one below it, and on something that was verified. */
function levelOf({
  findings,
  timeStamps,
  archiveTimeStamps,
  standsAlone,
}: SignerResult): SignatureVerdict['level'] {
  const accepted = (stamps: readonly TimeStampResult[]): boolean =>
    stamps.some((stamp) => stamp.provenAt !== undefined);
  const bound = findings.checks.some(
    (check) => check.id === 'signing-certificate' && check.outcome === 'passed',
  );
  if (!bound) return 'CMS';
  if (!accepted(timeStamps)) return 'B';
  if (!standsAlone) return 'T';
  return accepted(archiveTimeStamps) ? 'LTA' : 'LT';
}

function evidenceOf(
  { evidence, content }: Examination,
  signature: Uint8Array,
): NonNullable<Verdict['evidence']> {
  return {
    signatureSha256: hash('sha256', signature, 'hex'),
    ...(content && { contentSha256: hex(content.digest('sha256')) }),
    certificates: evidence.certificates.map((certificate) => certificate.base64),
    crls: [...evidence.crls.keys()],
    ocsp: [...evidence.ocsp.keys()],
  };
}
