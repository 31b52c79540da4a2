// npm run bench: sets everything up, starts Redis and a database of its own, and measures the portal beside a bare Express route.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './machine.mjs';
import { prepare } from './prepare.mjs';

await prepare();
const { startMongo, startRedis } = await import('./services.mjs');
const folder = mkdtempSync(join(tmpdir(), 'komek-bench-'));
const redis = await startRedis({ dir: folder });
const mongo = await startMongo({ dir: folder });
const status = await run(
  process.execPath,
  ['--import', 'tsx', 'test/bench/portal.ts', ...process.argv.slice(2)],
  { env: { ...process.env, KOMEK_TEST_REDIS_URL: redis.url, KOMEK_TEST_MONGODB_URI: mongo.uri } },
);
await mongo.stop();
await redis.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(status);
