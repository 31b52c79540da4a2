// The branches of the road: refusal, missing documents, sent back by the head, taken back by the applicant, two officers at once.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sendApplication } from '../../support/fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  decide,
  decideAndIssue,
  fill,
  openDesks,
  paperIn,
  press,
  type Desks,
} from '../../support/office-work.ts';
import { PNG } from '../../support/sample-files.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import {
  AIGUL,
  CLERK,
  ERBOL,
  GULNAR,
  HEAD,
  OTHER_EXECUTOR,
  keyOf,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;
let desks: Desks;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
}, 60_000);
afterAll(() => town.close());

const DAY = 86_400_000;

/** An application of a person whose case stands with the executor. */
async function withExecutor(person: Parameters<typeof sendApplication>[1]) {
  const { browser: citizen, id } = await sendApplication(town, person);
  const { id: caseId } = await caseOf(town, id);
  await bringToExecutor(desks, caseId);
  return { citizen, id, caseId };
}

const standsAt = async (caseId: string): Promise<string> => {
  const { position } = (await town.portal.office.byId(caseId)) ?? {};
  return position?.kind === 'step' ? position.step : `end ${position?.end ?? ''}`;
};

describe('a refusal because of violations in the documents', () => {
  test('names its ground and the right to complain in the paper, and nothing of it in the SMS', async () => {
    const { citizen, id, caseId } = await withExecutor(AIGUL);
    await desks.executor.get(`/office/cases/${caseId}/act/refuse`);
    await desks.executor.submit('#act', { refusalGround: '', refusalExplanation: '' });
    expect(desks.executor.status).toBe(422);
    expect(desks.executor.errors().length).toBe(1);

    await decideAndIssue(town, desks, { caseId, decision: 'refuse', issue: 'refused' });
    const paper = await paperIn(citizen, id);
    const text = await textOfPdf((await citizen.download(paper)).body as Buffer);
    expect(text).toContain('В справке нет печати и даты выдачи');
    expect(text).toMatch(/обжаловать|жалоб/i);
    expect(text).toMatch(/шағым/i);
    expect(await standsAt(caseId)).toBe('end refused');
    const sms = await waitUntil('the SMS', () => town.registers.messages.at(-1));
    expect(sms.text).not.toMatch(/отказ|бас тарт|печат/i);
  }, 60_000);
});

describe('documents that are insufficient', () => {
  test('bring a notice by the head, 20 working days, a signed supplement and the decision after all', async () => {
    const { citizen, id, caseId } = await withExecutor(ERBOL);
    const normal = (await town.portal.office.byId(caseId))?.wholeDueAt;
    await decideAndIssue(town, desks, { caseId, decision: 'shortage', issue: 'notice-issued' });
    const notice = await paperIn(citizen, id);
    expect(await textOfPdf((await citizen.download(notice)).body as Buffer)).toContain('Акт о пожаре');
    expect(await standsAt(caseId)).toBe('await-documents');
    const extended = (await town.portal.office.byId(caseId))?.wholeDueAt;
    expect((extended?.getTime() ?? 0) - (normal?.getTime() ?? 0)).toBeGreaterThan(12 * DAY);
    expect(citizen.page.querySelector('a[href$="/documents"]')).not.toBeNull();

    await citizen.get(`/applications/${id}/documents/remark`);
    await citizen.submit('#remark-form', { remark: '' });
    expect(citizen.status).toBe(422);
    await citizen.get(`/applications/${id}/documents`);
    await citizen.submit(
      '#attach',
      { kind: 'difficult-situation', next: 'add' },
      { field: 'file', name: 'akt.png', bytes: PNG },
    );
    expect(citizen.text()).toContain('akt.png');
    await citizen.submit('#attach', { next: 'done' });
    expect(citizen.path).toBe(`/applications/${id}/documents/remark`);
    await citizen.submit('#remark-form', { remark: '' });
    expect(citizen.path).toBe(`/applications/${id}/documents/sign`);
    await signSupplement(citizen, id, ERBOL);
    expect(citizen.path).toBe(`/applications/${id}/receipt`);

    await waitUntil('the case is back at the executor', async () =>
      (await standsAt(caseId)) === 'review' ? true : undefined,
    );
    await desks.executor.get(`/office/cases/${caseId}`);
    expect(desks.executor.text()).toContain('akt.png');
    // The branch opens once: after it there is only yes or no.
    expect(desks.executor.page.querySelector('a[href$="/act/shortage"]')).toBeNull();
    await decideAndIssue(town, desks, { caseId, decision: 'grant', issue: 'granted' });
    await paperIn(citizen, id, 2);
    expect(await standsAt(caseId)).toBe('end granted');
  }, 90_000);

  test('go on when the applicant says that a paper was lost, and when nothing comes and the executor says so', async () => {
    const lost = await withExecutor(GULNAR);
    await decideAndIssue(town, desks, { ...lost, decision: 'shortage', issue: 'notice-issued' });
    await paperIn(lost.citizen, lost.id);
    await lost.citizen.get(`/applications/${lost.id}/documents/remark`);
    await lost.citizen.submit('#remark-form', { remark: 'Документ сгорел вместе с домом.' });
    await signSupplement(lost.citizen, lost.id, GULNAR);
    await waitUntil('the case is back at the executor', async () =>
      (await standsAt(lost.caseId)) === 'review' ? true : undefined,
    );
    await desks.executor.get(`/office/cases/${lost.caseId}`);
    expect(desks.executor.text()).toContain('Документ сгорел');

    const silent = await withExecutor(GULNAR);
    await decideAndIssue(town, desks, { ...silent, decision: 'shortage', issue: 'notice-issued' });
    await press(desks.executor, silent.caseId, 'not-added');
    expect(await standsAt(silent.caseId)).toBe('review');
  }, 90_000);
});

