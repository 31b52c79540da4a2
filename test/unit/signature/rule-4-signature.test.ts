import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  createPrivateKey,
  sign as nodeSign,
  constants,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { makeKeyPair, type KeyPairKind } from '../../../sandbox/authority/key-pair.ts';
import {
  explicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../src/signature/portable/digest.ts';
import { GOST_512_A } from '../../../src/signature/portable/gost-curves.ts';
import { writeLittleEndian } from '../../../src/signature/portable/gost-signature.ts';
import { signBytes } from '../../../src/signature/portable/sign-bytes.ts';
import { ATTRIBUTE_TYPE } from '../../../src/signature/cms/object-identifiers.ts';
import { attribute, digestIdentifier, signDetached, type SignerOrder } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  makeBench,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
  type Outcome,
} from '../../support/signature-bench.ts';
import { makeList, type Party } from '../../support/signature-kit.ts';

const BAD_VALUE = stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value');
const WEAK = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithms');
const NOT_MATCHED = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithm-match');

const benches: Partial<Record<KeyPairKind, Bench>> = {};
let bench: Bench;
let rsa: Bench;
let gost: Bench;

beforeAll(async () => {
  [bench, rsa, gost] = await Promise.all([makeBench('p256'), makeBench('rsa2048'), makeBench('gost512')]);
  Object.assign(benches, { p256: bench, rsa2048: rsa, gost512: gost });
});

const withNull = (name: string): Uint8Array => sequence(oid(name), nullValue());
const nodeKey = (party: Party): KeyObject =>
  createPrivateKey({ key: Buffer.from(party.key.pkcs8), format: 'der', type: 'pkcs8' });
const signWith =
  (party: Party, hash: string | null, more: object = {}) =>
  (bytes: Uint8Array): Uint8Array =>
    new Uint8Array(nodeSign(hash, bytes, { key: nodeKey(party), ...more }));
const digestBy =
  (name: 'sha1' | 'sha384' | 'sha512'): NonNullable<SignerOrder['attributes']> =>
  (usual) => [
    usual.contentType,
    usual.signingCertificate,
    attribute(ATTRIBUTE_TYPE.messageDigest, octetString(digest(name, DOCUMENT))),
  ];

