// Reads and writes delivered notifications.
import type { Connection } from 'mongoose';
import { factsOf } from '../outbox/index.ts';
import { nextInSeries } from '../platform/counter-store.ts';
import { bytesOfField, isDuplicate } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import { notificationModel, type NotificationRecord } from './notification-model.ts';

export interface Notification extends Omit<NotificationRecord, '_id' | 'sealed' | 'outbox'> {
  readonly id: string;
  readonly cms: Buffer;
  readonly verdict: unknown;
  readonly signedAt: Date;
}

export interface NotificationStore {
  /** False when this paper was delivered before. */
  add(notification: Notification): Promise<boolean>;
  byId(id: string): Promise<Notification | undefined>;
  /** The delivered paper with these bytes. */
  bySha256(sha256: string): Promise<Notification | undefined>;
  ofApplication(applicationId: string): Promise<readonly Notification[]>;
  markRead(id: string, at: Date): Promise<void>;
  markSmsSent(id: string, at: Date): Promise<void>;
  /** The next number of outgoing papers of a year. */
  nextNumber(year: number): Promise<string>;
}

interface Sealed {
  readonly cms: string;
  readonly verdict: unknown;
  readonly signedAt: string;
}

const placeOf = (id: string): string => `notification/${id}`;

function toNotification(
  { _id, sealed, outbox: _facts, ...rest }: NotificationRecord,
  sealer: Sealer,
): Notification {
  const { cms, verdict, signedAt } = sealer.openJson(bytesOfField(sealed), placeOf(_id)) as Sealed;
  return { ...rest, id: _id, cms: Buffer.from(cms, 'base64'), verdict, signedAt: new Date(signedAt) };
}

export function createNotificationStore(connection: Connection, sealer: Sealer): NotificationStore {
  const notifications = notificationModel(connection);
  const one = async (filter: object): Promise<Notification | undefined> => {
    const record = await notifications.findOne(filter).lean<NotificationRecord>();
    return record === null ? undefined : toNotification(record, sealer);
  };
  return {
    async add({ id, cms, verdict, signedAt, ...rest }) {
      const sealed: Sealed = { cms: cms.toString('base64'), verdict, signedAt: signedAt.toISOString() };
      try {
        await notifications.create({
          _id: id,
          ...rest,
          sealed: sealer.sealJson(sealed, placeOf(id)),
          outbox: factsOf('notification.delivered', rest.deliveredAt),
        });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    byId: (id) => one({ _id: id }),
    bySha256: (sha256) => one({ sha256 }),
    async ofApplication(applicationId) {
      const records = await notifications
        .find({ applicationId })
        .sort({ deliveredAt: 1 })
        .lean<NotificationRecord[]>();
      return records.map((record) => toNotification(record, sealer));
    },
    async markRead(id, at) {
      await notifications.updateOne({ _id: id, readAt: { $exists: false } }, { $set: { readAt: at } });
    },
    async markSmsSent(id, at) {
      await notifications.updateOne({ _id: id }, { $set: { smsSentAt: at } });
    },
    nextNumber: (year) => nextInSeries(connection, `notification-${year}`),
  };
}
