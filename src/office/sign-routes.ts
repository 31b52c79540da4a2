// The signing pages for the papers of cases: one paper, or all that wait.
import { page, problem, type Reply } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import type { Language } from '../http/texts.ts';
import type { Visit } from '../http/visit.ts';
import { pinnedRegulation } from '../application/index.ts';
import { officers, type Officer } from '../identity/index.ts';
import { titleOfPaper } from '../regulations/index.ts';
import { ok, refuse } from '../platform/result.ts';
import type { CasePaper, Office, OfficeCase } from './index.ts';
import { chipOf } from './case-view.ts';
import { officePaths as paths } from './office-paths.ts';
import { actProblem } from './act-problem.ts';
import { signingRows, type SigningVisit } from './signing-rows.ts';

export function signPaperRoutes(office: Office): RouteRow[] {
  return [
    get(paths.signMany, { access: officers(), audit: { action: 'queue.viewed' } }, (visit) =>
      signManyPage(office, visit),
    ),
    ...onePaperRows(office),
  ];
}

/** Without a script the list leads to the page of each paper; with it one opening of the key signs all that are ticked. */
async function signManyPage(office: Office, visit: Visit<Officer>): Promise<Reply> {
  const waiting = await office.papersToSign({ officer: visit.speaker });
  return page(
    'office/sign-many',
    {
      iin: visit.speaker.iin,
      bin: visit.speaker.bin,
      papers: waiting.map(({ officeCase, paper }) => ({
        id: officeCase.id,
        title: titleOf(officeCase, paper, visit.language),
        number: paper.number,
        sha256: paper.sha256,
        name: officeCase.applicant.name,
        caseNumber: officeCase.number,
        chip: chipOf(officeCase.dueAt, visit.now, visit.language),
        signHref: paths.sign.at(officeCase),
        bytesHref: paths.signBytes.at(officeCase),
        paperHref: paths.paper.at({ id: officeCase.id, paper: paper.fileId }),
      })),
    },
    { values: {}, errors: [] },
  );
}

const titleOf = (officeCase: OfficeCase, { paper }: CasePaper, language: Language): string =>
  titleOfPaper(pinnedRegulation(officeCase.regulation), paper, language);

function onePaperRows(office: Office): RouteRow[] {
  return signingRows({
    paths,
    audit: { viewed: 'case.viewed', signed: 'case.signed' },
    backTo: (id) => paths.case.at({ id }),
    paperHref: (id, { fileId }) => paths.paper.at({ id, paper: fileId }),
    waiting: async (visit) => {
      const waiting = await office.paperToSign({ officer: visit.speaker, caseId: visit.params.id });
      if (!waiting.ok) return refuse(await refusal(office, visit, waiting.problem));
      const { officeCase, paper, bytes } = waiting.value;
      return ok({
        paper,
        bytes,
        number: officeCase.number,
        title: titleOf(officeCase, paper, visit.language),
      });
    },
    sign: async (visit, signature) => {
      const signed = await office.signPaper({
        officer: visit.speaker,
        caseId: visit.params.id,
        ...signature,
      });
      if (signed.ok) return ok();
      const { problem: why } = signed;
      return why.kind === 'bytes-changed' || why.kind === 'signature-not-confirmed'
        ? refuse(why)
        : refuse({ kind: 'refused', reply: await refusal(office, visit, why.kind) });
    },
  });
}

async function refusal(
  office: Office,
  visit: SigningVisit,
  kind: Parameters<typeof actProblem>[0],
): Promise<Reply> {
  const found = await office.find(visit.speaker, visit.params.id);
  return found.ok ? actProblem(kind, found.value) : problem('not-found');
}
