// Process 5 arrives: the application becomes a case in the office's queue. Every fact about an application ends here, and each may come
// twice or late: what the application and the case say now decides, not the job.
import type { Submitted } from '../application/index.ts';
import { applicantIin, pinnedRegulation } from '../application/index.ts';
import { newId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import {
  beginCase,
  officeOf,
  officesOf,
  placeOf,
  possibleOutcomes,
  stepOf,
  type Outcome,
  type Regulation,
} from '../regulations/index.ts';
import { moveCase } from './move-case.ts';
import { actorOf, dueOf, type OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';
import { closedByApplicant } from './withdraw-case.ts';

/** @returns `try-again` when another process wrote at the same moment */
export async function receiveApplication(
  deps: OfficeDeps,
  input: { readonly applicationId: string },
): Promise<Result<undefined, 'try-again'>> {
  const application = await deps.applications.byId(input.applicationId);
  if (application === undefined || application.status === 'draft') return ok();
  const existing = await deps.store.byApplication(application.id);
  if (existing === undefined) {
    if (application.status === 'withdrawn' || application.signature.state === 'refused') return ok();
    await deps.store.add(openCase(application, deps.clock.now()), ['case.moved']);
    return ok();
  }
  if (existing.state !== 'open') return ok();
  if (application.status === 'withdrawn') return written(await withdrawExisting(deps, existing));
  if (application.signature.state === 'refused') return written(await stopCase(deps, existing));
  return written(await takeSupplement(deps, existing, application));
}

const written = (done: boolean): Result<undefined, 'try-again'> => (done ? ok() : refuse('try-again'));

function openCase(application: Submitted, now: Date): OfficeCase {
  const regulation = pinnedRegulation(application.regulation);
  const ground = application.content.answers.category?.ground;
  const begun = beginCase(regulation, { channel: application.channel, ...(ground && { ground }) });
  if (!begun.ok)
    throw new Error(
      `application ${application.id} fits no channel of ${regulation.id}: ${begun.problem.kind}`,
    );
  const officeId = officeFor(application);
  const base = {
    id: newId(),
    applicationId: application.id,
    number: application.number,
    officeId,
    homeOfficeId: officeId,
    regulation: application.regulation,
    submittedAt: application.submittedAt,
    position: begun.value,
    state: 'open',
    done: [],
    draft: {},
    issued: [],
    escalations: [],
    applicant: { name: nameOf(application), iin: applicantIin(application) },
    version: 1,
    createdAt: now,
    updatedAt: now,
  } as const;
  const opened: OfficeCase = { ...base, ...dueOf(regulation, base) };
  return application.intake === undefined ? opened : atTheCounter(opened, application);
}

/** What the clerk did while the applicant stood at the desk: every step of this office up to the coupon or receipt, or to the entry in the
 * journal of applications. */
function atTheCounter(opened: OfficeCase, { intake, content }: Submitted): OfficeCase {
  const regulation = pinnedRegulation(opened.regulation);
  const place = officeOf(opened.homeOfficeId)?.place;
  const secret = content.answers.consents?.given.some(({ id }) => id === 'secret-data') === true;
  let officeCase = opened;
  while (officeCase.position.kind === 'step') {
    const { actor, journal } = stepOf(regulation, officeCase.position.step);
    if (placeOf(actor) !== place) return officeCase;
    const [usual] = possibleOutcomes(regulation, officeCase.position);
    const moved = moveCase(officeCase, {
      actor,
      outcome: usual?.id ?? '',
      given: secret ? ['secret-data-consent'] : [],
      now: new Date(intake?.acceptedAt ?? opened.createdAt),
      ...(intake && { by: intake.clerk }),
    });
    if (!moved.ok) return officeCase;
    // The clerk at the counter only took it in: whose case it becomes is decided later.
    const { assignee: _clerk, ...taken } = moved.value.officeCase;
    officeCase = { ...taken, updatedAt: opened.updatedAt };
    if (journal !== undefined || givesReceipt(regulation, usual)) return officeCase;
  }
  // A procedure without a journal: nothing in it is done by taking the papers in.
  return opened;
}

/** Whether the act hands the applicant a paper that the application was taken in. */
const givesReceipt = (regulation: Regulation, outcome: Outcome | undefined): boolean =>
  regulation.papers.some(
    ({ id, kind }) =>
      outcome?.papers?.includes(id) === true && (kind === 'coupon' || kind === 'acceptance-receipt'),
  );

/** The office to whose desk it was brought; else the office that runs this procedure where the applicant is registered,
 * or the only one, where there is but one. */
function officeFor({ id, regulation, content, intake }: Submitted): string {
  const taken = intake === undefined ? undefined : officeOf(intake.officeId);
  if (taken !== undefined) return taken.id;
  const offices = officesOf(regulation.id).filter(({ place }) => place === 'provider');
  const address =
    content.registers.persons?.outcome === 'found' ? content.registers.persons.data.address : null;
  const office = offices.find(({ region }) => region === address?.region.code) ?? offices[0];
  if (office === undefined) throw new Error(`no office runs the procedure of application ${id}`);
  return office.id;
}

/** Surname, name and patronymic as the register knows them, else as written by hand. */
function nameOf({ content }: Submitted): string {
  const found =
    content.registers.persons?.outcome === 'found'
      ? content.registers.persons.data
      : content.answers.applicant?.byHand;
  return found === null || found === undefined
    ? ''
    : [found.lastName, found.firstName, found.middleName].filter(Boolean).join(' ');
}

/** Withdrawn before it got here; if the office was quicker and it is too late, the case goes on, as the page for withdrawing says. */
async function withdrawExisting(deps: OfficeDeps, officeCase: OfficeCase): Promise<boolean> {
  const withdrawn = closedByApplicant(officeCase, deps.clock.now());
  return withdrawn === undefined ? true : deps.store.replace(officeCase, withdrawn, ['case.moved']);
}

/** Process 4, late: the signature turned out not to be valid. */
const stopCase = (deps: OfficeDeps, officeCase: OfficeCase): Promise<boolean> =>
  deps.store.replace(
    officeCase,
    { ...officeCase, state: 'stopped', dueAt: null, updatedAt: deps.clock.now() },
    ['case.moved'],
  );

/** The applicant added what was missing, or said that it cannot be had: the case goes back to its executor. */
async function takeSupplement(
  deps: OfficeDeps,
  officeCase: OfficeCase,
  application: Submitted,
): Promise<boolean> {
  const taken = officeCase.done.filter(({ actor, by }) => actor === 'applicant' && by === undefined).length;
  const next = application.supplements[taken];
  const waits = possibleOutcomes(pinnedRegulation(officeCase.regulation), officeCase.position);
  const wanted = next === undefined || next.attachments.length === 0 ? 'comment' : 'documents';
  const outcome = waits.find(({ needs }) => needs?.includes(wanted) === true);
  if (
    next === undefined ||
    outcome === undefined ||
    actorOf(pinnedRegulation(officeCase.regulation), officeCase.position) !== 'applicant'
  )
    return true;
  const moved = moveCase(officeCase, {
    actor: 'applicant',
    outcome: outcome.id,
    given: [wanted],
    now: deps.clock.now(),
  });
  return moved.ok ? deps.store.replace(officeCase, moved.value.officeCase, moved.value.events) : true;
}
