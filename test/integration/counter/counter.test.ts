// The queue at the counter: numbers, calls, ends; waiting and service are measured against the 30 and 30 minutes of the standard.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CLERK, createTestClock, HEAD, startPortal, type TestPortal } from '../../support/portal.ts';
import { clerkOf } from '../../support/intake-work.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

const NINE = new Date('2026-03-02T09:00:00+05:00').getTime();
const after = (minutes: number): Date => new Date(NINE + minutes * 60_000);

let town: TestPortal;
let clerk: TestBrowser;
beforeAll(async () => {
  const clock = createTestClock();
  clock.set(after(0));
  town = await startPortal({ clock });
  clerk = await town.signedIn(CLERK.person.iin);
}, 60_000);
afterAll(() => town.close());

/** A moment of the day; sessions of half an hour before have ended. */
async function at(minutes: number): Promise<void> {
  town.clock.set(after(minutes));
  clerk = await town.signedIn(CLERK.person.iin);
}
const show = (browser: TestBrowser = clerk) => browser.get('/office/counter?language=ru');
async function take(browser: TestBrowser = clerk): Promise<void> {
  await show(browser);
  await browser.submit('#take', { service: 'astana-158-1286' });
}
const press = async (form: string): Promise<void> => {
  await show();
  await clerk.submit(form);
};

describe('the counter', () => {
  test('gives numbers with how many wait and what the law allows, and names nobody', async () => {
    await take();
    expect(clerk.path).toMatch(/^\/office\/counter\/\w+$/);
    expect(clerk.text()).toMatch(/Талон № 1 .*Перед вами в очереди: 0\..*не больше 30 минут/);
    await take();
    await take();
    expect(clerk.text()).toContain('Перед вами в очереди: 2.');
  });

  test('calls in order, one at a time, and measures', async () => {
    await at(10);
    await press('#call-form');
    expect(clerk.text()).toContain('У вас талон № 1');
    await at(25);
    await press('#end');
    await at(31);
    await show();
    expect(clerk.text()).toContain('больше нормы, 30 мин');
    await press('#call-form');
    await at(70);
    await show();
    expect(clerk.text()).toMatch(/Обслуживание идёт: 39 мин\s+больше нормы/);
    await press('#end');
    expect(clerk.text()).toMatch(
      /Обслужено\s*2.*Ожидание, медиана\s*31 мин\s*в пределах нормы 1 из 2.*Обслуживание, медиана\s*39 мин\s*в пределах нормы 1 из 2/,
    );
  });

  test('two clicks end one service, and who did not come is not counted as served', async () => {
    await press('#call-form');
    const second = await town.signedIn(CLERK.person.iin);
    await show(second);
    await press('#left');
    await second.submit('#left');
    expect(second.status).toBe(200);
    expect(second.text()).toMatch(/Талонов выдано\s*3.*Обслужено\s*2/);
  });

  test('twenty at once get twenty numbers; two calls at once call two people or one', async () => {
    const officer = { officeId: 'astana', accountId: 'one' } as never;
    const other = { officeId: 'astana', accountId: 'other' } as never;
    const { counter } = town.portal;
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => counter.take({ officer, regulationId: 'astana-158-1286' })),
    );
    const numbers = taken.map((one) => (one.ok ? one.value.number : 0));
    expect(new Set(numbers).size).toBe(20);
    const calls = await Promise.all(
      [officer, officer, other].map((one) => counter.callNext({ officer: one })),
    );
    expect(calls.map((one) => (one.ok ? 'called' : one.problem)).sort()).toEqual([
      'busy',
      'called',
      'called',
    ]);
    expect(new Set(calls.flatMap((one) => (one.ok ? [one.value.number] : []))).size).toBe(2);
  });

  test('is closed to who does not work there, and to what is no service of the office', async () => {
    const head = await town.signedIn(HEAD.person.iin);
    expect((await show(head)).status).toBe(403);
    await show();
    await clerk.submit('#take', { service: 'kostanay-565-6' });
    expect([clerk.status, clerk.errors()]).toEqual([422, ['Выберите услугу']]);
    const own = await town.portal.connection.collection<{ _id: string }>('tickets').findOne({});
    const stranger = await town.signedIn(clerkOf('shortandy').person.iin);
    expect((await stranger.get(`/office/counter/${own?._id}`)).status).toBe(404);
  });

  test('begins with number 1 on the next day', async () => {
    await at(24 * 60);
    await take();
    expect(clerk.text()).toContain('Талон № 1');
  });
});
