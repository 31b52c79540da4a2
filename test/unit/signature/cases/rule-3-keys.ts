// Rule 3: the table of algorithms, key by key and digest by digest. What counts passes; what does not is refused by name.
import { constants, generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { makeKeyPair } from '../../../../sandbox/authority/key-pair.ts';
import { ATTRIBUTE_TYPE } from '../../../../src/signature/cms/object-identifiers.ts';
import { octetString } from '../../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../../src/signature/portable/digest.ts';
import {
  DSA,
  ECDSA,
  ED25519,
  judgedSigning,
  PKCS1,
  PSS,
  withNull,
  type Scheme,
  type Signing,
} from '../../../support/algorithm-kit.ts';
import { attribute, digestIdentifier, signDetached } from '../../../support/cms-kit.ts';
import { negativesOf, type NegativeCase } from '../../../support/negative-cases.ts';
import {
  benchOf,
  DOCUMENT,
  outcomeOf,
  stopped,
  verdictOn,
  type Outcome,
} from '../../../support/signature-bench.ts';

const bench = await benchOf();

const rsa = (modulusLength: number): KeyPairKeyObjectResult => generateKeyPairSync('rsa', { modulusLength });
const ec = (namedCurve: string): KeyPairKeyObjectResult => generateKeyPairSync('ec', { namedCurve });
const [RSA_1024, RSA_2047, RSA_2048, RSA_3072] = [1024, 2047, 2048, 3072].map(rsa) as [
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
];
const [P256, P384, P521, K256] = ['P-256', 'P-384', 'P-521', 'secp256k1'].map(ec) as [
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
  KeyPairKeyObjectResult,
];
const ED: KeyPairKeyObjectResult = generateKeyPairSync('ed25519');
const OLD_DSA: KeyPairKeyObjectResult = generateKeyPairSync('dsa', {
  modulusLength: 1024,
  divisorLength: 160,
});

const GOOD = ['sha256', 'sha384', 'sha512'] as const;
const all = (label: string, key: KeyPairKeyObjectResult, scheme: Scheme): [string, Signing][] =>
  GOOD.map((digest) => [`${label} with ${digest}`, { key, scheme, digest }]);

/** What counts under the policies of the portal. */
export const COUNTED: readonly (readonly [string, () => Promise<string>])[] = [
  ...all('RSA of 2048 bits, PKCS#1', RSA_2048, PKCS1),
  ...all('RSA of 2048 bits, PSS', RSA_2048, PSS),
  ...all('RSA of 3072 bits, PKCS#1', RSA_3072, PKCS1),
  ...all('RSA of 3072 bits, PSS', RSA_3072, PSS),
  ...all('ECDSA, P-256', P256, ECDSA),
  ...all('ECDSA, P-384', P384, ECDSA),
  ...all('ECDSA, P-521', P521, ECDSA),
  [
    'Ed25519, for any document',
    { key: ED, scheme: ED25519, digest: 'sha512', policy: 'any-document' },
  ] as const,
].map(([name, signing]) => [name, async () => (await judgedSigning(signing)).indication] as const);

/** National keys, which sign with the one digest of their curve. */
export const NATIONAL = (['gost512', 'gost256'] as const).map(
  (kind) =>
    [
      kind,
      async (): Promise<string> => {
        const signer = await bench.pki.person({ key: makeKeyPair(kind) });
        const signature = await signDetached({ signer, content: DOCUMENT });
        return (await verdictOn(bench, { signature })).indication;
      },
    ] as const,
);

const WEAK = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithms');
const BAD_VALUE = stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value');
const table = (rows: Readonly<Record<string, Signing>>): Record<string, () => Promise<Outcome>> =>
  Object.fromEntries(Object.entries(rows).map(([name, signing]) => [name, () => judgedSigning(signing)]));
const beside = (signing: Signing): ReturnType<typeof negativesOf> =>
  negativesOf(3, async () => (await judgedSigning(signing)).indication);

const ofRsa = beside({ key: RSA_2048, scheme: PKCS1, digest: 'sha256' });
const ofPss = beside({ key: RSA_2048, scheme: PSS, digest: 'sha256' });
const ofEc = beside({ key: P256, scheme: ECDSA, digest: 'sha256' });
const ofEd = beside({ key: ED, scheme: ED25519, digest: 'sha512', policy: 'any-document' });

/** A national signature under the name, and over the digest, of the other length. */
const otherLength =
  (kind: 'gost512' | 'gost256', name: 'streebog256' | 'streebog512', scheme: string) =>
  async (): Promise<Outcome> => {
    const signature = await signDetached({
      signer: await bench.pki.person({ key: makeKeyPair(kind) }),
      content: DOCUMENT,
      digestAlgorithm: digestIdentifier(name),
      signatureAlgorithm: withNull(scheme),
      attributes: ({ contentType, signingCertificate }) => [
        contentType,
        signingCertificate,
        attribute(ATTRIBUTE_TYPE.messageDigest, octetString(digest(name, DOCUMENT))),
      ],
    });
    return outcomeOf(await verdictOn(bench, { signature }));
  };

export const RULE_3_KEYS: readonly NegativeCase[] = [
  ...ofRsa(
    WEAK,
    table({
      'RSA of 1024 bits with SHA-256': { key: RSA_1024, scheme: PKCS1, digest: 'sha256' },
      'RSA of 2047 bits': { key: RSA_2047, scheme: PKCS1, digest: 'sha256' },
      'RSA with MD5': { key: RSA_2048, scheme: PKCS1, digest: 'md5' },
      'RSA of 2048 bits with SHA-1': { key: RSA_2048, scheme: PKCS1, digest: 'sha1' },
      'RSA with SHA-224': { key: RSA_2048, scheme: PKCS1, digest: 'sha224' },
      'RSA of 1024 bits, for any document': {
        key: RSA_1024,
        scheme: PKCS1,
        digest: 'sha256',
        policy: 'any-document',
      },
      'RSA with MD5, for any document': {
        key: RSA_2048,
        scheme: PKCS1,
        digest: 'md5',
        policy: 'any-document',
      },
    }),
  ),
  ...ofPss(
    WEAK,
    table({
      'PSS of 1024 bits': { key: RSA_1024, scheme: PSS, digest: 'sha256' },
      'PSS with SHA-1 that is named': { key: RSA_2048, scheme: PSS, digest: 'sha1' },
      'PSS with SHA-224': { key: RSA_2048, scheme: PSS, digest: 'sha224' },
    }),
  ),
  ...ofEc(
    WEAK,
    table({
      'ECDSA with SHA-1, P-384': { key: P384, scheme: ECDSA, digest: 'sha1' },
      'ECDSA with SHA-224': { key: P256, scheme: ECDSA, digest: 'sha224' },
      'DSA of 1024 bits': { key: OLD_DSA, scheme: DSA, digest: 'sha256' },
    }),
  ),
  ...ofRsa(
    stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
    table({
      'SHA-1 of today, for any document': {
        key: RSA_2048,
        scheme: PKCS1,
        digest: 'sha1',
        policy: 'any-document',
      },
    }),
  ),
  ...ofEc(
    BAD_VALUE,
    table({
      'a curve that is not in the table': { key: K256, scheme: ECDSA, digest: 'sha256' },
      'a P-256 key, and a signature on P-384': {
        key: P256,
        scheme: ECDSA,
        digest: 'sha256',
        by: P384.privateKey,
      },
      'an RSA key, and a signature on P-256': {
        key: RSA_2048,
        scheme: ECDSA,
        digest: 'sha256',
        by: P256.privateKey,
      },
      'a P-256 key, and a signature by RSA': {
        key: P256,
        scheme: PKCS1,
        digest: 'sha256',
        by: RSA_2048.privateKey,
      },
    }),
  ),
  ...ofPss(
    BAD_VALUE,
    table({
      'a PKCS#1 signature that says it is PSS': {
        key: RSA_2048,
        scheme: { identifier: PSS.identifier },
        digest: 'sha256',
      },
      'a PSS signature that says it is PKCS#1': {
        key: RSA_2048,
        scheme: { ...PSS, identifier: PKCS1.identifier },
        digest: 'sha256',
      },
      'a PSS signature with a salt of another length': {
        key: RSA_2048,
        scheme: { ...PSS, options: () => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }) },
        digest: 'sha256',
      },
    }),
  ),
  ...ofEd(
    BAD_VALUE,
    table({
      'an Ed25519 key, and a signature on P-256': {
        key: ED,
        scheme: ECDSA,
        digest: 'sha512',
        by: P256.privateKey,
      },
    }),
  ),
  ...ofEd(
    stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithm-match'),
    table({
      'Ed25519 beside SHA-256': { key: ED, scheme: ED25519, digest: 'sha256', policy: 'any-document' },
    }),
  ),
  ...ofEd(
    stopped('INDETERMINATE', 'CUSTOM', 'second-opinion'),
    table({
      'Ed25519 in an application, where the second implementation must agree': {
        key: ED,
        scheme: ED25519,
        digest: 'sha512',
      },
    }),
  ),
  ...negativesOf(3, async () => (await NATIONAL[0]?.[1]()) ?? '')(BAD_VALUE, {
    'a national key of 512 bits under the name of 256': otherLength(
      'gost512',
      'streebog256',
      '1.2.398.3.10.1.1.2.3.1',
    ),
    'a national key of 256 bits under the name of 512': otherLength(
      'gost256',
      'streebog512',
      '1.2.398.3.10.1.1.2.3.2',
    ),
  }),
];
