// The open page changes by itself: a hint says that something may have changed, the database says whether it did. Without hints (Redis is
// away) it looks by itself every few seconds.
import type { HintBus } from '../platform/redis.ts';
import type { Reply } from './reply.ts';

/** The channel on which workers and web processes hint at changed applications. */
export const CHANGES = 'komek:changed';

const LOOK_AGAIN_MS = 5_000;

interface Watch {
  /** The version as the database has it now. */
  readonly current: () => Promise<string>;
  readonly subscribe: (heard: () => void) => () => void;
  readonly changed: (version: string) => void;
}

/** The stream of events of an open page: the version of the record with this id, now and whenever it changes. */
export const liveVersion = (
  hints: HintBus,
  id: string,
  current: Watch['current'],
): Extract<Reply, { reply: 'events' }> => ({
  reply: 'events',
  open: (changed) =>
    watchVersion({
      current,
      subscribe: (heard) => hints.subscribe(CHANGES, (hinted) => (hinted === id ? heard() : undefined)),
      changed,
    }),
});

/** Sends the version at once and whenever it changes, until the returned function is called. */
export function watchVersion({ current, subscribe, changed }: Watch): () => void {
  let last: string | undefined;
  let looking = false;
  let again = false;
  let closed = false;

  const look = async (): Promise<void> => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      const version = await current();
      if (!closed && version !== last) changed(version);
      last = version;
    } catch {
      // The database is away for a moment; the next look tells.
    } finally {
      looking = false;
      if (again && !closed) {
        again = false;
        void look();
      }
    }
  };

  const unsubscribe = subscribe(() => void look());
  const timer = setInterval(() => void look(), LOOK_AGAIN_MS);
  void look();
  return () => {
    closed = true;
    clearInterval(timer);
    unsubscribe();
  };
}
