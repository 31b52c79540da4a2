// A complaint is handed in: from the cabinet, or on paper at an office, whose clerk enters it with the day of its stamp. Both are delivered
// under the procedure of the addressee, pinned from that moment.
import type { Applicant, Application } from '../application/index.ts';
import { pinnedRegulation } from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import type { OfficeCase } from '../office/index.ts';
import { newId } from '../platform/ids.ts';
import { dateInKazakhstan, yearInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { beginCase, type Channel, type Regulation } from '../regulations/index.ts';
import { addresseesOf, cabinetDoor, paperDoors, type Addressee } from './addressees.ts';
import { dueOf, filingOf } from './complaint-clock.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { lapOf, regulationOf, type Complaint } from './complaint.ts';

export type FileProblem =
  | { readonly kind: 'not-found' }
  /** The application is not in an office yet: there is nobody to complain of. */
  | { readonly kind: 'no-case' }
  | { readonly kind: 'wrong-addressee' }
  | { readonly kind: 'wrong-subject' }
  /** The stamp is of tomorrow, or older than the application. */
  | { readonly kind: 'wrong-date' }
  /** The same is being considered there already. */
  | { readonly kind: 'already-open'; readonly id: string }
  /** The answer that would be complained of is not there yet, and its term has not passed. */
  | { readonly kind: 'too-early' };

/** What a complaint is about: a case, or the answer to another complaint. */
export interface Target {
  readonly application: Exclude<Application, { status: 'draft' }>;
  readonly officeCase: OfficeCase;
  readonly regulation: Regulation;
  readonly decidedAt?: Date;
  readonly previous?: Complaint;
}

/** The case of the citizen's own application, as something to complain of. */
export async function targetOf(
  deps: ComplaintDeps,
  input: { readonly applicant: Applicant; readonly applicationId: string },
): Promise<Result<Target, { readonly kind: 'not-found' | 'no-case' }>> {
  const own = await deps.applications.own({ applicant: input.applicant, id: input.applicationId });
  if (!own.ok || own.value.status === 'draft') return refuse({ kind: 'not-found' });
  const officeCase = await deps.office.byApplication(own.value.id);
  return officeCase === undefined ? refuse({ kind: 'no-case' }) : ok(targetFrom(own.value, officeCase));
}

export function targetFrom(application: Target['application'], officeCase: OfficeCase): Target {
  const decidedAt = officeCase.issued.at(-1)?.issuedAt;
  return {
    application,
    officeCase,
    regulation: pinnedRegulation(officeCase.regulation),
    ...(officeCase.state === 'closed' && decidedAt && { decidedAt }),
  };
}

/** The answer to a complaint, as something to complain of at the next body. */
export function targetAfter(target: Target, previous: Complaint): Target {
  const { decidedAt: _case, ...rest } = target;
  const answeredAt = lapOf(previous).answer?.issuedAt;
  return {
    ...rest,
    regulation: regulationOf(previous),
    previous,
    ...(answeredAt && { decidedAt: answeredAt }),
  };
}

/** The body to which the thing complained of can be taken, by its office. */
export const addresseesFor = ({ regulation, officeCase, previous }: Target): readonly Addressee[] =>
  addresseesOf(regulation, previous?.homeOfficeId ?? officeCase.officeId);

/**
 * Files a complaint from the cabinet.
 * @param input.to the addressee, by its role
 * @param input.subject place in the list of subjects
 */
export async function fileComplaint(
  deps: ComplaintDeps,
  input: {
    readonly applicant: Applicant;
    readonly applicationId: string;
    readonly to: string;
    readonly subject: number;
    readonly text: string;
  },
): Promise<Result<Complaint, FileProblem>> {
  const target = await targetOf(deps, input);
  if (!target.ok) return target;
  const addressee = addresseesFor(target.value).find(({ to }) => to === input.to);
  const channel = addressee && cabinetDoor(addressee.procedure, addressee.office);
  if (addressee === undefined || channel === undefined) return refuse({ kind: 'wrong-addressee' });
  return deliver(deps, {
    target: target.value,
    addressee,
    channel,
    way: 'cabinet',
    subject: input.subject,
    text: input.text,
    submittedAt: deps.clock.now(),
  });
}

/**
 * Enters a complaint that came on paper.
 * @param input.number of the application
 * @param input.channel by which door it came
 * @param input.receivedAt the moment of the stamp
 */
export async function enterPaperComplaint(
  deps: ComplaintDeps,
  input: {
    readonly officer: Officer;
    readonly number: string;
    readonly channel: string;
    readonly subject: number;
    readonly text: string;
    readonly receivedAt: Date;
  },
): Promise<Result<Complaint, FileProblem>> {
  const officeCase = await deps.office.byNumber(input.number);
  const application =
    officeCase === undefined ? undefined : await deps.applications.byId(officeCase.applicationId);
  if (officeCase === undefined || application === undefined || application.status === 'draft')
    return refuse({ kind: 'not-found' });
  const received = dateInKazakhstan(input.receivedAt);
  if (received > dateInKazakhstan(deps.clock.now()) || received < dateInKazakhstan(officeCase.submittedAt))
    return refuse({ kind: 'wrong-date' });
  const target = await paperTarget(deps, targetFrom(application, officeCase), input.officer.officeId);
  const addressee =
    target && addresseesFor(target).find(({ office }) => office.id === input.officer.officeId);
  // A case that this office has nothing to do with does not exist for it.
  if (target === undefined || addressee === undefined) return refuse({ kind: 'not-found' });
  const channel = paperDoors(addressee.procedure, addressee.office).find((one) => one === input.channel);
  if (channel === undefined) return refuse({ kind: 'wrong-addressee' });
  return deliver(deps, {
    target,
    addressee,
    channel,
    way: 'paper',
    subject: input.subject,
    text: input.text,
    submittedAt: input.receivedAt,
    enteredBy: { accountId: input.officer.accountId, name: input.officer.name },
  });
}

/** What paper at an office is about: the case itself, or the answer to an earlier complaint that this office may judge. */
async function paperTarget(
  deps: ComplaintDeps,
  target: Target,
  officeId: string,
): Promise<Target | undefined> {
  const judges = (one: Target) => addresseesFor(one).some(({ office }) => office.id === officeId);
  if (judges(target)) return target;
  const earlier = await deps.store.ofApplication(target.application.id);
  return [...earlier]
    .reverse()
    .map((previous) => targetAfter(target, previous))
    .find(judges);
}

/** Writes the complaint, unless the same is open there. */
export async function deliver(
  deps: ComplaintDeps,
  given: {
    readonly target: Target;
    readonly addressee: Addressee;
    readonly channel: Channel;
    readonly way: Complaint['way'];
    readonly subject: number;
    readonly text: string;
    readonly submittedAt: Date;
    readonly enteredBy?: { readonly accountId: string; readonly name: string };
  },
): Promise<Result<Complaint, FileProblem>> {
  const { target, addressee, channel, submittedAt, enteredBy } = given;
  const { procedure, office } = addressee;
  if (procedure.complaint.subjects[given.subject] === undefined) return refuse({ kind: 'wrong-subject' });
  const open = await deps.store.openAt(target.application.id, office.id);
  if (open !== undefined) return refuse({ kind: 'already-open', id: open.id });
  const begun = beginCase(procedure, { channel });
  if (!begun.ok) throw new Error(`${procedure.id} does not open its channel ${channel}`);
  const now = deps.clock.now();
  const base: Complaint = {
    id: newId(),
    number: await deps.store.nextNumber(yearInKazakhstan(now)),
    applicationId: target.application.id,
    caseId: target.officeCase.id,
    caseNumber: target.officeCase.number,
    regulation: { id: procedure.id, version: procedure.version },
    homeOfficeId: office.id,
    officeId: office.id,
    way: given.way,
    subject: given.subject,
    ...filingOf(target.regulation.complaint, target.decidedAt, submittedAt),
    ...(target.previous && { previousId: target.previous.id }),
    applicant: target.officeCase.applicant,
    ...(enteredBy && { enteredBy }),
    position: begun.value,
    state: 'open',
    laps: [{ submittedAt, text: given.text, done: [] }],
    dueAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const complaint = { ...base, dueAt: dueOf(base) };
  if (await deps.store.add(complaint, ['complaint.moved'])) return ok(complaint);
  // Sent twice at one moment: the first one stands.
  const first = await deps.store.openAt(target.application.id, office.id);
  return refuse({ kind: 'already-open', id: first?.id ?? complaint.id });
}
