// The main road over HTTP, without JavaScript: form, signature made elsewhere, office, paper in the cabinet.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  decideAndIssue,
  openDesks,
  paperIn,
  type Desks,
} from '../../support/office-work.ts';
import { factsOfPdf, textOfPdf } from '../../support/pdf-text.ts';
import { AIGUL, startPortal, type TestPortal } from '../../support/portal.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;
let desks: Desks;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
}, 60_000);
afterAll(() => town.close());

describe('an application on the main road', () => {
  test('is signed, sent, registered, decided, signed by the head, issued and found in the cabinet', async () => {
    const { browser: citizen, id } = await sendApplication(town, AIGUL);
    expect(citizen.path).toBe(`/applications/${id}/receipt`);
    expect(citizen.text()).toMatch(/Өтініш жіберілді.*\d{4}-000001/);

    const { id: caseId } = await caseOf(town, id);
    await desks.clerk.get('/office');
    const link = desks.clerk.page.querySelector('.km-queue a')?.getAttribute('href');
    expect(link).toBe(`/office/cases/${caseId}`);
    await desks.clerk.get(`/office/cases/${caseId}`);
    expect(desks.clerk.text()).not.toContain(AIGUL.birthDate);
    expect(desks.clerk.text()).not.toContain('топ');

    await bringToExecutor(desks, caseId);
    await desks.executor.get(`/office/cases/${caseId}`);
    expect(desks.executor.text()).toContain('II топ');

    const pdf = await decideAndIssue(town, desks, { caseId, decision: 'grant', issue: 'granted' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    const facts = await factsOfPdf(pdf);
    expect([facts.get('Tagged'), facts.get('Encrypted'), facts.get('JavaScript')]).toEqual([
      'yes',
      'no',
      'no',
    ]);
    const text = await textOfPdf(pdf);
    expect(text).toContain('Әлеуметтік көмек тағайындау туралы хабарлама');
    expect(text).toContain('Уведомление о назначении социальной помощи');
    // The account stands there masked, the diagnosis or group not at all.
    expect(text).not.toMatch(/KZ31 ?601A|топ|групп/);

    const paper = await paperIn(citizen, id);
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
    expect(message.text).not.toMatch(/топ|групп|назнач|тағайын|отказ|бас тарт|₸/i);
  }, 60_000);
});
