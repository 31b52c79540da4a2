// What the use cases of this slice work with.
import type { Applications } from '../application/index.ts';
import type { Keeping } from '../keeping/index.ts';
import type { Office } from '../office/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Registers } from '../registers/index.ts';
import type { NotificationStore } from './notification-store.ts';
import type { PaperTools } from './print-paper.ts';

export interface NotificationDeps extends PaperTools {
  readonly store: NotificationStore;
  readonly office: Pick<Office, 'byId' | 'attachPaper' | 'attachPrepared'>;
  readonly applications: Pick<Applications, 'byId'>;
  readonly registers: Pick<Registers, 'sendSms'>;
  readonly keeping: Pick<Keeping, 'keep' | 'messageOf'>;
  readonly clock: Clock;
}
