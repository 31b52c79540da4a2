// A whole DER element read to its leaves, by our strict reader and by asn1js, in a form that can be compared.
import { fromBER, type BaseBlock } from 'asn1js';
import {
  contents,
  DerError,
  readBitString,
  readBoolean,
  readDer,
  readInteger,
  readOid,
  TAG,
  walk,
  type Der,
  type DerProblem,
} from '../../src/signature/portable/der-reader.ts';
import { readText } from '../../src/signature/portable/der-text.ts';
import { readTime } from '../../src/signature/portable/der-time.ts';

/** Identifier octet, what is inside, and what it means. */
export interface Tree {
  readonly tag: number;
  readonly inside: string | readonly Tree[];
  readonly meaning?: string;
}

const TEXTS: ReadonlySet<number> = new Set([
  TAG.utf8String,
  TAG.numericString,
  TAG.printableString,
  TAG.teletexString,
  TAG.ia5String,
  TAG.visibleString,
  TAG.universalString,
  TAG.bmpString,
]);
const PRIMITIVE: ReadonlySet<number> = new Set(Object.values(TAG).filter((tag) => (tag & 0x20) === 0));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** By our reader: its tree, or why it refuses. */
export function readStrictly(bytes: Uint8Array): Tree | DerProblem {
  try {
    return strictTree(readDer(bytes));
  } catch (error) {
    if (error instanceof DerError) return error.problem;
    throw error;
  }
}

function strictTree(der: Der): Tree {
  const isUniversal = (der.tag & 0xc0) === 0;
  if ((der.tag & 0x20) !== 0) {
    // Every other universal type is a string in pieces, which DER has not, or no type of certificates and messages.
    if (isUniversal && der.tag !== TAG.sequence && der.tag !== TAG.set)
      throw new DerError('unexpected-tag', der.start);
    const inside: Tree[] = [];
    walk(der, (child) => inside.push(strictTree(child)));
    return { tag: der.tag, inside };
  }
  // Fields are read by their type; a type that no structure here has is refused by whoever asked for another.
  if (isUniversal && !PRIMITIVE.has(der.tag)) throw new DerError('unexpected-tag', der.start);
  const meaning = strictMeaning(der);
  return { tag: der.tag, inside: hex(contents(der)), ...(meaning !== undefined && { meaning }) };
}

function strictMeaning(der: Der): string | undefined {
  if (TEXTS.has(der.tag)) return readText(der);
  switch (der.tag) {
    case TAG.boolean:
      return String(readBoolean(der));
    case TAG.integer:
    case TAG.enumerated:
      return String(readInteger(der));
    case TAG.oid:
      return readOid(der);
    case TAG.bitString: {
      const { bytes, unusedBits } = readBitString(der);
      return `${unusedBits} ${hex(bytes)}`;
    }
    case TAG.utcTime:
    case TAG.generalizedTime:
      return readTime(der).toISOString();
    default:
      return undefined;
  }
}

/** What is read of the parts of asn1js, whose classes do not tell more by type. */
interface Block extends BaseBlock {
  readonly valueBlock: BaseBlock['valueBlock'] & {
    readonly value?: unknown;
    readonly valueHexView?: Uint8Array;
    readonly unusedBits?: number;
  };
  readonly toBigInt?: () => bigint;
  readonly toDate?: () => Date;
}

const CLASSES = [0, 0x00, 0x40, 0x80, 0xc0];

/** By asn1js: its tree, or `undefined` when it refuses (some times by throwing), or reads less than the whole. */
export function readByAsn1js(bytes: Uint8Array): Tree | undefined {
  try {
    const { offset, result } = fromBER(new Uint8Array(bytes).buffer);
    return offset === bytes.length ? asn1jsTree(result) : undefined;
  } catch {
    return undefined;
  }
}

function asn1jsTree(block: Block): Tree {
  const { idBlock, lenBlock, valueBlock } = block;
  const tag = (CLASSES[idBlock.tagClass] ?? 0) | (idBlock.isConstructed ? 0x20 : 0) | idBlock.tagNumber;
  if (idBlock.isConstructed && Array.isArray(valueBlock.value))
    return { tag, inside: valueBlock.value.map((child) => asn1jsTree(child as Block)) };
  const whole = block.valueBeforeDecodeView;
  const inside = hex(whole.subarray(whole.length - lenBlock.length));
  const meaning = asn1jsMeaning(tag, block);
  return { tag, inside, ...(meaning !== undefined && { meaning }) };
}

function asn1jsMeaning(tag: number, block: Block): string | undefined {
  const { value, valueHexView = new Uint8Array(), unusedBits } = block.valueBlock;
  if (TEXTS.has(tag) || tag === TAG.boolean) return String(value);
  switch (tag) {
    case TAG.integer:
    case TAG.enumerated:
      return String(block.toBigInt?.());
    case TAG.oid:
      return (block.valueBlock as { toString(): string }).toString();
    case TAG.bitString:
      return `${unusedBits ?? 0} ${hex(valueHexView)}`;
    case TAG.utcTime:
    case TAG.generalizedTime:
      return block.toDate?.().toISOString();
    default:
      return undefined;
  }
}
