// How kept signatures lie in MongoDB: where the file is and what it proves. The file itself lies sealed in GridFS; nothing here names anybody.
import { Schema, type Connection, type Model } from 'mongoose';

export interface KeptRecord {
  /** Whose signature: "application/…", "supplement/…", "notification/…". */
  readonly _id: string;
  readonly fileId: string;
  /** Hex SHA-256 of the kept message. */
  readonly sha256: string;
  readonly level: string;
  readonly keptAt: Date;
  /** When the newest time-stamp loses its authority's certificate. */
  readonly renewBefore?: Date;
}

const schema = new Schema<KeptRecord>(
  {
    _id: { type: String, required: true },
    fileId: { type: String, required: true },
    sha256: { type: String, required: true },
    level: { type: String, required: true },
    keptAt: { type: Date, required: true },
    renewBefore: Date,
  },
  { collection: 'kept-signatures', versionKey: false, strict: 'throw' },
).index({ renewBefore: 1 });

export const keptModel = (connection: Connection): Model<KeptRecord> =>
  connection.model<KeptRecord>('KeptSignature', schema);
