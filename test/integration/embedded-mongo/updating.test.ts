// What updates do to a document, which numbers they make, and what they refuse with which code.
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Fields, type Row, contract, refused } from './contract.ts';

const { Decimal128, Double, Int32, Long } = mongoose.mongo;
type UpdateFilter = mongoose.mongo.UpdateFilter<Row>;
const { rows, db, index } = contract();

/** The document after an update of one that was inserted. */
async function after(
  doc: Fields,
  update: unknown,
  options: mongoose.mongo.UpdateOptions = {},
  filter: Fields = {},
): Promise<unknown> {
  await rows().insertOne({ _id: 1, ...doc });
  await rows().updateOne({ _id: 1, ...filter }, update as UpdateFilter, options);
  const found = await rows().findOne({ _id: 1 });
  delete (found as Fields)._id;
  return found;
}

describe('update operators', () => {
  test.each<[string, Fields, Fields, Fields]>([
    ['$set makes documents on the way', { a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
    [
      '$set of a member of an array fills with null',
      { a: [1] },
      { $set: { 'a.3': 4 } },
      { a: [1, null, null, 4] },
    ],
    [
      '$unset',
      { a: 1, b: { c: 1, d: 2 }, e: [1, 2] },
      { $unset: { a: '', 'b.c': 1, 'e.0': 1 } },
      { b: { d: 2 }, e: [null, 2] },
    ],
    [
      '$inc and $mul',
      { a: 1, b: 2 },
      { $inc: { a: 2, c: 5 }, $mul: { b: 1.5, d: 3 } },
      { a: 3, b: 3, c: 5, d: 0 },
    ],
    ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, b: 9 }, $max: { c: 1 } }, { a: 3, b: 5, c: 1 }],
    [
      '$push with position',
      { a: [1, 2] },
      { $push: { a: { $each: [8, 9], $position: 1 } } },
      { a: [1, 8, 9, 2] },
    ],
    [
      '$push with sort and slice',
      { a: [5, 1] },
      { $push: { a: { $each: [9, 3], $sort: -1, $slice: 3 } } },
      { a: [9, 5, 3] },
    ],
    [
      '$push sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    [
      '$addToSet',
      { a: [1, { x: 1 }] },
      { $addToSet: { a: { $each: [1, { x: 1 }, 2] } } },
      { a: [1, { x: 1 }, 2] },
    ],
    ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
    ['$pull of values', { a: [1, 2, 3, 1] }, { $pull: { a: 1 } }, { a: [2, 3] }],
    ['$pull by condition', { a: [1, 2, 3] }, { $pull: { a: { $gte: 2 } } }, { a: [1] }],
    [
      '$pull of documents',
      {
        a: [
          { k: 'x', n: 1 },
          { k: 'y', n: 2 },
        ],
      },
      { $pull: { a: { k: 'x', n: { $lt: 5 } } } },
      { a: [{ k: 'y', n: 2 }] },
    ],
    ['$pullAll', { a: [1, 2, 3, 2] }, { $pullAll: { a: [2, 3] } }, { a: [1] }],
    ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'z', 'b.c': 'y' } }, { b: {}, z: 1, y: 2 }],
    ['$bit', { a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
  ])('%s', async (_what, doc, update, expected) => {
    expect(await after(doc, update)).toEqual(expected);
  });

  test('$currentDate writes the time of the engine', async () => {
    const before = Date.now();
    const found = (await after({}, { $currentDate: { at: true, stamp: { $type: 'timestamp' } } })) as {
      at: Date;
      stamp: unknown;
    };
    expect(Math.abs(found.at.getTime() - before)).toBeLessThan(5000);
    expect(found.stamp).toBeInstanceOf(mongoose.mongo.Timestamp);
  });

  test('the positional operators change the member met, all, or those an array filter names', async () => {
    const doc = {
      items: [
        { k: 'a', n: 1 },
        { k: 'b', n: 1 },
        { k: 'c', n: 5 },
      ],
    };
    expect(await after(doc, { $set: { 'items.$.n': 9 } }, {}, { 'items.k': 'b' })).toMatchObject({
      items: [{ n: 1 }, { n: 9 }, { n: 5 }],
    });
    await rows().updateOne({ items: { $elemMatch: { k: 'c', n: 5 } } }, { $inc: { 'items.$.n': 1 } });
    await rows().updateOne({ _id: 1 }, { $inc: { 'items.$[].n': 1 } });
    await rows().updateOne(
      { _id: 1 },
      { $set: { 'items.$[low].low': true } },
      { arrayFilters: [{ 'low.n': { $lt: 5 } }] },
    );
    expect(await rows().findOne({ _id: 1 })).toEqual({
      _id: 1,
      items: [
        { k: 'a', n: 2, low: true },
        { k: 'b', n: 10 },
        { k: 'c', n: 7 },
      ],
    });
  });

  test('a pipeline computes from the document as it was', async () => {
    const update = [{ $set: { total: { $sum: '$parts' }, was: '$total' } }, { $unset: 'parts' }];
    expect(await after({ parts: [1, 2, 3], total: 0 }, update)).toEqual({ total: 6, was: 0 });
  });

  test('a change that changes nothing counts as matched, not as modified', async () => {
    await rows().insertOne({ _id: 1, a: 1 });
    expect(await rows().updateOne({ _id: 1 }, { $set: { a: 1 } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 0,
    });
    expect(await rows().updateOne({ _id: 1 }, { $set: { a: new Double(1) } })).toMatchObject({
      modifiedCount: 1,
    });
  });
});

