// By when an answer is due, from the procedure alone: known at the moment of sending, with the office's clock still to begin.
import type { Language } from '../http/texts.ts';
import { formatTerm, planDeadlines, type DeadlinePlan, type Regulation } from '../regulations/index.ts';
import type { Submitted, Withdrawn } from './application.ts';
import { pinnedRegulation } from './pinned-regulation.ts';

export interface DueDates {
  /** When the law takes the application as received: the next working day after closing time. */
  readonly registration: Date;
  readonly due: Date | null;
  readonly dueExtended: Date | null;
  readonly plan: DeadlinePlan;
}

/** Throws when the working calendar lacks the year: the ministry's clerk is warned 60 days before. */
export function dueDates(application: Submitted | Withdrawn): DueDates {
  const ground = application.content.answers.category?.ground;
  const planned = planDeadlines(pinnedRegulation(application.regulation), {
    submitted: application.submittedAt,
    channel: application.channel,
    ...(ground && { ground }),
  });
  if (!planned.ok) throw new Error(`no deadline for ${application.regulation.id}: ${planned.problem.kind}`);
  const { registration, due, dueExtended } = planned.value;
  return { registration: registration.at, due, dueExtended, plan: planned.value };
}

/** The whole terms of a procedure in words; one that the sources only refer to is left out. */
export function termsInWords(
  { terms }: Regulation,
  language: Language,
): { readonly normal?: string; readonly extended?: string } {
  return {
    ...('amount' in terms.normal && { normal: formatTerm(terms.normal, language) }),
    ...(terms.extended && { extended: formatTerm(terms.extended.term, language) }),
  };
}
