// How terms are usually counted: from the end of the step before, at most so much. Only the number differs from step to step.
import type { Term } from '../../regulation.ts';

type Counting = Omit<Term, 'amount' | 'law'>;

export const workdays = {
  unit: 'WORKDAY',
  from: 'PREVIOUS_STEP',
  kind: 'AT_MOST',
} as const satisfies Counting;

export const officeMinutes = {
  unit: 'OFFICE_MINUTE',
  from: 'PREVIOUS_STEP',
  kind: 'AT_MOST',
} as const satisfies Counting;

export const officeHours = {
  unit: 'OFFICE_HOUR',
  from: 'PREVIOUS_STEP',
  kind: 'AT_MOST',
} as const satisfies Counting;

/** The whole term of a service: working days from the submission. */
export const wholeWorkdays = {
  unit: 'WORKDAY',
  from: 'SUBMISSION',
  kind: 'AT_MOST',
} as const satisfies Counting;
