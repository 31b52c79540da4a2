// What the engine says about itself: hello, ping, buildInfo and their kin. It claims to be the primary of a replica set of one.
import { fail } from './errors.ts';
import type { Reply, Request } from './request.ts';
import { docOf, isArray } from './values.ts';

/** The name of the replica set, as clients give it in their URI. */
export const SET_NAME = 'komek';
/** The largest message; beyond it a connection is closed. */
export const LARGEST_MESSAGE = 48_000_000;
const VERSION = '7.0.0';

export function hello(request: Request): Reply {
  const { address } = request.engine;
  const legacy = Object.keys(request.body)[0]?.toLowerCase() === 'ismaster';
  return docOf({
    helloOk: true,
    ...(legacy ? { ismaster: true } : { isWritablePrimary: true }),
    setName: SET_NAME,
    setVersion: 1,
    secondary: false,
    primary: address,
    me: address,
    hosts: [address],
    maxBsonObjectSize: 16 * 1024 * 1024,
    maxMessageSizeBytes: LARGEST_MESSAGE,
    maxWriteBatchSize: 100_000,
    localTime: new Date(),
    logicalSessionTimeoutMinutes: 30,
    connectionId: request.connection,
    minWireVersion: 0,
    // MongoDB 7.0: the newest whose commands the driver sends without asking for more.
    maxWireVersion: 21,
    readOnly: false,
    ok: 1,
  });
}

export const ping = (): Reply => docOf({ ok: 1 });

export const buildInfo = (): Reply =>
  docOf({
    version: VERSION,
    versionArray: [7, 0, 0, 0],
    gitVersion: 'embedded engine',
    modules: [],
    bits: 64,
    maxBsonObjectSize: 16 * 1024 * 1024,
    ok: 1,
  });

export function serverStatus(request: Request): Reply {
  const { cursors, startedAt } = request.engine;
  return docOf({
    host: request.engine.address,
    version: VERSION,
    process: 'embedded-mongo',
    pid: process.pid,
    uptime: Math.round((Date.now() - startedAt) / 1000),
    localTime: new Date(),
    connections: docOf({ current: request.connection }),
    mem: docOf({ resident: Math.round(process.memoryUsage.rss() / 1024 / 1024) }),
    metrics: docOf({ cursor: docOf({ open: docOf({ total: cursors.size }) }) }),
    repl: docOf({ setName: SET_NAME, isWritablePrimary: true, primary: request.engine.address }),
    ok: 1,
  });
}

export function endSessions(request: Request): Reply {
  const ids = request.body.endSessions;
  request.engine.sessions.end(isArray(ids) ? ids : []);
  return docOf({ ok: 1 });
}

export const connectionStatus = (): Reply =>
  docOf({ authInfo: docOf({ authenticatedUsers: [], authenticatedUserRoles: [] }), ok: 1 });

/** Not IllegalOperation: the driver turns that into an advice to switch retryable writes off. */
export function refuseTransaction(): never {
  return fail('OperationNotSupportedInTransaction', 'The embedded engine has no multi-document transactions');
}

export function refuseSignIn(): never {
  return fail('IllegalOperation', 'The embedded engine has no users: connect without user name and password');
}
