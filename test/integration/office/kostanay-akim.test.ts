// Kostanay, service 6: an application brought to a rural akim goes by roles and offices to its end, and nobody acts out of his place.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { OFFICERS } from '../../../sandbox/demo/cast.ts';
import type { Role } from '../../../src/identity/index.ts';
import { acceptIntake, fillIntake } from '../../support/intake-work.ts';
import { caseOf, DECISIONS, fill, paperBytes, press } from '../../support/office-work.ts';
import { ERBOL, keyOf, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());

function officerAt(officeId: string, role: Role): (typeof OFFICERS)[number] {
  const found = OFFICERS.find(({ post }) => post.officeId === officeId && post.roles.includes(role));
  if (found === undefined) throw new Error(`the cast has no ${role} in ${officeId}`);
  return found;
}

const deskOf = (officeId: string, role: Role): Promise<TestBrowser> =>
  town.signedIn(officerAt(officeId, role).person.iin);

const firstExecutor = (page: TestBrowser): Record<string, string> => ({
  executor: page.page.querySelector('input[name=executor]')?.getAttribute('value') ?? '',
});

test('an application brought to a rural akim is refused at the end by the provider, with every act by its own role', async () => {
  const [reception, akim, akimExecutor] = [
    await deskOf('kostanay-rural-akim', 'rural-clerk'),
    await deskOf('kostanay-rural-akim', 'rural-akim'),
    await deskOf('kostanay-rural-akim', 'rural-executor'),
  ];
  const [clerk, head, executor, stranger] = [
    await deskOf('kostanay', 'clerk'),
    await deskOf('kostanay', 'head'),
    await deskOf('kostanay', 'executor'),
    await deskOf('astana', 'head'),
  ];
  const application = await fillIntake(reception, ERBOL.iin);
  await acceptIntake(reception, application);
  const { id } = await caseOf(town, application);
  const stands = async () => {
    const found = await town.portal.office.byId(id);
    const position = found?.position;
    return [found?.officeId, position?.kind === 'step' ? position.step : position?.end];
  };
  expect(await stands()).toEqual(['kostanay-rural-akim', 'akim-names']);

  // Another role of the same office sees the case and may not act; the provider does not know it yet.
  expect((await akimExecutor.get(`/office/cases/${id}`)).status).toBe(200);
  expect((await akimExecutor.get(`/office/cases/${id}/act/executor-named`)).status).toBe(403);
  expect((await clerk.get(`/office/cases/${id}`)).status).toBe(404);
  expect((await stranger.get(`/office/cases/${id}`)).status).toBe(404);

  await akim.get('/office?view=rural-akim');
  expect(akim.page.querySelector(`a[href="/office/cases/${id}"]`)).not.toBeNull();
  await fill(akim, id, 'executor-named', firstExecutor);
  expect(await stands()).toEqual(['kostanay-rural-akim', 'akim-forward']);
  await press(akimExecutor, id, 'forwarded');
  expect(await stands()).toEqual(['kostanay', 'register']);

  // The akim's office still sees where the case is; its people do not register for the provider.
  expect((await reception.get(`/office/cases/${id}`)).status).toBe(200);
  expect((await reception.get(`/office/cases/${id}/act/registered-forwarded`)).status).toBe(403);
  await press(clerk, id, 'registered-forwarded');
  await fill(head, id, 'executor-named', firstExecutor);

  await executor.get(`/office/cases/${id}/act/refuse`);
  await executor.submit('#act', { refusalGround: '', refusalExplanation: '' });
  expect(executor.status).toBe(422);
  await fill(executor, id, 'refuse', DECISIONS.refuse);

  const pdf = await paperBytes(head, id);
  const { person, post } = officerAt('kostanay', 'head');
  const key = keyOf(person, {
    algorithm: 'gost',
    organisation: { bin: post.bin, name: 'Office', role: 'first-head' },
  });
  const signature = { field: 'signatureFile', name: 's.p7s', bytes: await town.sign(pdf, key) };
  await head.submit('#sign-form', {}, signature);
  await press(executor, id, 'refused');
  expect(await stands()).toEqual(['kostanay', 'refused']);
}, 60_000);
