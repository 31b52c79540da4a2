// The object identifiers of algorithms that keys, certificates and signatures of Kazakhstan name, as data. What is not here is unknown.
import type { DigestName } from './digest.ts';
import { GOST_2004_A, GOST_256_A, GOST_512_A } from './gost-curves.ts';
import type { GostCurve } from './gost-curves.ts';

export interface DigestAlgorithm {
  readonly oid: string;
  readonly name: DigestName;
  /** Length of the hash. */
  readonly bytes: number;
}

export const DIGEST_ALGORITHMS: readonly DigestAlgorithm[] = [
  { oid: '1.2.398.3.10.1.3.3', name: 'streebog512', bytes: 64 },
  { oid: '1.2.398.3.10.1.3.2', name: 'streebog256', bytes: 32 },
  { oid: '1.2.398.3.10.1.3.1', name: 'gost34311', bytes: 32 },
  { oid: '2.16.840.1.101.3.4.2.1', name: 'sha256', bytes: 32 },
  { oid: '2.16.840.1.101.3.4.2.2', name: 'sha384', bytes: 48 },
  { oid: '2.16.840.1.101.3.4.2.3', name: 'sha512', bytes: 64 },
  { oid: '1.3.14.3.2.26', name: 'sha1', bytes: 20 },
];

export type KeyKind = 'rsa' | 'ec' | 'gost512' | 'gost256' | 'gost2004';

export interface KeyAlgorithm {
  readonly oid: string;
  readonly kind: KeyKind;
  /** The curve of a GOST key: its public key must name these parameters. */
  readonly curve?: GostCurve;
}

export const KEY_ALGORITHMS: readonly KeyAlgorithm[] = [
  { oid: '1.2.398.3.10.1.1.2.2', kind: 'gost512', curve: GOST_512_A },
  { oid: '1.2.398.3.10.1.1.2.1', kind: 'gost256', curve: GOST_256_A },
  { oid: '1.2.398.3.10.1.1.1.1', kind: 'gost2004', curve: GOST_2004_A },
  { oid: '1.2.840.113549.1.1.1', kind: 'rsa' },
  { oid: '1.2.840.10045.2.1', kind: 'ec' },
];

export interface SignatureAlgorithm {
  readonly oid: string;
  readonly key: KeyKind;
  /** The hash that the identifier fixes; `stated` when it stands in the parameters (PSS) or beside (plain rsaEncryption, old GOST). */
  readonly digest: DigestName | 'stated';
  readonly padding?: 'pkcs1' | 'pss';
}

export const SIGNATURE_ALGORITHMS: readonly SignatureAlgorithm[] = [
  { oid: '1.2.398.3.10.1.1.2.3.2', key: 'gost512', digest: 'streebog512' },
  { oid: '1.2.398.3.10.1.1.2.3.1', key: 'gost256', digest: 'streebog256' },
  { oid: '1.2.398.3.10.1.1.1.2', key: 'gost2004', digest: 'gost34311' },
  // Signatures of 2018 name the key's algorithm in the place of the signature's.
  { oid: '1.2.398.3.10.1.1.1.1', key: 'gost2004', digest: 'stated' },
  { oid: '1.2.840.113549.1.1.11', key: 'rsa', digest: 'sha256', padding: 'pkcs1' },
  { oid: '1.2.840.113549.1.1.12', key: 'rsa', digest: 'sha384', padding: 'pkcs1' },
  { oid: '1.2.840.113549.1.1.13', key: 'rsa', digest: 'sha512', padding: 'pkcs1' },
  { oid: '1.2.840.113549.1.1.5', key: 'rsa', digest: 'sha1', padding: 'pkcs1' },
  { oid: '1.2.840.113549.1.1.1', key: 'rsa', digest: 'stated', padding: 'pkcs1' },
  { oid: '1.2.840.113549.1.1.10', key: 'rsa', digest: 'stated', padding: 'pss' },
  { oid: '1.2.840.10045.4.3.2', key: 'ec', digest: 'sha256' },
  { oid: '1.2.840.10045.4.3.3', key: 'ec', digest: 'sha384' },
  { oid: '1.2.840.10045.4.3.4', key: 'ec', digest: 'sha512' },
];

/** Named curves of ecPublicKey (RFC 5480). */
export const EC_CURVES: readonly { readonly oid: string; readonly name: 'P-256' | 'P-384' | 'P-521' }[] = [
  { oid: '1.2.840.10045.3.1.7', name: 'P-256' },
  { oid: '1.3.132.0.34', name: 'P-384' },
  { oid: '1.3.132.0.35', name: 'P-521' },
];

/** Roles and uses that stand in the extended key usage of a national certificate; children of `informationSystem` count as it. */
export const KEY_PURPOSE = {
  emailProtection: '1.3.6.1.5.5.7.3.4',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  individual: '1.2.398.3.3.4.1.1',
  organisation: '1.2.398.3.3.4.1.2',
  firstHead: '1.2.398.3.3.4.1.2.1',
  rightToSign: '1.2.398.3.3.4.1.2.2',
  rightToSignFinance: '1.2.398.3.3.4.1.2.3',
  humanResources: '1.2.398.3.3.4.1.2.4',
  employee: '1.2.398.3.3.4.1.2.5',
  informationSystem: '1.2.398.3.3.4.1.2.6',
} as const;

const finder =
  <T extends { readonly oid: string }>(table: readonly T[]) =>
  (oid: string): T | undefined =>
    table.find((row) => row.oid === oid);

export const findDigestAlgorithm = finder(DIGEST_ALGORITHMS);
export const findKeyAlgorithm = finder(KEY_ALGORITHMS);
export const findSignatureAlgorithm = finder(SIGNATURE_ALGORITHMS);
export const findEcCurve = finder(EC_CURVES);

/** The algorithm identifier of a hash by its name. */
export function digestAlgorithm(name: DigestName): DigestAlgorithm {
  return DIGEST_ALGORITHMS.find((row) => row.name === name) as DigestAlgorithm;
}
