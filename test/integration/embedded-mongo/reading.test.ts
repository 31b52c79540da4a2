// What find answers: filters with MongoDB's semantics of arrays, null and missing, projections, order, cursors.
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type Fields, type Row, contract, refused } from './contract.ts';

const { Decimal128, Long, ObjectId } = mongoose.mongo;
const { rows, db } = contract();

const idOf = (row: Row): string | number => row._id;

/** The _ids that a filter finds, in their order. */
async function idsOf(filter: Fields): Promise<unknown[]> {
  const found = await rows().find(filter).sort({ _id: 1 }).project({ _id: 1 }).toArray();
  return found.map(({ _id }): unknown => _id);
}

describe('filters', () => {
  test('null finds what is null and what is missing, but not an empty array', async () => {
    await rows().insertMany([
      { _id: 1, a: null },
      { _id: 2 },
      { _id: 3, a: [] },
      { _id: 4, a: 0 },
      { _id: 5, a: [null] },
    ]);
    expect(await idsOf({ a: null })).toEqual([1, 2, 5]);
    expect(await idsOf({ a: { $ne: null } })).toEqual([3, 4]);
    expect(await idsOf({ a: { $exists: false } })).toEqual([2]);
    expect(await idsOf({ a: { $in: [null, 0] } })).toEqual([1, 2, 4, 5]);
    expect(await idsOf({ a: { $gte: null } })).toEqual([1, 2, 5]);
  });

  test('a path behind an array finds null only where a document of the array lacks the field', async () => {
    await rows().insertMany([
      { _id: 1, a: [{ b: 1 }, {}] },
      { _id: 2, a: [] },
      { _id: 3, a: [1, 2] },
      { _id: 4, a: 5 },
      { _id: 5, a: [{ b: 1 }] },
    ]);
    expect(await idsOf({ 'a.b': null })).toEqual([1, 4]);
    expect(await idsOf({ 'a.b': 1 })).toEqual([1, 5]);
    expect(await idsOf({ 'a.b': { $exists: false } })).toEqual([2, 3, 4]);
    expect(await idsOf({ 'a.1': 2 })).toEqual([3]);
    expect(await idsOf({ 'a.0.b': 1 })).toEqual([1, 5]);
  });

  test('numbers of all types are compared by value, other types never with numbers', async () => {
    await rows().insertMany([
      { _id: 1, n: 5 },
      { _id: 2, n: Long.fromNumber(5) },
      { _id: 3, n: Decimal128.fromString('5.00') },
      { _id: 4, n: 5.5 },
      { _id: 5, n: '5' },
      { _id: 6, n: new Date(5) },
      { _id: 7, n: NaN },
    ]);
    expect(await idsOf({ n: 5 })).toEqual([1, 2, 3]);
    expect(await idsOf({ n: { $gt: 4 } })).toEqual([1, 2, 3, 4]);
    expect(await idsOf({ n: { $lte: Decimal128.fromString('5') } })).toEqual([1, 2, 3]);
    expect(await idsOf({ n: { $type: 'number' } })).toEqual([1, 2, 3, 4, 7]);
    expect(await idsOf({ n: { $type: ['long', 'string'] } })).toEqual([2, 5]);
    expect(await idsOf({ n: NaN })).toEqual([7]);
  });

  test('an array is matched by its members and as a whole', async () => {
    await rows().insertMany([
      { _id: 1, tags: ['x', 'y'] },
      { _id: 2, tags: 'x' },
      { _id: 3, tags: [['x', 'y']] },
      { _id: 4, tags: [] },
      { _id: 5, tags: [1, 20] },
    ]);
    expect(await idsOf({ tags: 'x' })).toEqual([1, 2]);
    expect(await idsOf({ tags: ['x', 'y'] })).toEqual([1, 3]);
    expect(await idsOf({ tags: { $all: ['y', 'x'] } })).toEqual([1]);
    expect(await idsOf({ tags: { $size: 2 } })).toEqual([1, 5]);
    expect(await idsOf({ tags: { $gt: 5, $lt: 10 } })).toEqual([5]);
    expect(await idsOf({ tags: { $elemMatch: { $gt: 5, $lt: 10 } } })).toEqual([]);
    expect(await idsOf({ tags: { $nin: ['x'] } })).toEqual([3, 4, 5]);
  });

  test('$elemMatch wants all of one member, dotted paths take any', async () => {
    await rows().insertMany([
      {
        _id: 1,
        items: [
          { kind: 'a', n: 1 },
          { kind: 'b', n: 2 },
        ],
      },
      { _id: 2, items: [{ kind: 'a', n: 2 }] },
    ]);
    expect(await idsOf({ 'items.kind': 'a', 'items.n': 2 })).toEqual([1, 2]);
    expect(await idsOf({ items: { $elemMatch: { kind: 'a', n: 2 } } })).toEqual([2]);
    expect(await idsOf({ items: { $not: { $elemMatch: { kind: 'b' } } } })).toEqual([2]);
  });

  test('a document is equal only with the same fields in the same order', async () => {
    await rows().insertMany([
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
      { _id: 3, a: { x: 1 } },
    ]);
    expect(await idsOf({ a: { x: 1, y: 2 } })).toEqual([1]);
    expect(await idsOf({ 'a.x': 1 })).toEqual([1, 2, 3]);
  });

  test('logical operators, $expr, $mod and regular expressions', async () => {
    await rows().insertMany([
      { _id: 1, name: 'Айгүл', spent: 5, budget: 3 },
      { _id: 2, name: 'айдос', spent: 2, budget: 3 },
      { _id: 3, name: 'Serik', spent: 6, budget: 6 },
    ]);
    expect(await idsOf({ name: /^Ай/ })).toEqual([1]);
    expect(await idsOf({ name: { $regex: '^ай', $options: 'i' } })).toEqual([1, 2]);
    expect(await idsOf({ name: { $not: /^ай/i } })).toEqual([3]);
    expect(await idsOf({ name: { $in: [/ik$/, 'айдос'] } })).toEqual([2, 3]);
    expect(await idsOf({ $or: [{ spent: 2 }, { budget: 6 }] })).toEqual([2, 3]);
    expect(await idsOf({ $nor: [{ spent: 2 }, { budget: 6 }] })).toEqual([1]);
    expect(await idsOf({ $expr: { $gt: ['$spent', '$budget'] } })).toEqual([1]);
    expect(await idsOf({ spent: { $mod: [2, 0] } })).toEqual([2, 3]);
    expect(await idsOf({ $and: [{ spent: { $gt: 1 } }, { spent: { $lt: 6 } }], $comment: 'both' })).toEqual([
      1, 2,
    ]);
  });

  test('fields called __proto__ or constructor are fields like any other', async () => {
    const strange = JSON.parse('{"_id":1,"__proto__":{"admin":true},"constructor":"c"}') as { _id: number };
    await rows().insertOne(strange);
    expect(await idsOf({ admin: true })).toEqual([]);
    expect(await idsOf({ '__proto__.admin': true })).toEqual([1]);
    expect(await idsOf({ constructor: 'c', toString: { $exists: false } })).toEqual([1]);
  });

  test.each([
    ['an unknown operator', { a: { $foo: 1 } }, 2],
    ['an unknown operator at the top', { $foo: [] }, 2],
    ['an empty $or', { $or: [] }, 2],
    ['$in without an array', { a: { $in: 5 } }, 2],
    ['a negative $size', { a: { $size: -1 } }, 9],
    ['an expression with an unknown operator', { $expr: { $foo: 1 } }, 168],
  ])('%s is refused, also when there is no document', async (_what, filter, code) => {
    expect((await refused(rows().find(filter).toArray())).code).toBe(code);
  });
});

