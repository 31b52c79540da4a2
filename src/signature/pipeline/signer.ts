// One signature of a message, from its attributes to its policy: RFC 5652, ETSI EN 319 102-1, and the rules of the portal.
import { ATTRIBUTE_TYPE, CONTENT_TYPE } from '../cms/object-identifiers.ts';
import { claimedTime } from '../cms/signed-attributes.ts';
import { valuesOf, type SignedData, type SignerInfo } from '../cms/signed-data.ts';
import { inheritsParameters, keyKindOf } from '../crypto/public-key.ts';
import type { DigestName, SignatureScheme } from '../crypto/signature-scheme.ts';
import type { FoundPath } from '../path/find-path.ts';
import { judgementChecks } from '../path/path-checks.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { algorithmFlaw } from '../policy/algorithm-policy.ts';
import { holderOf, type Holder } from '../policy/holder.ts';
import { judgeHolder, type Expectation } from '../policy/judge-holder.ts';
import { raw } from '../portable/der-reader.ts';
import { Findings } from '../verdict/findings.ts';
import type { SubIndication } from '../verdict/indication.ts';
import type { Certificate, PublicKeyInfo } from '../x509/x509-certificate.ts';
import { verifyArchiveTimeStamps } from './archive-time-stamps.ts';
import { findTrustedPath, keepEvidence, pathAlgorithmFlaw, wantsOf } from './certificate-path.ts';
import type { Content } from './content.ts';
import { Evidence, type Environment, type Want } from './environment.ts';
import { judgeCore } from './signature-core.ts';
import { findSignerCertificate } from './signer-certificate.ts';
import { verifyTimeStamp, type TimeStampResult } from './time-stamp.ts';

/** The earliest moment at which the signature is proven to have existed (EN 319 102-1 5.5: best-signature-time). */
export interface BestTime {
  /** Milliseconds. */
  readonly at: number;
  readonly proof: 'time-stamp' | 'receipt' | 'none';
}

export interface SignerResult {
  readonly findings: Findings;
  readonly certificate: Certificate | undefined;
  readonly holder: Holder | undefined;
  readonly claimedAt: number | undefined;
  readonly best: BestTime;
  readonly timeStamps: readonly TimeStampResult[];
  /** Newest first. */
  readonly archiveTimeStamps: readonly TimeStampResult[];
  /** Whether path and time-stamps hold by the revocation data of the message alone, without anything that was fetched or brought. */
  readonly standsAlone: boolean;
  readonly wants: readonly Want[];
  readonly scheme: SignatureScheme | undefined;
}

export interface SignerQuestion {
  readonly message: SignedData;
  readonly signer: SignerInfo;
  readonly content: Content;
  /** Certificates that came with the message, readable ones. */
  readonly certificates: readonly Certificate[];
  readonly expect: Expectation;
  readonly environment: Environment;
  /** The revocation data that the message carries. */
  readonly embedded: Pick<Environment, 'crls' | 'ocsp'>;
  readonly evidence: Evidence;
}

/** Judges one signature. @throws LimitExceeded */
export function judgeSigner(question: SignerQuestion): SignerResult {
  const { signer, environment } = question;
  const findings = new Findings();
  const certificate = findSignerCertificate(signer, question.certificates);
  const holder = certificate && holderOf(certificate);
  const nothing = {
    findings,
    certificate,
    holder,
    claimedAt: claimOf(signer),
    best: withoutTimeStamp(environment),
    timeStamps: [],
    archiveTimeStamps: [],
    standsAlone: false,
    wants: [],
    scheme: undefined,
  };
  if (!certificate || !holder) {
    findings.fail('signer-certificate', 'NO_SIGNING_CERTIFICATE_FOUND', 'not in the message', 'message');
    return nothing;
  }
  findings.pass('signer-certificate', `serial ${certificate.serialHex}`, 'message');
  environment.budget.spend('signatureChecks');
  const used = judgeCore(
    {
      signer,
      certificate,
      key: completeKey(certificate, question),
      contentType: CONTENT_TYPE.data,
      contentDigest: question.content.digest,
      signingCertificateAttribute: environment.policy.signingCertificateAttribute,
    },
    findings,
  );
  noteCounterSignatures(signer, findings);
  // A signature that does not hold in itself is not worth a path, a fetch, or a time.
  if (!used || findings.subIndication !== undefined) return nothing;
  return {
    ...nothing,
    scheme: used.scheme,
    ...judgeTrust(question, { certificate, holder, digest: used.digest, findings }),
  };
}

