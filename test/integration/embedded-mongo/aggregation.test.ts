// Pipelines: the stages there are, and that everything else is refused by name.
import { describe, expect, test } from '@jest/globals';
import { type Fields, contract, onlyEmbedded, refused } from './contract.ts';

const { rows, db } = contract();
const aggregate = (...pipeline: Fields[]): Promise<Fields[]> => rows().aggregate(pipeline).toArray();

const cases = [
  { _id: 1, office: 'a', state: 'open', sum: 10, at: new Date('2026-01-31T20:30:00Z'), tags: ['x', 'y'] },
  { _id: 2, office: 'a', state: 'done', sum: 5.5, at: new Date('2026-02-01T00:00:00Z'), tags: [] },
  { _id: 3, office: 'b', state: 'open', sum: null, at: new Date('2026-02-15T12:00:00Z') },
  { _id: 4, office: 'b', state: 'open', at: new Date('2026-03-01T12:00:00Z'), tags: ['y'] },
];

describe('stages', () => {
  test('$group with its accumulators', async () => {
    await rows().insertMany(cases);
    const groups = await aggregate(
      { $sort: { _id: 1 } },
      {
        $group: {
          _id: '$office',
          count: { $sum: 1 },
          also: { $count: {} },
          sum: { $sum: '$sum' },
          mean: { $avg: '$sum' },
          least: { $min: '$sum' },
          most: { $max: '$at' },
          first: { $first: '$state' },
          last: { $last: '$state' },
          all: { $push: '$sum' },
          states: { $addToSet: '$state' },
        },
      },
      { $sort: { _id: 1 } },
    );
    expect(groups).toEqual([
      {
        _id: 'a',
        count: 2,
        also: 2,
        sum: 15.5,
        mean: 7.75,
        least: 5.5,
        most: cases[1]?.at,
        first: 'open',
        last: 'done',
        all: [10, 5.5],
        states: ['open', 'done'],
      },
      {
        _id: 'b',
        count: 2,
        also: 2,
        sum: 0,
        mean: null,
        least: null,
        most: cases[3]?.at,
        first: 'open',
        last: 'open',
        all: [null],
        states: ['open'],
      },
    ]);
    expect(
      await aggregate(
        { $group: { _id: { s: '$state', t: '$nothing' }, n: { $sum: 1 } } },
        { $sort: { n: 1 } },
      ),
    ).toEqual([
      { _id: { s: 'done' }, n: 1 },
      { _id: { s: 'open' }, n: 3 },
    ]);
  });

  test('$match, $sort, $skip, $limit, $count, $sortByCount, $sample', async () => {
    await rows().insertMany(cases);
    expect(
      await aggregate(
        { $match: { state: 'open' } },
        { $sort: { _id: -1 } },
        { $skip: 1 },
        { $limit: 1 },
        { $project: { _id: 1 } },
      ),
    ).toEqual([{ _id: 3 }]);
    expect(
      await aggregate({ $limit: 3 }, { $sort: { _id: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }),
    ).toEqual([{ _id: 3 }]);
    expect(await aggregate({ $match: { state: 'open' } }, { $count: 'open' })).toEqual([{ open: 3 }]);
    expect(await aggregate({ $match: { state: 'none' } }, { $count: 'open' })).toEqual([]);
    expect(await aggregate({ $sortByCount: '$state' })).toEqual([
      { _id: 'open', count: 3 },
      { _id: 'done', count: 1 },
    ]);
    expect(await aggregate({ $sample: { size: 2 } })).toHaveLength(2);
  });

  test('$project, $set, $unset, $replaceRoot', async () => {
    await rows().insertOne({ _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ n: 1, m: 1 }, { n: 2 }] });
    expect(
      await aggregate({ $project: { _id: 0, 'b.c': 1, total: { $add: ['$a', '$b.d'] }, ns: '$list.n' } }),
    ).toEqual([{ b: { c: 2 }, total: 4, ns: [1, 2] }]);
    expect(await aggregate({ $set: { 'b.e': '$a', 'list.k': 0, gone: '$nothing' } })).toEqual([
      {
        _id: 1,
        a: 1,
        b: { c: 2, d: 3, e: 1 },
        list: [
          { n: 1, m: 1, k: 0 },
          { n: 2, k: 0 },
        ],
      },
    ]);
    expect(await aggregate({ $unset: ['b', 'list.n'] })).toEqual([{ _id: 1, a: 1, list: [{ m: 1 }, {}] }]);
    expect(await aggregate({ $replaceRoot: { newRoot: { $mergeObjects: ['$b', { c: 9 }] } } })).toEqual([
      { c: 9, d: 3 },
    ]);
    expect(await rows().findOne()).toEqual({
      _id: 1,
      a: 1,
      b: { c: 2, d: 3 },
      list: [{ n: 1, m: 1 }, { n: 2 }],
    });
  });

  test('$unwind with index and with empty arrays', async () => {
    await rows().insertMany(cases);
    expect(await aggregate({ $unwind: '$tags' }, { $project: { tags: 1 } })).toEqual([
      { _id: 1, tags: 'x' },
      { _id: 1, tags: 'y' },
      { _id: 4, tags: 'y' },
    ]);
    const kept = await aggregate(
      { $unwind: { path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true } },
      { $project: { tags: 1, i: 1 } },
    );
    expect(kept).toEqual([
      { _id: 1, tags: 'x', i: 0 },
      { _id: 1, tags: 'y', i: 1 },
      { _id: 2, i: null },
      { _id: 3, i: null },
      { _id: 4, tags: 'y', i: 0 },
    ]);
  });

  test('$lookup by fields, by pipeline, and of a collection that is not there', async () => {
    await rows().insertMany([{ _id: 1, office: 'a', ids: [1, 2] }, { _id: 2, office: 'z' }, { _id: 3 }]);
    await db()
      .collection<Fields & { _id: number }>('offices')
      .insertMany([{ _id: 1, code: 'a' }, { _id: 2, code: 'b' }, { _id: 3 }]);
    const byField = await aggregate({
      $lookup: { from: 'offices', localField: 'office', foreignField: 'code', as: 'found.here' },
    });
    expect(byField.map(({ found }) => found)).toEqual([
      { here: [{ _id: 1, code: 'a' }] },
      { here: [] },
      { here: [{ _id: 3 }] },
    ]);
    const byArray = await aggregate(
      { $match: { _id: 1 } },
      { $lookup: { from: 'offices', localField: 'ids', foreignField: '_id', as: 'o' } },
    );
    expect(byArray[0]?.o).toHaveLength(2);
    const pipeline = [{ $match: { $expr: { $eq: ['$code', '$$own'] } } }, { $project: { _id: 0 } }];
    const byPipeline = await aggregate(
      { $match: { _id: 1 } },
      { $lookup: { from: 'offices', let: { own: '$office' }, pipeline, as: 'o' } },
    );
    expect(byPipeline[0]?.o).toEqual([{ code: 'a' }]);
    expect(
      (await aggregate({ $lookup: { from: 'none', localField: 'a', foreignField: 'b', as: 'o' } }))[0]?.o,
    ).toEqual([]);
  });

  test('$facet and $bucket', async () => {
    await rows().insertMany(cases);
    const [facets] = await aggregate({
      $facet: {
        open: [{ $match: { state: 'open' } }, { $count: 'n' }],
        sums: [
          {
            $bucket: {
              groupBy: '$sum',
              boundaries: [0, 6, 12],
              default: 'none',
              output: { ids: { $push: '$_id' } },
            },
          },
        ],
      },
    });
    expect(facets).toEqual({
      open: [{ n: 3 }],
      sums: [
        { _id: 0, ids: [2] },
        { _id: 6, ids: [1] },
        { _id: 'none', ids: [3, 4] },
      ],
    });
  });

  test('results come in batches', async () => {
    await rows().insertMany(Array.from({ length: 500 }, (_, _id) => ({ _id })));
    expect(
      await rows()
        .aggregate([{ $set: { a: 1 } }], { batchSize: 10 })
        .toArray(),
    ).toHaveLength(500);
  });
});

describe('refusals', () => {
  test.each<[string, Fields, number]>([
    ['an unknown stage', { $foo: {} }, 40324],
    ['a stage of two fields', { $match: {}, $limit: 1 }, 40323],
    ['an unknown expression', { $project: { a: { $foo: 1 } } }, 168],
    ['an unknown expression inside another', { $set: { a: { $cond: [true, { $foo: 1 }, 2] } } }, 168],
    ['an unknown accumulator', { $group: { _id: null, a: { $foo: 1 } } }, 15952],
    ['a limit of zero', { $limit: 0 }, 15958],
  ])('%s', async (_what, stage, code) => {
    expect((await refused(aggregate(stage))).code).toBe(code);
  });

  onlyEmbedded('of what this engine has not', () => {
    test.each([
      ['$out', 'x'],
      ['$merge', { into: 'x' }],
      ['$graphLookup', {}],
      ['$setWindowFields', {}],
    ])('%s is refused by name', async (stage, spec) => {
      const error = await refused(aggregate({ [stage]: spec }));
      expect(error.message).toContain(stage);
      expect(error.code).toBe(238);
    });
  });
});
