// Which procedures the portal can take applications for: those whose electronic form has only blocks that are built here.
import type { ApplicationForm, BlockId, Regulation } from '../regulations/index.ts';
import { ASKED_BLOCKS } from './blocks/form-block.ts';

/** Blocks that are pages or parts of the signed text. */
const BUILT: readonly BlockId[] = [...ASKED_BLOCKS, 'attachments', 'registers', 'signature'];

/** The form that a procedure shows on the portal. */
export const portalFormOf = (regulation: Regulation): ApplicationForm | undefined =>
  regulation.channels.some(({ channel }) => channel === 'portal')
    ? regulation.forms.find(({ channels }) => channels.includes('portal'))
    : undefined;

export const hasWholeForm = (regulation: Regulation): boolean =>
  portalFormOf(regulation)?.blocks.every((block) => typeof block === 'string' && BUILT.includes(block)) ===
  true;
