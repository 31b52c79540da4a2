// The door of the slice: what the citizen is told: papers of the office, sealed and delivered, and short messages.
import type { Connection } from 'mongoose';
import type { Bound, Result } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import {
  issueNotification,
  tellOfNotification,
  tellOfProlonging,
  tellOfRefusedSignature,
} from './deliver.ts';
import { drawPaper } from './draw-paper.ts';
import { keepingRequestOf, keepNotificationSignature, keptSignature } from './keep-signature.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { createNotificationStore, type Notification } from './notification-store.ts';

export interface Notifications {
  drawPaper(input: { readonly caseId: string }): Promise<Result<undefined, never>>;
  issue(input: { readonly caseId: string }): Promise<Result<undefined, never>>;
  tellOfNotification(input: { readonly notificationId: string }): Promise<Result<undefined, 'try-again'>>;
  tellOfProlonging(input: { readonly caseId: string }): Promise<Result<undefined, 'try-again'>>;
  tellOfRefusedSignature(input: { readonly applicationId: string }): Promise<Result<undefined, 'try-again'>>;
  keepSignature(input: { readonly notificationId: string }): Promise<Result<undefined, 'try-again'>>;
  keepingRequestOf: Bound<typeof keepingRequestOf>;
  ofApplication(applicationId: string): Promise<readonly Notification[]>;
  byId(id: string): Promise<Notification | undefined>;
  /** The signature under the delivered paper with these bytes: the one that is kept with its evidence, as soon as there is one. */
  signatureUnder(
    sha256: string,
  ): Promise<{ readonly signature: Buffer; readonly signedAt: Date } | undefined>;
  /** The bytes of the paper, exactly as they were signed. */
  paperOf(notification: Notification): Promise<Buffer | undefined>;
  markRead(notification: Notification): Promise<void>;
}

export function createNotifications(
  given: Omit<NotificationDeps, 'store'> & { readonly connection: Connection; readonly sealer: Sealer },
): Notifications {
  const deps: NotificationDeps = { ...given, store: createNotificationStore(given.connection, given.sealer) };
  return {
    drawPaper: (input) => drawPaper(deps, input),
    issue: (input) => issueNotification(deps, input),
    tellOfNotification: (input) => tellOfNotification(deps, input),
    tellOfProlonging: (input) => tellOfProlonging(deps, input),
    tellOfRefusedSignature: (input) => tellOfRefusedSignature(deps, input),
    keepSignature: (input) => keepNotificationSignature(deps, input),
    keepingRequestOf: (owner) => keepingRequestOf(deps, owner),
    ofApplication: (applicationId) => deps.store.ofApplication(applicationId),
    byId: (id) => deps.store.byId(id),
    async signatureUnder(sha256) {
      const found = await deps.store.bySha256(sha256);
      if (found === undefined) return undefined;
      const kept = await deps.keeping.messageOf(keptSignature(found));
      return { signature: kept ?? found.cms, signedAt: found.signedAt };
    },
    paperOf: ({ fileId, caseId }) => deps.documents.get(fileId, `case/${caseId}`),
    markRead: ({ id }) => deps.store.markRead(id, deps.clock.now()),
  };
}

export { keptSignature as keptNotification } from './keep-signature.ts';
export { drawPdf } from './draw-pdf.ts';
export { printPaper, type PaperTools } from './print-paper.ts';
export type { PaperContent, PaperText } from './paper-content.ts';
export type { Notification } from './notification-store.ts';
