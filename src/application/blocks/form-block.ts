// One subject of the form: what it asks, how an answer is checked and kept, and how it reads back. The pages, the list of tasks, "check
// your answers" and the text that is signed are all made from these.
import type { z } from 'zod';
import type { FieldError, Typed } from '../../http/forms.ts';
import type { Language, Translate } from '../../http/texts.ts';
import type { ApplicationForm, ChannelRule, Regulation } from '../../regulations/index.ts';
import type { Answers } from '../answers.ts';
import type { Content } from '../application.ts';
import type { Eligibility } from '../eligibility.ts';

/** Blocks that a person answers, in the order of the form. */
export const ASKED_BLOCKS = [
  'header',
  'representative',
  'applicant',
  'residence',
  'contacts',
  'category',
  'family',
  'income',
  'property',
  'bank',
  'consents',
] as const;
export type AskedBlock = (typeof ASKED_BLOCKS)[number];

/** Blocks that are lists: a page for the list and a page for each entry. */
export const LIST_BLOCKS = ['family', 'income', 'property'] as const satisfies readonly AskedBlock[];
export type ListBlockId = (typeof LIST_BLOCKS)[number];

export const isList = (block: AskedBlock): block is ListBlockId =>
  LIST_BLOCKS.some((listed) => listed === block);

/** What a block may know when it checks or shows an answer. */
export interface BlockContext {
  /** The person for whom help is asked; empty while a representative has not said it. */
  readonly iin: string;
  /** Who is signed in and fills the form; nobody at a desk. The name is empty while the register is silent. */
  readonly filedBy: { readonly iin: string; readonly name: string } | undefined;
  readonly content: Content;
  readonly eligibility: Eligibility;
  readonly regulation: Regulation;
  /** The door by which the application comes, and the form that it shows there. */
  readonly door: ChannelRule;
  readonly form: ApplicationForm;
  /** Dates of Kazakhstan: of the clock, and of the application: on paper it was handed over on another day than it is typed. */
  readonly today: string;
  readonly filedOn: string;
}

/** The voice in which an answer reads back. */
export interface Words {
  readonly language: Language;
  readonly t: Translate;
  /** Whoever reads is an officer: the form speaks of the applicant and not to them. */
  readonly toOfficer?: true;
}

/** The heading of a block. A representative is not the one whom the form describes. */
export function titleOf(block: AskedBlock, content: Content, { t, toOfficer }: Words): string {
  const ofOther = content.answers.header?.submittedBy === 'representative' && block !== 'header';
  return t(toOfficer === true || ofOther ? `intake:tasks.names.${block}` : `application:blocks.${block}`);
}

export interface Row {
  readonly key: string;
  readonly lines: readonly string[];
  /** Where it comes from, when it was not the person who wrote it. */
  readonly note?: string;
}

/** What was typed as an answer, or what must be mended. */
export type Read<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

export interface FormBlock<Block extends AskedBlock, Form> {
  readonly id: Block;
  readonly form: z.ZodType<Form>;
  /** Fields as they stand on the page, filled from the answer or from what the registers know. */
  fill(context: BlockContext): Typed;
  /** The answer, or what must be mended. */
  read(form: Form, context: BlockContext, words: Words): Read<NonNullable<Answers[Block]>>;
  /** Whether an answer given before is still enough; left out where it always is. */
  holds?(answer: NonNullable<Answers[Block]>, context: BlockContext): boolean;
  /** How the answer reads back. */
  rows(answer: NonNullable<Answers[Block]>, context: Pick<BlockContext, 'content'>, words: Words): Row[];
}

export const accepted = <Answer>(answer: Answer) => ({ ok: true, answer }) as const;
export const mend = (field: string, text: string) => ({ ok: false, errors: [{ field, text }] }) as const;
