// The commands on collections and databases: create, drop, list, count their size.
import { cursorReply, writeDocument } from './bson-writer.ts';
import type { Collection } from './collection.ts';
import { fail } from './errors.ts';
import { compileFilter } from './filter.ts';
import { showDefinition } from './index-definition.ts';
import type { Reply, Request } from './request.ts';
import { type Doc, docOf, isTrue, newDoc, wholeNumber } from './values.ts';

/** A list of documents as the first batch of a cursor. */
export function listReply(request: Request, name: string, documents: readonly Doc[]): Reply {
  const cursor = request.document('cursor') ?? newDoc();
  const batchSize =
    cursor.batchSize === undefined ? undefined : wholeNumber(cursor.batchSize, 'cursor.batchSize');
  const bytes = documents.map(writeDocument)[Symbol.iterator]();
  const answer = request.engine.cursors.open(`${request.database}.${name}`, bytes, { batchSize });
  return cursorReply({ batch: 'firstBatch', ...answer });
}

export function create(request: Request): Reply {
  for (const option of [
    'capped',
    'timeseries',
    'viewOn',
    'validator',
    'clusteredIndex',
    'encryptedFields',
    'collation',
  ])
    if (request.body[option] !== undefined && request.body[option] !== false)
      return fail(
        'NotImplemented',
        `creating a collection with '${option}' is not supported by the embedded engine`,
      );
  const name = request.collectionName('create');
  if (request.collection('create'))
    return fail('NamespaceExists', `Collection ${request.database}.${name} already exists.`);
  request.touch(request.engine.catalog.create(request.database, name));
  return docOf({ ok: 1 });
}

export function drop(request: Request): Reply {
  const collection = request.collection('drop');
  if (!collection) return fail('NamespaceNotFound', 'ns not found');
  request.engine.catalog.drop(collection);
  request.waitFor(request.engine.catalog.position);
  return docOf({ nIndexesWas: collection.indexes.length, ns: collection.namespace, ok: 1 });
}

export function dropDatabase(request: Request): Reply {
  const { catalog } = request.engine;
  const collections = catalog.collections(request.database);
  for (const collection of collections) catalog.drop(collection);
  request.waitFor(catalog.position);
  return docOf({ ...(collections.length > 0 ? { dropped: request.database } : {}), ok: 1 });
}

export function listCollections(request: Request): Reply {
  const filter = compileFilter(request.document('filter') ?? newDoc());
  const nameOnly = isTrue(request.body.nameOnly ?? false);
  const shown = request.engine.catalog.collections(request.database).map((collection) => {
    request.touch(collection);
    const [id] = collection.indexes;
    return docOf({
      name: collection.name,
      type: 'collection',
      ...(nameOnly
        ? {}
        : {
            options: newDoc(),
            info: docOf({ readOnly: false }),
            ...(id ? { idIndex: showDefinition(id.definition) } : {}),
          }),
    });
  });
  return listReply(
    request,
    '$cmd.listCollections',
    shown.filter((doc) => filter.matches(doc)),
  );
}

const sizeOf = (collections: readonly Collection[]): number =>
  collections.reduce((total, collection) => total + collection.size, 0);
const countOf = (collections: readonly Collection[]): number =>
  collections.reduce((total, collection) => total + collection.records.size, 0);

export function listDatabases(request: Request): Reply {
  const { catalog } = request.engine;
  const filter = compileFilter(request.document('filter') ?? newDoc());
  const databases = catalog
    .databases()
    .map((name) => docOf({ name, sizeOnDisk: sizeOf(catalog.collections(name)), empty: false }))
    .filter((doc) => filter.matches(doc));
  const totalSize = databases.reduce((total, { sizeOnDisk }) => total + Number(sizeOnDisk), 0);
  return docOf({ databases, totalSize, totalSizeMb: Math.round(totalSize / 1024 / 1024), ok: 1 });
}

export function collStats(request: Request): Reply {
  const name = Object.keys(request.body)[0] ?? '';
  const collection = request.collection(name);
  const all = collection ? [collection] : [];
  return docOf({
    ns: `${request.database}.${request.collectionName(name)}`,
    count: countOf(all),
    size: sizeOf(all),
    avgObjSize: countOf(all) === 0 ? 0 : Math.round(sizeOf(all) / countOf(all)),
    storageSize: sizeOf(all),
    nindexes: collection?.indexes.length ?? 0,
    indexSizes: docOf(
      Object.fromEntries((collection?.indexes ?? []).map((index) => [index.name, index.entries.size])),
    ),
    ok: 1,
  });
}

export function dbStats(request: Request): Reply {
  const collections = request.engine.catalog.collections(request.database);
  return docOf({
    db: request.database,
    collections: collections.length,
    objects: countOf(collections),
    dataSize: sizeOf(collections),
    storageSize: sizeOf(collections),
    indexes: collections.reduce((total, { indexes }) => total + indexes.length, 0),
    ok: 1,
  });
}
