// Builds a signature as the national tools do: CAdES-BES (ETSI EN 319 122-1) with the signer's certificate alone and the four signed
// attributes that the verifier asks for; with a time-stamp it is CAdES-T.
import { octetString, sequence, time } from './der-writer.ts';
import { digest } from './digest.ts';
import type { PrivateKey } from './private-key.ts';
import { CMS_OID, attribute, buildSignedData } from './signed-data.ts';

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
  const { content, key, certificate, signingTime, timeStamp } = request;
  return buildSignedData({
    contentType: CMS_OID.data,
    content,
    attached: !request.detached,
    key,
    certificate,
    certificates: [certificate],
    signedAttributes: [
      attribute(CMS_OID.signingTime, time(signingTime)),
      attribute(CMS_OID.signingCertificateV2, essCertificate(certificate)),
    ],
    unsignedAttributes: async (signature) =>
      timeStamp ? [attribute(CMS_OID.signatureTimeStamp, await timeStamp(signature))] : [],
  });
}

/** SigningCertificateV2 with the SHA-256 of the certificate, which is the default and so not named (RFC 5035). */
const essCertificate = (certificate: Uint8Array): Uint8Array =>
  sequence(sequence(sequence(octetString(digest('sha256', certificate)))));