describe('the head', () => {
  test('sends a draft back with a comment, and the paper of the old draft is gone', async () => {
    const { caseId } = await withExecutor(AIGUL);
    await decide(desks, caseId, 'refuse');
    await waitUntil('the paper is drawn', async () => (await town.portal.office.byId(caseId))?.paper);
    await fill(desks.head, caseId, 'returned', () => ({
      comment: 'Укажите норму, на которую опирается отказ.',
    }));
    expect(await standsAt(caseId)).toBe('review');
    expect((await town.portal.office.byId(caseId))?.paper).toBeUndefined();
    await desks.executor.get(`/office/cases/${caseId}`);
    expect(desks.executor.text()).toContain('Укажите норму');
    await decide(desks, caseId, 'grant');
    const redrawn = await waitUntil(
      'the new paper',
      async () => (await town.portal.office.byId(caseId))?.paper,
    );
    expect(redrawn.outcome).toBe('grant-signed');
  }, 60_000);

  test('signs with a key of the office only: a private key, another office and a clerk’s certificate are refused in words', async () => {
    const { caseId } = await withExecutor(ERBOL);
    await decide(desks, caseId, 'grant');
    const pdf = await waitUntil('the paper is drawn', async () =>
      (await desks.head.get(`/office/cases/${caseId}/sign`)).status === 200
        ? ((await desks.head.download(`/office/cases/${caseId}/sign/bytes`)).body as Buffer)
        : undefined,
    );
    const office = { bin: HEAD.post.bin, name: 'Office' };
    const wrong = [
      keyOf(HEAD.person),
      keyOf(HEAD.person, { organisation: { ...office, bin: '990440000058', role: 'first-head' } }),
      keyOf(HEAD.person, { organisation: { ...office, role: 'employee' } }),
      keyOf(AIGUL, { organisation: { ...office, role: 'first-head' } }),
    ];
    for (const key of wrong) {
      await desks.head.get(`/office/cases/${caseId}/sign`);
      const bytes = await town.sign(pdf, key);
      await desks.head.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
      expect(desks.head.status).toBe(422);
      expect(desks.head.page.querySelector('.km-refused')).not.toBeNull();
    }
    expect(await standsAt(caseId)).toBe('sign');
  }, 90_000);
});

describe('the applicant', () => {
  test('takes an application back while it is considered, and no longer once the decision is being signed', async () => {
    const early = await sendApplication(town, AIGUL);
    const { id: caseId } = await caseOf(town, early.id);
    await early.browser.get(`/applications/${early.id}/withdraw`);
    await early.browser.submit('#withdraw');
    expect(early.browser.path).toBe(`/cabinet/${early.id}`);
    expect(await standsAt(caseId)).toBe('end withdrawn');
    await press(desks.clerk, caseId, 'registered').then(
      () => {
        throw new Error('a withdrawn case was registered');
      },
      () => undefined,
    );

    const late = await withExecutor(AIGUL);
    await decide(desks, late.caseId, 'grant');
    await late.citizen.get(`/applications/${late.id}/withdraw`);
    expect(late.citizen.page.querySelector('#withdraw')).toBeNull();
    const posted = await late.citizen.get(`/cabinet/${late.id}`);
    expect(posted.page.querySelector('a[href$="/withdraw"]')).toBeNull();
  }, 60_000);
});

describe('two officers on one case', () => {
  test('one wins; the other is told who was quicker and loses nothing but the click', async () => {
    const { id } = await sendApplication(town, ERBOL);
    const { id: caseId } = await caseOf(town, id);
    const other = await town.signedIn(CLERK.person.iin);
    await desks.clerk.get(`/office/cases/${caseId}`);
    await other.get(`/office/cases/${caseId}`);
    const results = await Promise.all(
      [desks.clerk, other].map((desk) => desk.submit('form[action*="/act/registered"]')),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409]);
    const told = results.find(({ status }) => status === 409);
    expect(told?.text()).toMatch(/ОМАРОВА/);
    expect((await town.portal.office.byId(caseId))?.done.length).toBe(1);
  }, 60_000);

  test('an executor who was not named sees neither the application nor a button', async () => {
    const { id } = await sendApplication(town, GULNAR);
    const { id: caseId } = await caseOf(town, id);
    await press(desks.clerk, caseId, 'registered');
    await fill(desks.head, caseId, 'executor-named', ({ page }) => ({
      executor:
        page
          .querySelectorAll('.govuk-radios__item')
          .find((item) => item.text.includes(OTHER_EXECUTOR.person.lastName))
          ?.querySelector('input')
          ?.getAttribute('value') ?? '',
    }));
    await desks.executor.get(`/office/cases/${caseId}`);
    expect(desks.executor.text()).not.toContain('АХМЕТОВ ДИАС');
    expect(desks.executor.page.querySelector('[href*="/act/"]')).toBeNull();
    await desks.executor.get(`/office/cases/${caseId}/act/grant`);
    expect(desks.executor.status).toBe(403);
    await desks.executor.get('/office?view=executor');
    expect(desks.executor.page.querySelector(`a[href="/office/cases/${caseId}"]`)).toBeNull();
  }, 60_000);
});

async function signSupplement(
  citizen: TestBrowser,
  id: string,
  person: Parameters<typeof sendApplication>[1],
): Promise<void> {
  const bytes = (await citizen.download(`/applications/${id}/documents/sign/bytes`)).body as Buffer;
  const cms = await town.sign(bytes, keyOf(person));
  await citizen.get(`/applications/${id}/documents/sign`);
  await citizen.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
}
