// Streebog, the hash function of GOST 34.11-2015 (RFC 6986). Substitution, permutation and linear step are merged into eight tables of
// 256 64-bit words. V8 keeps the words of a BigUint64Array in machine registers: that is twice as fast as tables of 32-bit halves.
import { MATRIX, ROUND_CONSTANTS, SUBSTITUTION } from './streebog-constants.ts';

const BLOCK = 64;

type Words = BigUint64Array<ArrayBuffer>;

const words = (): Words => new BigUint64Array(8);
const bytesOf = (of: Words): Uint8Array<ArrayBuffer> => new Uint8Array(of.buffer);

/** Table k maps the byte k of a 64-bit word to what it adds to the word after S, P and L. */
function makeTable(k: number): Words {
  const table = new BigUint64Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    const substituted = Number.parseInt(SUBSTITUTION.slice(byte * 2, byte * 2 + 2), 16);
    let sum = 0n;
    for (let bit = 0; bit < 8; bit += 1) {
      const row = 63 - (8 * k + bit);
      if ((substituted >> bit) & 1) sum ^= BigInt(`0x${MATRIX.slice(row * 16, row * 16 + 16)}`);
    }
    table[byte] = sum;
  }
  return table;
}

const T0 = makeTable(0);
const T1 = makeTable(1);
const T2 = makeTable(2);
const T3 = makeTable(3);
const T4 = makeTable(4);
const T5 = makeTable(5);
const T6 = makeTable(6);
const T7 = makeTable(7);

const CONSTANTS: readonly Words[] = Array.from({ length: 12 }, (_, round) => {
  const constant = words();
  for (let i = 0; i < 8; i += 1) {
    const at = round * 128 + (7 - i) * 16;
    constant[i] = BigInt(`0x${ROUND_CONSTANTS.slice(at, at + 16)}`);
  }
  return constant;
});

/** The eight tables and the twelve round constants, for other code that compresses. */
export const STREEBOG_TABLES: readonly Words[] = [T0, T1, T2, T3, T4, T5, T6, T7];
export const STREEBOG_CONSTANTS = CONSTANTS;

// Scratch of the compression function, shared by all hashes: it never yields in between.
const mixed = words();
const mixedBytes = bytesOf(mixed);
const key = words();
const state = words();

/** out = LPS(a xor b). Byte i of each of the eight words makes word i of the result. */
function lpsx(a: Words, b: Words, out: Words): void {
  mixed[0] = (a[0] as bigint) ^ (b[0] as bigint);
  mixed[1] = (a[1] as bigint) ^ (b[1] as bigint);
  mixed[2] = (a[2] as bigint) ^ (b[2] as bigint);
  mixed[3] = (a[3] as bigint) ^ (b[3] as bigint);
  mixed[4] = (a[4] as bigint) ^ (b[4] as bigint);
  mixed[5] = (a[5] as bigint) ^ (b[5] as bigint);
  mixed[6] = (a[6] as bigint) ^ (b[6] as bigint);
  mixed[7] = (a[7] as bigint) ^ (b[7] as bigint);
  out[0] =
    (T0[mixedBytes[0] as number] as bigint) ^
    (T1[mixedBytes[8] as number] as bigint) ^
    (T2[mixedBytes[16] as number] as bigint) ^
    (T3[mixedBytes[24] as number] as bigint) ^
    (T4[mixedBytes[32] as number] as bigint) ^
    (T5[mixedBytes[40] as number] as bigint) ^
    (T6[mixedBytes[48] as number] as bigint) ^
    (T7[mixedBytes[56] as number] as bigint);
  out[1] =
    (T0[mixedBytes[1] as number] as bigint) ^
    (T1[mixedBytes[9] as number] as bigint) ^
    (T2[mixedBytes[17] as number] as bigint) ^
    (T3[mixedBytes[25] as number] as bigint) ^
    (T4[mixedBytes[33] as number] as bigint) ^
    (T5[mixedBytes[41] as number] as bigint) ^
    (T6[mixedBytes[49] as number] as bigint) ^
    (T7[mixedBytes[57] as number] as bigint);
  out[2] =
    (T0[mixedBytes[2] as number] as bigint) ^
    (T1[mixedBytes[10] as number] as bigint) ^
    (T2[mixedBytes[18] as number] as bigint) ^
    (T3[mixedBytes[26] as number] as bigint) ^
    (T4[mixedBytes[34] as number] as bigint) ^
    (T5[mixedBytes[42] as number] as bigint) ^
    (T6[mixedBytes[50] as number] as bigint) ^
    (T7[mixedBytes[58] as number] as bigint);
  out[3] =
    (T0[mixedBytes[3] as number] as bigint) ^
    (T1[mixedBytes[11] as number] as bigint) ^
    (T2[mixedBytes[19] as number] as bigint) ^
    (T3[mixedBytes[27] as number] as bigint) ^
    (T4[mixedBytes[35] as number] as bigint) ^
    (T5[mixedBytes[43] as number] as bigint) ^
    (T6[mixedBytes[51] as number] as bigint) ^
    (T7[mixedBytes[59] as number] as bigint);
  out[4] =
    (T0[mixedBytes[4] as number] as bigint) ^
    (T1[mixedBytes[12] as number] as bigint) ^
    (T2[mixedBytes[20] as number] as bigint) ^
    (T3[mixedBytes[28] as number] as bigint) ^
    (T4[mixedBytes[36] as number] as bigint) ^
    (T5[mixedBytes[44] as number] as bigint) ^
    (T6[mixedBytes[52] as number] as bigint) ^
    (T7[mixedBytes[60] as number] as bigint);
  out[5] =
    (T0[mixedBytes[5] as number] as bigint) ^
    (T1[mixedBytes[13] as number] as bigint) ^
    (T2[mixedBytes[21] as number] as bigint) ^
    (T3[mixedBytes[29] as number] as bigint) ^
    (T4[mixedBytes[37] as number] as bigint) ^
    (T5[mixedBytes[45] as number] as bigint) ^
    (T6[mixedBytes[53] as number] as bigint) ^
    (T7[mixedBytes[61] as number] as bigint);
  out[6] =
    (T0[mixedBytes[6] as number] as bigint) ^
    (T1[mixedBytes[14] as number] as bigint) ^
    (T2[mixedBytes[22] as number] as bigint) ^
    (T3[mixedBytes[30] as number] as bigint) ^
    (T4[mixedBytes[38] as number] as bigint) ^
    (T5[mixedBytes[46] as number] as bigint) ^
    (T6[mixedBytes[54] as number] as bigint) ^
    (T7[mixedBytes[62] as number] as bigint);
  out[7] =
    (T0[mixedBytes[7] as number] as bigint) ^
    (T1[mixedBytes[15] as number] as bigint) ^
    (T2[mixedBytes[23] as number] as bigint) ^
    (T3[mixedBytes[31] as number] as bigint) ^
    (T4[mixedBytes[39] as number] as bigint) ^
    (T5[mixedBytes[47] as number] as bigint) ^
    (T6[mixedBytes[55] as number] as bigint) ^
    (T7[mixedBytes[63] as number] as bigint);
}

