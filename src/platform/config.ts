// The settings of every process, and the only reader of process.env. README.md lists them for operators.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createShiftedClock, systemClock, type Clock } from './clock.ts';
import { refuse, ok, type Result } from './result.ts';

const secret = z.string().min(32, 'needs at least 32 characters');

const environment = z.object({
  KOMEK_MODE: z.enum(['production', 'demo', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().optional(),
  MONGODB_URI: z.string().min(1),
  REDIS_URL: z.string().min(1),
  SESSION_SECRET: secret,
  SEALING_SECRET: secret,
  TRUST_DIR: z.string().min(1),
  REGISTERS_URL: z.url(),
  REGISTERS_TOKEN: z.string().min(1),
  CLOCK_OFFSET_FILE: z.string().optional(),
  NCALAYER_URL: z.url().default('wss://127.0.0.1:13579/'),
  TRUST_PROXY: z.string().default('loopback'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

/**
 * A folder with further procedures as JSON, if the operator has one. It stands beside the other settings because the law is read before
 * anything is wired, once for the life of a process.
 */
export const regulationsDir: string | undefined = process.env.REGULATIONS_DIR;

export interface Config {
  readonly mode: 'production' | 'demo' | 'test';
  readonly host: string;
  readonly port: number;
  /** Where people reach the portal, without a slash at the end, e.g. "https://komek.example.kz". */
  readonly publicUrl: string;
  readonly mongodbUri: string;
  readonly redisUrl: string;
  readonly sessionSecret: string;
  /** 32 bytes, derived; see sealing.ts. */
  readonly sealingKey: Buffer;
  readonly trustDir: string;
  readonly registers: { readonly url: string; readonly token: string };
  readonly clock: Clock;
  readonly ncalayerUrl: string;
  readonly trustProxy: string;
  readonly logLevel: string;
  /** Where package.json, views and public are. */
  readonly rootDir: string;
}

/** The folder of package.json: two levels up in the sources, three in dist. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

/**
 * Reads the settings.
 * @returns the settings, or one sentence that lists everything that is wrong with them
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Result<Config, string> {
  const parsed = environment.safeParse(env);
  if (!parsed.success) return refuse(`The settings are not complete:\n${z.prettifyError(parsed.error)}`);
  const read = parsed.data;
  if (read.KOMEK_MODE === 'production' && read.CLOCK_OFFSET_FILE !== undefined) {
    return refuse('CLOCK_OFFSET_FILE moves the clock of the law and is refused in production.');
  }
  if (read.KOMEK_MODE === 'production' && read.PUBLIC_URL?.startsWith('https://') !== true) {
    return refuse(
      'PUBLIC_URL must be set and begin with https:// in production: keys are opened in the browser only on a secure page.',
    );
  }
  return ok({
    mode: read.KOMEK_MODE,
    host: read.HOST,
    port: read.PORT,
    publicUrl: (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    mongodbUri: read.MONGODB_URI,
    redisUrl: read.REDIS_URL,
    sessionSecret: read.SESSION_SECRET,
    sealingKey: createHash('sha256').update(`komek sealing ${read.SEALING_SECRET}`).digest(),
    trustDir: read.TRUST_DIR,
    registers: { url: read.REGISTERS_URL.replace(/\/+$/, ''), token: read.REGISTERS_TOKEN },
    clock: read.CLOCK_OFFSET_FILE === undefined ? systemClock : createShiftedClock(read.CLOCK_OFFSET_FILE),
    ncalayerUrl: read.NCALAYER_URL,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
    rootDir: findRoot(),
  });
}
