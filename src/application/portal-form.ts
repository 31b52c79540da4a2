// Which form a procedure shows at which door, and which procedures the portal can take applications for: those whose electronic form has
// only blocks that are built here.
import type { ApplicationForm, BlockId, Channel, Regulation } from '../regulations/index.ts';
import { ASKED_BLOCKS, type AskedBlock } from './blocks/form-block.ts';

/** Blocks that are pages or parts of the signed text. */
const BUILT: readonly BlockId[] = [...ASKED_BLOCKS, 'attachments', 'registers', 'signature'];

/** The form that a procedure shows at a door. */
export const formOf = (regulation: Regulation, channel: Channel): ApplicationForm | undefined =>
  regulation.channels.some((rule) => rule.channel === channel)
    ? regulation.forms.find(({ channels }) => channels.includes(channel))
    : undefined;

export const hasWholeForm = (regulation: Regulation): boolean =>
  formOf(regulation, 'portal')?.blocks.every(
    (block) => typeof block === 'string' && BUILT.includes(block),
  ) === true;

const nameOf = (block: ApplicationForm['blocks'][number]): BlockId =>
  typeof block === 'string' ? block : block.block;

/** The blocks that somebody answers in a form, in its order. */
export const askedBlocksOf = (form: ApplicationForm): readonly AskedBlock[] =>
  ASKED_BLOCKS.filter((asked) => form.blocks.some((block) => nameOf(block) === asked));
