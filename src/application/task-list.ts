// What is done and what is still to do before the form can be signed.
import type { Category, Channel } from '../regulations/index.ts';
import { decideEligibility, type Eligibility } from './eligibility.ts';
import type { Content, Draft, PinnedRegulation } from './application.ts';
import { registeredName } from './blocks/applicant-block.ts';
import type { AskedBlock, BlockContext } from './blocks/form-block.ts';
import { isAnswered } from './form-change.ts';
import { dateInKazakhstan } from '../platform/kazakh-time.ts';
import { pinnedRegulation } from './pinned-regulation.ts';
import { askedBlocksOf, formOf, isRepresented } from './portal-form.ts';

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
    readonly iin: string;
    readonly content: Content;
    readonly regulation: PinnedRegulation;
    readonly channel: Channel;
    /** When it was handed over on paper; left out: now. */
    readonly receivedAt?: Date;
  },
  now: Date,
): BlockContext {
  const { channel } = filled;
  const today = dateInKazakhstan(now);
  const regulation = pinnedRegulation(filled.regulation);
  const form = formOf(regulation, channel);
  const door = regulation.channels.find((rule) => rule.channel === channel);
  if (form === undefined || door === undefined)
    throw new Error(`${regulation.id} has no form for ${channel}`);
  const { header, representative } = filled.content.answers;
  const atHome = channel === 'portal';
  const forOther = atHome && header?.submittedBy === 'representative';
  // The registers were asked about the person who is signed in: they say nothing of whom the representative speaks for.
  const content: Content = forOther ? { ...filled.content, registers: {} } : filled.content;
  const known = decideEligibility(content.registers, today);
  return {
    iin: forOther ? (representative?.represented.iin ?? '') : filled.iin,
    filedBy: atHome ? { iin: filled.iin, name: registeredName(filled.content) } : undefined,
    content,
    eligibility: door.who === 'everyone' ? mayProve(known) : known,
    regulation,
    door,
    form,
    today,
    filedOn: dateInKazakhstan(filled.receivedAt ?? now),
  };
}

const CATEGORIES: readonly Category[] = ['DISABLED', 'DISABLED_CHILD', 'SOCIAL_DISEASE'];

/** Where a door is open to everyone, a person may prove by a paper what no register confirms (S3 p. 3). */
const mayProve = (known: Eligibility): Eligibility => ({
  ...known,
  unchecked: CATEGORIES.filter((category) => !known.confirmed.includes(category)),
});

/** Whether the door is open to the person: to everyone, or by a category of its own that a register confirmed or none could deny. */
export const doorIsOpen = ({ door, eligibility }: Pick<BlockContext, 'door' | 'eligibility'>): boolean => {
  const { who } = door;
  return (
    who === 'everyone' ||
    [...eligibility.confirmed, ...eligibility.unchecked].some((category) => who.includes(category))
  );
};

/** A category that the person named and no register confirmed needs a paper. */
export const paperIsNeeded = ({ answers: { category } }: Content): boolean =>
  category?.confirmedBy === 'applicant' && category.categories.length > 0;

export function tasksOf(context: BlockContext): Task[] {
  const tasks: Task[] = askedBlocksOf(context).map((block) => ({
    block,
    done: isAnswered(block, context),
    optional: false,
  }));
  const { attachments } = context.content;
  const mandate = attachments.filter(({ kind }) => kind === 'power-of-attorney').length;
  const represented = isRepresented(context);
  const proof = paperIsNeeded(context.content);
  const papers: Task = {
    block: 'attachments',
    // A representative attaches what gives the right to be one, and besides it what proves a category.
    done: represented ? mandate > 0 && (!proof || attachments.length > mandate) : attachments.length > 0,
    optional: !proof && !represented,
  };
  const consents = tasks.findIndex(({ block }) => block === 'consents');
  return [...tasks.slice(0, consents), papers, ...tasks.slice(consents)];
}

/** The first thing that keeps the draft from being signed; undefined when nothing does. */
export const firstOpenTask = (context: BlockContext): Task | undefined =>
  tasksOf(context).find(({ done, optional }) => !done && !optional);
