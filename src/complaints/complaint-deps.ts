// What the use cases of this slice work with.
import type { Applications } from '../application/index.ts';
import type { Keeping } from '../keeping/index.ts';
import type { PaperTools } from '../notification/index.ts';
import type { Office } from '../office/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Registers } from '../registers/index.ts';
import type { Verifier } from '../signature/index.ts';
import type { ComplaintStore } from './complaint-store.ts';

export interface ComplaintDeps extends PaperTools {
  readonly store: ComplaintStore;
  readonly applications: Pick<Applications, 'byId' | 'own'>;
  readonly office: Pick<Office, 'byId' | 'byApplication' | 'byNumber'>;
  readonly registers: Pick<Registers, 'sendSms'>;
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly keeping: Pick<Keeping, 'keep' | 'messageOf'>;
  readonly clock: Clock;
}
