// ESS signing-certificate attributes (RFC 5035, RFC 2634): the signer's certificate by hash, under the signature.
import { digest } from '../crypto/digest.ts';
import { digestOf, type DigestName } from '../crypto/signature-scheme.ts';
import {
  childrenOf,
  expect,
  readIntegerBytes,
  readOctetString,
  sameBytes,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { readAlgorithm } from '../x509/algorithm-identifier.ts';
import { Fields } from '../x509/der-fields.ts';
import { directoryNames, readGeneralNamesSequence } from '../x509/general-name.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { sameName, type Name } from '../x509/x509-name.ts';
import { ATTRIBUTE_TYPE } from './object-identifiers.ts';
import { valuesOf, type Attribute } from './signed-data.ts';

interface CertificateId {
  readonly digest: DigestName | undefined;
  readonly hash: Uint8Array;
  readonly issuer: readonly Name[] | undefined;
  readonly serial: Uint8Array | undefined;
}

/**
 * What is wrong with the signing-certificate attributes for a certificate; `absent` when there are none.
 * @throws DerError when one of them is malformed
 */
export function signingCertificateFlaw(
  attributes: readonly Attribute[],
  certificate: Certificate,
): string | undefined {
  const ids = [
    ...valuesOf(attributes, ATTRIBUTE_TYPE.signingCertificateV2).map((value) => firstId(value, 'sha256')),
    ...valuesOf(attributes, ATTRIBUTE_TYPE.signingCertificate).map((value) => firstId(value, undefined)),
  ];
  if (ids.length === 0) return 'absent';
  return ids.every((id) => identifies(id, certificate)) ? undefined : 'names another certificate';
}

/** The first certificate of the list, which is the signer's. @param standard digest when the entry names none; v1 knows SHA-1 alone */
function firstId(value: Der, standard: DigestName | undefined): CertificateId {
  const fields = new Fields(value);
  const first = childrenOf(fields.next(TAG.sequence), TAG.sequence)[0];
  fields.optional(TAG.sequence);
  fields.end();
  const id = new Fields(expect(first, TAG.sequence));
  const algorithm = standard === undefined ? undefined : id.optional(TAG.sequence);
  const hash = readOctetString(id.next());
  const issuerSerial = id.optional(TAG.sequence);
  id.end();
  const pair = issuerSerial && new Fields(issuerSerial);
  const issuer = pair && directoryNames(readGeneralNamesSequence(pair.next()));
  const serial = pair && readIntegerBytes(pair.next(TAG.integer));
  return {
    digest: algorithm ? digestOf(readAlgorithm(algorithm)) : (standard ?? 'sha1'),
    hash,
    issuer,
    serial,
  };
}

function identifies(id: CertificateId, certificate: Certificate): boolean {
  if (!id.digest) return false;
  const own = id.digest === 'sha256' ? certificate.sha256 : digest(id.digest, certificate.bytes);
  if (!sameBytes(own, id.hash)) return false;
  if (id.serial && !sameBytes(id.serial, certificate.serial)) return false;
  return !id.issuer || id.issuer.some((name) => sameName(name, certificate.issuer));
}
