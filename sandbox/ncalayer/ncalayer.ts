// Joins the stand-in together: a WebSocket server with TLS for sites, and a plain page for the person at the machine.
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import type { Clock } from '../../src/platform/clock.ts';
import { listen } from '../listen.ts';
import { controlApp } from './control.ts';
import { createKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { converse } from './protocol.ts';
import { openTlsIdentity } from './tls.ts';

const LARGEST_MESSAGE = 64 * 1024 * 1024;

export interface NcaLayerOptions {
  /** Folder with key files; the TLS identity is kept there too. */
  readonly keys: string;
  /** 0 takes a free port. */
  readonly port: number;
  readonly controlPort: number;
  readonly clock: Clock;
  /** Address of a time-stamping authority, if there is one. */
  readonly timeStamping?: string | undefined;
}

export interface NcaLayer {
  /** wss://127.0.0.1:PORT */
  readonly address: string;
  /** http://127.0.0.1:PORT */
  readonly control: string;
  readonly ring: KeyRing;
  close(): Promise<void>;
}

/** Starts the stand-in; resolves when both ports listen, rejects when one is taken. */
export async function startNcaLayer(options: NcaLayerOptions): Promise<NcaLayer> {
  const ring = createKeyRing(options.keys);
  const desk = { ring, clock: options.clock, timeStamping: options.timeStamping };
  const tls = await openTlsIdentity(join(options.keys, '.tls.json'));
  const server = createServer(tls, (_request, response) => {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.end('Соединение есть: сертификат принят. Это окно можно закрыть.');
  });
  const sockets = new WebSocketServer({ server, maxPayload: LARGEST_MESSAGE });
  sockets.on('connection', (socket) => converse(socket, desk));
  // A port that is taken is told by `listen`.
  sockets.on('error', () => undefined);
  const address = `wss://127.0.0.1:${await listen(server, options.port)}`;
  const control = createPlainServer(controlApp(ring, address));
  const controlPort = await listen(control, options.controlPort);
  return {
    address,
    control: `http://127.0.0.1:${controlPort}`,
    ring,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      for (const each of [server, control]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
}
