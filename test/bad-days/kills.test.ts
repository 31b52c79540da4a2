// kill -9 in the middle of every step of the road, of web, worker, Redis and database in turn. Afterwards there is one of everything: what
// was acknowledged is there, what was not can be done again.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { QUEUE_PREFIX } from '../../workers/make-worker.ts';
import { fillApplication } from '../support/fill-application.ts';
import { startMortalTown, type MortalTown, type Victim } from '../support/mortal-town.ts';
import { openDesks, paperIn, type Desks } from '../support/office-work.ts';
import { AIGUL, ERBOL, GULNAR } from '../support/portal.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitUntil } from '../support/wait-until.ts';
import { isWorkers, STEPS, type PersonsStep, type Road, type WorkersStep } from './road-steps.ts';

let town: MortalTown;
let desks: Desks;
let redis: Redis;
beforeAll(async () => {
  town = await startMortalTown();
  desks = await openDesks(town);
  redis = new Redis(town.redisUrl, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  redis.on('error', () => undefined);
}, 90_000);
afterAll(async () => {
  redis.disconnect();
  await town.close();
}, 30_000);

/** Milliseconds from sending a request to the kill, one after the other: from "just sent" to "nearly answered". */
const MOMENTS = [1, 5, 15, 30, 60, 100];

/** How a step went under the kill. */
interface Outcome {
  readonly step: string;
  /** Whether the victim died before the answer came, or with the job in hand. */
  readonly inFlight: boolean;
  readonly acknowledged: boolean;
}

/** While a process is being brought back, pages and reads fail; people try again. */
async function insist<T>(what: string, attempt: () => Promise<T | undefined>): Promise<T> {
  let last: unknown;
  const tried = (): Promise<T | undefined> =>
    attempt().catch((error: unknown) => {
      last = error;
      return undefined;
    });
  return waitUntil(what, tried, 60).catch((cause: unknown) => {
    throw new Error(`${what}: ${String(last)}`, { cause });
  });
}

const madeAtLast = (step: PersonsStep | WorkersStep, road: Road): Promise<boolean> =>
  insist(step.name, async () => ((await step.made(road)) ? true : undefined));

/** The answer to what was sent: undefined when none came. */
const answerTo = (sending: Promise<TestBrowser>): Promise<number | undefined> =>
  sending.then(
    ({ status }) => status,
    () => undefined,
  );

async function killDuringRequest(
  step: PersonsStep,
  road: Road,
  death: { readonly victim: Victim; readonly position: number; readonly workerRests: boolean },
): Promise<Outcome> {
  const { victim, position, workerRests } = death;
  const send = await insist(step.name, () => step.open(road));
  if (workerRests) town.freezeWorker();
  const answer = answerTo(send());
  const moment = MOMENTS[position % MOMENTS.length] ?? 0;
  const first = await Promise.race([
    answer.then(() => 'answer' as const),
    new Promise<'moment'>((resolve) => setTimeout(resolve, moment, 'moment')),
  ]);
  await town.kill(victim);
  if (!(victim === 'worker' && workerRests)) await town.revive(victim);
  const status = await answer;
  const acknowledged = status === 200;
  // Whatever came was a page of ours, never a hanging or a torn one.
  expect([200, 409, 500, 503, undefined]).toContain(status);
  if (acknowledged) expect([step.name, await step.made(road)]).toEqual([step.name, true]);
  await insist(step.name, async () => {
    if (await step.made(road)) return true;
    await (
      await step.open(road)
    )();
    return (await step.made(road)) || undefined;
  });
  return { step: step.name, inFlight: first === 'moment', acknowledged };
}

async function killDuringJob(step: WorkersStep, road: Road, victim: Victim): Promise<Outcome> {
  if (victim === 'worker') await town.revive('worker');
  else town.thawWorker();
  let inFlight = false;
  while (!inFlight) {
    inFlight = (await redis.llen(`${QUEUE_PREFIX}:${step.queue}:active`)) > 0;
    if (!inFlight && (await step.made(road))) break;
  }
  await town.kill(victim);
  const next = STEPS[STEPS.indexOf(step) + 1];
  if (!(victim === 'worker' && isWorkers(next))) await town.revive(victim);
  if (victim === 'worker' && isWorkers(next)) return { step: step.name, inFlight, acknowledged: false };
  await madeAtLast(step, road);
  return { step: step.name, inFlight, acknowledged: false };
}

async function walk(road: Road, victim: Victim): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [position, step] of STEPS.entries()) {
    outcomes.push(
      isWorkers(step)
        ? await killDuringJob(step, road, victim)
        : await killDuringRequest(step, road, {
            victim,
            position,
            workerRests: isWorkers(STEPS[position + 1]),
          }),
    );
  }
  for (const step of STEPS) await madeAtLast(step, road);
  return outcomes;
}

const records = (collection: string, filter: object): Promise<number> =>
  town.portal.connection.collection(collection).countDocuments(filter);

describe('kill -9 at every step of the road', () => {
  const deaths = [
    { victim: 'web', person: AIGUL, phone: '+77010000101' },
    { victim: 'worker', person: ERBOL, phone: '+77010000102' },
    { victim: 'redis', person: GULNAR, phone: '+77010000103' },
    { victim: 'database', person: AIGUL, phone: '+77010000104' },
  ] as const;

  test.each(deaths)(
    'of $victim loses nothing and doubles nothing',
    async ({ victim, person, phone }) => {
      const began = performance.now();
      const begun = town.portal.clock.now();
      const citizen = await town.signedIn(person.iin);
      const id = await fillApplication(citizen);
      const road: Road = { town, desks, person, citizen, id, phone };
      const outcomes = await walk(road, victim);

      const paper = await paperIn(citizen, id);
      const officeCase = await town.portal.office.byApplication(id);
      const pdf = (await citizen.download(paper)).body as Buffer;
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(officeCase?.done.map(({ outcome }) => outcome)).toEqual([
        'registered',
        'executor-named',
        'grant',
        'grant-signed',
        'granted',
      ]);
      await waitUntil('every fact is done', async () => ((await openFacts(id)) === 0 ? true : undefined), 60);
      const messages = (await town.messages()).filter((message) => message.phone === phone);
      expect({
        applications: await records('applications', { iin: person.iin, createdAt: { $gte: begun } }),
        cases: await records('cases', { applicationId: id }),
        notifications: await records('notifications', { applicationId: id }),
        messages: messages.length,
      }).toEqual({ applications: 1, cases: 1, notifications: 1, messages: 1 });
      expect(town.logged().filter((line) => /job failed|job gave up/.test(line))).toEqual([]);
      const caught = outcomes.filter(({ inFlight }) => inFlight).length;
      expect(caught).toBeGreaterThanOrEqual(STEPS.length / 2);
      console.info(
        `${victim}: killed ${outcomes.length} times, ${caught} of them in the middle of a request or a job; ` +
          `${Math.round((performance.now() - began) / 1000)} seconds`,
      );
    },
    300_000,
  );
});

/** Facts about the application, its case and its notification that are not acted on yet. */
async function openFacts(applicationId: string): Promise<number> {
  const open = { 'outbox.0': { $exists: true } };
  return (
    (await records('applications', { _id: applicationId, ...open })) +
    (await records('cases', { applicationId, ...open })) +
    (await records('notifications', { applicationId, ...open }))
  );
}
