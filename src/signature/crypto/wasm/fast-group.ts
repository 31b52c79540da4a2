// The group of the 512-bit curve with field and points in WebAssembly: the same sums as portable/gost-group.ts, some ten times as fast.
// Scalars, tables and the last comparison stay with BigInt; so does every sum in which two equal points meet.
import {
  createGostGroup,
  type GostGroup,
  type Point,
  type PreparedPoint,
} from '../../portable/gost-group.ts';
import type { GostCurve } from '../../portable/gost-curves.ts';
import { NUMBER_BYTES, WORD_BITS, WORDS } from './field-code.ts';
import { AFFINE_BYTES, JACOBIAN_BYTES, SCRATCH_END, startPointMachine } from './point-code.ts';
import { nonAdjacentForm } from './non-adjacent-form.ts';

/** A scalar is cut into strides of so many bits; a table has odd multiples of 2^(64 i) P for each. */
const STRIDE = 64;
const STRIDES = 512 / STRIDE;
const GENERATOR_WIDTH = 8;
const KEY_WIDTH = 7;
const FRESH_WIDTH = 5;

const oddMultiples = (width: number): number => 2 ** (width - 2);
const tableBytes = (width: number): number => STRIDES * oddMultiples(width) * AFFINE_BYTES;

const FRESH = SCRATCH_END;
const GENERATOR = FRESH + oddMultiples(FRESH_WIDTH) * JACOBIAN_BYTES;
const KEY = GENERATOR + tableBytes(GENERATOR_WIDTH);
const PAGES = Math.ceil((KEY + tableBytes(KEY_WIDTH)) / 65_536);

/** Where a scalar's digits find their points in the memory. */
interface Table {
  readonly start: number;
  readonly width: number;
  readonly entryBytes: number;
  /** Octets of the odd multiples for one stride. */
  readonly rowBytes: number;
  /** Bits of the scalar for which there is one row of odd multiples. */
  readonly stride: number;
}

const tableAt = (start: number, width: number, entryBytes: number): Table => ({
  start,
  width,
  entryBytes,
  rowBytes: oddMultiples(width) * entryBytes,
  stride: entryBytes === AFFINE_BYTES ? STRIDE : 512,
});

const GENERATOR_TABLE = tableAt(GENERATOR, GENERATOR_WIDTH, AFFINE_BYTES);
const KEY_TABLE = tableAt(KEY, KEY_WIDTH, AFFINE_BYTES);
const FRESH_TABLE = tableAt(FRESH, FRESH_WIDTH, JACOBIAN_BYTES);

const WORD_MASK = 2n ** BigInt(WORD_BITS) - 1n;

/** Whether the group of a curve can be computed here: a = -3 and p = 2^512 - 569. */
export const isFastCurve = ({ p, a }: GostCurve): boolean => p === 2n ** 512n - 569n && a === p - 3n;

/** The group of a curve for which `isFastCurve` holds. Make it once. */
export function createFastGroup(curve: GostCurve): GostGroup {
  const slow = createGostGroup(curve);
  const engine = createEngine();
  const tables = new WeakMap<PreparedPoint, BigInt64Array<ArrayBuffer>>();
  const generator = { x: curve.gx, y: curve.gy };
  let loaded: PreparedPoint | undefined;
  let hasGenerator = false;

  const load = (q: PreparedPoint): Table => {
    if (loaded !== q) engine.write(KEY, tables.get(q) as BigInt64Array<ArrayBuffer>);
    loaded = q;
    return KEY_TABLE;
  };
  const prepareTable = (point: Point, width: number): BigInt64Array<ArrayBuffer> =>
    toWords(slow.oddMultiples(point, { strides: STRIDES, stride: STRIDE, count: oddMultiples(width) }));

  return {
    ...slow,
    prepare(point) {
      const prepared = { point };
      tables.set(prepared, prepareTable(point, KEY_WIDTH));
      return prepared;
    },
    sumHasX({ u, v, q, r }) {
      if (!hasGenerator) engine.write(GENERATOR, prepareTable(generator, GENERATOR_WIDTH));
      hasGenerator = true;
      const point = 'point' in q ? q.point : q;
      const table = 'point' in q ? load(q) : engine.expand(point);
      const sum =
        table &&
        engine.sum([
          { scalar: v, table },
          { scalar: u, table: GENERATOR_TABLE },
        ]);
      if (!sum) return slow.sumHasX({ u, v, q: point, r });
      for (let x = r; x < curve.p; x += curve.n) if ((sum.x - x * sum.zz) % curve.p === 0n) return true;
      return false;
    },
  };
}

