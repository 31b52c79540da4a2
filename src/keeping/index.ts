// The door of the slice: signatures with everything that their verification needs, kept beside the signed originals.
import type { Connection } from 'mongoose';
import type { DocumentStore } from '../documents/index.ts';
import type { Clock } from '../platform/clock.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Archivist, KeepingRequest, Verdict } from '../signature/index.ts';
import type { KeptRecord } from './kept-model.ts';
import { createKeptStore } from './kept-store.ts';

export interface Keeping {
  /**
   * Keeps a signature, once: asked again it does nothing.
   * @param owner whose signature, e.g. "application/7f3k…"
   * @returns `try-again` when the evidence cannot be had now, or does not suffice
   */
  keep(owner: string, request: KeepingRequest): Promise<Result<'kept', 'try-again'>>;
  /**
   * Takes the next kept signature whose time-stamp ends within 90 days, for whoever asks first; the same one is given out again a day later
   * if it still ends. Undefined when there is none.
   * @returns its owner
   */
  claimRenewal(): Promise<string | undefined>;
  /** Puts a newer time-stamp over a kept signature. What would not last longer than the one that is there is thrown away. */
  renew(owner: string, request: Omit<KeepingRequest, 'signature'>): Promise<Result<'kept', 'try-again'>>;
  /** What is known of a kept signature; undefined while it is not kept yet. */
  of(owner: string): Promise<KeptRecord | undefined>;
  /**
   * The level of a signature: of its kept form, or while it is not kept of the form in which it came.
   * @param verdict of the form in which it came, as it was stored
   */
  levelOf(owner: string, verdict: unknown): Promise<Level | undefined>;
  /** The kept message (DER). */
  messageOf(owner: string): Promise<Buffer | undefined>;
}

export type Level = Verdict['signatures'][number]['level'];

interface KeepingDeps {
  readonly connection: Connection;
  readonly documents: DocumentStore;
  readonly archivist: Archivist;
  readonly clock: Clock;
}

const DAY = 86_400_000;
const RENEW_AHEAD_DAYS = 90;

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
    levelOf: async (owner, verdict) =>
      (await of(owner))?.level ?? (verdict as Verdict | null)?.signatures[0]?.level,
    async keep(owner, request) {
      if (await of(owner)) return ok('kept');
      const stored = await store(owner, await archivist.preserve(request));
      if (!stored.ok) return stored;
      if (!(await records.add(stored.value))) await documents.remove(stored.value.fileId);
      return ok('kept');
    },
    async claimRenewal() {
      const now = clock.now();
      const claimed = await records.claim({
        now,
        endsBy: new Date(now.getTime() + RENEW_AHEAD_DAYS * DAY),
        triedBy: new Date(now.getTime() - DAY),
      });
      return claimed?._id;
    },
    async renew(owner, request) {
      const before = await of(owner);
      const signature = await messageOf(owner);
      if (!before || !signature) return refuse('try-again');
      const stored = await store(owner, await archivist.renew({ ...request, signature }));
      if (!stored.ok) return stored;
      const lasts = endOf(stored.value) > endOf(before) || before.level !== stored.value.level;
      const written = lasts && (await records.replace(before, stored.value));
      await documents.remove(written ? before.fileId : stored.value.fileId);
      return ok('kept');
    },
  };
}

const endOf = ({ renewBefore }: KeptRecord): number => renewBefore?.getTime() ?? 0;

export type { KeptRecord } from './kept-model.ts';
