// Hostile and strange messages: each costs its sender the connection, never the engine its life or its memory.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { type EngineProcess, startEngineProcess, temporaryFolder } from '../../support/embedded-engine.ts';
import { type Fields, onlyEmbedded } from './contract.ts';
import { type RawClient, message, rawClient } from './raw-client.ts';

const { BSON } = mongoose.mongo;
const folder = temporaryFolder();
let engine: EngineProcess;
let steady: RawClient;
const PING = { ping: 1, $db: 'admin' };

/** A frame of any operation with a true length, unless told otherwise. */
function frame(code: number, payload: Buffer, length = 16 + payload.length): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(9, 4);
  head.writeInt32LE(code, 12);
  return Buffer.concat([head, payload]);
}

const flags = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const body = (command: Fields): Buffer => Buffer.concat([Buffer.from([0]), BSON.serialize(command)]);

/** A message whose byte at a place, counted from the beginning of the BSON, is another. */
function damaged(place: number, value: number): Buffer {
  const bytes = message({ find: 'rows', filter: { a: 'text', b: Buffer.alloc(5) }, $db: 'komek' });
  bytes[21 + place] = value;
  return bytes;
}

/** A document that says it holds a document that says it holds a document … */
function nested(depth: number): Buffer {
  let inner = Buffer.from([5, 0, 0, 0, 0]);
  for (let n = 0; n < depth; n++) {
    const outer = Buffer.alloc(inner.length + 8);
    outer.writeInt32LE(outer.length, 0);
    outer.write('\u0003a\u0000', 4, 'latin1');
    inner.copy(outer, 7);
    inner = outer;
  }
  return inner;
}

