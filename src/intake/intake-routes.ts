// The desk where papers are brought: the list, the first page of an intake, its tasks, its blocks.
import { blockRows, wordsOf, type AskedBlock, type Content, type FormPlace } from '../application/index.ts';
import { nothingForm, withError, type FormResult, type FormState } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Officer } from '../identity/index.ts';
import { newId } from '../platform/ids.ts';
import { ok, refuse } from '../platform/result.ts';
import { doorName, doorsOf } from './doors.ts';
import { doorOf } from './finish-intake.ts';
import type { IntakeDesk, PaperIntake } from './index.ts';
import { BRINGERS, readReceived, startForm, type StartForm } from './intake-forms.ts';
import { intakePaths as paths } from './intake-paths.ts';
import { changeProblem, clerks, deskRules, openIntake, taskModel, withOpen } from './desk-pages.ts';
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
    ...blockRows(deskForms(desk)),
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

/** The forms on the desk: typed from the paper, and the way goes on to the next open task. */
const deskForms = (desk: IntakeDesk): FormPlace<Officer> => ({
  base: paths.list.at(),
  ...deskRules,
  async open(visit) {
    const found = await openIntake(desk, visit);
    if (!found.ok) return found;
    const at = (content: Content) => deskContext({ ...found.value, content }, visit.now);
    return ok({
      tasks: paths.tasks.at(visit.params),
      context: at(found.value.content),
      contextOf: at,
      words: { ...wordsOf(visit), toOfficer: true },
      typed: visit.typed,
    });
  },
  async keep(visit, change) {
    const { id } = visit.params;
    const saved = await desk.fillForm({ officer: visit.speaker, id, change });
    if (saved.ok) return ok((block) => nextPage(saved.value, block, visit.now));
    return refuse(typeof saved.problem === 'string' ? changeProblem(saved.problem, id) : saved.problem);
  },
});

function nextPage(intake: PaperIntake, block: AskedBlock, now: Date): string {
  const tasks = deskTasks(intake, now);
  const next = tasks.slice(tasks.findIndex(({ id }) => id === block) + 1).find(({ done }) => !done);
  return next === undefined ? paths.tasks.at({ id: intake.id }) : `/office/intake/${intake.id}/${next.id}`;
}
