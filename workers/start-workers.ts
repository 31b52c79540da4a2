// Starts the relay, the rounds and one worker for each queue; gives back what stops them.
import type { Portal } from '../src/compose.ts';
import { QUEUES, type QueueName } from '../src/outbox/index.ts';
import { connectForQueues, makeQueue, makeWorker, QUEUE_PREFIX } from './make-worker.ts';
import { startRelay, type Queues } from './relay-outbox.ts';
import { startRounds } from './rounds.ts';

export function startWorkers(portal: Portal, prefix: string = QUEUE_PREFIX): { stop(): Promise<void> } {
  const redis = connectForQueues(portal);
  const queues = Object.fromEntries(
    QUEUES.map((name) => [name, makeQueue(name, redis, prefix)]),
  ) as unknown as Queues;
  const workers = QUEUES.map((name: QueueName) => makeWorker(name, portal, { redis, prefix }));
  const relay = startRelay(portal, queues);
  const rounds = startRounds(portal);
  return {
    async stop() {
      const redisIsThere = redis.status === 'ready';
      if (!redisIsThere) redis.disconnect();
      await Promise.all([
        relay.stop(),
        rounds.stop(),
        ...workers.map((worker) => worker.close(!redisIsThere)),
      ]);
      await Promise.all(Object.values(queues).map((queue) => queue.close()));
      redis.disconnect();
    },
  };
}
