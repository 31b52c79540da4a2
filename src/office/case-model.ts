// How cases lie in MongoDB. What the queue sorts and filters by is plain; what tells of a person is sealed.
import { Schema, type Connection, type Model } from 'mongoose';
import { FACTS_INDEX, factsField, type Fact } from '../outbox/index.ts';
import type { Escalation } from './escalation.ts';

export interface CaseRecord {
  readonly _id: string;
  readonly applicationId: string;
  readonly number: string;
  readonly officeId: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly state: 'open' | 'closed' | 'stopped';
  /** Step or end of the regulation. */
  readonly stands: string;
  /** Whose turn it is; null at an end. */
  readonly actor: string | null;
  readonly assigneeId: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly wholeDueAt: Date | null;
  /** Journals in which the case has a line, by office and month. */
  readonly journalKeys: readonly string[];
  /** When the next part of a running term is used up and somebody must be told; null when nothing is left to tell. */
  readonly escalateAt: Date | null;
  /** Who was told what of the terms. Only ever added to, beside whatever else is written. */
  readonly escalations?: readonly Escalation[];
  /** Position, history, draft, papers and the applicant's name: one sealed JSON. */
  readonly sealed: Buffer;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly outbox: readonly Fact[];
}

const schema = new Schema<CaseRecord>(
  {
    _id: { type: String, required: true },
    applicationId: { type: String, required: true },
    number: { type: String, required: true },
    officeId: { type: String, required: true },
    regulation: { id: { type: String, required: true }, version: { type: Number, required: true } },
    state: { type: String, enum: ['open', 'closed', 'stopped'], required: true },
    stands: { type: String, required: true },
    actor: { type: String, default: null },
    assigneeId: { type: String, default: null },
    submittedAt: { type: Date, required: true },
    dueAt: { type: Date, default: null },
    wholeDueAt: { type: Date, default: null },
    journalKeys: { type: [String], default: [] },
    escalateAt: { type: Date, default: null },
    escalations: {
      type: [
        {
          _id: false,
          term: { type: String, required: true },
          of: { type: String, enum: ['step', 'whole'], required: true },
          share: { type: Number, required: true },
          due: { type: Date, required: true },
          at: { type: Date, required: true },
          to: { type: [String], required: true },
          seenBy: { type: [String], default: [] },
        },
      ],
      default: [],
    },
    sealed: { type: Buffer, required: true },
    version: { type: Number, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...factsField,
  },
  { collection: 'cases', versionKey: false, strict: 'throw' },
)
  // One case for an application, however often a job is delivered.
  .index({ applicationId: 1 }, { unique: true })
  .index({ number: 1 })
  .index({ officeId: 1, state: 1, actor: 1, dueAt: 1 })
  .index({ assigneeId: 1, state: 1, actor: 1, dueAt: 1 })
  .index({ journalKeys: 1 })
  .index({ state: 1, escalateAt: 1 })
  .index({ 'escalations.to': 1, state: 1, dueAt: 1 })
  .index(FACTS_INDEX);

export const caseModel = (connection: Connection): Model<CaseRecord> =>
  connection.model<CaseRecord>('Case', schema);
