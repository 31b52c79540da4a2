// A portal in which every page of the route table has something to show: applications in each state of the road, and who may see them.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawnAnswer, fileComplaint, pressComplaint, signComplaint, writeAnswer } from './complaint-work.ts';
import { fillApplication, sendApplication } from './fill-application.ts';
import {
  bringToExecutor,
  caseOf,
  decide,
  decideAndIssue,
  openDesks,
  paperIn,
  type Desks,
} from './office-work.ts';
import { addEntry, CHILD, entriesOf, FLAT, newEntry, startForm, WAGES } from './family-work.ts';
import { fillIntake, openIntake } from './intake-work.ts';
import { AIGUL, ERBOL, GULNAR, HEAD, startPortal, VERA, type TestPortal } from './portal.ts';
import { PNG } from './sample-files.ts';
import { makeTermStates } from './term-states.ts';
import { waitUntil } from './wait-until.ts';
import { IINS, type Who } from './who-looks.ts';

/** An address as somebody sees it. */
export interface Shown {
  readonly who: Who;
  readonly address: string;
}

export interface PageStates {
  readonly town: TestPortal;
  /** http://localhost:PORT */
  readonly base: string;
  /** At least one address for each page of the route table. */
  readonly pages: readonly Shown[];
  close(): Promise<void>;
}

const SERVICE = 'astana-158-1286';
const SCHOOLING = 'kostanay-565-5';
const HOUSING = 'kostanay-565-7';
const ORDER = 'order-84-2023';
const FOR_OTHER = { language: 'ru', submittedBy: 'representative' } as const;

const own = (who: Who, ...addresses: readonly string[]): Shown[] =>
  addresses.map((address) => ({ who, address }));

/** An answered complaint to the head, which may go on, and one to the akim that has just come. */
async function makeComplaints(
  town: TestPortal,
  desks: Desks,
  { browser, id }: Awaited<ReturnType<typeof sendApplication>>,
): Promise<Shown[]> {
  const answered = await fileComplaint(browser, id);
  await pressComplaint(desks.clerk, answered, 'registered');
  await writeAnswer(desks.head, answered, 'dismissed');
  await signComplaint(town, desks.head, HEAD, answered);
  await pressComplaint(desks.clerk, answered, 'dismissed');
  const fresh = await fileComplaint(browser, id, { to: 'akim' });
  const written = await fileComplaint(browser, id, { subject: '1' });
  await pressComplaint(desks.clerk, written, 'registered');
  await writeAnswer(desks.head, written, 'upheld');
  await drawnAnswer(town, written);
  const desk = (page: string): string => `/office/complaints/${page}`;
  return [
    ...own('aigul', `/applications/${id}/complain`, `/complaints/${answered}`, `/complaints/${fresh}`),
    ...own('aigul', ...['reopen', 'further', 'withdraw'].map((page) => `/complaints/${answered}/${page}`)),
    ...own('aigul', `/complaints/${fresh}/withdraw`),
    ...own('clerk', '/office/complaints', '/office/complaints?view=closed', desk('new'), desk(answered)),
    ...own('clerk', desk(`${written}/act/upheld`)),
    ...own('head', '/office/complaints', desk(written), desk(`${written}/answer`), desk(`${written}/sign`)),
    ...own('akim', '/office/complaints?view=open', desk(fresh)),
    ...own('quality', '/office/complaints'),
  ];
}

