// Whose an income or a thing is: the applicant and those of the family, as far as the form asks for them.
import type { Content } from '../application.ts';
import { askedBlocksOf } from '../portal-form.ts';
import type { BlockContext, Words } from './form-block.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Everybody who can be named, the applicant first. */
export const peopleOf = ({ content }: Pick<BlockContext, 'content'>, { t }: Words): Choice[] => [
  { value: 'applicant', label: t('application:people.applicant') },
  ...(content.answers.family?.entries ?? []).map(({ id, name }) => ({ value: id, label: name })),
];

/** The name as it reads back. */
export const nameOfPerson = (content: Content, person: string, words: Words): string =>
  peopleOf({ content }, words).find(({ value }) => value === person)?.label ??
  words.t('application:people.unknown');

/** Whether the form knows the person: a family that is not asked for any more has nobody. */
export const isKnown = (context: BlockContext, person: string): boolean =>
  person === 'applicant' ||
  (askedBlocksOf(context).includes('family') &&
    (context.content.answers.family?.entries.some(({ id }) => id === person) ?? false));