/** hash = g(N, hash, block), RFC 6986 section 8. */
function compress(hash: Words, count: Words, block: Words): void {
  lpsx(hash, count, key);
  lpsx(block, key, state);
  for (let round = 0; round < 11; round += 1) {
    lpsx(key, CONSTANTS[round] as Words, key);
    lpsx(state, key, state);
  }
  lpsx(key, CONSTANTS[11] as Words, key);
  for (let i = 0; i < 8; i += 1)
    hash[i] = (hash[i] as bigint) ^ (block[i] as bigint) ^ (state[i] as bigint) ^ (key[i] as bigint);
}

/** Adds two 512-bit numbers, least significant byte first: sum += term. */
export function addInto(sum: Uint8Array, term: Uint8Array): void {
  let carry = 0;
  for (let i = 0; i < BLOCK; i += 1) {
    carry += (sum[i] as number) + (term[i] as number);
    sum[i] = carry;
    carry >>>= 8;
  }
}

/** A hash in the making. */
export interface Hash {
  /** Takes the next bytes of the message. */
  update(bytes: Uint8Array): Hash;
  /** Ends the message and returns its hash; the object is of no use afterwards. */
  digest(): Uint8Array<ArrayBuffer>;
}

/**
 * Begins a Streebog hash.
 * @param bits length of the result: 512 or 256
 */
export function createStreebog(bits: 256 | 512): Hash {
  const hash = words();
  bytesOf(hash).fill(bits === 512 ? 0 : 1);
  const block = words();
  const blockBytes = bytesOf(block);
  const count = words();
  const countBytes = bytesOf(count);
  const total = new Uint8Array(BLOCK);
  const step = new Uint8Array(BLOCK);
  let filled = 0;

  const takeBlock = (messageBits: number): void => {
    compress(hash, count, block);
    step[0] = messageBits & 0xff;
    step[1] = messageBits >>> 8;
    addInto(countBytes, step);
    addInto(total, blockBytes);
  };

  return {
    update(bytes) {
      for (let offset = 0; offset < bytes.length;) {
        const part = bytes.subarray(offset, offset + BLOCK - filled);
        blockBytes.set(part, filled);
        filled += part.length;
        offset += part.length;
        if (filled === BLOCK) {
          takeBlock(BLOCK * 8);
          filled = 0;
        }
      }
      return this;
    },
    digest() {
      blockBytes.fill(0, filled);
      blockBytes[filled] = 1;
      takeBlock(filled * 8);
      const zero = words();
      blockBytes.set(countBytes);
      compress(hash, zero, block);
      blockBytes.set(total);
      compress(hash, zero, block);
      return bytesOf(hash).slice(bits === 512 ? 0 : 32);
    },
  };
}

/** Streebog-512 of a message: 64 bytes. */
export const streebog512 = (message: Uint8Array): Uint8Array<ArrayBuffer> =>
  createStreebog(512).update(message).digest();

/** Streebog-256 of a message: 32 bytes. */
export const streebog256 = (message: Uint8Array): Uint8Array<ArrayBuffer> =>
  createStreebog(256).update(message).digest();
