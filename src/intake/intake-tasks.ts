// What is done and what is still to do before a package can be accepted.
import { askedBlocksOf, contextAt, type AskedBlock, type BlockContext } from '../application/index.ts';
import type { Category } from '../regulations/index.ts';
import { papersFor } from './doors.ts';
import type { PaperIntake } from './intake.ts';

export type TaskId = AskedBlock | 'papers' | 'attachments';

export interface DeskTask {
  readonly id: TaskId;
  readonly done: boolean;
}

const CATEGORIES: readonly Category[] = ['DISABLED', 'DISABLED_CHILD', 'SOCIAL_DISEASE'];

/** What the blocks may know. At the desk a person may prove by paper what no register confirms (S3 p. 3). */
export function deskContext(intake: PaperIntake, now: Date): BlockContext {
  const context = contextAt(intake, now);
  const { confirmed } = context.eligibility;
  const unchecked = CATEGORIES.filter((category) => !confirmed.includes(category));
  return { ...context, eligibility: { ...context.eligibility, unchecked } };
}

/** The tasks of the desk in the order of the form; the signed application itself must be scanned. */
export function deskTasks(intake: PaperIntake, now: Date): DeskTask[] {
  const { form, regulation } = deskContext(intake, now);
  const { answers, attachments } = intake.content;
  const papers = papersFor({ regulation, channel: intake.channel });
  return [
    ...askedBlocksOf(form).map((id) => ({ id, done: answers[id] !== undefined })),
    { id: 'papers', done: papers.every(({ id }) => intake.papers[id] !== undefined) },
    { id: 'attachments', done: attachments.some(({ kind }) => kind === 'application') },
  ];
}

export const openTasks = (intake: PaperIntake, now: Date): DeskTask[] =>
  deskTasks(intake, now).filter(({ done }) => !done);
