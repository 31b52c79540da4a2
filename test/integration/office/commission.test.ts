// A commission decides together: without a quorum it decides nothing, every vote is signed by who gave it, and of two heads one signs.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import { deskDoors, WalkingTown } from '../../support/office-walk.ts';
import {
  bringToExecutor,
  caseOf,
  decide,
  headKey,
  openDesks,
  paperBytes,
} from '../../support/office-work.ts';
import { AIGUL, HEAD, startPortal, type TestPortal } from '../../support/portal.ts';
import type { OfficeCase } from '../../../src/office/index.ts';
import type { Outcome } from '../../../src/regulations/index.ts';

let town: TestPortal;
let walking: WalkingTown;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  walking = new WalkingTown(town);
}, 60_000);
afterAll(() => town.close());

class Reached extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(`reached ${outcome.id}`);
    this.outcome = outcome;
  }
}

/** Brings a case of the district's targeted assistance to the act that asks for this. */
async function bringTo(
  need: NonNullable<Outcome['needs']>[number],
): Promise<{ id: string; outcome: Outcome }> {
  const door = deskDoors().find(({ regulation: { id } }) => id === 'aktogay-asp-2013');
  if (door === undefined) throw new Error('the demo has no desk for it');
  const applicationId = await walking.bring(door);
  try {
    await walking.walk(door, applicationId, (outcomes) => {
      const asking = outcomes.find(({ needs }) => needs?.includes(need));
      if (asking !== undefined) throw new Reached(asking);
      return undefined;
    });
  } catch (error) {
    if (!(error instanceof Reached)) throw error;
    return { id: (await caseOf(town, applicationId)).id, outcome: error.outcome };
  }
  throw new Error(`nothing on the way asks for ${need}`);
}

const caseNow = async (id: string): Promise<OfficeCase> => {
  const found = await town.portal.office.byId(id);
  if (found === undefined) throw new Error('the case is gone');
  return found;
};

describe('a commission', () => {
  test('without a quorum decides nothing; with one the act waits until everybody who was present has signed', async () => {
    const { id, outcome } = await bringTo('votes');
    const before = await caseNow(id);
    const member = walking.officer(before.officeId, 'precinct-commission');
    const desk = await walking.at(member);
    const answers = (vote: string, fewer = 0): Record<string, string> =>
      Object.fromEntries(
        [
          ...new Set(
            desk.page.querySelectorAll('#act input[type=radio]').map((one) => one.getAttribute('name') ?? ''),
          ),
        ]
          .filter((name) => name !== 'acquainted')
          .map((name, position, all) => [name, position < all.length - fewer ? vote : 'for']),
      );
    const written = (): Record<string, string> =>
      Object.fromEntries([
        ...desk.page
          .querySelectorAll('#act textarea')
          .map((field) => [field.getAttribute('name') ?? '', 'Всё указано в документах дела.']),
        ...(desk.page.querySelector('#acquainted') === null ? [] : [['acquainted', 'yes']]),
      ]) as Record<string, string>;

    await desk.get(`/office/cases/${id}/act/${outcome.id}?language=ru`);
    await desk.submit('#act', { ...written(), ...answers('absent') });
    expect(desk.status).toBe(422);
    expect(desk.errors()).toEqual([expect.stringContaining('Комиссия неправомочна')]);
    expect((await caseNow(id)).version).toBe(before.version);

    await desk.get(`/office/cases/${id}/act/${outcome.id}?language=ru`);
    await desk.submit('#act', { ...written(), ...answers('for') });
    const prepared = await caseNow(id);
    expect(prepared.position).toEqual(before.position);
    expect(prepared.prepared?.signers.length).toBeGreaterThan(1);
    // Nobody else's signature stands for a member's.
    const head = await walking.at(walking.officer(before.officeId, 'head'));
    expect((await head.get(`/office/cases/${id}/sign`)).status).toBe(403);
    const [first = ''] = prepared.prepared?.signers.map(({ name }) => name) ?? [];
    await walking.signAs(prepared, first, prepared.prepared?.ownKeys ?? false);
    expect((await caseNow(id)).position).toEqual(before.position);
  }, 120_000);
});

describe('two heads at one paper', () => {
  test('one signs, the other is told', async () => {
    const desks = await openDesks(town);
    const { id } = await caseOf(town, (await sendApplication(town, AIGUL)).id);
    await bringToExecutor(desks, id);
    await decide(desks, id, 'refuse');
    const second = await town.signedIn(HEAD.person.iin);
    const pdf = await paperBytes(desks.head, id);
    await paperBytes(second, id);
    const [mine, other] = await Promise.all([town.sign(pdf, headKey), town.sign(pdf, headKey)]);
    const file = (bytes: Uint8Array) => ({ field: 'signatureFile', name: 's.p7s', bytes });
    await Promise.all([
      desks.head.submit('#sign-form', {}, file(mine)),
      second.submit('#sign-form', {}, file(other)),
    ]);
    const statuses = [desks.head.status, second.status].sort((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    expect([403, 409]).toContain(statuses[1]);
    const signed = await caseNow(id);
    expect(signed.done.filter(({ actor }) => actor === 'head')).toHaveLength(2);
    expect(signed.paper?.signed).toBeDefined();
  }, 60_000);
});
