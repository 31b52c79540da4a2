// Starts the database and Redis that demo and tests speak to: those named in the environment, else found, else brought along.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { entry } from './compile.mjs';
import { ROOT, findOrInstall, findProgram, giveUp } from './machine.mjs';

/** Below the range from which systems take ports for outgoing connections: what is free stays so until the service has started. */
const FIRST_PORT = 20_000;
const PORTS = 12_000;

/** A TCP port of loopback that is free now, and none of those that are spoken for. */
export async function freePort(taken = []) {
  for (;;) {
    const port = FIRST_PORT + randomInt(PORTS);
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
}

/** Whether nobody listens on a port of loopback. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Waits until something answers on the port; gives up after `seconds`, or as soon as `child` has ended. */
export async function waitForPort(port, { seconds = 30, child } = {}) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (child && child.exitCode !== null) throw new Error(`the process ended with status ${child.exitCode}`);
    const answered = await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' });
      socket.once('connect', () => resolve(true) || socket.destroy());
      socket.once('error', () => resolve(false));
    });
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answers on port ${port} after ${seconds} seconds`);
}

/**
 * A child process with its output in a file and its id in a pid file, so that a start after a crash can clear up.
 * @param {{ name: string, program: string, args: string[], dir: string, env?: Record<string, string> }} what
 */
export function startProcess({ name, program, args, dir, env = {} }) {
  mkdirSync(dir, { recursive: true });
  const pidFile = join(dir, `${name}.pid`);
  endLeftover(pidFile);
  const output = openSync(join(dir, `${name}.log`), 'a');
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    // Our own processes end when this pipe closes, even when their parent is killed without warning.
    stdio: ['pipe', output, output],
  });
  child.stdin.on('error', () => undefined);
  if (child.pid) writeFileSync(pidFile, `${child.pid} ${program}`);
  return {
    name,
    child,
    logFile: join(dir, `${name}.log`),
    async stop({ signal = 'SIGTERM', patience = 10_000 } = {}) {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill(signal);
        const timer = setTimeout(() => child.kill('SIGKILL'), patience);
        await ended;
        clearTimeout(timer);
      }
      rmSync(pidFile, { force: true });
    },
  };
}

/** The id in a pid file, if that process lives and still is the program that was started. */
export function livingProcess(pidFile) {
  if (!existsSync(pidFile)) return undefined;
  const [pid, program] = readFileSync(pidFile, 'utf8').split(' ');
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return program && commandLine.includes(program.split('/').pop()) ? Number(pid) : undefined;
  } catch {
    return undefined;
  }
}

/** Ends the process that an earlier, killed run left behind. */
function endLeftover(pidFile) {
  const pid = livingProcess(pidFile);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  rmSync(pidFile, { force: true });
}

/** Ends everything that an earlier, killed run left behind in a folder. */
export function endLeftovers(dir) {
  if (!existsSync(dir)) return;
  for (const found of readdirSync(dir, { recursive: true }))
    if (found.endsWith('.pid')) endLeftover(join(dir, found));
}

/** Redis of the environment, or a private one: appendonly, everysec, never evicting. */
export async function startRedis({ dir, port }) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => undefined };
  const program = await findOrInstall({
    programs: ['redis-server'],
    package: 'redis-server',
    purpose: 'it carries the queues',
  });
  const chosen = port ?? (await freePort());
  const started = startProcess({
    name: 'redis',
    program,
    dir,
    args: [
      '--port',
      String(chosen),
      '--bind',
      '127.0.0.1',
      '--dir',
      dir,
      '--appendonly',
      'yes',
      '--appendfsync',
      'everysec',
      '--maxmemory-policy',
      'noeviction',
      '--save',
      '',
    ],
  });
  await waitForPort(chosen, { child: started.child }).catch((error) =>
    giveUp(`Redis did not start (${error.message}). Its log: ${started.logFile}`),
  );
  return { url: `redis://127.0.0.1:${chosen}`, port: chosen, process: started, stop: () => started.stop() };
}

/** MongoDB of the environment, else a mongod on PATH as a one-node replica set, else the embedded engine. */
export async function startMongo({ dir, port }) {
  if (process.env.MONGODB_URI)
    return {
      uri: process.env.MONGODB_URI,
      engine: 'the MongoDB of MONGODB_URI',
      stop: async () => undefined,
    };
  const chosen = port ?? (await freePort());
  const mongod = findProgram('mongod');
  return mongod ? startMongod({ mongod, dir, port: chosen }) : startEmbeddedMongo({ dir, port: chosen });
}

async function startMongod({ mongod, dir, port }) {
  const data = join(dir, 'mongod');
  mkdirSync(data, { recursive: true });
  const started = startProcess({
    name: 'mongod',
    program: mongod,
    dir,
    args: ['--replSet', 'komek', '--dbpath', data, '--port', String(port), '--bind_ip', '127.0.0.1'],
  });
  await waitForPort(port, { child: started.child }).catch((error) =>
    giveUp(`mongod did not start (${error.message}). Its log: ${started.logFile}`),
  );
  const { default: mongoose } = await import('mongoose');
  const connection = await mongoose
    .createConnection(`mongodb://127.0.0.1:${port}/?directConnection=true`)
    .asPromise();
  const config = { _id: 'komek', members: [{ _id: 0, host: `127.0.0.1:${port}` }] };
  await connection.db
    .admin()
    .command({ replSetInitiate: config })
    .catch((error) => {
      if (error.codeName !== 'AlreadyInitialized') throw error;
    });
  await connection.close();
  return {
    uri: `mongodb://127.0.0.1:${port}/komek?replicaSet=komek`,
    port,
    engine: 'mongod as a one-node replica set',
    process: started,
    stop: () => started.stop(),
  };
}

async function startEmbeddedMongo({ dir, port }) {
  const started = startProcess({
    name: 'embedded-mongo',
    program: process.execPath,
    dir,
    args: await entry(
      'sandbox/embedded-mongo/main.ts',
      '--data',
      join(dir, 'embedded-mongo'),
      '--port',
      String(port),
    ),
  });
  await waitForPort(port, { child: started.child }).catch((error) =>
    giveUp(`The embedded database did not start (${error.message}). Its log: ${started.logFile}`),
  );
  return {
    uri: `mongodb://127.0.0.1:${port}/komek?replicaSet=komek`,
    port,
    engine: 'the embedded engine of sandbox/embedded-mongo',
    process: started,
    stop: () => started.stop(),
  };
}
