// From an examination to a verdict: what passed our own rules is put before the second implementation, and only what both accept passes.
import { bareMessage } from '../cms/extend-message.ts';
import { askSecondOpinion, type SecondOpinion } from '../second-opinion/second-opinion.ts';
import { readArmour } from '../portable/armour.ts';
import { makeVerdict } from '../verdict/make-verdict.ts';
import type { Verdict } from '../verdict/verdict-schema.ts';
import type { Environment, Want } from './environment.ts';
import { examine, type Examination, type ExaminationRequest } from './examine.ts';
import type { SignerResult } from './signer.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly wants: readonly Want[];
}

/** Judges a message with what is known now; `wants` says what else would have to be asked. */
export async function judge(request: ExaminationRequest, environment: Environment): Promise<Judgement> {
  const examination = examine(request, environment);
  if (environment.policy.secondOpinion !== 'off' && passed(examination))
    for (const [position, signer] of examination.signers.entries())
      await confirm(signer, position, { request, examination, environment });
  const verdict = makeVerdict(examination, environment, request.signature);
  return { verdict, wants: examination.wants };
}

const passed = ({ findings, signers }: Examination): boolean =>
  findings.subIndication === undefined &&
  signers.every((signer) => signer.findings.subIndication === undefined);

interface Bench {
  readonly request: ExaminationRequest;
  readonly examination: Examination;
  readonly environment: Environment;
}

async function confirm(signer: SignerResult, position: number, bench: Bench): Promise<void> {
  const { policy } = bench.environment;
  const opinion = await opinionOn(signer, position, bench);
  const source = 'pkijs';
  if (opinion === 'agrees') signer.findings.pass('second-opinion', 'agrees on the signature value', source);
  else if (opinion === 'cannot' && policy.secondOpinion === 'where-able')
    signer.findings.switchedOff(
      'second-opinion',
      'it does not know the algorithm, or the message is too long for it',
      source,
    );
  else {
    const words = opinion === 'cannot' ? 'it cannot say' : 'it does not accept the signature value';
    signer.findings.fail('second-opinion', 'CUSTOM', words, source);
  }
}

async function opinionOn(
  { certificate, scheme }: SignerResult,
  position: number,
  { request, examination, environment }: Bench,
): Promise<SecondOpinion> {
  const armour = readArmour(request.signature);
  if (!armour.ok || !certificate || !scheme || !examination.content) return 'disagrees';
  const { message } = examination;
  // Evidence kept beside a signature makes a message long; the second opinion is about the signature value alone.
  const carriesEvidence = message !== undefined && message.items.revocation.length > 0;
  return askSecondOpinion({
    message: carriesEvidence ? bareMessage(message.bytes, [certificate.bytes]) : armour.value,
    content: examination.content.bytes,
    signer: position,
    certificate,
    scheme,
    mostElements: environment.budget.limits.secondOpinionElements,
  });
}
