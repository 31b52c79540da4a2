// Ways to sign that keys of the portal never use: any key of node:crypto, any digest, any name beside the value.
import {
  constants,
  createHash,
  createPrivateKey,
  sign as nodeSign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { ATTRIBUTE_TYPE } from '../../src/signature/cms/object-identifiers.ts';
import type { PolicyName } from '../../src/signature/index.ts';
import {
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../src/signature/portable/der-writer.ts';
import { digest as digestOf } from '../../src/signature/portable/digest.ts';
import { attribute, signDetached, type SignerOrder } from './cms-kit.ts';
import { benchOf, DOCUMENT, outcomeOf, verdictOn, type Outcome } from './signature-bench.ts';
import type { Party } from './signature-kit.ts';

const DIGESTS = {
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;
export type Digest = keyof typeof DIGESTS;

export const withNull = (name: string): Uint8Array => sequence(oid(name), nullValue());

/** The key of a person as node:crypto takes it. */
export const nodeKey = (party: Party): KeyObject =>
  createPrivateKey({ key: Buffer.from(party.key.pkcs8), format: 'der', type: 'pkcs8' });
/** Signs with that key by another digest or in another way than usual. */
export const signWith =
  (party: Party, hash: string | null, more: object = {}) =>
  (bytes: Uint8Array): Uint8Array =>
    new Uint8Array(nodeSign(hash, bytes, { key: nodeKey(party), ...more }));
/** The usual attributes, with the document hashed by this digest. */
export const digestBy =
  (name: 'sha1' | 'sha384' | 'sha512'): NonNullable<SignerOrder['attributes']> =>
  (usual) => [
    usual.contentType,
    usual.signingCertificate,
    attribute(ATTRIBUTE_TYPE.messageDigest, octetString(digestOf(name, DOCUMENT))),
  ];

const bare = (name: string): Uint8Array => sequence(oid(name));

/** How a key signs: what stands beside the value, and what node is told. */
export interface Scheme {
  readonly identifier: (digest: Digest) => Uint8Array;
  readonly options?: (digest: Digest) => object;
  readonly hashes?: false;
}

const arcs =
  (prefix: string, table: Partial<Record<Digest, number>>) =>
  (digest: Digest): string =>
    `${prefix}.${table[digest] ?? 0}`;
const rsaName = arcs('1.2.840.113549.1.1', {
  md5: 4,
  sha1: 5,
  sha224: 14,
  sha256: 11,
  sha384: 12,
  sha512: 13,
});
const ecName = arcs('1.2.840.10045.4.3', { sha224: 1, sha256: 2, sha384: 3, sha512: 4 });
const saltOf = (digest: Digest): number => createHash(digest).digest().length;

export const PKCS1: Scheme = { identifier: (digest) => withNull(rsaName(digest)) };
export const PSS: Scheme = {
  identifier: (digest) =>
    sequence(
      oid('1.2.840.113549.1.1.10'),
      sequence(
        explicit(0, withNull(DIGESTS[digest])),
        explicit(1, sequence(oid('1.2.840.113549.1.1.8'), withNull(DIGESTS[digest]))),
        explicit(2, integer(saltOf(digest))),
      ),
    ),
  options: (digest) => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltOf(digest) }),
};
export const ECDSA: Scheme = {
  identifier: (digest) => bare(digest === 'sha1' ? '1.2.840.10045.4.1' : ecName(digest)),
};
export const DSA: Scheme = { identifier: () => bare('2.16.840.1.101.3.4.3.2') };
export const ED25519: Scheme = { identifier: () => bare('1.3.101.112'), hashes: false };

export interface Signing {
  readonly key: KeyPairKeyObjectResult;
  readonly scheme: Scheme;
  readonly digest: Digest;
  /** What signs, in the place of the key of the certificate. */
  readonly by?: KeyObject;
  readonly policy?: PolicyName;
}

/** A person with this key signs in this way, and is judged. */
export async function judgedSigning({
  key,
  scheme,
  digest,
  by = key.privateKey,
  policy,
}: Signing): Promise<Outcome> {
  const bench = await benchOf();
  const spki = new Uint8Array(key.publicKey.export({ type: 'spki', format: 'der' }));
  const signature = await signDetached({
    signer: await bench.pki.person({ key: { ...bench.person.key, spki } }),
    content: DOCUMENT,
    digestAlgorithm: withNull(DIGESTS[digest]),
    signatureAlgorithm: scheme.identifier(digest),
    attributes: ({ contentType, signingCertificate }) => [
      contentType,
      signingCertificate,
      attribute(ATTRIBUTE_TYPE.messageDigest, octetString(createHash(digest).update(DOCUMENT).digest())),
    ],
    sign: (bytes) =>
      new Uint8Array(
        nodeSign(scheme.hashes === false ? null : digest, bytes, { key: by, ...scheme.options?.(digest) }),
      ),
  });
  return outcomeOf(await verdictOn(bench, { signature, ...(policy && { policy }) }));
}
