// The door of the slice: who did what, who saw what. A page is shown only after its record is written.
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { auditModel } from './audit-model.ts';

/** Who acts, as far as the record is concerned. */
interface Actor {
  readonly kind: string;
  readonly accountId: string;
}

export interface AuditEntry {
  readonly action: string;
  readonly about?: string | undefined;
  readonly by: Actor | undefined;
  readonly address: string;
  readonly requestId: string;
}

export interface AuditTrail {
  record(entry: AuditEntry): Promise<void>;
  /** The latest entries about a record, newest first. */
  about(id: string, most: number): Promise<readonly { at: Date; action: string; by?: string; as?: string }[]>;
}

export function createAudit(connection: Connection, clock: Clock): AuditTrail {
  const records = auditModel(connection);
  return {
    async record({ action, about, by, address, requestId }) {
      await records.create({
        _id: newId(),
        at: clock.now(),
        action,
        address,
        requestId,
        ...(about === undefined ? {} : { about }),
        ...(by === undefined ? {} : { by: by.accountId, as: by.kind }),
      });
    },
    about: (id, most) => records.find({ about: id }).sort({ at: -1 }).limit(most).lean(),
  };
}
