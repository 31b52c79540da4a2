// Reads and writes the years that were added at the desk. Of two people at one year, one wins and the other is told.
import type { Connection } from 'mongoose';
import { isDuplicate } from '../platform/mongo.ts';
import { calendarYearModel, type CalendarYearRecord } from './calendar-model.ts';

export interface CalendarStore {
  all(): Promise<CalendarYearRecord[]>;
  /** Writes a year if it still has the version before this one (0: is not there yet); false otherwise. */
  put(record: CalendarYearRecord): Promise<boolean>;
}

export function createCalendarStore(connection: Connection): CalendarStore {
  const years = calendarYearModel(connection);
  return {
    all: () => years.find().sort({ _id: 1 }).lean<CalendarYearRecord[]>(),
    async put(record) {
      const { _id, version } = record;
      if (version > 1)
        return (await years.replaceOne({ _id, version: version - 1 }, record)).matchedCount === 1;
      try {
        await years.create(record);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
  };
}
