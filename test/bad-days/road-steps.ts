// The road as a table of steps: what a person opens and sends, or what the worker does, and how the database tells that it was made.
import type { QueueName } from '../../src/outbox/index.ts';
import type { Person } from '../../src/registers/index.ts';
import type { MortalTown } from '../support/mortal-town.ts';
import { DECISIONS, headKey, type Desks } from '../support/office-work.ts';
import { keyOf } from '../support/portal.ts';
import type { TestBrowser } from '../support/test-browser.ts';

/** One applicant on the way. */
export interface Road {
  readonly town: MortalTown;
  readonly desks: Desks;
  readonly person: Person;
  readonly citizen: TestBrowser;
  /** Of the application. */
  readonly id: string;
  /** The phone that is written into the form on the way. */
  readonly phone: string;
}

export interface PersonsStep {
  readonly name: string;
  /** Opens the page and gives back what its button does. */
  readonly open: (road: Road) => Promise<() => Promise<TestBrowser>>;
  readonly made: (road: Road) => Promise<boolean>;
}

export interface WorkersStep {
  readonly name: string;
  readonly queue: QueueName;
  readonly made: (road: Road) => Promise<boolean>;
}

const application = async ({ town, id }: Road) => {
  const found = await town.portal.applications.byId(id);
  if (found === undefined) throw new Error(`application ${id} is lost`);
  return found;
};
const caseIn = ({ town, id }: Road) => town.portal.office.byApplication(id);
const notificationsIn = ({ town, id }: Road) => town.portal.notifications.ofApplication(id);
const done =
  (outcome: string) =>
  async (road: Road): Promise<boolean> =>
    (await caseIn(road))?.done.some((step) => step.outcome === outcome) === true;

const caseIdOf = async (road: Road): Promise<string> => {
  const found = await caseIn(road);
  if (found === undefined) throw new Error('the case is lost');
  return found.id;
};

/** Opens an address; a page that does not come, or comes without what is looked for, is a reason to try again. */
async function opened(browser: TestBrowser, path: string): Promise<TestBrowser> {
  const page = await browser.get(path);
  if (page.status !== 200) throw new Error(`${path}: status ${page.status}`);
  return page;
}

/** A button on the page of the case. */
const pressing =
  (desk: keyof Desks, outcome: string): PersonsStep['open'] =>
  async (road) => {
    const page = await opened(road.desks[desk], `/office/cases/${await caseIdOf(road)}`);
    return () => page.submit(`form[action*="/act/${outcome}"]`);
  };

/** An act with a page of its own. */
const filling =
  (
    desk: keyof Desks,
    outcome: string,
    fields: (page: TestBrowser) => Readonly<Record<string, string>>,
  ): PersonsStep['open'] =>
  async (road) => {
    const page = await opened(road.desks[desk], `/office/cases/${await caseIdOf(road)}/act/${outcome}`);
    return () => page.submit('#act', fields(page));
  };

/** A page with bytes to sign. */
async function signing(
  road: Road,
  browser: TestBrowser,
  path: string,
  key: ReturnType<typeof keyOf>,
): Promise<() => Promise<TestBrowser>> {
  await opened(browser, path);
  const content = (await browser.download(`${path}/bytes`)).body as Buffer;
  const bytes = await road.town.sign(content, key);
  return () => browser.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes });
}

const chosen = (page: TestBrowser): Readonly<Record<string, string>> => ({
  executor: page.page.querySelector('input[name=executor]')?.getAttribute('value') ?? '',
});

export const STEPS: readonly (PersonsStep | WorkersStep)[] = [
  {
    name: 'a page of the draft is saved',
    async open({ citizen, id, phone }) {
      await opened(citizen, `/applications/${id}/contacts`);
      return () => citizen.submit('#block', { mobilePhone: phone });
    },
    made: async (road) => (await application(road)).content.answers.contacts?.mobilePhone === road.phone,
  },
  {
    name: 'the application is sent',
    open: (road) => signing(road, road.citizen, `/applications/${road.id}/sign`, keyOf(road.person)),
    made: async (road) => (await application(road)).status === 'submitted',
  },
  {
    name: 'the office receives it',
    queue: 'forward-to-office',
    made: async (road) => (await caseIn(road)) !== undefined,
  },
  {
    name: 'the clerk registers',
    open: pressing('clerk', 'registered'),
    made: done('registered'),
  },
  {
    name: 'the head names the executor',
    open: filling('head', 'executor-named', chosen),
    made: done('executor-named'),
  },
  {
    name: 'the executor decides',
    open: filling('executor', 'grant', DECISIONS.grant),
    made: done('grant'),
  },
  {
    name: 'the paper is drawn',
    queue: 'draw-paper',
    made: async (road) => {
      const found = await caseIn(road);
      return found?.paper !== undefined || (found?.issued.length ?? 0) > 0;
    },
  },
  {
    name: 'the head signs',
    open: async (road) =>
      signing(road, road.desks.head, `/office/cases/${await caseIdOf(road)}/sign`, {
        ...headKey,
        algorithm: 'rsa',
      }),
    made: async (road) => {
      const found = await caseIn(road);
      return found?.paper?.signed !== undefined || (found?.issued.length ?? 0) > 0;
    },
  },
  {
    name: 'the clerk issues',
    open: pressing('clerk', 'granted'),
    made: done('granted'),
  },
  {
    name: 'the notification is delivered',
    queue: 'issue-notification',
    made: async (road) => (await notificationsIn(road)).length > 0,
  },
  {
    name: 'the applicant is told',
    queue: 'tell-applicant',
    made: async (road) => (await notificationsIn(road))[0]?.smsSentAt !== undefined,
  },
];

export const isWorkers = (step: PersonsStep | WorkersStep | undefined): step is WorkersStep =>
  step !== undefined && 'queue' in step;
