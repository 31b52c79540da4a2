// Whatever way a query takes, along an index or through everything, it finds the same in the same order.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { type Fields, contract } from './contract.ts';

const { Decimal128, Double, Long } = mongoose.mongo;
const { rows, index, db } = contract();

const scalar = fc.constantFrom<unknown>(
  0,
  1,
  2,
  -1,
  2.5,
  new Double(1),
  Long.fromNumber(2),
  Decimal128.fromString('2.50'),
  NaN,
  null,
  '',
  'a',
  'ab',
  'b',
  'ә',
  true,
  false,
  new Date(0),
  new Date(5),
  { x: 1 },
  { x: 1, y: 'a' },
);
const missing = Symbol('missing');
const member = fc.oneof(scalar, fc.record({ x: scalar, y: scalar }), fc.record({ x: scalar }));
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant(missing) },
  { weight: 2, arbitrary: fc.array(member, { maxLength: 3 }) },
);
const document = fc.record({ a: scalar, b: scalar, c: value, d: value, e: scalar });

const fields = fc.constantFrom('a', 'b', 'c', 'd', 'd.x', 'd.y', 'e', '_id');
const condition: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: fc.array(scalar, { maxLength: 4 }).map(($in) => ({ $in })) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$ne', '$eq'), scalar)
      .map(([key, own]) => ({ [key]: own })),
  },
  { weight: 2, arbitrary: fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(
      { $exists: true },
      { $exists: false },
      { $type: 'string' },
      { $regex: '^a' },
      { $regex: '^ab?' },
      { $size: 1 },
    ),
  },
  { weight: 1, arbitrary: fc.record({ x: scalar }).map(($elemMatch) => ({ $elemMatch })) },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 2 }) },
);
const simple: fc.Arbitrary<Fields> = fc
  .array(fc.tuple(fields, condition), { minLength: 1, maxLength: 3 })
  .map((entries) => Object.fromEntries(entries));
const filters: fc.Arbitrary<Fields> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: fc.array(simple, { minLength: 1, maxLength: 3 }).map(($or) => ({ $or })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(simple, simple, simple)
      .map(([one, two, three]) => ({ $and: [one, { $or: [two, three] }] })),
  },
);
const direction = fc.constantFrom<1 | -1>(1, -1);
const sorts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd.x', 'e'), direction), { maxLength: 2 });

beforeAll(async () => {
  await db().dropDatabase();
});

test('an index never changes a result', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(document, { minLength: 30, maxLength: 60 }),
      fc.array(fc.record({ filter: filters, sort: sorts, limit: fc.nat(8), skip: fc.nat(3) }), {
        minLength: 40,
        maxLength: 40,
      }),
      async (documents, queries) => {
        await rows().drop();
        const stored = documents.map((doc, _id) => ({
          _id,
          ...Object.fromEntries(Object.entries(doc).filter(([, own]) => own !== missing)),
        }));
        // Half before the indexes are made, half after: both ways to build one.
        await rows().insertMany(stored.slice(0, 15));
        await index({ a: 1, b: -1, e: 1 });
        await index({ b: -1, c: 1 });
        await index({ c: -1 }, { sparse: true });
        await index({ 'd.x': 1, 'd.y': -1 });
        await index({ e: 1 }, { partialFilterExpression: { a: 1 } });
        await index({ d: 1 });
        await rows().insertMany(stored.slice(15));
        await rows().updateMany({ _id: { $mod: [5, 0] } }, [{ $set: { a: '$b', b: '$a' } }]);
        await rows().deleteMany({ _id: { $mod: [7, 3] } });
        for (const { filter, sort, limit, skip } of queries) {
          const order = Object.fromEntries([...sort, ['_id', 1]]) as Record<string, 1 | -1>;
          const planned = await rows().find(filter).sort(order).skip(skip).limit(limit).toArray();
          const scanned = await rows()
            .find(filter)
            .sort(order)
            .skip(skip)
            .limit(limit)
            .hint({ $natural: 1 })
            .toArray();
          expect(planned).toEqual(scanned);
          const unordered = await rows().find(filter).toArray();
          expect(unordered).toHaveLength((await rows().find(filter).hint({ $natural: 1 }).toArray()).length);
        }
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
