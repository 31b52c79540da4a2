// What is done and what is still to do before the form can be signed.
import { decideEligibility, type Eligibility } from './eligibility.ts';
import type { Content, Draft } from './application.ts';
import { ASKED_BLOCKS, type AskedBlock, type BlockContext } from './blocks/form-block.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { pinnedRegulation } from './pinned-regulation.ts';

export interface Task {
  readonly block: AskedBlock | 'attachments';
  readonly done: boolean;
  /** Attachments may stay empty unless something could not be checked in a register. */
  readonly optional: boolean;
}

/** What the blocks of a draft may know. */
export function contextOf(draft: Draft, now: Date): BlockContext {
  const today = dateInKazakhstan(now);
  return {
    content: draft.content,
    eligibility: decideEligibility(draft.content.registers, today),
    regulation: pinnedRegulation(draft.regulation),
    today,
  };
}

/** Whether the portal is open to the person: a confirmed category, or one that no register could deny. */
export const portalIsOpen = ({ confirmed, unchecked }: Eligibility): boolean =>
  confirmed.length + unchecked.length > 0;

/** A category that the person named and no register confirmed needs a paper. */
export const paperIsNeeded = ({ answers }: Content): boolean => answers.category?.confirmedBy === 'applicant';

export function tasksOf(draft: Draft): Task[] {
  const { answers, attachments } = draft.content;
  const tasks: Task[] = ASKED_BLOCKS.map((block) => ({
    block,
    done: answers[block] !== undefined,
    optional: false,
  }));
  const papers: Task = {
    block: 'attachments',
    done: attachments.length > 0,
    optional: !paperIsNeeded(draft.content),
  };
  const consents = tasks.findIndex(({ block }) => block === 'consents');
  return [...tasks.slice(0, consents), papers, ...tasks.slice(consents)];
}

/** The first thing that keeps the draft from being signed; undefined when nothing does. */
export const firstOpenTask = (draft: Draft): Task | undefined =>
  tasksOf(draft).find(({ done, optional }) => !done && !optional);
