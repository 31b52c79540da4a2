// What is done and what is still to do before the form can be signed.
import type { Channel } from '../regulations/index.ts';
import { decideEligibility } from './eligibility.ts';
import type { Content, Draft, PinnedRegulation } from './application.ts';
import type { AskedBlock, BlockContext } from './blocks/form-block.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { pinnedRegulation } from './pinned-regulation.ts';
import { askedBlocksOf, formOf } from './portal-form.ts';

export interface Task {
  readonly block: AskedBlock | 'attachments';
  readonly done: boolean;
  /** Attachments may stay empty unless something could not be checked in a register. */
  readonly optional: boolean;
}

/** What the blocks of a draft may know. */
export const contextOf = (draft: Draft, now: Date): BlockContext =>
  contextAt({ ...draft, channel: 'portal' }, now);

/** The same for a form that is filled at some door. Throws when the procedure has no such door: the page before does not offer it. */
export function contextAt(
  filled: {
    readonly content: Content;
    readonly regulation: PinnedRegulation;
    readonly channel: Channel;
  },
  now: Date,
): BlockContext {
  const { content, channel } = filled;
  const today = dateInKazakhstan(now);
  const regulation = pinnedRegulation(filled.regulation);
  const form = formOf(regulation, channel);
  const door = regulation.channels.find((rule) => rule.channel === channel);
  if (form === undefined || door === undefined)
    throw new Error(`${regulation.id} has no form for ${channel}`);
  return { content, eligibility: decideEligibility(content.registers, today), regulation, door, form, today };
}

/** Whether the door is open to the person: to everyone, or by a category of its own that a register confirmed or none could deny. */
export const doorIsOpen = ({ door, eligibility }: Pick<BlockContext, 'door' | 'eligibility'>): boolean => {
  const { who } = door;
  return (
    who === 'everyone' ||
    [...eligibility.confirmed, ...eligibility.unchecked].some((category) => who.includes(category))
  );
};

/** A category that the person named and no register confirmed needs a paper. */
export const paperIsNeeded = ({ answers }: Content): boolean => answers.category?.confirmedBy === 'applicant';

export function tasksOf(draft: Draft): Task[] {
  const { answers, attachments } = draft.content;
  const form = formOf(pinnedRegulation(draft.regulation), 'portal');
  const tasks: Task[] = (form === undefined ? [] : askedBlocksOf(form)).map((block) => ({
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
