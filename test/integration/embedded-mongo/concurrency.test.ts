// Single-document atomicity: of many writers that want the same, exactly one wins. This carries every invariant of the portal.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Row, contract, refused } from './contract.ts';

const { MongoClient } = mongoose.mongo;
const { rows, index, uri, db } = contract();
const WRITERS = 100;
const clients: mongoose.mongo.MongoClient[] = [];

/** Runs for each writer, over several connections of several clients, all at once. */
function together<T>(
  write: (own: mongoose.mongo.Collection<Row>, writer: number) => Promise<T>,
): Promise<T[]> {
  return Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => {
      const client = clients[writer % clients.length] ?? new MongoClient(uri());
      return write(client.db('komek_contract').collection<Row>('rows'), writer);
    }),
  );
}

beforeAll(async () => {
  for (let n = 0; n < 4; n++) clients.push(await new MongoClient(uri(), { maxPoolSize: 25 }).connect());
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
});

describe('a hundred writers at once', () => {
  test('a transition guarded by state and version is made by exactly one', async () => {
    await rows().insertOne({ _id: 1, state: 'received', version: 3, by: -1 });
    const results = await together((own, writer) =>
      own.findOneAndUpdate(
        { _id: 1, state: 'received', version: 3 },
        { $set: { state: 'assigned', by: writer }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ),
    );
    const winners = results.filter((result) => result !== null);
    expect(winners).toHaveLength(1);
    expect(await rows().findOne()).toEqual(winners[0]);
  });

  test('no increment is lost', async () => {
    await rows().insertOne({ _id: 1, n: 0 });
    await together((own) => own.updateOne({ _id: 1 }, { $inc: { n: 1 } }));
    expect((await rows().findOne())?.n).toBe(WRITERS);
  });

  test('a unique key is taken once, the others are refused', async () => {
    await index({ number: 1 }, { unique: true });
    const outcomes = await together((own, writer) =>
      own.insertOne({ _id: writer, number: 'KZ-1' }).then(
        () => 'stored',
        (error: unknown) => (error as { code: unknown }).code,
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 11000)).toHaveLength(WRITERS - 1);
  });

  test('upserts of one key make one document', async () => {
    await together((own) => own.updateOne({ _id: 'counter' }, { $inc: { n: 1 } }, { upsert: true }));
    expect(await rows().find().toArray()).toEqual([{ _id: 'counter', n: WRITERS }]);
  });

  test('each of a hundred jobs is claimed once', async () => {
    await rows().insertMany(
      Array.from({ length: WRITERS }, (_, _id) => ({ _id, claimed: false, at: WRITERS - _id })),
    );
    const claimed = await together((own) =>
      own.findOneAndUpdate({ claimed: false }, { $set: { claimed: true } }, { sort: { at: 1 } }),
    );
    expect(new Set(claimed.map((row) => row?._id)).size).toBe(WRITERS);
  });
});

describe('findAndModify', () => {
  test('answers what was or what became, or nothing', async () => {
    await rows().insertOne({ _id: 1, n: 1, secret: 'x' });
    const own = rows();
    expect(await own.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } })).toMatchObject({ n: 1 });
    const options = { returnDocument: 'after', projection: { n: 1 } } as const;
    expect(await own.findOneAndUpdate({ _id: 1 }, { $inc: { n: 1 } }, options)).toEqual({ _id: 1, n: 3 });
    expect(await own.findOneAndUpdate({ _id: 2 }, { $inc: { n: 1 } })).toBeNull();
    expect(await own.findOneAndUpdate({ _id: 2 }, { $set: { n: 9 } }, { upsert: true })).toBeNull();
    expect(await own.findOneAndReplace({ _id: 2 }, { m: 1 }, { returnDocument: 'after' })).toEqual({
      _id: 2,
      m: 1,
    });
    expect(await own.findOneAndDelete({ _id: 2 })).toEqual({ _id: 2, m: 1 });
    expect(await own.findOneAndDelete({ _id: 2 })).toBeNull();
  });

  test('says whether it found or made the document', async () => {
    const command = {
      findAndModify: 'rows',
      query: { _id: 5 },
      update: { $set: { a: 1 } },
      upsert: true,
      new: true,
    };
    expect(await db().command(command)).toMatchObject({
      lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 },
      value: { _id: 5, a: 1 },
    });
    expect(await db().command(command)).toMatchObject({ lastErrorObject: { n: 1, updatedExisting: true } });
    const removal = { findAndModify: 'rows', query: { _id: 5 }, remove: true };
    expect(await db().command(removal)).toMatchObject({ lastErrorObject: { n: 1 }, value: { a: 1 } });
    expect(await db().command(removal)).toMatchObject({ lastErrorObject: { n: 0 }, value: null });
  });

  test('takes the first in the order asked for, from a pipeline too', async () => {
    await rows().insertMany([
      { _id: 1, at: 5 },
      { _id: 2, at: 3 },
      { _id: 3, at: 9 },
    ]);
    const found = await rows().findOneAndUpdate({}, [{ $set: { double: { $multiply: ['$at', 2] } } }], {
      sort: { at: -1 },
      returnDocument: 'after',
    });
    expect(found).toEqual({ _id: 3, at: 9, double: 18 });
  });

  test('a duplicate is refused with its key, and contradictory orders too', async () => {
    await index({ u: 1 }, { unique: true });
    await rows().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ]);
    const error = await refused(rows().findOneAndUpdate({ _id: 2 }, { $set: { u: 1 } }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { u: 1 }, keyValue: { u: 1 } });
    const both = db().command({ findAndModify: 'rows', query: {}, update: { $set: { a: 1 } }, remove: true });
    expect((await refused(both)).code).toBe(9);
  });
});
