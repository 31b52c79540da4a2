// Terms that run out: the officer who has the case is told at half of them, the head too at four fifths and at the end, each once, however
// many workers look at once and whether or not Redis is there. A citizen reads that it is late and whom to ask.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OfficeCase } from '../../../src/office/index.ts';
import { makeRounds } from '../../../workers/rounds.ts';
import { acceptIntake, fillIntake } from '../../support/intake-work.ts';
import { momentAt, quietMonday } from '../../support/office-days.ts';
import { caseOf, DECISIONS, fill, openDesks } from '../../support/office-work.ts';
import {
  CLERK,
  ERBOL,
  EXECUTOR,
  HEAD,
  OTHER_EXECUTOR,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MONDAY = quietMonday(3);
const at = (days: number, time: string): Date => momentAt(MONDAY, days, time);

const desk = async (town: TestPortal, officer: typeof CLERK): Promise<TestBrowser> =>
  (await town.signedIn(officer.person.iin)).get('/office?language=ru');
const told = (browser: TestBrowser): string => browser.page.querySelector('#told')?.text ?? '';
const lines = (browser: TestBrowser): string[] =>
  browser.page.querySelectorAll('.km-told__line').map((line) => line.text.replace(/\s+/g, ' '));

/** Brings a package to the clerk of Astana; the case stands with the head. */
async function bringOne(town: TestPortal, clerk: TestBrowser): Promise<{ id: string; caseId: string }> {
  const id = await fillIntake(clerk, ERBOL.iin);
  await acceptIntake(clerk, id);
  await town.portal.office.receive({ applicationId: id });
  return { id, caseId: (await caseOf(town, id)).id };
}
const nameExecutor = (head: TestBrowser, caseId: string): Promise<void> =>
  fill(head, caseId, 'executor-named', (page) => ({
    executor: page.page.querySelector('input[name=executor]')?.getAttribute('value') ?? '',
  }));

async function look(town: TestPortal, caseId: string): Promise<OfficeCase> {
  const found = await town.portal.office.byId(caseId);
  if (found === undefined) throw new Error('the case is gone');
  return found;
}
const marks = ({ escalations }: OfficeCase): string[] =>
  escalations.map(({ of, share, to }) => `${of} ${share} to ${to.length}`);

/** Facts of the escalations of a case that wait to be told. */
async function facts(town: TestPortal, caseId: string): Promise<number> {
  const record = await town.portal.connection
    .collection<{ _id: string; outbox: readonly { kind: string }[] }>('cases')
    .findOne({ _id: caseId });
  return record?.outbox.filter(({ kind }) => kind === 'case.escalated').length ?? 0;
}

describe('the term of a step and the whole term', () => {
  let town: TestPortal;
  let first: { id: string; caseId: string };
  let second: { id: string; caseId: string };
  beforeAll(async () => {
    // No worker runs here: what is told is told by the calls of this test.
    town = await startPortal();
    town.clock.set(at(0, '10:00'));
    const { clerk, head } = await openDesks(town);
    first = await bringOne(town, clerk);
    second = await bringOne(town, clerk);
    town.clock.set(at(0, '10:05'));
    await nameExecutor(head, first.caseId);
    await nameExecutor(head, second.caseId);
  }, 60_000);
  afterAll(() => town.close());

  test('before half of a term nobody is told of anything', async () => {
    town.clock.set(at(2, '14:47'));
    expect(await town.portal.office.escalate()).toBe(0);
    expect(told(await desk(town, EXECUTOR))).toBe('');
  });

  test('at half of the four days the executor is told, once, though eight look at the same moment', async () => {
    town.clock.set(at(2, '14:48'));
    const counts = await Promise.all(Array.from({ length: 8 }, () => town.portal.office.escalate()));
    // Two cases, told of once each.
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await town.portal.office.escalate()).toBe(0);
    expect(marks(await look(town, first.caseId))).toEqual(['step 50 to 1']);
    expect(await facts(town, first.caseId)).toBe(1);

    const executor = await desk(town, EXECUTOR);
    expect(told(executor)).toContain('Сроки подходят: 2');
    expect(lines(executor)[0]).toContain('прошла половина срока шага · последний момент');
    // The mark stands in the queue too.
    expect(executor.page.querySelector('.km-queue')?.text).toContain('прошла половина срока шага');
    for (const other of [HEAD, CLERK, OTHER_EXECUTOR]) expect(told(await desk(town, other))).toBe('');
  });

  test('what was seen is not shown again; others have nothing to say about it', async () => {
    const executor = await desk(town, EXECUTOR);
    await executor.submit(`#seen-${second.caseId}`);
    expect(executor.path).toBe('/office');
    expect(lines(executor)).toHaveLength(1);
    expect(executor.page.querySelector(`#seen-${second.caseId}`)).toBeNull();
    const { escalations } = await look(town, second.caseId);
    expect(escalations[0]?.seenBy).toEqual(escalations[0]?.to);
  });

  test('at four fifths the head is told too, and whoever has the page of the case open can go on', async () => {
    town.clock.set(at(4, '08:48'));
    const executor = await town.signedIn(EXECUTOR.person.iin);
    await executor.get(`/office/cases/${second.caseId}/act/refuse`);
    town.clock.set(at(4, '08:50'));
    expect(await town.portal.office.escalate()).toBe(2);
    expect(marks(await look(town, first.caseId))).toEqual(['step 50 to 1', 'step 80 to 2']);
    const head = await desk(town, HEAD);
    expect(told(head)).toContain('Сроки подходят: 2');
    expect(lines(head)[0]).toContain('прошло 80 % срока шага');

    await executor.submit('#act', DECISIONS.refuse(executor));
    expect(executor.status).toBe(200);
    expect((await look(town, second.caseId)).position).toMatchObject({ step: 'sign' });
    // The step is done: what was told of it is no news any more.
    await head.get('/office');
    expect(told(head)).toContain('Сроки подходят: 1');
  });

  test('at the end of a step it is late: the citizen reads so, and whom to ask', async () => {
    town.clock.set(at(4, '18:01'));
    await town.portal.office.escalate();
    expect(marks(await look(town, first.caseId))).toEqual([
      'step 50 to 1',
      'step 80 to 2',
      'step 100 to 2',
      'whole 50 to 1',
    ]);
    const owner = await town.signedIn(ERBOL.iin);
    await owner.get(`/cabinet/${first.id}?language=ru`);
    const late = owner.page.querySelector('#late')?.text ?? '';
    expect(late).toContain('задержался');
    expect(late).toContain('Управление занятости, труда и социальной защиты города Астаны');
    expect(late).toContain('+7 717 255 68 47');
  });

  test('of parts that were missed while nobody looked only the last one is told', async () => {
    town.clock.set(at(10, '18:01'));
    await town.portal.office.escalate();
    expect(marks(await look(town, first.caseId)).slice(4)).toEqual(['whole 80 to 0', 'whole 100 to 2']);
    const head = await desk(town, HEAD);
    expect(lines(head).some((line) => line.includes('весь срок истёк'))).toBe(true);
    await head.get(`/office/cases/${first.caseId}`);
    expect(head.page.querySelectorAll('#told li')).toHaveLength(5);

    const owner = await town.signedIn(ERBOL.iin);
    await owner.get(`/cabinet/${first.id}?language=ru`);
    expect(owner.page.querySelector('#late')?.text).toContain('Срок ответа прошёл');
  });
});

