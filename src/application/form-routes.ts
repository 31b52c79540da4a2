// The form page by page: list of tasks, one page a subject, check your answers.
import { nothingForm } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import type { Clock } from '../platform/clock.ts';
import { ok, refuse } from '../platform/result.ts';
import { applicationPaths as paths } from './application-paths.ts';
import type { Content, Draft } from './application.ts';
import { blockRows, type FormPlace } from './block-pages.ts';
import { titleOf, type AskedBlock, type BlockContext, type Words } from './blocks/form-block.ts';
import { wordsOf } from './blocks/words.ts';
import { askedContent } from './form-change.ts';
import type { Applications } from './index.ts';
import { attachmentRows, describeAnswers } from './readable.ts';
import { registerRows } from './register-rows.ts';
import { problemReply } from './route-problems.ts';
import { contextOf, doorIsOpen, firstOpenTask, tasksOf } from './task-list.ts';

type CitizenVisit = Visit<Citizen, 'id'>;

const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
const changes = { access: citizens, audit: { action: 'application.changed', about: 'id' } } as const;

export function formRoutes(applications: Applications, clock: Clock): RouteRow[] {
  const withDraft = async (
    visit: CitizenVisit,
    show: (draft: Draft, context: BlockContext) => Reply,
  ): Promise<Reply> => {
    const found = await applications.ownDraft({ applicant: visit.speaker, id: visit.params.id });
    return found.ok
      ? show(found.value, contextOf(found.value, clock.now()))
      : problemReply(found.problem, visit.params.id);
  };

  return [
    get(paths.tasks, looks, (visit) =>
      withDraft(visit, (draft, context) =>
        doorIsOpen(context)
          ? taskPage(draft, context, wordsOf(visit))
          : notEligiblePage(draft, context, visit),
      ),
    ),
    post(paths.refresh, { ...changes, form: nothingForm, from: paths.tasks }, async (visit) => {
      const refreshed = await applications.refreshRegisters({
        applicant: visit.speaker,
        id: visit.params.id,
      });
      return refreshed.ok
        ? redirect(paths.tasks.at({ id: visit.params.id }))
        : problemReply(refreshed.problem, visit.params.id);
    }),
    post(paths.discard, { ...changes, form: nothingForm, from: paths.tasks }, async (visit) => {
      const discarded = await applications.discard({ applicant: visit.speaker, id: visit.params.id });
      return discarded.ok ? redirect('/cabinet') : problemReply(discarded.problem, visit.params.id);
    }),
    ...blockRows(citizenForms(applications)),
    get(paths.check, looks, (visit) =>
      withDraft(visit, (draft, context) => {
        const words = wordsOf(visit);
        const sections = describeAnswers(askedContent(context), words);
        const papers = {
          id: 'attachments',
          title: visit.t('application:blocks.attachments'),
          rows: attachmentRows(draft.content.attachments, words),
        };
        return firstOpenTask(context) === undefined
          ? page('application/check', { id: draft.id, sections: [...sections, papers] })
          : redirect(paths.tasks.at({ id: draft.id }));
      }),
    ),
  ];
}

function taskPage(draft: Draft, context: BlockContext, words: Words): Reply {
  const { content } = context;
  const { persons, disability, disease, mobile } = content.registers;
  return page('application/tasks', {
    id: draft.id,
    regulation: context.regulation,
    tasks: tasksOf(context).map((task) => ({
      ...task,
      name:
        task.block === 'attachments'
          ? words.t('application:blocks.attachments')
          : titleOf(task.block, content, words),
      href: `/applications/${draft.id}/${task.block}`,
    })),
    ready: firstOpenTask(context) === undefined,
    silent: [persons, disability, disease, mobile].flatMap((answer) =>
      answer?.outcome === 'unavailable' ? [answer.system] : [],
    ),
  });
}

function notEligiblePage(draft: Draft, context: BlockContext, visit: CitizenVisit): Reply {
  const words = wordsOf(visit);
  const asked = [draft.content.registers.disability, draft.content.registers.disease];
  return page('application/not-eligible', {
    id: draft.id,
    regulation: context.regulation,
    findings: context.eligibility.findings,
    rows: asked.flatMap((answer) => (answer === undefined ? [] : registerRows(answer, words))),
  });
}

/** The citizen's own forms: each page is saved, and the way goes on to the next open one. */
const citizenForms = (applications: Applications): FormPlace<Citizen> => ({
  base: '/applications',
  looks,
  changes,
  async open(visit) {
    const found = await applications.ownDraft({ applicant: visit.speaker, id: visit.params.id });
    if (!found.ok) return refuse(problemReply(found.problem, visit.params.id));
    const at = (content: Content): BlockContext => contextOf({ ...found.value, content }, visit.now);
    return ok({
      tasks: paths.tasks.at(visit.params),
      context: at(found.value.content),
      contextOf: at,
      words: wordsOf(visit),
      typed: visit.typed,
    });
  },
  async keep(visit, change) {
    const saved = await applications.fillForm({ applicant: visit.speaker, id: visit.params.id, change });
    if (saved.ok) return ok((block) => nextPage(saved.value, block, visit.now));
    return refuse(
      typeof saved.problem === 'string' ? problemReply(saved.problem, visit.params.id) : saved.problem,
    );
  },
});

/** On the first way through, the next open page; once all is done, back to check. */
function nextPage(draft: Draft, block: AskedBlock, now: Date): string {
  const tasks = tasksOf(contextOf(draft, now));
  const here = tasks.findIndex((task) => task.block === block);
  const next =
    tasks.slice(here + 1).find(({ done }) => !done) ?? tasks.find(({ done, optional }) => !done && !optional);
  return next === undefined ? paths.check.at({ id: draft.id }) : `/applications/${draft.id}/${next.block}`;
}
