// The head prolongs the whole term by a reasoned decision, of which the applicant is told (Administrative Code, article 76). Only where the
// procedure knows it, to a later working day, and not beyond the months that it allows.
import { pinnedRegulation } from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { isWorkday, monthsAfter, officeOf, planDeadlines, type Regulation } from '../regulations/index.ts';
import { dueOf, eventsOf, type OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';
import { findCase } from './perform-act.ts';

export type ProlongProblem =
  | 'not-found'
  /** Not the head's, or not in this procedure, or the case is closed. */
  | 'not-possible'
  | 'conflict'
  /** Not later than the term that runs. */
  | 'not-later'
  | 'beyond-limit'
  | 'not-a-workday';

/** The last date to which a case may be prolonged; undefined where it may not be. */
export function prolongLimit(officer: Officer, officeCase: OfficeCase): string | undefined {
  const regulation = pinnedRegulation(officeCase.regulation);
  const { prolonging } = regulation.terms;
  if (prolonging === undefined || officeCase.state !== 'open' || officeCase.wholeDueAt === null)
    return undefined;
  const office = officeOf(officer.officeId);
  if (!officer.roles.includes('head') || office?.place !== 'provider' || office.id !== officeCase.officeId)
    return undefined;
  const due = dueBefore(regulation, officeCase);
  return due && monthsAfter(dateInKazakhstan(due), prolonging.maxMonths);
}

/** The end of the whole term as it was before anybody prolonged it. */
function dueBefore(regulation: Regulation, officeCase: OfficeCase): Date | undefined {
  const { prolongedUntil: _until, ...events } = eventsOf(officeCase);
  const planned = planDeadlines(regulation, events);
  return planned.ok ? (planned.value.due ?? undefined) : undefined;
}

/**
 * Prolongs the whole term.
 * @param input.until the last day
 * @param input.version the version that the head's page showed
 */
export async function prolongCase(
  deps: Pick<OfficeDeps, 'store' | 'clock'>,
  input: {
    readonly officer: Officer;
    readonly caseId: string;
    readonly version: number;
    readonly until: string;
    readonly reason: string;
  },
): Promise<Result<OfficeCase, ProlongProblem>> {
  const { officer, caseId, version, until, reason } = input;
  const found = await findCase(deps, officer, caseId);
  if (!found.ok) return found;
  const officeCase = found.value;
  const limit = prolongLimit(officer, officeCase);
  if (limit === undefined) return refuse('not-possible');
  if (officeCase.version !== version) return refuse('conflict');
  if (officeCase.wholeDueAt === null || until <= dateInKazakhstan(officeCase.wholeDueAt))
    return refuse('not-later');
  if (until > limit) return refuse('beyond-limit');
  if (!isWorkday(until)) return refuse('not-a-workday');
  const at = deps.clock.now();
  const by = { accountId: officer.accountId, name: officer.name };
  const prolonged: OfficeCase = { ...officeCase, prolonged: { until, reason, at, by }, updatedAt: at };
  const after = { ...prolonged, ...dueOf(pinnedRegulation(officeCase.regulation), prolonged) };
  return (await deps.store.replace(officeCase, after, ['case.prolonged'])) ? ok(after) : refuse('conflict');
}