test('without Redis officers are told all the same', async () => {
  const town = await startPortal({ environment: { REDIS_URL: 'redis://127.0.0.1:9' } });
  try {
    town.clock.set(at(0, '10:00'));
    const { clerk } = await openDesks(town);
    const { caseId } = await bringOne(town, clerk);
    town.clock.set(at(1, '15:07'));
    await makeRounds(town.portal);
    expect(marks(await look(town, caseId))).toEqual(['step 50 to 0', 'step 80 to 1']);
    expect(told(await desk(town, HEAD))).toContain('Сроки подходят: 1');
    // The fact waits for the day when Redis is back.
    expect(await facts(town, caseId)).toBe(1);
  } finally {
    await town.close();
  }
}, 60_000);

test('two workers at once tell once, and open pages of the citizen are told to look again', async () => {
  const town = await startPortal();
  try {
    town.clock.set(at(0, '10:00'));
    const { clerk } = await openDesks(town);
    const { caseId } = await bringOne(town, clerk);
    town.startWorkers();
    town.startWorkers();
    // Half of the head's working day.
    town.clock.set(at(1, '09:16'));
    await waitUntil('somebody is told', async () =>
      (await look(town, caseId)).escalations.length > 0 ? true : undefined,
    );
    const turns = town.portal.connection.collection<{ _id: string; nextAt: Date }>('turns');
    const nextTurn = async (): Promise<Date> =>
      (await turns.findOne({ _id: 'tell-of-terms' }))?.nextAt ?? new Date(0);
    for (const seconds of ['16:15', '16:30', '16:45']) {
      const before = await nextTurn();
      town.clock.set(at(1, `09:${seconds}`));
      await waitUntil('the next round', async () => ((await nextTurn()) > before ? true : undefined));
    }
    expect(marks(await look(town, caseId))).toEqual(['step 50 to 1']);
    await waitUntil('the fact is done', async () => ((await facts(town, caseId)) === 0 ? true : undefined));
  } finally {
    await town.close();
  }
}, 60_000);

test('whoever stands in for the head today is told in his place too', async () => {
  const town = await startPortal();
  try {
    town.clock.set(at(0, '10:00'));
    const { identity } = town.portal;
    const { clerk } = await openDesks(town);
    const { caseId } = await bringOne(town, clerk);
    const idOf = async (role: 'head' | 'executor', name: string): Promise<string> =>
      (await identity.officersOf('astana', role)).find((one) => one.name.startsWith(name))?.accountId ?? '';
    const headId = await idOf('head', HEAD.person.lastName);
    const head = await identity.speakerOf(headId);
    if (head?.kind !== 'officer') throw new Error('no head');
    const appointed = await identity.appoint({
      by: head,
      absentId: headId,
      substituteId: await idOf('executor', OTHER_EXECUTOR.person.lastName),
      from: MONDAY,
      until: at(4, '12:00').toISOString().slice(0, 10),
    });
    expect(appointed.ok).toBe(true);
    town.clock.set(at(1, '09:16'));
    await town.portal.office.escalate();
    expect(marks(await look(town, caseId))).toEqual(['step 50 to 2']);
    expect(told(await desk(town, OTHER_EXECUTOR))).toContain('Сроки подходят: 1');
  } finally {
    await town.close();
  }
}, 60_000);
