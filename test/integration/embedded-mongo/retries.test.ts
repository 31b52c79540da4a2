// The driver sends a write again when its reply was lost. The fact is stored once, also when the engine was killed in between.
import { type Socket, createConnection, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type EngineProcess, startEngineProcess, temporaryFolder } from '../../support/embedded-engine.ts';
import { type Fields, type Row, contract, onlyEmbedded } from './contract.ts';
import { type RawClient, rawClient } from './raw-client.ts';

const { Long, MongoClient, UUID } = mongoose.mongo;

/** A proxy that can swallow the next reply to a command and then cuts the connection. */
async function lossyProxy(
  target: number,
): Promise<{ port: number; loseReplyTo: (command: string) => void; lost: () => number; close: () => void }> {
  let losing: string | undefined;
  let lost = 0;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = createConnection(target, '127.0.0.1');
    let armed = false;
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (piece) => {
      if (losing !== undefined && piece.includes(`\u0002${losing}\u0000`) && piece.includes('txnNumber')) {
        armed = true;
        losing = undefined;
      }
      far.write(piece);
    });
    far.on('data', (piece) => {
      if (!armed) near.write(piece);
      else {
        lost++;
        near.destroy();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    loseReplyTo: (command) => (losing = command),
    lost: () => lost,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

onlyEmbedded('a reply that is lost on the way', () => {
  const { uri, rows } = contract();
  let losses = 0;
  let proxy: Awaited<ReturnType<typeof lossyProxy>>;
  let client: mongoose.mongo.MongoClient;
  const through = (): mongoose.mongo.Collection<Row> => client.db('komek_contract').collection<Row>('rows');

  beforeAll(async () => {
    proxy = await lossyProxy(Number(new URL(uri()).port));
    client = await new MongoClient(
      `mongodb://127.0.0.1:${proxy.port}/?directConnection=true&replicaSet=komek`,
    ).connect();
  });
  beforeEach(async () => {
    await rows().insertMany([
      { _id: 'a', n: 0, list: [] },
      { _id: 'b', n: 0 },
    ]);
  });
  afterEach(() => {
    expect(proxy.lost()).toBe(++losses);
  });
  afterAll(async () => {
    await client.close();
    proxy.close();
  });

  test('of findAndModify: the change is made once and answered as the first time', async () => {
    proxy.loseReplyTo('findAndModify');
    const result = await through().findOneAndUpdate(
      { _id: 'a', n: 0 },
      { $inc: { n: 1 } },
      { returnDocument: 'after' },
    );
    expect(result).toMatchObject({ _id: 'a', n: 1 });
    expect((await rows().findOne({ _id: 'a' }))?.n).toBe(1);
  });

  test('of an update: it is made once and counts as made', async () => {
    proxy.loseReplyTo('update');
    expect(await through().updateOne({ _id: 'a' }, { $push: { list: 'fact' as never } })).toMatchObject({
      matchedCount: 1,
      modifiedCount: 1,
    });
    expect((await rows().findOne({ _id: 'a' }))?.list).toEqual(['fact']);
  });

  test('of an insert: no duplicate is stored and none is reported', async () => {
    proxy.loseReplyTo('insert');
    await through().insertMany([{ _id: 'x' }, { _id: 'y' }]);
    expect(await rows().countDocuments()).toBe(4);
  });

  test('of a delete: it counts as made', async () => {
    proxy.loseReplyTo('delete');
    expect(await through().deleteOne({ _id: 'a' })).toEqual({ acknowledged: true, deletedCount: 1 });
  });

  test('of a bulk write: every statement is made once', async () => {
    proxy.loseReplyTo('update');
    const result = await through().bulkWrite([
      { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { _id: 'b' }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { _id: 'c' }, update: { $inc: { n: 1 } }, upsert: true } },
    ]);
    expect(result).toMatchObject({
      matchedCount: 2,
      modifiedCount: 2,
      upsertedCount: 1,
      upsertedIds: { 2: 'c' },
    });
    expect((await rows().find().sort({ _id: 1 }).toArray()).map(({ n }): unknown => n)).toEqual([1, 1, 1]);
  });
});

onlyEmbedded('the memory of retryable writes', () => {
  const folder = temporaryFolder();
  let engine: EngineProcess;
  let client: RawClient;
  const connect = async (): Promise<void> => {
    engine = await startEngineProcess(folder.path);
    client = await rawClient(engine.port);
  };
  const send = (command: Fields): Promise<Fields> => client.command({ ...command, $db: 'komek' });
  const contentOf = async (collection: string): Promise<unknown> => {
    const { cursor } = (await send({ find: collection })) as { cursor: { firstBatch: unknown } };
    return cursor.firstBatch;
  };

  beforeAll(connect);
  afterAll(async () => {
    client.close();
    await engine.end();
    folder.remove();
  });

  test('survives kill -9 and is repeated after the restart', async () => {
    const retryable = { lsid: { id: new UUID() }, txnNumber: Long.fromNumber(1) };
    const change = {
      findAndModify: 'jobs',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
      ...retryable,
    };
    const first = await send(change);
    expect(first.value).toEqual({ _id: 1, n: 1 });
    await engine.end('SIGKILL');
    await connect();
    const second = await send(change);
    expect(second.value).toEqual(first.value);
    expect(second.lastErrorObject).toEqual(first.lastErrorObject);
    expect(await contentOf('jobs')).toEqual([{ _id: 1, n: 1 }]);
  });

  test('is kept for each statement by its number, so that only what is missing is done', async () => {
    const lsid = { id: new UUID() };
    const txnNumber = Long.fromNumber(7);
    const insert = (ids: number[], stmtIds: number[]): Promise<Fields> =>
      send({ insert: 'facts', documents: ids.map((_id) => ({ _id })), stmtIds, lsid, txnNumber });
    expect(await insert([1, 2], [0, 1])).toMatchObject({ n: 2 });
    expect(await insert([2, 3], [1, 2])).toMatchObject({ n: 2, retriedStmtIds: [1] });
    expect(await contentOf('facts')).toEqual([{ _id: 1 }, { _id: 2 }, { _id: 3 }]);
  });

  test('knows the last number of a session: the next one is new, an older one is refused', async () => {
    const lsid = { id: new UUID() };
    const updates = [{ q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true }];
    const increase = (number: number): Promise<Fields> =>
      send({ update: 'numbers', updates, lsid, txnNumber: Long.fromNumber(number) });
    await increase(1);
    await increase(2);
    await increase(2);
    expect(await contentOf('numbers')).toEqual([{ _id: 1, n: 2 }]);
    expect((await increase(1)).code).toBe(225);
  });

  test('what was refused is not remembered: it may succeed later', async () => {
    const retryable = { lsid: { id: new UUID() }, txnNumber: Long.fromNumber(1) };
    await send({ insert: 'unique', documents: [{ _id: 1 }] });
    const again = { insert: 'unique', documents: [{ _id: 1 }], ...retryable };
    expect(await send(again)).toMatchObject({ n: 0, writeErrors: [{ code: 11000 }] });
    await send({ delete: 'unique', deletes: [{ q: {}, limit: 0 }] });
    expect(await send(again)).toMatchObject({ n: 1 });
  });
});
