// The commands that read: find, getMore, killCursors, count, distinct.
import { cursorReply, writeDocument } from './bson-writer.ts';
import type { Collection } from './collection.ts';
import { fail } from './errors.ts';
import { distinct } from './expression-arrays.ts';
import { type Filter, compileFilter } from './filter.ts';
import { collectKeys } from './index-keys.ts';
import type { MatchNote } from './paths.ts';
import { type Projection, compileProjection } from './projection.ts';
import { type Found, findRecords } from './query.ts';
import type { Reply, Request } from './request.ts';
import { parseSort } from './sorting.ts';
import { docOf, isArray, isDoc, isTrue, newDoc, typeName, wholeNumber } from './values.ts';

/** A number of the command that must not be negative; `otherwise` when it is not there. */
function amount(request: Request, field: string, otherwise: number): number {
  const value = request.body[field];
  if (value === undefined || value === null) return otherwise;
  const number = wholeNumber(value, field);
  return number >= 0
    ? number
    : fail('BadValue', `BSON field '${field}' value must be >= 0, actual value '${number}'`);
}

/** The variables of `let`. */
export function variablesOf(request: Request): Record<string, unknown> {
  return { ...request.document('let') };
}

export interface FindParts {
  readonly filter: Filter;
  readonly projection: Projection | undefined;
  readonly positional: boolean;
  readonly found: Found | undefined;
}

/** Does what a find command asks, up to the records. */
export function runFind(request: Request, collection: Collection | undefined): FindParts {
  const filter = compileFilter(request.document('filter') ?? newDoc(), variablesOf(request));
  const fields = request.document('projection');
  const projection =
    fields && Object.keys(fields).length > 0
      ? compileProjection(fields, { find: true, variables: variablesOf(request) })
      : undefined;
  const sort = parseSort(request.document('sort') ?? newDoc());
  const query = {
    filter,
    sort,
    skip: amount(request, 'skip', 0),
    limit: amount(request, 'limit', 0),
    hint: request.body.hint,
  };
  const found = collection && findRecords(collection, query);
  const positional = fields ? Object.keys(fields).some((field) => field.endsWith('.$')) : false;
  return { filter, projection, positional, found };
}

function* documentsOf(collection: Collection, parts: FindParts): Generator<Buffer, undefined> {
  const { projection, filter, positional } = parts;
  for (const record of parts.found?.records ?? []) {
    if (record.gone) continue;
    if (!projection) yield collection.bytesOf(record);
    else {
      const doc = collection.docOf(record);
      const note: MatchNote = {};
      if (positional) filter.matches(doc, note);
      yield writeDocument(projection(doc, note.index));
    }
  }
  return undefined;
}

export function find(request: Request): Reply {
  const name = request.collectionName('find');
  const collection = request.collection('find');
  const parts = runFind(request, collection);
  const batchSize = request.body.batchSize === undefined ? undefined : amount(request, 'batchSize', 0);
  const answer = request.engine.cursors.open(
    `${request.database}.${name}`,
    collection ? documentsOf(collection, parts) : [][Symbol.iterator](),
    { batchSize, single: isTrue(request.body.singleBatch ?? false) },
  );
  return cursorReply({ batch: 'firstBatch', ...answer });
}

export function getMore(request: Request): Reply {
  const name = request.body.collection;
  if (typeof name !== 'string')
    return fail('TypeMismatch', "BSON field 'getMore.collection' must be a string");
  request.touch(request.engine.catalog.find(request.database, name));
  const batchSize = amount(request, 'batchSize', 0);
  const id = request.body.getMore;
  if (typeof id !== 'bigint')
    return fail(
      'TypeMismatch',
      `BSON field 'getMore' is the wrong type '${typeName(id)}', expected type 'long'`,
    );
  const answer = request.engine.cursors.more(
    id,
    `${request.database}.${name}`,
    batchSize === 0 ? undefined : batchSize,
  );
  return cursorReply({ batch: 'nextBatch', ...answer });
}

export function killCursors(request: Request): Reply {
  const { cursors } = request.body;
  if (!isArray(cursors)) return fail('TypeMismatch', "BSON field 'killCursors.cursors' must be an array");
  const killed = cursors.filter((id) => typeof id === 'bigint' && request.engine.cursors.kill(id));
  const notFound = cursors.filter((id) => !killed.includes(id));
  return docOf({
    cursorsKilled: killed,
    cursorsNotFound: notFound,
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  });
}

export function runCount(request: Request, collection: Collection | undefined): Found | undefined {
  const filter = compileFilter(request.document('query') ?? newDoc());
  const query = {
    filter,
    skip: amount(request, 'skip', 0),
    limit: Math.abs(amount(request, 'limit', 0)),
    hint: request.body.hint,
  };
  return collection && findRecords(collection, query);
}

export function count(request: Request): Reply {
  const collection = request.collection('count');
  const { query, limit, skip } = request.body;
  const everything = !limit && !skip && (!isDoc(query) || Object.keys(query).length === 0);
  if (everything && collection) return docOf({ n: collection.records.size, ok: 1 });
  return docOf({ n: runCount(request, collection)?.records.length ?? 0, ok: 1 });
}

export function runDistinct(request: Request, collection: Collection | undefined): Found | undefined {
  const filter = compileFilter(request.document('query') ?? newDoc());
  return collection && findRecords(collection, { filter, hint: request.body.hint });
}

export function distinctValues(request: Request): Reply {
  const { key } = request.body;
  if (typeof key !== 'string' || key === '')
    return fail('TypeMismatch', "BSON field 'distinct.key' must be a non-empty string");
  const collection = request.collection('distinct');
  const found = runDistinct(request, collection);
  if (!collection || !found) return docOf({ values: [], ok: 1 });
  const path = key.split('.');
  const values = found.records.flatMap((record) => {
    const doc = collection.docOf(record);
    return collectKeys(doc, path).filter(
      (value) => value !== undefined && (value !== null || present(doc, path)),
    );
  });
  return docOf({ values: distinct(values), ok: 1 });
}

/** Whether a null among the values was stored: a missing field is no value. */
function present(doc: unknown, path: readonly string[]): boolean {
  let value = doc;
  for (const part of path) {
    if (isArray(value)) return true;
    if (!isDoc(value) || !(part in value)) return false;
    value = value[part];
  }
  return true;
}
