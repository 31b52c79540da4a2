// Exact arithmetic on Decimal128 (34 decimal digits) with big integers, for $inc, $mul, sums, and for comparing with other numbers.
import { Decimal128 } from 'bson';
import { type CodeName, fail } from './errors.ts';

/** A decimal as `coefficient * 10 ** exponent`. */
interface Parts {
  readonly coefficient: bigint;
  readonly exponent: number;
}

const DIGITS = 34;

/** The parts of a finite decimal; undefined for NaN and infinity. */
function partsOf(value: Decimal128): Parts | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
  if (!match) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const coefficient = BigInt(whole + fraction);
  return { coefficient: sign ? -coefficient : coefficient, exponent: Number(exponent) - fraction.length };
}

const power = (base: bigint, exponent: number): bigint => base ** BigInt(exponent);

export type Rounding = 'halfEven' | 'down';

/** A quotient without fraction. */
function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  if (rounding === 'down' || twice < divisor || (twice === divisor && quotient % 2n === 0n)) return quotient;
  return quotient + (dividend < 0n ? -1n : 1n);
}

/** A decimal of at most 34 digits, rounded half to even. */
function toDecimal({ coefficient, exponent }: Parts, whenTooLarge: CodeName = 'Overflow'): Decimal128 {
  const excess = coefficient.toString().replace('-', '').length - DIGITS;
  let parts = { coefficient, exponent };
  if (excess > 0)
    parts = {
      coefficient: divideRounded(coefficient, power(10n, excess), 'halfEven'),
      exponent: exponent + excess,
    };
  try {
    return Decimal128.fromString(`${parts.coefficient}E${parts.exponent}`);
  } catch {
    return fail(whenTooLarge, 'the result is beyond the range of a Decimal128');
  }
}

/** The Decimal128 of a number of another type; doubles by their 15 significant digits, as MongoDB converts them. */
export function decimalOf(value: number | bigint | Decimal128): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (typeof value === 'bigint' || Number.isSafeInteger(value))
    return Decimal128.fromString(value.toString());
  return Decimal128.fromString(Number.isFinite(value) ? value.toPrecision(15) : value.toString());
}

/** Sum of two decimals. */
export function addDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const x = partsOf(a);
  const y = partsOf(b);
  if (!x || !y) return Decimal128.fromString(String(Number(a.toString()) + Number(b.toString())));
  const exponent = Math.min(x.exponent, y.exponent);
  if (Math.max(x.exponent, y.exponent) - exponent > 2 * DIGITS) return farApart(a, b);
  return toDecimal({
    coefficient:
      x.coefficient * power(10n, x.exponent - exponent) + y.coefficient * power(10n, y.exponent - exponent),
    exponent,
  });
}

/** When one decimal is far below the last digit of the other, the sum is the greater one. */
function farApart(a: Decimal128, b: Decimal128): Decimal128 {
  return Math.abs(Number(a.toString())) >= Math.abs(Number(b.toString())) ? a : b;
}

/** Product of two decimals. */
export function multiplyDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const x = partsOf(a);
  const y = partsOf(b);
  if (!x || !y) return Decimal128.fromString(String(Number(a.toString()) * Number(b.toString())));
  return toDecimal({ coefficient: x.coefficient * y.coefficient, exponent: x.exponent + y.exponent });
}

/** Quotient of two decimals, to 34 digits. The divisor is not zero. */
export function divideDecimals(a: Decimal128, b: Decimal128): Decimal128 {
  const x = partsOf(a);
  const y = partsOf(b);
  if (!x || !y) return Decimal128.fromString(String(Number(a.toString()) / Number(b.toString())));
  const shift = 2 * DIGITS + 2;
  let quotient = {
    coefficient: (x.coefficient * power(10n, shift)) / y.coefficient,
    exponent: x.exponent - y.exponent - shift,
  };
  const ideal = x.exponent - y.exponent;
  while (quotient.exponent < ideal && quotient.coefficient % 10n === 0n && quotient.coefficient !== 0n)
    quotient = { coefficient: quotient.coefficient / 10n, exponent: quotient.exponent + 1 };
  return toDecimal(quotient);
}

/** The exact decimal of a finite double: every binary fraction is one. */
function exactParts(value: number): Parts {
  const { mantissa, exponent } = doubleParts(value);
  if (exponent >= 0) return { coefficient: mantissa * power(2n, exponent), exponent: 0 };
  return { coefficient: mantissa * power(5n, -exponent), exponent };
}

/** Rounds to decimal places (negative ones too), exactly. NaN and infinity stay. */
export function roundTo<N extends number | Decimal128>(value: N, places: number, rounding: Rounding): N;
export function roundTo(value: number | Decimal128, places: number, rounding: Rounding): number | Decimal128 {
  const parts =
    value instanceof Decimal128 ? partsOf(value) : Number.isFinite(value) ? exactParts(value) : undefined;
  if (!parts || parts.exponent >= -places) return value;
  const divisor = power(10n, -places - parts.exponent);
  const quotient = divideRounded(parts.coefficient, divisor, rounding);
  if (value instanceof Decimal128) return toDecimal({ coefficient: quotient, exponent: -places });
  return Number(`${quotient}e${-places}`);
}

/** A whole number rounded to tens, hundreds … */
export function roundInteger(value: bigint, zeros: number, rounding: Rounding): bigint {
  const unit = power(10n, zeros);
  return divideRounded(value, unit, rounding) * unit;
}

/**
 * How far an exact number lies from its nearest double, in units of 2^-120 of that double's last place; 0n when it is that double.
 * Beyond the range of doubles nothing is told apart.
 */
export function exactRemainder(value: bigint | Decimal128, nearest: number): bigint {
  if (!Number.isFinite(nearest) || (nearest === 0 && typeof value === 'bigint')) return 0n;
  const parts = typeof value === 'bigint' ? { coefficient: value, exponent: 0 } : partsOf(value);
  if (!parts || (nearest === 0 && parts.coefficient !== 0n)) return 0n;
  const { mantissa, exponent } = doubleParts(nearest);
  // value = coefficient * 10^e10, double = mantissa * 2^e2; the difference in units of 2^(e2 - 120), over one denominator.
  const up10 = parts.exponent > 0 ? power(10n, parts.exponent) : 1n;
  const down10 = parts.exponent < 0 ? power(10n, -parts.exponent) : 1n;
  const up2 = exponent > 0 ? power(2n, exponent) : 1n;
  const down2 = exponent < 0 ? power(2n, -exponent) : 1n;
  const difference = parts.coefficient * up10 * down2 - mantissa * up2 * down10;
  if (difference === 0n) return 0n;
  const scaled = (difference << 120n) / (down10 * up2);
  if (difference > 0n) return scaled > 0n ? scaled : 1n;
  return scaled < 0n ? scaled : -1n;
}

/** A finite double as `mantissa * 2 ** exponent`. */
function doubleParts(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const raw = view.getBigUint64(0);
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: value < 0 ? -mantissa : mantissa, exponent: (biased === 0 ? 1 : biased) - 1075 };
}
