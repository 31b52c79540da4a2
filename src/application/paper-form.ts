// The form with which a paper is attached: to the application, and to what is added later.
import { z } from 'zod';
import { LARGEST_FILE } from '../documents/index.ts';
import { withError, type FormResult, type FormState } from '../http/forms.ts';
import type { UploadedFile } from '../http/visit.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { ATTACHMENT_KINDS, CITIZEN_KINDS } from './application.ts';
import type { UploadedPaper } from './attach-document.ts';

/** A paper comes with what it is; whoever only wants to go on sends neither. */
const paperFormOf = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z.strictObject({
    kind: z.enum(kinds, 'application:errors.attachmentKind').optional(),
    next: z.enum(['add', 'done']).default('add'),
  });

export const paperForm = paperFormOf(CITIZEN_KINDS);
/** At the desk the signed application itself is a paper too. */
export const deskPaperForm = paperFormOf(ATTACHMENT_KINDS);
type PaperForm = z.infer<typeof deskPaperForm>;

/** One file at a time, a little above the limit so that the limit itself is answered with a sentence. */
export const paperUpload = {
  field: 'file',
  largestBytes: LARGEST_FILE + 1024,
  mostFiles: 1,
  tooLarge: 'application:errors.files.too-large',
} as const;

/** The uploaded paper, or the form with what is missing of it. */
export function paperOf(
  files: readonly UploadedFile[],
  form: FormResult<PaperForm>,
): Result<UploadedPaper, FormState> {
  const [upload] = files;
  if (!form.ok) return refuse(form.state);
  const named =
    form.value.kind === undefined
      ? withError(form.state, 'kind', 'application:errors.attachmentKind')
      : form.state;
  const whole = upload === undefined ? withError(named, 'file', 'application:errors.files.missing') : named;
  if (upload === undefined || form.value.kind === undefined) return refuse(whole);
  return ok({ kind: form.value.kind, fileName: upload.fileName, bytes: upload.bytes });
}
