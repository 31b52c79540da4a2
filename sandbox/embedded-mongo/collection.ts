// One collection: its records in the order they came, its indexes, and how both change together. Small documents stay in memory as
// bytes (and, once read, as values); large ones, such as the pieces of files in GridFS, are read from the disk when they are asked for.
import { readDocument, readFields } from './bson-reader.ts';
import { LARGEST_DOCUMENT, writeDocument } from './bson-writer.ts';
import { CommandError, fail } from './errors.ts';
import { type IndexDefinition, readDefinition, showDefinition } from './index-definition.ts';
import { Index } from './index.ts';
import type { Storage } from './storage.ts';
import { type Doc, docOf, kindOf, newDoc, typeName } from './values.ts';

/** Documents above this many bytes are not kept in memory. */
const LARGE = 32 * 1024;

/** A stored document. The bytes are missing when it is large, the values when nobody asked for them lately. */
export interface StoredRecord {
  readonly number: number;
  size: number;
  bytes: Buffer | undefined;
  doc: Doc | undefined;
  gone: boolean;
}

/** Counts the values kept besides the bytes, over all collections, so that they can be forgotten when they are many. */
export class ValueCache {
  readonly #limit: number;
  #size = 0;
  #records: StoredRecord[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  keep(record: StoredRecord, doc: Doc): void {
    if (record.size > LARGE) return;
    if (!record.doc) {
      this.#size += record.size;
      this.#records.push(record);
    }
    record.doc = doc;
    if (this.#size <= this.#limit) return;
    for (const kept of this.#records) kept.doc = undefined;
    this.#records = [];
    this.#size = 0;
  }
}

export interface CollectionPlace {
  readonly id: string;
  readonly database: string;
  readonly name: string;
  readonly storage: Storage;
  readonly cache: ValueCache;
}

export class Collection {
  readonly id: string;
  readonly database: string;
  readonly name: string;
  readonly records = new Map<number, StoredRecord>();
  readonly indexes: Index[] = [];
  /** The position (storage.ts) of the last change. */
  position = 0;
  size = 0;
  readonly #storage: Storage;
  readonly #cache: ValueCache;
  #last = 0;

  constructor({ id, database, name, storage, cache }: CollectionPlace) {
    this.id = id;
    this.database = database;
    this.name = name;
    this.#storage = storage;
    this.#cache = cache;
    this.indexes.push(
      new Index(readDefinition(docOf({ key: docOf({ _id: 1 }), name: '_id_' }), this.namespace)),
    );
  }

  get namespace(): string {
    return `${this.database}.${this.name}`;
  }

  /**
   * Fills the collection with what the disk holds: gives a function that takes the records in, and one that ends it by building the
   * indexes. Of each document only the fields that the indexes ask for are read, once.
   */
  loading(definitions: readonly Doc[]): {
    take: (number: number, bytes: Buffer) => void;
    finish: () => void;
  } {
    this.indexes.length = 0;
    for (const definition of definitions)
      this.indexes.push(new Index(readDefinition(definition, this.namespace)));
    const roots = this.indexes.map((index) => index.roots);
    const wanted = roots.includes(undefined) ? undefined : new Set(roots.flatMap((own) => [...(own ?? [])]));
    const known: (readonly [number, Doc])[] = [];
    return {
      take: (number, bytes) => {
        const kept = bytes.length > LARGE ? undefined : bytes;
        this.records.set(number, { number, size: bytes.length, bytes: kept, doc: undefined, gone: false });
        this.size += bytes.length;
        this.#last = Math.max(this.#last, number);
        known.push([number, wanted ? readFields(bytes, wanted) : readDocument(bytes)]);
      },
      finish: () => this.indexes.forEach((index) => index.build(known)),
    };
  }

  bytesOf(record: StoredRecord): Buffer {
    return (
      record.bytes ??
      this.#storage.read(this.#keyOf(record.number)) ??
      fail('OperationFailed', 'a stored document is missing')
    );
  }

  docOf(record: StoredRecord): Doc {
    if (record.doc) return record.doc;
    const doc = readDocument(this.bytesOf(record));
    this.#cache.keep(record, doc);
    return doc;
  }

  *documents(): Generator<readonly [number, Doc], undefined> {
    for (const record of this.records.values()) yield [record.number, this.docOf(record)];
  }

