// One index of a collection: which documents have which key, in order. Entries are the key and the number of the record behind it.
import { ObjectId } from 'bson';
import { CommandError } from './errors.ts';
import { type Filter, compileFilter, rootsOf } from './filter.ts';
import { type KeyField, documentKeys } from './index-keys.ts';
import { type IndexDefinition } from './index-definition.ts';
import { AFTER } from './key-order.ts';
import { valueAt } from './paths.ts';
import { SortedKeys } from './sorted-keys.ts';
import { type Doc, newDoc } from './values.ts';

/** A record's number as five characters, so that records with the same key stand in the order they came. */
function numberText(record: number): string {
  let text = '';
  let rest = record;
  for (let place = 0; place < 5; place++) {
    text = String.fromCharCode(rest % 256) + text;
    rest = Math.floor(rest / 256);
  }
  return `\x02${text}`;
}

const NUMBER_LENGTH = 6;

/** The number of the record an entry stands for. */
export function recordOf(entry: string): number {
  let record = 0;
  for (let at = entry.length - NUMBER_LENGTH + 1; at < entry.length; at++)
    record = record * 256 + entry.charCodeAt(at);
  return record;
}

export class Index {
  readonly definition: IndexDefinition;
  readonly fields: readonly KeyField[];
  readonly entries = new SortedKeys();
  /** Whether a document ever had several keys; then an entry no longer tells that the whole field is what was asked for. */
  multikey = false;
  readonly partial: Filter | undefined;

  /** The top-level fields that decide about the keys; undefined when it may be any. */
  readonly roots: ReadonlySet<string> | undefined;

  constructor(definition: IndexDefinition) {
    this.definition = definition;
    this.fields = definition.fields;
    this.partial = definition.partial && compileFilter(definition.partial);
    const asked = this.partial ? rootsOf(this.partial.root) : [];
    this.roots = asked && new Set([...asked, ...this.fields.map(({ path: [root = ''] }) => root)]);
  }

  get name(): string {
    return this.definition.name;
  }

  /** The keys a document has here; none when a partial or sparse index leaves it out. */
  keysOf(doc: Doc): readonly string[] {
    if (this.partial && !this.partial.matches(doc)) return [];
    const { keys, multikey, allMissing } = documentKeys(doc, this.fields);
    if (allMissing && this.definition.sparse) return [];
    if (multikey) this.multikey = true;
    return keys;
  }

  /** Whether two documents surely have the same keys, seen without making them. */
  sameFields(before: Doc, after: Doc): boolean {
    return !this.partial && this.fields.every(({ path: [root = ''] }) => before[root] === after[root]);
  }

  /** Throws DuplicateKey when the index is unique and another record has one of the keys. */
  refuseDuplicates(record: number, doc: Doc, keys: readonly string[]): void {
    if (!this.definition.unique) return;
    for (const key of keys) {
      for (const entry of this.entries.ascending(key, key + AFTER))
        if (recordOf(entry) !== record) throw this.#duplicate(doc);
    }
  }

  #duplicate(doc: Doc): CommandError {
    const keyPattern = newDoc();
    const keyValue = newDoc();
    for (const { path, direction } of this.fields) {
      keyPattern[path.join('.')] = direction;
      keyValue[path.join('.')] = valueAt(doc, path) ?? null;
    }
    const values = Object.entries(keyValue).map(([name, value]) => `${name}: ${describe(value)}`);
    return new CommandError(
      'DuplicateKey',
      `E11000 duplicate key error collection: ${this.definition.namespace} index: ${this.name} dup key: { ${values.join(', ')} }`,
      { keyPattern, keyValue },
    );
  }

  add(record: number, keys: readonly string[]): void {
    const end = numberText(record);
    for (const key of keys) this.entries.add(key + end);
  }

  remove(record: number, keys: readonly string[]): void {
    const end = numberText(record);
    for (const key of keys) this.entries.delete(key + end);
  }

  /** Builds the index anew. Throws DuplicateKey when it is unique and two documents share a key. */
  build(documents: Iterable<readonly [number, Doc]>): void {
    const entries: string[] = [];
    const seen = this.definition.unique ? new Set<string>() : undefined;
    for (const [record, doc] of documents) {
      const end = numberText(record);
      for (const key of this.keysOf(doc)) {
        if (seen?.has(key)) throw this.#duplicate(doc);
        seen?.add(key);
        entries.push(key + end);
      }
    }
    this.entries.fill(entries);
  }
}

function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  return JSON.stringify(value, jsonNumber);
}

const jsonNumber = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
