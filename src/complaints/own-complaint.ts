// What the applicant does with a complaint of his own: takes it back, has it taken up again, takes the answer to the next body.
import type { Applicant } from '../application/index.ts';
import { isId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { cabinetDoor } from './addressees.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { reopenComplaint, regulationOf, withdrawComplaint, type Complaint } from './complaint.ts';
import { addresseesFor, deliver, targetAfter, targetFrom, type FileProblem } from './file-complaint.ts';

interface Own {
  readonly applicant: Applicant;
  readonly id: string;
}

/** A complaint belongs to whoever the application belongs to; `not-found` also when that is somebody else. */
export async function findOwnComplaint(
  deps: Pick<ComplaintDeps, 'store' | 'applications'>,
  { applicant, id }: Own,
): Promise<Result<Complaint, 'not-found'>> {
  const found = isId(id) ? await deps.store.byId(id) : undefined;
  if (found === undefined) return refuse('not-found');
  const own = await deps.applications.own({ applicant, id: found.applicationId });
  return own.ok ? ok(found) : own;
}

/** @returns `too-late-to-withdraw` once it is decided, `conflict` when the office did something at the same moment */
export async function withdrawOwn(
  deps: ComplaintDeps,
  own: Own,
): Promise<Result<undefined, 'not-found' | 'too-late-to-withdraw' | 'conflict'>> {
  const found = await findOwnComplaint(deps, own);
  if (!found.ok) return found;
  const withdrawn = withdrawComplaint(found.value, deps.clock.now());
  if (!withdrawn.ok) return withdrawn;
  return (await deps.store.replace(found.value, withdrawn.value, ['complaint.moved']))
    ? ok()
    : refuse('conflict');
}

/** @returns `may-not-be-reopened` after the times that the procedure allows, `conflict` when something else was written */
export async function reopenOwn(
  deps: ComplaintDeps,
  input: Own & { readonly text: string },
): Promise<Result<undefined, 'not-found' | 'may-not-be-reopened' | 'conflict'>> {
  const found = await findOwnComplaint(deps, input);
  if (!found.ok) return found;
  const reopened = reopenComplaint(found.value, { text: input.text, now: deps.clock.now() });
  if (!reopened.ok) return reopened;
  return (await deps.store.replace(found.value, reopened.value, ['complaint.moved']))
    ? ok()
    : refuse('conflict');
}

/** Whether an answer, or its absence after the term, may be taken to the next body. */
export function mayGoFurther(complaint: Complaint, now: Date): boolean {
  const { position } = complaint;
  if (position.kind === 'step') return complaint.dueAt !== null && complaint.dueAt < now;
  return regulationOf(complaint).ends.find(({ id }) => id === position.end)?.result === 'negative';
}

/** Takes the answer to the next body. A second click finds what the first one made. */
export async function goFurther(
  deps: ComplaintDeps,
  input: Own & { readonly text: string },
): Promise<Result<Complaint, FileProblem>> {
  const found = await findOwnComplaint(deps, input);
  if (!found.ok) return refuse({ kind: 'not-found' });
  const previous = found.value;
  const existing = await deps.store.after(previous.id);
  if (existing !== undefined) return ok(existing);
  if (!mayGoFurther(previous, deps.clock.now())) return refuse({ kind: 'too-early' });
  const [application, officeCase] = await Promise.all([
    deps.applications.byId(previous.applicationId),
    deps.office.byId(previous.caseId),
  ]);
  if (officeCase === undefined || application === undefined || application.status === 'draft')
    throw new Error(`complaint ${previous.id} has lost its case`);
  const target = targetAfter(targetFrom(application, officeCase), previous);
  const addressee = addresseesFor(target)[0];
  const channel = addressee && cabinetDoor(addressee.procedure, addressee.office);
  if (addressee === undefined || channel === undefined) return refuse({ kind: 'wrong-addressee' });
  return deliver(deps, {
    target,
    addressee,
    channel,
    way: 'cabinet',
    subject: previous.subject,
    text: input.text,
    submittedAt: deps.clock.now(),
  });
}
