// The desks of those who register and consider complaints: list by deadline, the complaint, its acts, the answer and its signature.
import { withError, type FormState } from '../http/forms.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { signingRows, type SigningVisit } from '../office/index.ts';
import { ok, refuse } from '../platform/result.ts';
import { possibleOutcomes, titleOfPaper } from '../regulations/index.ts';
import { answerForm, complaintActForm } from './complaint-forms.ts';
import { complaintDeskPaths as paths } from './complaint-paths.ts';
import { complaintLine, deskView } from './complaint-view.ts';
import { isAnswer, lapOf, regulationOf, type Complaint } from './complaint.ts';
import { COMPLAINTS_PAGE, type Complaints } from './index.ts';
import { complaintActs, type ComplaintActProblem } from './perform-complaint-act.ts';

type DeskVisit = Visit<Officer, 'id'>;

/** Officers of an office see that there is a complaint; what it says is for those who consider it. */
const complaintOfficers = officers();

export function complaintDeskRoutes(complaints: Complaints): RouteRow[] {
  const looks = {
    access: complaintOfficers,
    audit: { action: 'complaint.viewed', about: 'id' },
  } as const;
  const acts = {
    access: complaintOfficers,
    audit: { action: 'complaint.acted', about: 'id' },
  } as const;
  const withComplaint = async (
    visit: DeskVisit,
    show: (complaint: Complaint) => Promise<Reply> | Reply,
  ): Promise<Reply> => {
    const found = await complaints.find(visit.speaker, visit.params.id);
    return found.ok ? show(found.value) : problem('not-found');
  };
  const answerPage = (visit: DeskVisit, complaint: Complaint, form?: FormState): Reply => {
    const outcomes = complaintActs(visit.speaker, complaint).filter(isAnswer);
    if (outcomes.length === 0) return notNow('not-your-step', complaint);
    const { draft } = complaint;
    return page(
      'complaints/answer',
      {
        back: paths.one.at(complaint),
        number: complaint.number,
        version: complaint.version,
        outcomes: outcomes.map(({ id, name }) => ({ value: id, label: name[visit.language] })),
      },
      form ?? { values: visit.typed ?? (draft ? { ...draft } : {}), errors: [] },
    );
  };

  return [
    get(paths.list, { access: complaintOfficers, audit: { action: 'complaints.viewed' } }, (visit) =>
      listPage(complaints, visit),
    ),
    get(paths.one, looks, (visit) =>
      withComplaint(visit, async (complaint) => {
        const previous =
          complaint.previousId === undefined ? undefined : await complaints.byId(complaint.previousId);
        return page(
          'complaints/desk-one',
          deskView(complaint, visit.speaker, { now: visit.now, words: visit, previous }),
        );
      }),
    ),
    get(paths.act, looks, (visit) => withComplaint(visit, (complaint) => actPage(visit, complaint))),
    post(paths.act, { ...acts, form: complaintActForm }, (visit, form) =>
      withComplaint(visit, async (complaint) => {
        if (!form.ok) return actPage(visit, complaint, form.state);
        const outcome = possibleOutcomes(regulationOf(complaint), complaint.position).find(
          ({ id }) => id === visit.params.outcome,
        );
        const asks = outcome?.needs?.includes('comment') === true;
        if (asks && form.value.comment.length < SHORTEST_COMMENT)
          return actPage(visit, complaint, withError(form.state, 'comment', 'complaints:errors.comment'));
        const performed = await complaints.performAct({
          officer: visit.speaker,
          id: complaint.id,
          version: form.value.version,
          outcome: visit.params.outcome,
          ...(asks && { comment: form.value.comment }),
        });
        return performed.ok ? redirect(paths.one.at(complaint)) : notNow(performed.problem, complaint);
      }),
    ),
    get(paths.answer, looks, (visit) => withComplaint(visit, (complaint) => answerPage(visit, complaint))),
    post(paths.answer, { ...acts, form: answerForm }, (visit, form) =>
      withComplaint(visit, async (complaint) => {
        if (!form.ok) return answerPage(visit, complaint, form.state);
        const prepared = await complaints.prepareAnswer({
          officer: visit.speaker,
          id: complaint.id,
          ...form.value,
        });
        if (prepared.ok) return redirect(paths.one.at(complaint));
        return prepared.problem === 'not-possible'
          ? answerPage(visit, complaint, withError(form.state, 'outcome', 'complaints:errors.outcome'))
          : notNow(prepared.problem, complaint);
      }),
    ),
    get(
      paths.paper,
      { access: complaintOfficers, audit: { action: 'complaint.paper-viewed', about: 'id' } },
      (visit) =>
        withComplaint(visit, async (complaint) => {
          const drawn = [complaint.paper, ...complaint.laps.map(({ answer }) => answer)].find(
            (one) => one?.fileId === visit.params.paper,
          );
          const bytes = drawn && (await complaints.paper(complaint.id, drawn.fileId));
          return drawn === undefined || bytes === undefined
            ? problem('not-found')
            : file(bytes, 'application/pdf', `${drawn.number}.pdf`, true);
        }),
    ),
    ...signAnswerRows(complaints),
  ];
}

