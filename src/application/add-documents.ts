// The branch of 20 working days: the office asked for papers, the applicant adds what is missing, or says that it cannot be had, and signs
// that like the application itself.
import type { FileProblem } from '../documents/index.ts';
import { newId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { SigningBytes, Submitted, Supplement } from './application.ts';
import { MOST_ATTACHMENTS, storePaper, type UploadedPaper } from './attach-document.ts';
import { findSubmitted } from './find-own.ts';
import { bytesOf, supplementPayload } from './payload.ts';
import { judgeSignature, type SubmitProblem } from './submit-application.ts';

interface Owned {
  readonly applicant: Applicant;
  readonly id: string;
}
type Waiting = NonNullable<Submitted['supplementDraft']>;

export type SupplementProblem = 'not-found' | 'not-sent' | 'conflict';

const emptyWaiting: Waiting = { attachments: [], remark: '' };

/** Changes the supplement that is being put together; bytes prepared for its signature become worthless. */
async function changeWaiting(
  deps: ApplicationDeps,
  input: Owned,
  change: (waiting: Waiting) => Waiting,
): Promise<Result<Submitted, SupplementProblem>> {
  const found = await findSubmitted(deps, input);
  if (!found.ok) return found;
  const { attachments, remark } = change(found.value.supplementDraft ?? emptyWaiting);
  const after: Submitted = {
    ...found.value,
    supplementDraft: { attachments, remark },
    updatedAt: deps.clock.now(),
  };
  return (await deps.store.replace(found.value, after, []))
    ? ok({ ...after, version: after.version + 1 })
    : refuse('conflict');
}

/** Adds a paper to the supplement. */
export async function addPaper(
  deps: ApplicationDeps,
  input: Owned & { readonly paper: UploadedPaper },
): Promise<Result<Submitted, SupplementProblem | FileProblem | 'too-many'>> {
  const found = await findSubmitted(deps, input);
  if (!found.ok) return found;
  if ((found.value.supplementDraft?.attachments.length ?? 0) >= MOST_ATTACHMENTS) return refuse('too-many');
  const stored = await storePaper(deps, { applicationId: found.value.id, paper: input.paper });
  if (!stored.ok) return stored;
  const changed = await changeWaiting(deps, input, (waiting) => ({
    ...waiting,
    attachments: [...waiting.attachments, stored.value],
  }));
  if (!changed.ok) await deps.documents.remove(stored.value.fileId);
  return changed;
}

/** Takes a paper out of the supplement again. */
export async function removePaper(
  deps: ApplicationDeps,
  input: Owned & { readonly fileId: string },
): Promise<Result<Submitted, SupplementProblem>> {
  const changed = await changeWaiting(deps, input, (waiting) => ({
    ...waiting,
    attachments: waiting.attachments.filter(({ fileId }) => fileId !== input.fileId),
  }));
  if (changed.ok) await deps.documents.remove(input.fileId);
  return changed;
}

/** Keeps what the person says about the missing papers, e.g. that they were lost. */
export const setRemark = (
  deps: ApplicationDeps,
  input: Owned & { readonly remark: string },
): Promise<Result<Submitted, SupplementProblem>> =>
  changeWaiting(deps, input, (waiting) => ({ ...waiting, remark: input.remark }));

/** Stores the bytes of the supplement for its signature. `empty` while it has neither a paper nor a word. */
export async function prepareSupplement(
  deps: ApplicationDeps,
  input: Owned,
): Promise<
  Result<{ readonly application: Submitted; readonly toSign: SigningBytes }, SupplementProblem | 'empty'>
> {
  const found = await findSubmitted(deps, input);
  if (!found.ok) return found;
  const waiting = found.value.supplementDraft;
  if (waiting === undefined || (waiting.attachments.length === 0 && waiting.remark === ''))
    return refuse('empty');
  if (waiting.toSign !== undefined) return ok({ application: found.value, toSign: waiting.toSign });
  const now = deps.clock.now();
  const toSign = bytesOf(supplementPayload(found.value, waiting, now), now);
  const after: Submitted = { ...found.value, supplementDraft: { ...waiting, toSign }, updatedAt: now };
  return (await deps.store.replace(found.value, after, []))
    ? ok({ application: { ...after, version: after.version + 1 }, toSign })
    : refuse('conflict');
}

/** Submits a signed supplement; the same bytes twice are one supplement. */
export async function submitSupplement(
  deps: ApplicationDeps,
  input: Owned & { readonly sha256: string; readonly cms: Buffer },
): Promise<Result<Submitted, SubmitProblem>> {
  const found = await findSubmitted(deps, input);
  if (!found.ok) return refuse({ kind: 'not-found' });
  const application = found.value;
  if (application.supplements.some(({ signed }) => signed.sha256 === input.sha256)) return ok(application);
  const waiting = application.supplementDraft;
  if (waiting?.toSign?.sha256 !== input.sha256) return refuse({ kind: 'bytes-changed' });
  const judged = await judgeSignature(deps, {
    iin: input.applicant.iin,
    bytes: waiting.toSign.bytes,
    cms: input.cms,
  });
  if (!judged.ok) return refuse({ kind: 'signature-not-confirmed', verdict: judged.problem });
  const now = deps.clock.now();
  const supplement: Supplement = {
    id: newId(),
    attachments: waiting.attachments,
    remark: waiting.remark,
    signed: waiting.toSign,
    signature: judged.value,
    submittedAt: now,
  };
  const { supplementDraft: _sent, ...rest } = application;
  const after: Submitted = { ...rest, supplements: [...application.supplements, supplement], updatedAt: now };
  if (await deps.store.replace(application, after, ['application.documents-added']))
    return ok({ ...after, version: application.version + 1 });
  const again = await findSubmitted(deps, input);
  const sent = again.ok && again.value.supplements.some(({ signed }) => signed.sha256 === input.sha256);
  return sent ? ok(again.value) : refuse({ kind: 'bytes-changed' });
}
