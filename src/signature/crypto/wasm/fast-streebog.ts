// Streebog of a message in memory, with the compression in WebAssembly. One memory serves all: nothing is left in it between two messages.
import { addInto } from '../../portable/streebog.ts';
import {
  BLOCK_AT,
  COUNT_AT,
  HASH_AT,
  startStreebogMachine,
  ZERO_AT,
  type StreebogMachine,
} from './streebog-code.ts';

const BLOCK = 64;

interface Bench {
  readonly machine: StreebogMachine;
  readonly at: (address: number) => Uint8Array<ArrayBuffer>;
}

let bench: Bench | undefined;

function startBench(): Bench {
  const machine = startStreebogMachine();
  return { machine, at: (address) => new Uint8Array(machine.memory.buffer, address, BLOCK) };
}

/** The hash of a message, as portable/streebog.ts computes it. @param bits length of the result */
export function fastStreebog(bits: 256 | 512, message: Uint8Array): Uint8Array<ArrayBuffer> {
  const { machine, at } = (bench ??= startBench());
  const [hash, block, count, zero] = [HASH_AT, BLOCK_AT, COUNT_AT, ZERO_AT].map(at) as [
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
    Uint8Array<ArrayBuffer>,
  ];
  hash.fill(bits === 512 ? 0 : 1);
  count.fill(0);
  zero.fill(0);
  const total = new Uint8Array(BLOCK);
  const octets = new DataView(count.buffer, COUNT_AT, BLOCK);
  /** Takes the block in; the count is that of the message's bits up to its end. */
  const take = (bitsSoFar: number): void => {
    machine.compress(COUNT_AT);
    octets.setUint32(0, bitsSoFar >>> 0, true);
    octets.setUint32(4, Math.floor(bitsSoFar / 2 ** 32), true);
    addInto(total, block);
  };
  let offset = 0;
  for (; offset + BLOCK <= message.length; offset += BLOCK) {
    for (let i = 0; i < BLOCK; i += 1) block[i] = message[offset + i] as number;
    take((offset + BLOCK) * 8);
  }
  const rest = message.length - offset;
  block.fill(0);
  block.set(message.subarray(offset));
  block[rest] = 1;
  take(message.length * 8);
  block.set(count);
  machine.compress(ZERO_AT);
  block.set(total);
  machine.compress(ZERO_AT);
  return hash.slice(bits === 512 ? 0 : 32);
}
