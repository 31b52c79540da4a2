// The engine as a process and as a member of a replica set: how it presents itself, what it has not, how it ends.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { startEngine } from '../../../sandbox/embedded-mongo/engine.ts';
import { startEngineProcess, temporaryFolder } from '../../support/embedded-engine.ts';
import { type Row, contract, onlyEmbedded, refused } from './contract.ts';

const MAIN = fileURLToPath(new URL('../../../sandbox/embedded-mongo/main.ts', import.meta.url));
const { MongoClient } = mongoose.mongo;

describe('a replica set', () => {
  const { db, rows, client } = contract();

  test('with sessions, a primary and retryable writes is what the driver sees', async () => {
    const hello = await db().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, logicalSessionTimeoutMinutes: 30, ok: 1 });
    expect(hello.hosts).toContain(hello.me);
    expect(Number(hello.maxWireVersion)).toBeGreaterThanOrEqual(9);
    expect(await db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  test('lists, creates and drops collections and databases', async () => {
    await db().createCollection('made');
    await rows().insertOne({ _id: 1 });
    expect((await refused(db().createCollection('rows'))).code).toBe(48);
    expect(
      (await db().listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort(),
    ).toEqual(['made', 'rows']);
    expect(await db().listCollections({ name: 'made' }).toArray()).toMatchObject([
      { name: 'made', type: 'collection' },
    ]);
    expect((await client().db('admin').admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      'komek_contract',
    );
    expect(await db().command({ collStats: 'rows' })).toMatchObject({ count: 1, nindexes: 1 });
    expect(await db().command({ dbStats: 1 })).toMatchObject({ objects: 1 });
    await db().collection('made').drop();
    await db().dropDatabase();
    expect(await db().listCollections().toArray()).toEqual([]);
    expect(
      (
        await refused(
          rows()
            .insertOne({ _id: 1 })
            .then(() => db().command({ insert: 'a$b', documents: [{}] })),
        )
      ).code,
    ).toBe(73);
  });

  test('unacknowledged writes, read concerns and write concerns are accepted', async () => {
    await rows().insertOne({ _id: 1 }, { writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5000 } });
    await rows().insertOne({ _id: 2 }, { writeConcern: { w: 0 } });
    const found = await rows()
      .find({}, { readConcern: 'majority', readPreference: 'primary', maxTimeMS: 5000, comment: 'x' })
      .toArray();
    expect(found.map(({ _id }) => _id)).toContain(1);
  });

  onlyEmbedded('of one', () => {
    test('cannot be acknowledged by two', async () => {
      const error = await refused(rows().insertOne({ _id: 1 }, { writeConcern: { w: 2 } }));
      expect(error).toMatchObject({ code: 100 });
    });

    test('has no change streams', async () => {
      const stream = rows().watch();
      expect((await refused(stream.next())).code).toBe(40573);
      await stream.close();
    });

    test('has no transactions, and says so', async () => {
      const session = client().startSession();
      session.startTransaction();
      expect(await refused(rows().insertOne({ _id: 1 }, { session }))).toMatchObject({ code: 263 });
      await session.abortTransaction();
      await session.endSession();
      expect(await rows().countDocuments()).toBe(0);
    });

    test('has no collations', async () => {
      expect((await refused(rows().find().collation({ locale: 'kk' }).toArray())).message).toMatch(
        /collation/,
      );
    });
  });
});

onlyEmbedded('the process', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends cleanly on %s, with what was acknowledged on the disk',
    async (signal) => {
      const folder = temporaryFolder();
      const engine = await startEngineProcess(folder.path);
      const client = await new MongoClient(engine.uri, { retryWrites: false }).connect();
      const rows = client.db('komek').collection<Row>('rows');
      const writes = Array.from({ length: 50 }, (_, _id) =>
        rows.insertOne({ _id }).then(
          () => _id,
          () => undefined,
        ),
      );
      await Promise.race(writes);
      expect(await engine.end(signal)).toBe(0);
      const stored = (await Promise.all(writes)).filter((id) => id !== undefined);
      await client.close();
      const again = await startEngineProcess(folder.path);
      const other = await new MongoClient(again.uri).connect();
      const found = await other.db('komek').collection<Row>('rows').distinct('_id');
      expect(found).toEqual(expect.arrayContaining(stored));
      await other.close();
      await again.end();
      folder.remove();
    },
  );

  test('ends when its standard input is closed: its parent is gone', async () => {
    const folder = temporaryFolder();
    const engine = await startEngineProcess(folder.path);
    const exit = once(engine.child, 'exit');
    engine.child.stdin?.end();
    expect(await exit).toEqual([0, null]);
    folder.remove();
  });

  test('refuses to listen elsewhere, to share a folder, and to start without one', async () => {
    const folder = temporaryFolder();
    const engine = await startEngineProcess(folder.path);
    const run = (...args: string[]): { status: number | null; stderr: string } =>
      spawnSync(process.execPath, ['--import', 'tsx', MAIN, ...args], { encoding: 'utf8' });
    const elsewhere = run('--data', folder.path, '--port', '0', '--bind', '0.0.0.0');
    expect(elsewhere).toMatchObject({ status: 1 });
    expect(elsewhere.stderr).toMatch(/127\.0\.0\.1 only/);
    const shared = run('--data', folder.path, '--port', '0');
    expect(shared).toMatchObject({ status: 1 });
    expect(shared.stderr).toMatch(/could not start: .*lock/i);
    expect(run('--port', '0').stderr).toMatch(/usage/);
    await engine.end();
    folder.remove();
  });

  test('is not reachable at another address of this machine', async () => {
    const folder = temporaryFolder();
    const engine = await startEngineProcess(folder.path);
    const others = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ internal, family }) => !internal && family === 'IPv4'),
    );
    for (const { address } of [...others, { address: '127.0.0.2' }]) {
      const [error] = (await once(connect(engine.port, address), 'error')) as [{ code: string }];
      expect(error.code).toBe('ECONNREFUSED');
    }
    await engine.end();
    folder.remove();
  });
});

onlyEmbedded('inside another process', () => {
  test('the engine starts, serves and stops', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine({ data: folder.path, port: 0 });
    const client = await new MongoClient(engine.uri).connect();
    await client
      .db('komek')
      .collection<Row>('rows')
      .insertOne({ _id: 1, at: new Date(0), bytes: Buffer.from([1]) });
    expect(
      await client
        .db('komek')
        .collection<Row>('rows')
        .findOne({ at: new Date(0) }),
    ).toMatchObject({ _id: 1 });
    await client.close();
    await engine.stop();
    folder.remove();
  });
});
