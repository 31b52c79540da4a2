// Within what a first complaint under a procedure is considered, in words.
import { formatTerm } from './explain-deadline.ts';
import { registry } from './registry.ts';
import type { Regulation } from './regulation.ts';
import { isByReference } from './vocabulary/citation.ts';
import type { LawLanguage } from './vocabulary/text.ts';

/** The whole term of the complaint procedure; empty where there is none, or where the sources only refer to its term. */
export function complaintTerm({ complaint }: Pick<Regulation, 'complaint'>, language: LawLanguage): string {
  const procedure = complaint.procedure === undefined ? undefined : registry.find(complaint.procedure);
  const term = procedure?.terms.normal;
  return term === undefined || isByReference(term) ? '' : formatTerm(term, language);
}
