// Changes single documents for update and findAndModify: finds, applies, stores; or makes the document of an upsert.
import { ObjectId } from 'bson';
import { writeDocument } from './bson-writer.ts';
import { type Collection, type StoredRecord, withIdFirst } from './collection.ts';
import { type Filter, equalitiesOf } from './filter.ts';
import type { MatchNote } from './paths.ts';
import type { Update } from './update.ts';
import { Target } from './update-target.ts';
import { cloneValue, newDoc } from './values.ts';

/** A new _id, as a server makes it. */
export const newObjectId = (): ObjectId => new ObjectId();

/** Applies an update to a record that the filter matched. Whether anything changed. */
export function changeRecord(
  collection: Collection,
  record: StoredRecord,
  how: { filter: Filter; update: Update },
): boolean {
  const doc = collection.docOf(record);
  const note: MatchNote = {};
  if (how.update.positional) how.filter.matches(doc, note);
  return collection.replace(record, how.update.apply(doc, { note }));
}

/** Inserts what an upsert makes when nothing was found: the equalities of the filter, changed by the update. */
export function insertChanged(
  collection: Collection,
  { filter, update }: { filter: Filter; update: Update },
): StoredRecord {
  const base = newDoc();
  for (const [field, value] of equalitiesOf(filter.root))
    if (!update.replaces || field === '_id') new Target(base, field.split('.')).set(cloneValue(value));
  const made = update.apply(base, { inserting: true });
  const { doc, bytes } = withIdFirst(made, writeDocument(made), newObjectId);
  return collection.insert(doc, bytes);
}

/** The _id of a record. */
export function idOf(collection: Collection, record: StoredRecord): unknown {
  return collection.docOf(record)._id;
}
