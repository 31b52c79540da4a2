// A sorted set of strings in chunks of an array: finding is two binary searches, inserting moves at most one chunk.

const LARGEST_CHUNK = 1024;

/** Sorted strings without duplicates, compared as JavaScript compares strings. */
export class SortedKeys {
  #chunks: string[][] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Replaces the content; `keys` may come in any order and must hold no duplicates. */
  fill(keys: string[]): void {
    keys.sort(compareText);
    this.#chunks = [];
    for (let at = 0; at < keys.length; at += LARGEST_CHUNK / 2)
      this.#chunks.push(keys.slice(at, at + LARGEST_CHUNK / 2));
    this.#size = keys.length;
  }

  add(key: string): void {
    const number = this.#chunkFor(key);
    const chunk = this.#chunks[number];
    this.#size++;
    if (!chunk) {
      this.#chunks.push([key]);
      return;
    }
    chunk.splice(lowerBound(chunk, key), 0, key);
    if (chunk.length > LARGEST_CHUNK) this.#chunks.splice(number + 1, 0, chunk.splice(LARGEST_CHUNK / 2));
  }

  delete(key: string): void {
    const number = this.#chunkFor(key);
    const chunk = this.#chunks[number];
    if (!chunk) return;
    const at = lowerBound(chunk, key);
    if (chunk[at] !== key) return;
    chunk.splice(at, 1);
    this.#size--;
    if (chunk.length === 0) this.#chunks.splice(number, 1);
  }

  /** The lowest key that is not below `from`. */
  first(from: string): string | undefined {
    const { chunk, at } = this.#place(from);
    return this.#chunks[chunk]?.[at];
  }

  /** The keys `from <= key < to`, lowest first. The set must not change meanwhile. */
  *ascending(from: string, to: string): Generator<string, undefined> {
    let { chunk, at } = this.#place(from);
    for (; chunk < this.#chunks.length; chunk++, at = 0) {
      const keys = this.#chunks[chunk] ?? [];
      for (; at < keys.length; at++) {
        const key = keys[at] ?? '';
        if (key >= to) return;
        yield key;
      }
    }
  }

  /** The keys `from <= key < to`, highest first. */
  *descending(from: string, to: string): Generator<string, undefined> {
    let { chunk, at } = this.#place(to);
    for (; chunk >= 0; chunk--, at = (this.#chunks[chunk] ?? []).length) {
      const keys = this.#chunks[chunk] ?? [];
      for (at--; at >= 0; at--) {
        const key = keys[at] ?? '';
        if (key < from) return;
        yield key;
      }
    }
  }

  /** How many keys there are with `from <= key < to`; whole chunks are not looked through. */
  count(from: string, to: string): number {
    const start = this.#place(from);
    const end = this.#place(to);
    let total = end.at - start.at;
    for (let chunk = start.chunk; chunk < end.chunk; chunk++) total += (this.#chunks[chunk] ?? []).length;
    return Math.max(0, total);
  }

  /** Number of the chunk a key belongs to. */
  #chunkFor(key: string): number {
    let low = 0;
    let high = this.#chunks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#chunks[middle]?.[0] ?? '') <= key) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the lowest key that is not below `key` stands. */
  #place(key: string): { chunk: number; at: number } {
    const chunk = this.#chunkFor(key);
    const keys = this.#chunks[chunk] ?? [];
    const at = lowerBound(keys, key);
    return at === keys.length && chunk + 1 < this.#chunks.length
      ? { chunk: chunk + 1, at: 0 }
      : { chunk, at };
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function lowerBound(keys: readonly string[], key: string): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
