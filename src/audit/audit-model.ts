// How the record of actions and looks lies in MongoDB. It is only ever added to.
import { Schema, type Connection, type Model } from 'mongoose';

export interface AuditRecord {
  readonly _id: string;
  readonly at: Date;
  /** What was done or seen, e.g. "case.viewed". */
  readonly action: string;
  /** Id of the record it was about. */
  readonly about?: string;
  /** Account of who did it; absent for a visitor. */
  readonly by?: string;
  readonly as?: string;
  readonly address: string;
  readonly requestId: string;
}

const schema = new Schema<AuditRecord>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    action: { type: String, required: true },
    about: String,
    by: String,
    as: String,
    address: { type: String, default: '' },
    requestId: { type: String, required: true },
  },
  { collection: 'audit', versionKey: false, strict: 'throw' },
)
  .index({ about: 1, at: 1 })
  .index({ by: 1, at: 1 });

export const auditModel = (connection: Connection): Model<AuditRecord> =>
  connection.model<AuditRecord>('Audit', schema);
