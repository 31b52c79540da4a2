// TTL indexes: documents whose date lies further back than the index says go away in the next sweep.
import type { Catalog } from './catalog.ts';
import { keysOf } from './bounds.ts';
import type { Collection } from './collection.ts';
import { type Index, recordOf } from './index.ts';
import { KIND_MARK, encodeKey } from './key-order.ts';

/** Removes what has expired at `now`; the number of documents. */
export function sweepExpired(catalog: Catalog, now: number): number {
  let removed = 0;
  for (const database of catalog.databases())
    for (const collection of catalog.collections(database))
      for (const index of collection.indexes) removed += sweepIndex(collection, index, now);
  return removed;
}

function sweepIndex(collection: Collection, index: Index, now: number): number {
  const { expireAfterSeconds } = index.definition;
  const [field] = index.fields;
  if (expireAfterSeconds === undefined || !field) return 0;
  const latest = new Date(now - expireAfterSeconds * 1000);
  // The oldest date of an array counts, which is the first that the walk meets.
  const stretch = keysOf(
    {
      lower: { key: KIND_MARK.date, whole: false, inclusive: true },
      upper: { key: encodeKey(latest), whole: true, inclusive: true },
    },
    field.direction,
  );
  const expired = new Set([...index.entries.ascending(stretch.from, stretch.to)].map(recordOf));
  for (const number of expired) {
    const record = collection.records.get(number);
    if (record) collection.remove(record);
  }
  return expired.size;
}
