// The applicant takes the application back. The office learns of it by the fact; whether it still counts is the procedure's to say.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import type { Withdrawn } from './application.ts';
import { findOwn } from './find-own.ts';

/**
 * Withdraws a submitted application.
 * @param input.allowed asks the office's side, in the same moment, whether the case may still be taken back
 * @returns `too-late` when the procedure no longer allows it, `conflict` when something else was written just now
 */
export async function withdrawApplication(
  deps: ApplicationDeps,
  input: {
    readonly applicant: Applicant;
    readonly id: string;
    readonly allowed: (applicationId: string) => Promise<boolean>;
  },
): Promise<Result<Withdrawn, 'not-found' | 'too-late' | 'conflict'>> {
  const found = await findOwn(deps, input);
  if (!found.ok) return found;
  const application = found.value;
  if (application.status === 'withdrawn') return ok(application);
  if (application.status === 'draft') return refuse('not-found');
  if (!(await input.allowed(application.id))) return refuse('too-late');
  const now = deps.clock.now();
  const { supplementDraft: _dropped, ...rest } = application;
  const after: Withdrawn = { ...rest, status: 'withdrawn', withdrawnAt: now, updatedAt: now };
  return (await deps.store.replace(application, after, ['application.withdrawn']))
    ? ok(after)
    : refuse('conflict');
}
