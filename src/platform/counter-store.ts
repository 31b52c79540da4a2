// Numbers that run through a year: of applications, of outgoing papers. A number given and not used leaves a gap, never a double.
import type { Connection } from 'mongoose';
import { counterModel } from './counter-model.ts';

/** The next number of a series that ends with its year: "2026-000042" of "application-2026". */
export async function nextInSeries(connection: Connection, series: string): Promise<string> {
  const counter = await counterModel(connection)
    .findOneAndUpdate({ _id: series }, { $inc: { next: 1 } }, { upsert: true, returnDocument: 'after' })
    .lean();
  return `${series.slice(-4)}-${String(counter.next).padStart(6, '0')}`;
}
