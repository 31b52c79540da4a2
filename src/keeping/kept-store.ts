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
  /** Takes the one that ends first of those that end by then and were not tried since; undefined when there is none. */
  claim(by: {
    readonly endsBy: Date;
    readonly triedBy: Date;
    readonly now: Date;
  }): Promise<KeptRecord | undefined>;
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
    async claim({ endsBy, triedBy, now }) {
      const claimed = await records
        .findOneAndUpdate(
          {
            renewBefore: { $lte: endsBy },
            $or: [{ renewTriedAt: null }, { renewTriedAt: { $lte: triedBy } }],
          },
          { $set: { renewTriedAt: now } },
          { sort: { renewBefore: 1 }, returnDocument: 'after' },
        )
        .lean<KeptRecord>();
      return claimed ?? undefined;
    },
  };
}
