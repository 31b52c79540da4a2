// The door of the law as data. README.md says how to add a procedure, a year, an amount.
export type * from './regulation.ts';
export { registry, createRegistry, type Registry } from './registry.ts';
export { checkRegulation, type RegulationProblem } from './check-regulation.ts';
export {
  beginCase,
  mayApply,
  performOutcome,
  possibleOutcomes,
  reopenCase,
  stepOf,
  withdrawCase,
  type BeginProblem,
  type CaseFacts,
  type CasePosition,
  type MoveProblem,
} from './case-position.ts';
export type { Category, Channel, Decision, Ground } from './vocabulary/channels.ts';
export type { Actor } from './vocabulary/actors.ts';
export type { BlockId } from './vocabulary/form-blocks.ts';
export * from './tmp-reference.ts';
export { planDeadlines, type DeadlinePlan, type CaseEvents, type PlannedStep } from './plan-deadlines.ts';
export { explainDeadline, explainRegistration, explainSkipped, formatTimeLeft } from './explain-deadline.ts';
export { daysLeft } from './deadlines.ts';
export type { Need } from './vocabulary/papers.ts';
export type { Consent } from './vocabulary/form-blocks.ts';
export { paperFields, type PaperField } from './vocabulary/papers.ts';
export { grounds } from './vocabulary/channels.ts';
export { statuses, type Status } from './vocabulary/statuses.ts';
export { formatCitation } from './vocabulary/citation.ts';
