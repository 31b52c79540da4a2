// Certificate and CRL extensions (RFC 5280 sections 4.2 and 5.2), each as finished DER.
import { childrenOf, readBitString, readDer, TAG } from '../../src/signature/portable/der-reader.ts';
import type { Der } from '../../src/signature/portable/der-reader.ts';
import {
  bitString,
  boolean,
  element,
  explicit,
  ia5String,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../src/signature/portable/der-writer.ts';
import { digest } from '../../src/signature/portable/digest.ts';

/** Extension ::= SEQUENCE { extnID, critical, extnValue }. */
export const extension = (id: string, value: Uint8Array, critical = false): Uint8Array =>
  sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value));

const uri = (address: string): Uint8Array => element(0x86, new TextEncoder().encode(address));

export const KEY_USAGE = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyEncipherment: 2,
  keyAgreement: 4,
  keyCertSign: 5,
  crlSign: 6,
} as const;

export type KeyUsage = keyof typeof KEY_USAGE;

/** keyUsage as a named bit list: trailing zero bits are cut. */
export function keyUsage(uses: readonly KeyUsage[], critical = true): Uint8Array {
  let bits = 0;
  for (const use of uses) bits |= 0x80 >> KEY_USAGE[use];
  const unused = bits === 0 ? 0 : 31 - Math.clz32(bits & -bits);
  return extension(
    '2.5.29.15',
    bits === 0 ? bitString(new Uint8Array()) : bitString(Uint8Array.of(bits), unused),
    critical,
  );
}

export const extendedKeyUsage = (purposes: readonly string[], critical = false): Uint8Array =>
  extension('2.5.29.37', sequence(...purposes.map(oid)), critical);

export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const content = ca ? [boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])] : [];
  return extension('2.5.29.19', sequence(...content), true);
}

export const certificatePolicy = (policy: string, practiceStatement: string): Uint8Array =>
  extension(
    '2.5.29.32',
    sequence(
      sequence(oid(policy), sequence(sequence(oid('1.3.6.1.5.5.7.2.1'), ia5String(practiceStatement)))),
    ),
  );

export interface AccessAddresses {
  readonly ocsp?: string | undefined;
  readonly issuer?: string | undefined;
}

export const authorityInformationAccess = ({ ocsp, issuer }: AccessAddresses): Uint8Array =>
  extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(
      ...(ocsp ? [sequence(oid('1.3.6.1.5.5.7.48.1'), uri(ocsp))] : []),
      ...(issuer ? [sequence(oid('1.3.6.1.5.5.7.48.2'), uri(issuer))] : []),
    ),
  );

const distributionPoint = (address: string): Uint8Array =>
  sequence(sequence(explicit(0, element(0xa0, uri(address)))));

export const crlDistributionPoint = (address: string): Uint8Array =>
  extension('2.5.29.31', distributionPoint(address));

export const freshestCrl = (address: string): Uint8Array =>
  extension('2.5.29.46', distributionPoint(address));

/** SHA-1 over the key's BIT STRING: method 1 of RFC 5280 section 4.2.1.2. */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  const [, key] = childrenOf(readDer(spki), TAG.sequence);
  return digest('sha1', readBitString(key as Der).bytes);
}

export const subjectKeyIdentifier = (spki: Uint8Array): Uint8Array =>
  extension('2.5.29.14', octetString(keyIdentifier(spki)));

/** The key identifier; with the issuer's name and serial number too when they are given, as CA certificates have it. */
export function authorityKeyIdentifier(
  spki: Uint8Array,
  issuer?: { readonly name: Uint8Array; readonly serial: Uint8Array },
): Uint8Array {
  const named = issuer ? [element(0xa1, explicit(4, issuer.name)), element(0x82, issuer.serial)] : [];
  return extension('2.5.29.35', sequence(element(0x80, keyIdentifier(spki)), ...named));
}

/** The national extension that tells where a key is kept: in a file. */
export const keyStorage = (): Uint8Array => extension('1.2.398.3.3.5', sequence(oid('1.2.398.3.3.5.1.1')));

export const ocspNoCheck = (): Uint8Array => extension('1.3.6.1.5.5.7.48.1.5', nullValue());
