// Reads a journal of the officer's own office over a period.
import type { Officer } from '../identity/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { dayOf, monthsAfter, regulationsOfOffice, type Journal } from '../regulations/index.ts';
import { journalEntriesOf, journalKey, journalsOf, type JournalEntry } from './journal.ts';
import type { OfficeDeps } from './office-deps.ts';

export interface JournalQuery {
  readonly journal: Journal;
  /** First and last day, "2026-03-01", by the calendar of Kazakhstan. */
  readonly from: string;
  readonly to: string;
  /** Only one procedure. */
  readonly regulation?: string;
}

export type JournalProblem =
  /** The office keeps no such journal. */
  | 'not-found'
  /** The period is no period, or longer than a year. */
  | 'period';

const MOST_DAYS = 366;

/** Journals that the office of an officer keeps. */
export const journalsOfOffice = (officeId: string): Journal[] =>
  journalsOf(
    officeId,
    regulationsOfOffice(officeId).filter(({ kind }) => kind === 'service'),
  );

/**
 * The lines of a journal, in the order in which they were made.
 * @returns `not-found` for a journal that the office does not keep, `period` for dates that are none or more than a year apart
 */
export async function readJournal(
  deps: Pick<OfficeDeps, 'store'>,
  { officer, journal, from, to, regulation }: JournalQuery & { readonly officer: Officer },
): Promise<Result<readonly JournalEntry[], JournalProblem>> {
  if (!journalsOfOffice(officer.officeId).includes(journal)) return refuse('not-found');
  const months = monthsBetween(from, to);
  if (months === undefined) return refuse('period');
  const cases = await deps.store.inJournals(
    months.map((month) => journalKey(officer.officeId, journal, month)),
  );
  const entries = cases
    .filter((officeCase) => regulation === undefined || officeCase.regulation.id === regulation)
    .flatMap(journalEntriesOf)
    .filter((entry) => {
      const day = dateInKazakhstan(entry.done.at);
      return entry.journal === journal && entry.officeId === officer.officeId && day >= from && day <= to;
    });
  return ok(entries.sort((a, b) => a.done.at.getTime() - b.done.at.getTime()));
}

/** "2026-02", "2026-03"; undefined when the two are no period of at most a year. */
function monthsBetween(from: string, to: string): string[] | undefined {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === undefined || last === undefined || first > last || last - first > MOST_DAYS) return undefined;
  const months: string[] = [];
  for (
    let month = from.slice(0, 7);
    month <= to.slice(0, 7);
    month = monthsAfter(`${month}-01`, 1).slice(0, 7)
  )
    months.push(month);
  return months;
}
