// The only place that wires: slices to MongoDB, Redis, clock and registers. Doors (routes, workers, tests) get the same Portal.
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { createAudit, type AuditTrail } from './audit/index.ts';
import { createPages, type Pages } from './http/pages.ts';
import { loadTexts, type Texts } from './http/texts.ts';
import { createIdentity, type Identity } from './identity/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createLimits } from './platform/limits.ts';
import type { Log } from './platform/log.ts';
import { connectMongo, prepareMongo } from './platform/mongo.ts';
import { connectRedis, createHintBus, type HintBus } from './platform/redis.ts';
import { createSealer, type Sealer } from './platform/sealing.ts';
import { createHttpRegisters, type Registers } from './registers/index.ts';

export interface Portal {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly sealer: Sealer;
  readonly texts: Texts;
  readonly pages: Pages;
  readonly hints: HintBus;
  readonly registers: Registers;
  readonly audit: AuditTrail;
  readonly identity: Identity;
  /** Whether the parts answer: database decides, Redis is told. */
  readiness(): Promise<{ database: 'up' | 'down'; redis: 'up' | 'down' }>;
  close(): Promise<void>;
}

/** What tests replace: everything that stands for the world outside. */
export interface Outside {
  readonly registers?: Registers;
  readonly clock?: Clock;
  /** Name of the database, so that tests do not meet. */
  readonly database?: string;
}

export async function compose(config: Config, log: Log, outside: Outside = {}): Promise<Portal> {
  const clock = outside.clock ?? config.clock;
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
    admitTestIdentities: config.mode !== 'production',
  });
  const audit = createAudit(connection, clock);
  await prepareMongo(connection);

  return {
    config,
    log,
    clock,
    sealer,
    texts,
    pages,
    hints,
    registers,
    audit,
    identity,
    readiness: async () => ({
      database: await stateOf(pingMongo(connection)),
      redis: await stateOf(redis.ping()),
    }),
    async close() {
      hints.close();
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
