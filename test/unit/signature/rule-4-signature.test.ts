import { beforeAll, describe, expect, test } from '@jest/globals';
import { sign as nodeSign, constants, generateKeyPairSync } from 'node:crypto';
import { makeKeyPair, type KeyPairKind } from '../../../sandbox/authority/key-pair.ts';
import { explicit, integer, oid, sequence } from '../../../src/signature/portable/der-writer.ts';
import { digestBy, signWith, withNull } from '../../support/algorithm-kit.ts';
import { digestIdentifier, signDetached, type SignerOrder } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  makeBench,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
} from '../../support/signature-bench.ts';
import { makeList } from '../../support/signature-kit.ts';

const benches: Partial<Record<KeyPairKind, Bench>> = {};
let bench: Bench;
let rsa: Bench;
let gost: Bench;

beforeAll(async () => {
  [bench, rsa, gost] = await Promise.all([makeBench('p256'), makeBench('rsa2048'), makeBench('gost512')]);
  Object.assign(benches, { p256: bench, rsa2048: rsa, gost512: gost });
});

describe('signature values: only the key of the certificate makes one', () => {
  test.each(['p256', 'rsa2048', 'gost512'] as const)('a right signature by a %s key passes', async (kind) => {
    const of = benches[kind] as Bench;
    expect(outcomeOf(await verdictOn(of, { signature: await sign(of) })).stoppedBy).toBeUndefined();
  });
});

describe('algorithms that count', () => {
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
