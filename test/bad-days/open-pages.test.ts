// An open cabinet page hears of what was done in another web process: at once through Redis, within seconds without it, and never of
// somebody else's application.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendApplication } from '../support/fill-application.ts';
import { listenTo, type EventStream } from '../support/event-stream.ts';
import { startMortalTown, type MortalTown } from '../support/mortal-town.ts';
import { caseOf, DECISIONS, fill, press } from '../support/office-work.ts';
import { AIGUL, CLERK, ERBOL, EXECUTOR, HEAD } from '../support/portal.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitUntil } from '../support/wait-until.ts';

let town: MortalTown;
/** The web process in which the office works; the citizen's page is open in the first. */
let elsewhere: string;
let citizen: TestBrowser;
let id: string;
let caseId: string;
const streams: EventStream[] = [];

beforeAll(async () => {
  town = await startMortalTown();
  elsewhere = await town.addWeb();
  ({ browser: citizen, id } = await sendApplication(town, AIGUL));
  caseId = (await caseOf(town, id)).id;
}, 120_000);
afterAll(async () => {
  for (const stream of streams) stream.close();
  await town.close();
}, 30_000);

const eventsAt = (url: string): string => `${url}/cabinet/${id}/events`;

async function openStream(url: string, browser?: TestBrowser): Promise<EventStream> {
  const stream = await listenTo(eventsAt(url), browser?.cookie() ?? '');
  streams.push(stream);
  return stream;
}

/** The version in the page itself, as a plain reload shows it. */
async function reloaded(): Promise<string | undefined> {
  await citizen.get(`/cabinet/${id}`);
  return citizen.page.querySelector('[data-live]')?.getAttribute('data-version');
}

/** The stream ends with the version that a reload shows. */
const agree = (stream: EventStream): Promise<true> =>
  waitUntil('page and stream say the same', async () =>
    (await reloaded()) === stream.heard.at(-1) ? true : undefined,
  );

test('a change made in another web process is heard within seconds, without Redis a little later', async () => {
  const [clerk, head, executor] = await Promise.all(
    [CLERK, HEAD, EXECUTOR].map(({ person }) => town.signedIn(person.iin, elsewhere)),
  );
  if (clerk === undefined || head === undefined || executor === undefined) throw new Error('no desks');
  const stream = await openStream(town.url, citizen);
  expect(stream.status).toBe(200);
  expect(stream.contentType).toMatch(/^text\/event-stream/);
  await waitUntil('the first version is told', () => stream.heard[0]);
  await agree(stream);

  // The page looks by itself every five seconds: what is heard sooner again and again came through Redis.
  const registered = stream.next(20);
  await press(clerk, caseId, 'registered');
  const withHint = await registered;
  await agree(stream);

  await town.kill('redis');
  const named = stream.next(20);
  await fill(head, caseId, 'executor-named', ({ page }) => ({
    executor: page.querySelector('input[name=executor]')?.getAttribute('value') ?? '',
  }));
  expect(head.status).toBe(200);
  const withoutHint = await named;
  await agree(stream);

  await town.revive('redis');
  const decided = stream.next(20);
  await fill(executor, caseId, 'grant', DECISIONS.grant);
  const again = await decided;
  await agree(stream);
  console.info(
    `heard after ${withHint.toFixed(1)} s; without Redis ${withoutHint.toFixed(1)} s; with Redis again ${again.toFixed(1)} s`,
  );
  expect(withHint).toBeLessThan(5);
  expect(withoutHint).toBeLessThan(10);
}, 90_000);

test('a hint through Redis alone is enough: twenty of them are heard sooner than the page would look by itself', async () => {
  const stream = await openStream(elsewhere, citizen);
  await waitUntil('the first version is told', () => stream.heard[0]);
  await agree(stream);
  const seconds: number[] = [];
  for (let times = 0; times < 20; times += 1) {
    const heard = stream.next(20);
    const began = performance.now();
    await town.portal.connection
      .collection<{ _id: string }>('applications')
      .updateOne({ _id: id }, { $inc: { version: 1 } });
    town.portal.hints.publish('komek:changed', id);
    await heard;
    seconds.push((performance.now() - began) / 1000);
  }
  seconds.sort((a, b) => a - b);
  console.info(`a hint is heard after ${((seconds[10] ?? 0) * 1000).toFixed(0)} ms (median of 20)`);
  expect(seconds[10]).toBeLessThan(1);
}, 60_000);

test('the stream of an application is its applicant’s alone', async () => {
  const other = await town.signedIn(ERBOL.iin);
  const officer = await town.signedIn(CLERK.person.iin);
  for (const [who, url] of [
    [other, town.url],
    [other, elsewhere],
  ] as const)
    expect((await openStream(url, who)).status).toBe(404);
  const refused = [await openStream(town.url, officer), await openStream(town.url)];
  for (const stream of refused) {
    expect(stream.contentType).not.toContain('event-stream');
    expect(stream.heard).toEqual([]);
  }
  expect(refused.map(({ status }) => status)).toEqual([403, 303]);
}, 30_000);

test('a page whose web process dies goes on in another one with the same session', async () => {
  const stream = await openStream(town.url, citizen);
  await waitUntil('the first version is told', () => stream.heard[0]);
  await town.kill('web');
  const next = await openStream(elsewhere, citizen);
  expect(next.status).toBe(200);
  await waitUntil('the same version is told', () => next.heard.at(-1) === stream.heard.at(-1) || undefined);
  await town.revive('web');
}, 60_000);
