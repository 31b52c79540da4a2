// Files in GridFS, as the portal keeps attachments: large ones do not live in the engine's memory.
import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { contract, onlyEmbedded, refused } from './contract.ts';

const { db } = contract();
const MEGABYTE = 1024 * 1024;
const bucketOf = (): mongoose.mongo.GridFSBucket =>
  new mongoose.mongo.GridFSBucket(db(), { bucketName: 'attachments' });

async function upload(
  bucket: mongoose.mongo.GridFSBucket,
  content: Buffer,
): Promise<mongoose.mongo.ObjectId> {
  const stream = bucket.openUploadStream('scan.pdf', { metadata: { sha256: 'x' } });
  await pipeline(Readable.from([content]), stream);
  return stream.id;
}

describe('a file of ten megabytes', () => {
  test('is stored, read, read in part, and deleted with all its pieces', async () => {
    const bucket = bucketOf();
    const content = randomBytes(10 * MEGABYTE);
    const id = await upload(bucket, content);
    expect((await buffer(bucket.openDownloadStream(id))).equals(content)).toBe(true);
    const part = await buffer(bucket.openDownloadStream(id, { start: 3_000_000, end: 3_700_000 }));
    expect(part.equals(content.subarray(3_000_000, 3_700_000))).toBe(true);
    expect(await bucket.find({ _id: id }).toArray()).toMatchObject([
      { length: 10 * MEGABYTE, filename: 'scan.pdf', metadata: { sha256: 'x' } },
    ]);
    await bucket.delete(id);
    expect(await db().collection('attachments.chunks').countDocuments()).toBe(0);
    expect((await refused(buffer(bucket.openDownloadStream(id)))).message).toMatch(/FileNotFound/);
  });
});

onlyEmbedded('two hundred megabytes of files', () => {
  test('do not stay in memory', async () => {
    const bucket = bucketOf();
    const content = randomBytes(10 * MEGABYTE);
    const resident = async (): Promise<number> => {
      const { mem } = (await db().command({ serverStatus: 1 })) as unknown as { mem: { resident: number } };
      return mem.resident;
    };
    await upload(bucket, content);
    const before = await resident();
    for (let n = 0; n < 20; n++) await upload(bucket, content);
    expect((await resident()) - before).toBeLessThan(150);
  });
});
