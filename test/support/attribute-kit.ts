// Signed attributes as tests rearrange them: left out, doubled, put in the place of another.
import { ATTRIBUTE_TYPE } from '../../src/signature/cms/object-identifiers.ts';
import { explicit, implicit, integer, oid, sequence } from '../../src/signature/portable/der-writer.ts';
import { attribute, type Attributes } from './cms-kit.ts';
import type { Party } from './signature-kit.ts';

/** What becomes of the usual attributes; undefined: none are signed. */
export type Edit = (usual: Attributes) => readonly Uint8Array[] | undefined;

/** The usual attributes, in their order. */
export const all = ({
  contentType,
  signingTime,
  signingCertificate,
  messageDigest,
}: Attributes): Uint8Array[] => [contentType, signingTime, signingCertificate, messageDigest];

/** The usual ones without one of them, and others instead. */
export const without =
  (name: keyof Attributes, ...instead: readonly Uint8Array[]): Edit =>
  (usual) => [...all(usual).filter((item) => item !== usual[name]), ...instead];

/** The reference to the certificate with this value. */
export const ess = (value: Uint8Array): Uint8Array => attribute(ATTRIBUTE_TYPE.signingCertificateV2, value);
/** Issuer and serial number as the reference names them. */
export const issuerSerial = (party: Party, serial = party.certificate.serial): Uint8Array =>
  sequence(sequence(explicit(4, party.certificate.issuer.bytes)), integer(serial));

/** CMSAlgorithmProtection with these two algorithms. */
export const protection = (digestAlgorithm: Uint8Array, signatureAlgorithm: Uint8Array): Uint8Array =>
  attribute(ATTRIBUTE_TYPE.algorithmProtection, sequence(digestAlgorithm, implicit(1, signatureAlgorithm)));

/** ECDSA with SHA-256. */
export const ECDSA = sequence(oid('1.2.840.10045.4.3.2'));
