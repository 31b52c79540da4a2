// The applicant takes the application back before the office has it. Once there is a case, the case decides (office/withdraw-case.ts).
import type { ApplicationDeps } from './application-deps.ts';
import type { Submitted, Withdrawn } from './application.ts';

/** Withdraws a submitted application; false when something else was written just now. */
export async function withdrawUnsent(
  deps: Pick<ApplicationDeps, 'store' | 'clock'>,
  application: Submitted,
): Promise<boolean> {
  const now = deps.clock.now();
  const { supplementDraft: _dropped, ...rest } = application;
  const after: Withdrawn = { ...rest, status: 'withdrawn', withdrawnAt: now, updatedAt: now };
  return deps.store.replace(application, after, ['application.withdrawn']);
}
