// What the use cases of this slice work with.
import type { Applications } from '../application/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { IntakeStore } from './intake-store.ts';

export interface IntakeDeps {
  readonly store: IntakeStore;
  readonly applications: Pick<Applications, 'askRegisters' | 'enterPaper' | 'storePaper' | 'removeFile'>;
  readonly clock: Clock;
  /** Only the test configuration admits the identities of the national test certificates. */
  readonly admitTestIdentities: boolean;
}
