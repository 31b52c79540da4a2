// How sessions lie in MongoDB: under a hash of their id, so that a copy of the database opens no session.
import { Schema, type Connection, type Model } from 'mongoose';

export interface SessionRecord {
  readonly _id: string;
  /** Whose session it is, for "sign out everywhere". */
  readonly accountId?: string;
  /** Sealed: what a person typed before signing in again may name a diagnosis. */
  readonly content: Buffer;
  readonly expiresAt: Date;
}

const schema = new Schema<SessionRecord>(
  {
    _id: { type: String, required: true },
    accountId: String,
    content: { type: Buffer, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sessions', versionKey: false, strict: 'throw' },
)
  .index({ accountId: 1 })
  .index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const sessionModel = (connection: Connection): Model<SessionRecord> =>
  connection.model<SessionRecord>('Session', schema);
