// A complaint on its road, over HTTP and without JavaScript: the citizen files it, offices register, answer, sign and send.
import type { Complaint } from '../../src/complaints/index.ts';
import { keyOf, type TestPortal } from './portal.ts';
import type { CastOfficer } from '../../sandbox/demo/cast.ts';
import type { TestBrowser } from './test-browser.ts';
import { waitUntil } from './wait-until.ts';

export const COMPLAINT_TEXT = 'Мою справку не приняли во внимание, прошу пересмотреть решение.';
export const ANSWER_TEXT = 'Справка изучена повторно, решение по заявлению остаётся прежним.';

/** The citizen files a complaint about an application; returns its id. */
export async function fileComplaint(
  citizen: TestBrowser,
  applicationId: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await citizen.get(`/applications/${applicationId}/complain`);
  await citizen.submit('#complain', { to: 'head', subject: '0', text: COMPLAINT_TEXT, ...fields });
  return citizen.path.split('/').at(-1) ?? '';
}

/** An act without anything to fill in. */
export async function pressComplaint(desk: TestBrowser, id: string, outcome: string): Promise<void> {
  await desk.get(`/office/complaints/${id}`);
  await desk.submit(`form[action*="/act/${outcome}"]`);
}

/** Writes the answer; the worker draws it. */
export async function writeAnswer(
  desk: TestBrowser,
  id: string,
  outcome: string,
  text: string = ANSWER_TEXT,
): Promise<void> {
  await desk.get(`/office/complaints/${id}/answer`);
  await desk.submit('#answer', { outcome, text });
}

/** The drawn answer, as soon as it is there. */
export const drawnAnswer = (town: TestPortal, id: string): Promise<NonNullable<Complaint['paper']>> =>
  waitUntil('the answer is drawn', async () => (await town.portal.complaints.byId(id))?.paper);

/** Signs the drawn answer with the officer's key of the organisation; returns the bytes that were signed. */
export async function signComplaint(
  town: TestPortal,
  desk: TestBrowser,
  officer: CastOfficer,
  id: string,
): Promise<Buffer> {
  await drawnAnswer(town, id);
  await desk.get(`/office/complaints/${id}/sign`);
  const pdf = (await desk.download(`/office/complaints/${id}/sign/bytes`)).body as Buffer;
  const bytes = await town.sign(pdf, organisationKey(officer));
  await desk.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
  return pdf;
}

export const organisationKey = (officer: CastOfficer) =>
  keyOf(officer.person, {
    algorithm: 'gost',
    organisation: { bin: officer.post.bin, name: 'Office', role: 'first-head' },
  });
