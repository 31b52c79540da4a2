// A small assembler for WebAssembly (core specification 1.0, chapter 5): just the instructions that our arithmetic is made of. Parameters
// are addresses (i32), locals are words (i64).

const OPCODE = {
  end: 0x0b,
  call: 0x10,
  localGet: 0x20,
  localSet: 0x21,
  i64Load: 0x29,
  i64Load8: 0x31,
  i64Store: 0x37,
  i32Const: 0x41,
  i64Const: 0x42,
  i64Eqz: 0x50,
  i64LeU: 0x58,
  i32Add: 0x6a,
  i32And: 0x71,
  i32WrapI64: 0xa7,
  i64ExtendI32: 0xad,
  i64Add: 0x7c,
  i64Sub: 0x7d,
  i64Mul: 0x7e,
  i64RemU: 0x82,
  i64And: 0x83,
  i64Xor: 0x85,
  i64Shl: 0x86,
  i64ShrS: 0x87,
} as const;

/** Instructions that take everything from the stack. */
export type PlainInstruction = Exclude<
  keyof typeof OPCODE,
  'end' | 'call' | 'localGet' | 'localSet' | 'i64Load' | 'i64Load8' | 'i64Store' | 'i32Const' | 'i64Const'
>;

const I32 = 0x7f;
const I64 = 0x7e;
const FUNCTION_TYPE = 0x60;
const NO_FLAGS_BUT_MINIMUM = 0;

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 0x80);
  }
}

/** Signed LEB128. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = BigInt(value); ; rest >>= 7n) {
    const low = Number(rest & 0x7fn);
    if (rest >= -64n && rest < 64n) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}

const vector = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
];
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];
const text = (name: string): number[] => sized([...new TextEncoder().encode(name)]);
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];

/** The body of one function in the making. Every method appends an instruction. */
export class FunctionCode {
  readonly parameters: number;
  readonly results: 0 | 1;
  readonly #bytes: number[] = [];
  #locals = 0;

  /** @param parameters how many addresses it takes @param results 1 when it leaves an i32 */
  constructor(parameters: number, results: 0 | 1 = 0) {
    this.parameters = parameters;
    this.results = results;
  }

  /** Declares an i64 local. */
  local(): number {
    this.#locals += 1;
    return this.parameters + this.#locals - 1;
  }

  locals(count: number): number[] {
    return Array.from({ length: count }, () => this.local());
  }

  get(local: number): this {
    return this.#append(OPCODE.localGet, ...unsigned(local));
  }

  set(local: number): this {
    return this.#append(OPCODE.localSet, ...unsigned(local));
  }

  i32(value: number): this {
    return this.#append(OPCODE.i32Const, ...signed(value));
  }

  i64(value: number): this {
    return this.#append(OPCODE.i64Const, ...signed(value));
  }

  /** Loads the word at the address on the stack plus an offset. */
  load(offset: number): this {
    return this.#append(OPCODE.i64Load, 3, ...unsigned(offset));
  }

  /** Loads one byte as a word. */
  load8(offset: number): this {
    return this.#append(OPCODE.i64Load8, 0, ...unsigned(offset));
  }

  /** Stores the word on the stack at the address below it plus an offset. */
  store(offset: number): this {
    return this.#append(OPCODE.i64Store, 3, ...unsigned(offset));
  }

  call(index: number): this {
    return this.#append(OPCODE.call, ...unsigned(index));
  }

  do(...instructions: readonly PlainInstruction[]): this {
    return this.#append(...instructions.map((name) => OPCODE[name]));
  }

  /** Bytes as they stand in the code section. */
  encode(): number[] {
    const locals = this.#locals > 0 ? [[...unsigned(this.#locals), I64]] : [];
    return sized([...vector(locals), ...this.#bytes, OPCODE.end]);
  }

  #append(...bytes: readonly number[]): this {
    this.#bytes.push(...bytes);
    return this;
  }
}

/**
 * Bytes of a module with one memory, exported as `memory`.
 * @param functions in the order of their indices; those with a name are exported
 * @param pages of memory, 64 KiB each
 */
export function assemble(
  functions: readonly { readonly name?: string; readonly code: FunctionCode }[],
  pages: number,
): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ code }) => [
    FUNCTION_TYPE,
    ...vector(Array.from({ length: code.parameters }, () => [I32])),
    ...vector(code.results === 1 ? [[I32]] : []),
  ]);
  const exported = functions.flatMap(({ name }, index) =>
    name === undefined ? [] : [[...text(name), 0, ...unsigned(index)]],
  );
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, vector(types)),
    ...section(3, vector(functions.map((_, index) => unsigned(index)))),
    ...section(5, vector([[NO_FLAGS_BUT_MINIMUM, ...unsigned(pages)]])),
    ...section(7, vector([[...text('memory'), 2, 0], ...exported])),
    ...section(10, vector(functions.map(({ code }) => code.encode()))),
  ]);
}

/** The part of the platform's WebAssembly that is used; the types of Node leave it to those of browsers. */
interface Platform {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
    readonly Instance: new (module: object) => { readonly exports: unknown };
  };
}

/** What every module of ours exports besides its functions. */
export interface Exported {
  readonly memory: { readonly buffer: ArrayBuffer };
}

/** Compiles and starts a module; the caller knows which functions it exports. */
export function instantiate(bytes: Uint8Array<ArrayBuffer>): Exported {
  const { WebAssembly } = globalThis as unknown as Platform;
  return new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Exported;
}
