// What the clerk types and lays on the scanner while the package is on the desk. Two windows change one intake without losing anything.
import {
  MOST_ATTACHMENTS,
  withoutPaper,
  withPaper,
  type Change,
  type Content,
  type Mend,
  type PaperState,
  type UploadedPaper,
} from '../application/index.ts';
import type { FileProblem } from '../documents/index.ts';
import type { Officer } from '../identity/index.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { IntakeDeps } from './intake-deps.ts';
import type { OpenIntake } from './intake.ts';
import { findIntake } from './start-intake.ts';

/** `ended`: it was accepted or refused already. */
export type ChangeProblem = 'not-found' | 'ended' | 'conflict';

interface Own {
  readonly officer: Officer;
  readonly id: string;
}

const TRIES = 5;

async function change<Refused = never>(
  deps: IntakeDeps,
  input: Own,
  next: (intake: OpenIntake) => Result<OpenIntake, Refused>,
): Promise<Result<OpenIntake, ChangeProblem | Refused>> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await findIntake(deps, input);
    if (!found.ok) return found;
    if (found.value.state !== 'open') return refuse('ended');
    const changed = next(found.value);
    if (!changed.ok) return changed;
    const after: OpenIntake = { ...changed.value, updatedAt: deps.clock.now() };
    if (await deps.store.replace(found.value, after))
      return ok({ ...after, version: found.value.version + 1 });
  }
  return refuse('conflict');
}

/** Keeps what was typed on a page of the form, as it stands on the paper. */
export const fillForm = (
  deps: IntakeDeps,
  input: Own & { readonly change: Change },
): Promise<Result<OpenIntake, ChangeProblem | Mend>> =>
  change<Mend>(deps, input, (intake) => withContent(intake, input.change));

/** Notes for each required document whether it is there and in time. */
export const notePapers = (
  deps: IntakeDeps,
  input: Own & { readonly papers: Readonly<Record<string, PaperState>>; readonly missing: string },
): Promise<Result<OpenIntake, ChangeProblem>> =>
  change(deps, input, (intake) => ok({ ...intake, papers: input.papers, missing: input.missing }));

/** Attaches a scan; the same one twice is attached once. */
export async function attachScan(
  deps: IntakeDeps,
  input: Own & { readonly paper: UploadedPaper },
): Promise<Result<OpenIntake, ChangeProblem | FileProblem | 'too-many'>> {
  const found = await findIntake(deps, input);
  if (!found.ok) return found;
  if (found.value.state !== 'open') return refuse('ended');
  if (found.value.content.attachments.length >= MOST_ATTACHMENTS) return refuse('too-many');
  const stored = await deps.applications.storePaper({ applicationId: input.id, paper: input.paper });
  if (!stored.ok) return stored;
  const { fileId } = stored.value;
  const changed = await change(deps, input, (intake) =>
    withContent(intake, (content) => ok(withPaper(content, stored.value))),
  );
  const kept = changed.ok && changed.value.content.attachments.some((one) => one.fileId === fileId);
  if (!kept) await deps.applications.removeFile(fileId);
  return changed;
}

/** Takes a scan away again. */
export async function detachScan(
  deps: IntakeDeps,
  input: Own & { readonly fileId: string },
): Promise<Result<OpenIntake, ChangeProblem>> {
  const found = await findIntake(deps, input);
  if (!found.ok) return found;
  if (!found.value.content.attachments.some(({ fileId }) => fileId === input.fileId))
    return refuse('not-found');
  const changed = await change(deps, input, (intake) =>
    withContent(intake, (content) => ok(withoutPaper(content, input.fileId))),
  );
  if (changed.ok) await deps.applications.removeFile(input.fileId);
  return changed;
}

/** Drops an intake that was opened by mistake, with its scans. */
export async function dropIntake(deps: IntakeDeps, input: Own): Promise<Result<undefined, ChangeProblem>> {
  const found = await findIntake(deps, input);
  if (!found.ok) return found;
  if (found.value.state !== 'open') return refuse('ended');
  if (!(await deps.store.remove(found.value))) return refuse('conflict');
  for (const { fileId } of found.value.content.attachments) await deps.applications.removeFile(fileId);
  return ok();
}

function withContent<Refused = never>(
  intake: OpenIntake,
  next: (content: Content) => Result<Content, Refused>,
): Result<OpenIntake, Refused> {
  const content = next(intake.content);
  return content.ok ? ok({ ...intake, content: content.value }) : content;
}
