// Inputs for readers of DER, the same in every run: right ones of every type, and right ones with something done to them.
import { TAG } from '../../src/signature/portable/der-reader.ts';
import {
  bitString,
  boolean,
  concat,
  element,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  time,
} from '../../src/signature/portable/der-writer.ts';
import type { Random } from './random.ts';

const LETTERS = 'Әліппе Қазақстан Жәрдемақы пособие 0123 ABC abc';
const DEEPEST = 5;
const [FIRST_MOMENT, LAST_MOMENT] = [Date.UTC(1950, 0, 1), Date.UTC(2049, 11, 31)];

const pick = <T>(numbers: Random, all: readonly T[]): T => all[numbers.below(all.length)] as T;
const words = (numbers: Random, letters = LETTERS): string =>
  Array.from({ length: numbers.below(12) }, () => pick(numbers, [...letters])).join('');
const latin = (numbers: Random): Uint8Array => Buffer.from(words(numbers, LETTERS.slice(-8)), 'latin1');

function wide(text: string, width: 2 | 4): Uint8Array {
  const bytes = new Uint8Array(text.length * width);
  const view = new DataView(bytes.buffer);
  [...text].forEach((letter, i) => {
    const point = letter.codePointAt(0) as number;
    if (width === 2) view.setUint16(i * 2, point);
    else view.setUint32(i * 4, point);
  });
  return bytes;
}

function bits(numbers: Random): Uint8Array {
  const bytes = numbers.bytes(numbers.below(9));
  const last = bytes.length - 1;
  const unused = bytes.length === 0 ? 0 : numbers.below(8);
  return bitString(
    unused === 0 ? bytes : bytes.with(last, ((bytes[last] as number) >> unused) << unused),
    unused,
  );
}

const name = (numbers: Random): string => {
  const root = numbers.below(3);
  const arcs = [numbers.below(root === 2 ? 1_000 : 40)];
  for (let more = numbers.below(6); more > 0; more -= 1)
    arcs.push(numbers.below(pick(numbers, [3, 200, 2 ** 30])));
  return [root, ...arcs].join('.');
};

const moment = (numbers: Random): Date =>
  new Date(Math.floor((FIRST_MOMENT + numbers.below(LAST_MOMENT - FIRST_MOMENT)) / 1000) * 1000);

const LEAVES: readonly ((numbers: Random) => Uint8Array)[] = [
  (numbers) => boolean(numbers.below(2) === 1),
  (numbers) => integer(BigInt(`0x${Buffer.from(numbers.bytes(1 + numbers.below(20))).toString('hex')}`)),
  (numbers) => integer(-numbers.below(2 ** 31)),
  (numbers) => element(TAG.enumerated, Uint8Array.of(numbers.below(128))),
  bits,
  (numbers) => octetString(numbers.bytes(numbers.below(pick(numbers, [4, 40, 300])))),
  nullValue,
  (numbers) => oid(name(numbers)),
  (numbers) => element(TAG.utf8String, Buffer.from(words(numbers))),
  (numbers) => element(TAG.printableString, latin(numbers)),
  (numbers) => element(TAG.ia5String, latin(numbers)),
  (numbers) => element(TAG.visibleString, latin(numbers)),
  (numbers) => element(TAG.teletexString, latin(numbers)),
  (numbers) => element(TAG.numericString, Buffer.from(words(numbers, '0123456789 '))),
  (numbers) => element(TAG.bmpString, wide(words(numbers), 2)),
  (numbers) => element(TAG.universalString, wide(words(numbers), 4)),
  (numbers) => time(moment(numbers)),
  (numbers) => generalizedTime(moment(numbers)),
  (numbers) => element(0x80 | numbers.below(31), numbers.bytes(numbers.below(20))),
];

/** A right element, with others inside it. */
export function rightDer(numbers: Random, depth = 0): Uint8Array {
  const isLeaf = depth > 0 && (depth >= DEEPEST || numbers.below(3) > 0);
  if (isLeaf) return pick(numbers, LEAVES)(numbers);
  const inside = Array.from({ length: numbers.below(6) }, () => rightDer(numbers, depth + 1));
  return element(pick(numbers, [TAG.sequence, TAG.sequence, TAG.set, 0xa0 | numbers.below(31)]), ...inside);
}

const CHANGES: readonly ((bytes: Uint8Array, at: number, numbers: Random) => Uint8Array)[] = [
  (bytes, at, numbers) => bytes.with(at, numbers.below(256)),
  (bytes, at, numbers) => bytes.with(at, (bytes[at] as number) ^ (1 << numbers.below(8))),
  (bytes, at, numbers) => bytes.with(at, pick(numbers, [0, 1, 0x1f, 0x24, 0x7f, 0x80, 0x81, 0x84, 0xff])),
  (bytes, at) => concat(bytes.subarray(0, at), bytes.subarray(at + 1)),
  (bytes, at, numbers) => concat(bytes.subarray(0, at), numbers.bytes(1), bytes.subarray(at)),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, _at, numbers) => concat(bytes, numbers.bytes(1 + numbers.below(3))),
];

/** The bytes with one to three things done to them. */
export function damaged(bytes: Uint8Array, numbers: Random): Uint8Array {
  let found = bytes;
  for (let times = 1 + numbers.below(3); times > 0 && found.length > 0; times -= 1)
    found = pick(numbers, CHANGES)(found, numbers.below(found.length), numbers);
  return found;
}
