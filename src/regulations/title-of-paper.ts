// What a paper of a procedure is called.
import type { Regulation } from './regulation.ts';
import type { LawLanguage } from './vocabulary/text.ts';

/** The title of a paper; its id where the procedure knows none of the kind. */
export const titleOfPaper = (
  { papers }: Pick<Regulation, 'papers'>,
  paper: string,
  language: LawLanguage,
): string => papers.find(({ id }) => id === paper)?.title[language] ?? paper;
