// What the pages of the desk share: who may come in, what is recorded, and an intake that is still open.
import { problem, redirect, type Reply } from '../http/reply.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { refuse, type Result } from '../platform/result.ts';
import { refusalRule } from './doors.ts';
import { doorOf, reasonsOf } from './finish-intake.ts';
import type { IntakeDesk, PaperIntake } from './index.ts';
import { intakePaths as paths } from './intake-paths.ts';
import { deskTasks } from './intake-tasks.ts';
import { applicantName } from './receipt-content.ts';

export type DeskVisit = Visit<Officer, 'id'>;

/** Who takes papers in: the clerk of the office, whichever desk the office is. */
export const clerks = officers('clerk');

export const deskRules = {
  looks: { access: clerks, audit: { action: 'intake.viewed', about: 'id' } },
  changes: { access: clerks, audit: { action: 'intake.changed', about: 'id' } },
} as const;

/** An open intake; one that ended shows its receipt. */
export async function openIntake(desk: IntakeDesk, visit: DeskVisit): Promise<Result<PaperIntake, Reply>> {
  const found = await desk.find({ officer: visit.speaker, id: visit.params.id });
  if (!found.ok) return refuse(problem('not-found'));
  return found.value.state === 'open' ? found : refuse(redirect(paths.receipt.at({ id: visit.params.id })));
}

/** A page of an open intake. */
export async function withOpen(
  desk: IntakeDesk,
  visit: DeskVisit,
  show: (intake: PaperIntake) => Promise<Reply> | Reply,
): Promise<Reply> {
  const opened = await openIntake(desk, visit);
  return opened.ok ? show(opened.value) : opened.problem;
}

/** The page of an intake: whose it is, and what is still to do. */
export function taskModel(intake: PaperIntake, visit: DeskVisit) {
  const door = doorOf(intake);
  const { persons, disability, disease, mobile } = intake.content.registers;
  const tasks = deskTasks(intake, visit.now);
  return {
    id: intake.id,
    back: paths.list.at(),
    service: door.regulation.name[visit.language],
    name: applicantName(intake),
    iin: intake.iin,
    broughtBy: intake.broughtBy,
    receivedAt: intake.receivedAt,
    channel: intake.channel,
    tasks: tasks.map((task) => ({ ...task, href: `/office/intake/${intake.id}/${task.id}` })),
    ready: tasks.every(({ done }) => done),
    reasons: reasonsOf(intake),
    mayRefuse: refusalRule(door) !== undefined,
    unknown: persons?.outcome === 'nothing',
    silent: [persons, disability, disease, mobile].flatMap((answer) =>
      answer?.outcome === 'unavailable' ? [answer.system] : [],
    ),
  };
}

/** What a change that came too late is answered with. */
export function changeProblem(kind: 'not-found' | 'ended' | 'conflict', id: string): Reply {
  return kind === 'ended' ? redirect(paths.receipt.at({ id })) : problem(kind);
}
