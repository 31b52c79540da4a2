// The journals that the law asks for: what was registered and what was issued, read from the history of the cases. Nothing is entered twice.
import { pinnedRegulation } from '../application/index.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { officeOf, placeOf, stepOf, type Journal, type Regulation } from '../regulations/index.ts';
import { officeOfActor, type CasePaper, type DoneStep, type OfficeCase } from './office-case.ts';

/** One line of a journal: a step that was done, in the office that did it. */
export interface JournalEntry {
  readonly journal: Journal;
  readonly officeId: string;
  readonly done: DoneStep;
  readonly officeCase: OfficeCase;
  /** The paper that was issued with it. */
  readonly paper?: CasePaper;
}

/** Every line that a case has in any journal; an issued step has one for each of its papers. */
export function journalEntriesOf(officeCase: OfficeCase): readonly JournalEntry[] {
  const regulation = pinnedRegulation(officeCase.regulation);
  return officeCase.done.flatMap((done) => {
    const journal = stepOf(regulation, done.step).journal;
    if (journal === undefined) return [];
    const entry = { journal, officeId: officeOfActor(done.actor, officeCase), done, officeCase };
    const papers =
      journal === 'issue'
        ? officeCase.issued.filter(({ issuedAt }) => issuedAt?.getTime() === done.at.getTime())
        : [];
    return papers.length === 0 ? [entry] : papers.map((paper) => ({ ...entry, paper }));
  });
}

/** Under which a case is found by a journal of an office in a month: "astana/issue/2026-03". */
export const journalKeysOf = (officeCase: OfficeCase): string[] => [
  ...new Set(
    journalEntriesOf(officeCase).map(({ officeId, journal, done }) =>
      journalKey(officeId, journal, dateInKazakhstan(done.at).slice(0, 7)),
    ),
  ),
];

export const journalKey = (officeId: string, journal: Journal, month: string): string =>
  `${officeId}/${journal}/${month}`;

/** Journals that the procedures of an office make its people keep, in the order of the procedures. */
export function journalsOf(officeId: string, regulations: readonly Regulation[]): Journal[] {
  const place = officeOf(officeId)?.place;
  const kept = regulations.flatMap(({ steps }) =>
    steps.flatMap(({ journal, actor }) =>
      journal !== undefined && journal !== 'complaints' && placeOf(actor) === place ? [journal] : [],
    ),
  );
  return [...new Set(kept)];
}