describe('signature values: only the key of the certificate makes one', () => {
  test.each(['p256', 'rsa2048', 'gost512'] as const)('a right signature by a %s key passes', async (kind) => {
    const of = benches[kind] as Bench;
    expect(outcomeOf(await verdictOn(of, { signature: await sign(of) })).stoppedBy).toBeUndefined();
  });

  const changes: Record<string, (value: Uint8Array) => Uint8Array> = {
    'one bit changed': (value) => value.with(value.length - 5, (value.at(-5) as number) ^ 4),
    'the first byte changed': (value) => value.with(0, (value[0] as number) ^ 1),
    'cut short': (value) => value.subarray(0, -1),
    'a byte longer': (value) => Uint8Array.from([...value, 0]),
    empty: () => new Uint8Array(),
    'all zeros': (value) => new Uint8Array(value.length),
    'all ones': (value) => new Uint8Array(value.length).fill(0xff),
    reversed: (value) => value.toReversed(),
  };
  const kinds = ['p256', 'rsa2048', 'gost512'] as const;
  const table = Object.keys(changes).flatMap((name) => kinds.map((kind) => [name, kind] as const));
  test.each(table)('%s (%s)', async (name, kind) => {
    const of = benches[kind] as Bench;
    const signature = await sign(of, {
      sign: async (bytes) =>
        (changes[name] as (value: Uint8Array) => Uint8Array)(
          await signBytes(of.person.key.privateKey, bytes),
        ),
    });
    expect(outcomeOf(await verdictOn(of, { signature }))).toEqual(BAD_VALUE);
  });

  test.each(kinds)('a signature by the key of somebody else (%s)', async (kind) => {
    const of = benches[kind] as Bench;
    const other = await of.pki.person();
    const signature = await sign(of, { sign: (bytes) => signBytes(other.key.privateKey, bytes) });
    expect(outcomeOf(await verdictOn(of, { signature }))).toEqual(BAD_VALUE);
  });

  test('a GOST signature whose numbers are the order of the group', async () => {
    const n = writeLittleEndian(GOST_512_A.n, 64);
    const signature = await sign(gost, { sign: () => Uint8Array.from([...n, ...n]) });
    expect(outcomeOf(await verdictOn(gost, { signature }))).toEqual(BAD_VALUE);
  });

  test('an RSA signature under the name of an elliptic one', async () => {
    const signature = await sign(rsa, { signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2')) });
    expect(outcomeOf(await verdictOn(rsa, { signature }))).toEqual(BAD_VALUE);
  });
});

describe('algorithms: what does not count by the table is refused by name', () => {
  const cases: Record<string, () => readonly [Outcome, Bench, Partial<SignerOrder>]> = {
    'an unknown digest': () => [WEAK, bench, { digestAlgorithm: withNull('1.2.840.113549.2.5') }],
    'a digest with parameters': () => [
      WEAK,
      bench,
      { digestAlgorithm: sequence(oid('2.16.840.1.101.3.4.2.1'), integer(1)) },
    ],
    'an unknown signature algorithm': () => [WEAK, bench, { signatureAlgorithm: withNull('1.2.3.4') }],
    'SHA-1 with RSA': () => [
      WEAK,
      rsa,
      {
        digestAlgorithm: digestIdentifier('sha1'),
        signatureAlgorithm: withNull('1.2.840.113549.1.1.5'),
        attributes: digestBy('sha1'),
        sign: signWith(rsa.person, 'sha1'),
      },
    ],
    'SHA-1 with ECDSA': () => [
      WEAK,
      bench,
      {
        digestAlgorithm: digestIdentifier('sha1'),
        signatureAlgorithm: sequence(oid('1.2.840.10045.4.1')),
        attributes: digestBy('sha1'),
        sign: signWith(bench.person, 'sha1'),
      },
    ],
    'a digest that differs from the hash of the signature': () => [
      NOT_MATCHED,
      rsa,
      { digestAlgorithm: digestIdentifier('sha512'), attributes: digestBy('sha512') },
    ],
    'PSS with SHA-1 by default': () => [
      NOT_MATCHED,
      rsa,
      {
        signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.10'), sequence()),
        sign: signWith(rsa.person, 'sha1', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }),
      },
    ],
    'PSS whose mask is made with another digest': () => [
      WEAK,
      rsa,
      {
        signatureAlgorithm: sequence(
          oid('1.2.840.113549.1.1.10'),
          sequence(explicit(0, digestIdentifier('sha256')), explicit(2, integer(32))),
        ),
      },
    ],
  };
  test.each(Object.keys(cases))('%s', async (name) => {
    const [expected, of, order] = (cases[name] as () => readonly [Outcome, Bench, Partial<SignerOrder>])();
    expect(outcomeOf(await verdictOn(of, { signature: await sign(of, order) }))).toEqual(expected);
  });

  const fine: Record<string, () => readonly [Bench, Partial<SignerOrder>]> = {
    'RSA named by its key alone': () => [rsa, { signatureAlgorithm: withNull('1.2.840.113549.1.1.1') }],
    'RSA with SHA-384': () => [
      rsa,
      {
        digestAlgorithm: digestIdentifier('sha384'),
        signatureAlgorithm: withNull('1.2.840.113549.1.1.12'),
        attributes: digestBy('sha384'),
        sign: signWith(rsa.person, 'sha384'),
      },
    ],
    'PSS with SHA-256': () => [
      rsa,
      {
        signatureAlgorithm: sequence(
          oid('1.2.840.113549.1.1.10'),
          sequence(
            explicit(0, digestIdentifier('sha256')),
            explicit(1, sequence(oid('1.2.840.113549.1.1.8'), digestIdentifier('sha256'))),
            explicit(2, integer(32)),
          ),
        ),
        sign: signWith(rsa.person, 'sha256', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
      },
    ],
  };
  test.each(Object.keys(fine))('%s passes', async (name) => {
    const [of, order] = (fine[name] as () => readonly [Bench, Partial<SignerOrder>])();
    expect(outcomeOf(await verdictOn(of, { signature: await sign(of, order) })).stoppedBy).toBeUndefined();
  });

  test('an RSA key of 1024 bits', async () => {
    const person = await rsa.pki.person({ key: makeKeyPair('rsa1024') });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(rsa, { signature }))).toEqual(WEAK);
  });

  test('a national key of the standard of 2004, today', async () => {
    const person = await rsa.pki.person({ key: makeKeyPair('gost2004') });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(rsa, { signature }))).toEqual(
      stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
    );
  });

  test('a national key of the standard of 2004, received while it was in use', async () => {
    const at = new Date('2025-01-15T00:00:00Z');
    const [from, to] = [new Date('2024-06-01T00:00:00Z'), new Date('2025-06-01T00:00:00Z')];
    const person = await rsa.pki.person({ key: makeKeyPair('gost2004'), from, to });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    const list = await makeList({
      issuer: rsa.pki.issuing,
      thisUpdate: new Date('2025-01-14T23:00:00Z'),
      nextUpdate: new Date('2025-01-16T00:00:00Z'),
    });
    const verdict = await verdictOn(rsa, { signature, at, crls: [list] });
    expect([verdict.indication, verdict.signatures[0]?.bestSignatureTime.proof]).toEqual([
      'TOTAL-PASSED',
      'receipt',
    ]);
  });

  test('the national 256-bit key passes', async () => {
    const person = await gost.pki.person({ key: makeKeyPair('gost256') });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(gost, { signature })).stoppedBy).toBeUndefined();
  });

  test('Ed25519 is verified, and a portal policy asks for a second opinion that nobody can give', async () => {
    const pair = generateKeyPairSync('ed25519');
    const spki = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
    const person = await bench.pki.person({ key: { ...bench.person.key, spki } });
    const order: SignerOrder = {
      signer: person,
      content: DOCUMENT,
      digestAlgorithm: digestIdentifier('sha512'),
      signatureAlgorithm: sequence(oid('1.3.101.112')),
      attributes: digestBy('sha512'),
      sign: (bytes) => new Uint8Array(nodeSign(null, bytes, pair.privateKey)),
    };
    const signature = await signDetached(order);
    expect(
      outcomeOf(await verdictOn(bench, { signature, policy: 'any-document' })).stoppedBy,
    ).toBeUndefined();
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('INDETERMINATE', 'CUSTOM', 'second-opinion'),
    );
  });
});
