// The string types of directory names as text.
import { toBinary } from './binary-text.ts';
import { contents, DerError, TAG, type Der } from './der-reader.ts';

/** Text of one of the string types of a directory name. */
export function readText(element: Der): string {
  const bytes = contents(element);
  switch (element.tag) {
    case TAG.utf8String:
      return decodeUtf8(bytes, element.start);
    case TAG.bmpString:
      return decodeWide(bytes, 2, element.start);
    case TAG.universalString:
      return decodeWide(bytes, 4, element.start);
    case TAG.numericString:
    case TAG.printableString:
    case TAG.ia5String:
    case TAG.visibleString:
    case TAG.teletexString:
      return toBinary(bytes);
    default:
      throw new DerError('unexpected-tag', element.start);
  }
}

const newUtf8Decoder = () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
let utf8 = newUtf8Decoder();

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false;
  return true;
}

function decodeUtf8(bytes: Uint8Array, offset: number): string {
  if (isAscii(bytes)) return toBinary(bytes);
  try {
    return utf8.decode(bytes);
  } catch {
    utf8 = newUtf8Decoder(); // nothing of what was wrong may stay in it
    throw new DerError('bad-text', offset);
  }
}

function decodeWide(bytes: Uint8Array, width: 2 | 4, offset: number): string {
  if (bytes.length % width !== 0) throw new DerError('bad-text', offset);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let i = 0; i < bytes.length; i += width) {
    const point = width === 2 ? view.getUint16(i) : view.getUint32(i);
    if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) throw new DerError('bad-text', offset);
    text += String.fromCodePoint(point);
  }
  return text;
}
