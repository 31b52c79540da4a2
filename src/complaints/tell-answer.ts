// A short message says that there is an answer, and nothing else: no name, no subject, no outcome.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { lapOf } from './complaint.ts';

/** Tells the applicant. `try-again` when the operator did not take the message. */
export async function tellOfAnswer(
  deps: ComplaintDeps,
  input: { readonly complaintId: string },
): Promise<Result<undefined, 'try-again'>> {
  const complaint = await deps.store.byId(input.complaintId);
  if (complaint === undefined || lapOf(complaint).answer?.issuedAt === undefined) return ok();
  const application = await deps.applications.byId(complaint.applicationId);
  const answers = application?.content.answers;
  const phone = answers?.contacts?.mobilePhone;
  const text = deps.voices[answers?.header?.language ?? 'kk']('complaints:sms', { number: complaint.number });
  // The operator knows a message by its id: a second attempt after a crash is the same message.
  const id = `complaint-${complaint.id}-${complaint.laps.length}`;
  return phone === undefined || (await deps.registers.sendSms(phone, text, id)) ? ok() : refuse('try-again');
}
