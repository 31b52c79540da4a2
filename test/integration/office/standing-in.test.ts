// Somebody is away: a colleague stands in for the head with his own key and under his own name, and a case goes to another executor.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import { bringToExecutor, caseOf, fill, openDesks, press, type Desks } from '../../support/office-work.ts';
import {
  AIGUL,
  CLERK,
  createTestClock,
  ERBOL,
  EXECUTOR,
  HEAD,
  OTHER_EXECUTOR,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

const MONDAY = new Date('2026-03-02T10:00:00+05:00');
const FRIDAY = new Date('2026-03-06T10:00:00+05:00');
const nameOf = ({ person }: typeof HEAD): string => `${person.lastName} ${person.firstName}`;

let town: TestPortal;
let desks: Desks;
let deputy: TestBrowser;
beforeAll(async () => {
  const clock = createTestClock();
  clock.set(MONDAY);
  town = await startPortal({ clock });
  town.startWorkers();
});
afterAll(() => town.close());
beforeEach(async () => {
  desks = await openDesks(town);
  deputy = await town.signedIn(OTHER_EXECUTOR.person.iin);
});

const idIn = (browser: TestBrowser, field: string, name: string): string => {
  const label = browser.page
    .querySelectorAll(`input[name=${field}] ~ label`)
    .find((one) => one.text.trim() === name);
  return browser.page.querySelector(`#${label?.getAttribute('for') ?? '-'}`)?.getAttribute('value') ?? '';
};

async function appoint(from: string, until: string, absent = HEAD, substitute = OTHER_EXECUTOR) {
  const { head } = desks;
  await head.get('/office/substitutions?language=ru');
  return head.submit('#appoint', {
    absent: idIn(head, 'absent', nameOf(absent)),
    substitute: idIn(head, 'substitute', nameOf(substitute)),
    from,
    until,
  });
}

describe('standing in for the head', () => {
  test.each([
    ['the end before the beginning', '2026-03-05', '2026-03-04'],
    ['days that are over', '2026-02-01', '2026-02-20'],
    ['more than 60 days', '2026-03-02', '2026-05-02'],
    ['a day that is none', '2026-02-30', '2026-03-04'],
  ])('is not appointed for %s', async (_name, from, until) => {
    const page = await appoint(from, until);
    expect([page.status, page.errors()]).toEqual([422, [expect.stringContaining('не больше 60 дней')]]);
  });

  test('is not appointed for oneself, for an executor, or by anybody else', async () => {
    expect((await appoint('2026-03-03', '2026-03-04', HEAD, HEAD)).errors()).toEqual([
      expect.stringContaining('другого сотрудника'),
    ]);
    await desks.head.get('/office/substitutions');
    expect(idIn(desks.head, 'absent', nameOf(EXECUTOR))).toBe('');
    expect((await desks.clerk.get('/office/substitutions')).status).toBe(403);
    expect((await deputy.get('/office?view=head')).text()).not.toContain('Руководитель');
  });

  test('gives his queue and acts on its days, under the own name; twice is once; on the day after it is over', async () => {
    await appoint('2026-03-03', '2026-03-04');
    expect(desks.head.text()).toContain(`Замещает: ${nameOf(HEAD)}`);
    expect((await appoint('2026-03-04', '2026-03-05')).errors()).toEqual([
      expect.stringContaining('уже замещает'),
    ]);
    const { id } = await caseOf(town, (await sendApplication(town, AIGUL)).id);
    await press(desks.clerk, id, 'registered');
    expect((await deputy.get(`/office/cases/${id}/act/executor-named`)).status).toBe(403);

    town.clock.set(new Date('2026-03-03T10:00:00+05:00'));
    deputy = await town.signedIn(OTHER_EXECUTOR.person.iin);
    await fill(deputy, id, 'executor-named', (page) => ({
      executor: idIn(page, 'executor', nameOf(EXECUTOR)),
    }));
    await deputy.get(`/office/cases/${id}?language=ru`);
    expect(deputy.text()).toContain(`${nameOf(OTHER_EXECUTOR)}, за: ${nameOf(HEAD)}`);
    expect((await town.portal.office.byId(id))?.assignee?.name).toBe(nameOf(EXECUTOR));

    town.clock.set(new Date('2026-03-05T10:00:00+05:00'));
    deputy = await town.signedIn(OTHER_EXECUTOR.person.iin);
    expect((await deputy.get('/office/substitutions')).status).toBe(403);
  });

  test('ends when the head is back', async () => {
    town.clock.set(FRIDAY);
    desks = await openDesks(town);
    await appoint('2026-03-06', '2026-03-20');
    deputy = await town.signedIn(OTHER_EXECUTOR.person.iin);
    expect((await deputy.get('/office/substitutions')).status).toBe(200);
    await desks.head.get('/office/substitutions');
    await desks.head.submit('form[action$="/end"]');
    expect(desks.head.path).toBe('/office/substitutions');
    expect((await deputy.get('/office/substitutions')).status).toBe(403);
  });
});

describe('a case that is handed over', () => {
  let id: string;
  beforeAll(async () => {
    town.clock.set(FRIDAY);
    desks = await openDesks(town);
    ({ id } = await caseOf(town, (await sendApplication(town, ERBOL)).id));
    await bringToExecutor(desks, id);
  });
  const successor = (page: TestBrowser) => ({ executor: idIn(page, 'executor', nameOf(OTHER_EXECUTOR)) });

  test('goes to another executor; the terms stay, the road says who gave it to whom', async () => {
    const before = await town.portal.office.byId(id);
    const { head } = desks;
    await head.get(`/office/cases/${id}`);
    expect(head.page.querySelector(`a[href="/office/cases/${id}/executor"]`)).not.toBeNull();
    await head.get(`/office/cases/${id}/executor`);
    await head.submit('#hand-over', successor(head));
    const after = await town.portal.office.byId(id);
    expect(after?.assignee?.name).toBe(nameOf(OTHER_EXECUTOR));
    expect([after?.dueAt, after?.wholeDueAt]).toEqual([before?.dueAt, before?.wholeDueAt]);
    await head.get(`/office/cases/${id}?language=ru`);
    expect(head.text()).toContain(`${nameOf(EXECUTOR)} → ${nameOf(OTHER_EXECUTOR)}`);
    expect((await desks.executor.get(`/office/cases/${id}/act/grant`)).status).toBe(403);
    expect((await deputy.get(`/office/cases/${id}/act/grant`)).status).toBe(200);
  });

  test('is given once: who looked at an older page is told, and the same executor is no other', async () => {
    const { head } = desks;
    const second = await town.signedIn(HEAD.person.iin);
    await head.get(`/office/cases/${id}/executor`);
    await second.get(`/office/cases/${id}/executor`);
    await head.submit('#hand-over', { executor: idIn(head, 'executor', nameOf(EXECUTOR)) });
    await second.submit('#hand-over', { executor: idIn(second, 'executor', nameOf(EXECUTOR)) });
    expect(second.status).toBe(409);
    await head.get(`/office/cases/${id}/executor`);
    const version = String((await town.portal.office.byId(id))?.version);
    await head.submit('#hand-over', {
      executor: (await town.portal.office.byId(id))?.assignee?.accountId ?? '',
      version,
    });
    expect(head.status).toBe(422);
  });

  test('is handed over by the head alone', async () => {
    expect((await desks.clerk.get(`/office/cases/${id}/executor`)).status).toBe(403);
    expect((await desks.executor.get(`/office/cases/${id}/executor`)).status).toBe(403);
    expect(CLERK.post.roles).not.toContain('head');
  });
});
