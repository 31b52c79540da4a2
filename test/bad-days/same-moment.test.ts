// Everything at once: one application sent a hundred times from two tabs through two web processes, then several roads side by side with two
// workers. There is one of everything.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fillApplication, sendApplication } from '../support/fill-application.ts';
import { startMortalTown, type MortalTown } from '../support/mortal-town.ts';
import { bringToExecutor, caseOf, decideAndIssue, openDesks, paperIn } from '../support/office-work.ts';
import { AIGUL, ERBOL, GULNAR, keyOf } from '../support/portal.ts';
import type { TestBrowser } from '../support/test-browser.ts';
import { waitUntil } from '../support/wait-until.ts';

let town: MortalTown;
let second: string;
beforeAll(async () => {
  town = await startMortalTown();
  second = await town.addWeb();
  await town.addWorker();
}, 120_000);
afterAll(() => town.close(), 30_000);

const count = (collection: string, filter: object): Promise<number> =>
  town.portal.connection.collection(collection).countDocuments(filter);

/** One press of the button on a tab's sign page, through any of the web processes. */
function pressSend(tab: TestBrowser, url: string, cms: Uint8Array): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(tab.fieldsOf('#sign-form'))) body.append(name, String(value));
  body.append('signatureFile', new Blob([Buffer.from(cms)]), 'signature.p7s');
  return fetch(`${url}${tab.path}`, {
    method: 'POST',
    headers: { cookie: tab.cookie() },
    body,
    redirect: 'manual',
  });
}

test('an application sent a hundred times from two tabs through two web processes is one application', async () => {
  const tab = await town.signedIn(AIGUL.iin);
  const id = await fillApplication(tab);
  const otherTab = await town.signedIn(AIGUL.iin, second);
  for (const one of [tab, otherTab]) await one.get(`/applications/${id}/sign`);
  const bytes = (await tab.download(`/applications/${id}/sign/bytes`)).body as Buffer;
  const cms = await town.sign(bytes, keyOf(AIGUL));

  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 100 }, async (_, position) => {
      const answer = await pressSend(
        position % 2 === 0 ? tab : otherTab,
        position % 4 < 2 ? town.url : second,
        cms,
      );
      return `${answer.status} ${answer.headers.get('location') ?? ''}`;
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  console.info(`one application sent 100 times through two web processes: ${seconds.toFixed(1)} seconds`);
  expect([...new Set(answers)]).toEqual([`303 /applications/${id}/receipt`]);
  await caseOf(town, id);
  expect(await count('applications', { iin: AIGUL.iin })).toBe(1);
  expect(await count('cases', { applicationId: id })).toBe(1);
}, 120_000);

test('two web and two worker processes side by side do nothing twice', async () => {
  const desks = await openDesks({ signedIn: (iin) => town.signedIn(iin, second) });
  const roads = await Promise.all(
    [
      { person: ERBOL, url: town.url },
      { person: GULNAR, url: second },
      { person: AIGUL, url: second },
    ].map(async ({ person, url }) => ({
      ...(await sendApplication({ ...town, signedIn: (iin: string) => town.signedIn(iin, url) }, person)),
      person,
    })),
  );
  for (const { id, browser } of roads) {
    const { id: caseId } = await caseOf(town, id);
    await bringToExecutor(desks, caseId);
    await decideAndIssue(town, desks, { caseId, decision: 'grant', issue: 'granted' });
    await paperIn(browser, id);
  }
  await waitUntil(
    'all are told',
    async () =>
      (await count('notifications', { smsSentAt: { $exists: true } })) === roads.length || undefined,
  );
  for (const { id } of roads) {
    const officeCase = await town.portal.office.byApplication(id);
    expect(officeCase?.done).toHaveLength(5);
    expect(await count('notifications', { applicationId: id })).toBe(1);
    expect(await count('cases', { applicationId: id })).toBe(1);
    expect(await count('documents.files', { 'metadata.owner': `case/${officeCase?.id ?? ''}` })).toBe(1);
  }
  const ids = (await town.messages()).map(({ messageId }) => messageId);
  expect(ids).toHaveLength(roads.length);
  expect(new Set(ids).size).toBe(roads.length);
  expect(town.logged('errors')).toEqual([]);
}, 120_000);