describe('numbers in updates', () => {
  test.each([
    ['int32 and int32', [new Int32(1), new Int32(2)], 'int', '3'],
    ['int32 beyond its range becomes int64', [new Int32(2147483647), new Int32(1)], 'long', '2147483648'],
    ['int64 stays int64', [Long.fromNumber(1), new Int32(1)], 'long', '2'],
    ['int32 and double', [new Int32(1), new Double(2)], 'double', '3'],
    ['decimal', [Decimal128.fromString('0.10'), Decimal128.fromString('0.2')], 'decimal', '0.30'],
    ['int32 and decimal', [new Int32(1), Decimal128.fromString('0.05')], 'decimal', '1.05'],
  ])('$inc of %s', async (_what, [start, by], type, value) => {
    await rows().insertOne({ _id: 1, n: start });
    await rows().updateOne({ _id: 1 }, { $inc: { n: by } });
    const [found] = await rows()
      .aggregate([{ $project: { type: { $type: '$n' }, text: { $toString: '$n' } } }])
      .toArray();
    expect(found).toEqual({ _id: 1, type, text: value });
  });

  test('an int64 that would overflow is refused', async () => {
    await rows().insertOne({ _id: 1, n: Long.MAX_VALUE });
    expect((await refused(rows().updateOne({ _id: 1 }, { $inc: { n: 1 } }))).code).toBe(2);
  });
});

describe('upserts', () => {
  test('take the equalities of the filter, the update, and what is for inserting only', async () => {
    const update = { $set: { a: 1 }, $setOnInsert: { b: 2 } };
    const filter = { _id: 7, 'c.d': 3, $and: [{ e: { $eq: 4 } }], n: { $gt: 1 } };
    expect(await rows().updateOne(filter, update, { upsert: true })).toMatchObject({
      upsertedId: 7,
      upsertedCount: 1,
    });
    expect(await rows().findOne()).toEqual({ _id: 7, c: { d: 3 }, e: 4, a: 1, b: 2 });
    expect(await rows().updateOne({ _id: 7 }, { ...update, $set: { a: 2 } }, { upsert: true })).toMatchObject(
      { upsertedCount: 0, modifiedCount: 1 },
    );
  });

  test('a replacement keeps nothing of the filter but _id', async () => {
    await rows().replaceOne({ _id: 5, a: 1 }, { b: 2 }, { upsert: true });
    expect(await rows().findOne()).toEqual({ _id: 5, b: 2 });
  });

  test('two equalities for one field are refused', async () => {
    const update = rows().updateOne({ $and: [{ a: 1 }, { a: 2 }] }, { $set: { b: 1 } }, { upsert: true });
    expect((await refused(update)).code).toBe(54);
  });
});

describe('refusals of updates', () => {
  test.each<[string, Fields, unknown, number]>([
    ['two operators on one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    ['operators on a path and one below it', {}, { $set: { 'a.b': 1 }, $unset: { a: 1 } }, 40],
    ['$inc by a text', { a: 1 }, { $inc: { a: 'x' } }, 14],
    ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 14],
    ['$push on a number', { a: 1 }, { $push: { a: 1 } }, 2],
    ['$addToSet on a text', { a: 'x' }, { $addToSet: { a: 1 } }, 2],
    ['$pop on a number', { a: 1 }, { $pop: { a: 1 } }, 14],
    ['$pop by two', { a: [1] }, { $pop: { a: 2 } }, 9],
    ['an unknown operator', {}, { $foo: { a: 1 } }, 9],
    ['an operator without fields', {}, { $set: 5 }, 9],
    ['a path through a number', { a: 1 }, { $set: { 'a.b': 1 } }, 28],
    ['an empty part of a path', {}, { $set: { 'a..b': 1 } }, 56],
    ['a dollar in a path', {}, { $set: { 'a.$b': 1 } }, 52],
    ['another _id', {}, { $set: { _id: 2 } }, 66],
    ['the positional operator without a match', { a: [1] }, { $set: { 'a.$': 1 } }, 2],
    ['an array filter that is missing', { a: [1] }, { $set: { 'a.$[x]': 1 } }, 2],
    ['$each that is no array', {}, { $push: { a: { $each: 1 } } }, 2],
    ['an unknown part of $push', {}, { $push: { a: { $each: [1], $foo: 1 } } }, 2],
    ['an unknown stage in a pipeline', {}, [{ $match: { a: 1 } }], 72],
  ])('%s', async (_what, doc, update, code) => {
    await rows().insertOne({ _id: 1, ...doc });
    const command = { update: 'rows', updates: [{ q: { _id: 1 }, u: update }] };
    const reply = (await db()
      .command(command)
      .catch((error: unknown) => error)) as Fields & { writeErrors?: Fields[] };
    expect(reply.writeErrors?.[0]?.code ?? reply.code).toBe(code);
    expect(await rows().findOne({ _id: 1 })).toEqual({ _id: 1, ...doc });
  });

  test('a replacement with another _id, and an array filter that is not used', async () => {
    await rows().insertOne({ _id: 1 });
    expect((await refused(rows().replaceOne({ _id: 1 }, { _id: 2, a: 1 }))).code).toBe(66);
    const unused = rows().updateOne({ _id: 1 }, { $set: { a: 1 } }, { arrayFilters: [{ 'x.y': 1 }] });
    expect((await refused(unused)).code).toBe(9);
  });

  test('an update of many that would break a unique index stops there', async () => {
    await index({ u: 1 }, { unique: true });
    await rows().insertMany([
      { _id: 1, u: 1 },
      { _id: 2, u: 2 },
    ]);
    expect((await refused(rows().updateMany({}, { $set: { u: 9 } }))).code).toBe(11000);
    expect(await rows().countDocuments({ u: 9 })).toBe(1);
  });
});
