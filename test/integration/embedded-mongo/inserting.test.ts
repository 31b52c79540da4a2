// What inserting, deleting and bulk writes do and refuse, and that values keep their types.
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Fields, contract, refused } from './contract.ts';

const { Decimal128, Double, Int32, Long } = mongoose.mongo;
const { rows, db, index } = contract();

describe('inserting', () => {
  test('an unordered batch stores all but the refused ones, an ordered one stops at the first', async () => {
    const batch = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    const ordered = await refused(rows().insertMany(batch));
    expect(ordered).toMatchObject({ code: 11000, insertedCount: 1 });
    const unordered = await refused(
      rows().insertMany([{ _id: 2 }, { _id: 2 }, { _id: 3 }], { ordered: false }),
    );
    expect(unordered).toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await rows().distinct('_id')).toEqual([1, 2, 3]);
  });

  test('a duplicate says which key of which index', async () => {
    await index({ email: 1, 'office.id': -1 }, { unique: true });
    await rows().insertOne({ _id: 1, email: 'a@b.kz', office: { id: 7 } });
    const error = await refused(rows().insertOne({ _id: 2, email: 'a@b.kz', office: { id: 7 } }));
    expect(error).toMatchObject({
      code: 11000,
      keyPattern: { email: 1, 'office.id': -1 },
      keyValue: { email: 'a@b.kz', 'office.id': 7 },
    });
    expect(error.message).toContain(
      'E11000 duplicate key error collection: komek_contract.rows index: email_1_office.id_-1 dup key:',
    );
  });

  test('a document without _id gets one from the driver or the engine', async () => {
    await db().command({ insert: 'rows', documents: [{ a: 1 }] });
    const found = await db().collection('rows').findOne();
    expect(Object.keys(found ?? {})).toEqual(['_id', 'a']);
    expect(found?._id).toBeInstanceOf(mongoose.mongo.ObjectId);
  });

  test('a document above sixteen megabytes and an array as _id are refused', async () => {
    const large = db().command({
      insert: 'rows',
      documents: [{ _id: 1, bytes: Buffer.alloc(16 * 1024 * 1024) }],
    });
    const replies = await Promise.all([
      large.catch((error: unknown) => error as Fields),
      db()
        .command({ insert: 'rows', documents: [{ _id: [1] }] })
        .catch((error: unknown) => error as Fields),
    ]);
    expect(replies.map((reply): unknown => reply.code ?? (reply.writeErrors as Fields[])[0]?.code)).toEqual([
      10334, 53,
    ]);
    expect(await rows().countDocuments()).toBe(0);
  });
});

describe('deleting and bulk writes', () => {
  test('deletes one or many', async () => {
    await rows().insertMany([{ _id: 1, a: 1 }, { _id: 2, a: 1 }, { _id: 3, a: 1 }, { _id: 4 }]);
    expect(await rows().deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await rows().deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await rows().deleteMany({ a: 1 })).toMatchObject({ deletedCount: 0 });
    expect(await rows().distinct('_id')).toEqual([4]);
  });

  test('a bulk write does all kinds in order and says what became of each', async () => {
    const result = await rows().bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: { $set: { n: 2 } } } },
      { updateOne: { filter: { _id: 9 }, update: { $set: { n: 9 } }, upsert: true } },
      { updateMany: { filter: {}, update: { $set: { all: true } } } },
      { replaceOne: { filter: { _id: 1 }, replacement: { n: 3 } } },
      { deleteOne: { filter: { _id: 9 } } },
    ]);
    expect(result).toMatchObject({
      insertedCount: 1,
      matchedCount: 4,
      modifiedCount: 4,
      upsertedCount: 1,
      deletedCount: 1,
    });
    expect(await rows().find().toArray()).toEqual([{ _id: 1, n: 3 }]);
  });

  test('an unordered bulk write goes on behind a refusal and names its place', async () => {
    const error = await refused(
      rows().bulkWrite(
        [
          { insertOne: { document: { _id: 1 } } },
          { insertOne: { document: { _id: 1 } } },
          { insertOne: { document: { _id: 2 } } },
        ],
        { ordered: false },
      ),
    );
    expect(error).toMatchObject({ code: 11000, writeErrors: [{ index: 1 }] });
    expect(await rows().countDocuments()).toBe(2);
  });
});

describe('types of values', () => {
  test('everything comes back as it was stored, also after another field has changed', async () => {
    const { Binary, BSONRegExp, Code, MaxKey, MinKey, ObjectId, Timestamp, UUID } = mongoose.mongo;
    const values = {
      _id: 1,
      int: new Int32(5),
      long: Long.fromNumber(5),
      double: new Double(5),
      fraction: new Double(5.5),
      negativeZero: new Double(-0),
      great: Long.MAX_VALUE,
      decimal: Decimal128.fromString('1.50'),
      date: new Date('2026-03-01T00:00:00.123Z'),
      early: new Date(-62135596800000),
      id: new ObjectId(),
      binary: new Binary(Buffer.from([1, 2, 3]), 128),
      uuid: new UUID(),
      regex: new BSONRegExp('^a', 'i'),
      stamp: new Timestamp({ t: 5, i: 6 }),
      code: new Code('return 1', { x: 1 }),
      min: new MinKey(),
      max: new MaxKey(),
      nothing: null,
      yes: true,
      empty: {},
      list: [[], [new Double(1)], { a: [Long.ONE] }],
      text: 'Көмек 😀 \u0000 end',
    };
    const raw = db().collection<Fields & { _id: number }>('rows', { raw: true });
    await db()
      .collection('rows')
      .insertOne(values as never);
    const stored = (await raw.findOne()) as unknown as Buffer;
    expect(Buffer.from(mongoose.mongo.BSON.serialize(values)).equals(stored)).toBe(true);
    await rows().updateOne({ _id: 1 }, { $set: { more: 1 } });
    const changed = (await raw.findOne()) as unknown as Buffer;
    expect(Buffer.from(mongoose.mongo.BSON.serialize({ ...values, more: 1 })).equals(changed)).toBe(true);
  });
});
