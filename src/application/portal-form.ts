// Which form a procedure shows at which door, what it asks, and which procedures the portal can take applications for: those whose electronic
// form has only blocks that are built here.
import type { ApplicationForm, BlockCondition, BlockId, Channel, Regulation } from '../regulations/index.ts';
import type { Answers } from './answers.ts';
import { ASKED_BLOCKS, type AskedBlock, type BlockContext } from './blocks/form-block.ts';

/** Blocks that are pages or parts of the signed text. */
const BUILT: readonly BlockId[] = [...ASKED_BLOCKS, 'attachments', 'registers', 'signature'];

/** When a block is asked that stands in a form under a condition. A representative may speak for somebody who has a family. */
const conditions: Readonly<Record<BlockCondition, (answers: Answers) => boolean>> = {
  represented: ({ header }) => header?.submittedBy === 'representative',
  'for-family': ({ header }) => header?.submittedBy === 'family' || header?.submittedBy === 'representative',
  'income-test': ({ category }) => category?.ground === 'LOW_INCOME',
};

/** The form that a procedure shows at a door. */
export const formOf = (regulation: Regulation, channel: Channel): ApplicationForm | undefined =>
  regulation.channels.some((rule) => rule.channel === channel)
    ? regulation.forms.find(({ channels }) => channels.includes(channel))
    : undefined;

export const hasWholeForm = (regulation: Regulation): boolean =>
  formOf(regulation, 'portal')?.blocks.every((block) => BUILT.includes(nameOf(block))) === true;

const nameOf = (block: ApplicationForm['blocks'][number]): BlockId =>
  typeof block === 'string' ? block : block.block;

/** Whether a form has a block, under whichever condition. */
export const hasBlock = (form: ApplicationForm, block: BlockId): boolean =>
  form.blocks.some((one) => nameOf(one) === block);

/** The blocks that somebody answers in a form, in its order, as far as the answers so far tell. */
export function askedBlocksOf({
  form,
  content,
}: Pick<BlockContext, 'form' | 'content'>): readonly AskedBlock[] {
  const asked = form.blocks.filter(
    (block) => typeof block === 'string' || conditions[block.onlyIf](content.answers),
  );
  return ASKED_BLOCKS.filter((one) => asked.some((block) => nameOf(block) === one));
}

/** Whether a representative fills the form at home. */
export const isRepresented = ({ filedBy, content }: Pick<BlockContext, 'filedBy' | 'content'>): boolean =>
  filedBy !== undefined && content.answers.header?.submittedBy === 'representative';
