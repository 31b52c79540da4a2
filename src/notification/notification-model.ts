// How delivered notifications lie in MongoDB.
import { Schema, type Connection, type Model } from 'mongoose';
import { FACTS_INDEX, factsField, type Fact } from '../outbox/index.ts';

export interface NotificationRecord {
  readonly _id: string;
  readonly caseId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  /** Number of the paper; one delivery for each. */
  readonly number: string;
  readonly paper: string;
  readonly fileId: string;
  readonly sha256: string;
  /** The head's signature and its verdict: sealed JSON. */
  readonly sealed: Buffer;
  readonly issuedAt: Date;
  readonly deliveredAt: Date;
  readonly readAt?: Date;
  readonly smsSentAt?: Date;
  readonly outbox: readonly Fact[];
}

const schema = new Schema<NotificationRecord>(
  {
    _id: { type: String, required: true },
    caseId: { type: String, required: true },
    applicationId: { type: String, required: true },
    applicantId: { type: String, required: true },
    number: { type: String, required: true },
    paper: { type: String, required: true },
    fileId: { type: String, required: true },
    sha256: { type: String, required: true },
    sealed: { type: Buffer, required: true },
    issuedAt: { type: Date, required: true },
    deliveredAt: { type: Date, required: true },
    readAt: Date,
    smsSentAt: Date,
    ...factsField,
  },
  { collection: 'notifications', versionKey: false, strict: 'throw' },
)
  .index({ number: 1 }, { unique: true })
  .index({ sha256: 1 })
  .index({ applicationId: 1, deliveredAt: 1 })
  .index(FACTS_INDEX);

export const notificationModel = (connection: Connection): Model<NotificationRecord> =>
  connection.model<NotificationRecord>('Notification', schema);
