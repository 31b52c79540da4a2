// What was brought, its scans, and the end of an intake: acceptance with the coupon, or refusal with the receipt.
import {
  ATTACHMENT_KINDS,
  deskPaperForm,
  MOST_ATTACHMENTS,
  paperOf,
  paperUpload,
  type Applications,
} from '../application/index.ts';
import { LARGEST_FILE } from '../documents/index.ts';
import { nothingForm, withError, type FormState } from '../http/forms.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import { papersFor } from './doors.ts';
import { doorOf } from './finish-intake.ts';
import type { IntakeDesk, PaperIntake } from './index.ts';
import { filledPapers, papersForm, readPapers, statesFor } from './intake-forms.ts';
import { intakePaths as paths } from './intake-paths.ts';
import { upperFirst } from '../http/format.ts';
import { changeProblem, clerks, deskRules, taskModel, withOpen, type DeskVisit } from './desk-pages.ts';

export function intakeEndRoutes(desk: IntakeDesk, applications: Pick<Applications, 'file'>): RouteRow[] {
  const { looks, changes } = deskRules;
  const own = (visit: DeskVisit) => ({ officer: visit.speaker, id: visit.params.id });
  return [
    get(paths.papers, looks, (visit) => withOpen(desk, visit, (intake) => papersPage(intake, visit))),
    post(paths.papers, { ...changes, form: papersForm }, (visit, form) =>
      withOpen(desk, visit, async (intake) => {
        if (!form.ok) return papersPage(intake, visit, form.state);
        const read = readPapers(form.value, papersFor(doorOf(intake)));
        if (!read.ok) return papersPage(intake, visit, { values: form.state.values, errors: read.errors });
        const noted = await desk.notePapers({ ...own(visit), papers: read.papers, missing: read.missing });
        return noted.ok
          ? redirect(paths.attachments.at({ id: intake.id }))
          : changeProblem(noted.problem, intake.id);
      }),
    ),
    get(paths.attachments, looks, (visit) =>
      withOpen(desk, visit, (intake) => scansPage(intake, { values: visit.typed ?? {}, errors: [] })),
    ),
    post(paths.attachments, { ...changes, form: deskPaperForm, upload: paperUpload }, (visit, form) =>
      withOpen(desk, visit, async (intake) => {
        const leaves = form.ok && form.value.next === 'done';
        if (leaves && visit.files.length === 0) return redirect(paths.tasks.at({ id: intake.id }));
        const paper = paperOf(visit.files, form);
        if (!paper.ok) return scansPage(intake, paper.problem);
        const attached = await desk.attach({ ...own(visit), paper: paper.value });
        if (attached.ok) return redirect((leaves ? paths.tasks : paths.attachments).at({ id: intake.id }));
        const { problem: why } = attached;
        if (why === 'not-found' || why === 'ended' || why === 'conflict')
          return changeProblem(why, intake.id);
        return scansPage(intake, withError(form.state, 'file', `application:errors.files.${why}`));
      }),
    ),
    get(paths.attachment, looks, (visit) =>
      withOpen(desk, visit, async (intake) => {
        const wanted = intake.content.attachments.find(({ fileId }) => fileId === visit.params.file);
        const bytes = wanted === undefined ? undefined : await applications.file(intake.id, wanted.fileId);
        return wanted === undefined || bytes === undefined
          ? problem('not-found')
          : file(bytes, wanted.mediaType, wanted.name);
      }),
    ),
    post(paths.detach, { ...changes, form: nothingForm, from: paths.attachments }, async (visit) => {
      const detached = await desk.detach({ ...own(visit), fileId: visit.params.file });
      return detached.ok
        ? redirect(paths.attachments.at({ id: visit.params.id }))
        : changeProblem(detached.problem, visit.params.id);
    }),
    post(
      paths.accept,
      {
        access: clerks,
        audit: { action: 'intake.accepted', about: 'id' },
        form: nothingForm,
        from: paths.tasks,
      },
      async (visit) => {
        const accepted = await desk.accept(own(visit));
        if (accepted.ok || accepted.problem === 'ended') return redirect(paths.receipt.at(visit.params));
        return accepted.problem === 'not-complete' || accepted.problem === 'papers-missing'
          ? tasksAgain(desk, visit, `intake:errors.${accepted.problem}`)
          : problem(accepted.problem);
      },
    ),
    post(
      paths.refuse,
      {
        access: clerks,
        audit: { action: 'intake.refused', about: 'id' },
        form: nothingForm,
        from: paths.tasks,
      },
      async (visit) => {
        const refused = await desk.refuse(own(visit));
        if (refused.ok || refused.problem === 'ended') return redirect(paths.receipt.at(visit.params));
        return refused.problem === 'no-reason'
          ? tasksAgain(desk, visit, 'intake:errors.no-reason')
          : problem(refused.problem);
      },
    ),
    get(paths.receipt, looks, async (visit) => {
      const content = await desk.receipt(own(visit));
      if (!content.ok) return problem('not-found');
      const text = content.value.texts.find(({ language }) => language === visit.language);
      return page('intake/receipt', {
        back: paths.list.at(),
        pdf: paths.receiptPdf.at(visit.params),
        number: content.value.number,
        date: content.value.date,
        text,
      });
    }),
    get(paths.receiptPdf, looks, async (visit) => {
      const content = await desk.receipt(own(visit));
      if (!content.ok) return problem('not-found');
      const bytes = await desk.receiptPdf(content.value);
      return file(bytes, 'application/pdf', `${content.value.number}.pdf`, true);
    }),
  ];
}

const tasksAgain = (desk: IntakeDesk, visit: DeskVisit, text: string): Promise<Reply> =>
  withOpen(desk, visit, (intake) =>
    page('intake/tasks', taskModel(intake, visit), { values: {}, errors: [{ field: 'tasks', text }] }),
  );

function papersPage(intake: PaperIntake, visit: DeskVisit, refused?: FormState): Reply {
  return page(
    'intake/papers',
    {
      back: paths.tasks.at({ id: intake.id }),
      documents: papersFor(doorOf(intake)).map((document) => ({
        id: document.id,
        name: upperFirst(document.name[visit.language]),
        states: statesFor(document),
      })),
    },
    refused ?? { values: visit.typed ?? filledPapers(intake.papers, intake.missing), errors: [] },
  );
}

const scansPage = (intake: PaperIntake, form: FormState): Reply =>
  page(
    'intake/scans',
    {
      back: paths.tasks.at({ id: intake.id }),
      base: paths.attachments.at({ id: intake.id }),
      attachments: intake.content.attachments,
      kinds: ATTACHMENT_KINDS,
      full: intake.content.attachments.length >= MOST_ATTACHMENTS,
      largestMegabytes: LARGEST_FILE / 1024 / 1024,
    },
    form,
  );
