// Writes values as BSON. Documents that go out as they are stored are copied as bytes, never written anew.
import { serialize } from 'bson';
import { fail } from './errors.ts';
import type { Doc } from './values.ts';

/** The largest document that MongoDB stores. */
export const LARGEST_DOCUMENT = 16 * 1024 * 1024;

/** The BSON of a document. Refused as BSONObjectTooLarge when it would not fit the library's buffer either. */
export function writeDocument(doc: Doc): Buffer {
  try {
    const bytes = serialize(doc, { ignoreUndefined: true });
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (error instanceof RangeError || (error as { code?: unknown }).code === 'ERR_OUT_OF_RANGE')
      return fail('BSONObjectTooLarge', `the document is larger than ${LARGEST_DOCUMENT} bytes`);
    return fail(
      'BadValue',
      `the document cannot be stored: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  }
}

const int32 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32LE(value);
  return bytes;
};

/** The BSON array of documents given as bytes, in pieces. */
function rawArray(documents: readonly Buffer[]): { pieces: Buffer[]; length: number } {
  const pieces: Buffer[] = [];
  let length = 5;
  documents.forEach((document, index) => {
    const head = Buffer.from(`\x03${index}\0`, 'latin1');
    pieces.push(head, document);
    length += head.length + document.length;
  });
  return { pieces: [int32(length), ...pieces, Buffer.from([0])], length };
}

/** `ok: 1` and the end of the reply. */
const END = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f\0', 'latin1');

/** `id`, `ns` and the end of a document. */
function cursorTail(id: bigint, ns: string): Buffer {
  const length = Buffer.byteLength(ns) + 1;
  const bytes = Buffer.alloc(4 + 8 + 4 + 4 + length + 1);
  bytes.write('\x12id\0', 0, 'latin1');
  bytes.writeBigInt64LE(id, 4);
  bytes.write('\x02ns\0', 12, 'latin1');
  bytes.writeInt32LE(length, 16);
  bytes.write(ns, 20, 'utf8');
  return bytes;
}

/** A reply with a cursor: `{ cursor: { firstBatch: [documents], id, ns }, ok: 1 }`, in pieces to be written one after the other. */
export function cursorReply(options: {
  batch: 'firstBatch' | 'nextBatch';
  documents: readonly Buffer[];
  id: bigint;
  ns: string;
}): Buffer[] {
  const array = rawArray(options.documents);
  const tail = cursorTail(options.id, options.ns);
  const arrayHead = Buffer.from(`\x04${options.batch}\0`, 'latin1');
  const cursorLength = 4 + arrayHead.length + array.length + tail.length;
  const cursorHead = Buffer.from('\x03cursor\0', 'latin1');
  return [
    int32(4 + cursorHead.length + cursorLength + END.length),
    cursorHead,
    int32(cursorLength),
    arrayHead,
    ...array.pieces,
    tail,
    END,
  ];
}
