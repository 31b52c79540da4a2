// A whole Komek: database, Redis, the stand-ins of the outside world, web and worker, each a process of its own, waited for until healthy.
// The demo starts one that stays; journeys start one that goes.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entry } from './compile.mjs';
import { freePort, isFree, startMongo, startProcess, startRedis, waitForPort } from './services.mjs';

const PREFERRED = { portal: 3000, gateway: 3101, authority: 3102, ncalayerControl: 3103, ncalayer: 13579 };

/** Ports and secrets of a town, kept in its folder: certificates and cookies go on working after a restart. */
async function remember(dir, preferred) {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'town.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const ports = {};
  for (const [name, port] of Object.entries(PREFERRED))
    ports[name] = preferred && (await isFree(port)) ? port : await freePort(Object.values(ports));
  const secret = () => randomBytes(32).toString('hex');
  const town = { ports, sessionSecret: secret(), sealingSecret: secret(), registersToken: secret() };
  writeFileSync(file, JSON.stringify(town, null, 2), { mode: 0o600 });
  return town;
}

/** Asks an address until it answers well. */
export async function waitForHealth(url, child, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  let last = 'no answer';
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`it ended with status ${child.exitCode}`);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
      if (response.ok) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url}: ${last} after ${seconds} seconds`);
}

/**
 * Starts a town.
 * @param {{ dir: string, mode: 'demo' | 'test', preferred?: boolean, tell?: (text: string) => void, env?: Record<string, string>,
 *   signal?: AbortSignal }} options
 *   `dir` keeps its data; `preferred` takes the well-known ports when they are free; `env` is added for web and worker; after `signal`
 *   nothing more is started and what runs is ended
 */
export async function startTown({
  dir,
  mode,
  preferred = false,
  tell = () => undefined,
  env = {},
  signal = new AbortController().signal,
}) {
  const { ports, sessionSecret, sealingSecret, registersToken } = await remember(dir, preferred);
  const running = [];
  const clockFile = join(dir, 'clock-offset');
  if (!existsSync(clockFile)) writeFileSync(clockFile, '0');

  const start = async ({ name, file, args = [], healthy, extra = {} }) => {
    signal.throwIfAborted();
    const started = startProcess({
      name,
      program: process.execPath,
      dir: join(dir, 'run'),
      args: await entry(file, ...args),
      env: { CLOCK_OFFSET_FILE: clockFile, ...extra },
    });
    running.push(started);
    try {
      await healthy(started.child);
    } catch (error) {
      throw new Error(`${name} did not start: ${error.message}. Its log: ${started.logFile}`, {
        cause: error,
      });
    }
    return started;
  };
  const stop = async () => {
    for (const one of [...running].reverse()) await one.stop();
  };

  try {
    tell('Redis');
    const redis = await startRedis({ dir: join(dir, 'redis') });
    running.push(redis);
    tell('the database');
    signal.throwIfAborted();
    const mongo = await startMongo({ dir: join(dir, 'database') });
    running.push(mongo);

    tell('the sandbox: certification authority, registers, SMS inbox, NCALayer');
    const port = (name) => String(ports[name]);
    const authorityUrl = `http://127.0.0.1:${ports.authority}`;
    const gatewayUrl = `http://127.0.0.1:${ports.gateway}`;
    await Promise.all([
      start({
        name: 'authority',
        file: 'sandbox/authority/main.ts',
        args: ['--data', join(dir, 'authority'), '--port', port('authority')],
        healthy: (child) => waitForHealth(`${authorityUrl}/`, child),
      }),
      start({
        name: 'gateway',
        file: 'sandbox/gateway/main.ts',
        args: ['--port', port('gateway'), '--data', join(dir, 'gateway'), '--token', registersToken],
        healthy: (child) => waitForHealth(`${gatewayUrl}/healthz`, child),
      }),
      ...(existsSync(join(import.meta.dirname, '../sandbox/ncalayer/main.ts'))
        ? [
            start({
              name: 'ncalayer',
              file: 'sandbox/ncalayer/main.ts',
              args: [
                '--port',
                port('ncalayer'),
                '--control-port',
                port('ncalayerControl'),
                '--keys',
                join(dir, 'keys'),
              ],
              healthy: (child) => waitForPort(ports.ncalayer, { child }),
            }),
          ]
        : []),
    ]);

    const portalUrl = `http://localhost:${ports.portal}`;
    const portalEnv = {
      KOMEK_MODE: mode,
      HOST: '127.0.0.1',
      PORT: port('portal'),
      PUBLIC_URL: portalUrl,
      MONGODB_URI: mongo.uri,
      REDIS_URL: redis.url,
      SESSION_SECRET: sessionSecret,
      SEALING_SECRET: sealingSecret,
      TRUST_DIR: join(dir, 'authority', 'trust'),
      REGISTERS_URL: gatewayUrl,
      REGISTERS_TOKEN: registersToken,
      NCALAYER_URL: `wss://127.0.0.1:${ports.ncalayer}/`,
      CLOCK_OFFSET_FILE: clockFile,
      LOG_LEVEL: 'info',
      ...env,
    };
    const startWeb = (name = 'web', webPort = ports.portal) =>
      start({
        name,
        file: 'src/main.ts',
        extra: { ...portalEnv, PORT: String(webPort) },
        healthy: (child) => waitForHealth(`http://127.0.0.1:${webPort}/readyz`, child),
      });
    const startWorker = (name = 'worker') =>
      start({ name, file: 'workers/main.ts', extra: portalEnv, healthy: async () => undefined });
    /** The same service again, where it was, after its process was killed. */
    const again = (begun) => {
      running.push(begun);
      return begun;
    };
    const restartRedis = async () => again(await startRedis({ dir: join(dir, 'redis'), port: redis.port }));
    const restartMongo = async () =>
      again(await startMongo({ dir: join(dir, 'database'), port: mongo.port }));

    tell('the portal and its worker');
    const [web, worker] = await Promise.all([startWeb(), startWorker()]);
    signal.throwIfAborted();
    return {
      dir,
      portalUrl,
      gatewayUrl,
      authorityUrl,
      ports,
      registersToken,
      engine: mongo.engine,
      redis,
      mongo,
      web,
      worker,
      portalEnv,
      clockFile,
      startWeb,
      startWorker,
      restartRedis,
      restartMongo,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
