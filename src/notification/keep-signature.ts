// The head's signature under a delivered paper is kept so that it verifies without any server.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { KeepingRequest, Verdict } from '../signature/index.ts';
import type { NotificationDeps } from './notification-deps.ts';

/** Under which name the signature of a notification is kept. */
export const keptSignature = ({ id }: { readonly id: string }): string => `notification/${id}`;

/** Keeps the signature of a notification; `try-again` while its evidence cannot be had. */
export async function keepNotificationSignature(
  deps: NotificationDeps,
  input: { readonly notificationId: string },
): Promise<Result<undefined, 'try-again'>> {
  const owner = keptSignature({ id: input.notificationId });
  const request = await keepingRequestOf(deps, owner);
  if (request === undefined) return ok();
  const kept = await deps.keeping.keep(owner, request);
  return kept.ok ? ok() : refuse('try-again');
}

/** How the kept signature of this owner is verified; undefined when the owner is no notification. */
export async function keepingRequestOf(
  deps: Pick<NotificationDeps, 'store' | 'documents'>,
  owner: string,
): Promise<KeepingRequest | undefined> {
  const [kind, id] = owner.split('/');
  const notification = kind === 'notification' && id !== undefined ? await deps.store.byId(id) : undefined;
  if (notification === undefined) return undefined;
  const content = await deps.documents.get(notification.fileId, `case/${notification.caseId}`);
  if (content === undefined) throw new Error(`the paper of notification ${notification.id} is gone`);
  // The organisation was held against the officer's when the paper was signed; it must be the same one still.
  const bin = (notification.verdict as Verdict).signatures[0]?.signer?.bin;
  return {
    signature: notification.cms,
    content,
    policy: 'office-notification',
    expect: { bin },
    at: notification.signedAt,
  };
}
