// Reads and writes what is known of kept signatures. Every write expects the file it read: of two at once, one wins.
import type { Connection } from 'mongoose';
import { isDuplicate } from '../platform/mongo.ts';
import { keptModel, type KeptRecord } from './kept-model.ts';

export interface KeptStore {
  of(owner: string): Promise<KeptRecord | undefined>;
  /** False when this signature was kept before. */
  add(record: KeptRecord): Promise<boolean>;
  /** Puts a newer file in the place of this one; false when somebody else did. */
  replace(before: KeptRecord, after: KeptRecord): Promise<boolean>;
}

export function createKeptStore(connection: Connection): KeptStore {
  const records = keptModel(connection);
  return {
    of: async (owner) => (await records.findById(owner).lean<KeptRecord>()) ?? undefined,
    async add(record) {
      try {
        await records.create(record);
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async replace(before, { _id, ...fields }) {
      const result = await records.updateOne({ _id, fileId: before.fileId }, { $set: fields });
      return result.matchedCount === 1;
    },
  };
}
