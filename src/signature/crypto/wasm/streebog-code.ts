// The compression function of Streebog (RFC 6986 section 8) in WebAssembly, on the tables of portable/streebog.ts.
import { STREEBOG_CONSTANTS, STREEBOG_TABLES } from '../../portable/streebog.ts';
import { assemble, FunctionCode, instantiate, type Exported } from './assembler.ts';

const WORD = 8;
const BLOCK = 64;
const TABLE_BYTES = 256 * WORD;
const CONSTANTS = 8 * TABLE_BYTES;
const ROUNDS = 12;
const MIXED = CONSTANTS + ROUNDS * BLOCK;
const KEY = MIXED + BLOCK;
const STATE = KEY + BLOCK;
/** Where the caller finds the hash, and puts a block of the message and the number of bits before it. */
export const HASH_AT = STATE + BLOCK;
export const BLOCK_AT = HASH_AT + BLOCK;
export const COUNT_AT = BLOCK_AT + BLOCK;
export const ZERO_AT = COUNT_AT + BLOCK;

const WORDS = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** out = LPS(a xor b), addresses in the parameters 0, 1, 2. */
function mixing(): FunctionCode {
  const code = new FunctionCode(3);
  for (const word of WORDS)
    code
      .i32(0)
      .get(1)
      .load(word * WORD)
      .get(2)
      .load(word * WORD)
      .do('i64Xor')
      .store(MIXED + word * WORD);
  for (const word of WORDS) {
    code.get(0);
    for (const row of WORDS) {
      // The byte times the size of a word is where its entry stands in the table of its row.
      code
        .i32(0)
        .load8(MIXED + row * WORD + word)
        .i64(3)
        .do('i64Shl', 'i32WrapI64')
        .load(row * TABLE_BYTES);
      if (row > 0) code.do('i64Xor');
    }
    code.store(word * WORD);
  }
  return code;
}

const LPSX = 0;

/** hash = g(count, hash, block), the address of the count in parameter 0. */
function compression(): FunctionCode {
  const code = new FunctionCode(1);
  code.i32(KEY).i32(HASH_AT).get(0).call(LPSX);
  code.i32(STATE).i32(BLOCK_AT).i32(KEY).call(LPSX);
  for (let round = 0; round < ROUNDS; round += 1) {
    code
      .i32(KEY)
      .i32(KEY)
      .i32(CONSTANTS + round * BLOCK)
      .call(LPSX);
    if (round < ROUNDS - 1) code.i32(STATE).i32(STATE).i32(KEY).call(LPSX);
  }
  for (const word of WORDS) {
    code.i32(0);
    [HASH_AT, BLOCK_AT, STATE, KEY].forEach((place, i) => {
      code.i32(0).load(place + word * WORD);
      if (i > 0) code.do('i64Xor');
    });
    code.store(HASH_AT + word * WORD);
  }
  return code;
}

export interface StreebogMachine extends Exported {
  /** Takes the block at BLOCK_AT into the hash at HASH_AT. @param count COUNT_AT or ZERO_AT */
  readonly compress: (count: number) => void;
}

/** Starts the code in a memory of its own, with its tables. */
export function startStreebogMachine(): StreebogMachine {
  const machine = instantiate(
    assemble(
      [
        { name: 'lpsx', code: mixing() },
        { name: 'compress', code: compression() },
      ],
      1,
    ),
  ) as StreebogMachine;
  const memory = new BigUint64Array(machine.memory.buffer);
  STREEBOG_TABLES.forEach((table, i) => memory.set(table, (i * TABLE_BYTES) / WORD));
  STREEBOG_CONSTANTS.forEach((constant, i) => memory.set(constant, (CONSTANTS + i * BLOCK) / WORD));
  return machine;
}