/** The key to verify with: a DSA key may take its parameters from the authority above it, so that a path must be found first. */
function completeKey(certificate: Certificate, { environment, certificates }: SignerQuestion): PublicKeyInfo {
  if (!inheritsParameters(certificate.publicKey)) return certificate.publicKey;
  const found = findTrustedPath(
    {
      certificate,
      group: environment.trust.signing,
      hints: certificates,
      at: environment.receivedAt,
      asksStatus: () => false,
    },
    environment,
  );
  return typeof found === 'object' ? found.targetKey : certificate.publicKey;
}

interface TrustBench {
  readonly certificate: Certificate;
  readonly holder: Holder;
  readonly digest: DigestName;
  readonly findings: Findings;
}

function judgeTrust(
  question: SignerQuestion,
  { certificate, holder, digest, findings }: TrustBench,
): Pick<SignerResult, 'best' | 'timeStamps' | 'archiveTimeStamps' | 'standsAlone' | 'wants'> {
  const { environment, evidence } = question;
  const { trust, policy } = environment;
  const stamps = judgeTimeStamps(question);
  const { timeStamps, archiveTimeStamps } = stamps;
  const all = [...timeStamps, ...archiveTimeStamps];
  const best = bestTime(all, environment);
  if (all.some((stamp) => stamp.provenAt === undefined)) findings.warnings.add('time-stamp-not-accepted');
  if (timeStamps.some(isOverOtherBytes)) findings.warnings.add('time-stamp-over-another-signature');

  const found = findSignerPath(question, certificate, best.at);
  const ofStamps = all.flatMap((stamp) => stamp.wants);
  if (found === 'none' || found === 'malformed') {
    findings.fail('path-built', 'NO_CERTIFICATE_CHAIN_FOUND', 'no issuer leads to an anchor', 'trust set');
    return { best, ...stamps, standsAlone: false, wants: [] };
  }
  keepEvidence(found, evidence);
  const pathOutcome = subIndicationAt(found, best, ofStamps.length > 0);
  const checks = judgementChecks(found);
  const afterRevocation = found.broken.has('revocation');
  findings.adopt(
    checks.filter((check) => check.id !== 'revocation'),
    afterRevocation ? undefined : pathOutcome,
  );
  judgeAlgorithms(digest, { found, best, environment, findings });
  judgeHolder(holder, policy, { expect: question.expect, admitTests: trust.admitTestIdentities }, findings);
  if (policy.timeStamp === 'required')
    findings.judge(
      'time-stamp-required',
      best.proof === 'time-stamp' ? undefined : 'no time-stamp that counts',
      {
        evidence: new Date(best.at).toISOString(),
        source: 'policy',
        otherwise: 'SIG_CONSTRAINTS_FAILURE',
      },
    );
  const passesBut = findings.subIndication === undefined;
  findings.adopt(
    checks.filter((check) => check.id === 'revocation'),
    afterRevocation ? pathOutcome : undefined,
  );
  noteLaterEvents(found, environment, findings);
  const tryLater = findings.subIndication === 'TRY_LATER';
  return {
    best,
    ...stamps,
    standsAlone: findings.subIndication === undefined && standsAlone(question, certificate, best.at),
    wants: passesBut || tryLater ? [...wantsOf(found), ...ofStamps] : [],
  };
}

type Stamps = Pick<SignerResult, 'timeStamps' | 'archiveTimeStamps'>;

function judgeTimeStamps({ message, signer, content, environment, evidence }: SignerQuestion): Stamps {
  const archive = verifyArchiveTimeStamps({ message, signer, content, environment, evidence });
  const type = ATTRIBUTE_TYPE.signatureTimeStamp;
  const timeStamps = valuesOf(signer.unsignedAttributes, type).map((value) => {
    const provenBy = archive.provenBy(type, value);
    const stamped = { bytes: signer.signature, ...(provenBy !== undefined && { provenBy }) };
    return verifyTimeStamp(raw(value), stamped, environment, evidence);
  });
  return { timeStamps, archiveTimeStamps: archive.results };
}

function findSignerPath(
  { environment, certificates }: SignerQuestion,
  certificate: Certificate,
  at: number,
): ReturnType<typeof findTrustedPath> {
  const { trust } = environment;
  const asksStatus = (isTarget: boolean): boolean =>
    trust.revocation[isTarget ? 'signer' : 'issuer'] === 'asked';
  const question = { certificate, group: trust.signing, hints: certificates, at, asksStatus };
  return findTrustedPath(question, environment);
}

