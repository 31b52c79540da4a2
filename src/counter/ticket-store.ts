// Reads and writes tickets. Two who press at the same moment get two numbers, and two clerks call two people.
import type { Connection } from 'mongoose';
import { isDuplicate } from '../platform/mongo.ts';
import { ticketModel, type TicketRecord } from './ticket-model.ts';

export interface TicketStore {
  ofDay(officeId: string, day: string): Promise<TicketRecord[]>;
  byId(id: string): Promise<TicketRecord | undefined>;
  /** False when the number of the day was taken in between. */
  add(ticket: TicketRecord): Promise<boolean>;
  /**
   * Calls the next one.
   * @returns undefined when nobody waits, `busy` when the clerk serves somebody already
   */
  call(
    where: { readonly officeId: string; readonly day: string },
    clerkId: string,
    at: Date,
  ): Promise<TicketRecord | undefined | 'busy'>;
  /** Ends what the clerk serves; false when it is not his or is ended. */
  end(id: string, clerkId: string, how: { readonly at: Date; readonly left: boolean }): Promise<boolean>;
}

export function createTicketStore(connection: Connection): TicketStore {
  const tickets = ticketModel(connection);
  return {
    ofDay: (officeId, day) => tickets.find({ officeId, day }).sort({ number: 1 }).lean<TicketRecord[]>(),
    byId: async (id) => (await tickets.findById(id).lean<TicketRecord>()) ?? undefined,
    async add(ticket) {
      try {
        await tickets.create(ticket);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async call({ officeId, day }, clerkId, at) {
      try {
        const called = await tickets
          .findOneAndUpdate(
            { officeId, day, calledAt: null },
            { $set: { calledAt: at, serving: true, clerkId } },
            { sort: { number: 1 }, returnDocument: 'after' },
          )
          .lean<TicketRecord>();
        return called ?? undefined;
      } catch (error) {
        if (isDuplicate(error)) return 'busy';
        throw error;
      }
    },
    async end(id, clerkId, { at, left }) {
      const ended = await tickets.updateOne(
        { _id: id, clerkId, serving: true },
        { $set: { endedAt: at, serving: false, left } },
      );
      return ended.matchedCount === 1;
    },
  };
}
