// Scalars as few odd digits with many zeros between them.

/**
 * The non-adjacent form of a number of up to 512 bits: digits, lowest first, that are zero or odd, between -2^(width-1) and 2^(width-1),
 * with at least width - 1 zeros after each.
 */
export function nonAdjacentForm(k: bigint, width: number): Int16Array {
  const bits = bitsOf(k);
  const digits = new Int16Array(bits.length);
  let carry = 0;
  for (let i = 0; i < bits.length;) {
    if (bits[i] === carry) {
      i += 1;
      continue;
    }
    let digit = carry;
    for (let j = 0; j < width; j += 1) digit += (bits[i + j] ?? 0) << j;
    carry = digit >> (width - 1);
    digits[i] = digit - (carry << width);
    i += width;
  }
  return digits;
}

/** The bits of a number, lowest first, and a zero above them for what is carried. */
function bitsOf(k: bigint): Uint8Array {
  const text = k.toString(16);
  const bits = new Uint8Array(text.length * 4 + 1);
  for (let i = 0; i < text.length; i += 1) {
    const nibble = Number.parseInt(text[text.length - 1 - i] as string, 16);
    for (let bit = 0; bit < 4; bit += 1) bits[i * 4 + bit] = (nibble >> bit) & 1;
  }
  return bits;
}
