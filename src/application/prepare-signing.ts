// Before anybody is asked to sign, the exact bytes are stored. What comes back is compared with these, never with what a page says.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Draft, SigningBytes } from './application.ts';
import { findDraft } from './find-own.ts';
import { askedContent } from './form-change.ts';
import { applicationPayload, bytesOf } from './payload.ts';
import type { DraftProblem } from './save-answer.ts';
import { contextOf, doorIsOpen, firstOpenTask } from './task-list.ts';

export type PrepareProblem = DraftProblem | 'not-complete' | 'not-eligible';

/**
 * Stores the bytes of a complete draft, or gives those that wait already.
 * @returns `not-complete` while a task is open, `not-eligible` when the registers shut the portal to the person
 */
export async function prepareSigning(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<{ readonly draft: Draft; readonly toSign: SigningBytes }, PrepareProblem>> {
  const found = await findDraft(deps, input);
  if (!found.ok) return found;
  const draft = found.value;
  const now = deps.clock.now();
  const context = contextOf(draft, now);
  if (!doorIsOpen(context)) return refuse('not-eligible');
  if (firstOpenTask(context) !== undefined) return refuse('not-complete');
  if (draft.toSign !== undefined) return ok({ draft, toSign: draft.toSign });
  const filled = {
    ...draft,
    iin: context.iin,
    content: askedContent(context),
    form: context.form.edition,
  };
  const toSign = bytesOf(applicationPayload(filled, context.regulation, now), now);
  const after: Draft = { ...draft, toSign, updatedAt: now };
  if (await deps.store.replace(draft, after, []))
    return ok({ draft: { ...after, version: draft.version + 1 }, toSign });
  // Another tab prepared the same a moment ago, or changed an answer: one more look decides.
  const again = await findDraft(deps, input);
  if (!again.ok) return again;
  return again.value.toSign === undefined
    ? refuse('conflict')
    : ok({ draft: again.value, toSign: again.value.toSign });
}
