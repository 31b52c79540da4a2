// The form page by page: list of tasks, one page a subject, check your answers.
import { nothingForm, type FormResult, type FormState } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import type { Clock } from '../platform/clock.ts';
import { applicationPaths as paths, blockPaths } from './application-paths.ts';
import type { Draft } from './application.ts';
import { ASKED_BLOCKS, type AskedBlock, type BlockContext } from './blocks/form-block.ts';
import { blockModel } from './block-view.ts';
import { blockOf } from './blocks/index.ts';
import { wordsOf } from './blocks/words.ts';
import type { Applications } from './index.ts';
import { attachmentRows, describeAnswers } from './readable.ts';
import { registerRows } from './register-rows.ts';
import { problemReply } from './route-problems.ts';
import { contextOf, doorIsOpen, firstOpenTask, tasksOf } from './task-list.ts';

type CitizenVisit = Visit<Citizen, 'id'>;

export function formRoutes(applications: Applications, clock: Clock): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  const changes = { access: citizens, audit: { action: 'application.changed', about: 'id' } } as const;

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
        doorIsOpen(context) ? taskPage(draft, context) : notEligiblePage(draft, context, visit),
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
    ...ASKED_BLOCKS.flatMap((block) => [
      get(blockPaths[block], looks, (visit) =>
        withDraft(visit, (draft, context) => blockPage(block, visit, { draft, context })),
      ),
      post(blockPaths[block], { ...changes, form: blockOf(block).form }, (visit, form) =>
        saveBlock(applications, { block, visit, form, now: clock.now() }),
      ),
    ]),
    get(paths.check, looks, (visit) =>
      withDraft(visit, (draft) => {
        const words = wordsOf(visit);
        const sections = describeAnswers(draft.content, words);
        const papers = {
          id: 'attachments',
          title: visit.t('application:blocks.attachments'),
          rows: attachmentRows(draft.content.attachments, words),
        };
        return firstOpenTask(draft) === undefined
          ? page('application/check', { id: draft.id, sections: [...sections, papers] })
          : redirect(paths.tasks.at({ id: draft.id }));
      }),
    ),
  ];
}

function taskPage(draft: Draft, context: BlockContext): Reply {
  const { persons, disability, disease, mobile } = draft.content.registers;
  return page('application/tasks', {
    id: draft.id,
    regulation: context.regulation,
    tasks: tasksOf(draft).map((task) => ({ ...task, href: `/applications/${draft.id}/${task.block}` })),
    ready: firstOpenTask(draft) === undefined,
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

interface Shown {
  readonly draft: Draft;
  readonly context: BlockContext;
}

/** The page of a block, filled as saved or as typed. */
function blockPage(block: AskedBlock, visit: CitizenVisit, shown: Shown, refused?: FormState): Reply {
  const { draft, context } = shown;
  const state = refused ?? { values: visit.typed ?? blockOf(block).fill(context), errors: [] };
  return page(
    `application/blocks/${block}`,
    { id: draft.id, back: paths.tasks.at({ id: draft.id }), ...blockModel(block, context, wordsOf(visit)) },
    state,
  );
}

interface SaveInput {
  readonly block: AskedBlock;
  readonly visit: CitizenVisit;
  readonly form: FormResult<unknown>;
  readonly now: Date;
}

async function saveBlock(applications: Applications, { block, visit, form, now }: SaveInput): Promise<Reply> {
  const own = { applicant: visit.speaker, id: visit.params.id };
  const found = await applications.ownDraft(own);
  if (!found.ok) return problemReply(found.problem, own.id);
  const context = contextOf(found.value, now);
  const shown = { draft: found.value, context };
  if (!form.ok) return blockPage(block, visit, shown, form.state);
  const read = blockOf(block).read(form.value as never, context, wordsOf(visit));
  if (!read.ok) return blockPage(block, visit, shown, { values: form.state.values, errors: read.errors });
  const saved = await applications.saveAnswer({ ...own, block, answer: read.answer });
  if (!saved.ok) return problemReply(saved.problem, own.id);
  return redirect(nextPage(saved.value, block));
}

/** On the first way through, the next open page; once all is done, back to check. */
function nextPage(draft: Draft, block: AskedBlock): string {
  const tasks = tasksOf(draft);
  const here = tasks.findIndex((task) => task.block === block);
  const next =
    tasks.slice(here + 1).find(({ done }) => !done) ?? tasks.find(({ done, optional }) => !done && !optional);
  return next === undefined ? paths.check.at({ id: draft.id }) : `/applications/${draft.id}/${next.block}`;
}
