// Arithmetic modulo p = 2^k - c on BigInt. Since 2^k = c modulo p, the upper half of a product folds onto the lower one with a short
// multiplication, which is several times faster than a division.

/**
 * Arithmetic modulo one prime. Numbers are "loose": not negative, below 2^k + 2^40, so a residue has one or two representations.
 * `zero` tells whether a loose number is zero modulo p; `exact` brings it below p.
 */
export interface Field {
  readonly p: bigint;
  /** Loose form of any number from 0 to 2^(2k + 16). */
  readonly reduce: (x: bigint) => bigint;
  /** A multiple of p that is larger than 2^(2k + 8): added before a subtraction it keeps the difference above zero. */
  readonly cushion: bigint;
  /** Four times p: the same for numbers below 2^(k + 1). */
  readonly smallCushion: bigint;
  readonly zero: (x: bigint) => boolean;
  readonly exact: (x: bigint) => bigint;
}

/** The field of p elements, for p = 2^k - c with c below 2^12. */
export function createField(p: bigint, bits: number): Field {
  const k = BigInt(bits);
  const mask = (1n << k) - 1n;
  const c = (1n << k) - p;
  return {
    p,
    cushion: p << (k + 9n),
    smallCushion: p << 2n,
    reduce: (x) => {
      const once = (x & mask) + (x >> k) * c;
      return (once & mask) + (once >> k) * c;
    },
    zero: (x) => x === 0n || x === p,
    exact: (x) => x % p,
  };
}

/** The inverse of a number modulo a prime (extended Euclid); the number must not be a multiple of the prime. */
export function invert(x: bigint, modulus: bigint): bigint {
  let [a, b] = [modulus, x % modulus];
  let [u, v] = [0n, 1n];
  while (b > 0n) {
    const steps = leadingSteps(a, b);
    if (steps) {
      const [[k, l], [m, n]] = steps;
      [a, b] = [k * a + l * b, m * a + n * b];
      [u, v] = [k * u + l * v, m * u + n * v];
      continue;
    }
    const quotient = a / b;
    [a, b] = [b, a - quotient * b];
    [u, v] = [v, u - quotient * v];
  }
  if (a !== 1n) throw new RangeError('no inverse');
  return u < 0n ? u + modulus : u;
}

/** So many leading bits of two numbers are looked at: their sums and quotients are exact in a double. */
const LEADING_BITS = 46;

type Steps = readonly [readonly [bigint, bigint], readonly [bigint, bigint]];

/**
 * Some steps of Euclid's algorithm at once, as the factors that make the next two numbers of these: those steps whose quotients the
 * leading bits decide, whatever the others are (Lehmer; Knuth, The Art of Computer Programming, 4.5.2 L). `undefined`: not even one.
 */
function leadingSteps(a: bigint, b: bigint): Steps | undefined {
  const shift = BigInt(Math.max(0, Math.floor(Math.log2(Number(a))) - LEADING_BITS));
  let [x, y] = [Number(a >> shift), Number(b >> shift)];
  let [k, l, m, n] = [1, 0, 0, 1];
  while (y + m !== 0 && y + n !== 0) {
    const quotient = Math.floor((x + k) / (y + m));
    if (quotient !== Math.floor((x + l) / (y + n))) break;
    [x, y] = [y, x - quotient * y];
    [k, m] = [m, k - quotient * m];
    [l, n] = [n, l - quotient * n];
  }
  if (l === 0) return undefined;
  return [
    [BigInt(k), BigInt(l)],
    [BigInt(m), BigInt(n)],
  ];
}
