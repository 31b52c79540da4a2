// What is done and what is still to do before a package can be accepted.
import {
  askedBlocksOf,
  contextAt,
  isAnswered,
  type AskedBlock,
  type BlockContext,
} from '../application/index.ts';
import { papersFor } from './doors.ts';
import type { PaperIntake } from './intake.ts';

export type TaskId = AskedBlock | 'papers' | 'attachments';

export interface DeskTask {
  readonly id: TaskId;
  readonly done: boolean;
}

/** What the blocks may know. */
export const deskContext = (intake: PaperIntake, now: Date): BlockContext => contextAt(intake, now);

/** The tasks of the desk in the order of the form; the signed application itself must be scanned. */
export function deskTasks(intake: PaperIntake, now: Date): DeskTask[] {
  const context = deskContext(intake, now);
  const { attachments } = intake.content;
  const papers = papersFor({ regulation: context.regulation, channel: intake.channel });
  return [
    ...askedBlocksOf(context).map((id) => ({ id, done: isAnswered(id, context) })),
    { id: 'papers', done: papers.every(({ id }) => intake.papers[id] !== undefined) },
    { id: 'attachments', done: attachments.some(({ kind }) => kind === 'application') },
  ];
}

export const openTasks = (intake: PaperIntake, now: Date): DeskTask[] =>
  deskTasks(intake, now).filter(({ done }) => !done);
