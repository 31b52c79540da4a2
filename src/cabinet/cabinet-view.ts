// What the citizen sees of an application: where it is, who has it, the latest date of the next step, what can be done. It reads, never
// decides; the state is derived anew each time from the application, the case and the delivered papers.
import { applicationPaths, howOf, pinnedRegulation, type Application } from '../application/index.ts';
import { complaintLine, complaintPaths, type Complaint } from '../complaints/index.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { Notification } from '../notification/index.ts';
import { clockOf, mayBeWithdrawn, type OfficeCase } from '../office/index.ts';
import {
  complaintTerm,
  explainDeadline,
  explainRegistration,
  formatTerm,
  isByReference,
  planDeadlines,
  statuses,
  titleOfPaper,
  type DeadlinePlan,
  type Regulation,
  type Status,
} from '../regulations/index.ts';
import { lateView } from './late-view.ts';

interface Sources {
  readonly application: Application;
  readonly officeCase: OfficeCase | undefined;
  readonly notifications: readonly Notification[];
  readonly complaints: readonly Complaint[];
}

/** The status of the law's list (domain G2) that describes the application now. */
export function statusOf({ application, officeCase }: Pick<Sources, 'application' | 'officeCase'>): Status {
  if (application.status === 'draft') return 'DRAFT';
  if (application.status === 'withdrawn') return 'WITHDRAWN';
  if (application.signature.state === 'refused' || officeCase?.state === 'stopped') return 'SIGN_REFUSED';
  if (officeCase === undefined) return 'SENT';
  const regulation = pinnedRegulation(officeCase.regulation);
  const { position } = officeCase;
  const stands =
    position.kind === 'step'
      ? regulation.steps.find(({ id }) => id === position.step)
      : regulation.ends.find(({ id }) => id === position.end);
  return stands?.status ?? 'IN_PROCESSING';
}

/** Colour beside the word; the word says it alone too. */
export function toneOf(status: Status): 'green' | 'red' | 'yellow' | 'grey' | 'blue' {
  if (status === 'GRANTED') return 'green';
  if (status === 'REFUSED' || status === 'SIGN_REFUSED' || status === 'NOT_ACCEPTED') return 'red';
  if (status === 'DOCS_REQUESTED') return 'yellow';
  return status === 'DRAFT' || status === 'WITHDRAWN' ? 'grey' : 'blue';
}

/** One line of the list. */
export function lineOf(sources: Pick<Sources, 'application' | 'officeCase'>, language: Language) {
  const { application, officeCase } = sources;
  const status = statusOf(sources);
  const regulation = pinnedRegulation(application.regulation);
  return {
    id: application.id,
    href:
      application.status === 'draft' ? applicationPaths.tasks.at(application) : `/cabinet/${application.id}`,
    number: application.status === 'draft' ? undefined : application.number,
    service: regulation.shortName[language],
    status: { word: statuses[status][language], tone: toneOf(status) },
    due: isRunning(sources) ? planOf(sources, regulation).due : null,
    updatedAt: officeCase?.updatedAt ?? application.updatedAt,
  };
}

const isRunning = ({ application, officeCase }: Pick<Sources, 'application' | 'officeCase'>): boolean =>
  application.status === 'submitted' &&
  application.signature.state !== 'refused' &&
  (officeCase === undefined || officeCase.state === 'open');

/** The clock: of the case, or while there is none yet, of the submission alone. */
function planOf(
  { application, officeCase }: Pick<Sources, 'application' | 'officeCase'>,
  regulation: Regulation,
): DeadlinePlan {
  if (officeCase !== undefined) return clockOf(regulation, officeCase);
  if (application.status === 'draft') throw new Error('a draft has no clock');
  const ground = application.content.answers.category?.ground;
  const planned = planDeadlines(regulation, {
    submitted: application.submittedAt,
    channel: application.channel,
    ...(ground && { ground }),
  });
  if (!planned.ok)
    throw new Error(`no clock for an application of ${regulation.id}: ${planned.problem.kind}`);
  return planned.value;
}

interface Event {
  readonly state: 'done' | 'present' | 'next';
  readonly name: string;
  readonly at: Date | null;
  readonly who: string | undefined;
  readonly note: string | undefined;
}

