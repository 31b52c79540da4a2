// Frames of the MongoDB wire protocol: OP_MSG, and OP_QUERY as far as drivers use it for their first hello. Whatever does not fit the
// format closes the connection; nothing is believed, least of all a length.
import { MalformedBson, documentLength, readCommand, readDocument } from './bson-reader.ts';
import { writeDocument } from './bson-writer.ts';
import type { Reply } from './request.ts';
import { LARGEST_MESSAGE } from './server-commands.ts';
import { type Doc, isArray, newDoc } from './values.ts';

const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** The low half of the flags must be understood; the high half may be passed over. */
const MUST_KNOW = 0xffff;
const MANY_SECTIONS = 64;

/** The bytes are no message of the protocol. */
export class MalformedMessage extends Error {}

export interface Message {
  readonly id: number;
  readonly legacy: boolean;
  /** False when the client waits for no reply. */
  readonly wantsReply: boolean;
  readonly body: Doc;
  readonly documents: readonly Buffer[] | undefined;
}

/** Bytes of unfinished messages, over all connections: a bound for what half-sent messages can make the engine hold. */
export interface Waiting {
  bytes: number;
}
const MOST_WAITING = 512_000_000;

/** Cuts a stream of bytes into frames. Throws MalformedMessage as soon as a length cannot be that of a message. */
export class Framer {
  readonly #waiting: Waiting;
  #pieces: Buffer[] = [];
  #size = 0;
  #length = 0;

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** Takes bytes in and gives the frames that are whole, each with memory of its own. */
  *push(piece: Buffer): Generator<Buffer, undefined> {
    this.#pieces.push(piece);
    this.#grow(piece.length);
    if (this.#waiting.bytes > MOST_WAITING) throw new MalformedMessage('too much is waiting to be completed');
    for (;;) {
      if (this.#length === 0) {
        if (this.#size < 4) return;
        this.#length = this.#peekLength();
        if (this.#length < HEADER + 5 || this.#length > LARGEST_MESSAGE)
          throw new MalformedMessage(`a message of ${this.#length} bytes`);
      }
      if (this.#size < this.#length) return;
      const all = Buffer.concat(this.#pieces, this.#size);
      const rest = Buffer.from(all.subarray(this.#length));
      // A frame that fills its memory is handed on as it is; small ones from one piece get memory of their own.
      const frame =
        rest.length === 0 && this.#pieces.length > 1 ? all : Buffer.from(all.subarray(0, this.#length));
      this.#pieces = rest.length > 0 ? [rest] : [];
      this.#grow(rest.length - this.#size);
      this.#length = 0;
      yield frame;
    }
  }

  /** Gives back what this connection held. */
  close(): void {
    this.#pieces = [];
    this.#grow(-this.#size);
  }

  #grow(bytes: number): void {
    this.#size += bytes;
    this.#waiting.bytes += bytes;
  }

  #peekLength(): number {
    const [first] = this.#pieces;
    const head = first && first.length >= 4 ? first : Buffer.concat(this.#pieces);
    return head.readInt32LE(0);
  }
}

/** Reads a frame. Throws MalformedMessage or MalformedBson, or CommandError when the BSON is sound but not supported. */
export function readMessage(frame: Buffer): Message {
  const id = frame.readInt32LE(4);
  const code = frame.readInt32LE(12);
  if (code === OP_MSG) return readMsg(frame, id);
  if (code === OP_QUERY) return readQuery(frame, id);
  throw new MalformedMessage(`unknown operation ${code}`);
}

function readMsg(frame: Buffer, id: number): Message {
  if (frame.length < HEADER + 4 + 1 + 5) throw new MalformedMessage('an OP_MSG without a section');
  const flags = frame.readUInt32LE(HEADER);
  if (flags & MUST_KNOW & ~(CHECKSUM_PRESENT | MORE_TO_COME))
    throw new MalformedMessage(`unknown flags ${flags}`);
  const end = flags & CHECKSUM_PRESENT ? frame.length - 4 : frame.length;
  let body: Doc | undefined;
  let documents: readonly Buffer[] | undefined;
  const sequences: { name: string; documents: Buffer[] }[] = [];
  for (let at = HEADER + 4, sections = 0; at < end; sections++) {
    if (sections === MANY_SECTIONS) throw new MalformedMessage('too many sections');
    const kind = frame[at++];
    if (kind === 0 && !body) {
      const length = documentLength(frame, at, end);
      const read = readCommand(frame.subarray(at, at + length), 'documents');
      ({ body } = read);
      documents = read.raw;
      at += length;
    } else if (kind === 1) {
      if (at + 4 > end) throw new MalformedMessage('a section without length');
      const length = frame.readInt32LE(at);
      if (length < 5 || at + length > end) throw new MalformedMessage('a section reaches beyond its message');
      sequences.push(readSequence(frame.subarray(at + 4, at + length)));
      at += length;
    } else throw new MalformedMessage(`unknown section ${kind ?? 'none'}`);
  }
  if (!body) throw new MalformedMessage('an OP_MSG without a body');
  for (const sequence of sequences) {
    if (sequence.name in body) throw new MalformedBson(`the sequence ${sequence.name} comes twice`);
    if (sequence.name === 'documents') ({ documents } = sequence);
    else body[sequence.name] = sequence.documents.map(readDocument);
  }
  return { id, legacy: false, wantsReply: (flags & MORE_TO_COME) === 0, body, documents };
}

function readSequence(bytes: Buffer): { name: string; documents: Buffer[] } {
  const nameEnd = bytes.indexOf(0);
  if (nameEnd < 1) throw new MalformedMessage('a sequence without name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < bytes.length;) {
    const length = documentLength(bytes, at, bytes.length);
    documents.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { name: bytes.toString('utf8', 0, nameEnd), documents };
}

/** flags, "database.$cmd\0", skip, return, query: a hello of a driver that does not know yet whom it speaks to. */
function readQuery(frame: Buffer, id: number): Message {
  const nameEnd = frame.indexOf(0, HEADER + 4);
  const at = nameEnd + 1 + 8;
  if (nameEnd < 0 || at + 5 > frame.length) throw new MalformedMessage('an OP_QUERY that ends too early');
  const [database = ''] = frame.toString('utf8', HEADER + 4, nameEnd).split('.$cmd');
  const body = readDocument(frame.subarray(at, at + documentLength(frame, at, frame.length)));
  const [name = ''] = Object.keys(body);
  if (!['hello', 'ismaster', 'isMaster'].includes(name))
    throw new MalformedMessage(`OP_QUERY is for hello only, not ${name}`);
  return {
    id,
    legacy: true,
    wantsReply: true,
    body: Object.assign(newDoc(), body, { $db: database }),
    documents: undefined,
  };
}

let lastId = 0;

/** The reply to a message, in pieces to be sent one after the other. */
export function writeReply(message: Pick<Message, 'id' | 'legacy'>, reply: Reply): Buffer[] {
  const pieces = isArray(reply) ? (reply as Buffer[]) : [writeDocument(reply)];
  const size = pieces.reduce((total, piece) => total + piece.length, 0);
  const head = message.legacy ? Buffer.alloc(HEADER + 20) : Buffer.alloc(HEADER + 5);
  lastId = (lastId + 1) & 0x7fff_ffff;
  head.writeInt32LE(head.length + size, 0);
  head.writeInt32LE(lastId, 4);
  head.writeInt32LE(message.id, 8);
  head.writeInt32LE(message.legacy ? OP_REPLY : OP_MSG, 12);
  // OP_REPLY: flags, cursor (8), starting from, one document. OP_MSG: no flags, one section of kind 0.
  if (message.legacy) head.writeInt32LE(1, HEADER + 16);
  return [head, ...pieces];
}
