// What the pages of a form do to its content. Each is a function of the content as it is: when another window wrote in between, it is
// done again on what that left, so two windows lose nothing of each other.
import type { FieldError, Typed } from '../http/forms.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Answers, Entry, ListAnswers } from './answers.ts';
import type { Content } from './application.ts';
import {
  LIST_BLOCKS,
  type AskedBlock,
  type BlockContext,
  type ListBlockId,
  type Words,
} from './blocks/form-block.ts';
import { blockOf, listBlockOf } from './blocks/index.ts';
import { entriesOf } from './blocks/list-block.ts';
import { askedBlocksOf } from './portal-form.ts';

/** A form as somebody has it open. */
export interface OpenForm {
  /** The address of the list of tasks; the pages of the blocks stand below it. */
  readonly tasks: string;
  readonly context: BlockContext;
  /** The same of another content: of the one that another window left. */
  readonly contextOf: (content: Content) => BlockContext;
  readonly words: Words;
  readonly typed: Typed | undefined;
}

/** What a person must mend before the form can be kept. */
export interface Mend {
  readonly mend: readonly FieldError[];
}

export type Change = (content: Content) => Result<Content, Mend>;

/** The answer of a block, as typed. */
export const answered =
  (block: AskedBlock, typed: unknown, { contextOf, words }: OpenForm): Change =>
  (content) => {
    const read = blockOf(block).read(typed as never, contextOf(content), words);
    return read.ok ? ok(withAnswer(content, block, read.answer)) : refuse({ mend: read.errors });
  };

const withAnswer = (
  content: Content,
  block: AskedBlock,
  answer: NonNullable<Answers[AskedBlock]>,
): Content => ({
  ...content,
  answers: { ...content.answers, [block]: answer },
});

/** Where an entry stands: its list, and the id that the server gave it. */
export interface EntryPlace {
  readonly block: ListBlockId;
  readonly entry: string;
}

/** A list with this entry in it: a new one, or another wording of one that is there. Sent twice it is there once. */
export const withEntry =
  ({ block, entry: id }: EntryPlace, typed: unknown, { contextOf }: OpenForm): Change =>
  (content) => {
    const list = listBlockOf(block);
    const known: readonly Entry[] = entriesOf(content, block);
    const others = known.filter((one) => one.id !== id);
    if (others.length >= list.most)
      return refuse({ mend: [{ field: list.firstField, text: `application:errors.full` }] });
    const read = list.readEntry(typed as never, contextOf(content), others as never);
    if (!read.ok) return refuse({ mend: read.errors });
    const entry = { id, ...read.answer };
    const entries =
      others.length === known.length ? [...known, entry] : known.map((one) => (one.id === id ? entry : one));
    // That nothing is missing was said of the list as it was; of an empty one it was said that there is nothing.
    const whole = known.length > 0 && content.answers[block]?.whole === true;
    return ok(withEntries(content, block, { entries, whole }));
  };

/** A list without this entry. What was written of somebody of the family goes with them, and those lists are to be looked through again. */
export const withoutEntry =
  ({ block, entry: id }: EntryPlace): Change =>
  (content) =>
    ok(
      LIST_BLOCKS.reduce((changed, list) => {
        const known: readonly (Entry & { readonly person?: string })[] = entriesOf(changed, list);
        const kept = known.filter((one) =>
          list === block ? one.id !== id : block !== 'family' || one.person !== id,
        );
        if (kept.length === known.length) return changed;
        const whole = list === block && kept.length > 0 && changed.answers[list]?.whole === true;
        return withEntries(changed, list, { entries: kept, whole });
      }, content),
    );

const withEntries = (content: Content, block: ListBlockId, answer: ListAnswers<Entry>): Content =>
  withAnswer(content, block, answer as NonNullable<Answers[ListBlockId]>);

/** Whether a block is answered, and its answer is enough. */
export function isAnswered(block: AskedBlock, context: BlockContext): boolean {
  const answer = context.content.answers[block];
  return answer !== undefined && blockOf(block).holds?.(answer as never, context) !== false;
}

/** The content with the answers that the form asks for, and no others: what was answered before a condition changed is not signed. */
export function askedContent(context: Pick<BlockContext, 'content' | 'form'>): Content {
  const { content } = context;
  const asked = askedBlocksOf(context);
  const answers = Object.fromEntries(
    Object.entries(content.answers).filter(([block]) => asked.some((one) => one === block)),
  ) as Answers;
  return { ...content, answers };
}
