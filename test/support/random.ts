// Numbers that look random and are the same in every run with the same seed.

export interface Random {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  bytes(length: number): Uint8Array;
}

/** Mulberry32: small, and good enough to choose positions. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => Math.floor((next() / 0x1_0000_0000) * bound);
  return { below, bytes: (length) => Uint8Array.from({ length }, () => below(256)) };
}
