// How kept signatures lie in MongoDB: where the file is and what it proves. The file itself lies sealed in GridFS; nothing here names anybody.
import { Schema, type Connection, type Model } from 'mongoose';
import type { Verdict } from '../signature/index.ts';

export interface KeptRecord {
  /** Whose signature: "application/…", "application/…/supplement/…", "notification/…", "complaint/…/answer/…". */
  readonly _id: string;
  readonly fileId: string;
  /** Hex SHA-256 of the kept message. */
  readonly sha256: string;
  readonly level: Verdict['signatures'][number]['level'];
  readonly keptAt: Date;
  /** When the newest time-stamp loses its authority's certificate. */
  readonly renewBefore?: Date;
  /** When somebody last began to renew it. */
  readonly renewTriedAt?: Date;
}

const schema = new Schema<KeptRecord>(
  {
    _id: { type: String, required: true },
    fileId: { type: String, required: true },
    sha256: { type: String, required: true },
    level: { type: String, required: true },
    keptAt: { type: Date, required: true },
    renewBefore: Date,
    renewTriedAt: Date,
  },
  { collection: 'kept-signatures', versionKey: false, strict: 'throw' },
).index({ renewBefore: 1 });

export const keptModel = (connection: Connection): Model<KeptRecord> =>
  connection.model<KeptRecord>('KeptSignature', schema);