describe('projections', () => {
  const doc = {
    _id: 1,
    a: 1,
    b: { c: 2, d: 3 },
    items: [
      { n: 1, t: 'x' },
      { n: 2, t: 'y' },
      { n: 3, t: 'z' },
    ],
  };

  test.each<[string, Fields, Fields]>([
    ['inclusion', { a: 1, 'b.c': 1 }, { _id: 1, a: 1, b: { c: 2 } }],
    ['inclusion without _id', { a: 1, _id: 0 }, { a: 1 }],
    ['exclusion', { items: 0, b: { d: 0 } }, { _id: 1, a: 1, b: { c: 2 } }],
    [
      'fields of documents in an array',
      { 'items.t': 1 },
      { _id: 1, items: [{ t: 'x' }, { t: 'y' }, { t: 'z' }] },
    ],
    ['$slice', { items: { $slice: -1 }, b: 0 }, { _id: 1, a: 1, items: [{ n: 3, t: 'z' }] }],
    ['$slice with skip', { items: { $slice: [1, 1] }, a: 1 }, { _id: 1, a: 1, items: [{ n: 2, t: 'y' }] }],
    ['$elemMatch', { items: { $elemMatch: { n: { $gt: 1 } } } }, { _id: 1, items: [{ n: 2, t: 'y' }] }],
    ['a computed field', { sum: { $add: ['$a', '$b.c'] }, _id: 0 }, { sum: 3 }],
  ])('%s', async (_what, projection, expected) => {
    await rows().insertOne({ ...doc });
    expect(await rows().findOne({}, { projection })).toEqual(expected);
  });

  test('the positional operator shows the member that the filter met', async () => {
    await rows().insertOne({ ...doc });
    expect(await rows().findOne({ 'items.n': 2 }, { projection: { 'items.$': 1 } })).toEqual({
      _id: 1,
      items: [{ n: 2, t: 'y' }],
    });
  });

  test('inclusion and exclusion together are refused', async () => {
    expect((await refused(rows().findOne({}, { projection: { a: 1, b: 0 } }))).code).toBe(31254);
  });
});

