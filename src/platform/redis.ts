// Redis is a hint: queues, limits and "something changed" messages. Nothing here may make a citizen wait when Redis is down.
import { Redis } from 'ioredis';
import { describeError, type Log } from './log.ts';

export interface HintBus {
  /** Tells whoever listens that the record changed; lost without harm when Redis is down. */
  publish(channel: string, id: string): void;
  /** Calls back for each hint on the channel until the returned function is called. */
  subscribe(channel: string, heard: (id: string) => void): () => void;
}

/** A connection that fails at once instead of queueing commands when Redis is away. */
export function connectRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
  });
  watch(redis, log);
  return redis;
}

/** Says once when Redis goes and once when it is back, instead of every failed attempt. */
function watch(redis: Redis, log: Log): void {
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away) log.warn({ err: describeError(error) }, 'redis is away; the portal goes on without it');
    away = true;
  });
  redis.on('ready', () => {
    if (away) log.info('redis is back');
    away = false;
  });
}

/** Pub/sub over two connections of its own. */
export function createHintBus(url: string, log: Log): HintBus & { close(): void } {
  const publisher = connectRedis(url, log);
  const listener = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
  });
  watch(listener, log);
  const listeners = new Map<string, Set<(id: string) => void>>();
  listener.on('message', (channel: string, id: string) =>
    listeners.get(channel)?.forEach((heard) => heard(id)),
  );

  return {
    publish(channel, id) {
      publisher.publish(channel, id).catch(() => undefined);
    },
    subscribe(channel, heard) {
      const heardBy = listeners.get(channel) ?? new Set();
      if (heardBy.size === 0) listener.subscribe(channel).catch(() => undefined);
      listeners.set(channel, heardBy.add(heard));
      return () => {
        heardBy.delete(heard);
      };
    },
    close() {
      publisher.disconnect();
      listener.disconnect();
    },
  };
}

export type { Redis };
