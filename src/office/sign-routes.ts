// The head's signing page for the papers of a case.
import { problem, type Reply } from '../http/reply.ts';
import type { RouteRow } from '../http/route.ts';
import { pinnedRegulation } from '../application/index.ts';
import { ok, refuse } from '../platform/result.ts';
import type { Office } from './index.ts';
import { officePaths as paths } from './office-paths.ts';
import { actProblem } from './act-problem.ts';
import { signingRows, type SigningVisit } from './signing-rows.ts';

export function signPaperRoutes(office: Office): RouteRow[] {
  return signingRows({
    paths,
    audit: { viewed: 'case.viewed', signed: 'case.signed' },
    backTo: (id) => paths.case.at({ id }),
    paperHref: (id, { fileId }) => paths.paper.at({ id, paper: fileId }),
    waiting: async (visit) => {
      const waiting = await office.paperToSign({ officer: visit.speaker, caseId: visit.params.id });
      if (!waiting.ok) return refuse(await refusal(office, visit, waiting.problem));
      const { officeCase, paper, bytes } = waiting.value;
      const described = pinnedRegulation(officeCase.regulation).papers.find(({ id }) => id === paper.paper);
      return ok({
        paper,
        bytes,
        number: officeCase.number,
        title: described?.title[visit.language] ?? paper.paper,
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
