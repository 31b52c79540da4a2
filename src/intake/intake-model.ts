// How intakes lie in MongoDB: what the list of the desk needs is plain, everything that tells of a person is sealed.
import { Schema, type Connection, type Model } from 'mongoose';

export interface IntakeRecord {
  readonly _id: string;
  readonly officeId: string;
  readonly state: 'open' | 'accepted' | 'refused';
  readonly regulation: { readonly id: string; readonly version: number };
  readonly channel: string;
  readonly number?: string;
  readonly sealed: Buffer;
  readonly version: number;
  readonly endedAt?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const schema = new Schema<IntakeRecord>(
  {
    _id: { type: String, required: true },
    officeId: { type: String, required: true },
    state: { type: String, enum: ['open', 'accepted', 'refused'], required: true },
    regulation: { id: { type: String, required: true }, version: { type: Number, required: true } },
    channel: { type: String, required: true },
    number: String,
    sealed: { type: Buffer, required: true },
    version: { type: Number, required: true },
    endedAt: Date,
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'intakes', versionKey: false, strict: 'throw' },
).index({ officeId: 1, state: 1, updatedAt: -1 });

export const intakeModel = (connection: Connection): Model<IntakeRecord> =>
  connection.model<IntakeRecord>('Intake', schema);
