// What a signer must know about a certificate: its own, from a key file. This reads, it does not judge: the verifier has its own parser
// with every rule of RFC 5280.
import { KEY_PURPOSE } from './algorithms.ts';
import {
  TAG,
  children,
  childrenOf,
  context,
  expect,
  present,
  raw,
  readBitString,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
} from './der-reader.ts';
import { readText } from './der-text.ts';
import { readTime } from './der-time.ts';
import type { Der } from './der-reader.ts';

export interface CertificateFields {
  /** Encodings, as windows on the certificate: the INTEGER's octets, the two Names, SubjectPublicKeyInfo. */
  readonly serialNumber: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly keyAlgorithm: string;
  /** Parameters of the key's algorithm, if any; a national key has SEQUENCE { curve, hash }. */
  readonly keyParameters: Der | undefined;
  /** Contents of the key's BIT STRING. */
  readonly publicKey: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly commonName: string;
  /** Twelve digits of the person and of the organisation: only when the certificate has exactly one, in the form IIN… or BIN…. */
  readonly iin: string | undefined;
  readonly bin: string | undefined;
  readonly organisation: string | undefined;
  /** Bit 0 is digitalSignature, bit 1 nonRepudiation (RFC 5280 4.2.1.3). */
  readonly keyUsage: ReadonlySet<number>;
  /** Extended key usage: uses and national roles. */
  readonly purposes: readonly string[];
}

const ATTRIBUTE = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
} as const;

/** Reads a certificate; throws DerError when it is none. */
export function readCertificateFields(der: Uint8Array): CertificateFields {
  const [tbs] = childrenOf(readDer(der), TAG.sequence);
  const fields = childrenOf(tbs, TAG.sequence);
  if (fields[0]?.tag === context(0)) fields.shift();
  const [serial, , issuer, validity, subject, spki, ...rest] = fields;
  const [notBefore, notAfter] = childrenOf(validity, TAG.sequence);
  const [algorithm, key] = childrenOf(spki, TAG.sequence);
  const [keyAlgorithm, keyParameters] = childrenOf(algorithm, TAG.sequence);
  const extensions = readExtensions(rest.find((field) => field.tag === context(3)));
  const attributes = readAttributes(expect(subject, TAG.sequence));
  const only = (type: string): string | undefined => {
    const [value, ...more] = attributes.filter((attribute) => attribute.type === type);
    return value && more.length === 0 ? readText(value.value) : undefined;
  };
  return {
    serialNumber: readIntegerBytes(expect(serial, TAG.integer)),
    issuer: raw(expect(issuer, TAG.sequence)),
    subject: raw(expect(subject, TAG.sequence)),
    spki: raw(expect(spki, TAG.sequence)),
    keyAlgorithm: readOid(expect(keyAlgorithm, TAG.oid)),
    keyParameters,
    publicKey: readBitString(expect(key, TAG.bitString)).bytes,
    notBefore: readTime(present(notBefore)),
    notAfter: readTime(present(notAfter)),
    commonName: only(ATTRIBUTE.commonName) ?? '',
    iin: /^IIN(\d{12})$/.exec(only(ATTRIBUTE.serialNumber) ?? '')?.[1],
    bin: /^BIN(\d{12})$/.exec(only(ATTRIBUTE.organisationalUnit) ?? '')?.[1],
    organisation: only(ATTRIBUTE.organisation),
    keyUsage: readKeyUsage(extensions.get('2.5.29.15')),
    purposes: readPurposes(extensions.get('2.5.29.37')),
  };
}

function readAttributes(name: Der): { type: string; value: Der }[] {
  return children(name).flatMap((set) =>
    childrenOf(set, TAG.set).map((attribute) => {
      const [type, value] = childrenOf(attribute, TAG.sequence);
      return { type: readOid(expect(type, TAG.oid)), value: present(value) };
    }),
  );
}

/** Extensions by object identifier, with the contents of their OCTET STRING. */
function readExtensions(field: Der | undefined): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  if (!field) return found;
  for (const extension of childrenOf(children(field)[0], TAG.sequence)) {
    const parts = childrenOf(extension, TAG.sequence);
    found.set(readOid(expect(parts[0], TAG.oid)), readOctetString(parts.at(-1)));
  }
  return found;
}

function readKeyUsage(value: Uint8Array | undefined): Set<number> {
  const bits = new Set<number>();
  if (!value) return bits;
  readBitString(readDer(value)).bytes.forEach((byte, position) => {
    for (let bit = 0; bit < 8; bit += 1) if (byte & (0x80 >> bit)) bits.add(position * 8 + bit);
  });
  return bits;
}

const readPurposes = (value: Uint8Array | undefined): string[] =>
  value ? childrenOf(readDer(value), TAG.sequence).map(readOid) : [];

/**
 * What the key of a national certificate is for. The policy identifier does not tell; a signing key has digitalSignature and
 * nonRepudiation, and e-mail protection or the role of an information system.
 */
export function purposeOf(fields: CertificateFields): 'signing' | 'authentication' {
  const forSigning =
    fields.keyUsage.has(0) &&
    fields.keyUsage.has(1) &&
    fields.purposes.some(
      (oid) =>
        oid === KEY_PURPOSE.emailProtection || `${oid}.`.startsWith(`${KEY_PURPOSE.informationSystem}.`),
    );
  return forSigning ? 'signing' : 'authentication';
}
