// The databases and collections there are. A collection has an id of its own: what a dropped one leaves behind belongs to nobody.
import { readDocument } from './bson-reader.ts';
import { Collection, ValueCache } from './collection.ts';
import { fail } from './errors.ts';
import type { Storage } from './storage.ts';
import { type Doc, isArray } from './values.ts';

const VALUES_KEPT = 96 * 1024 * 1024;

export class Catalog {
  readonly #storage: Storage;
  readonly #cache = new ValueCache(VALUES_KEPT);
  readonly #databases = new Map<string, Map<string, Collection>>();
  #lastId = 0;
  /** The position of the last drop, for those who find a collection no longer there. */
  position = 0;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Reads everything from the disk and builds the indexes. */
  async load(): Promise<void> {
    const byId = new Map<string, ReturnType<Collection['loading']>>();
    for await (const entries of this.#storage.entries('c/'))
      for (const [key, bytes] of entries) {
        const { database, name, indexes } = readDocument(bytes);
        const id = key.slice(2);
        const collection = this.#place(id, String(database), String(name));
        byId.set(id, collection.loading(isArray(indexes) ? (indexes as Doc[]) : []));
        this.#lastId = Math.max(this.#lastId, parseInt(id, 36));
      }
    const orphans = new Set<string>();
    for await (const entries of this.#storage.entries('d/'))
      for (const [key, bytes] of entries) {
        const [, id = '', number = ''] = key.split('/');
        const owner = byId.get(id);
        if (owner) owner.take(parseInt(number, 36), bytes);
        else orphans.add(id);
      }
    for (const id of orphans) {
      this.#lastId = Math.max(this.#lastId, parseInt(id, 36));
      await this.#storage.sweep(`d/${id}/`);
    }
    for (const { finish } of byId.values()) finish();
  }

  #place(id: string, database: string, name: string): Collection {
    const collection = new Collection({ id, database, name, storage: this.#storage, cache: this.#cache });
    const collections = this.#databases.get(database) ?? new Map<string, Collection>();
    collections.set(name, collection);
    this.#databases.set(database, collections);
    return collection;
  }

  find(database: string, name: string): Collection | undefined {
    refuseName(database, name);
    return this.#databases.get(database)?.get(name);
  }

  /** The collection, made when it is not there yet. */
  open(database: string, name: string): Collection {
    return this.find(database, name) ?? this.create(database, name);
  }

  create(database: string, name: string): Collection {
    refuseName(database, name);
    this.#lastId++;
    const collection = this.#place(this.#lastId.toString(36).padStart(6, '0'), database, name);
    collection.create();
    return collection;
  }

  drop(collection: Collection): void {
    const collections = this.#databases.get(collection.database);
    collections?.delete(collection.name);
    if (collections?.size === 0) this.#databases.delete(collection.database);
    for (const record of collection.records.values()) record.gone = true;
    this.#storage.delete(`c/${collection.id}`);
    this.position = this.#storage.position;
    void this.#sweepWhenDropped(collection.id);
  }

  async #sweepWhenDropped(id: string): Promise<void> {
    await this.#storage.settled(this.position);
    // Not a loss when it does not come to that: the next start sweeps what belongs to no collection.
    await this.#storage.sweep(`d/${id}/`).catch(() => undefined);
  }

  collections(database: string): Collection[] {
    return [...(this.#databases.get(database)?.values() ?? [])];
  }

  databases(): string[] {
    return [...this.#databases.keys()].sort();
  }
}

function refuseName(database: string, name: string): void {
  if (database === '' || database.length > 63 || /[/\\. "$\0]/.test(database))
    fail('InvalidNamespace', `Invalid database name: '${database}'`);
  if (
    name === '' ||
    name.includes('$') ||
    name.includes('\0') ||
    name.startsWith('.') ||
    name.startsWith('system.') ||
    name.length > 200
  )
    fail('InvalidNamespace', `Invalid collection name: '${name}'`);
}
