// The head's signature under a delivered paper is kept so that it verifies without any server.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Verdict } from '../signature/index.ts';
import type { NotificationDeps } from './notification-deps.ts';

/** Under which name the signature of a notification is kept. */
export const keptSignature = ({ id }: { readonly id: string }): string => `notification/${id}`;

/** Keeps the signature of a notification; `try-again` while its evidence cannot be had. */
export async function keepNotificationSignature(
  deps: NotificationDeps,
  input: { readonly notificationId: string },
): Promise<Result<undefined, 'try-again'>> {
  const notification = await deps.store.byId(input.notificationId);
  if (notification === undefined) return ok();
  const content = await deps.documents.get(notification.fileId, `case/${notification.caseId}`);
  if (content === undefined) throw new Error(`the paper of notification ${notification.id} is gone`);
  // The organisation was held against the officer's when the paper was signed; it must be the same one still.
  const bin = (notification.verdict as Verdict).signatures[0]?.signer?.bin;
  const kept = await deps.keeping.keep(keptSignature(notification), {
    signature: notification.cms,
    content,
    policy: 'office-notification',
    expect: { bin },
    at: notification.signedAt,
  });
  return kept.ok ? ok() : refuse('try-again');
}
