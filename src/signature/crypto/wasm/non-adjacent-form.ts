// Scalars as few odd digits with many zeros between them.

/**
 * The non-adjacent form of a number of up to 512 bits: digits, lowest first, that are zero or odd, between -2^(width-1) and 2^(width-1),
 * with at least width - 1 zeros after each.
 */
export function nonAdjacentForm(k: bigint, width: number): Int16Array {
  const words = wordsOf(k);
  const digits = new Int16Array(MOST_BITS + 1); // the last is for what is carried
  const window = 2 ** width - 1;
  let carry = 0;
  for (let i = 0; i <= MOST_BITS;) {
    const word = i >> 4;
    const ahead = ((words[word] as number) | ((words[word + 1] as number) << 16)) >>> (i & 15);
    if ((ahead & 1) === carry) {
      i += 1;
      continue;
    }
    const digit = (ahead & window) + carry;
    carry = digit >> (width - 1);
    digits[i] = digit - (carry << width);
    i += width;
  }
  return digits;
}

const MOST_BITS = 512;

/** A number in words of 16 bits, lowest first, and two words of zero above them. */
function wordsOf(k: bigint): Uint16Array {
  const words = new Uint16Array(MOST_BITS / 16 + 2);
  let rest = k;
  for (let i = 0; rest > 0n; i += 2, rest >>= 32n) {
    const low = Number(rest & 0xffff_ffffn);
    words[i] = low;
    words[i + 1] = low >>> 16;
  }
  return words;
}
