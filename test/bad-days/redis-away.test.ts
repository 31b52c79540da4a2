// Redis is a hint. While it is away people sign in, fill in, sign and send; the page says what is true; the rest follows when it is back.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillApplication, sendApplication, signAndSend } from '../support/fill-application.ts';
import { startMortalTown, type MortalTown } from '../support/mortal-town.ts';
import {
  bringToExecutor,
  caseOf,
  decide,
  openDesks,
  paperIn,
  press,
  signPaper,
} from '../support/office-work.ts';
import { AIGUL, ERBOL } from '../support/portal.ts';
import { waitUntil } from '../support/wait-until.ts';

let town: MortalTown;
beforeAll(async () => {
  town = await startMortalTown();
}, 90_000);
afterAll(() => town.close(), 30_000);

const count = (collection: string): Promise<number> =>
  town.portal.connection.collection(collection).countDocuments();

const readiness = async (): Promise<unknown> => (await fetch(`${town.url}/readyz`)).json();

test('without Redis an application is sent and kept; with Redis again it reaches the office once', async () => {
  const citizen = await town.signedIn(AIGUL.iin);
  const id = await fillApplication(citizen);
  await town.kill('redis');
  await waitUntil('the portal notices', async () =>
    JSON.stringify(await readiness()).includes('"redis":"down"') ? true : undefined,
  );

  const began = performance.now();
  await signAndSend(town, citizen, id, AIGUL);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect([citizen.status, citizen.path]).toEqual([200, `/applications/${id}/receipt`]);
  expect(citizen.text()).toContain('Портал өтінішті басқармаға өзі береді');
  await citizen.get(`/cabinet/${id}`);
  expect(citizen.page.querySelector('#not-with-office')?.text).toContain('әлі берілген жоқ');
  expect(await town.portal.office.byApplication(id)).toBeUndefined();
  // Somebody who comes only now goes the whole way too.
  const other = await sendApplication(town, ERBOL);
  expect(other.browser.path).toBe(`/applications/${other.id}/receipt`);

  await town.revive('redis');
  const { id: caseId } = await caseOf(town, id);
  await caseOf(town, other.id);
  await citizen.get(`/cabinet/${id}`);
  expect(citizen.page.querySelector('#not-with-office')).toBeNull();

  const desks = await openDesks(town);
  await bringToExecutor(desks, caseId);
  await decide(desks, caseId, 'grant');
  await signPaper(town, desks, caseId);
  await town.kill('redis');
  await press(desks.clerk, caseId, 'granted');
  expect(desks.clerk.status).toBe(200);
  await town.revive('redis');
  await paperIn(citizen, id);
  await waitUntil('the SMS is sent', async () => (await town.messages())[0]);
  expect([await count('applications'), await count('cases'), await count('notifications')]).toEqual([
    2, 2, 1,
  ]);
  await waitUntil('nothing is left to do', async () => ((await openFacts()) === 0 ? true : undefined));
  expect(await town.messages()).toHaveLength(1);
  expect(town.logged('errors')).toEqual([]);
  expect(town.logged().find((line) => line.includes('redis is away'))).toContain('ECONNREFUSED');
}, 120_000);

test('web and worker start without Redis and work as soon as it is there', async () => {
  for (const victim of ['redis', 'web', 'worker'] as const) await town.kill(victim);
  await town.revive('web');
  await town.revive('worker');
  expect(await readiness()).toEqual({ database: 'up', redis: 'down' });
  const { id, browser } = await sendApplication(town, AIGUL);
  expect(browser.path).toBe(`/applications/${id}/receipt`);
  await town.revive('redis');
  await caseOf(town, id);
  expect(await count('cases')).toBe(3);
}, 90_000);

/** Facts that nobody has acted on yet. */
async function openFacts(): Promise<number> {
  const counts = await Promise.all(
    ['applications', 'cases', 'notifications'].map((source) =>
      town.portal.connection.collection(source).countDocuments({ 'outbox.0': { $exists: true } }),
    ),
  );
  return counts.reduce((sum, one) => sum + one, 0);
}
