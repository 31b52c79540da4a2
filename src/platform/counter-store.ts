// Numbers that run through a year: of applications, of outgoing papers. A number given and not used leaves a gap, never a double.
import { Schema, type Connection, type Model } from 'mongoose';

interface CounterRecord {
  readonly _id: string;
  readonly next: number;
}

const schema = new Schema<CounterRecord>(
  { _id: { type: String, required: true }, next: { type: Number, required: true } },
  { collection: 'counters', versionKey: false, strict: 'throw' },
);

const modelOf = (connection: Connection): Model<CounterRecord> =>
  (connection.models.Counter as Model<CounterRecord> | undefined) ??
  connection.model<CounterRecord>('Counter', schema);

/** The next number of a series that ends with its year: "2026-000042" of "application-2026". */
export async function nextInSeries(connection: Connection, series: string): Promise<string> {
  const counter = await modelOf(connection)
    .findOneAndUpdate({ _id: series }, { $inc: { next: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean();
  return `${series.slice(-4)}-${String(counter.next).padStart(6, '0')}`;
}
