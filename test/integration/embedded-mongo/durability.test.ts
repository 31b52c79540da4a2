// What was acknowledged survives kill -9 of the engine, whenever it comes; what was refused or never answered is whole or absent.
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startEngineProcess, temporaryFolder } from '../../support/embedded-engine.ts';
import { type Row, onlyEmbedded } from './contract.ts';

const { MongoClient } = mongoose.mongo;
const ROUNDS = 20;
const WRITERS = 8;

/** Fails fast: a write that met the kill is neither acknowledged nor tried again. */
const options = {
  retryWrites: false,
  serverSelectionTimeoutMS: 2000,
  maxPoolSize: WRITERS,
  heartbeatFrequencyMS: 60_000,
};

interface Acknowledged {
  readonly inserted: Set<string>;
  readonly deleted: Set<string>;
  readonly counts: Map<string, number>;
}

/** One writer's life until the engine is gone: inserts, counts up, deletes, and notes what was acknowledged. */
async function write(rows: mongoose.mongo.Collection<Row>, name: string, noted: Acknowledged): Promise<void> {
  const counter = `counter-${name}`;
  for (let n = 0; ; n++) {
    const _id = `${name}-${n}`;
    try {
      await rows.insertOne({ _id, size: n, text: 'x'.repeat(n % 700) });
      noted.inserted.add(_id);
      const counted = await rows.findOneAndUpdate(
        { _id: counter },
        { $inc: { n: 1 } },
        { upsert: true, returnDocument: 'after' },
      );
      noted.counts.set(counter, Number(counted?.n));
      if (n % 5 === 4) {
        const old = `${name}-${n - 2}`;
        noted.inserted.delete(old);
        await rows.deleteOne({ _id: old });
        noted.deleted.add(old);
      }
    } catch {
      return;
    }
  }
}

onlyEmbedded('killed at any moment under parallel writers', () => {
  test('everything acknowledged is there after a restart, over twenty kills', async () => {
    const folder = temporaryFolder();
    const noted: Acknowledged = { inserted: new Set(), deleted: new Set(), counts: new Map() };
    let engine = await startEngineProcess(folder.path);
    for (let round = 0; round < ROUNDS; round++) {
      const client = await new MongoClient(engine.uri, options).connect();
      const rows = client.db('komek').collection<Row>('rows');
      if (round === 0) await rows.createIndexes([{ key: { size: 1, _id: 1 }, unique: true }]);
      const writers = Array.from({ length: WRITERS }, (_, writer) =>
        write(rows, `${round}-${writer}`, noted),
      );
      const goal = noted.inserted.size + 30 + Math.floor(Math.random() * 120);
      while (noted.inserted.size < goal) await rows.findOne({ _id: 'none' });
      await engine.end('SIGKILL');
      await Promise.all(writers);
      await client.close();
      engine = await startEngineProcess(folder.path);
      await check(engine.uri, noted);
    }
    expect(await engine.end()).toBe(0);
    folder.remove();
  }, 120_000);
});

async function check(uri: string, noted: Acknowledged): Promise<void> {
  const client = await new MongoClient(uri, options).connect();
  const rows = client.db('komek').collection<Row>('rows');
  const stored = new Map((await rows.find().toArray()).map((row) => [row._id, row]));
  const lost = [...noted.inserted].filter((id) => !stored.has(id));
  const risen = [...noted.deleted].filter((id) => stored.has(id));
  const short = [...noted.counts].filter(([id, n]) => Number(stored.get(id)?.n) < n);
  expect({ lost, risen, short }).toEqual({ lost: [], risen: [], short: [] });
  // The index knows the same documents as the collection.
  expect(await rows.countDocuments({ size: { $gte: 0 } })).toBe(
    [...stored.values()].filter(({ size }) => size !== undefined).length,
  );
  expect((await rows.indexes()).map(({ name }) => name)).toEqual(['_id_', 'size_1__id_1']);
  await client.close();
}

describe('ended and started again', () => {
  onlyEmbedded('by the embedded engine', () => {
    test('definitions, large documents and drops are as they were', async () => {
      const folder = temporaryFolder();
      const first = await startEngineProcess(folder.path);
      const client = await new MongoClient(first.uri).connect();
      const db = client.db('komek');
      await db
        .collection<Row>('kept')
        .createIndexes([{ key: { a: 1 }, unique: true, partialFilterExpression: { a: { $exists: true } } }]);
      await db
        .collection<Row>('kept')
        .insertMany([{ _id: 1, a: 1, bytes: Buffer.alloc(100_000, 7) }, { _id: 2 }]);
      await db.collection<Row>('gone').insertOne({ _id: 1 });
      await db.collection('gone').drop();
      await client.close();
      expect(await first.end()).toBe(0);
      const second = await startEngineProcess(folder.path);
      const again = await new MongoClient(second.uri).connect();
      const kept = again.db('komek').collection<Row>('kept');
      expect((await again.db('komek').listCollections().toArray()).map(({ name }) => name)).toEqual(['kept']);
      expect(await kept.find().sort({ _id: 1 }).project<Row>({ bytes: 0 }).toArray()).toEqual([
        { _id: 1, a: 1 },
        { _id: 2 },
      ]);
      expect(((await kept.findOne({ a: 1 }))?.bytes as mongoose.mongo.Binary).length()).toBe(100_000);
      await expect(kept.insertOne({ _id: 3, a: 1 })).rejects.toMatchObject({ code: 11000 });
      await again.close();
      await second.end();
      folder.remove();
    });

    test('fifty thousand documents are there within two seconds', async () => {
      const folder = temporaryFolder();
      const first = await startEngineProcess(folder.path);
      const client = await new MongoClient(first.uri).connect();
      const rows = client.db('komek').collection<Row>('rows');
      await rows.createIndexes([{ key: { state: 1, at: 1 } }, { key: { number: 1 }, unique: true }]);
      for (let n = 0; n < 50_000; n += 5000)
        await rows.insertMany(
          Array.from({ length: 5000 }, (_, i) => ({
            _id: n + i,
            number: `KZ-${n + i}`,
            state: 'open',
            at: new Date(n),
            text: 'x'.repeat(500),
          })),
        );
      await client.close();
      await first.end();
      const start = performance.now();
      const second = await startEngineProcess(folder.path);
      const took = performance.now() - start;
      process.stdout.write(
        `50,000 documents were there again after ${Math.round(took)} ms, the start of the process included\n`,
      );
      await second.end();
      folder.remove();
      // The promise is two seconds on a machine that does nothing else; here other tests may run beside it.
      expect(took).toBeLessThan(6000);
    });
  });
});
