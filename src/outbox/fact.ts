// Facts to be told, kept inside the record they are about and written together with it: state and consequences are one write.
import type { SchemaDefinition } from 'mongoose';
import { newId } from '../platform/ids.ts';
import { SUBSCRIBERS, type EventKind, type QueueName } from './portal-event.ts';

export interface Fact {
  readonly id: string;
  readonly kind: EventKind;
  readonly queue: QueueName;
  readonly at: Date;
  /** new: not told yet. told: a job carries it. failed: the job gave up, an operator must look. Done facts are taken out. */
  readonly state: 'new' | 'told' | 'failed';
  /** When it is told again if nobody did it: the sweep rebuilds a lost queue from this. */
  readonly tellAgainAt: Date;
}

/** One fact for each queue that an event concerns. */
export function factsOf(kind: EventKind, now: Date): Fact[] {
  return SUBSCRIBERS[kind].map((queue) => ({
    id: newId(),
    kind,
    queue,
    at: now,
    state: 'new',
    tellAgainAt: now,
  }));
}

/** The field for the schema of a record with facts; the index on its state goes with it. */
export const factsField: SchemaDefinition = {
  outbox: {
    type: [
      {
        _id: false,
        id: { type: String, required: true },
        kind: { type: String, required: true },
        queue: { type: String, required: true },
        at: { type: Date, required: true },
        state: { type: String, enum: ['new', 'told', 'failed'], required: true },
        tellAgainAt: { type: Date, required: true },
      },
    ],
    default: [],
  },
};

export const FACTS_INDEX = { 'outbox.state': 1 } as const;