describe('order', () => {
  test('values of all types come in the order of their types', async () => {
    const id = new ObjectId();
    const values = [
      null,
      -1,
      2.5,
      Long.fromString('9007199254740993'),
      'a',
      'b',
      { a: 1 },
      [9],
      id,
      false,
      true,
      new Date(0),
      /x/,
    ];
    await rows().insertMany(values.map((v, index) => ({ _id: index, v })).reverse());
    const ascending = await rows().find().sort({ v: 1, _id: 1 }).toArray();
    // An array stands where its lowest member does: 9 lies between 2.5 and the great number.
    expect(ascending.map(idOf)).toEqual([0, 1, 2, 7, 3, 4, 5, 6, 8, 9, 10, 11, 12]);
    const descending = await rows().find().sort({ v: -1, _id: -1 }).toArray();
    expect(descending.map(idOf)).toEqual([12, 11, 10, 9, 8, 6, 5, 4, 3, 7, 2, 1, 0]);
  });

  test('int64, double and decimal are ordered exactly where doubles cannot tell them apart', async () => {
    await rows().insertMany([
      { _id: 1, n: Long.fromString('9007199254740993') },
      { _id: 2, n: 9007199254740992 },
      { _id: 3, n: Decimal128.fromString('9007199254740992.5') },
      { _id: 4, n: Decimal128.fromString('0.1') },
      { _id: 5, n: 0.1 },
    ]);
    const sorted = await rows().find().sort({ n: 1 }).toArray();
    expect(sorted.map(idOf)).toEqual([4, 5, 2, 3, 1]);
    expect(await rows().countDocuments({ n: Long.fromString('9007199254740993') })).toBe(1);
  });

  test('texts are ordered by their bytes in UTF-8', async () => {
    const texts = ['a', 'B', 'ә', 'я', '\uffee', '😀', ''];
    await rows().insertMany(texts.map((text, _id) => ({ _id, text })));
    const sorted = await rows().find().sort({ text: 1 }).toArray();
    const expected = [...texts].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
    expect(sorted.map(({ text }): unknown => text)).toEqual(expected);
  });
});

describe('cursors', () => {
  test('a long result comes in batches, with skip and limit', async () => {
    await rows().insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
    const found = await rows().find().sort({ _id: 1 }).skip(5).limit(900).batchSize(7).toArray();
    expect(found.map(idOf)).toEqual(Array.from({ length: 900 }, (_, n) => n + 5));
  });

  test('what is deleted meanwhile does not come any more', async () => {
    await rows().insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const cursor = rows().find().sort({ _id: 1 }).batchSize(2);
    expect((await cursor.next())?._id).toBe(0);
    await rows().deleteMany({ _id: { $gte: 4 } });
    const rest = await cursor.toArray();
    expect(rest.map(idOf).filter((id) => Number(id) >= 5)).toEqual([]);
  });

  test('a cursor that was killed is not found', async () => {
    await rows().insertMany(Array.from({ length: 10 }, (_, _id) => ({ _id })));
    const { cursor } = await db().command({ find: 'rows', batchSize: 2 });
    const { id } = cursor as { id: mongoose.mongo.Long };
    const getMore = Long.fromValue(id);
    expect(await db().command({ killCursors: 'rows', cursors: [getMore] })).toMatchObject({
      cursorsKilled: [getMore],
    });
    expect((await refused(db().command({ getMore, collection: 'rows' }))).code).toBe(43);
  });

  test('a batch holds no more than sixteen megabytes', async () => {
    const bytes = Buffer.alloc(3_000_000, 1);
    for (let _id = 0; _id < 8; _id++) await rows().insertOne({ _id, bytes });
    const { cursor } = await db().command({ find: 'rows' });
    expect((cursor as { firstBatch: unknown[] }).firstBatch).toHaveLength(5);
    expect(await rows().find().toArray()).toHaveLength(8);
  });
});

describe('count and distinct', () => {
  test('counts with filter, skip and limit', async () => {
    await rows().insertMany(Array.from({ length: 20 }, (_, _id) => ({ _id, even: _id % 2 === 0 })));
    expect(await rows().countDocuments({ even: true })).toBe(10);
    expect(await rows().countDocuments({}, { skip: 15, limit: 3 })).toBe(3);
    expect(await rows().estimatedDocumentCount()).toBe(20);
    expect(await db().collection('nothing').countDocuments()).toBe(0);
  });

  test('distinct takes members of arrays and knows no missing fields', async () => {
    await rows().insertMany([
      { _id: 1, t: ['a', 'b'] },
      { _id: 2, t: 'a' },
      { _id: 3 },
      { _id: 4, t: null },
      { _id: 5, n: [{ x: 1 }, { x: 2 }] },
    ]);
    expect(await rows().distinct('t')).toEqual(expect.arrayContaining(['a', 'b', null]));
    expect(await rows().distinct('t')).toHaveLength(3);
    expect(await rows().distinct('n.x', { _id: 5 })).toEqual([1, 2]);
  });
});
