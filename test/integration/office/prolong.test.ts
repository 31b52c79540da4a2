// A hearing that does not fit into the eight working days is computed ahead and shown; the head prolongs the term with a reason, once of two,
// and the applicant is told by a message that says nothing of the reason.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { passwordOf } from '../../../sandbox/demo/cast.ts';
import { createAccount, type Role } from '../../../src/identity/index.ts';
import { createCaseStore } from '../../../src/office/case-store.ts';
import { moveCase, type Act } from '../../../src/office/move-case.ts';
import { acceptIntake, clerkOf, fillIntake, personAt } from '../../support/intake-work.ts';
import { momentAt, quietMonday } from '../../support/office-days.ts';
import { caseOf } from '../../support/office-work.ts';
import { ERBOL, HEAD, SHORTANDY_HEAD, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

const MONDAY = quietMonday(3);
const at = (days: number, time: string): Date => momentAt(MONDAY, days, time);

let town: TestPortal;
let id: string;
let caseId: string;

/** An officer of Shortandy whom the cast does not have. */
async function officer(person: number, role: Role): Promise<string> {
  const { iin, lastName, firstName, middleName } = personAt(person);
  await createAccount(town.portal.identity, {
    kind: 'officer',
    iin,
    lastName,
    firstName,
    middleName,
    password: passwordOf(iin),
    post: { officeId: 'shortandy', bin: HEAD.post.bin, roles: [role] },
    now: town.clock.now(),
  });
  return iin;
}
async function enter(iin: string): Promise<TestBrowser> {
  const browser = town.browser();
  await browser.get('/office/sign-in');
  return browser.submit('#sign-in', { iin, password: passwordOf(iin) });
}

/** One act of the procedure that this desk has no page for. */
async function act(made: Act): Promise<void> {
  const store = createCaseStore(town.portal.connection, town.portal.sealer);
  const before = await store.byId(caseId);
  const moved = before && moveCase(before, made);
  if (before === undefined || !moved?.ok) throw new Error(`${made.outcome} is not possible`);
  await store.replace(before, moved.value.officeCase, moved.value.events);
}

const dateFields = (date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'until-year': year, 'until-month': month, 'until-day': day };
};
const plus = (days: number): string => at(days, '12:00').toISOString().slice(0, 10);

let heads: readonly string[];
let executor: string;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  town.clock.set(at(0, '10:00'));
  heads = [SHORTANDY_HEAD.person.iin, await officer(2, 'head')];
  executor = await officer(4, 'executor');
  const clerk = await town.signedIn(clerkOf('shortandy').person.iin);
  id = await fillIntake(clerk, ERBOL.iin);
  await acceptIntake(clerk, id);
  caseId = (await caseOf(town, id)).id;
}, 60_000);
afterAll(() => town.close());

