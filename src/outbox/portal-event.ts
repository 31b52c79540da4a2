// Everything that can happen in the portal and whom it concerns. A closed list: a fact without a queue, or a queue without a worker, does
// not get past the tests.

/** The queues of the worker process. workers/registry.ts has one worker for each. */
export const QUEUES = [
  'forward-to-office',
  'settle-signature',
  'draw-paper',
  'issue-notification',
  'tell-applicant',
  'show-change',
  'keep-signature',
] as const;
export type QueueName = (typeof QUEUES)[number];

/** Which queues a fact goes to. Facts are in the past tense; a job that carries one says its id and the record's id, nothing else. */
export const SUBSCRIBERS = {
  /** The citizen's signed application is stored. */
  'application.submitted': ['forward-to-office', 'keep-signature'],
  /** The signature could not be judged at submission: revocation data was out of reach. */
  'application.signature-unsettled': ['settle-signature'],
  'application.signature-confirmed': ['show-change', 'keep-signature'],
  'application.signature-refused': ['forward-to-office', 'tell-applicant'],
  'application.documents-added': ['forward-to-office', 'keep-signature'],
  'application.withdrawn': ['forward-to-office'],
  /** A step was done and the case stands elsewhere. */
  'case.moved': ['show-change'],
  /** So much of a term is used up that somebody in the office was told; at its end the citizen's page says so too. */
  'case.escalated': ['show-change'],
  /** The head prolonged the whole term. */
  'case.prolonged': ['tell-applicant', 'show-change'],
  /** The executor's draft asks for a paper that the head will sign. */
  'case.drafted': ['draw-paper'],
  /** A signed paper was registered and issued. */
  'case.issued': ['issue-notification'],
  /** A complaint was delivered, or somebody did a step of it. */
  'complaint.moved': ['show-change'],
  /** The answer to a complaint is written and waits for its paper. */
  'complaint.drafted': ['draw-paper'],
  /** The signed answer was sent to the applicant. */
  'complaint.answered': ['tell-applicant', 'keep-signature'],
  'notification.delivered': ['tell-applicant', 'show-change', 'keep-signature'],
} as const satisfies Readonly<Record<string, readonly QueueName[]>>;

export type EventKind = keyof typeof SUBSCRIBERS;
