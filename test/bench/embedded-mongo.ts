// Measures the embedded engine, by hand: node --import tsx test/bench/embedded-mongo.ts
// Starts its own process with its own folder, unless KOMEK_BENCH_MONGODB_URI names another MongoDB to compare with.
import mongoose from 'mongoose';
import { startEngineProcess, temporaryFolder } from '../support/embedded-engine.ts';

const CASES = 10_000;
const SECONDS = 3;

/** Runs `once` again and again on several clients; how many were done in a second, and the middle time of one in milliseconds. */
async function measure(
  name: string,
  clients: number,
  once: (turn: number) => Promise<unknown>,
): Promise<void> {
  const times: number[] = [];
  const begin = performance.now();
  const end = begin + SECONDS * 1000;
  let turn = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const start = performance.now();
        await once(turn++);
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  const rate = Math.round(times.length / seconds);
  console.log(
    `${name.padEnd(58)} ${String(rate).padStart(7)}/s   median ${at(0.5)} ms   99 % ${at(0.99)} ms`,
  );
}

const folder = temporaryFolder();
const external = process.env.KOMEK_BENCH_MONGODB_URI;
const engine = external === undefined ? await startEngineProcess(folder.path) : undefined;
const client = new mongoose.mongo.MongoClient(external ?? engine?.uri ?? '', { maxPoolSize: 50 });
await client.connect();
const db = client.db('komek_bench');
await db.dropDatabase();
const cases = db.collection<{
  _id: string;
  officeId: string;
  state: string;
  dueAt: Date;
  version: number;
  text: string;
}>('cases');
await cases.createIndexes([
  { key: { officeId: 1, state: 1, dueAt: 1 } },
  { key: { number: 1 }, unique: true },
]);

const states = ['received', 'registered', 'assigned', 'decided', 'issued'];
const text = 'x'.repeat(600);
const makeCase = (n: number) => ({
  _id: `case-${n}`,
  number: `KZ-${n}`,
  officeId: `office-${n % 20}`,
  state: states[n % states.length] ?? '',
  dueAt: new Date(1_700_000_000_000 + ((n * 7919) % CASES) * 60_000),
  version: 0,
  text,
});

console.log(`engine: ${external ?? 'embedded'}, documents of about 800 bytes, write concern majority and j`);
const loading = performance.now();
for (let n = 0; n < CASES; n += 1000)
  await cases.insertMany(Array.from({ length: 1000 }, (_, i) => makeCase(n + i)));
console.log(`${CASES} cases stored in ${Math.round(performance.now() - loading)} ms`);

const durable = { writeConcern: { w: 'majority' as const, journal: true } };
const fresh = db.collection<{ _id: string; text: string }>('fresh');
const random = (): number => Math.floor(Math.random() * CASES);
const guarded = async (): Promise<void> => {
  const _id = `case-${random()}`;
  const found = await cases.findOne({ _id });
  await cases.findOneAndUpdate({ _id, version: found?.version ?? 0 }, { $inc: { version: 1 } }, durable);
};
await measure('insertOne, one client', 1, (n) => fresh.insertOne({ _id: `one-${n}`, text }, durable));
await measure('insertOne, 20 clients', 20, (n) => fresh.insertOne({ _id: `many-${n}`, text }, durable));
await measure('guarded findOneAndUpdate, one client', 1, () =>
  cases.findOneAndUpdate(
    { _id: `case-${random()}`, version: { $gte: 0 } },
    { $inc: { version: 1 } },
    durable,
  ),
);
await measure('guarded findOneAndUpdate, 20 clients', 20, () =>
  cases.findOneAndUpdate(
    { _id: `case-${random()}`, version: { $gte: 0 } },
    { $inc: { version: 1 } },
    durable,
  ),
);
await measure('findOne and guarded findOneAndUpdate, 20 clients', 20, guarded);
await measure('indexed findOne, one client', 1, () => cases.findOne({ _id: `case-${random()}` }));
await measure('indexed findOne, 20 clients', 20, () => cases.findOne({ _id: `case-${random()}` }));
const queue = () =>
  cases
    .find({ officeId: `office-${random() % 20}`, state: 'received' })
    .sort({ dueAt: 1 })
    .limit(50)
    .toArray();
await measure("office's queue of 50 over 10,000 cases, one client", 1, queue);
await measure('search without an index over 10,000 cases, one client', 1, () =>
  cases.findOne({ text: 'none' }),
);

await client.close();
if (engine) {
  await engine.end();
  const starting = performance.now();
  const again = await startEngineProcess(folder.path);
  console.log(`started again over what was stored in ${Math.round(performance.now() - starting)} ms`);
  await again.end();
}
folder.remove();
