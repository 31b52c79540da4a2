// Builds a signature as the national tools do: CAdES-BES (ETSI EN 319 122-1) over CMS (RFC 5652), with the signer's certificate alone and
// the four signed attributes that the verifier asks for; with a time-stamp it is CAdES-T.
import { digestAlgorithm } from './algorithms.ts';
import { readCertificateFields } from './certificate-fields.ts';
import {
  concat,
  element,
  explicit,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  setOf,
  time,
} from './der-writer.ts';
import { digest } from './digest.ts';
import type { PrivateKey } from './private-key.ts';
import { signBytes, signingAlgorithm } from './sign-bytes.ts';

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStamp: '1.2.840.113549.1.9.16.2.14',
} as const;

export interface SigningRequest {
  /** The bytes to sign; or, when only their hash is at hand, the hash by the key's own algorithm (then detached). */
  readonly content: Uint8Array | { readonly digest: Uint8Array };
  readonly key: PrivateKey;
  /** DER of the signer's certificate. */
  readonly certificate: Uint8Array;
  /** What the signer claims; proves nothing. */
  readonly signingTime: Date;
  /** True: the signature does not carry the content. */
  readonly detached: boolean;
  /** Asks an authority for a time-stamp token (DER) over the signature value. */
  readonly timeStamp?: (signatureValue: Uint8Array) => Promise<Uint8Array>;
}

/**
 * Signs content.
 * @returns DER of a ContentInfo with one SignedData; rejects with what WebCrypto or `timeStamp` reject with, and with a RangeError when
 * only a hash is given but the content shall be attached
 */
export async function signCades(request: SigningRequest): Promise<Uint8Array> {
  const { content, key, certificate, signingTime, detached } = request;
  const algorithm = signingAlgorithm(key);
  const hashed = digestAlgorithm(algorithm.digest);
  const bytes = content instanceof Uint8Array ? content : undefined;
  if (!bytes && !detached) throw new RangeError('a hash alone cannot be attached');
  const messageDigest = content instanceof Uint8Array ? digest(hashed.name, content) : content.digest;
  const attributes = setOf(
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.signingTime, time(signingTime)),
    attribute(OID.signingCertificateV2, essCertificate(certificate)),
    attribute(OID.messageDigest, octetString(messageDigest)),
  );
  const signature = await signBytes(key, attributes);
  const token = await request.timeStamp?.(signature);
  const { issuer, serialNumber } = readCertificateFields(certificate);
  const digestIdentifier = sequence(oid(hashed.oid), nullValue());
  const signer = sequence(
    integer(1),
    sequence(issuer, integer(serialNumber)),
    digestIdentifier,
    implicit(0, attributes),
    algorithm.identifier,
    octetString(signature),
    ...(token ? [implicit(1, setOf(attribute(OID.signatureTimeStamp, token)))] : []),
  );
  const encapsulated = detached || !bytes ? [] : [explicit(0, octetString(bytes))];
  return sequence(
    oid(OID.signedData),
    explicit(
      0,
      sequence(
        integer(1),
        setOf(digestIdentifier),
        sequence(oid(OID.data), ...encapsulated),
        element(0xa0, concat(certificate)),
        setOf(signer),
      ),
    ),
  );
}

/** Attribute with one value (RFC 5652 section 5.3). */
const attribute = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), setOf(value));

/** SigningCertificateV2 with the SHA-256 of the certificate, which is the default and so not named (RFC 5035). */
const essCertificate = (certificate: Uint8Array): Uint8Array =>
  sequence(sequence(sequence(octetString(digest('sha256', certificate)))));
