// Process 7: a signed and issued paper goes to the cabinet, once; then a short message says that there is something to read, and nothing else.
import { ok, refuse, type Result } from '../platform/result.ts';
import { formatDate } from '../http/format.ts';
import { newId } from '../platform/ids.ts';
import type { Application } from '../application/index.ts';
import type { NotificationDeps } from './notification-deps.ts';

/** Delivers every issued paper of a case that is not in the cabinet yet. */
export async function issueNotification(
  deps: NotificationDeps,
  input: { readonly caseId: string },
): Promise<Result<undefined, never>> {
  const officeCase = await deps.office.byId(input.caseId);
  const application =
    officeCase === undefined ? undefined : await deps.applications.byId(officeCase.applicationId);
  if (officeCase === undefined || application === undefined) return ok();
  for (const { signed, issuedAt, paper, number, fileId, sha256 } of officeCase.issued) {
    if (signed === undefined || issuedAt === undefined) continue;
    await deps.store.add({
      id: newId(),
      caseId: officeCase.id,
      applicationId: application.id,
      applicantId: application.applicantId,
      number,
      paper,
      fileId,
      sha256,
      issuedAt,
      deliveredAt: deps.clock.now(),
      cms: signed.cms,
      verdict: signed.verdict,
      signedAt: signed.at,
    });
  }
  return ok();
}

/** "There is news about your application": no diagnosis, no ground, no sum. */
function newsText(
  deps: NotificationDeps,
  application: Exclude<Application, { status: 'draft' }>,
): { readonly phone: string | undefined; readonly text: string } {
  const language = application.content.answers.header?.language ?? 'kk';
  return {
    phone: application.content.answers.contacts?.mobilePhone,
    text: deps.voices[language]('notification:sms', { number: application.number }),
  };
}

/** Tells the applicant of a delivered paper by SMS. `try-again` when the operator did not take the message. */
export async function tellOfNotification(
  deps: NotificationDeps,
  input: { readonly notificationId: string },
): Promise<Result<undefined, 'try-again'>> {
  const notification = await deps.store.byId(input.notificationId);
  if (notification === undefined || notification.smsSentAt !== undefined) return ok();
  const application = await deps.applications.byId(notification.applicationId);
  if (application === undefined || application.status === 'draft') return ok();
  const { phone, text } = newsText(deps, application);
  // The operator knows a message by its id: a second attempt after a crash is the same message.
  if (phone !== undefined && !(await deps.registers.sendSms(phone, text, notification.id)))
    return refuse('try-again');
  await deps.store.markSmsSent(notification.id, deps.clock.now());
  return ok();
}

/** Tells the applicant that the head prolonged the whole term; the reason waits in the cabinet. */
export async function tellOfProlonging(
  deps: NotificationDeps,
  input: { readonly caseId: string },
): Promise<Result<undefined, 'try-again'>> {
  const officeCase = await deps.office.byId(input.caseId);
  const application =
    officeCase === undefined ? undefined : await deps.applications.byId(officeCase.applicationId);
  if (officeCase?.prolonged === undefined || application === undefined || application.status === 'draft')
    return ok();
  const { until } = officeCase.prolonged;
  const { header, contacts } = application.content.answers;
  const language = header?.language ?? 'kk';
  const text = deps.voices[language]('notification:smsTerm', {
    number: application.number,
    date: formatDate(until, language),
  });
  const phone = contacts?.mobilePhone;
  return phone === undefined ||
    (await deps.registers.sendSms(phone, text, `prolonged-${officeCase.id}-${until}`))
    ? ok()
    : refuse('try-again');
}

/** Tells the applicant that the signature of the application was not confirmed after all (process 4). */
export async function tellOfRefusedSignature(
  deps: NotificationDeps,
  input: { readonly applicationId: string },
): Promise<Result<undefined, 'try-again'>> {
  const application = await deps.applications.byId(input.applicationId);
  if (
    application === undefined ||
    application.status === 'draft' ||
    application.signature.state !== 'refused'
  )
    return ok();
  const { phone, text } = newsText(deps, application);
  return phone === undefined || (await deps.registers.sendSms(phone, text, `signature-${application.id}`))
    ? ok()
    : refuse('try-again');
}
