// From an examination to a verdict: what passed our own rules is put before the second implementation, and only what both accept passes.
import { bareMessage } from '../cms/extend-message.ts';
import {
  askSecondOpinion,
  countElements,
  readOnceMore,
  type SecondOpinion,
  type SecondReading,
} from '../second-opinion/second-opinion.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignaturePolicy } from '../policy/policies.ts';
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
  const { policy, budget } = environment;
  const { message, content, signers } = examination;
  if (policy.secondOpinion !== 'off' && passed(examination) && message && content) {
    const shown = shownMessage(request.signature, message, signers);
    const reading = readOnceMore(shown, budget.limits.secondOpinionElements);
    for (const [position, signer] of signers.entries())
      await confirm(signer, position, { content: content.bytes, reading, policy });
  }
  const verdict = makeVerdict(examination, environment, request.signature);
  return { verdict, wants: examination.wants };
}

const passed = ({ findings, signers }: Examination): boolean =>
  findings.subIndication === undefined &&
  signers.every((signer) => signer.findings.subIndication === undefined);

interface Bench {
  readonly content: Uint8Array;
  /** The message as the second implementation has read it. */
  readonly reading: SecondReading;
  readonly policy: SignaturePolicy;
}

async function confirm(signer: SignerResult, position: number, bench: Bench): Promise<void> {
  const opinion = await opinionOn(signer, position, bench);
  const source = 'pkijs';
  if (opinion === 'agrees') signer.findings.pass('second-opinion', 'agrees on the signature value', source);
  else if (opinion === 'cannot' && bench.policy.secondOpinion === 'where-able')
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

function opinionOn(
  { certificate, scheme }: SignerResult,
  position: number,
  { content, reading }: Bench,
): Promise<SecondOpinion> | SecondOpinion {
  if (!certificate || !scheme) return 'disagrees';
  return askSecondOpinion({ reading, content, signer: position, certificate, scheme });
}

/** A signature with its chain and a time-stamp has fewer elements. */
const MOST_SHOWN_WHOLE = 500;

/** The message as it came. One with much beside what is signed is slow to read, and is shown without that. */
function shownMessage(
  signature: Uint8Array,
  message: SignedData,
  signers: readonly SignerResult[],
): Uint8Array {
  const armour = readArmour(signature);
  if (armour.ok && countElements(armour.value, MOST_SHOWN_WHOLE) <= MOST_SHOWN_WHOLE) return armour.value;
  const certificates = signers.flatMap(({ certificate }) => certificate?.bytes ?? []);
  return bareMessage(message.bytes, certificates);
}
