// The elliptic curves of the national signature (RFC 7836 appendix A, RFC 4357 section 11.4). Every p is 2^k - c with a small c.

/** y² = x³ + ax + b over the field of p elements; the point (gx, gy) generates a group of the prime order n. */
export interface GostCurve {
  readonly name: string;
  /** The national object identifier of these parameters, as it stands in a public key. */
  readonly parameterOid: string;
  /** Length of a coordinate, of a private key, of half a signature and of the hash that is signed. */
  readonly bytes: 32 | 64;
  /** Number of points of the curve divided by n. */
  readonly cofactor: 1 | 4;
  readonly p: bigint;
  readonly a: bigint;
  readonly b: bigint;
  readonly n: bigint;
  readonly gx: bigint;
  readonly gy: bigint;
}

const P512 = 2n ** 512n - 569n;
const P256 = 2n ** 256n - 617n;

/** Joins the digits of a number that is too long for a line. */
const number = (...digits: readonly string[]): bigint => BigInt(`0x${digits.join('')}`);

/** id-tc26-gost-3410-12-512-paramSetA: every key that the national centre issues today. */
export const GOST_512_A: GostCurve = {
  name: 'GOST 34.10-2015, 512 bits, set A',
  parameterOid: '1.2.398.3.10.1.1.2.2.1',
  bytes: 64,
  cofactor: 1,
  p: P512,
  a: P512 - 3n,
  b: number(
    'e8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265',
    'ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760',
  ),
  n: number(
    'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
    '27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275',
  ),
  gx: 3n,
  gy: number(
    '7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921',
    'df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4',
  ),
};

/** id-tc26-gost-3410-2012-256-paramSetA: allowed, not seen in use. */
export const GOST_256_A: GostCurve = {
  name: 'GOST 34.10-2015, 256 bits, set A',
  parameterOid: '1.2.398.3.10.1.1.2.1.1',
  bytes: 32,
  cofactor: 4,
  p: P256,
  a: number('c2173f1513981673af4892c23035a27ce25e2013bf95aa33b22c656f277e7335'),
  b: number('295f9bae7428ed9ccc20e7c359a9d41a22fccd9108e17bf7ba9337a6f8ae9513'),
  n: number('400000000000000000000000000000000fd8cddfc87b6635c115af556c360c67'),
  gx: number('91e38443a5e82c0d880923425712b2bb658b9196932e02c78b2582fe742daa28'),
  gy: number('32879423ab1a0375895786c4bb46e9565fde0b5344766740af268adb32322e5c'),
};

/** id-GostR3410-2001-CryptoPro-A-ParamSet: GOST 34.310-2004, historic. */
export const GOST_2004_A: GostCurve = {
  name: 'GOST 34.310-2004, 256 bits',
  parameterOid: '1.2.398.3.10.1.1.1.1.1',
  bytes: 32,
  cofactor: 1,
  p: P256,
  a: P256 - 3n,
  b: 0xa6n,
  n: number('ffffffffffffffffffffffffffffffff6c611070995ad10045841b09b761b893'),
  gx: 1n,
  gy: number('8d91e471e0989cda27df505a453f2b7635294f2ddf23e3b122acc99c9e9f1e14'),
};

/** The curve that a public key names by its parameters, if it is one of the three. */
export function findGostCurve(parameterOid: string): GostCurve | undefined {
  return [GOST_512_A, GOST_256_A, GOST_2004_A].find((curve) => curve.parameterOid === parameterOid);
}
