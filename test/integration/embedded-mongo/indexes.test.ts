// Indexes: what they refuse, what TTL takes away, and that a query goes along them instead of through the collection.
import { describe, expect, test } from '@jest/globals';
import { type Fields, contract, onlyEmbedded, refused } from './contract.ts';

const { rows, db, index } = contract(['--sweep-every', '50']);

interface Explained {
  executionStats: { nReturned: number; totalDocsExamined: number; totalKeysExamined: number };
  queryPlanner: { winningPlan: Fields };
}

/** What explain says about a find. */
async function explained(
  filter: Fields,
  more: Fields = {},
): Promise<{ returned: number; examined: number; plan: string }> {
  const command = { explain: { find: 'rows', filter, ...more }, verbosity: 'executionStats' };
  const { executionStats, queryPlanner } = (await db().command(command)) as unknown as Explained;
  return {
    returned: executionStats.nReturned,
    examined: executionStats.totalDocsExamined,
    plan: JSON.stringify(queryPlanner.winningPlan),
  };
}

describe('unique indexes', () => {
  test('count missing as null, unless they are sparse or partial', async () => {
    await index({ a: 1 }, { unique: true });
    await index({ b: 1 }, { unique: true, sparse: true });
    await index({ c: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await rows().insertOne({ _id: 1, c: 1, open: true });
    expect((await refused(rows().insertOne({ _id: 2 }))).keyPattern).toEqual({ a: 1 });
    await rows().insertOne({ _id: 3, a: 3, c: 1 });
    expect((await refused(rows().insertOne({ _id: 4, a: 4, c: 1, open: true }))).keyPattern).toEqual({
      c: 1,
    });
    expect((await refused(rows().updateOne({ _id: 3 }, { $set: { open: true } }))).code).toBe(11000);
    await rows().updateOne({ _id: 1 }, { $set: { open: false } });
    await rows().updateOne({ _id: 3 }, { $set: { open: true } });
    expect(await rows().countDocuments({ c: 1, open: true })).toBe(1);
  });

  test('hold for every member of an array, not within one document', async () => {
    await index({ 'phones.number': 1 }, { unique: true });
    await rows().insertOne({ _id: 1, phones: [{ number: 1 }, { number: 1 }, { number: 2 }] });
    expect((await refused(rows().insertOne({ _id: 2, phones: [{ number: 2 }] }))).code).toBe(11000);
    await rows().updateOne({ _id: 1 }, { $pull: { phones: { number: 2 } as never } });
    await rows().insertOne({ _id: 2, phones: [{ number: 2 }] });
    expect(await rows().countDocuments({ 'phones.number': { $gte: 1 } })).toBe(2);
  });

  test('take numbers of different types for the same', async () => {
    await index({ n: 1 }, { unique: true });
    await rows().insertOne({ _id: 1, n: 5 });
    const { Decimal128, Long } = (await import('mongoose')).default.mongo;
    expect((await refused(rows().insertOne({ _id: 2, n: Long.fromNumber(5) }))).code).toBe(11000);
    expect((await refused(rows().insertOne({ _id: 3, n: Decimal128.fromString('5.0') }))).code).toBe(11000);
  });

  test('are refused over duplicates, and then none of the indexes asked for is made', async () => {
    await rows().insertMany([
      { _id: 1, a: 1 },
      { _id: 2, a: 1 },
    ]);
    const two = rows().createIndexes([{ key: { b: 1 } }, { key: { a: 1 }, unique: true }]);
    expect((await refused(two)).code).toBe(11000);
    expect(await rows().indexes()).toHaveLength(1);
  });
});

describe('definitions', () => {
  test('are listed as they were made, and made again without harm', async () => {
    await index({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { b: { $gt: 0 } } });
    await index({ at: 1 }, { expireAfterSeconds: 3600 });
    await index({ a: 1, b: -1 }, { unique: true, partialFilterExpression: { b: { $gt: 0 } } });
    expect(await rows().indexes()).toEqual([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      {
        v: 2,
        key: { a: 1, b: -1 },
        name: 'a_1_b_-1',
        unique: true,
        partialFilterExpression: { b: { $gt: 0 } },
      },
      { v: 2, key: { at: 1 }, name: 'at_1', expireAfterSeconds: 3600 },
    ]);
    await rows().dropIndex('at_1');
    await rows().dropIndexes();
    expect(await rows().indexes()).toHaveLength(1);
  });

  test('conflicts and unknown indexes are refused with their codes', async () => {
    await index({ a: 1 });
    expect((await refused(index({ a: 1 }, { unique: true }))).code).toBe(86);
    expect((await refused(index({ b: 1 }, { name: 'a_1' }))).code).toBe(86);
    expect((await refused(index({ a: 1 }, { name: 'other' }))).code).toBe(85);
    expect((await refused(index({ a: 1 }, { expireAfterSeconds: 5 }))).code).toBe(85);
    expect((await refused(rows().dropIndex('none'))).code).toBe(27);
    expect((await refused(rows().dropIndex('_id_'))).code).toBe(72);
    expect((await refused(db().command({ listIndexes: 'nothing' }))).code).toBe(26);
    expect(
      (
        await refused(
          rows()
            .insertOne({ _id: 1 })
            .then(() => rows().find().hint('none').toArray()),
        )
      ).code,
    ).toBe(2);
  });

  test('two arrays in one index are refused', async () => {
    await index({ a: 1, b: 1 });
    expect((await refused(rows().insertOne({ _id: 1, a: [1], b: [2] }))).code).toBe(171);
  });

  onlyEmbedded('of kinds that this engine has not', () => {
    test.each([[{ a: 'text' }], [{ a: '2dsphere' }], [{ a: 'hashed' }]])(
      '%j is refused by name',
      async (key) => {
        const made = db().command({ createIndexes: 'rows', indexes: [{ key, name: 'x' }] });
        expect((await refused(made)).code).toBe(67);
      },
    );
  });
});

describe('queries over 10,000 cases', () => {
  const CASES = 10_000;
  const states = ['received', 'registered', 'assigned', 'decided', 'issued'];
  const store = async (): Promise<void> => {
    await rows().insertMany(
      Array.from({ length: CASES }, (_, n) => ({
        _id: n,
        number: `KZ-${n}`,
        officeId: n % 20,
        state: states[n % 5],
        dueAt: new Date(1_700_000_000_000 + ((n * 7919) % CASES) * 60_000),
        tags: [`t${n % 100}`, `u${n % 7}`],
        applicant: { iin: String(n).padStart(12, '0'), phones: [{ number: n }] },
      })),
    );
    await rows().createIndexes([
      { key: { officeId: 1, state: 1, dueAt: 1 } },
      { key: { number: 1 }, unique: true },
      { key: { tags: 1 } },
      { key: { 'applicant.iin': 1 } },
      { key: { 'applicant.phones.number': 1 } },
      { key: { dueAt: -1 }, partialFilterExpression: { state: 'received' } },
    ]);
  };

  test('an equality on an indexed field looks at what it finds, and at nothing else', async () => {
    await store();
    expect(await explained({ _id: 77 })).toMatchObject({ returned: 1, examined: 1 });
    expect(await explained({ number: 'KZ-9000' })).toMatchObject({ returned: 1, examined: 1 });
    expect(await explained({ number: { $in: ['KZ-1', 'KZ-2', 'none'] } })).toMatchObject({
      returned: 2,
      examined: 2,
    });
    expect(await explained({ $and: [{ number: 'KZ-1' }, { officeId: 1 }] })).toMatchObject({
      returned: 1,
      examined: 1,
    });
    expect(await explained({ officeId: 3 })).toMatchObject({ returned: 500, examined: 500 });
    expect(await explained({ officeId: 3, state: 'decided' })).toMatchObject({
      returned: 500,
      examined: 500,
    });
    expect(await explained({ tags: 't42' })).toMatchObject({ returned: 100, examined: 100 });
    expect(await explained({ 'applicant.iin': '000000000123' })).toMatchObject({ returned: 1, examined: 1 });
    expect(await explained({ 'applicant.phones.number': 5 })).toMatchObject({ returned: 1, examined: 1 });
    expect(await explained({ 'applicant.phones': { $elemMatch: { number: 5 } } })).toMatchObject({
      returned: 1,
      examined: 1,
    });
    expect(await explained({ $or: [{ number: 'KZ-1' }, { _id: { $in: [1, 2] } }] })).toMatchObject({
      returned: 2,
    });
    expect((await explained({ $or: [{ number: 'KZ-1' }, { _id: 2 }] })).examined).toBeLessThanOrEqual(3);
    const all = await explained({ 'applicant.nothing': 1 });
    expect(all).toMatchObject({ returned: 0, examined: CASES });
    expect(all.plan).toContain('COLLSCAN');
  });

  test('a range, the beginning of a text and an order go along the index too', async () => {
    await store();
    expect(await explained({ _id: { $gte: 100, $lt: 110 } })).toMatchObject({ returned: 10, examined: 10 });
    expect(await explained({ number: /^KZ-999/ })).toMatchObject({ returned: 11, examined: 11 });
    const oneState = await explained({ officeId: 3, state: 'decided' }, { sort: { dueAt: 1 }, limit: 50 });
    expect(oneState).toMatchObject({ returned: 50, examined: 50 });
    expect(oneState.plan).not.toContain('SORT');
    const backwards = await explained({ officeId: 3, state: 'decided' }, { sort: { dueAt: -1 }, limit: 5 });
    expect(backwards).toMatchObject({ returned: 5, examined: 5 });
    const twoStates = await explained(
      { officeId: { $in: [3, 4] }, state: { $in: ['decided', 'issued'] } },
      { sort: { dueAt: 1 }, limit: 50 },
    );
    expect(twoStates.returned).toBe(50);
    expect(twoStates.examined).toBeLessThanOrEqual(200);
    expect((await explained({}, { sort: { _id: -1 }, limit: 3 })).examined).toBe(3);
  });

  test('a partial index is taken only when the filter implies it', async () => {
    await store();
    const dueAt = { $lt: new Date(1_700_000_000_000 + 100 * 60_000) };
    const inside = await explained({ state: 'received', dueAt });
    expect(inside).toMatchObject({ examined: inside.returned });
    expect(inside.plan).toContain('dueAt_-1');
    expect((await explained({ dueAt })).plan).toContain('COLLSCAN');
  });

  test('updates, deletes and pipelines go along the index as well', async () => {
    await store();
    const stats = async (command: Fields): Promise<number> =>
      ((await db().command({ explain: command, verbosity: 'executionStats' })) as unknown as Explained)
        .executionStats.totalDocsExamined;
    expect(await stats({ update: 'rows', updates: [{ q: { number: 'KZ-5' }, u: { $set: { a: 1 } } }] })).toBe(
      1,
    );
    expect(await stats({ delete: 'rows', deletes: [{ q: { number: 'KZ-5' }, limit: 1 }] })).toBe(1);
    expect(await stats({ findAndModify: 'rows', query: { number: 'KZ-5' }, remove: true })).toBe(1);
    expect(await stats({ count: 'rows', query: { number: 'KZ-5' } })).toBe(1);
    expect(await rows().countDocuments({ number: 'KZ-5' })).toBe(1);
  });

  test('an equality takes a fraction of the time of a search through everything', async () => {
    await store();
    const time = async (filter: Fields): Promise<number> => {
      const start = performance.now();
      for (let n = 0; n < 10; n++) await rows().findOne(filter);
      return performance.now() - start;
    };
    // The quickest round of each: what the machine did meanwhile can only add to a time. The way to the engine is in both.
    let indexed = Infinity;
    let searched = Infinity;
    for (let round = 0; round < 9; round++) {
      indexed = Math.min(indexed, await time({ number: 'KZ-9999' }));
      searched = Math.min(searched, await time({ 'applicant.nothing': 1 }));
    }
    expect(searched / indexed).toBeGreaterThan(1.5);
  });
});

onlyEmbedded('TTL', () => {
  test('takes away what is older than the index says, and nothing else', async () => {
    await index({ at: 1 }, { expireAfterSeconds: 100 });
    const ago = (seconds: number): Date => new Date(Date.now() - seconds * 1000);
    await rows().insertMany([
      { _id: 'old', at: ago(101) },
      { _id: 'young', at: ago(50) },
      { _id: 'one of them old', at: [ago(50), ago(500)] },
      { _id: 'no date', at: 5 },
      { _id: 'missing' },
    ]);
    const end = Date.now() + 5000;
    while ((await rows().countDocuments()) > 3 && Date.now() < end) await db().command({ ping: 1 });
    expect((await rows().find().toArray()).map(({ _id }) => _id).sort()).toEqual([
      'missing',
      'no date',
      'young',
    ]);
  });
});