const SHORTEST_COMMENT = 10;

function signAnswerRows(complaints: Complaints): RouteRow[] {
  const refusal = async (visit: SigningVisit, kind: ComplaintActProblem): Promise<Reply> => {
    const found = await complaints.find(visit.speaker, visit.params.id);
    return found.ok ? notNow(kind, found.value) : problem('not-found');
  };
  return signingRows({
    paths,
    audit: { viewed: 'complaint.viewed', signed: 'complaint.signed' },
    backTo: (id) => paths.one.at({ id }),
    paperHref: (id, { fileId }) => paths.paper.at({ id, paper: fileId }),
    waiting: async (visit) => {
      const waiting = await complaints.answerToSign({ officer: visit.speaker, id: visit.params.id });
      if (!waiting.ok) return refuse(await refusal(visit, waiting.problem));
      const { complaint, paper, bytes } = waiting.value;
      return ok({
        paper,
        bytes,
        number: complaint.number,
        title: titleOfPaper(regulationOf(complaint), paper.paper, visit.language),
      });
    },
    sign: async (visit, signature) => {
      const signed = await complaints.signAnswer({
        officer: visit.speaker,
        id: visit.params.id,
        ...signature,
      });
      if (signed.ok) return ok();
      const { problem: why } = signed;
      return why.kind === 'bytes-changed' || why.kind === 'signature-not-confirmed'
        ? refuse(why)
        : refuse({ kind: 'refused', reply: await refusal(visit, why.kind) });
    },
  });
}

/** Told plainly: somebody was quicker, or it is not this officer's turn. */
function notNow(kind: ComplaintActProblem, complaint: Complaint): Reply {
  if (kind === 'not-found') return problem('not-found');
  const last = lapOf(complaint).done.at(-1);
  return {
    ...page('complaints/not-now', { href: paths.one.at(complaint), kind, last }),
    status: kind === 'not-your-step' ? 403 : 409,
  };
}

const VIEWS = ['mine', 'open', 'closed'] as const;

async function listPage(complaints: Complaints, visit: Visit<Officer>): Promise<Reply> {
  const number = Math.max(1, Number.parseInt(visit.query.page ?? '1', 10) || 1);
  const view = VIEWS.find((one) => one === visit.query.view) ?? 'mine';
  const { complaints: found, total } = await complaints.list(visit.speaker, view, number);
  return page('complaints/desk-list', {
    view,
    views: VIEWS,
    lines: found.map((complaint) => complaintLine(complaint, visit.now, visit.language)),
    number,
    hasNext: number * COMPLAINTS_PAGE < total,
  });
}

/** An act that asks why. */
function actPage(visit: Visit<Officer, 'id' | 'outcome'>, complaint: Complaint, form?: FormState): Reply {
  const outcome = complaintActs(visit.speaker, complaint).find(({ id }) => id === visit.params.outcome);
  if (outcome === undefined || isAnswer(outcome)) return notNow('not-your-step', complaint);
  return page(
    'complaints/act',
    {
      back: paths.one.at(complaint),
      number: complaint.number,
      version: complaint.version,
      title: outcome.name[visit.language],
      asks: (outcome.needs ?? []).includes('comment'),
    },
    form ?? { values: visit.typed ?? {}, errors: [] },
  );
}
