// Extensions of certificates and CRLs: the table that is read at once, and the readers of each kind, called when it is needed.
import {
  children,
  childrenOf,
  contents,
  context,
  contextPrimitive,
  DerError,
  elementAt,
  expect,
  readBitString,
  readBoolean,
  readOid,
  readSmallInteger,
  TAG,
  walk,
  type Der,
} from '../portable/der-reader.ts';
import { onlyChild } from './der-fields.ts';
import { readGeneralName, readGeneralNames, type GeneralName } from './general-name.ts';

export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  /** The OCTET STRING that its value lies in. */
  readonly value: Der;
}

export type Extensions = ReadonlyMap<string, Extension>;

export const NO_EXTENSIONS: Extensions = new Map();

/** Nobody issues certificates or lists with as many. */
const MOST_EXTENSIONS = 64;

/** SEQUENCE OF Extension; the same extension twice is refused (RFC 5280 4.2). */
export function readExtensions(list: Der | undefined): Extensions {
  const found = new Map<string, Extension>();
  walk(expect(list, TAG.sequence), (item, position) => {
    if (position >= MOST_EXTENSIONS) throw new DerError('too-many-elements', item.start);
    expect(item, TAG.sequence);
    const name = elementAt(item.source, item.contentStart, item.end);
    let value = elementAt(item.source, name.end, item.end);
    let critical = false;
    if (value.tag === TAG.boolean) {
      critical = readBoolean(value);
      value = elementAt(item.source, value.end, item.end);
    }
    if (value.end !== item.end) throw new DerError('trailing-bytes', value.end);
    const oid = readOid(name);
    if (found.has(oid)) throw new DerError('unexpected-tag', item.start);
    found.set(oid, { oid, critical, value: expect(value, TAG.octetString) });
  });
  return found;
}

/** Applies a reader to the value of an extension, if it is there. */
export function valueOf<T>(extensions: Extensions, oid: string, read: (value: Der) => T): T | undefined {
  const extension = extensions.get(oid);
  return extension && read(onlyChild(extension.value));
}

/** Critical extensions that are not in the set of those that are processed. */
export const unknownCritical = (extensions: Extensions, known: ReadonlySet<string>): string[] =>
  [...extensions.values()].filter((item) => item.critical && !known.has(item.oid)).map((item) => item.oid);

export interface BasicConstraints {
  readonly ca: boolean;
  readonly pathLength: number | undefined;
}

export function readBasicConstraints(value: Der): BasicConstraints {
  const items = childrenOf(value, TAG.sequence);
  const ca = items[0]?.tag === TAG.boolean && readBoolean(items[0]);
  const rest = items.slice(items[0]?.tag === TAG.boolean ? 1 : 0);
  if (rest.length > 1) throw new DerError('unexpected-tag', value.start);
  return { ca, pathLength: rest[0] && readSmallInteger(expect(rest[0], TAG.integer)) };
}

/** Bits of KeyUsage, numbered as in RFC 5280 4.2.1.3. */
export const KEY_USAGE = {
  digitalSignature: 1 << 0,
  nonRepudiation: 1 << 1,
  keyEncipherment: 1 << 2,
  keyAgreement: 1 << 4,
  keyCertSign: 1 << 5,
  crlSign: 1 << 6,
} as const;

/** A named bit list as a number whose bit n is the list's bit n; no list here is longer than 16 bits. */
export function readNamedBits(value: Der): number {
  const { bytes } = readBitString(value);
  if (bytes.length > 2) throw new DerError('bad-bit-string', value.start);
  let bits = 0;
  for (let i = 0; i < bytes.length * 8; i += 1)
    if (((bytes[i >> 3] as number) & (0x80 >> (i & 7))) !== 0) bits |= 1 << i;
  return bits;
}

export const readKeyUsage = (value: Der): number => readNamedBits(expect(value, TAG.bitString));

export const readExtKeyUsage = (value: Der): string[] => childrenOf(value, TAG.sequence).map(readOid);

/** The policies of a certificate; qualifiers are passed over, as RFC 5280 4.2.1.4 allows for any but displayed ones. */
export function readCertificatePolicies(value: Der): string[] {
  const policies = childrenOf(value, TAG.sequence).map((information) => {
    const [identifier, qualifiers, ...rest] = childrenOf(information, TAG.sequence);
    if (!identifier || rest.length > 0) throw new DerError('unexpected-tag', information.start);
    if (qualifiers) expect(qualifiers, TAG.sequence);
    return readOid(identifier);
  });
  if (policies.length === 0 || new Set(policies).size !== policies.length)
    throw new DerError('unexpected-tag', value.start);
  return policies;
}

export interface PolicyMapping {
  readonly issuerPolicy: string;
  readonly subjectPolicy: string;
}

export const readPolicyMappings = (value: Der): PolicyMapping[] =>
  childrenOf(value, TAG.sequence).map((pair) => {
    const [issuerPolicy, subjectPolicy, ...rest] = childrenOf(pair, TAG.sequence);
    if (!issuerPolicy || !subjectPolicy || rest.length > 0) throw new DerError('unexpected-tag', pair.start);
    return { issuerPolicy: readOid(issuerPolicy), subjectPolicy: readOid(subjectPolicy) };
  });

export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined;
  readonly inhibitPolicyMapping: number | undefined;
}

export function readPolicyConstraints(value: Der): PolicyConstraints {
  const items = optionalFields(value, contextPrimitive(0), contextPrimitive(1));
  return {
    requireExplicitPolicy: items[0] && readSmallInteger(items[0]),
    inhibitPolicyMapping: items[1] && readSmallInteger(items[1]),
  };
}

export const readInhibitAnyPolicy = (value: Der): number => readSmallInteger(expect(value, TAG.integer));

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

export function readNameConstraints(value: Der): NameConstraints {
  const [permitted, excluded] = optionalFields(value, context(0), context(1));
  if (!permitted && !excluded) throw new DerError('truncated', value.start);
  return {
    permitted: permitted ? children(permitted).map(readSubtree) : [],
    excluded: excluded ? children(excluded).map(readSubtree) : [],
  };
}

/** GeneralSubtree: minimum must be 0 (its default, so absent in DER), maximum absent (RFC 5280 4.2.1.10). */
function readSubtree(subtree: Der): GeneralName {
  const [base, ...distances] = childrenOf(subtree, TAG.sequence);
  if (!base || distances.length > 0) throw new DerError('unexpected-tag', subtree.start);
  return readGeneralName(base);
}

export interface AuthorityKeyIdentifier {
  readonly keyIdentifier: Uint8Array | undefined;
  readonly issuer: readonly GeneralName[] | undefined;
  readonly serial: Uint8Array | undefined;
}

export function readAuthorityKeyIdentifier(value: Der): AuthorityKeyIdentifier {
  const [key, issuer, serial] = optionalFields(value, contextPrimitive(0), context(1), contextPrimitive(2));
  return {
    keyIdentifier: key && contents(key),
    issuer: issuer && readGeneralNames(issuer),
    serial: serial && contents(serial),
  };
}

/** Fields of a SEQUENCE that are all optional and known by their tags, in the order of the tags. */
export function optionalFields(value: Der, ...tags: readonly number[]): (Der | undefined)[] {
  const fields = new Array<Der | undefined>(tags.length).fill(undefined);
  let next = 0;
  walk(expect(value, TAG.sequence), (item) => {
    const position = tags.indexOf(item.tag, next);
    if (position < 0) throw new DerError('unexpected-tag', item.start);
    fields[position] = item;
    next = position + 1;
  });
  return fields;
}
