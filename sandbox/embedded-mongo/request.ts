// One command on its way: what was asked, and up to where the disk must be before it is answered.
import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import type { Cursors } from './cursors.ts';
import { fail } from './errors.ts';
import type { Sessions } from './sessions.ts';
import { type Doc, isDoc, typeName } from './values.ts';

/** What all commands work on. */
export interface Engine {
  readonly catalog: Catalog;
  readonly cursors: Cursors;
  readonly sessions: Sessions;
  /** What the engine calls itself as a member of the replica set: "127.0.0.1:27017". */
  readonly address: string;
  readonly startedAt: number;
}

/** A reply: a document, or the bytes of one in pieces. */
export type Reply = Doc | Buffer[];

export class Request {
  readonly engine: Engine;
  readonly body: Doc;
  readonly connection: number;
  readonly database: string;
  /** Documents that came as bytes: those of an insert. */
  readonly documents: readonly Buffer[] | undefined;
  readonly #touched = new Set<Collection>();
  #position = 0;

  constructor(
    engine: Engine,
    body: Doc,
    more: { connection: number; documents?: readonly Buffer[] | undefined },
  ) {
    this.engine = engine;
    this.body = body;
    this.connection = more.connection;
    this.documents = more.documents;
    this.database = typeof body.$db === 'string' ? body.$db : 'admin';
  }

  /** The collection that the command names under its own name; undefined when it is not there. */
  collection(command: string): Collection | undefined {
    const collection = this.engine.catalog.find(this.database, this.collectionName(command));
    return this.touch(collection);
  }

  collectionName(command: string): string {
    const name = this.body[command];
    if (typeof name !== 'string')
      return fail('InvalidNamespace', `collection name has invalid type ${typeName(name)}`);
    return name;
  }

  /** The reply waits until everything that this collection holds is on the disk: nothing is told that a crash could take back. */
  touch<C extends Collection | undefined>(collection: C): C {
    if (collection) this.#touched.add(collection);
    else this.waitFor(this.engine.catalog.position);
    return collection;
  }

  waitFor(position: number): void {
    this.#position = Math.max(this.#position, position);
  }

  /** Up to where the disk must be. */
  get position(): number {
    let position = this.#position;
    for (const collection of this.#touched) position = Math.max(position, collection.position);
    return position;
  }

  /** A document among the fields of the command. */
  document(field: string): Doc | undefined {
    const value = this.body[field];
    if (value === undefined || value === null || isDoc(value)) return value ?? undefined;
    return fail(
      'TypeMismatch',
      `BSON field '${field}' is the wrong type '${typeName(value)}', expected type 'object'`,
    );
  }
}
