// archive-time-stamp-v3 and its ats-hash-index-v3 (ETSI EN 319 122-1 5.5.2, 5.5.3): what a time-stamp over a whole signature with all its
// evidence covers, and the bytes that it is over.
import { digest } from '../crypto/digest.ts';
import { digestOf, type DigestName } from '../crypto/signature-scheme.ts';
import { digestAlgorithm } from '../portable/algorithms.ts';
import type { DigestName as NamedDigest } from '../portable/digest.ts';
import { children, raw, readOctetString, TAG, type Der } from '../portable/der-reader.ts';
import { concat, nullValue, octetString, oid, sequence } from '../portable/der-writer.ts';
import { readAlgorithm } from '../x509/algorithm-identifier.ts';
import { Fields } from '../x509/der-fields.ts';
import type { SignedData, SignerInfo } from './signed-data.ts';

export interface HashIndex {
  /** The attribute's value as it lies in the token. */
  readonly bytes: Uint8Array;
  /** `undefined`: an unknown one. */
  readonly digest: DigestName | undefined;
  readonly certificates: readonly Uint8Array[];
  readonly revocation: readonly Uint8Array[];
  readonly attributes: readonly Uint8Array[];
}

/** Reads the value of ats-hash-index-v3. @throws DerError */
export function readHashIndex(value: Der): HashIndex {
  const fields = new Fields(value);
  const algorithm = readAlgorithm(fields.next(TAG.sequence));
  const hashes = (): Uint8Array[] => children(fields.next(TAG.sequence)).map(readOctetString);
  const [certificates, revocation, attributes] = [hashes(), hashes(), hashes()];
  fields.end();
  return { bytes: raw(value), digest: digestOf(algorithm), certificates, revocation, attributes };
}

/** The value of ats-hash-index-v3 over everything that a message now holds beside what a signer signed. */
export function makeHashIndex(message: SignedData, signer: SignerInfo, name: NamedDigest): Uint8Array {
  const { certificates, revocation, attributes } = hashesOf(message, signer, name);
  const list = (hashes: readonly Uint8Array[]): Uint8Array =>
    sequence(...hashes.map((hash) => octetString(hash)));
  return sequence(
    sequence(oid(digestAlgorithm(name).oid), nullValue()),
    list(certificates),
    list(revocation),
    list(attributes),
  );
}

/** Whether everything that an index lists is still there, unaltered; what was added later is no matter of it. */
export function isComplete(index: HashIndex, message: SignedData, signer: SignerInfo): boolean {
  if (!index.digest) return false;
  const there = hashesOf(message, signer, index.digest);
  return (['certificates', 'revocation', 'attributes'] as const).every((kind) => {
    const hashes = new Set(there[kind].map(text));
    return index[kind].every((hash) => hashes.has(text(hash)));
  });
}

/** Whether an index lists a value of an unsigned attribute. */
export function coversValue(index: HashIndex, type: string, value: Der): boolean {
  const own = index.digest && text(hashOfValue(type, value, index.digest));
  return index.attributes.some((hash) => text(hash) === own);
}

/**
 * The bytes that the archive time-stamp is over: content type, digest of the content, the signer's fields, the index.
 * @param contentDigest by the algorithm of the time-stamp's imprint
 */
export const archiveInput = (
  { contentType }: SignedData,
  signer: SignerInfo,
  contentDigest: Uint8Array,
  index: Uint8Array,
): Uint8Array => concat(oid(contentType), contentDigest, signer.core, index);

function hashesOf(
  { items }: SignedData,
  { unsignedAttributes }: SignerInfo,
  name: DigestName,
): Record<'certificates' | 'revocation' | 'attributes', Uint8Array[]> {
  const hash = (bytes: Uint8Array): Uint8Array => digest(name, bytes);
  return {
    certificates: items.certificates.map(hash),
    revocation: items.revocation.map(hash),
    attributes: unsignedAttributes.flatMap(({ type, values }) =>
      values.map((value) => hashOfValue(type, value, name)),
    ),
  };
}

const hashOfValue = (type: string, value: Der, name: DigestName): Uint8Array =>
  digest(name, concat(oid(type), raw(value)));

const text = (hash: Uint8Array): string => Buffer.from(hash).toString('latin1');
