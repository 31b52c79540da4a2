// GOST 34.10 once more, by other hands: the group arithmetic of @noble/curves. Nothing here is shared with the arithmetic of the first
// opinion; both would have to be wrong in the same way.
import { weierstrass, type WeierstrassPointCons } from '@noble/curves/abstract/weierstrass.js';
import { GOST_2004_A, GOST_256_A, GOST_512_A, type GostCurve } from '../portable/gost-curves.ts';

const makePoint = ({ p, n, cofactor, a, b, gx, gy }: GostCurve): WeierstrassPointCons<bigint> =>
  weierstrass({ p, n, h: BigInt(cofactor), a, b, Gx: gx, Gy: gy });

const POINTS = [GOST_512_A, GOST_256_A, GOST_2004_A].map((curve) => ({ curve, Point: makePoint(curve) }));

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

export interface NobleGostSignature {
  /** Dotted name of the curve in the key's parameters. */
  readonly parameterOid: string;
  /** x||y and r||s, each number least significant byte first. */
  readonly publicKey: Uint8Array;
  readonly signature: Uint8Array;
  readonly digest: Uint8Array;
}

/** Whether a signature is right (RFC 7091 6.2, in the byte order of Kazakhstan). Throws for a point that is not on the curve. */
export function nobleVerifiesGost({
  parameterOid,
  publicKey,
  signature,
  digest,
}: NobleGostSignature): boolean {
  const found = POINTS.find(({ curve }) => curve.parameterOid === parameterOid);
  if (!found) return false;
  const { curve, Point } = found;
  const half = curve.bytes;
  if (publicKey.length !== half * 2 || signature.length !== half * 2 || digest.length !== half) return false;
  const key = Point.fromAffine({
    x: littleEndian(publicKey.subarray(0, half)),
    y: littleEndian(publicKey.subarray(half)),
  });
  key.assertValidity();
  const [r, s] = [littleEndian(signature.subarray(0, half)), littleEndian(signature.subarray(half))];
  if (r === 0n || s === 0n || r >= curve.n || s >= curve.n) return false;
  const { Fn } = Point;
  const e = littleEndian(digest) % curve.n || 1n;
  const v = Fn.inv(e);
  const sum = Point.BASE.multiplyUnsafe(Fn.mul(s, v)).add(key.multiplyUnsafe(Fn.neg(Fn.mul(r, v))));
  return !sum.is0() && sum.toAffine().x % curve.n === r;
}
