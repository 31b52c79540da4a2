// The citizen's pages: complain of a case, follow the complaint, read its answer, have it taken up again, go to the next body.
import { upperFirst } from '../http/format.ts';
import { nothingForm, withError, type FormState } from '../http/forms.ts';
import { liveVersion } from '../http/live-status.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import type { HintBus } from '../platform/redis.ts';
import { addresseesFor, type FileProblem } from './file-complaint.ts';
import { againForm, fileForm } from './complaint-forms.ts';
import { complaintPaths as paths } from './complaint-paths.ts';
import { citizenView, versionOf } from './complaint-view.ts';
import type { Complaint } from './complaint.ts';
import type { Complaints } from './index.ts';

type OwnVisit = Visit<Citizen, 'id'>;
type AnswerVisit = Visit<Citizen, 'id' | 'paper'>;

const EMPTY: FormState = { values: {}, errors: [] };

export function citizenComplaintRoutes({
  complaints,
  hints,
}: {
  readonly complaints: Complaints;
  readonly hints: HintBus;
}): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'complaint.viewed', about: 'id' } } as const;
  const acts = (action: string) => ({ access: citizens, audit: { action, about: 'id' } }) as const;

  const withOwn = async (
    visit: OwnVisit,
    show: (complaint: Complaint) => Promise<Reply> | Reply,
  ): Promise<Reply> => {
    const own = await complaints.own({ applicant: visit.speaker, id: visit.params.id });
    return own.ok ? show(own.value) : problem('not-found');
  };
  const viewOf = async (visit: OwnVisit, complaint: Complaint) =>
    citizenView(complaint, {
      now: visit.now,
      words: visit,
      next: await complaints.after(complaint.id),
    });
  const withAnswer = (visit: AnswerVisit, show: (answer: Answer) => Promise<Reply> | Reply): Promise<Reply> =>
    withOwn(visit, (complaint) => {
      const answer = answersOf(complaint).find(({ fileId }) => fileId === visit.params.paper);
      return answer === undefined ? problem('not-found') : show(answer);
    });
  const again = (visit: OwnVisit, kind: 'reopen' | 'further', form?: FormState): Promise<Reply> =>
    withOwn(visit, async (complaint) => {
      const view = await viewOf(visit, complaint);
      const allowed = kind === 'reopen' ? view.canReopen : view.further !== undefined;
      return allowed
        ? page('complaints/again', { ...view, kind }, form ?? { ...EMPTY, values: visit.typed ?? {} })
        : redirect(paths.one.at(visit.params));
    });

  return [
    get(paths.file, { access: citizens, audit: { action: 'application.viewed', about: 'id' } }, (visit) =>
      filePage(complaints, visit),
    ),
    post(paths.file, { ...acts('complaint.filed'), form: fileForm }, async (visit, form) => {
      if (!form.ok) return filePage(complaints, visit, form.state);
      const filed = await complaints.file({
        applicant: visit.speaker,
        applicationId: visit.params.id,
        ...form.value,
      });
      return filed.ok
        ? redirect(paths.one.at(filed.value))
        : fileRefusal(filed.problem, (field) =>
            filePage(complaints, visit, withError(form.state, field, `complaints:errors.${field}`)),
          );
    }),
    get(paths.one, looks, (visit) =>
      withOwn(visit, async (complaint) => page('complaints/one', await viewOf(visit, complaint))),
    ),
    get(paths.events, { access: citizens, audit: 'nothing-personal' }, (visit) =>
      withOwn(visit, ({ id }) =>
        liveVersion(hints, id, async () => {
          const own = await complaints.own({ applicant: visit.speaker, id });
          return own.ok ? versionOf(own.value) : '';
        }),
      ),
    ),
    get(paths.reopen, looks, (visit) => again(visit, 'reopen')),
    post(paths.reopen, { ...acts('complaint.reopened'), form: againForm }, async (visit, form) => {
      if (!form.ok) return again(visit, 'reopen', form.state);
      const reopened = await complaints.reopen({ applicant: visit.speaker, ...visit.params, ...form.value });
      if (reopened.ok || reopened.problem === 'may-not-be-reopened')
        return redirect(paths.one.at(visit.params));
      return problem(reopened.problem);
    }),
    get(paths.further, looks, (visit) => again(visit, 'further')),
    post(paths.further, { ...acts('complaint.filed'), form: againForm }, async (visit, form) => {
      if (!form.ok) return again(visit, 'further', form.state);
      const filed = await complaints.goFurther({ applicant: visit.speaker, ...visit.params, ...form.value });
      return filed.ok
        ? redirect(paths.one.at(filed.value))
        : fileRefusal(filed.problem, () => redirect(paths.one.at(visit.params)));
    }),
    get(paths.withdraw, looks, (visit) =>
      withOwn(visit, async (complaint) => page('complaints/withdraw', await viewOf(visit, complaint))),
    ),
    post(paths.withdraw, { ...acts('complaint.withdrawn'), form: nothingForm }, async (visit) => {
      const withdrawn = await complaints.withdraw({ applicant: visit.speaker, id: visit.params.id });
      if (withdrawn.ok) return redirect(paths.one.at(visit.params));
      return withdrawn.problem === 'too-late-to-withdraw'
        ? redirect(paths.withdraw.at(visit.params))
        : problem(withdrawn.problem);
    }),
    get(paths.answer, acts('complaint.answer-read'), (visit) =>
      withAnswer(visit, async ({ fileId, number }) => {
        const bytes = await complaints.paper(visit.params.id, fileId);
        return bytes === undefined ? problem('not-found') : file(bytes, 'application/pdf', `${number}.pdf`);
      }),
    ),
    get(paths.answerSignature, looks, (visit) =>
      withAnswer(visit, ({ signed, number }) =>
        file(signed.cms, 'application/pkcs7-signature', `${number}.pdf.p7s`),
      ),
    ),
    get(paths.answerReport, looks, (visit) =>
      withAnswer(visit, ({ signed, number, sha256 }) => {
        const report = { number, sha256, signedAt: signed.at, verdict: signed.verdict };
        return file(
          Buffer.from(JSON.stringify(report, null, 2)),
          'application/json',
          `${number}-report.json`,
        );
      }),
    ),
  ];
}