export async function makePageStates(): Promise<PageStates> {
  const town = await startPortal();
  town.startWorkers();
  const server: Server = await new Promise((resolve) => {
    const listening = town.app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const desks = await openDesks(town);

  // Granted: a paper in the cabinet.
  const granted = await sendApplication(town, AIGUL);
  const grantedCase = (await caseOf(town, granted.id)).id;
  await bringToExecutor(desks, grantedCase);
  await decideAndIssue(town, desks, { caseId: grantedCase, decision: 'grant', issue: 'granted' });
  await paperIn(granted.browser, granted.id);

  // A draft with everything in it, ready to be signed.
  const draft = await fillApplication(granted.browser);
  await granted.browser.get(`/applications/${draft}/attachments`);
  await granted.browser.submit(
    '#attach',
    { kind: 'other', next: 'add' },
    { field: 'file', name: 'құжат.png', bytes: PNG },
  );

  // Documents are missing: the applicant is asked.
  const asked = await sendApplication(town, ERBOL);
  const askedCase = (await caseOf(town, asked.id)).id;
  await bringToExecutor(desks, askedCase);
  await decideAndIssue(town, desks, { caseId: askedCase, decision: 'shortage', issue: 'notice-issued' });
  await paperIn(asked.browser, asked.id);
  await asked.browser.get(`/applications/${asked.id}/documents/remark`);
  await asked.browser.submit('#remark-form', { remark: 'Құжат өртеніп кетті.' });

  // Four cases, each with another officer.
  const fresh = await sendApplication(town, GULNAR);
  const freshCase = (await caseOf(town, fresh.id)).id;
  const registered = (await caseOf(town, (await sendApplication(town, GULNAR)).id)).id;
  await desks.clerk.get(`/office/cases/${registered}`);
  await desks.clerk.submit('form[action*="/act/registered"]');
  const reviewed = (await caseOf(town, (await sendApplication(town, ERBOL)).id)).id;
  await bringToExecutor(desks, reviewed);
  const drawn = (await caseOf(town, (await sendApplication(town, GULNAR)).id)).id;
  await bringToExecutor(desks, drawn);
  await decide(desks, drawn, 'refuse');
  await waitUntil('the paper is drawn', async () => (await town.portal.office.byId(drawn))?.paper);

  const prolonging = await makeTermStates(town, [registered, drawn]);
  const complained = await makeComplaints(town, desks, granted);
  // On the desk where papers are brought: one in work, one accepted.
  const brought = await fillIntake(desks.clerk, ERBOL.iin, { 'paper-income': 'absent' });
  await desks.clerk.submit('#accept');
  const onDesk = await openIntake(desks.clerk, GULNAR.iin);

  // Forms with lists: one with an entry and one empty, at home and on the desk.
  const home = await startForm(granted.browser, SCHOOLING);
  await addEntry(granted.browser, `${home}/family`, CHILD);
  const [entry = ''] = entriesOf(granted.browser);
  const alone = await startForm(fresh.browser, SCHOOLING);
  const housing = await startForm(granted.browser, HOUSING);
  await addEntry(granted.browser, `${housing}/family`, CHILD);
  await addEntry(granted.browser, `${housing}/income`, WAGES);
  const [income = ''] = entriesOf(granted.browser);
  await addEntry(granted.browser, `${housing}/property`, FLAT);
  const [property = ''] = entriesOf(granted.browser);
  await desks.clerk.get(`/office/intake/${onDesk}/family`);
  const onPaper = newEntry(desks.clerk);
  const other = await startForm(fresh.browser, ORDER, { header: FOR_OTHER });
  const shortandy = await town.signedIn(IINS.shortandy);
  const ofOther = `/office/intake/${await openIntake(shortandy, ERBOL.iin)}`;
  await shortandy.get(`${ofOther}/header`);
  await shortandy.submit('#block', FOR_OTHER);
  await shortandy.get(`${ofOther}/category`);
  await shortandy.submit('#block', { ground: 'LOW_INCOME' });
  const lists: string[] = [];
  for (const list of ['income', 'property']) {
    await shortandy.get(`${ofOther}/${list}`);
    lists.push(`${ofOther}/${list}`, newEntry(shortandy));
  }

  await desks.clerk.get('/office/counter');
  const ticket = (await desks.clerk.submit('#take', { service: SERVICE })).path;

  const vera = await town.signedIn(VERA.iin);
  await vera.get(`/services/${SERVICE}/start`);
  await vera.submit('#start');
  const notEligible = vera.path;

  const blocks = [
    'header',
    'applicant',
    'residence',
    'contacts',
    'category',
    'bank',
    'consents',
    'attachments',
    'check',
    'sign',
  ];
  return {
    town,
    base,
    pages: [
      ...own(
        'visitor',
        '/',
        '/verify',
        '/diseases',
        '/diseases?edition=2020-01-01',
        '/accessibility',
        '/privacy',
        '/services',
        `/services/${SERVICE}`,
      ),
      ...own('visitor', '/how', ...['order-84-2023', 'complaint-2015'].map((id) => `/services/${id}/how`)),
      ...own('visitor', '/sign-in', '/sign-in/key', '/office/sign-in', '/register', '/nowhere'),
      ...own(
        'aigul',
        '/cabinet',
        '/profile',
        `/cabinet/${granted.id}`,
        `/applications/${granted.id}/receipt`,
      ),
      ...own('aigul', `/services/${SERVICE}/start`, `/applications/${draft}`, '/office'),
      ...own('aigul', ...blocks.map((block) => `/applications/${draft}/${block}`)),
      ...own('erbol', `/cabinet/${asked.id}`, `/applications/${asked.id}/withdraw`),
      ...own(
        'erbol',
        ...['', '/remark', '/sign'].map((page) => `/applications/${asked.id}/documents${page}`),
      ),
      ...own('gulnar', `/cabinet/${fresh.id}`, `/applications/${fresh.id}/withdraw`),
      ...own('aigul', home, `${home}/category`, `${home}/family`, entry, `/services/${SCHOOLING}`),
      ...own('aigul', housing, `${housing}/income`, income, `${housing}/property`, property),
      ...own('gulnar', `${alone}/family`),
      ...own('clerk', `/office/intake/${onDesk}/family`, onPaper),
      ...own('gulnar', ...['', '/header', '/representative', '/applicant'].map((page) => `${other}${page}`)),
      ...own('gulnar', ...['/residence', '/contacts', '/attachments'].map((page) => `${other}${page}`)),
      ...own('shortandy', `${ofOther}/representative`, ...lists),
      ...own('vera', notEligible),
      ...own('clerk', '/office', '/office?view=all', '/office?view=closed', `/office/cases/${freshCase}`),
      ...own(
        'clerk',
        '/office/counter',
        ticket,
        '/office/journals/applications',
        '/office/journals/issue?from=2020-01-01&to=2020-01-31',
      ),
      ...own('clerk', '/office/intake', '/office/intake/new', `/office/intake/${brought}/receipt`),
      ...own(
        'clerk',
        ...['', ...blocks.slice(0, 8).map((block) => `/${block}`), '/papers'].map(
          (page) => `/office/intake/${onDesk}${page}`,
        ),
      ),
      ...own('clerk', `/office/cases/${freshCase}/act/registered`, `/office/cases/${freshCase}/sign`),
      ...own('head', '/office', `/office/cases/${registered}/act/executor-named`),
      ...own('shortandyHead', `/office/cases/${prolonging}`, `/office/cases/${prolonging}/prolong`),
      ...own(
        'head',
        ...['', '/act/returned', '/sign'].map((rest) => `/office/cases/${drawn}${rest}`),
        ...['/office/signing', '/office/substitutions', `/office/cases/${reviewed}/executor`],
        `/office/cases/${grantedCase}`,
      ),
      ...complained,
      ...own('administrator', '/office/reference/calendar', '/office/reference/calendar/2027'),
      ...own('executor', '/office', `/office/cases/${reviewed}`),
      ...own(
        'executor',
        ...['grant', 'refuse', 'shortage'].map((act) => `/office/cases/${reviewed}/act/${act}`),
      ),
    ],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await town.close();
    },
  };
}
