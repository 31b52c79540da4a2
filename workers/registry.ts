// The table of queues: what each does, how often it is tried, and which use case it calls. Every queue has exactly one worker here.
import type { Portal } from '../src/compose.ts';
import { CHANGES } from '../src/http/live-status.ts';
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

/** Tells open pages that something may have changed: an application with its case and its papers, or a complaint. */
async function showChange(portal: Portal, fact: FactAddress): Promise<Handled> {
  for (const id of await idsOf(portal, fact)) portal.hints.publish(CHANGES, id);
  return DONE;
}

/** The pages that show what a fact is about. */
async function idsOf(portal: Portal, { source, aggregateId }: FactAddress): Promise<readonly string[]> {
  const found = async (): Promise<readonly (string | undefined)[]> => {
    switch (source) {
      case 'cases':
        return [(await portal.office.byId(aggregateId))?.applicationId];
      case 'notifications':
        return [(await portal.notifications.byId(aggregateId))?.applicationId];
      case 'complaints':
        return [aggregateId, (await portal.complaints.byId(aggregateId))?.applicationId];
      default:
        return [aggregateId];
    }
  };
  return (await found()).filter((id) => id !== undefined);
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
    what: 'the paper that will be signed is drawn: of a case, or the answer to a complaint',
    retry: RETRY.house,
    concurrency: 1,
    handle: (portal, { source, aggregateId }) =>
      source === 'complaints'
        ? portal.complaints.drawAnswer({ complaintId: aggregateId })
        : portal.notifications.drawPaper({ caseId: aggregateId }),
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
    handle: (portal, { source, aggregateId }) => {
      switch (source) {
        case 'applications':
          return portal.notifications.tellOfRefusedSignature({ applicationId: aggregateId });
        case 'cases':
          return portal.notifications.tellOfProlonging({ caseId: aggregateId });
        case 'complaints':
          return portal.complaints.tellOfAnswer({ complaintId: aggregateId });
        default:
          return portal.notifications.tellOfNotification({ notificationId: aggregateId });
      }
    },
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
    handle: (portal, { source, aggregateId }) => {
      switch (source) {
        case 'applications':
          return portal.applications.keepSignatures({ id: aggregateId });
        case 'complaints':
          return portal.complaints.keepAnswers({ complaintId: aggregateId });
        default:
          return portal.notifications.keepSignature({ notificationId: aggregateId });
      }
    },
  },
};
