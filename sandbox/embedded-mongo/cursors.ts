// Results that are fetched in several batches. A cursor that nobody asks for ten minutes is closed, as MongoDB does.
import { randomBytes } from 'node:crypto';
import { fail } from './errors.ts';

const IDLE = 10 * 60_000;
const MOST_BYTES = 16 * 1024 * 1024;
const FIRST_BATCH = 101;

/** Documents as bytes, made when they are asked for. */
export type Documents = Iterator<Buffer, undefined>;

class Cursor {
  readonly namespace: string;
  usedAt = Date.now();
  readonly #documents: Documents;
  #next: Buffer | undefined;

  constructor(namespace: string, documents: Documents) {
    this.namespace = namespace;
    this.#documents = documents;
    this.#next = documents.next().value;
  }

  get exhausted(): boolean {
    return this.#next === undefined;
  }

  /** At most `count` documents, and no more than a message holds; always one if there is one and one is wanted. */
  take(count: number): Buffer[] {
    const batch: Buffer[] = [];
    let bytes = 0;
    while (this.#next && batch.length < count && (bytes === 0 || bytes + this.#next.length <= MOST_BYTES)) {
      batch.push(this.#next);
      bytes += this.#next.length;
      this.#next = this.#documents.next().value;
    }
    return batch;
  }
}

export interface BatchAnswer {
  readonly documents: Buffer[];
  /** 0 when there is nothing left. */
  readonly id: bigint;
  readonly ns: string;
}

export class Cursors {
  readonly #open = new Map<bigint, Cursor>();

  get size(): number {
    return this.#open.size;
  }

  /** The first batch, and the id of a cursor when more is left; `single` closes it in any case. */
  open(
    ns: string,
    documents: Documents,
    options: { batchSize: number | undefined; single?: boolean },
  ): BatchAnswer {
    const cursor = new Cursor(ns, documents);
    const batch = cursor.take(options.batchSize ?? FIRST_BATCH);
    if (cursor.exhausted || options.single) return { documents: batch, id: 0n, ns };
    const id = (randomBytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn) | 1n;
    this.#open.set(id, cursor);
    return { documents: batch, id, ns };
  }

  /** The next batch. Refused (CursorNotFound) when there is no such cursor. */
  more(id: bigint, ns: string, batchSize: number | undefined): BatchAnswer {
    const cursor = this.#open.get(id);
    if (cursor?.namespace !== ns) return fail('CursorNotFound', `cursor id ${id} not found`);
    cursor.usedAt = Date.now();
    const documents = cursor.take(batchSize ?? Infinity);
    if (!cursor.exhausted) return { documents, id, ns };
    this.#open.delete(id);
    return { documents, id: 0n, ns };
  }

  /** Closes a cursor; whether it was there. */
  kill(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** Closes what was idle too long. */
  expire(now: number, idle = IDLE): void {
    for (const [id, cursor] of this.#open) if (now - cursor.usedAt > idle) this.#open.delete(id);
  }
}
