// Speaks to the engine without a driver: sends what a test makes up, byte for byte.
import { once } from 'node:events';
import { type Socket, createConnection } from 'node:net';
import mongoose from 'mongoose';
import type { Fields } from './contract.ts';

const { BSON } = mongoose.mongo;
const OP_MSG = 2013;

/** An OP_MSG with one body. */
export function message(command: Fields): Buffer {
  const body = BSON.serialize(command);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([head, body]);
}

export interface RawClient {
  readonly socket: Socket;
  /** Sends a command and waits for its reply. */
  command(command: Fields): Promise<Fields>;
  /** The next reply. */
  reply(): Promise<Fields>;
  /** Waits until the engine has closed the connection. */
  closed(): Promise<void>;
  close(): void;
}

/** Connects to a port of this machine. */
export async function rawClient(port: number): Promise<RawClient> {
  const socket = createConnection(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  const replies: Fields[] = [];
  let waiting: (() => void) | undefined;
  let received = Buffer.alloc(0);
  socket.on('data', (piece: Buffer) => {
    received = Buffer.concat([received, piece]);
    while (received.length >= 4 && received.length >= received.readInt32LE(0)) {
      const length = received.readInt32LE(0);
      replies.push(BSON.deserialize(received.subarray(21, length)));
      received = received.subarray(length);
    }
    waiting?.();
  });
  const reply = async (): Promise<Fields> => {
    for (;;) {
      const next = replies.shift();
      if (next) return next;
      if (socket.destroyed) throw new Error('the connection was closed before a reply');
      await Promise.race([new Promise<void>((resolve) => (waiting = resolve)), ended]);
    }
  };
  return {
    socket,
    reply,
    closed: () => ended,
    close: () => socket.destroy(),
    async command(command) {
      socket.write(message(command));
      return reply();
    },
  };
}
