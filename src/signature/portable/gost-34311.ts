// GOST 34.311-95 (GOST R 34.11-94, RFC 5831) with the test S-box of RFC 4357, as Kazakhstan used it until 2022: for historic signatures
// only, so it is written to be read. Numbers are byte strings, least significant byte first.

/** The S-box id-GostR3411-94-TestParamSet; row i substitutes nibble i of a 32-bit word, the lowest first. */
const SUBSTITUTION = [
  '4A92D80E6B1C7F53',
  'EB4C6DFA23810759',
  '581DA342EFC7609B',
  '7DA1089FE46CB253',
  '6C715FD84A9E03B2',
  '4BA0721D36859CFE',
  'DB413F590AE7682C',
  '1FD057A4923E6B8C',
].map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16)));

const SIZE = 32;

type Block = Uint8Array<ArrayBuffer>;

const C3 = Uint8Array.from([
  0x00, 0xff, 0x00, 0xff, 0x00, 0xff, 0x00, 0xff, 0xff, 0x00, 0xff, 0x00, 0xff, 0x00, 0xff, 0x00, 0x00, 0xff,
  0xff, 0x00, 0xff, 0x00, 0x00, 0xff, 0xff, 0x00, 0x00, 0x00, 0xff, 0xff, 0x00, 0xff,
]);

const xor = (a: Block, b: Block): Block => a.map((byte, i) => byte ^ (b[i] as number));

/** The round function of GOST 28147-89: substitution of eight nibbles, then eleven bits to the left. */
function substitute(word: number): number {
  let out = 0;
  for (let nibble = 0; nibble < 8; nibble += 1) {
    const row = SUBSTITUTION[nibble] as number[];
    out |= (row[(word >>> (nibble * 4)) & 15] as number) << (nibble * 4);
  }
  return (out << 11) | (out >>> 21);
}

/** GOST 28147-89 in simple substitution mode: encrypts the 64-bit block at `offset` with a 256-bit key. */
function encrypt(key: Block, block: Block, offset: number): Block {
  const keys = new DataView(key.buffer);
  const input = new DataView(block.buffer);
  let low = input.getUint32(offset, true);
  let high = input.getUint32(offset + 4, true);
  for (let round = 0; round < 32; round += 1) {
    const part = round < 24 ? round % 8 : 31 - round;
    const next = high ^ substitute((low + keys.getUint32(part * 4, true)) | 0);
    high = low;
    low = next;
  }
  const output = new Uint8Array(8);
  const view = new DataView(output.buffer);
  view.setUint32(0, high, true);
  view.setUint32(4, low, true);
  return output;
}

/** A(y4 y3 y2 y1) = (y1 xor y2) y4 y3 y2, in 64-bit parts. */
function shiftParts(y: Block): Block {
  const out = new Uint8Array(SIZE);
  out.set(y.subarray(8));
  for (let i = 0; i < 8; i += 1) out[24 + i] = (y[i] as number) ^ (y[8 + i] as number);
  return out;
}

/** P: byte 8i+k becomes byte i+4k. */
function permute(y: Block): Block {
  return y.map((_, position) => y[8 * (position % 4) + Math.floor(position / 4)] as number);
}

/** The four keys of one step. */
function makeKeys(hash: Block, message: Block): Block[] {
  let u = hash;
  let v = message;
  const keys = [permute(xor(u, v))];
  for (let j = 1; j < 4; j += 1) {
    u = shiftParts(u);
    if (j === 2) u = xor(u, C3);
    v = shiftParts(shiftParts(v));
    keys.push(permute(xor(u, v)));
  }
  return keys;
}

/** psi, a shift register of sixteen 16-bit words, clocked `times` times. */
function mix(y: Block, times: number): Block {
  const register = new Uint16Array(y.slice().buffer);
  for (let i = 0; i < times; i += 1) {
    let feedback = 0;
    for (const tap of [0, 1, 2, 3, 12, 15]) feedback ^= register[tap] as number;
    register.copyWithin(0, 1);
    register[15] = feedback;
  }
  return new Uint8Array(register.buffer);
}

/** One step of the hash over one block of the message. */
function step(hash: Block, message: Block): Block {
  const encrypted = new Uint8Array(SIZE);
  makeKeys(hash, message).forEach((key, i) => encrypted.set(encrypt(key, hash, i * 8), i * 8));
  return mix(xor(hash, mix(xor(message, mix(encrypted, 12)), 1)), 61);
}

function addInto(sum: Block, term: Block): void {
  let carry = 0;
  for (let i = 0; i < SIZE; i += 1) {
    carry += (sum[i] as number) + (term[i] as number);
    sum[i] = carry;
    carry >>>= 8;
  }
}

/** The hash of a message by GOST 34.311-95: 32 bytes. */
export function gost34311(message: Uint8Array): Uint8Array<ArrayBuffer> {
  let hash: Block = new Uint8Array(SIZE);
  const sum = new Uint8Array(SIZE);
  for (let offset = 0; offset < message.length; offset += SIZE) {
    const block = new Uint8Array(SIZE);
    block.set(message.subarray(offset, offset + SIZE));
    hash = step(hash, block);
    addInto(sum, block);
  }
  const length = new Uint8Array(SIZE);
  new DataView(length.buffer).setBigUint64(0, BigInt(message.length) * 8n, true);
  return step(step(hash, length), sum);
}
