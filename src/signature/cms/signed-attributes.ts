// The attributes that a signer signs (RFC 5652 5.3, 11; RFC 6211): which must be there, once each, in DER, saying what the message says.
import {
  contents,
  context,
  readDer,
  readOctetString,
  readOid,
  sameBytes,
  walk,
  type Der,
} from '../portable/der-reader.ts';
import { readMoment } from '../portable/der-time.ts';
import { compareBytes } from '../portable/der-writer.ts';
import { readAlgorithm, sameAlgorithm } from '../x509/algorithm-identifier.ts';
import { Fields } from '../x509/der-fields.ts';
import { ATTRIBUTE_TYPE } from './object-identifiers.ts';
import { valuesOf, type Attribute, type SignerInfo } from './signed-data.ts';

/** What is wrong with the set as a set: absent, not in the order of DER, the same attribute twice. */
export function attributeSetFlaw({ signedBytes, signedAttributes }: SignerInfo): string | undefined {
  if (!signedBytes || signedAttributes.length === 0) return 'absent';
  if (!isSorted(readDer(signedBytes))) return 'not in the order of DER';
  const types = signedAttributes.map((attribute) => attribute.type);
  return new Set(types).size === types.length ? undefined : 'the same attribute twice';
}

function isSorted(set: Der): boolean {
  let previous: Uint8Array | undefined;
  let sorted = true;
  walk(set, (item) => {
    const encoding = item.source.subarray(item.start, item.end);
    if (previous && compareBytes(previous, encoding) > 0) sorted = false;
    previous = encoding;
  });
  return sorted;
}

/** The one value of an attribute that must have exactly one. */
function onlyValue(attributes: readonly Attribute[], type: string): Der | undefined {
  const values = valuesOf(attributes, type);
  return values.length === 1 ? values[0] : undefined;
}

/** What is wrong with the content-type attribute. @throws DerError */
export function contentTypeFlaw(attributes: readonly Attribute[], expected: string): string | undefined {
  const value = onlyValue(attributes, ATTRIBUTE_TYPE.contentType);
  if (!value) return 'absent, or with other than one value';
  return readOid(value) === expected ? undefined : 'differs from the type of the content';
}

/** The digest that the signer signed; `undefined` when the attribute is absent or has other than one value. @throws DerError */
export function signedDigest(attributes: readonly Attribute[]): Uint8Array | undefined {
  const value = onlyValue(attributes, ATTRIBUTE_TYPE.messageDigest);
  return value && readOctetString(value);
}

/** The time that the signer claims, in milliseconds; it proves nothing. @throws DerError */
export function claimedTime(attributes: readonly Attribute[]): number | undefined {
  const value = onlyValue(attributes, ATTRIBUTE_TYPE.signingTime);
  return value && readMoment(value);
}

/** Whether CMSAlgorithmProtection (RFC 6211), if it is there, names the algorithms of the signer. @throws DerError */
export function algorithmsAreProtected(signer: SignerInfo): boolean {
  const values = valuesOf(signer.signedAttributes, ATTRIBUTE_TYPE.algorithmProtection);
  return values.every((value) => {
    const fields = new Fields(value);
    const digest = readAlgorithm(fields.next());
    const signature = fields.next(context(1));
    fields.end();
    return (
      sameAlgorithm(digest, signer.digestAlgorithm) &&
      sameBytes(contents(signature), contents(readDer(signer.signatureAlgorithm.bytes)))
    );
  });
}
