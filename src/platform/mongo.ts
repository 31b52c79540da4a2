// The one truth. Opens the connection with the write concern every invariant stands on, and translates MongoDB's refusals once.
import mongoose, { type Connection } from 'mongoose';
import type { Log } from './log.ts';

/** A write is acknowledged when a majority has it in the journal: what was acknowledged survives. */
const WRITE_CONCERN = { w: 'majority', j: true, wtimeout: 10_000 } as const;

/**
 * Connects, and fails after ten seconds when no server answers.
 * @param options.database name of the database; the one in the URI when absent
 */
export async function connectMongo(
  uri: string,
  log: Log,
  options: { database?: string } = {},
): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    ...(options.database === undefined ? {} : { dbName: options.database }),
    writeConcern: WRITE_CONCERN,
    serverSelectionTimeoutMS: 10_000,
    autoIndex: false,
    autoCreate: false,
    maxPoolSize: 20,
  });
  connection.on('error', (error) => log.error({ err: error as unknown }, 'database connection'));
  return connection.asPromise();
}

/** Creates what the schemas ask for: collections and indexes. Called once at the start of each process. */
export async function prepareMongo(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) await model.createIndexes();
}

/** Whether a write was refused because a unique index already holds that value; `field` narrows it to one index. */
export function isDuplicate(error: unknown, field?: string): boolean {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11_000) return false;
  const pattern: unknown = error.keyPattern;
  return field === undefined || (typeof pattern === 'object' && pattern !== null && field in pattern);
}

/** The bytes of a binary field: a lean query gives BSON's Binary where the schema says Buffer. */
export function bytesOfField(value: Buffer | { readonly buffer: Uint8Array }): Uint8Array {
  return Buffer.isBuffer(value) ? value : value.buffer;
}
