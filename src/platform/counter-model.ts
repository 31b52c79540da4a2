// How running numbers lie in MongoDB.
import { Schema, type Connection, type Model } from 'mongoose';

interface CounterRecord {
  readonly _id: string;
  readonly next: number;
}

const schema = new Schema<CounterRecord>(
  { _id: { type: String, required: true }, next: { type: Number, required: true } },
  { collection: 'counters', versionKey: false, strict: 'throw' },
);

/** One model for all series of a connection. */
export const counterModel = (connection: Connection): Model<CounterRecord> =>
  (connection.models.Counter as Model<CounterRecord> | undefined) ??
  connection.model<CounterRecord>('Counter', schema);