/** The page of one application. */
export function cabinetView(
  sources: Sources & { readonly application: Exclude<Application, { status: 'draft' }> },
  now: Date,
  words: { readonly language: Language; readonly t: Translate },
) {
  const { application, officeCase, notifications } = sources;
  const { language, t } = words;
  const regulation = pinnedRegulation(application.regulation);
  const plan = planOf(sources, regulation);
  const running = isRunning(sources);
  const present = plan.steps.find(({ done }) => done === undefined);
  return {
    ...lineOf(sources, language),
    version: versionOf(sources),
    submittedAt: application.submittedAt,
    signature: application.signature.state,
    running,
    late: running ? lateView({ officeCase, regulation, plan, now }, language) : undefined,
    prolonged: officeCase?.prolonged?.reason,
    plan: {
      due: plan.due,
      dueExtended: plan.dueExtended,
      extended: officeCase?.position.facts.extended ?? false,
      term: termIn(plan.wholeTerm, language),
    },
    explanation: running
      ? [
          explainRegistration(plan.registration, application.submittedAt, language),
          ...(present === undefined ? [] : explainDeadline(present.explanation, language)),
        ]
      : [],
    /** Stored, and not yet a case: seldom longer than a second, unless the queues are away. */
    notWithOffice: running && officeCase === undefined,
    waitsForYou: running && present?.actor === 'applicant',
    canWithdraw: running && (officeCase === undefined || mayBeWithdrawn(officeCase)),
    events: eventsOf(sources, regulation, plan, words),
    notifications: notifications.map((notification) => ({
      id: notification.id,
      number: notification.number,
      title: titleOfPaper(regulation, notification.paper, language),
      issuedAt: notification.issuedAt,
      isNew: notification.readAt === undefined,
    })),
    complaints: sources.complaints.map((one) => complaintLine(one, now, language)),
    complain: officeCase === undefined ? undefined : complaintPaths.file.at(application),
    complaint: {
      addressees: regulation.complaint.addressees.map(({ name }) => name[language]),
      term: complaintTerm(regulation, language),
      court: regulation.complaint.thenCourt,
    },
    how: howOf(regulation),
    contactTitle: t('cabinet:contact'),
  };
}

/** A whole term in words; empty where the sources only refer to it. */
const termIn = (term: DeadlinePlan['wholeTerm'], language: Language): string =>
  isByReference(term) ? '' : formatTerm(term, language);

/** Grows whenever something changes that the page shows; the open page asks with it whether it is still the latest. */
export const versionOf = ({ application, officeCase, notifications, complaints }: Sources): string =>
  [
    application.version,
    officeCase?.version ?? 0,
    // A term that is over is shown too.
    officeCase?.escalations.length ?? 0,
    notifications.length,
    ...complaints.map(({ version }) => version),
  ].join('-');

function eventsOf(
  { application, officeCase }: Sources,
  regulation: Regulation,
  plan: DeadlinePlan,
  { language, t }: { readonly language: Language; readonly t: Translate },
): Event[] {
  if (application.status === 'draft') return [];
  const stepOf = (id: string) => regulation.steps.find((step) => step.id === id);
  const titleOf = (id: string) =>
    regulation.actors.find((actor) => actor.id === stepOf(id)?.actor)?.title[language];
  const sent: Event = {
    state: 'done',
    name: t('cabinet:events.sent'),
    at: application.submittedAt,
    who: t('cabinet:you'),
    note: undefined,
  };
  const past = (officeCase?.done ?? []).map((done): Event => ({
    state: 'done',
    name: stepOf(done.step)?.name[language] ?? done.step,
    at: done.at,
    who: done.actor === 'applicant' ? t('cabinet:you') : titleOf(done.step),
    note: stepOf(done.step)?.outcomes.find(({ id }) => id === done.outcome)?.name[language],
  }));
  const running =
    application.status === 'submitted' &&
    application.signature.state !== 'refused' &&
    (officeCase === undefined || officeCase.state === 'open');
  if (!running) return [sent, ...past];
  const ahead = plan.steps
    .filter(({ done }) => done === undefined)
    .map((step, position): Event => ({
      state: position === 0 ? 'present' : 'next',
      name: stepOf(step.id)?.name[language] ?? step.id,
      at: step.due,
      who: step.actor === 'applicant' ? t('cabinet:you') : titleOf(step.id),
      note: undefined,
    }));
  return [sent, ...past, ...ahead];
}
