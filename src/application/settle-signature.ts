// A signature whose revocation could not be asked at submission is asked about again until there is an answer.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { ApplicationDeps } from './application-deps.ts';
import type { Submitted } from './application.ts';

/**
 * Judges the signature of an application once more, at the time it was received.
 * @returns `settled` when there is an answer or there was one before; `try-again` while revocation data is out of reach
 */
export async function settleSignature(
  deps: ApplicationDeps,
  input: { readonly id: string },
): Promise<Result<'settled', 'try-again'>> {
  const application = await deps.store.byId(input.id);
  if (application?.status !== 'submitted' || application.signature.state !== 'being-checked')
    return ok('settled');
  const verdict = await deps.verifier.verify({
    signature: application.signature.cms,
    content: application.signed.bytes,
    policy: 'citizen-application',
    expect: { iin: application.iin },
    at: application.signature.receivedAt,
  });
  if (verdict.indication !== 'TOTAL-PASSED' && verdict.subIndication === 'TRY_LATER')
    return refuse('try-again');
  const state = verdict.indication === 'TOTAL-PASSED' ? 'confirmed' : 'refused';
  const checkedAt = deps.clock.now();
  const after: Submitted = {
    ...application,
    signature: { ...application.signature, state, checkedAt, verdict },
    updatedAt: checkedAt,
  };
  const written = await deps.store.replace(application, after, [
    state === 'confirmed' ? 'application.signature-confirmed' : 'application.signature-refused',
  ]);
  return written ? ok('settled') : refuse('try-again');
}
