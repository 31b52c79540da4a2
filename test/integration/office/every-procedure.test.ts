// Every procedure of the five documents at every desk that takes it on paper: granted in one run, refused in another, act by act over HTTP.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { doorName } from '../../../src/intake/doors.ts';
import { statuses, type Outcome } from '../../../src/regulations/index.ts';
import { deskDoors, WalkingTown, type DeskDoor, type Walk } from '../../support/office-walk.ts';
import { paperIn } from '../../support/office-work.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { ERBOL, HEAD, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

/** Procedures whose acts need forms that this portal does not have yet. */
const NOT_YET = ['aktogay-asp-2013', 'aktogay-asp-2013-akim', 'order-84-2023'];

let town: TestPortal;
let walking: WalkingTown;
let citizen: TestBrowser;
let stranger: TestBrowser;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  walking = new WalkingTown(town);
  [citizen, stranger] = [await town.signedIn(ERBOL.iin), await town.signedIn(HEAD.person.iin)];
}, 60_000);
afterAll(() => town.close());

const doors = deskDoors().map((door) => ({ name: doorName(door), door }));
const walked = doors.filter(({ door }) => !NOT_YET.includes(door.regulation.id));

test('every service is brought to the desks that its act names', () => {
  const named = deskDoors().map(({ regulation: { id }, channel }) => `${id}: ${channel}`);
  expect(named).toEqual(
    expect.arrayContaining([
      'astana-158-1286: provider',
      ...[1, 2, 3, 4].flatMap((service) =>
        ['provider', 'rural-akim', 'service-centre'].map((channel) => `kostanay-565-${service}: ${channel}`),
      ),
      'kostanay-565-5: provider',
      'kostanay-565-5: service-centre',
      'kostanay-565-6: provider',
      'kostanay-565-6: rural-akim',
      'kostanay-565-7: service-centre',
      'aktogay-asp-2013: provider',
      'aktogay-asp-2013-akim: rural-akim',
      ...['provider', 'rural-akim', 'state-corporation'].map((channel) => `order-84-2023: ${channel}`),
    ]),
  );
  expect(named).toHaveLength(23);
});

const refusing = (outcomes: readonly Outcome[]): Outcome | undefined =>
  outcomes.find(({ decides }) => decides === 'refuse' || decides === 'not-belongs');

/** What must hold after any walk. */
async function holds(door: DeskDoor, { applicationId, officeCase, acts }: Walk): Promise<void> {
  const { regulation } = door;
  // The citizen reads the word of the end, and finds every paper that a head signed for him.
  const end = regulation.ends.find(
    ({ id }) => officeCase.position.kind === 'end' && id === officeCase.position.end,
  );
  const address = await paperIn(citizen, applicationId, officeCase.issued.length);
  expect(citizen.text()).toContain(statuses[end?.status ?? 'DRAFT'].kk);
  const signed = acts.flatMap(({ outcome }) =>
    outcome.needs?.includes('signature') === true ? (outcome.papers ?? []) : [],
  );
  expect(officeCase.issued.map(({ paper }) => paper)).toEqual(signed);
  const last = regulation.papers.find(({ id }) => id === signed.at(-1));
  const text = await textOfPdf((await citizen.download(address)).body as Buffer);
  expect(text).toContain(last?.title.kk);
  expect(text).toContain(last?.title.ru);
  expect(text).toContain(officeCase.number);

  // Each act stands in the case and in the audit under whoever did it, and only at the office whose turn it was.
  const audit = await town.portal.audit.about(officeCase.id, 1000);
  for (const [place, { before, by, outcome }] of acts.entries()) {
    const done = officeCase.done[officeCase.done.length - acts.length + place];
    expect(done).toMatchObject({
      outcome: outcome.id,
      by: { name: `${by.person.lastName} ${by.person.firstName}` },
    });
    expect(before.officeId).toBe(by.post.officeId);
    const recorded = audit.filter((one) => one.by === done?.by?.accountId);
    expect(recorded.map(({ action }) => action)).toContain(
      outcome.needs?.includes('signature') === true ? 'case.signed' : 'case.acted',
    );
  }
  if (door.officeId !== HEAD.post.officeId)
    expect((await stranger.get(`/office/cases/${officeCase.id}`)).status).toBe(404);
}

describe.each(walked)('$name', ({ door }) => {
  test('goes its usual way to an end', async () => {
    const walk = await walking.walk(door, await walking.bring(door));
    const { position } = walk.officeCase;
    expect(
      door.regulation.ends.find(({ id }) => position.kind === 'end' && id === position.end),
    ).toMatchObject({
      result: 'positive',
    });
    await holds(door, walk);
  }, 60_000);

  test('is refused at the end', async () => {
    const walk = await walking.walk(door, await walking.bring(door), refusing);
    expect(['refuse', 'not-belongs']).toContain(walk.officeCase.position.facts.decision);
    await holds(door, walk);
  }, 60_000);
});
