// What the use cases of this slice work with. compose.ts brings it.
import type { DocumentStore } from '../documents/index.ts';
import type { Keeping } from '../keeping/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Registers } from '../registers/index.ts';
import type { Verifier } from '../signature/index.ts';
import type { ApplicationStore } from './application-store.ts';

export interface ApplicationDeps {
  readonly store: ApplicationStore;
  readonly documents: DocumentStore;
  readonly registers: Registers;
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly keeping: Pick<Keeping, 'keep'>;
  readonly clock: Clock;
}

/** Whose application it is: the account, and the IIN that every signature must carry. */
export interface Applicant {
  readonly accountId: string;
  readonly iin: string;
}
