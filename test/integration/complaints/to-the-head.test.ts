// A citizen complains to the head: delivered, registered, answered with a signed paper, taken up again once, taken to the body above.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ANSWER_TEXT,
  COMPLAINT_TEXT,
  fileComplaint,
  pressComplaint,
  signComplaint,
  writeAnswer,
} from '../../support/complaint-work.ts';
import { sendApplication } from '../../support/fill-application.ts';
import { acceptIntake, fillIntake } from '../../support/intake-work.ts';
import { caseOf, openDesks, type Desks } from '../../support/office-work.ts';
import { textOfPdf } from '../../support/pdf-text.ts';
import { AIGUL, ERBOL, HEAD, QUALITY_OFFICER, startPortal, type TestPortal } from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';
import { waitUntil } from '../../support/wait-until.ts';

let town: TestPortal;
let desks: Desks;
let citizen: TestBrowser;
let application: string;
let id: string;

beforeAll(async () => {
  town = await startPortal();
  town.startWorkers();
  desks = await openDesks(town);
  ({ browser: citizen, id: application } = await sendApplication(town, AIGUL));
  await caseOf(town, application);
}, 90_000);
afterAll(() => town.close());

describe('a complaint to the head', () => {
  test('is delivered to the office, with the date of the answer and how it is counted', async () => {
    await citizen.get(`/cabinet/${application}`);
    expect(citizen.page.querySelector(`a[href="/applications/${application}/complain"]`)).not.toBeNull();
    id = await fileComplaint(citizen, application);
    expect(citizen.status).toBe(200);
    expect(citizen.path).toBe(`/complaints/${id}`);
    expect(citizen.text()).toContain('Шағым жеткізілді');
    expect(citizen.text()).toContain('5 жұмыс күні');
    const complaint = await town.portal.complaints.byId(id);
    expect(complaint).toMatchObject({ way: 'cabinet', officeId: 'astana', state: 'open', late: false });
    expect(complaint?.number).toMatch(/^Ш-\d{4}-\d{6}$/);
    await citizen.get(`/cabinet/${application}`);
    expect(citizen.text()).toContain(complaint?.number);
  });

  test('lies sealed: neither its text nor the name stands in the database', async () => {
    const record = await town.portal.connection
      .collection<{ _id: string }>('complaints')
      .findOne({ _id: id });
    const plain = JSON.stringify({ ...record, sealed: undefined });
    expect(plain).not.toContain('справку');
    expect(plain).not.toContain(AIGUL.iin);
    expect(plain).not.toContain(AIGUL.lastName);
  });

  test('is registered by the clerk, who sees neither its text nor an answer to write', async () => {
    const { clerk } = desks;
    await clerk.get('/office/complaints');
    expect(clerk.page.querySelector(`a[href="/office/complaints/${id}"]`)).not.toBeNull();
    await clerk.get(`/office/complaints/${id}`);
    expect(clerk.text()).not.toContain(COMPLAINT_TEXT);
    expect((await clerk.get(`/office/complaints/${id}/answer`)).status).toBe(403);
    await pressComplaint(clerk, id, 'registered');
    await citizen.get(`/complaints/${id}`);
    // Number, surname and initial of who took it, term and place of the answer.
    expect(citizen.text()).toMatch(
      /Кіріс № Ш-\d{4}-\d{6}\. Қабылдаған: ОМАРОВА С\. Жауап .+ дейін\. Орны: Астана/,
    );
  });

  test('is answered by the head with a key of the organisation, and the answer reaches the cabinet', async () => {
    const { head, clerk } = desks;
    await head.get(`/office/complaints/${id}`);
    expect(head.text()).toContain(COMPLAINT_TEXT);
    await writeAnswer(head, id, 'dismissed');
    const pdf = await signComplaint(town, head, HEAD, id);
    expect(head.path).toBe(`/office/complaints/${id}`);
    expect((await town.portal.complaints.byId(id))?.laps[0]?.answer?.signed).toBeDefined();
    await citizen.get(`/complaints/${id}`);
    expect(citizen.text()).not.toContain(ANSWER_TEXT);

    await pressComplaint(clerk, id, 'dismissed');
    await citizen.get(`/complaints/${id}`);
    expect(citizen.text()).toContain(ANSWER_TEXT);
    const links = citizen.page
      .querySelectorAll('a[href*="/answers/"]')
      .map((link) => link.getAttribute('href') ?? '');
    expect(links).toHaveLength(3);
    const [paper = '', signature = '', report = ''] = links;
    const downloaded = (await citizen.download(paper)).body as Buffer;
    expect(downloaded.equals(pdf)).toBe(true);
    expect(await textOfPdf(downloaded)).toContain('решение по заявлению');
    const cms = (await citizen.download(signature)).body as Buffer;
    const verdict = await town.portal.verifier.verify({
      signature: cms,
      content: downloaded,
      policy: 'office-notification',
      expect: { iin: HEAD.person.iin, bin: HEAD.post.bin },
      at: town.clock.now(),
    });
    expect(verdict.indication).toBe('TOTAL-PASSED');
    expect((await citizen.download(report)).status).toBe(200);
    await waitUntil('the signature is kept', () => town.portal.keeping.of(`complaint/${id}/answer/1`));
    // Anybody who has the answer alone can check it.
    const stranger = town.browser();
    await stranger.get('/verify?language=ru');
    await stranger.submit('#verify', {}, { field: 'file', name: 'ответ.pdf', bytes: downloaded });
    expect(stranger.text()).toContain('Подпись действительна');
    expect(stranger.page.querySelector('#issued-here')).not.toBeNull();
  }, 60_000);

  test('is told of by a short message without content', async () => {
    const complaint = await town.portal.complaints.byId(id);
    const message = await waitUntil('the short message is sent', () =>
      town.registers.messages.find(({ text }) => text.includes(complaint?.number ?? '–')),
    );
    expect(message.text).not.toMatch(/отказано|НҰРЛАНОВА|решение/i);
  });

  test('is taken up again once, and not twice', async () => {
    await citizen.get(`/complaints/${id}/reopen`);
    await citizen.submit('#again', { text: 'Прошу изучить ещё одну справку, она приложена к делу.' });
    expect(citizen.path).toBe(`/complaints/${id}`);
    expect(await town.portal.complaints.byId(id)).toMatchObject({ state: 'open', laps: [{}, {}] });
    await pressComplaint(desks.clerk, id, 'registered');
    await writeAnswer(desks.head, id, 'not-considered');
    await signComplaint(town, desks.head, HEAD, id);
    await pressComplaint(desks.clerk, id, 'not-considered');
    await citizen.get(`/complaints/${id}`);
    expect(citizen.text()).toContain('Шағымды қараудан бас тартылды');
    expect(citizen.page.querySelector(`a[href="/complaints/${id}/reopen"]`)).toBeNull();
    await citizen.get(`/complaints/${id}/reopen`);
    expect(citizen.path).toBe(`/complaints/${id}`);
    const own = await town.portal.applications.byId(application);
    const again = await town.portal.complaints.reopen({
      applicant: { accountId: own?.applicantId ?? '', iin: AIGUL.iin },
      id,
      text: COMPLAINT_TEXT,
    });
    expect(again).toEqual({ ok: false, problem: 'may-not-be-reopened' });
  }, 60_000);

  test('goes on to the quality body, which has 15 working days and answers itself; then there is the court', async () => {
    await citizen.get(`/complaints/${id}/further`);
    await citizen.submit('#again', { text: COMPLAINT_TEXT });
    const second = citizen.path.split('/').at(-1) ?? '';
    expect(second).not.toBe(id);
    expect(citizen.text()).toContain('15 жұмыс күні');
    const officer = await town.signedIn(QUALITY_OFFICER.person.iin);
    expect(officer.path).toBe('/office/complaints');
    await pressComplaint(officer, second, 'registered');
    await officer.get(`/office/complaints/${second}`);
    expect(officer.text()).toContain(ANSWER_TEXT);
    await writeAnswer(officer, second, 'dismissed');
    await signComplaint(town, officer, QUALITY_OFFICER, second);
    await pressComplaint(officer, second, 'dismissed');
    await citizen.get(`/complaints/${second}`);
    expect(citizen.text()).toContain('сотқа жүгінуге болады');
    expect(citizen.page.querySelector(`a[href="/complaints/${second}/reopen"]`)).toBeNull();
    // The head, whose answer it was, has no right to the second complaint.
    expect((await desks.head.get(`/office/complaints/${second}`)).status).toBe(404);
    // A second way up from the same complaint leads to the same one.
    await citizen.get(`/complaints/${id}`);
    expect(citizen.page.querySelector(`a[href="/complaints/${second}"]`)).not.toBeNull();
  }, 60_000);

  test('is recorded at every look', async () => {
    const looks = await town.portal.audit.about(id, 200);
    for (const action of ['complaint.viewed', 'complaint.acted', 'complaint.signed', 'complaint.answer-read'])
      expect(looks.map((look) => look.action)).toContain(action);
  });

  test('does not exist for another citizen', async () => {
    const stranger = await town.signedIn(ERBOL.iin);
    for (const page of ['', '/events', '/reopen', '/further', '/withdraw'])
      expect([page, (await stranger.get(`/complaints/${id}${page}`)).status]).toEqual([page, 404]);
    expect((await stranger.get(`/applications/${application}/complain`)).status).toBe(404);
  });
});

test('a complaint about an application that was brought on paper is read by whoever has its IIN, and by nobody else', async () => {
  const brought = await fillIntake(desks.clerk, ERBOL.iin);
  await acceptIntake(desks.clerk, brought);
  await caseOf(town, brought);
  const owner = await town.signedIn(ERBOL.iin);
  const complaint = await fileComplaint(owner, brought);
  expect([owner.status, owner.path]).toEqual([200, `/complaints/${complaint}`]);
  expect(owner.text()).toContain(COMPLAINT_TEXT);
  expect((await citizen.get(`/complaints/${complaint}`)).status).toBe(404);
}, 60_000);
