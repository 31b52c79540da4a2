// How one-time codes lie in MongoDB: only a keyed fingerprint of the code, with the number of guesses left.
import { Schema, type Connection, type Model } from 'mongoose';

export interface CodeRecord {
  readonly _id: string;
  readonly purpose: string;
  readonly fingerprint: string;
  readonly guessesLeft: number;
  readonly expiresAt: Date;
}

const schema = new Schema<CodeRecord>(
  {
    _id: { type: String, required: true },
    purpose: { type: String, required: true },
    fingerprint: { type: String, required: true },
    guessesLeft: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'one_time_codes', versionKey: false, strict: 'throw' },
).index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const codeModel = (connection: Connection): Model<CodeRecord> =>
  connection.model<CodeRecord>('OneTimeCode', schema);
