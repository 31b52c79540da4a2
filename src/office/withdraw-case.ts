// The applicant takes the application back. Once there is a case, the case decides; before that, the application itself.
import { owns, pinnedRegulation, type Applicant } from '../application/index.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { withdrawCase as withdrawPosition } from '../regulations/index.ts';
import type { OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';

/** The case as it lies after the applicant took it back; undefined when the procedure no longer allows that. */
export function closedByApplicant(officeCase: OfficeCase, now: Date): OfficeCase | undefined {
  const withdrawn = withdrawPosition(pinnedRegulation(officeCase.regulation), officeCase.position);
  if (!withdrawn.ok || officeCase.state !== 'open') return undefined;
  const { paper: _dropped, prepared: _act, ...rest } = officeCase;
  return { ...rest, position: withdrawn.value, state: 'closed', dueAt: null, updatedAt: now };
}

/** Whether the procedure still lets the applicant take a case back. */
export const mayBeWithdrawn = (officeCase: OfficeCase): boolean =>
  closedByApplicant(officeCase, officeCase.updatedAt) !== undefined;

/**
 * Withdraws an application.
 * @returns `too-late` once the decision is being signed or issued, `conflict` when the office did something at the same moment
 */
export async function withdraw(
  deps: OfficeDeps,
  input: { readonly applicant: Applicant; readonly id: string },
): Promise<Result<undefined, 'not-found' | 'too-late' | 'conflict'>> {
  const application = await deps.applications.byId(input.id);
  if (application === undefined || !owns(input.applicant, application) || application.status === 'draft')
    return refuse('not-found');
  if (application.status === 'withdrawn') return ok();
  const officeCase = await deps.store.byApplication(application.id);
  if (officeCase === undefined)
    return (await deps.applications.withdrawUnsent(application)) ? ok() : refuse('conflict');
  const after = closedByApplicant(officeCase, deps.clock.now());
  if (after === undefined) return refuse('too-late');
  return (await deps.store.replace(officeCase, after, ['case.moved'])) ? ok() : refuse('conflict');
}
