// The head's signing page: the paper as a PDF, and the same sign box that citizens use, with a key of the organisation.
import { withError, type FormState } from '../http/forms.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { pinnedRegulation } from '../application/index.ts';
import { officers, type Officer } from '../identity/index.ts';
import { describeVerdict, SIGNATURE_UPLOAD, signatureForm, takeSignature } from '../signature/index.ts';
import type { Office } from './index.ts';
import { officePaths as paths } from './office-paths.ts';
import { actProblem } from './act-problem.ts';

type OfficerVisit = Visit<Officer, 'id'>;

export function signPaperRoutes(office: Office): RouteRow[] {
  const looks = { access: officers(), audit: { action: 'case.viewed', about: 'id' } } as const;
  const signs = {
    access: officers(),
    audit: { action: 'case.signed', about: 'id' },
    form: signatureForm,
    upload: SIGNATURE_UPLOAD,
  } as const;

  const show = async (visit: OfficerVisit, form?: FormState): Promise<Reply> => {
    const waiting = await office.paperToSign({ officer: visit.speaker, caseId: visit.params.id });
    if (!waiting.ok) return refusal(office, visit, waiting.problem);
    const { officeCase, paper } = waiting.value;
    return page(
      'office/sign',
      {
        back: paths.case.at({ id: officeCase.id }),
        number: officeCase.number,
        title:
          pinnedRegulation(officeCase.regulation).papers.find(({ id }) => id === paper.paper)?.title[
            visit.language
          ] ?? paper.paper,
        paper,
        paperHref: paths.paper.at({ id: officeCase.id, paper: paper.fileId }),
        bytesHref: paths.signBytes.at({ id: officeCase.id }),
        iin: visit.speaker.iin,
        bin: visit.speaker.bin,
      },
      form ?? { values: {}, errors: [] },
    );
  };

  return [
    get(paths.sign, looks, (visit) => show(visit)),
    get(paths.signBytes, looks, async (visit) => {
      const waiting = await office.paperToSign({ officer: visit.speaker, caseId: visit.params.id });
      return waiting.ok
        ? file(waiting.value.bytes, 'application/pdf', `${waiting.value.paper.number}.pdf`)
        : refusal(office, visit, waiting.problem);
    }),
    post(paths.sign, signs, async (visit, form) => {
      if (!form.ok) return show(visit, form.state);
      const taken = takeSignature(visit.files, form.value);
      if (!taken.ok)
        return show(
          visit,
          withError({ values: {}, errors: [] }, SIGNATURE_UPLOAD.field, `signing:errors.${taken.problem}`),
        );
      const signed = await office.signPaper({
        officer: visit.speaker,
        caseId: visit.params.id,
        ...taken.value,
      });
      if (signed.ok) return redirect(paths.case.at({ id: visit.params.id }));
      const again = paths.sign.at({ id: visit.params.id });
      switch (signed.problem.kind) {
        case 'bytes-changed':
          return { ...page('signing/bytes-changed', { again }), status: 409 };
        case 'signature-not-confirmed':
          return {
            ...page('signing/not-confirmed', {
              verdict: signed.problem.verdict,
              words: describeVerdict(signed.problem.verdict, visit.language),
              again,
            }),
            status: 422,
          };
        default:
          return refusal(office, visit, signed.problem.kind);
      }
    }),
  ];
}

async function refusal(
  office: Office,
  visit: OfficerVisit,
  kind: Parameters<typeof actProblem>[0],
): Promise<Reply> {
  const found = await office.find(visit.speaker, visit.params.id);
  return found.ok ? actProblem(kind, found.value) : problem('not-found');
}
