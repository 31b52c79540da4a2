// A whole message: read it, find what it signs, judge every signer. Pure: the same bytes, trust, revocation data and moments give the same
// result, here, in a thread, or in ten years.
import { readSignedData, type SignedData } from '../cms/signed-data.ts';
import { LimitExceeded, PATH_LIMITS } from '../limits.ts';
import type { Expectation } from '../policy/judge-holder.ts';
import { readArmour } from '../portable/armour.ts';
import { DerError, TAG } from '../portable/der-reader.ts';
import { Findings } from '../verdict/findings.ts';
import { judgeContent, type Content } from './content.ts';
import { readEmbedded } from './embedded.ts';
import { Evidence, type Environment, type Want } from './environment.ts';
import { judgeSigner, type SignerResult } from './signer.ts';
import { readCertificates } from './signer-certificate.ts';

/** Where a malformed part was found that no check of its own speaks of. */
export const UNREAD_PART = 'a part of the message';

export interface ExaminationRequest {
  /** DER, BER, PEM or base64. */
  readonly signature: Uint8Array;
  readonly content?: Uint8Array | undefined;
  readonly expect?: Expectation | undefined;
}

export interface Examination {
  /** Checks of the message as a whole. */
  readonly findings: Findings;
  readonly message: SignedData | undefined;
  readonly content: Content | undefined;
  readonly signers: readonly SignerResult[];
  readonly evidence: Evidence;
  /** Certificates whose status must be asked before the verdict can be better. */
  readonly wants: readonly Want[];
}

/** Examines a message. Never throws for hostile input. */
export function examine(request: ExaminationRequest, environment: Environment): Examination {
  const draft: Draft = { findings: new Findings(), signers: [], evidence: new Evidence() };
  try {
    examineInto(draft, request, environment);
  } catch (error) {
    if (error instanceof DerError) {
      draft.findings.fail('signed-data', 'FORMAT_FAILURE', error.message, UNREAD_PART);
      return finished(draft);
    }
    if (!(error instanceof LimitExceeded)) throw error;
    const meaning = PATH_LIMITS.has(error.limit) ? 'CERTIFICATE_CHAIN_GENERAL_FAILURE' : 'FORMAT_FAILURE';
    draft.findings.fail('limits', meaning, error.limit, 'limits of this verifier');
  }
  return finished(draft);
}

function finished({ findings, message, content, signers, evidence }: Draft): Examination {
  const settled = findings.subIndication !== undefined;
  const wants = settled ? [] : signers.flatMap((signer) => signer.wants);
  return { findings, message, content, signers, evidence, wants };
}

interface Draft {
  readonly findings: Findings;
  message?: SignedData;
  content?: Content;
  signers: SignerResult[];
  readonly evidence: Evidence;
}

function examineInto(draft: Draft, request: ExaminationRequest, environment: Environment): void {
  const { findings, evidence } = draft;
  const { budget, policy, trust } = environment;
  if (request.content) budget.atMost('contentBytes', request.content.length);
  const message = readMessage(request.signature, environment, findings);
  if (!message) return;
  draft.message = message;
  judgeSignerCount(message, environment, findings);
  const content = judgeContent(message, request.content, policy, findings);
  if (!content) return;
  draft.content = content;

  const embedded = readEmbedded(message, budget);
  const { certificates, unreadable } = readCertificates([...message.certificates, ...embedded.certificates]);
  if (unreadable > 0) findings.warnings.add('unreadable-certificate-passed-over');
  if (trust.purpose === 'test') findings.warnings.add('test-trust');
  const inner: Environment = {
    ...environment,
    crls: [...environment.crls, ...embedded.crls],
    ocsp: [...environment.ocsp, ...embedded.ocsp],
  };
  for (const signer of message.signers)
    draft.signers.push(
      judgeSigner({
        message,
        signer,
        content,
        certificates,
        expect: request.expect ?? {},
        environment: inner,
        embedded,
        evidence,
      }),
    );
}

function readMessage(input: Uint8Array, { budget }: Environment, findings: Findings): SignedData | undefined {
  budget.atMost('messageBytes', input.length);
  if (input[0] !== TAG.sequence) budget.atMost('armouredBytes', input.length);
  const armour = readArmour(input);
  if (!armour.ok) {
    findings.fail('input-readable', 'FORMAT_FAILURE', armour.problem, 'message');
    return undefined;
  }
  findings.pass('input-readable', `${input.length} octets`, 'message');
  try {
    const message = readSignedData(armour.value, budget);
    findings.pass('signed-data', message.contentType, 'RFC 5652 5.1');
    return message;
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    findings.fail('signed-data', 'FORMAT_FAILURE', error.message, 'RFC 5652 5.1');
    return undefined;
  }
}

function judgeSignerCount({ signers }: SignedData, { policy }: Environment, findings: Findings): void {
  if (signers.length === 0) {
    findings.fail('signer-count', 'FORMAT_FAILURE', 'nobody signed', 'message');
    return;
  }
  const tooMany = policy.signers === 'one' && signers.length > 1;
  findings.judge('signer-count', tooMany ? `${signers.length} signers` : undefined, {
    evidence: `${signers.length}`,
    source: 'policy',
    otherwise: 'SIG_CONSTRAINTS_FAILURE',
  });
}
