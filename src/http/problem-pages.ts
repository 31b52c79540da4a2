// The only place where a problem gets its HTTP status. The words are in views/texts/*/problem.json: what happened, what to do next.
import type { ProblemKind } from './reply.ts';

const STATUS: Readonly<Record<ProblemKind, number>> = {
  'bad-request': 400,
  'not-found': 404,
  forbidden: 403,
  'form-expired': 403,
  conflict: 409,
  'too-large': 413,
  'too-many-requests': 429,
  broken: 500,
  unavailable: 503,
};

/** Status and text group of a problem. */
export const describeProblem = (kind: ProblemKind): { readonly status: number; readonly texts: string } => ({
  status: STATUS[kind],
  texts: `problem:${kind}`,
});
