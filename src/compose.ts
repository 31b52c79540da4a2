// The only place that wires: slices to MongoDB, Redis, clock and registers. Doors (routes, workers, tests) get the same Portal.
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createApplications, type Applications } from './application/index.ts';
import { createAudit, type AuditTrail } from './audit/index.ts';
import { createComplaints, type Complaints } from './complaints/index.ts';
import { createDocumentStore, type DocumentStore } from './documents/index.ts';
import { createPages, type Pages } from './http/pages.ts';
import { loadTexts, type Texts } from './http/texts.ts';
import { createIdentity, type Identity } from './identity/index.ts';
import { createIntakeDesk, type IntakeDesk } from './intake/index.ts';
import { createKeeping, type Keeping } from './keeping/index.ts';
import { createNotifications, type Notifications, type PaperTools } from './notification/index.ts';
import { createOffice, type Office } from './office/index.ts';
import { createOutbox, type Outbox } from './outbox/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createLimits } from './platform/limits.ts';
import type { Log } from './platform/log.ts';
import { connectMongo, prepareMongo } from './platform/mongo.ts';
import { connectRedis, createHintBus, type HintBus } from './platform/redis.ts';
import { createSealer, type Sealer } from './platform/sealing.ts';
import { createCounter, type Counter } from './counter/index.ts';
import { createReference, type Reference } from './reference/index.ts';
import { createHttpRegisters, type Registers } from './registers/index.ts';
import { createArchivist, createVerifier, loadTrust, type Verifier } from './signature/index.ts';
import { createVerification, type Verification } from './verification/index.ts';

export interface Portal {
  readonly config: Config;
  readonly connection: Connection;
  readonly log: Log;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly texts: Texts;
  readonly pages: Pages;
  readonly hints: HintBus;
  readonly registers: Registers;
  readonly audit: AuditTrail;
  readonly reference: Reference;
  readonly counter: Counter;
  readonly identity: Identity;
  readonly documents: DocumentStore;
  readonly keeping: Keeping;
  readonly applications: Applications;
  readonly office: Office;
  readonly notifications: Notifications;
  readonly complaints: Complaints;
  readonly intake: IntakeDesk;
  readonly verification: Verification;
  readonly outbox: Outbox;
  readonly verifier: Verifier;
  /** Whether the parts answer: database decides, Redis is told. */
  readiness(): Promise<{ database: 'up' | 'down'; redis: 'up' | 'down' }>;
  close(): Promise<void>;
}

/** What tests replace: everything that stands for the world outside. */
export interface Outside {
  readonly registers?: Registers;
  readonly clock?: Clock;
  readonly verifier?: Verifier;
  /** Name of the database, so that tests do not meet. */
  readonly database?: string;
}

export async function compose(config: Config, log: Log, outside: Outside = {}): Promise<Portal> {
  const clock = outside.clock ?? config.clock;
  const trust = loadTrust(config.trustDir);
  const verifier = outside.verifier ?? createVerifier({ trust, now: () => clock.now() });
  const connection = await connectMongo(
    config.mongodbUri,
    log,
    outside.database === undefined ? {} : { database: outside.database },
  );
  const redis = connectRedis(config.redisUrl, log);
  const hints = createHintBus(config.redisUrl, log);
  const sealer = createSealer(config.sealingKey);
  const limits = createLimits(redis, outside.database ?? 'komek');
  const texts = loadTexts(join(config.rootDir, 'views/texts'));
  const pages = createPages({
    viewsDir: join(config.rootDir, 'views'),
    assetsFile: join(config.rootDir, 'public/build/manifest.json'),
    cache: true,
  });
  const registers = outside.registers ?? createHttpRegisters({ ...config.registers, clock, log });
  const identity = createIdentity({
    connection,
    sealer,
    clock,
    limits,
    registers,
    codeText: (language, code, minutes) => texts.in(language)('identity:sms.code', { code, minutes }),
    admitTestIdentities: trust.admitTestIdentities,
    verifier,
    publicUrl: config.publicUrl,
  });
  const audit = createAudit(connection, clock);
  const documents = createDocumentStore(connection, sealer);
  const archivist = createArchivist({ trust, verifier, now: () => clock.now() });
  const paperTools: PaperTools = {
    documents,
    voices: { kk: texts.in('kk'), ru: texts.in('ru') },
    publicUrl: config.publicUrl,
    fontsDir: join(config.rootDir, 'public/fonts'),
  };
  const keeping = createKeeping({ connection, documents, archivist, clock });
  const applications = createApplications({
    connection,
    keeping,
    sealer,
    documents,
    registers,
    verifier,
    clock,
  });
  const office = createOffice({
    connection,
    sealer,
    documents,
    verifier,
    clock,
    applications,
    officersOf: (officeId, role) => identity.officersOf(officeId, role),
    actingAs: (officeId, role) => identity.actingAs(officeId, role),
  });
  const notifications = createNotifications({
    connection,
    keeping,
    sealer,
    registers,
    clock,
    applications,
    office,
    ...paperTools,
  });
  const complaints = createComplaints({
    connection,
    keeping,
    sealer,
    registers,
    verifier,
    clock,
    applications,
    office,
    ...paperTools,
  });
  const intake = createIntakeDesk({
    connection,
    sealer,
    clock,
    applications,
    ...paperTools,
    admitTestIdentities: trust.admitTestIdentities,
  });
  const verification = createVerification({
    verifier,
    limits,
    signatureUnder: async (sha256) =>
      (await notifications.signatureUnder(sha256)) ?? complaints.signatureUnder(sha256),
  });
  const outbox = createOutbox(connection, ['applications', 'cases', 'notifications', 'complaints']);
  const counter = createCounter({ connection, clock });
  const reference = createReference({ connection, clock, log });
  await prepareMongo(connection);
  await reference.load();

  return {
    config,
    connection,
    log,
    clock,
    sealer,
    texts,
    pages,
    hints,
    registers,
    audit,
    reference,
    counter,
    identity,
    documents,
    keeping,
    applications,
    office,
    notifications,
    complaints,
    intake,
    verification,
    outbox,
    verifier,
    readiness: async () => ({
      database: await stateOf(pingMongo(connection)),
      redis: await stateOf(redis.ping()),
    }),
    async close() {
      reference.close();
      hints.close();
      await verifier.close();
      redis.disconnect();
      await connection.close();
    },
  };
}

const pingMongo = async (connection: Connection): Promise<void> => {
  await connection.db?.admin().ping();
};

const stateOf = (probe: Promise<unknown>): Promise<'up' | 'down'> =>
  probe.then(
    () => 'up',
    () => 'down',
  );