onlyEmbedded('the wire', () => {
  beforeAll(async () => {
    engine = await startEngineProcess(folder.path);
    steady = await rawClient(engine.port);
  });
  afterAll(async () => {
    // The connection that did nothing wrong still works.
    expect(await steady.command(PING)).toMatchObject({ ok: 1 });
    steady.close();
    expect(await engine.end()).toBe(0);
    folder.remove();
  });

  const memory = async (): Promise<number> => {
    const { mem } = (await steady.command({ serverStatus: 1, $db: 'admin' })) as {
      mem: { resident: number };
    };
    return mem.resident;
  };

  describe('closes the connection of whoever sends', () => {
    test.each<[string, Buffer]>([
      ['a length of one gigabyte', frame(2013, Buffer.alloc(100), 1_073_741_824)],
      ['a negative length', frame(2013, Buffer.alloc(100), -5)],
      ['a length of zero', frame(2013, Buffer.alloc(100), 0)],
      ['an unknown operation', frame(2004711, body(PING))],
      ['an operation of old', frame(2002, body(PING))],
      ['a compressed message that was not agreed on', frame(2012, body(PING))],
      ['random bytes', Buffer.concat([flags(300), randomBytes(296)])],
      ['text of another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
      ['an OP_MSG without a section', frame(2013, flags(0))],
      ['an OP_MSG with unknown flags', frame(2013, Buffer.concat([flags(4), body(PING)]))],
      ['a section of unknown kind', frame(2013, Buffer.concat([flags(0), Buffer.from([7]), body(PING)]))],
      ['two bodies', frame(2013, Buffer.concat([flags(0), body(PING), body(PING)]))],
      [
        'a sequence that reaches beyond its message',
        frame(
          2013,
          Buffer.concat([flags(0), body(PING), Buffer.from([1]), flags(5000), Buffer.from('docs\u0000')]),
        ),
      ],
      [
        'BSON that is cut off',
        frame(2013, Buffer.concat([flags(0), body({ find: 'rows', $db: 'k' }).subarray(0, -4)])),
      ],
      ['BSON with a length beyond its message', damaged(1, 0x7f)],
      ['BSON with a text of a wrong length', damaged(10, 0x70)],
      ['BSON with an unknown type', damaged(4, 0x44)],
      ['BSON without an end', damaged(62, 1)],
      [
        'an OP_QUERY that is no hello',
        frame(
          2004,
          Buffer.concat([
            flags(0),
            Buffer.from('k.rows\u0000'),
            flags(0),
            flags(1),
            BSON.serialize({ a: 1 }),
          ]),
        ),
      ],
      ['an OP_QUERY without an end', frame(2004, Buffer.concat([flags(0), Buffer.alloc(40, 65)]))],
    ])('%s', async (_what, bytes) => {
      const client = await rawClient(engine.port);
      client.socket.write(bytes);
      await client.closed();
      expect(await steady.command(PING)).toMatchObject({ ok: 1 });
    });
  });

  test('every single damaged byte of a message leaves the engine alive for others', async () => {
    const sound = message({
      insert: 'rows',
      documents: [{ a: [1, 'x', new Date(), null] }],
      ordered: true,
      $db: 'komek',
    });
    for (let place = 16; place < sound.length; place++) {
      const bytes = Buffer.from(sound);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
      const client = await rawClient(engine.port);
      client.socket.write(bytes);
      expect(await steady.command(PING)).toMatchObject({ ok: 1 });
      client.close();
    }
    expect(await steady.command(PING)).toMatchObject({ ok: 1 });
  });

  test('half-sent messages that claim to be large hold no more memory than was sent', async () => {
    const before = await memory();
    const clients = await Promise.all(Array.from({ length: 100 }, () => rawClient(engine.port)));
    for (const client of clients) client.socket.write(frame(2013, Buffer.alloc(1000), 47_000_000));
    await steady.command(PING);
    expect((await memory()) - before).toBeLessThan(50);
    for (const client of clients) client.close();
  });

  test('documents nested too deep are refused, and the connection lives on', async () => {
    const client = await rawClient(engine.port);
    const deep = nested(5000);
    const command = BSON.serialize({ find: 'rows', $db: 'komek' });
    const whole = Buffer.concat([
      command.subarray(0, -1),
      Buffer.from('\u0003filter\u0000', 'latin1'),
      deep,
      Buffer.from([0]),
    ]);
    whole.writeInt32LE(whole.length, 0);
    client.socket.write(frame(2013, Buffer.concat([flags(0), Buffer.from([0]), whole])));
    expect(await client.reply()).toMatchObject({ ok: 0, code: 15 });
    expect(await client.command(PING)).toMatchObject({ ok: 1 });
    client.close();
  });

  test('messages that come byte by byte, or many at once, are answered in their order', async () => {
    const client = await rawClient(engine.port);
    for (const byte of message({ count: 'none', $db: 'komek' })) client.socket.write(Buffer.from([byte]));
    expect(await client.reply()).toEqual({ n: 0, ok: 1 });
    const inserts = Array.from({ length: 50 }, (_, _id) =>
      message({ insert: 'order', documents: [{ _id }], $db: 'komek' }),
    );
    client.socket.write(Buffer.concat([...inserts, message({ count: 'order', $db: 'komek' })]));
    for (let n = 0; n < 50; n++) expect(await client.reply()).toEqual({ n: 1, ok: 1 });
    expect(await client.reply()).toEqual({ n: 50, ok: 1 });
    client.close();
  });

  test('a message that wants no reply gets none', async () => {
    const client = await rawClient(engine.port);
    const silent = frame(
      2013,
      Buffer.concat([flags(2), body({ insert: 'silent', documents: [{ _id: 1 }], $db: 'komek' })]),
    );
    client.socket.write(Buffer.concat([silent, message({ count: 'silent', $db: 'komek' })]));
    expect(await client.reply()).toEqual({ n: 1, ok: 1 });
    client.close();
  });

  test('a client that does not read does not make the engine gather replies', async () => {
    const fill = Array.from({ length: 20 }, (_, _id) => ({ _id, text: 'x'.repeat(30_000) }));
    await steady.command({ insert: 'large', documents: fill, $db: 'komek' });
    const before = await memory();
    const client = await rawClient(engine.port);
    client.socket.pause();
    client.socket.write(
      Buffer.concat(Array.from({ length: 2000 }, () => message({ find: 'large', $db: 'komek' }))),
    );
    await steady.command(PING);
    await steady.command(PING);
    expect((await memory()) - before).toBeLessThan(200);
    client.close();
  });
});

onlyEmbedded('commands', () => {
  const ask = async (command: Fields): Promise<Fields> => {
    const place = temporaryFolder();
    const own = await startEngineProcess(place.path);
    const client = await rawClient(own.port);
    const reply = await client.command({ ...command, $db: 'komek' });
    client.close();
    await own.end();
    place.remove();
    return reply;
  };

  test('that nobody knows, and fields that nobody knows, are refused', async () => {
    expect(await ask({ foo: 1 })).toMatchObject({ ok: 0, code: 59, codeName: 'CommandNotFound' });
    expect(await ask({ find: 'rows', foo: 1 })).toMatchObject({ ok: 0, code: 40415 });
  });

  test('for signing in say that there is no sign-in', async () => {
    expect((await ask({ saslStart: 1, mechanism: 'SCRAM-SHA-256' })).errmsg).toMatch(/no users/);
  });
});
