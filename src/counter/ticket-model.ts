// How tickets of the counter lie in MongoDB. They name nobody: only when somebody came, was called and went.
import { Schema, type Connection, type Model } from 'mongoose';

export interface TicketRecord {
  readonly _id: string;
  readonly officeId: string;
  /** By the calendar of Kazakhstan, "2026-03-02". */
  readonly day: string;
  /** Runs through the day of an office. */
  readonly number: number;
  readonly regulationId: string;
  /** How many waited when it was taken. */
  readonly ahead: number;
  readonly takenAt: Date;
  readonly calledAt: Date | null;
  readonly endedAt: Date | null;
  /** Called and not ended. */
  readonly serving: boolean;
  /** Called, and nobody came. */
  readonly left: boolean;
  /** Account of the clerk who called. */
  readonly clerkId: string | null;
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true } as const;

const schema = new Schema<TicketRecord>(
  {
    _id: text,
    officeId: text,
    day: text,
    number: count,
    regulationId: text,
    ahead: count,
    takenAt: { type: Date, required: true },
    calledAt: { type: Date, default: null },
    endedAt: { type: Date, default: null },
    serving: { type: Boolean, required: true },
    left: { type: Boolean, required: true },
    clerkId: { type: String, default: null },
  },
  { collection: 'tickets', versionKey: false, strict: 'throw' },
)
  .index({ officeId: 1, day: 1, number: 1 }, { unique: true })
  // One clerk serves one person at a time, however often he presses.
  .index({ clerkId: 1 }, { unique: true, partialFilterExpression: { serving: true } });

export const ticketModel = (connection: Connection): Model<TicketRecord> =>
  connection.model<TicketRecord>('Ticket', schema);
