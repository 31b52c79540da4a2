// What every file of the contract suite stands on: a connection to the engine under test. That is a process of the embedded engine,
// or, to compare, the MongoDB that KOMEK_CONTRACT_MONGODB_URI names (a replica set; its database komek_contract is dropped).
import { afterAll, beforeAll, beforeEach, describe } from '@jest/globals';
import mongoose from 'mongoose';
import { type EngineProcess, startEngineProcess, temporaryFolder } from '../../support/embedded-engine.ts';

type Client = mongoose.mongo.MongoClient;
type Db = mongoose.mongo.Db;
export type Fields = Record<string, unknown>;
/** A document of the tests. */
export type Row = mongoose.mongo.BSON.Document & { _id: string | number };
type Rows = mongoose.mongo.Collection<Row>;

const EXTERNAL = process.env.KOMEK_CONTRACT_MONGODB_URI;

/** Tests of what only the embedded engine does: killing it, its files, its refusals of what it has not. */
export const onlyEmbedded: typeof describe.skip = EXTERNAL === undefined ? describe : describe.skip;

export interface Contract {
  readonly uri: () => string;
  readonly client: () => Client;
  readonly db: () => Db;
  /** The collection `rows`, empty before each test. */
  readonly rows: () => Rows;
  /** Makes an index of `rows`. */
  readonly index: (
    key: Record<string, 1 | -1>,
    options?: Omit<mongoose.mongo.IndexDescription, 'key'>,
  ) => Promise<unknown>;
}

/** Connects before the tests of a file and ends after them. */
export function contract(engineArguments: readonly string[] = []): Contract {
  const folder = temporaryFolder();
  let engine: EngineProcess | undefined;
  let client: Client | undefined;
  let uri = EXTERNAL;
  const connected = (): Client => {
    if (!client) throw new Error('the engine was not started');
    return client;
  };
  const db = (): Db => connected().db('komek_contract');
  beforeAll(async () => {
    if (uri === undefined) {
      engine = await startEngineProcess(folder.path, engineArguments);
      ({ uri } = engine);
    }
    client = new mongoose.mongo.MongoClient(uri, { maxPoolSize: 20 });
    await client.connect();
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    const name =
      EXTERNAL === undefined
        ? 'the embedded engine'
        : 'KOMEK_CONTRACT_MONGODB_URI (tests of the engine alone are skipped)';
    process.stdout.write(`contract suite runs against ${name}, version ${String(version)}\n`);
  });
  beforeEach(async () => {
    await db().dropDatabase();
  });
  afterAll(async () => {
    await client?.close();
    await engine?.end();
    folder.remove();
  });
  const rows = (): Rows => db().collection<Row>('rows');
  return {
    uri: () => uri ?? '',
    client: connected,
    db,
    rows,
    index: (key, options = {}) => rows().createIndexes([{ key, ...options }]),
  };
}

/** The error that a promise rejects with, as the driver gives it. */
export async function refused(
  promise: Promise<unknown>,
): Promise<{ code: unknown; message: string } & Fields> {
  try {
    await promise;
  } catch (error) {
    return error as { code: unknown; message: string } & Fields;
  }
  throw new Error('it was not refused');
}
