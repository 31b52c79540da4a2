// The table of queues: what each does, how often it is tried, and which use case it calls. Every queue has exactly one worker here.
import { CHANGES } from '../src/cabinet/index.ts';
import type { Portal } from '../src/compose.ts';
import type { FactAddress, QueueName } from '../src/outbox/index.ts';
import type { Result } from '../src/platform/result.ts';
import { RETRY, type RetryRule } from './retry.ts';

/** What a handler answers: done, or not possible yet. Anything thrown is infrastructure or a bug. */
export type Handled = Result<unknown, 'try-again'>;

export interface QueueEntry {
  readonly what: string;
  readonly retry: RetryRule;
  readonly concurrency: number;
  readonly handle: (portal: Portal, fact: FactAddress) => Promise<Handled>;
}

const DONE: Handled = { ok: true, value: undefined };

/** Tells open pages that an application may have changed; its case and its notifications speak for it. */
async function showChange(portal: Portal, fact: FactAddress): Promise<Handled> {
  const applicationId =
    fact.source === 'applications'
      ? fact.aggregateId
      : fact.source === 'cases'
        ? (await portal.office.byId(fact.aggregateId))?.applicationId
        : (await portal.notifications.byId(fact.aggregateId))?.applicationId;
  if (applicationId !== undefined) portal.hints.publish(CHANGES, applicationId);
  return DONE;
}

export const registry: Readonly<Record<QueueName, QueueEntry>> = {
  'forward-to-office': {
    what: 'a submitted, completed or withdrawn application reaches its case',
    retry: RETRY.house,
    concurrency: 4,
    handle: (portal, { aggregateId }) => portal.office.receive({ applicationId: aggregateId }),
  },
  'settle-signature': {
    what: 'a signature whose revocation could not be asked is asked about again',
    retry: RETRY.outside,
    concurrency: 2,
    handle: (portal, { aggregateId }) => portal.applications.settleSignature({ id: aggregateId }),
  },
  'draw-paper': {
    what: 'the paper that the head will sign is drawn',
    retry: RETRY.house,
    concurrency: 1,
    handle: (portal, { aggregateId }) => portal.notifications.drawPaper({ caseId: aggregateId }),
  },
  'issue-notification': {
    what: 'a signed and issued paper reaches the cabinet',
    retry: RETRY.house,
    concurrency: 2,
    handle: (portal, { aggregateId }) => portal.notifications.issue({ caseId: aggregateId }),
  },
  'tell-applicant': {
    what: 'the applicant gets a short message without any detail',
    retry: RETRY.outside,
    concurrency: 2,
    handle: (portal, { source, aggregateId }) =>
      source === 'applications'
        ? portal.notifications.tellOfRefusedSignature({ applicationId: aggregateId })
        : portal.notifications.tellOfNotification({ notificationId: aggregateId }),
  },
  'show-change': {
    what: 'open cabinet pages are told to look again',
    retry: RETRY.house,
    concurrency: 8,
    handle: showChange,
  },
  'keep-signature': {
    what: 'a confirmed signature is kept with its evidence, so that it verifies without any server',
    retry: RETRY.outside,
    concurrency: 1,
    handle: (portal, { source, aggregateId }) =>
      source === 'applications'
        ? portal.applications.keepSignatures({ id: aggregateId })
        : portal.notifications.keepSignature({ notificationId: aggregateId }),
  },
};
