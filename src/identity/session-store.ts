// express-session's store on MongoDB: a signed-in citizen can submit while Redis is down.
import { createHash } from 'node:crypto';
import { Store, type SessionData } from 'express-session';
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock.ts';
import { bytesOfField } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import { sessionModel } from './session-model.ts';

const MINUTE = 60_000;
/** Idle time after which a session ends; the page says so and keeps what was typed. */
export const SIGNED_IN_MINUTES = 30;
export const VISITOR_MINUTES = 30;

type Done<T = void> = (error?: unknown, value?: T) => void;

/** The part of a session that says whose it is; Passport writes it. */
const accountIdOf = (session: SessionData): string | undefined =>
  (session as { passport?: { user?: string } }).passport?.user;

export class MongoSessionStore extends Store {
  private readonly sessions;
  private readonly sealer: Sealer;
  private readonly clock: Clock;

  constructor(connection: Connection, sealer: Sealer, clock: Clock) {
    super();
    this.sessions = sessionModel(connection);
    this.sealer = sealer;
    this.clock = clock;
  }

  override get(sid: string, done: Done<SessionData | null>): void {
    const id = nameOf(sid);
    this.sessions
      .findOne({ _id: id, expiresAt: { $gt: this.clock.now() } })
      .lean()
      .then((record) =>
        done(
          null,
          record === null
            ? null
            : (this.sealer.openJson(bytesOfField(record.content), `session/${id}`) as SessionData),
        ),
      )
      .catch(done);
  }

  override set(sid: string, session: SessionData, done: Done = () => undefined): void {
    const id = nameOf(sid);
    const accountId = accountIdOf(session);
    const record = {
      content: this.sealer.sealJson(session, `session/${id}`),
      expiresAt: this.endOf(accountId),
    };
    const change =
      accountId === undefined
        ? { $set: record, $unset: { accountId: 1 } }
        : { $set: { ...record, accountId } };
    this.sessions.updateOne({ _id: id }, change, { upsert: true }).then(() => done(), done);
  }

  override touch(sid: string, session: SessionData, done: Done = () => undefined): void {
    const expiresAt = this.endOf(accountIdOf(session));
    // Once a minute is enough to keep somebody signed in; the filter spares the write otherwise.
    this.sessions
      .updateOne(
        { _id: nameOf(sid), expiresAt: { $lt: new Date(expiresAt.getTime() - MINUTE) } },
        { $set: { expiresAt } },
      )
      .then(() => done(), done);
  }

  override destroy(sid: string, done: Done = () => undefined): void {
    this.sessions.deleteOne({ _id: nameOf(sid) }).then(() => done(), done);
  }

  /** Ends every session of an account. */
  async endAllOf(accountId: string): Promise<void> {
    await this.sessions.deleteMany({ accountId });
  }

  private endOf(accountId: string | undefined): Date {
    return new Date(
      this.clock.now().getTime() + (accountId === undefined ? VISITOR_MINUTES : SIGNED_IN_MINUTES) * MINUTE,
    );
  }
}

const nameOf = (sid: string): string => createHash('sha256').update(sid).digest('hex');
