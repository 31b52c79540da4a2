// Keeps files in GridFS, sealed, with the SHA-256 of what a person sees; a file that does not give its hash again is never handed out.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import mongoose, { type Connection } from 'mongoose';
import { newId } from '../platform/ids.ts';
import { sha256Hex } from '../platform/sha256.ts';
import type { Sealer } from '../platform/sealing.ts';

export interface StoredFile {
  readonly fileId: string;
  /** Bytes of the file itself, not of its sealed form. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

export interface DocumentStore {
  /** Stores a file; `owner` names the record it belongs to, e.g. "application/7f3k…". Acknowledged means on disk. */
  put(bytes: Uint8Array, owner: string): Promise<StoredFile>;
  /** The bytes of a file of this owner; undefined when there is none. Throws when what lies there is not what was stored. */
  get(fileId: string, owner: string): Promise<Buffer | undefined>;
  remove(fileId: string): Promise<void>;
}

interface FileNote {
  readonly owner: string;
  readonly sha256: string;
}

export function createDocumentStore(connection: Connection, sealer: Sealer): DocumentStore {
  const bucket = (): mongoose.mongo.GridFSBucket => {
    if (connection.db === undefined) throw new Error('the database is not connected');
    return new mongoose.mongo.GridFSBucket(connection.db, {
      bucketName: 'documents',
      writeConcern: { w: 'majority', journal: true },
    });
  };
  const idOf = (fileId: string) => fileId as unknown as mongoose.mongo.ObjectId;
  const find = async (fileId: string) =>
    (
      await bucket()
        .find({ _id: idOf(fileId) })
        .toArray()
    )[0];

  return {
    async put(bytes, owner) {
      const fileId = newId();
      const sha256 = sha256Hex(bytes);
      const note: FileNote = { owner, sha256 };
      // The name in GridFS is the id: what the person called the file may name a diagnosis.
      const upload = bucket().openUploadStreamWithId(idOf(fileId), fileId, { metadata: { ...note } });
      await pipeline(Readable.from([sealer.seal(bytes, `document/${fileId}/${owner}`)]), upload);
      return { fileId, size: bytes.length, sha256 };
    },
    async get(fileId, owner) {
      const file = await find(fileId);
      const note = file?.metadata as FileNote | undefined;
      if (file === undefined || note?.owner !== owner) return undefined;
      const parts: Buffer[] = [];
      for await (const part of bucket().openDownloadStream(file._id)) parts.push(part as Buffer);
      const bytes = sealer.open(Buffer.concat(parts), `document/${fileId}/${owner}`);
      if (sha256Hex(bytes) !== note.sha256) throw new Error(`document ${fileId} is damaged`);
      return bytes;
    },
    async remove(fileId) {
      const file = await find(fileId);
      if (file !== undefined) await bucket().delete(file._id);
    },
  };
}