  /** Stores a document; `bytes` are those it came with, if they begin with _id. Refused as DuplicateKey, InvalidIdField … */
  insert(doc: Doc, bytes: Buffer): StoredRecord {
    refuseId(doc._id);
    const record: StoredRecord = {
      number: this.#last + 1,
      size: 0,
      bytes: undefined,
      doc: undefined,
      gone: false,
    };
    const keys = this.indexes.map((index) => {
      const own = index.keysOf(doc);
      index.refuseDuplicates(record.number, doc, own);
      return own;
    });
    refuseSize(bytes);
    this.#last = record.number;
    this.indexes.forEach((index, place) => index.add(record.number, keys[place] ?? []));
    this.records.set(record.number, record);
    this.#store(record, doc, bytes);
    return record;
  }

  /** Puts a changed document in the place of a record. Whether anything changed. Refused as DuplicateKey, BSONObjectTooLarge … */
  replace(record: StoredRecord, doc: Doc): boolean {
    const bytes = writeDocument(doc);
    if (bytes.equals(this.bytesOf(record))) return false;
    refuseSize(bytes);
    const before = this.docOf(record);
    const changes = this.indexes.map((index) => {
      if (index.sameFields(before, doc)) return undefined;
      const old = index.keysOf(before);
      const own = index.keysOf(doc);
      if (old.length === own.length && old.every((key, at) => key === own[at])) return undefined;
      index.refuseDuplicates(record.number, doc, own);
      return { index, old, own };
    });
    for (const change of changes) {
      change?.index.remove(record.number, change.old);
      change?.index.add(record.number, change.own);
    }
    this.#store(record, doc, bytes);
    return true;
  }

  remove(record: StoredRecord): void {
    const doc = this.docOf(record);
    for (const index of this.indexes) index.remove(record.number, index.keysOf(doc));
    this.records.delete(record.number);
    this.size -= record.size;
    record.gone = true;
    this.#storage.delete(this.#keyOf(record.number));
    this.position = this.#storage.position;
  }

  #store(record: StoredRecord, doc: Doc, bytes: Buffer): void {
    this.size += bytes.length - record.size;
    record.size = bytes.length;
    record.bytes = bytes.length > LARGE ? undefined : bytes;
    record.doc = undefined;
    this.#cache.keep(record, doc);
    this.#storage.put(this.#keyOf(record.number), bytes);
    this.position = this.#storage.position;
  }

  #keyOf(number: number): string {
    return `d/${this.id}/${number.toString(36).padStart(9, '0')}`;
  }

  /** Builds an index over what is there. Refused as DuplicateKey when it is unique and the documents are not. */
  addIndex(definition: IndexDefinition): void {
    const index = new Index(definition);
    index.build(this.documents());
    this.indexes.push(index);
    this.#storeDefinition();
  }

  removeIndex(index: Index): void {
    this.indexes.splice(this.indexes.indexOf(index), 1);
    this.#storeDefinition();
  }

  /** Stores name and indexes: this is what makes the collection exist. */
  create(): void {
    this.#storeDefinition();
  }

  #storeDefinition(): void {
    const indexes = this.indexes.map((index) => showDefinition(index.definition));
    this.#storage.put(
      `c/${this.id}`,
      writeDocument(docOf({ database: this.database, name: this.name, indexes })),
    );
    this.position = this.#storage.position;
  }
}

/** The document and its bytes with _id in front, as MongoDB stores it; a missing _id is made by `newId`. */
export function withIdFirst(doc: Doc, bytes: Buffer, newId: () => unknown): { doc: Doc; bytes: Buffer } {
  // The first name in the bytes: a document of JavaScript has whole numbers in front, wherever they stood.
  if (bytes.toString('latin1', 5, 9) === '_id\0') return { doc, bytes };
  const ordered = newDoc();
  ordered._id = '_id' in doc ? doc._id : newId();
  Object.assign(ordered, doc, { _id: ordered._id });
  return { doc: ordered, bytes: writeDocument(ordered) };
}

function refuseId(id: unknown): void {
  const kind = kindOf(id);
  if (kind === 'array' || kind === 'regex' || kind === 'missing')
    throw new CommandError('InvalidIdField', `The '_id' value cannot be of type ${typeName(id)}`);
}

function refuseSize(bytes: Buffer): void {
  if (bytes.length > LARGEST_DOCUMENT)
    throw new CommandError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${LARGEST_DOCUMENT}`,
    );
}
