// The desk where papers are brought, at work: a clerk without JavaScript types an application block by block and scans it.
import { PEOPLE } from '../../sandbox/gateway/people.ts';
import { OFFICERS } from '../../sandbox/demo/cast.ts';
import { IBAN } from './fill-application.ts';
import { PDF } from './sample-files.ts';
import type { TestBrowser } from './test-browser.ts';

/** The clerk of an office. */
export function clerkOf(officeId: string): (typeof OFFICERS)[number] {
  const found = OFFICERS.find(({ post }) => post.officeId === officeId && post.roles.includes('clerk'));
  if (found === undefined) throw new Error(`the cast has no clerk in ${officeId}`);
  return found;
}

/** The demo person with this place in the list. */
export const personAt = (place: number): (typeof PEOPLE)[number]['person'] => {
  const found = PEOPLE[place]?.person;
  if (found === undefined) throw new Error('the cast is incomplete');
  return found;
};

/** Opens an intake; returns its id. */
export async function openIntake(
  desk: TestBrowser,
  iin: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  await desk.get('/office/intake/new');
  const door = desk.page.querySelector('input[name=door]')?.getAttribute('value') ?? '';
  await desk.submit('#start', { door, iin, broughtBy: 'applicant', consent: 'yes', ...fields });
  return desk.path.split('/')[3] ?? '';
}

/** What stands on the paper; blocks that the form does not have are passed over. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  header: { language: 'ru', submittedBy: 'self' },
  representative: {},
  applicant: {},
  residence: { actualSame: 'yes' },
  contacts: { mobilePhone: '+7 701 000 00 01' },
  category: { ground: 'LOW_INCOME' },
  family: { none: 'yes' },
  income: { none: 'yes' },
  property: { none: 'yes' },
  bank: { iban: IBAN, ownAccount: 'yes' },
};

/** Types every block that the tasks name; `said` is what this paper says otherwise. */
export async function typeBlocks(
  desk: TestBrowser,
  id: string,
  said: Readonly<Record<string, string>> = {},
): Promise<void> {
  const blocks = async (): Promise<string[]> => {
    await desk.get(`/office/intake/${id}`);
    return desk.page
      .querySelectorAll('.govuk-task-list__link')
      .map((link) => link.getAttribute('href')?.split('/').at(-1) ?? '')
      .filter((block) => block in TYPED);
  };
  const typed = new Set<string>();
  // Some blocks are asked for only after another was answered.
  for (
    let [next] = await blocks();
    next !== undefined;
    [next] = (await blocks()).filter((one) => !typed.has(one))
  ) {
    typed.add(next);
    await desk.get(`/office/intake/${id}/${next}`);
    const asked = new Set(
      desk.page.querySelectorAll('#block [name]').map((field) => field.getAttribute('name')),
    );
    const others = Object.entries(said).filter(([name]) => asked.has(name));
    await desk.submit('#block', { ...TYPED[next], ...Object.fromEntries(others) });
  }
  await desk.get(`/office/intake/${id}/consents`);
  const boxes = desk.page.querySelectorAll('#block input[type=checkbox]');
  await desk.submit(
    '#block',
    Object.fromEntries(boxes.map((box) => [box.getAttribute('name') ?? '', 'yes'])),
  );
}

/** Notes every required document as brought, but those named here. */
export async function notePapers(
  desk: TestBrowser,
  id: string,
  others: Readonly<Record<string, string>> = {},
): Promise<void> {
  await desk.get(`/office/intake/${id}/papers`);
  const names = new Set(
    desk.page.querySelectorAll('#papers input[type=radio]').map((radio) => radio.getAttribute('name') ?? ''),
  );
  await desk.submit('#papers', {
    ...Object.fromEntries([...names].map((name) => [name, 'brought'])),
    ...others,
  });
}

/** Scans the signed application. */
export async function scanApplication(desk: TestBrowser, id: string): Promise<void> {
  await desk.get(`/office/intake/${id}/attachments`);
  await desk.submit(
    '#attach',
    { kind: 'application', next: 'add' },
    { field: 'file', name: 'өтініш.pdf', bytes: PDF },
  );
}

/** The whole package of a person, up to the button that accepts it, with what is `said` otherwise; returns the id of the intake. */
export async function fillIntake(
  desk: TestBrowser,
  iin: string,
  papers: Readonly<Record<string, string>> = {},
  said: {
    readonly start?: Readonly<Record<string, string>>;
    readonly typed?: Readonly<Record<string, string>>;
  } = {},
): Promise<string> {
  const id = await openIntake(desk, iin, said.start);
  await typeBlocks(desk, id, said.typed);
  await notePapers(desk, id, papers);
  await scanApplication(desk, id);
  await desk.get(`/office/intake/${id}`);
  return id;
}

/** Presses the button that accepts the package. */
export async function acceptIntake(desk: TestBrowser, id: string): Promise<void> {
  await desk.get(`/office/intake/${id}`);
  await desk.submit('#accept');
}
