// The only one who puts jobs on BullMQ: tells what was not told, and tells again what was told and never done, so that a lost queue is
// rebuilt from the database. Told twice is harmless: the job has the fact's id, and every handler asks the state first.
import type { Queue } from 'bullmq';
import type { Portal } from '../src/compose.ts';
import type { FactAddress, OpenFact, QueueName } from '../src/outbox/index.ts';
import { QUEUES } from '../src/outbox/index.ts';
import { describeError } from '../src/platform/log.ts';
import { registry } from './registry.ts';
import { repeat } from './repeat.ts';

const LOOK_EVERY_MS = 250;
const SWEEP_EVERY_MS = 15_000;
/** A fact that is not done after this long is told again. */
const TELL_AGAIN_AFTER_MS = 60_000;
const BATCH = 500;

export type Queues = Readonly<Record<QueueName, Queue<FactAddress>>>;

/** Tells each fact to its queue. */
export async function tell(portal: Portal, queues: Queues, facts: readonly OpenFact[]): Promise<void> {
  for (const { queue, kind, source, aggregateId, eventId } of facts) {
    const name = QUEUES.find((known) => known === queue);
    if (name === undefined) throw new Error(`a fact names the unknown queue ${queue}`);
    const fact: FactAddress = { source, aggregateId, eventId };
    await queues[name].add(kind, fact, {
      jobId: eventId,
      attempts: registry[name].retry.attempts,
      backoff: { type: 'custom' },
      removeOnComplete: true,
      removeOnFail: true,
    });
    await portal.outbox.markTold(fact, new Date(portal.clock.now().getTime() + TELL_AGAIN_AFTER_MS));
  }
}

/** One round: what is new, and with `sweep` also what is overdue. */
export async function relayOnce(
  portal: Portal,
  queues: Queues,
  options: { readonly sweep: boolean },
): Promise<void> {
  await tell(portal, queues, await portal.outbox.untold(BATCH));
  if (options.sweep) await tell(portal, queues, await portal.outbox.overdue(portal.clock.now(), BATCH));
}

/** Runs rounds until it is stopped; a round that fails is logged once and tried again. */
export function startRelay(portal: Portal, queues: Queues): { stop(): Promise<void> } {
  let failing = false;
  let lastSweep = -Infinity;

  return repeat(async () => {
    const sweep = performance.now() - lastSweep > SWEEP_EVERY_MS;
    try {
      await relayOnce(portal, queues, { sweep });
      if (sweep) lastSweep = performance.now();
      failing = false;
    } catch (error) {
      if (!failing)
        portal.log.warn({ err: describeError(error) }, 'facts cannot be told now; they wait in the database');
      failing = true;
    }
  }, LOOK_EVERY_MS);
}
