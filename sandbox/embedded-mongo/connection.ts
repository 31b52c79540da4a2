// One client: takes its messages one after the other, and answers each when what it shows or did is on the disk.
import type { Socket } from 'node:net';
import { MalformedBson } from './bson-reader.ts';
import { refusal, runCommand } from './commands.ts';
import { CommandError } from './errors.ts';
import { type Engine, type Reply, Request } from './request.ts';
import type { Storage } from './storage.ts';
import { docOf } from './values.ts';
import { Framer, MalformedMessage, type Message, type Waiting, readMessage, writeReply } from './wire.ts';

export interface ConnectionOptions {
  readonly engine: Engine;
  readonly storage: Storage;
  readonly number: number;
  readonly waiting: Waiting;
  /** Told about bugs: what is neither a refusal nor a malformed message. */
  readonly onBug: (error: unknown) => void;
}

const PATIENCE = 2000;

export class Connection {
  readonly #socket: Socket;
  readonly #options: ConnectionOptions;
  #busy = false;
  #stopping = false;

  constructor(socket: Socket, options: ConnectionOptions) {
    this.#socket = socket;
    this.#options = options;
  }

  /** Serves until the socket closes. Never rejects; a malformed message closes this socket only. */
  async serve(): Promise<void> {
    const socket = this.#socket;
    const framer = new Framer(this.#options.waiting);
    socket.setNoDelay(true);
    socket.on('error', () => undefined);
    try {
      // The iterator takes the next bytes when the messages of the last ones are answered: a client that sends faster has to wait.
      for await (const piece of socket)
        for (const frame of framer.push(piece as Buffer)) {
          this.#busy = true;
          await answer(socket, frame, this.#options);
          this.#busy = false;
          if (this.#stopping) return;
        }
    } catch (error) {
      if (!(error instanceof MalformedMessage) && !(error instanceof MalformedBson) && !isNetworkError(error))
        this.#options.onBug(error);
    } finally {
      framer.close();
      // What was answered still goes out.
      socket.destroySoon();
    }
  }

  /** Ends after the command that is being answered, which gets a little time: a client that does not read must not hold up the end. */
  stop(): void {
    this.#stopping = true;
    if (!this.#busy) this.#socket.destroy();
    else setTimeout(() => this.#socket.destroy(), PATIENCE).unref();
  }
}

const isNetworkError = (error: unknown): boolean => typeof (error as { code?: unknown }).code === 'string';

async function answer(socket: Socket, frame: Buffer, options: ConnectionOptions): Promise<void> {
  const id = frame.readInt32LE(4);
  let message: Pick<Message, 'id' | 'legacy' | 'wantsReply'> = { id, legacy: false, wantsReply: true };
  let reply: Reply;
  let request: Request | undefined;
  try {
    const read = readMessage(frame);
    message = read;
    request = new Request(options.engine, read.body, {
      connection: options.number,
      documents: read.documents,
    });
    reply = runCommand(request);
  } catch (error) {
    reply = refused(error, options);
  }
  const settled = request && options.storage.settled(request.position);
  if (settled) await settled;
  if (!message.wantsReply) return;
  await send(socket, writeReply(message, reply));
}

function refused(error: unknown, { onBug }: ConnectionOptions): Reply {
  if (error instanceof CommandError) return refusal(error);
  if (error instanceof MalformedMessage || error instanceof MalformedBson) throw error;
  onBug(error);
  const message = error instanceof Error ? error.message : 'unknown';
  return docOf({
    ok: 0,
    errmsg: `internal error of the embedded engine: ${message}`,
    code: 1,
    codeName: 'InternalError',
  });
}

/** Sends, and waits while the client does not take what was sent. */
async function send(socket: Socket, pieces: readonly Buffer[]): Promise<void> {
  if (socket.destroyed) return;
  socket.cork();
  let flowing = true;
  for (const piece of pieces) flowing = socket.write(piece);
  socket.uncork();
  if (flowing) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });
}
