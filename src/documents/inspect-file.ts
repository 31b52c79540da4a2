// What may be attached: a PDF, JPEG or PNG that is whole and nothing else besides. The name a file came with decides nothing.
import { fileTypeFromBuffer } from 'file-type';
import { ok, refuse, type Result } from '../platform/result.ts';

export const LARGEST_FILE = 10 * 1024 * 1024;

export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

export type FileProblem =
  | 'empty'
  | 'too-large'
  /** Its content is no PDF, JPEG or PNG, whatever its name says. */
  | 'not-allowed-kind'
  /** It begins like one of them, but breaks off or has a false structure. */
  | 'damaged'
  /** Something else hangs on it (a second file behind the picture, an archive, a program): nobody's scan looks like that. */
  | 'mixed-content'
  /** A PDF that would start a program or a script when opened. */
  | 'active-content'
  /** A PDF that asks for a password: the officer could not read it. */
  | 'locked';

/**
 * Looks into a file.
 * @param bytes the whole file
 * @returns its kind; problems as the union says
 */
export async function inspectFile(bytes: Buffer): Promise<Result<MediaType, FileProblem>> {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.length > LARGEST_FILE) return refuse('too-large');
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.mime) {
    case 'application/pdf':
      return inspectPdf(bytes);
    case 'image/jpeg':
      return inspectJpeg(bytes);
    case 'image/png':
    case 'image/apng':
      return inspectPng(bytes);
    default:
      return refuse('not-allowed-kind');
  }
}

/** ISO 32000: header at the first byte, %%EOF at the end, no actions. */
function inspectPdf(bytes: Buffer): Result<MediaType, FileProblem> {
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return refuse('mixed-content');
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return refuse('damaged');
  const behind = bytes.subarray(end + 5).toString('latin1');
  if (!/^[\s\0]*$/.test(behind) || holdsArchive(bytes)) return refuse('mixed-content');
  const text = bytes.toString('latin1');
  if (/\/Encrypt\b/.test(text)) return refuse('locked');
  if (/\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/.test(text)) return refuse('active-content');
  return ok('application/pdf');
}

/** The end of a ZIP archive may stand up to 64 KB before the end of a file. */
function holdsArchive(bytes: Buffer): boolean {
  return bytes.subarray(Math.max(0, bytes.length - 65_557)).includes('PK\u0005\u0006', 0, 'latin1');
}

/** Walks the segments up to the scan, then to the end-of-image mark, which must be the end of the file. */
function inspectJpeg(bytes: Buffer): Result<MediaType, FileProblem> {
  let offset = 2;
  while (bytes[offset] === 0xff) {
    const marker = bytes[offset + 1];
    if (marker === undefined) return refuse('damaged');
    if (marker === 0xda) return endsWithImage(bytes);
    if (offset + 4 > bytes.length) return refuse('damaged');
    const length = bytes.readUInt16BE(offset + 2);
    if (length < 2) return refuse('damaged');
    offset += 2 + length;
  }
  return refuse('damaged');
}

function endsWithImage(bytes: Buffer): Result<MediaType, FileProblem> {
  const end = bytes.lastIndexOf(Buffer.of(0xff, 0xd9));
  if (end < 0) return refuse('damaged');
  // Cameras pad with zeros; anything else behind the picture is a second file.
  const behind = bytes.subarray(end + 2);
  if (behind.some((byte) => byte !== 0) || holdsArchive(bytes)) return refuse('mixed-content');
  return ok('image/jpeg');
}

/** Walks the chunks from IHDR to IEND, which must be the end of the file. */
function inspectPng(bytes: Buffer): Result<MediaType, FileProblem> {
  let offset = 8;
  while (offset + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(offset);
    const kind = bytes.toString('latin1', offset + 4, offset + 8);
    offset += 12 + length;
    if (offset > bytes.length) return refuse('damaged');
    if (kind === 'IEND')
      return offset === bytes.length && !holdsArchive(bytes) ? ok('image/png') : refuse('mixed-content');
  }
  return refuse('damaged');
}
