// A signed message (RFC 5652 5): its parts as windows on the input. What a signer claims is read here, nothing is believed.
import type { Budget } from '../limits.ts';
import {
  children,
  contents,
  context,
  contextPrimitive,
  DerError,
  elementAt,
  raw,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
  readSmallInteger,
  TAG,
  walk,
  type Der,
} from '../portable/der-reader.ts';
import { readAlgorithm, sameAlgorithm, type AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { Fields, onlyChild } from '../x509/der-fields.ts';
import { readAuthorityName, type Name } from '../x509/x509-name.ts';
import { normaliseBer } from './ber.ts';
import { CONTENT_TYPE, REVOCATION_FORMAT } from './object-identifiers.ts';

export interface Attribute {
  readonly type: string;
  readonly values: readonly Der[];
}

/** How a signer names its certificate: issuer and serial number, or the key identifier. */
export type SignerId =
  { readonly issuer: Name; readonly serial: Uint8Array } | { readonly keyIdentifier: Uint8Array };

export interface SignerInfo {
  readonly id: SignerId;
  readonly digestAlgorithm: AlgorithmIdentifier;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  /** The fields from version to signature value, as they lie in the message. */
  readonly core: Uint8Array;
  /** The signed attributes under the tag that they are signed with (SET OF), or `undefined` when there are none. */
  readonly signedBytes: Uint8Array | undefined;
  readonly signedAttributes: readonly Attribute[];
  readonly unsignedAttributes: readonly Attribute[];
}

export interface SignedData {
  /** The whole message as DER. */
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** The signed bytes, when the message carries them. */
  readonly content: Uint8Array | undefined;
  /** Encodings of certificates, CRLs (DER) and OCSP answers that the message carries. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsp: readonly EmbeddedOcsp[];
  /** Every item of the two sets, of whatever kind, as it lies there. */
  readonly items: {
    readonly certificates: readonly Uint8Array[];
    readonly revocation: readonly Uint8Array[];
  };
  readonly signers: readonly SignerInfo[];
}

export interface EmbeddedOcsp {
  readonly bytes: Uint8Array;
  /** Whether these are the octets of a whole OCSPResponse, or of the BasicOCSPResponse inside it. */
  readonly form: 'response' | 'basic';
}

/**
 * Reads a signed message, DER or BER.
 * @throws DerError when it is none; LimitExceeded
 */
export function readSignedData(bytes: Uint8Array, budget: Budget): SignedData {
  try {
    return readContentInfo(bytes, budget);
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    const normalised = normaliseBer(bytes, budget);
    return readContentInfo(normalised, budget);
  }
}

function readContentInfo(bytes: Uint8Array, budget: Budget): SignedData {
  const fields = new Fields(readDer(bytes));
  const type = fields.next(TAG.oid);
  if (readOid(type) !== CONTENT_TYPE.signedData) throw new DerError('unexpected-tag', type.start);
  const signedData = onlyChild(fields.next(context(0)));
  fields.end();
  return readFields(bytes, signedData, budget);
}

function readFields(bytes: Uint8Array, signedData: Der, budget: Budget): SignedData {
  const fields = new Fields(signedData);
  const version = fields.next(TAG.integer);
  const digests = fields.next(TAG.set);
  const encapsulated = new Fields(fields.next(TAG.sequence));
  const contentType = readOid(encapsulated.next(TAG.oid));
  const content = encapsulated.optional(context(0));
  encapsulated.end();
  const certificates = fields.optional(context(0));
  const revocation = fields.optional(context(1));
  const signers = fields.next(TAG.set);
  fields.end();
  const certificateSet = certificates ? readCertificateSet(certificates, budget) : [];
  const revocationSet = readRevocation(revocation, budget);
  const items = {
    certificates: certificates ? children(certificates).map(raw) : [],
    revocation: revocation ? children(revocation).map(raw) : [],
  };
  const read = readSigners(signers, budget);
  if (readSmallInteger(version) !== versionOf(contentType, items, read))
    throw new DerError('bad-integer', version.start);
  requireDigests(digests, read, budget);
  return {
    bytes,
    contentType,
    content: content && readOctetString(onlyChild(content)),
    certificates: certificateSet,
    ...revocationSet,
    items,
    signers: read,
  };
}

/** The version that the other fields call for (RFC 5652 5.1). It is not signed, and so must follow from what is there. */
function versionOf(contentType: string, items: SignedData['items'], signers: readonly SignerInfo[]): number {
  const kinds = items.certificates.map((item) => item[0]);
  const isOther = (item: Uint8Array): boolean => item[0] !== TAG.sequence;
  if (kinds.includes(context(3)) || items.revocation.some(isOther)) return 5;
  if (kinds.includes(context(2))) return 4;
  const byKeyIdentifier = signers.some(({ id }) => 'keyIdentifier' in id);
  return kinds.includes(context(1)) || contentType !== CONTENT_TYPE.data || byKeyIdentifier ? 3 : 1;
}

/** The digests that a message lists must be algorithms, and hold that of every signer (RFC 5652 5.1; the list is not signed). */
function requireDigests(set: Der, signers: readonly SignerInfo[], budget: Budget): void {
  const listed: AlgorithmIdentifier[] = [];
  walk(set, (algorithm, position) => {
    budget.atMost('signers', position + 1);
    listed.push(readAlgorithm(algorithm));
  });
  for (const { digestAlgorithm } of signers)
    if (!listed.some((algorithm) => sameAlgorithm(algorithm, digestAlgorithm)))
      throw new DerError('unexpected-tag', set.start);
}

/** CertificateSet: plain certificates; attribute certificates and other kinds, which have tags of their own, are passed over. */
function readCertificateSet(set: Der, budget: Budget): Uint8Array[] {
  const found: Uint8Array[] = [];
  walk(set, (item, position) => {
    budget.atMost('certificates', position + 1);
    if (item.tag === TAG.sequence) found.push(raw(item));
    else if ((item.tag & 0xc0) !== 0x80) throw new DerError('unexpected-tag', item.start);
  });
  return found;
}

function readRevocation(set: Der | undefined, budget: Budget): Pick<SignedData, 'crls' | 'ocsp'> {
  const crls: Uint8Array[] = [];
  const ocsp: EmbeddedOcsp[] = [];
  if (set)
    walk(set, (item, position) => {
      budget.atMost('crls', position + 1);
      if (item.tag === TAG.sequence) crls.push(raw(item));
      else ocsp.push(...readOther(item));
    });
  return { crls, ocsp };
}

/** OtherRevocationInfoFormat: OCSP answers; formats without a reader here are passed over. */
function readOther(item: Der): EmbeddedOcsp[] {
  const fields = new Fields(item, context(1));
  const format = readOid(fields.next(TAG.oid));
  const info = raw(fields.next());
  fields.end();
  if (format === REVOCATION_FORMAT.ocspResponse) return [{ bytes: info, form: 'response' }];
  return format === REVOCATION_FORMAT.basicOcspResponse ? [{ bytes: info, form: 'basic' }] : [];
}

function readSigners(set: Der, budget: Budget): SignerInfo[] {
  const signers: SignerInfo[] = [];
  walk(set, (item, position) => {
    budget.atMost('signers', position + 1);
    signers.push(readSigner(item, budget));
  });
  return signers;
}

/** SignerInfo (RFC 5652 5.3), also as the value of a countersignature. */
export function readSigner(item: Der, budget: Budget): SignerInfo {
  const fields = new Fields(item);
  const version = fields.next(TAG.integer);
  const id = readSignerId(fields.next());
  if (readSmallInteger(version) !== ('issuer' in id ? 1 : 3))
    throw new DerError('bad-integer', version.start);
  const digestAlgorithm = readAlgorithm(fields.next(TAG.sequence));
  const signed = fields.optional(context(0));
  const signatureAlgorithm = readAlgorithm(fields.next(TAG.sequence));
  const value = fields.next();
  const signature = readOctetString(value);
  const unsigned = fields.optional(context(1));
  fields.end();
  return {
    id,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    core: item.source.subarray(version.start, value.end),
    signedBytes: signed && underSetTag(signed),
    signedAttributes: signed ? readAttributes(signed, budget) : [],
    unsignedAttributes: unsigned ? readAttributes(unsigned, budget) : [],
  };
}

function readSignerId(choice: Der): SignerId {
  if (choice.tag === contextPrimitive(0)) return { keyIdentifier: contents(choice) };
  const fields = new Fields(choice);
  const id = {
    issuer: readAuthorityName(fields.next(TAG.sequence)),
    serial: readIntegerBytes(fields.next(TAG.integer)),
  };
  fields.end();
  return id;
}

/** A copy under the tag of SET: RFC 5652 5.4 signs the attributes so, and sends them under an implicit one. */
function underSetTag(field: Der): Uint8Array {
  // Of a Buffer, slice would be a window on the message itself.
  const copy = new Uint8Array(raw(field));
  copy[0] = TAG.set;
  return copy;
}

function readAttributes(set: Der, budget: Budget): Attribute[] {
  const attributes: Attribute[] = [];
  walk(set, (item, position) => {
    budget.atMost('attributes', position + 1);
    attributes.push(readAttribute(item, budget));
  });
  return attributes;
}

function readAttribute(item: Der, budget: Budget): Attribute {
  const fields = new Fields(item);
  const type = readOid(fields.next(TAG.oid));
  const values = children(fields.next(TAG.set));
  fields.end();
  budget.atMost('attributes', values.length);
  return { type, values };
}

/** All values of the attributes of one type. */
export function valuesOf(attributes: readonly Attribute[], type: string): readonly Der[] {
  let found: readonly Der[] | undefined;
  for (const attribute of attributes)
    if (attribute.type === type) found = found ? [...found, ...attribute.values] : attribute.values;
  return found ?? NO_VALUES;
}

const NO_VALUES: readonly Der[] = [];

/** So many attributes in a row are no accident, and nobody signs as many. */
const MOST_LOOKED_AT = 1_000;

/** Whether bytes are the encoding of a SET OF Attribute: signed as a document they would be a signature over other content. */
export function looksLikeAttributes(content: Uint8Array): boolean {
  if (content[0] !== TAG.set) return false;
  try {
    const set = elementAt(content, 0);
    if (set.end !== content.length || set.contentStart === set.end) return false;
    let offset = set.contentStart;
    for (let seen = 0; offset < set.end && seen < MOST_LOOKED_AT; seen += 1) {
      const item = elementAt(content, offset, set.end);
      const fields = new Fields(item);
      readOid(fields.next(TAG.oid));
      fields.next(TAG.set);
      fields.end();
      offset = item.end;
    }
    return true;
  } catch (error) {
    if (error instanceof DerError) return false;
    throw error;
  }
}
