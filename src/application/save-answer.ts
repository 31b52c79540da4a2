// Answers are saved on every page. A changed answer makes bytes that were prepared for signing worthless: they are dropped.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Content, Draft } from './application.ts';
import { findDraft } from './find-own.ts';
import type { Change, Mend } from './form-change.ts';

export type DraftProblem = 'not-found' | 'already-sent' | 'conflict';

const TRIES = 5;

/**
 * Changes the content of a draft. When another tab wrote in between, the change is made again on what it left.
 * @returns `conflict` only when that happened five times in a row
 */
export async function changeContent<Refused = never>(
  deps: Pick<ApplicationDeps, 'store' | 'clock'>,
  input: {
    readonly applicant: Applicant;
    readonly id: string;
    readonly change: (content: Content) => Result<Content, Refused>;
  },
): Promise<Result<Draft, DraftProblem | Refused>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await findDraft(deps, input);
    if (!found.ok) return found;
    const { toSign: _outdated, ...draft } = found.value;
    const changed = input.change(draft.content);
    if (!changed.ok) return changed;
    const after: Draft = { ...draft, content: changed.value, updatedAt: deps.clock.now() };
    if (await deps.store.replace(found.value, after, [])) return ok({ ...after, version: draft.version + 1 });
  }
  return refuse('conflict');
}

/** Keeps what was typed on a page of the form. */
export const fillForm = (
  deps: Pick<ApplicationDeps, 'store' | 'clock'>,
  input: { readonly applicant: Applicant; readonly id: string; readonly change: Change },
): Promise<Result<Draft, DraftProblem | Mend>> => changeContent<Mend>(deps, input);

/** Drops a draft that was never sent, with its files. */
export async function discardDraft(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<undefined, DraftProblem>> {
  const found = await findDraft(deps, input);
  if (!found.ok) return found;
  if (!(await deps.store.removeDraft(found.value))) return refuse('conflict');
  for (const { fileId } of found.value.content.attachments) await deps.documents.remove(fileId);
  return ok();
}
