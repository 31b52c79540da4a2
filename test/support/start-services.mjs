// Before the suites that need them: Redis and a database, in a folder of their own, unless the environment names some already.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMongo, startRedis } from '../../scripts/services.mjs';

/** Jest's globalSetup: sets KOMEK_TEST_MONGODB_URI and KOMEK_TEST_REDIS_URL for all test files. */
export default async function startServices() {
  // Every project of one Jest run calls this: the first one starts, for all.
  if (globalThis.komekTestServices) return;
  const services = [];
  const folder = mkdtempSync(join(tmpdir(), 'komek-test-'));
  globalThis.komekTestServices = { services, folder };
  if (!process.env.KOMEK_TEST_REDIS_URL) {
    const redis = await startRedis({ dir: folder });
    services.push(redis);
    process.env.KOMEK_TEST_REDIS_URL = redis.url;
  }
  if (!process.env.KOMEK_TEST_MONGODB_URI) {
    const mongo = await startMongo({ dir: folder });
    services.push(mongo);
    process.env.KOMEK_TEST_MONGODB_URI = mongo.uri;
    process.env.KOMEK_TEST_MONGODB_ENGINE = mongo.engine;
  }
}
