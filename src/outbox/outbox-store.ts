// What the relay does with facts. It works on any collection whose records carry the field of fact.ts.
import type { Connection } from 'mongoose';
import type { Fact } from './fact.ts';

/** A fact with where it lies. */
export interface FactAddress {
  /** Name of the collection. */
  readonly source: string;
  readonly aggregateId: string;
  readonly eventId: string;
}

export interface OpenFact extends FactAddress {
  readonly kind: string;
  readonly queue: string;
  readonly at: Date;
}

export interface Outbox {
  /** Facts that nobody was told of yet, oldest records first. */
  untold(most: number): Promise<OpenFact[]>;
  /** Facts that were told but not done in time: their job may be lost. */
  overdue(now: Date, most: number): Promise<OpenFact[]>;
  /** Facts whose job gave up. */
  failed(most: number): Promise<OpenFact[]>;
  markTold(fact: FactAddress, tellAgainAt: Date): Promise<void>;
  /** The handler finished: the fact is taken out. */
  markDone(fact: FactAddress): Promise<void>;
  markFailed(fact: FactAddress): Promise<void>;
}

interface Holder {
  readonly _id: string;
  readonly outbox: readonly Fact[];
}

/** @param sources collections whose records carry facts */
export function createOutbox(connection: Connection, sources: readonly string[]): Outbox {
  const collection = (source: string) => connection.collection<Holder>(source);

  const open = async (
    state: Fact['state'],
    most: number,
    wanted: (fact: Fact) => boolean,
  ): Promise<OpenFact[]> => {
    const found: OpenFact[] = [];
    for (const source of sources) {
      const holders = await collection(source)
        .find({ 'outbox.state': state }, { projection: { outbox: 1 } })
        .limit(most)
        .toArray();
      for (const holder of holders) {
        for (const fact of holder.outbox) {
          if (fact.state !== state || !wanted(fact)) continue;
          found.push({
            source,
            aggregateId: holder._id,
            eventId: fact.id,
            kind: fact.kind,
            queue: fact.queue,
            at: fact.at,
          });
        }
      }
    }
    return found;
  };

  const set = async (
    fact: FactAddress,
    change: Partial<Record<'outbox.$.state' | 'outbox.$.tellAgainAt', unknown>>,
  ): Promise<void> => {
    await collection(fact.source).updateOne(
      { _id: fact.aggregateId, 'outbox.id': fact.eventId },
      { $set: change },
    );
  };

  return {
    untold: (most) => open('new', most, () => true),
    overdue: (now, most) => open('told', most, (fact) => fact.tellAgainAt <= now),
    failed: (most) => open('failed', most, () => true),
    markTold: (fact, tellAgainAt) =>
      set(fact, { 'outbox.$.state': 'told', 'outbox.$.tellAgainAt': tellAgainAt }),
    markFailed: (fact) => set(fact, { 'outbox.$.state': 'failed' }),
    async markDone(fact) {
      await collection(fact.source).updateOne(
        { _id: fact.aggregateId },
        { $pull: { outbox: { id: fact.eventId } } },
      );
    },
  };
}
