// The executor sees how the sum came about, may grant another one with a reason, and the applicant reads both in the notification.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  openDesks,
  paperIn,
  press,
  signPaper,
  type Desks,
} from '../../support/office-work.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { AIGUL, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
let desks: Desks;
let citizen: TestBrowser;
let application: string;
let caseId: string;
beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
  ({ browser: citizen, id: application } = await sendApplication(town, AIGUL));
  ({ id: caseId } = await caseOf(town, application));
  await bringToExecutor(desks, caseId);
}, 90_000);
afterAll(() => town.close());

/** Grants the first row that has an exact sum. */
async function grant(fields: Readonly<Record<string, string>>): Promise<TestBrowser> {
  const { executor } = desks;
  await executor.get(`/office/cases/${caseId}/act/grant?language=ru`);
  const amount = executor.page.querySelector('input[name=amount]')?.getAttribute('value') ?? '';
  return executor.submit('#act', { amount, ...fields });
}

const REASON = 'По решению комиссии помощь за половину срока.';

describe('a sum of the table', () => {
  test('is shown with its calculation and with the decision it comes from', async () => {
    await desks.executor.get(`/office/cases/${caseId}/act/grant?language=ru`);
    expect(desks.executor.text()).toMatch(/МРП × [\d\s]+ ₸/);
  });

  test.each([
    ['no number', 'сто', REASON, 'целыми тенге'],
    ['nothing', '0', REASON, 'целыми тенге'],
    ['more than anybody is granted', '10000001', REASON, 'целыми тенге'],
    ['another sum without a reason', '5000', '', 'почему сумма другая'],
    ['another sum with a word for a reason', '5000', 'так надо', 'почему сумма другая'],
  ])('is not changed by %s; what was typed stays', async (_name, amountTenge, amountReason, words) => {
    const page = await grant({ amountTenge, amountReason });
    expect([page.status, page.errors()]).toEqual([422, [expect.stringContaining(words)]]);
    expect(page.page.querySelector('#amountTenge')?.getAttribute('value')).toBe(amountTenge);
    expect((await town.portal.office.byId(caseId))?.draft.amount).toBeUndefined();
  });

  test('may be another one with a reason, and both stand in the signed notification', async () => {
    await grant({ amountTenge: '5 000', amountReason: REASON });
    const draft = (await town.portal.office.byId(caseId))?.draft.amount;
    expect(draft).toMatchObject({ tenge: 5000, correction: { reason: REASON } });
    await desks.head.get(`/office/cases/${caseId}?language=ru`);
    expect(desks.head.text()).toContain(`исправлено, по таблице`);
    await signPaper(town, desks, caseId);
    await press(desks.clerk, caseId, 'granted');
    const pdf = (await citizen.download(await paperIn(citizen, application))).body as Buffer;
    const text = await textOfPdf(pdf);
    expect(text).toMatch(/5\s000/);
    expect(text.replace(/\s+/g, ' ')).toContain('Сумма исправлена исполнителем, по таблице');
    expect(text.replace(/\s+/g, ' ')).toContain(REASON);
  });
});
