// SignedData with one signer (RFC 5652 section 5), the frame of a CAdES signature and of a time-stamp token.
import { digestAlgorithm } from './algorithms.ts';
import { readCertificateFields } from './certificate-fields.ts';
import {
  element,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
} from './der-writer.ts';
import { digest } from './digest.ts';
import type { PrivateKey } from './private-key.ts';
import { signBytes, signingAlgorithm } from './sign-bytes.ts';

export const CMS_OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
} as const;

export interface SignedDataParts {
  readonly contentType: string;
  /** The bytes to sign; or, when only their hash is at hand, the hash by the key's own algorithm. */
  readonly content: Uint8Array | { readonly digest: Uint8Array };
  /** False: the content stays outside. */
  readonly attached: boolean;
  readonly key: PrivateKey;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** Certificates that go into the message. */
  readonly certificates: readonly Uint8Array[];
  /** Signed attributes besides contentType and messageDigest, from `attribute`. */
  readonly signedAttributes: readonly Uint8Array[];
  /** Makes the unsigned attributes from the signature value. */
  readonly unsignedAttributes?: (signature: Uint8Array) => Promise<readonly Uint8Array[]>;
}

/** Attribute with one value (RFC 5652 section 5.3). */
export const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/** Signs and returns the DER of a ContentInfo; a hash alone cannot be attached (RangeError). */
export async function buildSignedData(parts: SignedDataParts): Promise<Uint8Array> {
  const { content, contentType, key, certificate } = parts;
  const algorithm = signingAlgorithm(key);
  const hash = digestAlgorithm(algorithm.digest);
  if (parts.attached && !(content instanceof Uint8Array))
    throw new RangeError('a hash alone cannot be attached');
  const messageDigest = content instanceof Uint8Array ? digest(hash.name, content) : content.digest;
  const signed = setOf(
    attribute(CMS_OID.contentType, oid(contentType)),
    attribute(CMS_OID.messageDigest, octetString(messageDigest)),
    ...parts.signedAttributes,
  );
  const signature = await signBytes(key, signed);
  const unsigned = (await parts.unsignedAttributes?.(signature)) ?? [];
  const { issuer, serialNumber } = readCertificateFields(certificate);
  const digestIdentifier = sequence(oid(hash.oid), nullValue());
  const signer = sequence(
    integer(1),
    sequence(issuer, integer(serialNumber)),
    digestIdentifier,
    implicit(0, signed),
    algorithm.identifier,
    octetString(signature),
    ...(unsigned.length > 0 ? [implicit(1, setOf(...unsigned))] : []),
  );
  const carried = parts.attached && content instanceof Uint8Array ? [explicit(0, octetString(content))] : [];
  const certificates = parts.certificates.length > 0 ? [element(0xa0, ...parts.certificates)] : [];
  const version = contentType === CMS_OID.data ? 1 : 3;
  const signedData = sequence(
    integer(version),
    setOf(digestIdentifier),
    sequence(oid(contentType), ...carried),
    ...certificates,
    setOf(signer),
  );
  return sequence(oid(CMS_OID.signedData), explicit(0, signedData));
}