interface Product {
  readonly scalar: bigint;
  readonly table: Table;
}

interface Engine {
  readonly write: (address: number, words: BigInt64Array<ArrayBuffer>) => void;
  /** Writes the odd multiples of a point where the fresh table is; `undefined` when that cannot be done here. */
  readonly expand: (point: Point) => Table | undefined;
  /** X and Z² of a sum of products; `undefined` when it cannot be computed here. */
  readonly sum: (products: readonly Product[]) => { readonly x: bigint; readonly zz: bigint } | undefined;
}

function createEngine(): Engine {
  const machine = startPointMachine(PAGES);
  const memory = new BigInt64Array(machine.memory.buffer);
  const numberAt = (address: number): bigint => fromWords(memory, address / 8);
  const write = (address: number, words: BigInt64Array): void => memory.set(words, address / 8);

  /** sum = entry or its opposite */
  const start = (entry: number, { entryBytes }: Table, subtracts: 0 | 1): void => {
    memory.copyWithin(0, entry / 8, (entry + Math.min(entryBytes, 3 * NUMBER_BYTES)) / 8);
    if (entryBytes === AFFINE_BYTES) memory.fill(0n, 2 * WORDS, 3 * WORDS)[2 * WORDS] = 1n;
    if (subtracts) for (let i = WORDS; i < 2 * WORDS; i += 1) memory[i] = -(memory[i] as bigint);
  };

  return {
    write,
    expand(point) {
      const entry = (i: number): number => FRESH + i * JACOBIAN_BYTES;
      write(FRESH, toWords([point]));
      start(FRESH, KEY_TABLE, 0);
      machine.save(entry(0));
      machine.double();
      const twice = entry(oddMultiples(FRESH_WIDTH) - 1); // the last entry is free until it is computed
      machine.save(twice);
      for (let i = 1; i < oddMultiples(FRESH_WIDTH); i += 1) {
        start(entry(i - 1), FRESH_TABLE, 0);
        if (machine.addJacobian(twice, 0) !== 0) return undefined;
        machine.save(entry(i));
      }
      return FRESH_TABLE;
    },
    sum(products) {
      const all = products.map(({ scalar, table }) => ({
        table,
        digits: nonAdjacentForm(scalar, table.width),
        add: table.entryBytes === AFFINE_BYTES ? machine.addAffine : machine.addJacobian,
      }));
      let isEmpty = true;
      for (let position = Math.max(...all.map(({ table }) => table.stride)); position >= 0; position -= 1) {
        if (!isEmpty) machine.double();
        for (const { table, digits, add } of all) {
          const { rowBytes, stride } = table;
          const last = 512 - stride; // the digit above the scalar's bits belongs to the last stride
          for (let row = 0, place = position; place <= last + position; row += rowBytes, place += stride) {
            if (position > stride || (position === stride && place <= last)) continue;
            const digit = digits[place] as number;
            if (digit === 0) continue;
            const entry = table.start + row + (Math.abs(digit) >> 1) * table.entryBytes;
            const subtracts = digit > 0 ? 0 : 1;
            if (isEmpty) start(entry, table, subtracts);
            else if (add(entry, subtracts) !== 0) return undefined;
            isEmpty = false;
          }
        }
      }
      const z = numberAt(2 * NUMBER_BYTES);
      return isEmpty ? undefined : { x: numberAt(0), zz: z * z };
    },
  };
}

/** Words of the coordinates of points, one after the other. */
function toWords(points: readonly Point[]): BigInt64Array<ArrayBuffer> {
  const words = new BigInt64Array(points.length * 2 * WORDS);
  points
    .flatMap(({ x, y }) => [x, y])
    .forEach((number, i) => {
      for (let word = 0, rest = number; word < WORDS; word += 1, rest >>= BigInt(WORD_BITS))
        words[i * WORDS + word] = rest & WORD_MASK;
    });
  return words;
}

function fromWords(memory: BigInt64Array, start: number): bigint {
  let number = 0n;
  for (let i = WORDS - 1; i >= 0; i -= 1)
    number = (number << BigInt(WORD_BITS)) + (memory[start + i] as bigint);
  return number;
}
