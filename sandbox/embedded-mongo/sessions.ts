// Remembers what each retryable write did. The driver believes in a replica set and sends a write again when the reply was lost; without
// this memory one lost reply would store a fact twice. It is stored in the batch of the write itself, so it also survives a kill.
import { Binary } from 'bson';
import { readDocument } from './bson-reader.ts';
import { writeDocument } from './bson-writer.ts';
import { fail } from './errors.ts';
import type { Storage } from './storage.ts';
import { type Doc, docOf, isArray, isDoc, wholeNumber } from './values.ts';

/** As long as the logical session lives without use. */
const REMEMBERED = 30 * 60_000;

interface Session {
  transaction: number;
  usedAt: number;
  /** What each statement of the last write did. */
  results: Map<number, Doc>;
  position: number;
}

/** One retryable write on its way: the first time, or again. */
export class Attempt {
  readonly #session: Session;
  readonly #statements: readonly number[] | undefined;
  readonly #first: number;
  #changed = false;
  readonly retried: number[] = [];

  constructor(session: Session, statements: readonly number[] | undefined, first: number) {
    this.#session = session;
    this.#statements = statements;
    this.#first = first;
  }

  #numberOf(index: number): number {
    return this.#statements?.[index] ?? this.#first + index;
  }

  /** What the statement did when it was done before. */
  known(index: number): Doc | undefined {
    const number = this.#numberOf(index);
    const result = this.#session.results.get(number);
    if (result) this.retried.push(number);
    return result;
  }

  note(index: number, result: Doc): void {
    this.#session.results.set(this.#numberOf(index), result);
    this.#changed = true;
  }

  get changed(): boolean {
    return this.#changed;
  }

  get session(): Session {
    return this.#session;
  }
}

export class Sessions {
  readonly #storage: Storage;
  readonly #sessions = new Map<string, Session>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async load(): Promise<void> {
    for await (const entries of this.#storage.entries('s/'))
      for (const [key, bytes] of entries) {
        const { transaction, usedAt, results } = readDocument(bytes);
        const pairs = (isArray(results) ? results : []).filter(isDoc);
        this.#sessions.set(key.slice(2), {
          transaction: Number(transaction),
          usedAt: Number(usedAt),
          results: new Map(pairs.map(({ statement, result }) => [Number(statement), result as Doc])),
          position: 0,
        });
      }
  }

  /** The attempt that a command is, undefined when it is not retryable. Refused (TransactionTooOld) when a later one was seen. */
  attempt(body: Doc): Attempt | undefined {
    if (body.txnNumber === undefined) return undefined;
    const id = sessionId(body.lsid);
    if (id === undefined)
      return fail('BadValue', 'Transaction number requires a session ID to also be specified');
    const transaction = wholeNumber(body.txnNumber, 'txnNumber');
    let session = this.#sessions.get(id);
    if (session && transaction < session.transaction)
      return fail(
        'TransactionTooOld',
        `Cannot continue with transaction ${transaction}: a newer one, ${session.transaction}, has started on this session`,
      );
    if (session?.transaction !== transaction) {
      session = { transaction, usedAt: Date.now(), results: new Map(), position: 0 };
      this.#sessions.set(id, session);
    }
    const statements = isArray(body.stmtIds)
      ? body.stmtIds.map((each) => wholeNumber(each, 'stmtIds'))
      : undefined;
    return new Attempt(
      session,
      statements,
      body.stmtId === undefined ? 0 : wholeNumber(body.stmtId, 'stmtId'),
    );
  }

  /** Stores what was noted; the position at which it and what it repeats are on the disk. */
  save(attempt: Attempt, lsid: unknown): number {
    const { session } = attempt;
    const id = sessionId(lsid);
    if (!attempt.changed || id === undefined) return session.position;
    session.usedAt = Date.now();
    const results = [...session.results].map(([statement, result]) => docOf({ statement, result }));
    const bytes = writeDocument(
      docOf({ transaction: BigInt(session.transaction), usedAt: session.usedAt, results }),
    );
    this.#storage.put(`s/${id}`, bytes);
    return (session.position = this.#storage.position);
  }

  /** Forgets sessions that a client ended. */
  end(ids: readonly unknown[]): void {
    for (const lsid of ids) this.#forget(sessionId(lsid));
  }

  /** Forgets what is older than half an hour. */
  expire(now: number): void {
    for (const [id, session] of this.#sessions) if (now - session.usedAt > REMEMBERED) this.#forget(id);
  }

  #forget(id: string | undefined): void {
    if (id === undefined || !this.#sessions.delete(id)) return;
    this.#storage.delete(`s/${id}`);
  }
}

/** The name of a session under which it is remembered; undefined for anything that is no session. */
function sessionId(lsid: unknown): string | undefined {
  const id = isDoc(lsid) ? lsid.id : undefined;
  return id instanceof Binary && id.length() <= 64
    ? Buffer.from(id.buffer.subarray(0, id.length())).toString('hex')
    : undefined;
}
