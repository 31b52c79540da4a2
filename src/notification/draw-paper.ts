// The worker's part: a case that waits for the head's signature gets its paper. Drawn twice by accident, it is attached once.
import { ok, type Result } from '../platform/result.ts';
import { pinnedRegulation } from '../application/index.ts';
import { yearInKazakhstan } from '../platform/kazakh-time.ts';
import { follow, possibleOutcomes } from '../regulations/index.ts';
import {
  ownerOfPapers,
  papersBefore,
  preparedOutcome,
  signedPaperOf,
  type OfficeCase,
} from '../office/index.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { paperContent } from './paper-content.ts';
import { printPaper } from './print-paper.ts';

/** Draws the paper that the case waits for, if it still does. */
export async function drawPaper(
  deps: NotificationDeps,
  input: { readonly caseId: string },
): Promise<Result<undefined, never>> {
  const officeCase = await deps.office.byId(input.caseId);
  if (officeCase?.state !== 'open') return ok();
  if (officeCase.prepared?.papers.length === 0) return drawPrepared(deps, officeCase);
  if (officeCase.paper !== undefined) return ok();
  const regulation = pinnedRegulation(officeCase.regulation);
  const outcome = possibleOutcomes(regulation, officeCase.position).find(
    (one) => signedPaperOf(one) !== undefined,
  );
  const paper = outcome === undefined ? undefined : signedPaperOf(outcome);
  const application = await deps.applications.byId(officeCase.applicationId);
  if (
    outcome === undefined ||
    paper === undefined ||
    application === undefined ||
    application.status === 'draft'
  )
    return ok();

  const now = deps.clock.now();
  const number = await deps.store.nextNumber(yearInKazakhstan(now));
  const content = paperContent({ officeCase, application, paper, number, date: now }, deps.voices);
  const printed = await printPaper(deps, {
    content,
    outcome: outcome.id,
    owner: ownerOfPapers(officeCase.id),
  });
  const attached = await deps.office.attachPaper({
    caseId: officeCase.id,
    version: officeCase.version,
    paper: printed,
  });
  if (!attached) await deps.documents.remove(printed.fileId);
  return ok();
}

/** The papers of an act that waits for signatures say what the act will say. */
async function drawPrepared(
  deps: NotificationDeps,
  officeCase: OfficeCase,
): Promise<Result<undefined, never>> {
  const outcome = preparedOutcome(officeCase);
  const application = await deps.applications.byId(officeCase.applicationId);
  if (outcome === undefined || application === undefined || application.status === 'draft') return ok();
  const now = deps.clock.now();
  const { facts } = follow(officeCase.position, outcome);
  const shown: OfficeCase = {
    ...officeCase,
    position: { ...officeCase.position, facts },
    draft: { ...officeCase.draft, ...officeCase.prepared?.given },
  };
  const papers = [];
  for (const paper of papersBefore(pinnedRegulation(officeCase.regulation), outcome)) {
    const number = await deps.store.nextNumber(yearInKazakhstan(now));
    const content = paperContent({ officeCase: shown, application, paper, number, date: now }, deps.voices);
    papers.push(
      await printPaper(deps, { content, outcome: outcome.id, owner: ownerOfPapers(officeCase.id) }),
    );
  }
  const { id: caseId, version } = officeCase;
  if (!(await deps.office.attachPrepared({ caseId, version, papers })))
    for (const { fileId } of papers) await deps.documents.remove(fileId);
  return ok();
}
