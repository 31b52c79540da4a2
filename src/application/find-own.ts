// Nobody reaches another person's application: for everybody but its owner it does not exist.
import { isId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Application, Draft, Submitted } from './application.ts';

/** A draft and what was signed here belong to an account; what was brought on paper to whoever has its IIN. */
export const owns = (applicant: Applicant, application: Application): boolean =>
  application.applicantId === applicant.accountId ||
  (application.status !== 'draft' && application.intake !== undefined && application.iin === applicant.iin);

/** The applicant's own application; `not-found` also when it is somebody else's. */
export async function findOwn(
  deps: Pick<ApplicationDeps, 'store'>,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<Application, 'not-found'>> {
  const found = isId(input.id) ? await deps.store.byId(input.id) : undefined;
  return found !== undefined && owns(input.applicant, found) ? ok(found) : refuse('not-found');
}

/** The same, while it is still a draft; `already-sent` once it was submitted. */
export async function findDraft(
  deps: Pick<ApplicationDeps, 'store'>,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<Draft, 'not-found' | 'already-sent'>> {
  const own = await findOwn(deps, input);
  if (!own.ok) return own;
  return own.value.status === 'draft' ? ok(own.value) : refuse('already-sent');
}

/** The same, once it was submitted and while it is not withdrawn. */
export async function findSubmitted(
  deps: Pick<ApplicationDeps, 'store'>,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<Submitted, 'not-found' | 'not-sent'>> {
  const own = await findOwn(deps, input);
  if (!own.ok) return own;
  return own.value.status === 'submitted' ? ok(own.value) : refuse('not-sent');
}
