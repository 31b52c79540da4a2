// A time-stamp token (RFC 3161, RFC 5816): proof that a signature existed at a moment. A token that does not hold is no proof, and no
// more; it never spoils the signature that it hangs on.
import { CONTENT_TYPE } from '../cms/object-identifiers.ts';
import { readSignedData, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { readTstInfo, type TstInfo } from '../cms/tst-info.ts';
import { digest } from '../crypto/digest.ts';
import { keyKindOf } from '../crypto/public-key.ts';
import { digestOf, type DigestName } from '../crypto/signature-scheme.ts';
import { judgementChecks } from '../path/path-checks.ts';
import { algorithmFlaw } from '../policy/algorithm-policy.ts';
import { DerError, sameBytes } from '../portable/der-reader.ts';
import { Findings } from '../verdict/findings.ts';
import { EXTENSION, PURPOSE } from '../x509/object-identifiers.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { KEY_USAGE } from '../x509/x509-extensions.ts';
import { findTrustedPath, keepEvidence, pathAlgorithmFlaw, wantsOf } from './certificate-path.ts';
import type { Environment, Evidence, Want } from './environment.ts';
import { judgeCore } from './signature-core.ts';
import { findSignerCertificate, readCertificates } from './signer-certificate.ts';

export interface TimeStampResult {
  readonly findings: Findings;
  /** The moment that the token proves; only when everything about it holds. */
  readonly provenAt: number | undefined;
  /** What it claims, whether or not it holds. */
  readonly info: TstInfo | undefined;
  /** When the certificate of the authority ends, in milliseconds; `undefined` while nobody knows whose token it is. */
  readonly authorityUntil: number | undefined;
  readonly wants: readonly Want[];
}

/** Clocks of authorities and of ours differ by this much at most. */
const CLOCK_SKEW = 60_000;
/** A clock that may be off by more than this proves no time. */
const MOST_ACCURACY = 10 * 60_000;

/** What a token must be over, and since when the token itself is known to have existed. */
export interface Stamped {
  /** The bytes whose digest is the imprint: a signature value, or the input of an archive time-stamp by the imprint's algorithm. */
  readonly bytes: Uint8Array | ((imprint: DigestName) => Uint8Array);
  /** Milliseconds; a later time-stamp over this token proves it. Absent: the present. */
  readonly provenBy?: number;
}

/**
 * Verifies a token over bytes. What it proves is the latest moment that its accuracy leaves open. Its algorithms, and whether its authority
 * was still in force, are judged at the moment when the token itself is proven to have existed.
 * @throws LimitExceeded
 */
export function verifyTimeStamp(
  token: Uint8Array,
  stamped: Stamped,
  environment: Environment,
  evidence: Evidence,
): TimeStampResult {
  const findings = new Findings();
  const opened = openToken(token, environment);
  if (!opened) {
    findings.fail(
      'time-stamp-form',
      'FORMAT_FAILURE',
      'not a signed TSTInfo with one signer',
      'RFC 3161 2.4.2',
    );
    return { findings, provenAt: undefined, info: undefined, authorityUntil: undefined, wants: [] };
  }
  const { message, info } = opened;
  findings.pass('time-stamp-form', `policy ${info.policy}`, 'RFC 3161 2.4.2');
  judgeInfo(info, stamped, environment, findings);
  const provenBy = stamped.provenBy ?? environment.now;
  const certificate = authorityOf(message, environment);
  const bench = { environment, evidence, findings, provenBy };
  const wants = certificate ? judgeAuthority(message, certificate, info, bench) : unknownAuthority(findings);
  const latest = info.genTime + (info.accuracy ?? 0);
  const provenAt = findings.subIndication === undefined ? latest : undefined;
  return { findings, provenAt, info, authorityUntil: certificate?.notAfter, wants };
}

function openToken(
  token: Uint8Array,
  { budget }: Environment,
): { message: SignedData; info: TstInfo } | undefined {
  try {
    budget.spend('timeStamps');
    const message = readSignedData(token, budget);
    budget.spend('timeStampCertificates', message.certificates.length);
    if (message.contentType !== CONTENT_TYPE.tstInfo || !message.content || message.signers.length !== 1)
      return undefined;
    return { message, info: readTstInfo(message.content) };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function judgeInfo(info: TstInfo, stamped: Stamped, environment: Environment, findings: Findings): void {
  const { trust, policy, now } = environment;
  const name = digestOf(info.imprintAlgorithm);
  const weak = name ? algorithmFlaw(policy.algorithms, { digest: name }, stamped.provenBy ?? now) : 'never';
  const covers = name !== undefined && sameBytes(digest(name, bytesOf(stamped, name)), info.imprint);
  const wrong = covers ? undefined : 'over another signature';
  findings.judge('time-stamp-imprint', weak ? `digest ${name ?? 'unknown'} does not count` : wrong, {
    evidence: name ?? '',
    source: 'RFC 3161 2.4.2',
    otherwise: weak ? 'CRYPTO_CONSTRAINTS_FAILURE' : 'HASH_FAILURE',
  });
  const { policies } = trust.timeStamping;
  const allowed = policies === 'any' || policies.includes(info.policy);
  findings.judge('time-stamp-policy', allowed ? undefined : `policy ${info.policy} is not trusted`, {
    evidence: info.policy,
    source: 'trust set',
    otherwise: 'SIG_CONSTRAINTS_FAILURE',
  });
  const critical = [...info.extensions.values()].some((extension) => extension.critical);
  const future = info.genTime > now + CLOCK_SKEW ? 'from the future' : undefined;
  const vague =
    (info.accuracy ?? 0) > MOST_ACCURACY ? `its clock may be off by ${info.accuracy ?? 0} ms` : undefined;
  findings.judge('time-stamp-moment', critical ? 'unknown critical extension' : (future ?? vague), {
    evidence: `${new Date(info.genTime).toISOString()}, ${
      info.accuracy === undefined ? 'accuracy not stated' : `accurate to ${info.accuracy} ms`
    }`,
    source: 'genTime',
    otherwise: 'SIG_CONSTRAINTS_FAILURE',
  });
}

const bytesOf = ({ bytes }: Stamped, name: DigestName): Uint8Array =>
  typeof bytes === 'function' ? bytes(name) : bytes;

interface Bench {
  readonly environment: Environment;
  readonly evidence: Evidence;
  readonly findings: Findings;
  readonly provenBy: number;
}

function authorityOf(message: SignedData, { trust }: Environment): Certificate | undefined {
  const hints = readCertificates(message.certificates).certificates;
  const known = trust.timeStamping.issuers.map((issuer) => issuer.certificate);
  return findSignerCertificate(message.signers[0] as SignerInfo, [...hints, ...known]);
}

function unknownAuthority(findings: Findings): Want[] {
  findings.fail('signer-certificate', 'NO_SIGNING_CERTIFICATE_FOUND', 'not in the token', 'token');
  return [];
}

function judgeAuthority(message: SignedData, certificate: Certificate, info: TstInfo, bench: Bench): Want[] {
  const { environment, findings, provenBy } = bench;
  const { policy } = environment;
  const hints = readCertificates(message.certificates).certificates;
  findings.pass('signer-certificate', `serial ${certificate.serialHex}`, 'token');
  environment.budget.spend('signatureChecks');
  const used = judgeCore(
    {
      signer: message.signers[0] as SignerInfo,
      certificate,
      key: certificate.publicKey,
      contentType: CONTENT_TYPE.tstInfo,
      contentDigest: (name) => digest(name, message.content as Uint8Array),
      signingCertificateAttribute: 'required',
    },
    findings,
  );
  const kind = keyKindOf(certificate.publicKey);
  const weak =
    used && kind ? algorithmFlaw(policy.algorithms, { digest: used.digest, key: kind }, provenBy) : undefined;
  if (weak)
    findings.fail(
      'algorithms',
      'CRYPTO_CONSTRAINTS_FAILURE',
      `${used?.digest ?? ''} does not count now`,
      policy.algorithms.name,
    );
  findings.judge('time-stamp-purpose', purposeFlaw(certificate), {
    evidence: 'critical, time-stamping alone',
    source: 'RFC 3161 2.3',
    otherwise: 'CHAIN_CONSTRAINTS_FAILURE',
  });
  if (findings.subIndication !== undefined) return [];
  return judgePath(certificate, hints, info, bench);
}

/** RFC 3161 2.3: the extension must be critical and hold this purpose alone. */
function purposeFlaw(certificate: Certificate): string | undefined {
  const purposes = certificate.extKeyUsage ?? [];
  const alone = purposes.length === 1 && purposes[0] === PURPOSE.timeStamping;
  const critical = certificate.extensions.get(EXTENSION.extKeyUsage)?.critical === true;
  if (!alone || !critical) return 'the key is not for time-stamps alone';
  const usage = certificate.keyUsage ?? KEY_USAGE.digitalSignature;
  return (usage & (KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation)) === 0
    ? 'the key may not sign'
    : undefined;
}

function judgePath(
  certificate: Certificate,
  hints: readonly Certificate[],
  info: TstInfo,
  { environment, evidence, findings, provenBy }: Bench,
): Want[] {
  const { trust } = environment;
  const asks = (isTarget: boolean): boolean =>
    trust.revocation[isTarget ? 'timeStamping' : 'issuer'] === 'asked';
  const found = findTrustedPath(
    { certificate, group: trust.timeStamping, hints, at: info.genTime, asksStatus: asks },
    environment,
  );
  if (found === 'none' || found === 'malformed') {
    findings.fail('path-built', 'NO_CERTIFICATE_CHAIN_FOUND', 'no issuer leads to an anchor', 'trust set');
    return [];
  }
  findings.adopt(judgementChecks(found), found.subIndication);
  const weak = pathAlgorithmFlaw(found, provenBy, environment);
  if (weak)
    findings.fail(
      'algorithms',
      'CRYPTO_CONSTRAINTS_FAILURE',
      weak.evidence,
      environment.policy.algorithms.name,
    );
  keepEvidence(found, evidence);
  if (certificate.notAfter < provenBy)
    findings.switchedOff(
      'time-stamp-still-current',
      "the authority's certificate has expired since; the token counts at its own moment",
      'policy',
    );
  else {
    const renewed = provenBy < environment.now ? 'covered by a later time-stamp before that' : 'in force now';
    const until = new Date(certificate.notAfter).toISOString();
    findings.pass(
      'time-stamp-still-current',
      `certificate of the authority until ${until}, ${renewed}`,
      'token',
    );
  }
  return wantsOf(found);
}
