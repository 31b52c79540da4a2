// What the use cases of this slice work with.
import type { Applications } from '../application/index.ts';
import type { DocumentStore } from '../documents/index.ts';
import type { Language, Translate } from '../http/texts.ts';
import type { Keeping } from '../keeping/index.ts';
import type { Office } from '../office/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Registers } from '../registers/index.ts';
import type { NotificationStore } from './notification-store.ts';

export interface NotificationDeps {
  readonly store: NotificationStore;
  readonly office: Pick<Office, 'byId' | 'attachPaper'>;
  readonly applications: Pick<Applications, 'byId'>;
  readonly documents: DocumentStore;
  readonly registers: Pick<Registers, 'sendSms'>;
  readonly keeping: Pick<Keeping, 'keep'>;
  readonly clock: Clock;
  readonly voices: Readonly<Record<Language, Translate>>;
  readonly publicUrl: string;
  readonly fontsDir: string;
}