/** Judges path and time-stamps once more with what the message itself carries. */
function standsAlone(question: SignerQuestion, certificate: Certificate, at: number): boolean {
  const { embedded } = question;
  if (embedded.crls.length + embedded.ocsp.length === 0) return false;
  const environment = { ...question.environment, crls: embedded.crls, ocsp: embedded.ocsp };
  const alone = { ...question, environment, evidence: new Evidence() };
  const found = findSignerPath(alone, certificate, at);
  if (typeof found !== 'object' || found.subIndication !== undefined) return false;
  const { timeStamps, archiveTimeStamps } = judgeTimeStamps(alone);
  return [...timeStamps, ...archiveTimeStamps].every((stamp) => stamp.wants.length === 0);
}

/** What the outcome of a path at the best signature time means. @param stampsUnsettled a time-stamp waits for revocation data and might prove an earlier time */
function subIndicationAt(
  found: FoundPath,
  best: BestTime,
  stampsUnsettled: boolean,
): SubIndication | undefined {
  const { subIndication } = found;
  const target = found.path.certificates.at(-1) as Certificate;
  if (subIndication === 'OUT_OF_BOUNDS_NO_POE' && best.at < target.notBefore) return 'NOT_YET_VALID';
  if (subIndication === 'OUT_OF_BOUNDS_NO_POE' || subIndication === 'REVOKED_NO_POE') {
    if (stampsUnsettled) return 'TRY_LATER';
    if (best.proof !== 'time-stamp') return subIndication;
    if (subIndication === 'REVOKED_NO_POE') return 'REVOKED';
    return best.at > target.notAfter ? 'EXPIRED' : subIndication;
  }
  return subIndication;
}

interface AlgorithmBench {
  readonly found: FoundPath;
  readonly best: BestTime;
  readonly environment: Environment;
  readonly findings: Findings;
}

function judgeAlgorithms(digest: DigestName, { found, best, environment, findings }: AlgorithmBench): void {
  const { algorithms } = environment.policy;
  const key = keyKindOf(found.targetKey);
  const own = algorithmFlaw(algorithms, { digest, ...(key && { key }) }, best.at);
  const onPath = pathAlgorithmFlaw(found, best.at, environment);
  const flaw = own ?? onPath?.flaw;
  const evidence = own ? `${digest}, key ${key?.kind ?? 'unknown'}` : onPath?.evidence;
  findings.judge(
    'algorithms',
    flaw && `${evidence ?? ''}: ${flaw === 'never' ? 'does not count' : 'does not count any more'}`,
    {
      evidence: `${digest}, key ${key?.kind ?? 'inherited'}`,
      source: algorithms.name,
      otherwise: flaw === 'ended' ? 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE' : 'CRYPTO_CONSTRAINTS_FAILURE',
    },
  );
}

const isOverOtherBytes = ({ findings }: TimeStampResult): boolean =>
  findings.checks.some(({ id, outcome }) => id === 'time-stamp-imprint' && outcome === 'failed') &&
  findings.subIndication === 'HASH_FAILURE';

function withoutTimeStamp({ now, receivedAt }: Environment): BestTime {
  return { at: receivedAt, proof: receivedAt < now ? 'receipt' : 'none' };
}

function bestTime(timeStamps: readonly TimeStampResult[], environment: Environment): BestTime {
  const proven = timeStamps.flatMap((stamp) => stamp.provenAt ?? []);
  const earliest = Math.min(...proven);
  return earliest <= environment.receivedAt
    ? { at: earliest, proof: 'time-stamp' }
    : withoutTimeStamp(environment);
}

function claimOf({ signedAttributes }: SignerInfo): number | undefined {
  const claimed = orMalformed(() => claimedTime(signedAttributes));
  return claimed === 'malformed' ? undefined : claimed;
}

function noteCounterSignatures({ unsignedAttributes }: SignerInfo, findings: Findings): void {
  if (valuesOf(unsignedAttributes, ATTRIBUTE_TYPE.counterSignature).length > 0)
    findings.warnings.add('counter-signatures-not-verified');
}

function noteLaterEvents({ path, members }: FoundPath, { now }: Environment, findings: Findings): void {
  if ((path.certificates.at(-1)?.notAfter ?? now) < now) findings.warnings.add('certificate-expired-since');
  if (members.some(({ status }) => status?.status === 'good' && status.revokedLater !== undefined))
    findings.warnings.add('certificate-revoked-since');
}