describe('a hearing against the eight working days', () => {
  test('is computed ahead on the page of the case', async () => {
    const store = createCaseStore(town.portal.connection, town.portal.sealer);
    const before = await store.byId(caseId);
    if (before === undefined) throw new Error('no case');
    // Brought to the draft as a case of a disease, which needs no survey.
    const { facts } = before.position;
    await store.replace(
      before,
      {
        ...before,
        position: { kind: 'step', step: 'register', facts: { ...facts, ground: 'SOCIAL_DISEASE' } },
        done: [],
      },
      [],
    );
    await act({
      actor: 'clerk',
      outcome: 'registered-with-coupon',
      given: ['secret-data-consent'],
      now: at(0, '10:10'),
    });
    const head = await enter(heads[0] ?? '');
    await head.get(`/office/cases/${caseId}?language=ru`);
    expect(head.page.querySelector('#hearing')?.text).toContain('Чтобы отказ был законным и в срок');

    await act({
      actor: 'executor',
      outcome: 'grounds-found',
      given: ['refusal-ground'],
      now: at(8, '10:00'),
    });
    await act({ actor: 'executor', outcome: 'notice-sent', given: ['hearing-time'], now: at(8, '11:00') });
    await head.get(`/office/cases/${caseId}`);
    expect(head.page.querySelector('#hearing')?.text).toContain('законный отказ в срок уже не успеть');
  });

  test('is prolonged by the head of the provider only, and only where the procedure knows it', async () => {
    const clerk = await town.signedIn(clerkOf('shortandy').person.iin);
    const worker = await enter(executor);
    for (const other of [clerk, worker]) {
      await other.get(`/office/cases/${caseId}`);
      expect(other.page.querySelector(`a[href="/office/cases/${caseId}/prolong"]`)).toBeNull();
      expect((await other.get(`/office/cases/${caseId}/prolong`)).status).toBe(403);
    }
    const stranger = await town.signedIn(HEAD.person.iin);
    expect((await stranger.get(`/office/cases/${caseId}/prolong`)).status).toBe(404);
  });

  test('what is wrong is said at its field, and nothing is written', async () => {
    const head = await enter(heads[0] ?? '');
    const reason = 'Заслушивание назначено на день после срока.';
    const before = await caseOf(town, id);
    for (const [fields, said] of [
      [{ reason }, 'Напишите дату'],
      [{ ...dateFields(plus(10)), reason }, 'позже нынешнего срока'],
      [{ ...dateFields(plus(12)), reason }, 'Это выходной'],
      [{ ...dateFields(plus(110)), reason }, 'не позднее указанного предела'],
      [{ ...dateFields(plus(15)), reason: 'надо' }, 'не короче 10 знаков'],
    ] as const) {
      await head.get(`/office/cases/${caseId}/prolong?language=ru`);
      await head.submit('#prolong', fields);
      expect([head.status, head.errors().join(' ')]).toEqual([422, expect.stringContaining(said)]);
    }
    expect((await caseOf(town, id)).version).toBe(before.version);
  });

  test('of two heads at once one prolongs, the other is told; the applicant gets one message without the reason', async () => {
    const two = await Promise.all(heads.map((iin) => enter(iin)));
    const reason = 'Заслушивание назначено на день после срока, заявитель болел.';
    const bodies: Record<string, string | readonly string[]>[] = [];
    for (const head of two) {
      await head.get(`/office/cases/${caseId}/prolong`);
      bodies.push({ ...head.fieldsOf('#prolong'), ...dateFields(plus(16)), reason });
    }
    const answers = await Promise.all(
      two.map((head, position) => head.fire(`/office/cases/${caseId}/prolong`, bodies[position] ?? {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);

    const officeCase = await caseOf(town, id);
    expect(officeCase.prolonged).toMatchObject({ until: plus(16), reason });
    expect(officeCase.wholeDueAt).toEqual(at(16, '18:00'));
    const [message] = await waitUntil('the message is sent', () => {
      const sent = town.registers.messages.filter(({ text }) => text.includes('продлён'));
      return sent.length > 0 ? sent : undefined;
    });
    expect(message?.text).toContain(officeCase.number);
    expect(message?.text).not.toMatch(/болел|заболеван|Заслушивание/);
    expect(town.registers.messages.filter(({ text }) => text.includes('продлён'))).toHaveLength(1);

    const [head] = two;
    await head?.get(`/office/cases/${caseId}?language=ru`);
    expect(head?.page.querySelector('#prolonged')?.text).toContain(reason);
    expect(head?.text()).toContain('продлён руководителем');
    expect(head?.page.querySelector('#hearing')?.text).not.toContain('уже не успеть');
    const owner = await town.signedIn(ERBOL.iin);
    await owner.get(`/cabinet/${id}?language=ru`);
    expect(owner.page.querySelector('#prolonged')?.text).toContain(reason);
    const audit = await town.portal.audit.about(caseId, 50);
    expect(audit.some(({ action }) => action === 'case.prolonged')).toBe(true);
  });

  test('Astana knows no prolongation, and offers none', async () => {
    const clerk = await town.signedIn(clerkOf('astana').person.iin);
    const other = await fillIntake(clerk, ERBOL.iin);
    await acceptIntake(clerk, other);
    const head = await town.signedIn(HEAD.person.iin);
    expect((await head.get(`/office/cases/${(await caseOf(town, other)).id}/prolong`)).status).toBe(403);
  });
});
