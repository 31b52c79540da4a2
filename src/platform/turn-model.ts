// How the turns of periodic work lie in MongoDB.
import { Schema, type Connection, type Model } from 'mongoose';

interface TurnRecord {
  /** Name of the round. */
  readonly _id: string;
  /** The earliest moment of the next one. */
  readonly nextAt: Date;
}

const schema = new Schema<TurnRecord>(
  { _id: { type: String, required: true }, nextAt: { type: Date, required: true } },
  { collection: 'turns', versionKey: false, strict: 'throw' },
);

/** One model for all rounds of a connection. */
export const turnModel = (connection: Connection): Model<TurnRecord> =>
  (connection.models.Turn as Model<TurnRecord> | undefined) ?? connection.model<TurnRecord>('Turn', schema);
