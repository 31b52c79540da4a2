// The main road over HTTP, without JavaScript: form, signature made elsewhere, office, paper in the cabinet.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AIGUL, CLERK, EXECUTOR, HEAD, keyOf, startPortal, type TestPortal } from '../../support/portal.ts';
import { sendApplication } from '../../support/fill-application.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
}, 60_000);
afterAll(() => town.close());

const headKey = keyOf(HEAD.person, {
  algorithm: 'gost',
  organisation: { bin: HEAD.post.bin, name: 'Office', role: 'first-head' },
});

/** Opens the first case in an officer's queue. */
async function openFirstCase(officer: TestBrowser): Promise<TestBrowser> {
  await officer.get('/office');
  const link = officer.page.querySelector('.km-queue a');
  if (link === null) throw new Error(`the queue is empty: ${officer.text()}`);
  return officer.get(link.getAttribute('href') ?? '');
}

describe('an application on the main road', () => {
  test('is signed, sent, registered, decided, signed by the head, issued and found in the cabinet', async () => {
    const { browser: citizen, id } = await sendApplication(town, AIGUL);
    expect(citizen.path).toBe(`/applications/${id}/receipt`);
    expect(citizen.text()).toMatch(/Өтініш жіберілді.*\d{4}-000001/);

    const clerk = await town.signedIn(CLERK.person.iin);
    await waitUntil('the case is in the clerk’s queue', async () =>
      (await clerk.get('/office')).page.querySelector('.km-queue') === null ? undefined : true,
    );
    await openFirstCase(clerk);
    expect(clerk.text()).not.toContain(AIGUL.birthDate);
    await clerk.submit('form[action*="/act/registered"]');

    const head = await town.signedIn(HEAD.person.iin);
    await openFirstCase(head);
    await head.get(`${head.path}/act/executor-named`);
    const executorId = head.page.querySelectorAll('input[name=executor]')[0]?.getAttribute('value') ?? '';
    await head.submit('#act', { executor: executorId });

    const executor = await town.signedIn(EXECUTOR.person.iin);
    await openFirstCase(executor);
    expect(executor.text()).toContain('II топ');
    const casePath = executor.path;
    await executor.get(`${casePath}/act/grant`);
    await executor.submit('#act', {
      amount: executor.page.querySelector('input[name=amount]')?.getAttribute('value') ?? '',
    });
    expect(executor.path).toBe(casePath);

    await waitUntil('the paper is drawn', async () =>
      (await head.get(`${casePath}/sign`)).status === 200 ? true : undefined,
    );
    const pdf = (await head.download(`${casePath}/sign/bytes`)).body as Buffer;
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await head.submit(
      '#sign-form',
      {},
      { field: 'signatureFile', name: 's.p7s', bytes: await town.sign(pdf, headKey) },
    );
    expect(head.path).toBe(casePath);

    await openFirstCase(clerk);
    await clerk.submit('form[action*="/act/granted"]');

    const paper = await waitUntil('the notification is in the cabinet', async () => {
      await citizen.get(`/cabinet/${id}`);
      return citizen.page.querySelector('a[href*="/papers/"]')?.getAttribute('href');
    });
    expect(citizen.text()).toContain('Әлеуметтік көмек тағайындалды');
    const delivered = (await citizen.download(paper)).body as Buffer;
    expect(delivered.equals(pdf)).toBe(true);
    const report = JSON.parse(((await citizen.download(`${paper}/report`)).body as Buffer).toString()) as {
      verdict: { indication: string };
    };
    expect(report.verdict.indication).toBe('TOTAL-PASSED');

    const message = await waitUntil('the SMS is sent', () =>
      town.registers.messages.find(({ text }) => text.includes('000001')),
    );
    expect(message.phone).toBe('+77010000001');
    expect(message.text).not.toMatch(/топ|групп|назнач|отказ|₸/i);
  }, 60_000);
});
