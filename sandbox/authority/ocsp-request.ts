// Reads an OCSP request (RFC 6960 section 4.1).
import {
  TAG,
  childrenOf,
  context,
  expect,
  present,
  raw,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
} from '../../src/signature/portable/der-reader.ts';

/** One certificate that is asked about. */
export interface AskedCertificate {
  /** CertID as it came, to be repeated in the answer. */
  readonly certId: Uint8Array;
  readonly hashOid: string;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Hex digits of the serial number's octets. */
  readonly serial: string;
}

export interface OcspRequest {
  readonly asked: readonly AskedCertificate[];
  /** Value of the nonce extension, as it came. */
  readonly nonce: Uint8Array | undefined;
}

export const OCSP_NONCE = '1.3.6.1.5.5.7.48.1.2';
const MOST_ASKED = 20;

/** Throws DerError for what is no request, and RangeError when it asks for nothing or for more than twenty certificates. */
export function readOcspRequest(der: Uint8Array): OcspRequest {
  const [tbs] = childrenOf(readDer(der), TAG.sequence);
  const fields = childrenOf(tbs, TAG.sequence);
  const list = childrenOf(
    fields.find((field) => field.tag === TAG.sequence),
    TAG.sequence,
  );
  if (list.length === 0 || list.length > MOST_ASKED)
    throw new RangeError('number of certificates asked about');
  const asked = list.map((request) => {
    const certId = expect(childrenOf(request, TAG.sequence)[0], TAG.sequence);
    const [algorithm, nameHash, keyHash, serial] = childrenOf(certId, TAG.sequence);
    return {
      certId: raw(certId),
      hashOid: readOid(present(childrenOf(algorithm, TAG.sequence)[0])),
      issuerNameHash: readOctetString(nameHash),
      issuerKeyHash: readOctetString(keyHash),
      serial: Buffer.from(readIntegerBytes(expect(serial, TAG.integer))).toString('hex'),
    };
  });
  const extensions = fields.find((field) => field.tag === context(2));
  const nonce = extensions
    ? childrenOf(childrenOf(extensions, context(2))[0], TAG.sequence)
        .map((each) => childrenOf(each, TAG.sequence))
        .find(([id]) => readOid(present(id)) === OCSP_NONCE)
    : undefined;
  return { asked, nonce: nonce && readOctetString(nonce.at(-1)) };
}
