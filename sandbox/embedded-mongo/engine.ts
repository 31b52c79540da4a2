// Puts the engine together: storage, catalog, sessions, and a TCP server on the loopback address, the only one it ever listens on.
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { Catalog } from './catalog.ts';
import { Connection } from './connection.ts';
import { Cursors } from './cursors.ts';
import { sweepExpired } from './expiry.ts';
import type { Engine } from './request.ts';
import { SET_NAME } from './server-commands.ts';
import { Sessions } from './sessions.ts';
import { Storage } from './storage.ts';

/** There is no sign-in: whoever reaches the port may do everything, so nobody outside this machine may reach it. */
const HOST = '127.0.0.1';
const MOST_CONNECTIONS = 1000;

export interface EngineOptions {
  /** The folder of the data; made when it is not there. */
  readonly data: string;
  /** The TCP port; 0 takes a free one. */
  readonly port: number;
  /** Milliseconds between two sweeps of what has expired. */
  readonly sweepEvery?: number;
  /** Called when the disk refuses a write: the process must end, memory is ahead of the disk. */
  readonly onBroken?: (error: unknown) => void;
  readonly onBug?: (error: unknown) => void;
}

export interface RunningEngine {
  readonly port: number;
  readonly uri: string;
  /** Lets commands that have arrived finish, writes everything, and closes. */
  stop(): Promise<void>;
}

/** Starts the engine. Rejects when the folder is in use by another process or the port is taken. */
export async function startEngine(options: EngineOptions): Promise<RunningEngine> {
  const { data, sweepEvery = 60_000 } = options;
  const onBug = options.onBug ?? ((error) => console.error('embedded-mongo: a bug:', error));
  mkdirSync(data, { recursive: true });
  const storage = await Storage.open({ directory: data, onBroken: options.onBroken ?? endProcess });
  const catalog = new Catalog(storage);
  const sessions = new Sessions(storage);
  await catalog.load();
  await sessions.load();
  const cursors = new Cursors();
  const connections = new Map<Connection, Promise<void>>();
  const waiting = { bytes: 0 };
  let lastNumber = 0;
  const server = createServer({ noDelay: true });
  server.maxConnections = MOST_CONNECTIONS;
  const port = await listen(server, options.port);
  const engine: Engine = { catalog, cursors, sessions, address: `${HOST}:${port}`, startedAt: Date.now() };
  server.on('connection', (socket) => {
    const connection = new Connection(socket, { engine, storage, number: ++lastNumber, waiting, onBug });
    connections.set(
      connection,
      connection.serve().finally(() => connections.delete(connection)),
    );
  });
  const timer = setInterval(() => {
    const now = Date.now();
    sweepExpired(catalog, now);
    sessions.expire(now);
    cursors.expire(now);
  }, sweepEvery);
  timer.unref();
  return {
    port,
    uri: `mongodb://${HOST}:${port}/komek?replicaSet=${SET_NAME}`,
    async stop() {
      clearInterval(timer);
      server.close();
      // What was begun is answered; what stands behind it is not read any more.
      for (const connection of connections.keys()) connection.stop();
      await Promise.all(connections.values());
      await storage.close();
    },
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: HOST }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function endProcess(error: unknown): never {
  console.error(
    'embedded-mongo: the disk refused a write; ending before anything is told that is not stored.',
    error,
  );
  process.exit(1);
}
