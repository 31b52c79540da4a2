// What the embedded engine forgets, and when: idle cursors after ten minutes, the memory of retryable writes after thirty.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Binary } from 'bson';
import { Cursors } from '../../../sandbox/embedded-mongo/cursors.ts';
import { Sessions } from '../../../sandbox/embedded-mongo/sessions.ts';
import { Storage } from '../../../sandbox/embedded-mongo/storage.ts';
import { docOf } from '../../../sandbox/embedded-mongo/values.ts';
import { temporaryFolder } from '../../support/embedded-engine.ts';

const MINUTE = 60_000;

function* documents(count: number): Generator<Buffer, undefined> {
  for (let n = 0; n < count; n++) yield Buffer.from([n]);
  return undefined;
}

describe('a cursor', () => {
  test('that was idle for more than ten minutes is not found any more', () => {
    const cursors = new Cursors();
    const { id } = cursors.open('k.rows', documents(5), { batchSize: 2 });
    cursors.expire(Date.now() + 9 * MINUTE);
    expect(cursors.more(id, 'k.rows', 1).documents).toHaveLength(1);
    cursors.expire(Date.now() + 11 * MINUTE);
    expect(() => cursors.more(id, 'k.rows', 1)).toThrow(/not found/);
  });

  test('that is exhausted or of another collection is not found', () => {
    const cursors = new Cursors();
    const { id } = cursors.open('k.rows', documents(3), { batchSize: 2 });
    expect(() => cursors.more(id, 'k.other', 1)).toThrow(/not found/);
    expect(cursors.more(id, 'k.rows', 5)).toMatchObject({ id: 0n });
    expect(() => cursors.more(id, 'k.rows', 1)).toThrow(/not found/);
    expect(cursors.size).toBe(0);
  });
});

describe('the memory of a retryable write', () => {
  const folder = temporaryFolder();
  let storage: Storage;
  const body = docOf({ lsid: docOf({ id: new Binary(Buffer.alloc(16, 7), 4) }), txnNumber: 3n });

  beforeEach(async () => {
    storage = await Storage.open({
      directory: folder.path,
      onBroken: (error) => {
        throw error;
      },
    });
  });
  afterEach(async () => {
    await storage.close();
    folder.remove();
  });

  test('is there for thirty minutes, also after a new start, and then gone from the disk too', async () => {
    const sessions = new Sessions(storage);
    const attempt = sessions.attempt(body);
    expect(attempt?.known(0)).toBeUndefined();
    attempt?.note(0, docOf({ n: 1 }));
    if (attempt) await storage.settled(sessions.save(attempt, body.lsid));
    const restarted = new Sessions(storage);
    await restarted.load();
    restarted.expire(Date.now() + 29 * MINUTE);
    expect(restarted.attempt(body)?.known(0)).toEqual({ n: 1 });
    restarted.expire(Date.now() + 31 * MINUTE);
    expect(restarted.attempt(body)?.known(0)).toBeUndefined();
    await storage.settled(storage.position);
    const later = new Sessions(storage);
    await later.load();
    expect(later.attempt(body)?.known(0)).toBeUndefined();
  });

  test('goes when the client ends its session', () => {
    const sessions = new Sessions(storage);
    const attempt = sessions.attempt(body);
    attempt?.note(0, docOf({ n: 1 }));
    if (attempt) sessions.save(attempt, body.lsid);
    sessions.end([body.lsid]);
    expect(sessions.attempt(body)?.known(0)).toBeUndefined();
  });
});
