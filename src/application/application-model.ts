// How applications lie in MongoDB: what may tell of health is sealed, what the queues and indexes need is not.
import { Schema, type Connection, type Model } from 'mongoose';
import { FACTS_INDEX, factsField, type Fact } from '../outbox/index.ts';

export interface ApplicationRecord {
  readonly _id: string;
  readonly applicantId: string;
  readonly iin: string;
  readonly status: 'draft' | 'submitted' | 'withdrawn';
  readonly regulation: { readonly id: string; readonly version: number };
  readonly number?: string;
  /** Left out for what came through the portal. */
  readonly channel?: string;
  /** Brought on paper: such an application belongs to whoever has its IIN. */
  readonly onPaper?: boolean;
  readonly version: number;
  /** Content, signed bytes, signature and verdicts: one sealed JSON. */
  readonly sealed: Buffer;
  /** SHA-256 of the bytes that wait for a signature: a submission names it, so that it is about these bytes and no others. */
  readonly toSignSha256?: string;
  readonly signatureState?: 'confirmed' | 'being-checked' | 'refused' | 'on-paper';
  readonly submittedAt?: Date;
  readonly withdrawnAt?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly outbox: readonly Fact[];
}

const schema = new Schema<ApplicationRecord>(
  {
    _id: { type: String, required: true },
    applicantId: { type: String, required: true },
    iin: { type: String, required: true },
    status: { type: String, enum: ['draft', 'submitted', 'withdrawn'], required: true },
    regulation: { id: { type: String, required: true }, version: { type: Number, required: true } },
    number: String,
    channel: String,
    onPaper: Boolean,
    version: { type: Number, required: true },
    sealed: { type: Buffer, required: true },
    toSignSha256: String,
    signatureState: { type: String, enum: ['confirmed', 'being-checked', 'refused', 'on-paper'] },
    submittedAt: Date,
    withdrawnAt: Date,
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    ...factsField,
  },
  { collection: 'applications', versionKey: false, strict: 'throw' },
)
  .index({ applicantId: 1, updatedAt: -1 })
  .index({ iin: 1, onPaper: 1 })
  // One open draft for a person and a service: it is found again on another device, and two tabs fill the same one.
  .index(
    { applicantId: 1, 'regulation.id': 1 },
    { unique: true, partialFilterExpression: { status: 'draft' }, name: 'one_draft' },
  )
  .index({ number: 1 }, { unique: true, partialFilterExpression: { number: { $exists: true } } })
  .index(FACTS_INDEX);

export const applicationModel = (connection: Connection): Model<ApplicationRecord> =>
  connection.model<ApplicationRecord>('Application', schema);
