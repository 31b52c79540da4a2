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
