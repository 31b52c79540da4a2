// Condition 2 and process 5 of the portal procedure: the signature is judged, then application and the fact "submitted" are one write.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Verdict } from '../signature/index.ts';
import { yearInKazakhstan } from '../platform/kazakh-time.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Draft, Signature, Submitted } from './application.ts';
import { findOwn } from './find-own.ts';
import { payloadOf } from './payload.ts';

export type SubmitProblem =
  | { readonly kind: 'not-found' }
  /** The answers changed after these bytes were prepared: the page must be read and signed again. */
  | { readonly kind: 'bytes-changed' }
  /** Process 4: the signature is not confirmed. */
  | { readonly kind: 'signature-not-confirmed'; readonly verdict: Verdict };

export interface Receipt {
  readonly application: Submitted;
  /** Whether this very call submitted it; false for the second tab and the hundredth click. */
  readonly fresh: boolean;
}

/**
 * Judges a signature over stored bytes.
 * @returns the signature as it will be stored, or the verdict that refuses it. Revocation that cannot be asked now does not refuse: the
 *   signature is being checked, and no decision is made before that is settled.
 */
export async function judgeSignature(
  deps: Pick<ApplicationDeps, 'verifier' | 'clock'>,
  input: { readonly iin: string; readonly bytes: Buffer; readonly cms: Buffer },
): Promise<Result<Signature, Verdict>> {
  const receivedAt = deps.clock.now();
  const verdict = await deps.verifier.verify({
    signature: input.cms,
    content: input.bytes,
    policy: 'citizen-application',
    expect: { iin: input.iin },
    at: receivedAt,
  });
  const state =
    verdict.indication === 'TOTAL-PASSED'
      ? 'confirmed'
      : verdict.subIndication === 'TRY_LATER'
        ? 'being-checked'
        : undefined;
  if (state === undefined) return refuse(verdict);
  return ok({ cms: input.cms, state, receivedAt, checkedAt: deps.clock.now(), verdict });
}

/**
 * Submits a signed application. However often and from however many tabs it is called, one application comes out.
 * @param input.sha256 of the bytes that the page showed: the person signed these and no others
 */
export async function submitApplication(
  deps: ApplicationDeps,
  input: {
    readonly applicant: Applicant;
    readonly id: string;
    readonly sha256: string;
    readonly cms: Buffer;
  },
): Promise<Result<Receipt, SubmitProblem>> {
  const found = await findOwn(deps, input);
  if (!found.ok) return refuse({ kind: 'not-found' });
  if (found.value.status === 'withdrawn') return refuse({ kind: 'not-found' });
  if (found.value.status === 'submitted') return receiptOf(found.value, input.sha256);
  const draft = found.value;
  if (draft.toSign?.sha256 !== input.sha256) return refuse({ kind: 'bytes-changed' });

  const judged = await judgeSignature(deps, {
    iin: input.applicant.iin,
    bytes: draft.toSign.bytes,
    cms: input.cms,
  });
  if (!judged.ok) return refuse({ kind: 'signature-not-confirmed', verdict: judged.problem });

  const submitted = await toSubmitted(deps, draft, judged.value);
  const unsettled = judged.value.state === 'being-checked';
  const events = [
    'application.submitted',
    ...(unsettled ? (['application.signature-unsettled'] as const) : []),
  ] as const;
  if (await deps.store.replace(draft, submitted, events))
    return ok({ application: { ...submitted, version: draft.version + 1 }, fresh: true });

  const winner = await findOwn(deps, input);
  if (winner.ok && winner.value.status === 'submitted') return receiptOf(winner.value, input.sha256);
  return refuse({ kind: 'bytes-changed' });
}

/** The receipt again, for whoever sent the same bytes; other bytes were never submitted. */
function receiptOf(application: Submitted, sha256: string): Result<Receipt, SubmitProblem> {
  return application.signed.sha256 === sha256
    ? ok({ application, fresh: false })
    : refuse({ kind: 'bytes-changed' });
}

async function toSubmitted(deps: ApplicationDeps, draft: Draft, signature: Signature): Promise<Submitted> {
  const { toSign, ...rest } = draft;
  if (toSign === undefined) throw new Error('nothing was prepared for signing');
  const submittedAt = deps.clock.now();
  const payload = payloadOf(toSign);
  const number = await deps.store.nextNumber(yearInKazakhstan(submittedAt));
  return {
    ...rest,
    // What was signed, and nothing beside it.
    content:
      payload.document === 'komek/application'
        ? { ...draft.content, answers: payload.answers, registers: payload.registers }
        : draft.content,
    status: 'submitted',
    number,
    channel: 'portal',
    submittedAt,
    updatedAt: submittedAt,
    signed: toSign,
    signature,
    supplements: [],
  };
}
