// The desk where papers are brought: the list, the first page of an intake, its tasks, its blocks.
import { ASKED_BLOCKS, blockModel, blockOf, wordsOf, type AskedBlock } from '../application/index.ts';
import { nothingForm, withError, type FormResult, type FormState } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Officer } from '../identity/index.ts';
import { newId } from '../platform/ids.ts';
import { doorName, doorsOf } from './doors.ts';
import { doorOf } from './finish-intake.ts';
import type { IntakeDesk, PaperIntake } from './index.ts';
import { BRINGERS, readReceived, startForm, type StartForm } from './intake-forms.ts';
import { deskBlockPaths, intakePaths as paths } from './intake-paths.ts';
import { changeProblem, clerks, deskRules, taskModel, withOpen, type DeskVisit } from './desk-pages.ts';
import { deskContext, deskTasks } from './intake-tasks.ts';
import { applicantName } from './receipt-content.ts';
import type { StartProblem } from './start-intake.ts';

export function intakeRoutes(desk: IntakeDesk): RouteRow[] {
  const { looks, changes } = deskRules;
  return [
    get(paths.list, { access: clerks, audit: { action: 'intake.listed' } }, (visit) => listPage(desk, visit)),
    get(paths.start, { access: clerks, audit: 'nothing-personal' }, (visit) =>
      startPage(visit, { values: { id: newId(), ...visit.typed }, errors: [] }),
    ),
    post(
      paths.start,
      { access: clerks, audit: { action: 'intake.started' }, form: startForm },
      (visit, form) => start(desk, visit, form),
    ),
    get(paths.tasks, looks, (visit) =>
      withOpen(desk, visit, (intake) => page('intake/tasks', taskModel(intake, visit))),
    ),
    post(paths.drop, { ...changes, form: nothingForm, from: paths.tasks }, async (visit) => {
      const dropped = await desk.drop({ officer: visit.speaker, id: visit.params.id });
      return dropped.ok ? redirect(paths.list.at()) : changeProblem(dropped.problem, visit.params.id);
    }),
    ...ASKED_BLOCKS.flatMap((block) => [
      get(deskBlockPaths[block], looks, (visit) =>
        withOpen(desk, visit, (intake) => blockPage(block, visit, intake)),
      ),
      post(deskBlockPaths[block], { ...changes, form: blockOf(block).form }, (visit, form) =>
        withOpen(desk, visit, (intake) => saveBlock(desk, { block, visit, form, intake })),
      ),
    ]),
  ];
}

async function listPage(desk: IntakeDesk, visit: Visit<Officer>): Promise<Reply> {
  const [open, accepted, refused] = await Promise.all(
    (['open', 'accepted', 'refused'] as const).map((state) => desk.latest(visit.speaker, state)),
  );
  const lines = (intakes: readonly PaperIntake[] = []) =>
    intakes.map((intake) => ({
      id: intake.id,
      name: applicantName(intake),
      number: intake.state === 'open' ? '' : intake.number,
      service: doorOf(intake).regulation.shortName[visit.language],
      receivedAt: intake.receivedAt,
    }));
  return page('intake/list', { open: lines(open), accepted: lines(accepted), refused: lines(refused) });
}

const startPage = (visit: Visit<Officer>, form: FormState): Reply =>
  page(
    'intake/start',
    {
      back: paths.list.at(),
      bringers: BRINGERS,
      doors: doorsOf(visit.speaker.officeId).map((door) => ({
        value: doorName(door),
        name: door.regulation.name[visit.language],
        channel: door.channel,
      })),
    },
    form,
  );

async function start(desk: IntakeDesk, visit: Visit<Officer>, form: FormResult<StartForm>): Promise<Reply> {
  if (!form.ok) return startPage(visit, form.state);
  const received = readReceived(form.value);
  if (!received.ok) return startPage(visit, { values: form.state.values, errors: [received.error] });
  const { id, door, iin, broughtBy, broughtByName } = form.value;
  const started = await desk.start({
    officer: visit.speaker,
    id,
    door,
    iin,
    broughtBy: { who: broughtBy, name: broughtByName },
    ...(received.at === undefined ? {} : { receivedAt: received.at }),
  });
  if (started.ok) return redirect(paths.tasks.at({ id: started.value.id }));
  const { field, text } = sentenceFor(started.problem);
  return startPage(visit, withError(form.state, field, text));
}

function sentenceFor(refused: StartProblem): { readonly field: string; readonly text: string } {
  switch (refused.field) {
    case 'iin':
      return { field: 'iin', text: `intake:errors.iins.${refused.problem}` };
    case 'receivedAt':
      return { field: 'received-day', text: `intake:errors.receivedAt.${refused.problem}` };
    case 'id':
    case 'door':
      return { field: 'door', text: `intake:errors.${refused.field}` };
    case 'broughtByName':
      return { field: 'broughtByName', text: 'intake:errors.broughtByName' };
  }
}

function blockPage(block: AskedBlock, visit: DeskVisit, intake: PaperIntake, refused?: FormState): Reply {
  const context = deskContext(intake, visit.now);
  return page(
    `application/blocks/${block}`,
    { id: intake.id, back: paths.tasks.at({ id: intake.id }), ...blockModel(block, context, wordsOf(visit)) },
    refused ?? { values: visit.typed ?? blockOf(block).fill(context), errors: [] },
  );
}

interface SaveInput {
  readonly block: AskedBlock;
  readonly visit: DeskVisit;
  readonly form: FormResult<unknown>;
  readonly intake: PaperIntake;
}

async function saveBlock(desk: IntakeDesk, { block, visit, form, intake }: SaveInput): Promise<Reply> {
  if (!form.ok) return blockPage(block, visit, intake, form.state);
  const context = deskContext(intake, visit.now);
  const read = blockOf(block).read(form.value as never, context, wordsOf(visit));
  if (!read.ok) return blockPage(block, visit, intake, { values: form.state.values, errors: read.errors });
  const saved = await desk.typeBlock({ officer: visit.speaker, id: intake.id, block, answer: read.answer });
  if (!saved.ok) return changeProblem(saved.problem, intake.id);
  const tasks = deskTasks(saved.value, visit.now);
  const next = tasks.slice(tasks.findIndex(({ id }) => id === block) + 1).find(({ done }) => !done);
  return redirect(
    next === undefined ? paths.tasks.at({ id: intake.id }) : `/office/intake/${intake.id}/${next.id}`,
  );
}