type Paper = NonNullable<Complaint['laps'][number]['answer']>;
type Answer = Paper & { readonly signed: NonNullable<Paper['signed']> };

/** The answers that were sent. */
const answersOf = (complaint: Complaint): Answer[] =>
  complaint.laps.flatMap(({ answer }) =>
    answer?.issuedAt === undefined || answer.signed === undefined
      ? []
      : [{ ...answer, signed: answer.signed }],
  );

async function filePage(complaints: Complaints, visit: OwnVisit, form?: FormState): Promise<Reply> {
  const target = await complaints.target({ applicant: visit.speaker, applicationId: visit.params.id });
  if (!target.ok)
    return target.problem.kind === 'no-case'
      ? page('complaints/no-case', { back: `/cabinet/${visit.params.id}` })
      : problem('not-found');
  const { officeCase, regulation } = target.value;
  const addressees = addresseesFor(target.value);
  const subjects = addressees[0]?.procedure.complaint.subjects ?? [];
  return page(
    'complaints/file',
    {
      back: `/cabinet/${visit.params.id}`,
      number: officeCase.number,
      service: regulation.shortName[visit.language],
      addressees: addressees.map(({ to, name, office }) => ({
        value: to,
        label: upperFirst(name[visit.language]),
        hint: office.name[visit.language],
      })),
      subjects: subjects.map((one, place) => ({
        value: String(place),
        label: upperFirst(one[visit.language]),
      })),
    },
    form ?? { ...EMPTY, values: visit.typed ?? {} },
  );
}

/** What a refusal to file looks like; `mend` shows the form with the field that must be chosen anew. */
function fileRefusal(
  refused: FileProblem,
  mend: (field: 'to' | 'subject') => Promise<Reply> | Reply,
): Promise<Reply> | Reply {
  switch (refused.kind) {
    case 'not-found':
      return problem('not-found');
    case 'already-open':
      return redirect(paths.one.at(refused));
    case 'wrong-subject':
      return mend('subject');
    case 'wrong-addressee':
      return mend('to');
    case 'no-case':
    case 'too-early':
    case 'wrong-date':
      return problem('conflict');
  }
}
