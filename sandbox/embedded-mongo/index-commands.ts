// The commands on indexes: createIndexes, listIndexes, dropIndexes.
import { listReply } from './catalog-commands.ts';
import type { Collection } from './collection.ts';
import { refuseCollation } from './crud-write.ts';
import { fail } from './errors.ts';
import { isSameIndex, readDefinition, showDefinition } from './index-definition.ts';
import type { Index } from './index.ts';
import { encodeKey } from './key-order.ts';
import type { Reply, Request } from './request.ts';
import { docOf, isArray, isDoc } from './values.ts';

export function createIndexes(request: Request): Reply {
  const { indexes } = request.body;
  if (!isArray(indexes) || indexes.length === 0)
    return fail('BadValue', 'Must specify at least one index to create');
  const name = request.collectionName('createIndexes');
  const { catalog } = request.engine;
  const wanted = indexes.map((spec) => {
    if (!isDoc(spec)) return fail('TypeMismatch', 'an index must be an object');
    const { collation, ...others } = spec;
    refuseCollation(collation);
    return readDefinition(docOf(others), `${request.database}.${name}`);
  });
  const existed = catalog.find(request.database, name) !== undefined;
  const collection = request.touch(catalog.open(request.database, name));
  const before = collection.indexes.length;
  const added: Index[] = [];
  for (const definition of wanted) {
    if (collection.indexes.some((index) => isSameIndex(index.definition, definition))) continue;
    try {
      collection.addIndex(definition);
    } catch (error) {
      // All or none.
      for (const index of added) collection.removeIndex(index);
      throw error;
    }
    added.push(...collection.indexes.slice(-1));
  }
  return docOf({
    numIndexesBefore: before,
    numIndexesAfter: collection.indexes.length,
    createdCollectionAutomatically: !existed,
    ...(added.length === 0 ? { note: 'all indexes already exist' } : {}),
    ok: 1,
  });
}

function existing(request: Request, command: string): Collection {
  const collection = request.collection(command);
  return (
    collection ??
    fail('NamespaceNotFound', `ns does not exist: ${request.database}.${request.collectionName(command)}`)
  );
}

export function listIndexes(request: Request): Reply {
  const collection = existing(request, 'listIndexes');
  const documents = collection.indexes.map(({ definition }) => showDefinition(definition));
  return listReply(request, `$cmd.listIndexes.${collection.name}`, documents);
}

export function dropIndexes(request: Request): Reply {
  const collection = existing(request, Object.keys(request.body)[0] ?? '');
  const before = collection.indexes.length;
  const wanted = isArray(request.body.index) ? request.body.index : [request.body.index];
  const dropped = wanted.flatMap((index) => indexesNamed(collection, index));
  for (const index of dropped) collection.removeIndex(index);
  return docOf({ nIndexesWas: before, ok: 1 });
}

function indexesNamed(collection: Collection, wanted: unknown): Index[] {
  if (wanted === '*') return collection.indexes.filter(({ name }) => name !== '_id_');
  const key = isDoc(wanted) ? encodeKey(wanted) : undefined;
  const found = collection.indexes.filter((index) =>
    key === undefined ? index.name === wanted : encodeKey(index.definition.key) === key,
  );
  if (found.some(({ name }) => name === '_id_')) return fail('InvalidOptions', 'cannot drop _id index');
  if (found.length === 0)
    return fail(
      'IndexNotFound',
      `index not found with name [${typeof wanted === 'string' ? wanted : 'given by its keys'}]`,
    );
  return found;
}
