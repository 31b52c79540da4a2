// Blocks that are lists: the page of the list ends with "nothing is missing", each entry has a page of its own.
import { z } from 'zod';
import type { Typed } from '../../http/forms.ts';
import type { Answers, Entry } from '../answers.ts';
import type { Content } from '../application.ts';
import {
  accepted,
  mend,
  type BlockContext,
  type FormBlock,
  type ListBlockId,
  type Read,
  type Row,
  type Words,
} from './form-block.ts';

export type EntryOf<Block extends ListBlockId> = NonNullable<Answers[Block]>['entries'][number];

const form = z.strictObject({ none: z.literal('yes').optional() });
type ListForm = z.infer<typeof form>;

interface ListParts<Block extends ListBlockId, Form> {
  readonly id: Block;
  /** How many entries a list may have. */
  readonly most: number;
  /** The form of one entry; its first field is where a refusal of the whole entry is shown. */
  readonly entryForm: z.ZodType<Form>;
  readonly firstField: string;
  fillEntry(entry: EntryOf<Block>): Typed;
  /** @param others the other entries of the list */
  readEntry(
    typed: Form,
    context: BlockContext,
    others: readonly EntryOf<Block>[],
  ): Read<Omit<EntryOf<Block>, 'id'>>;
  entryRow(entry: EntryOf<Block>, context: Pick<BlockContext, 'content'>, words: Words): Row;
  /** What the page of an entry offers to choose from. */
  choices(context: BlockContext, words: Words): object;
  /** The sentence above the list; left out where it is always the same. */
  lead?(context: BlockContext, words: Words): string;
  /** Why an entry does not fit the application any more (a name of `application:lists.troubles`); left out where it always fits. */
  trouble?(entry: EntryOf<Block>, context: BlockContext): 'quarter' | 'person' | undefined;
  /** What follows from all entries together. */
  sums?(
    entries: readonly EntryOf<Block>[],
    context: Pick<BlockContext, 'content'>,
    words: Words,
  ): readonly Row[];
}

export type ListBlock<Block extends ListBlockId, Form> = FormBlock<Block, ListForm> & ListParts<Block, Form>;

/** The entries of a list so far. */
export const entriesOf = <Block extends ListBlockId>(
  { answers }: Content,
  block: Block,
): readonly EntryOf<Block>[] => answers[block]?.entries ?? [];

/** Makes the block of its parts. */
export function listBlock<Block extends ListBlockId, Form>(
  parts: ListParts<Block, Form>,
): ListBlock<Block, Form> {
  const { id } = parts;
  const troubled = (context: BlockContext): boolean =>
    entriesOf(context.content, id).some((entry) => parts.trouble?.(entry, context) !== undefined);
  return {
    ...parts,
    form,
    fill: ({ content: { answers } }): Typed =>
      answers[id]?.whole === true && entriesOf({ answers } as Content, id).length === 0
        ? { none: 'yes' }
        : {},
    read: (typed, context) => {
      const entries = entriesOf(context.content, id);
      if (entries.length === 0 && typed.none !== 'yes') return mend('none', `application:errors.none.${id}`);
      if (troubled(context)) return mend('entries', 'application:errors.troubled');
      return accepted({ entries, whole: true } as unknown as NonNullable<Answers[Block]>);
    },
    holds: (answer: { readonly whole: boolean }, context) => answer.whole && !troubled(context),
    rows: (answer: { readonly entries: readonly Entry[] }, context, words): Row[] => {
      const entries = answer.entries as readonly EntryOf<Block>[];
      if (entries.length === 0)
        return [
          { key: words.t(`application:blocks.${id}`), lines: [words.t(`application:lists.${id}.none`)] },
        ];
      return [
        ...entries.map((entry) => parts.entryRow(entry, context, words)),
        ...(parts.sums?.(entries, context, words) ?? []),
      ];
    },
  };
}
