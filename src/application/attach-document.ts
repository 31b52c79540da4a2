// Papers that go with the form: looked into, measured, stored sealed, and named in what is signed by their hash.
import { inspectFile, type FileProblem } from '../documents/index.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Attachment, AttachmentKind, Content, Draft } from './application.ts';
import { findDraft } from './find-own.ts';
import { changeContent, type DraftProblem } from './save-answer.ts';

export const MOST_ATTACHMENTS = 10;
const LONGEST_NAME = 120;

export interface UploadedPaper {
  readonly kind: AttachmentKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The owner under which the files of an application lie. */
export const ownerOfFiles = (applicationId: string): string => `application/${applicationId}`;

/** A name that can be shown and saved anywhere: the last part of a path, no control characters, not too long. */
export function tidyFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '').trim();
  const dot = clean.lastIndexOf('.');
  const extension = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : '';
  const stem = extension === '' ? clean : clean.slice(0, dot);
  return `${[...stem].slice(0, LONGEST_NAME).join('')}${extension}` || 'file';
}

/** Looks into a paper and stores it. The caller writes the attachment into its record. */
export async function storePaper(
  deps: Pick<ApplicationDeps, 'documents' | 'clock'>,
  input: { readonly applicationId: string; readonly paper: UploadedPaper },
): Promise<Result<Attachment, FileProblem>> {
  const inspected = await inspectFile(input.paper.bytes);
  if (!inspected.ok) return inspected;
  const stored = await deps.documents.put(input.paper.bytes, ownerOfFiles(input.applicationId));
  return ok({
    ...stored,
    kind: input.paper.kind,
    name: tidyFileName(input.paper.fileName),
    mediaType: inspected.value,
    addedAt: deps.clock.now().toISOString(),
  });
}

/** The content with a paper more; the same one (by its hash) or one too many changes nothing. */
export function withPaper(content: Content, paper: Attachment): Content {
  const known = content.attachments.some(
    ({ sha256, kind }) => sha256 === paper.sha256 && kind === paper.kind,
  );
  return known || content.attachments.length >= MOST_ATTACHMENTS
    ? content
    : { ...content, attachments: [...content.attachments, paper] };
}

/** The content without a paper. */
export const withoutPaper = (content: Content, fileId: string): Content => ({
  ...content,
  attachments: content.attachments.filter((one) => one.fileId !== fileId),
});

/** Attaches a paper to a draft. The same paper twice (by its hash) is attached once. */
export async function attachDocument(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly id: string; readonly paper: UploadedPaper },
): Promise<Result<Draft, DraftProblem | FileProblem | 'too-many'>> {
  const found = await findDraft(deps, input);
  if (!found.ok) return found;
  if (found.value.content.attachments.length >= MOST_ATTACHMENTS) return refuse('too-many');
  const stored = await storePaper(deps, { applicationId: found.value.id, paper: input.paper });
  if (!stored.ok) return stored;
  const changed = await changeContent(deps, {
    ...input,
    change: (content) => ok(withPaper(content, stored.value)),
  });
  const kept =
    changed.ok && changed.value.content.attachments.some(({ fileId }) => fileId === stored.value.fileId);
  if (!kept) await deps.documents.remove(stored.value.fileId);
  return changed;
}

/** Takes a paper off a draft. */
export async function detachDocument(
  deps: ApplicationDeps,
  input: { readonly applicant: Applicant; readonly id: string; readonly fileId: string },
): Promise<Result<Draft, DraftProblem>> {
  const found = await findDraft(deps, input);
  if (!found.ok) return found;
  if (!found.value.content.attachments.some(({ fileId }) => fileId === input.fileId))
    return refuse('not-found');
  const changed = await changeContent(deps, {
    ...input,
    change: (content) => ok(withoutPaper(content, input.fileId)),
  });
  if (changed.ok) await deps.documents.remove(input.fileId);
  return changed;
}
