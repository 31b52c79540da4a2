// Makes the worker of a queue: runs the handler, marks the fact done, and says in the record itself when it gave up. Nothing starts at
// import; main.ts and tests call these functions.
import { Queue, UnrecoverableError, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import type { Portal } from '../src/compose.ts';
import type { FactAddress, QueueName } from '../src/outbox/index.ts';
import { describeError } from '../src/platform/log.ts';
import { pauseBefore } from './retry.ts';
import { registry } from './registry.ts';

/** BullMQ's own keys; another prefix keeps the queues of tests apart. */
export const QUEUE_PREFIX = 'komek';

/** A connection that waits for Redis as long as it takes. */
export function connectForQueues(portal: Portal): Redis {
  const redis = new Redis(portal.config.redisUrl, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(attempt * 200, 3_000),
  });
  // The portal's own connections say that Redis is away; one voice is enough.
  redis.on('error', () => undefined);
  return redis;
}

export function makeQueue(name: QueueName, redis: Redis, prefix: string): Queue<FactAddress> {
  const queue = new Queue<FactAddress>(name, { connection: redis, prefix });
  queue.on('error', () => undefined);
  return queue;
}

/** "Not yet": the one refusal that is tried again. */
class NotYet extends Error {}

/** MongoDB and network errors pass; anything else is a bug and does not get better by repeating it. */
function isInfrastructure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(Mongo|MongoServer|MongoNetwork|PoolCleared|Connection)/.test(error.name) &&
    !/Validation|Cast/.test(error.name)
  );
}

export function makeWorker(
  name: QueueName,
  portal: Portal,
  options: { readonly redis: Redis; readonly prefix: string },
): Worker<FactAddress> {
  const entry = registry[name];
  const worker = new Worker<FactAddress>(
    name,
    async (job) => {
      try {
        const handled = await entry.handle(portal, job.data);
        if (!handled.ok) throw new NotYet(handled.problem);
        await portal.outbox.markDone(job.data);
      } catch (error) {
        if (error instanceof NotYet || isInfrastructure(error)) throw error;
        portal.log.error(
          {
            queue: name,
            eventId: job.data.eventId,
            aggregateId: job.data.aggregateId,
            err: describeError(error),
          },
          'job failed',
        );
        throw new UnrecoverableError(describeError(error).message);
      }
    },
    {
      connection: options.redis,
      prefix: options.prefix,
      concurrency: entry.concurrency,
      lockDuration: 6_000,
      stalledInterval: 3_000,
      maxStalledCount: 1_000,
      settings: { backoffStrategy: (attempt) => pauseBefore(entry.retry, attempt, Math.random()) },
    },
  );
  worker.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    if (job !== undefined && hasGivenUp(job, error)) void giveUp(portal, name, job.data);
  });
  return worker;
}

const hasGivenUp = (job: Job<FactAddress>, error: Error): boolean =>
  error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);

/** The record itself says so: an operator finds it without Redis. */
async function giveUp(portal: Portal, queue: QueueName, fact: FactAddress): Promise<void> {
  try {
    await portal.outbox.markFailed(fact);
    portal.log.error(
      { queue, eventId: fact.eventId, aggregateId: fact.aggregateId },
      'job gave up; see workers/README.md',
    );
  } catch (error) {
    portal.log.error(
      { queue, eventId: fact.eventId, err: describeError(error) },
      'a failed job could not be marked',
    );
  }
}
