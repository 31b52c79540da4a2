// A kept signature gets a newer time-stamp in time: before the certificate under its last one ends, once, and by one of all workers.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import { AIGUL, startPortal, type TestPortal } from '../../support/portal.ts';
import { makeRounds, type Round } from '../../../workers/rounds.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
}, 60_000);
afterAll(() => town.close());

describe('a kept signature', () => {
  test('is renewed 90 days before its time-stamp ends, and not before', async () => {
    const { portal, clock, authority } = town;
    const { id } = await sendApplication(town, AIGUL);
    const owner = `application/${id}`;
    expect(await portal.applications.keepSignatures({ id })).toMatchObject({ ok: true });
    const kept = await portal.keeping.of(owner);
    const ends = kept?.renewBefore;
    if (ends === undefined) throw new Error('it has a time-stamp, so it ends');

    clock.set(new Date(ends.getTime() - 91 * DAY));
    await makeRounds(portal);
    expect(await portal.keeping.of(owner)).toEqual(kept);

    // The time-stamping authority is away on the day: the day after, it is tried again.
    clock.set(new Date(ends.getTime() - 90 * DAY));
    authority.moods.tsp = 'down';
    await makeRounds(portal);
    expect(await portal.keeping.of(owner)).toMatchObject({ level: 'LT', fileId: kept?.fileId });
    authority.moods.tsp = 'normal';
    clock.set(new Date(clock.now().getTime() + 2 * HOUR));
    await makeRounds(portal);
    expect(await portal.keeping.of(owner)).toMatchObject({ level: 'LT' });
    clock.set(new Date(clock.now().getTime() + DAY));
    await Promise.all([makeRounds(portal), makeRounds(portal)]);
    const renewed = await portal.keeping.of(owner);
    expect(renewed).toMatchObject({ level: 'LTA' });
    expect(renewed?.fileId).not.toBe(kept?.fileId);
    expect(await portal.keeping.messageOf(owner)).toBeDefined();

    // The authority has no newer certificate yet: another stamp would gain nothing, and the file stays.
    clock.set(new Date(clock.now().getTime() + 2 * DAY));
    await makeRounds(portal);
    expect((await portal.keeping.of(owner))?.fileId).toBe(renewed?.fileId);
    clock.set(undefined);
  }, 60_000);
});

describe('a round', () => {
  test('is done once in each period by one of many, and a failing one does not keep the others from theirs', async () => {
    const { portal, clock } = town;
    clock.set(new Date('2026-03-02T10:00:00+05:00'));
    let done = 0;
    const rounds: Round[] = [
      { name: 'test-fails', what: '', everyMs: HOUR, run: () => Promise.reject(new Error('on purpose')) },
      {
        name: 'test-counts',
        what: '',
        everyMs: HOUR,
        run: () =>
          Promise.resolve().then(() => {
            done += 1;
          }),
      },
    ];
    await Promise.all(Array.from({ length: 20 }, () => makeRounds(portal, rounds)));
    expect(done).toBe(1);
    clock.set(new Date('2026-03-02T10:59:59+05:00'));
    await makeRounds(portal, rounds);
    expect(done).toBe(1);
    clock.set(new Date('2026-03-02T11:00:00+05:00'));
    await Promise.all([makeRounds(portal, rounds), makeRounds(portal, rounds)]);
    expect(done).toBe(2);
    // A clock set back by a month does not stop the rounds until it has caught up.
    clock.set(new Date('2026-02-02T11:00:00+05:00'));
    await makeRounds(portal, rounds);
    expect(done).toBe(3);
    clock.set(undefined);
  });
});
