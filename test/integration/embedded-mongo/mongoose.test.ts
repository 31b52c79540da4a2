// mongoose over the engine: what the stores of the portal use of it.
/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- mongoose takes literals where its types name a class */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { contract, refused } from './contract.ts';

const { uri } = contract();
let connection: mongoose.Connection;

beforeAll(async () => {
  connection = await mongoose.createConnection(uri(), { dbName: 'komek_contract' }).asPromise();
});
beforeEach(() => {
  for (const name of connection.modelNames()) connection.deleteModel(name);
});
afterAll(() => connection.close());

const addressSchema = new mongoose.Schema({ city: String, house: Number }, { _id: false });
const caseSchema = new mongoose.Schema(
  {
    number: { type: String, unique: true },
    state: { type: String, required: true, index: true },
    amount: mongoose.Schema.Types.Decimal128,
    scan: Buffer,
    answers: { type: Map, of: String },
    address: addressSchema,
    office: { type: mongoose.Schema.Types.ObjectId, ref: 'Office' },
    steps: [{ name: String, at: Date }],
  },
  { timestamps: true, optimisticConcurrency: true },
);

const makeCases = () => connection.model('Case', caseSchema);

describe('documents', () => {
  test('maps, buffers, decimals, sub-documents and dates come back', async () => {
    const Case = makeCases();
    await Case.init();
    const stored = await Case.create({
      number: 'KZ-1',
      state: 'received',
      amount: '1250.50',
      scan: Buffer.from([1, 2, 3]),
      answers: new Map([
        ['q1', 'иә'],
        ['q2', 'жоқ'],
      ]),
      address: { city: 'Алматы', house: 5 },
      steps: [{ name: 'received', at: new Date(0) }],
    });
    const found = await Case.findById(stored._id).orFail();
    expect(found.amount?.toString()).toBe('1250.50');
    expect([...(found.scan ?? [])]).toEqual([1, 2, 3]);
    expect(found.answers?.get('q2')).toBe('жоқ');
    expect(found.address).toMatchObject({ city: 'Алматы', house: 5 });
    expect(found.steps[0]?.at).toEqual(new Date(0));
    expect(found.createdAt).toBeInstanceOf(Date);
  });

  test('a second save of the same version is refused', async () => {
    const Case = makeCases();
    const { _id } = await Case.create({ number: 'KZ-2', state: 'received' });
    const [first, second] = await Promise.all([Case.findById(_id).orFail(), Case.findById(_id).orFail()]);
    first.state = 'assigned';
    await first.save();
    second.state = 'decided';
    expect((await refused(second.save())).name).toBe('VersionError');
    expect((await Case.findById(_id).orFail()).state).toBe('assigned');
  });

  test('a changed member of an array is the only thing that is written', async () => {
    const Case = makeCases();
    const doc = await Case.create({ number: 'KZ-3', state: 'x', steps: [{ name: 'a' }, { name: 'b' }] });
    doc.steps[1]?.set('name', 'c');
    doc.steps.push({ name: 'd' });
    await doc.save();
    doc.steps.pull(doc.steps[0]?._id);
    await doc.save();
    expect((await Case.findById(doc._id).orFail()).steps.map(({ name }) => name)).toEqual(['c', 'd']);
  });
});

describe('models', () => {
  test('indexes are made and kept in step with the schema', async () => {
    const Case = makeCases();
    await Case.createCollection();
    await Case.syncIndexes();
    expect(Object.keys(await Case.collection.indexInformation()).sort()).toEqual([
      '_id_',
      'number_1',
      'state_1',
    ]);
    await Case.collection.createIndexes([{ key: { stray: 1 } }]);
    expect(await Case.syncIndexes()).toEqual(['stray_1']);
    expect(await Case.diffIndexes()).toMatchObject({ toDrop: [], toCreate: [] });
    await Case.create({ number: 'KZ-1', state: 'x' });
    expect(await refused(Case.create({ number: 'KZ-1', state: 'x' }))).toMatchObject({
      code: 11000,
      keyPattern: { number: 1 },
    });
  });

  test('populate, lean, cursor, exists, distinct, countDocuments', async () => {
    const Office = connection.model('Office', new mongoose.Schema({ name: String }));
    const Case = makeCases();
    const office = await Office.create({ name: 'Алматы' });
    await Case.insertMany(
      Array.from({ length: 30 }, (_, n) => ({
        number: `KZ-${n}`,
        state: n % 2 ? 'odd' : 'even',
        office: office._id,
      })),
    );
    const populated = await Case.findOne({ number: 'KZ-7' })
      .populate<{ office: { name: string } }>('office')
      .orFail();
    expect(populated.office.name).toBe('Алматы');
    const numbers: string[] = [];
    for await (const each of Case.find({ state: 'odd' }).sort({ _id: 1 }).lean().cursor({ batchSize: 4 }))
      numbers.push(each.number ?? '');
    expect(numbers).toEqual(Array.from({ length: 15 }, (_, n) => `KZ-${n * 2 + 1}`));
    expect(await Case.exists({ number: 'KZ-7' })).not.toBeNull();
    expect((await Case.distinct('state')).sort()).toEqual(['even', 'odd']);
    expect(await Case.countDocuments({ state: 'odd' })).toBe(15);
    const [group] = await Case.aggregate<{ n: number }>([
      { $match: { state: 'odd' } },
      { $group: { _id: '$office', n: { $sum: 1 } } },
    ]);
    expect(group?.n).toBe(15);
  });

  test('findOneAndUpdate with upsert, bulkSave and updateMany', async () => {
    const Case = makeCases();
    const made = await Case.findOneAndUpdate(
      { number: 'KZ-1' },
      { $setOnInsert: { state: 'new' } },
      { upsert: true, returnDocument: 'after' },
    );
    expect(made).toMatchObject({ number: 'KZ-1', state: 'new', __v: 0 });
    await Case.create({ number: 'KZ-2', state: 'new' });
    const all = await Case.find().sort({ number: 1 });
    for (const each of all) each.state = `${each.number}-changed`;
    await Case.bulkSave(all);
    expect(await Case.distinct('state')).toEqual(['KZ-1-changed', 'KZ-2-changed']);
    expect(await Case.updateMany({}, { $set: { state: 'z' } })).toMatchObject({ modifiedCount: 2 });
    expect(await Case.deleteMany({ state: 'z' })).toMatchObject({ deletedCount: 2 });
  });

  test('a transaction is refused in plain words', async () => {
    const Case = makeCases();
    const session = await connection.startSession();
    const transaction = session.withTransaction(() =>
      Case.create([{ number: 'KZ-1', state: 'x' }], { session }),
    );
    expect((await refused(transaction)).message).toMatch(/transactions/);
    await session.endSession();
    expect(await Case.countDocuments()).toBe(0);
  });
});
