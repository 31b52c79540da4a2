// The door of the slice: signatures with everything that their verification needs, kept beside the signed originals.
import type { Connection } from 'mongoose';
import type { DocumentStore } from '../documents/index.ts';
import type { Clock } from '../platform/clock.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Archivist, KeepingRequest } from '../signature/index.ts';
import type { KeptRecord } from './kept-model.ts';
import { createKeptStore } from './kept-store.ts';

export interface Keeping {
  /**
   * Keeps a signature, once: asked again it does nothing.
   * @param owner whose signature, e.g. "application/7f3k…"
   * @returns `try-again` when the evidence cannot be had now, or does not suffice
   */
  keep(owner: string, request: KeepingRequest): Promise<Result<'kept', 'try-again'>>;
  /** Puts a newer time-stamp over a kept signature; see renewBefore. */
  renew(owner: string, request: Omit<KeepingRequest, 'signature'>): Promise<Result<'kept', 'try-again'>>;
  /** What is known of a kept signature; undefined while it is not kept yet. */
  of(owner: string): Promise<KeptRecord | undefined>;
  /** The kept message (DER). */
  messageOf(owner: string): Promise<Buffer | undefined>;
}

interface KeepingDeps {
  readonly connection: Connection;
  readonly documents: DocumentStore;
  readonly archivist: Archivist;
  readonly clock: Clock;
}

const ownerOfFile = (owner: string): string => `kept/${owner}`;

export function createKeeping({ connection, documents, archivist, clock }: KeepingDeps): Keeping {
  const records = createKeptStore(connection);
  const of = (owner: string): Promise<KeptRecord | undefined> => records.of(owner);
  const messageOf = async (owner: string): Promise<Buffer | undefined> => {
    const record = await of(owner);
    return record && documents.get(record.fileId, ownerOfFile(owner));
  };
  /** Stores the file first: a record always points at a file that is there. */
  const store = async (
    owner: string,
    made: Awaited<ReturnType<Archivist['preserve']>>,
  ): Promise<Result<KeptRecord, 'try-again'>> => {
    if (!made.ok) return refuse('try-again');
    const { message, level, renewBefore } = made.value;
    const { fileId, sha256 } = await documents.put(message, ownerOfFile(owner));
    return ok({
      _id: owner,
      fileId,
      sha256,
      level,
      keptAt: clock.now(),
      ...(renewBefore && { renewBefore }),
    });
  };
  return {
    of,
    messageOf,
    async keep(owner, request) {
      if (await of(owner)) return ok('kept');
      const stored = await store(owner, await archivist.preserve(request));
      if (!stored.ok) return stored;
      if (!(await records.add(stored.value))) await documents.remove(stored.value.fileId);
      return ok('kept');
    },
    async renew(owner, request) {
      const before = await of(owner);
      const signature = await messageOf(owner);
      if (!before || !signature) return refuse('try-again');
      const stored = await store(owner, await archivist.renew({ ...request, signature }));
      if (!stored.ok) return stored;
      const written = await records.replace(before, stored.value);
      await documents.remove(written ? before.fileId : stored.value.fileId);
      return ok('kept');
    },
  };
}

export type { KeptRecord } from './kept-model.ts';
