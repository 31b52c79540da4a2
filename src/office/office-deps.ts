// What the use cases of this slice work with.
import type { Applications } from '../application/index.ts';
import type { DocumentStore } from '../documents/index.ts';
import type { Officer, Role } from '../identity/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Verifier } from '../signature/index.ts';
import type { CaseStore } from './case-store.ts';

/** Who may be named to work on a case: the provider's executor, or the rural akim's own. */
export type ExecutorRole = Extract<Role, 'executor' | 'rural-executor'>;

export interface OfficeDeps {
  readonly store: CaseStore;
  readonly applications: Pick<Applications, 'byId' | 'file' | 'withdrawUnsent'>;
  readonly documents: DocumentStore;
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly clock: Clock;
  /** Officers of an office with a role: the head names an executor among them. */
  readonly officersOf: (
    officeId: string,
    role: Role,
  ) => Promise<readonly Pick<Officer, 'accountId' | 'name'>[]>;
  /** Officers who may act in a role today, colleagues who stand in among them: terms tell them. */
  readonly actingAs: (officeId: string, role: Role) => Promise<readonly Pick<Officer, 'accountId'>[]>;
}
