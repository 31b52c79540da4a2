// How complaints lie in MongoDB. What lists sort and filter by is plain; what was written and who wrote it is sealed.
import { Schema, type Connection, type Model } from 'mongoose';
import { FACTS_INDEX, factsField, type Fact } from '../outbox/index.ts';

export interface ComplaintRecord {
  readonly _id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly regulation: { readonly id: string; readonly version: number };
  readonly homeOfficeId: string;
  readonly officeId: string;
  /** Every office that has or had it. */
  readonly officeIds: readonly string[];
  readonly way: 'cabinet' | 'paper';
  readonly previousId: string | null;
  readonly late: boolean;
  readonly state: 'open' | 'closed';
  /** Whose turn it is; null at an end. */
  readonly actor: string | null;
  /** The same for every open complaint about one application to one office: there is but one. */
  readonly openKey: string;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  /** Hex SHA-256 of the answers that were sent. */
  readonly answers: readonly string[];
  readonly sealed: Buffer;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly outbox: readonly Fact[];
}

const text = { type: String, required: true } as const;
const moment = { type: Date, required: true } as const;

const schema = new Schema<ComplaintRecord>(
  {
    _id: text,
    number: text,
    applicationId: text,
    caseId: text,
    caseNumber: text,
    regulation: { id: text, version: { type: Number, required: true } },
    homeOfficeId: text,
    officeId: text,
    officeIds: { type: [String], required: true },
    way: { ...text, enum: ['cabinet', 'paper'] },
    previousId: { type: String, default: null },
    late: { type: Boolean, required: true },
    state: { ...text, enum: ['open', 'closed'] },
    actor: { type: String, default: null },
    openKey: text,
    submittedAt: moment,
    dueAt: { type: Date, default: null },
    answers: { type: [String], default: [] },
    sealed: { type: Buffer, required: true },
    version: { type: Number, required: true },
    createdAt: moment,
    updatedAt: moment,
    ...factsField,
  },
  { collection: 'complaints', versionKey: false, strict: 'throw' },
)
  .index({ number: 1 }, { unique: true })
  .index({ openKey: 1 }, { unique: true })
  .index({ applicationId: 1, createdAt: 1 })
  .index({ previousId: 1 })
  .index({ answers: 1 })
  .index({ officeIds: 1, state: 1, dueAt: 1 })
  .index({ officeId: 1, state: 1, actor: 1, dueAt: 1 })
  .index(FACTS_INDEX);

export const complaintModel = (connection: Connection): Model<ComplaintRecord> =>
  connection.model<ComplaintRecord>('Complaint', schema);
