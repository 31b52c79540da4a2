// The office at work, over HTTP and without JavaScript: each officer in a browser of his own, each act through its page.
import type { OfficeCase } from '../../src/office/index.ts';
import { CLERK, EXECUTOR, HEAD, keyOf, type TestPortal } from './portal.ts';
import type { TestBrowser } from './test-browser.ts';
import { waitUntil } from './wait-until.ts';

export interface Desks {
  readonly clerk: TestBrowser;
  readonly head: TestBrowser;
  readonly executor: TestBrowser;
}

export async function openDesks(town: Pick<TestPortal, 'signedIn'>): Promise<Desks> {
  const [clerk, head, executor] = await Promise.all(
    [CLERK, HEAD, EXECUTOR].map(({ person }) => town.signedIn(person.iin)),
  );
  return { clerk, head, executor } as Desks;
}

/** The case of an application, as soon as the worker has brought it. */
export const caseOf = (town: Pick<TestPortal, 'portal'>, applicationId: string): Promise<OfficeCase> =>
  waitUntil('the case is in the office', () => town.portal.office.byApplication(applicationId));

/** The head's key: of the office, by a person who may sign. */
export const headKey = keyOf(HEAD.person, {
  algorithm: 'gost',
  organisation: { bin: HEAD.post.bin, name: 'Office', role: 'first-head' },
});

/** An act without anything to fill in: its button on the page of the case. */
export async function press(desk: TestBrowser, caseId: string, outcome: string): Promise<void> {
  await desk.get(`/office/cases/${caseId}`);
  await desk.submit(`form[action*="/act/${outcome}"]`);
}

/** An act with a page of its own. */
export async function fill(
  desk: TestBrowser,
  caseId: string,
  outcome: string,
  fields: (page: TestBrowser) => Readonly<Record<string, string>>,
): Promise<void> {
  await desk.get(`/office/cases/${caseId}/act/${outcome}`);
  await desk.submit('#act', fields(desk));
}

/** The value of the first radio button of a name. */
const first =
  (name: string) =>
  (page: TestBrowser): Record<string, string> => ({
    [name]: page.page.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '',
  });

/** What the executor may decide, with something sensible filled in. */
export const DECISIONS = {
  grant: first('amount'),
  refuse: (page: TestBrowser) => ({
    ...first('refusalGround')(page),
    refusalExplanation: 'В справке нет печати и даты выдачи.',
  }),
  shortage: (page: TestBrowser) => ({
    ...first('extensionReason')(page),
    missingDocuments: 'Акт о пожаре\nСправка о составе семьи',
  }),
} as const;
export type ExecutorDecision = keyof typeof DECISIONS;

/** Clerk registers, head names the executor. */
export async function bringToExecutor({ clerk, head }: Desks, caseId: string): Promise<void> {
  await press(clerk, caseId, 'registered');
  await fill(head, caseId, 'executor-named', first('executor'));
}

export const decide = ({ executor }: Desks, caseId: string, decision: ExecutorDecision): Promise<void> =>
  fill(executor, caseId, decision, DECISIONS[decision]);

/** The bytes of the paper that the head is to sign, as soon as they are drawn. */
export async function paperBytes(head: TestBrowser, caseId: string): Promise<Buffer> {
  await waitUntil('the paper is drawn', async () =>
    (await head.get(`/office/cases/${caseId}/sign`)).status === 200 ? true : undefined,
  );
  return (await head.download(`/office/cases/${caseId}/sign/bytes`)).body as Buffer;
}

/** The head signs the paper; returns its bytes. */
export async function signPaper(
  town: Pick<TestPortal, 'sign'>,
  { head }: Desks,
  caseId: string,
): Promise<Buffer> {
  const pdf = await paperBytes(head, caseId);
  const bytes = await town.sign(pdf, headKey);
  await head.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
  return pdf;
}

/** From the executor's decision to the paper in the cabinet; returns the bytes of the paper. */
export async function decideAndIssue(
  town: Pick<TestPortal, 'sign'>,
  desks: Desks,
  input: { readonly caseId: string; readonly decision: ExecutorDecision; readonly issue: string },
): Promise<Buffer> {
  await decide(desks, input.caseId, input.decision);
  if (input.decision === 'shortage') await press(desks.executor, input.caseId, 'notice-drawn');
  const pdf = await signPaper(town, desks, input.caseId);
  await press(desks.clerk, input.caseId, input.issue);
  return pdf;
}

/** The address of the newest paper in the open cabinet page of an application. */
export const paperIn = (citizen: TestBrowser, applicationId: string, number = 1): Promise<string> =>
  waitUntil('the notification is in the cabinet', async () => {
    await citizen.get(`/cabinet/${applicationId}`);
    const links = citizen.page
      .querySelectorAll('a[href*="/papers/"]')
      .map((link) => link.getAttribute('href') ?? '')
      .filter((href) => /\/papers\/[^/]+$/.test(href));
    return links.length >= number ? links.at(-1) : undefined;
  });
