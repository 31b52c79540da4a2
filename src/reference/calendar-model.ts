// How the years that were added at the desk lie in MongoDB; the rows of the code's own table are not among them.
import { Schema, type Connection, type Model } from 'mongoose';

export interface CalendarYearRecord {
  /** The year. */
  readonly _id: number;
  readonly kurbanAit: string;
  readonly moved: readonly { readonly works?: string; readonly rests?: string }[];
  /** The act that moved the days, as the person at the desk named it. */
  readonly act: string;
  readonly movedChecked: boolean;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly at: Date;
  readonly version: number;
}

const text = { type: String, required: true } as const;

const schema = new Schema<CalendarYearRecord>(
  {
    _id: { type: Number, required: true },
    kurbanAit: text,
    moved: { type: [{ _id: false, works: String, rests: String }], default: [] },
    act: { type: String, default: '' },
    movedChecked: { type: Boolean, required: true },
    by: { accountId: text, name: text },
    at: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'calendar-years', versionKey: false, strict: 'throw' },
);

export const calendarYearModel = (connection: Connection): Model<CalendarYearRecord> =>
  connection.model<CalendarYearRecord>('CalendarYear', schema);
