// Rules 3 and 4: algorithms that count and go together, and a signature value that only the key of the certificate makes.
import { constants } from 'node:crypto';
import { makeKeyPair, type KeyPair } from '../../../../sandbox/authority/key-pair.ts';
import { explicit, integer, oid, sequence } from '../../../../src/signature/portable/der-writer.ts';
import { GOST_512_A } from '../../../../src/signature/portable/gost-curves.ts';
import { writeLittleEndian } from '../../../../src/signature/portable/gost-signature.ts';
import { signBytes } from '../../../../src/signature/portable/sign-bytes.ts';
import { digestBy, signWith, withNull } from '../../../support/algorithm-kit.ts';
import { digestIdentifier, signDetached, type SignerOrder } from '../../../support/cms-kit.ts';
import {
  DOCUMENT,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
  type Outcome,
} from '../../../support/signature-bench.ts';
import { negativesOf, rows, type NegativeCase } from '../../../support/negative-cases.ts';
import { benchOf, passes } from '../../../support/signature-bench.ts';
const BAD_VALUE = stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value');
const WEAK = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithms');
const NOT_MATCHED = stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE', 'algorithm-match');

const [bench, rsa, gost] = await Promise.all([benchOf('p256'), benchOf('rsa2048'), benchOf('gost512')]);
const benches = { p256: bench, rsa2048: rsa, gost512: gost };
const kinds = ['p256', 'rsa2048', 'gost512'] as const;

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

const cases: Record<string, readonly [Outcome, Bench, Partial<SignerOrder>]> = {
  'an unknown digest': [WEAK, bench, { digestAlgorithm: withNull('1.2.840.113549.2.5') }],
  'a digest with parameters': [
    WEAK,
    bench,
    { digestAlgorithm: sequence(oid('2.16.840.1.101.3.4.2.1'), integer(1)) },
  ],
  'an unknown signature algorithm': [WEAK, bench, { signatureAlgorithm: withNull('1.2.3.4') }],
  'SHA-1 with RSA': [
    WEAK,
    rsa,
    {
      digestAlgorithm: digestIdentifier('sha1'),
      signatureAlgorithm: withNull('1.2.840.113549.1.1.5'),
      attributes: digestBy('sha1'),
      sign: signWith(rsa.person, 'sha1'),
    },
  ],
  'SHA-1 with ECDSA': [
    WEAK,
    bench,
    {
      digestAlgorithm: digestIdentifier('sha1'),
      signatureAlgorithm: sequence(oid('1.2.840.10045.4.1')),
      attributes: digestBy('sha1'),
      sign: signWith(bench.person, 'sha1'),
    },
  ],
  'a digest that differs from the hash of the signature': [
    NOT_MATCHED,
    rsa,
    { digestAlgorithm: digestIdentifier('sha512'), attributes: digestBy('sha512') },
  ],
  'PSS with SHA-1 by default': [
    NOT_MATCHED,
    rsa,
    {
      signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.10'), sequence()),
      sign: signWith(rsa.person, 'sha1', { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 }),
    },
  ],
  'PSS without its parameters': [WEAK, rsa, { signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.10')) }],
  'PSS whose parameters are no structure': [
    WEAK,
    rsa,
    { signatureAlgorithm: withNull('1.2.840.113549.1.1.10') },
  ],
  'PSS whose mask is made with another digest': [
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

const judged = async (of: Bench, order: Partial<SignerOrder>): Promise<Outcome> =>
  outcomeOf(await verdictOn(of, { signature: await sign(of, order) }));
const judgedKey = async (key: KeyPair): Promise<Outcome> => {
  const person = await rsa.pki.person({ key });
  return outcomeOf(
    await verdictOn(rsa, { signature: await signDetached({ signer: person, content: DOCUMENT }) }),
  );
};

export const RULE_3_ALGORITHMS: readonly NegativeCase[] = [
  ...rows(cases, judged).flatMap(([expected, table]) => negativesOf(3, passes('rsa2048'))(expected, table)),
  ...negativesOf(3, passes('rsa2048'))(WEAK, {
    'an RSA key of 1024 bits': () => judgedKey(makeKeyPair('rsa1024')),
  }),
  ...negativesOf(3, passes('gost512'))(
    stopped('INDETERMINATE', 'CRYPTO_CONSTRAINTS_FAILURE_NO_POE', 'algorithms'),
    {
      'a national key of the standard of 2004, today': () => judgedKey(makeKeyPair('gost2004')),
    },
  ),
];

export const RULE_4_VALUE: readonly NegativeCase[] = kinds.flatMap((kind) => {
  const of = benches[kind];
  const { privateKey } = of.person.key;
  const changed = Object.entries(changes).map(
    ([name, change]) =>
      [
        `${name} (${kind})`,
        () => judged(of, { sign: async (bytes) => change(await signBytes(privateKey, bytes)) }),
      ] as const,
  );
  return negativesOf(4, passes(kind))(BAD_VALUE, {
    ...Object.fromEntries(changed),
    [`a signature by the key of somebody else (${kind})`]: async () => {
      const other = await of.pki.person();
      return judged(of, { sign: (bytes) => signBytes(other.key.privateKey, bytes) });
    },
  });
});

const ORDER_OF_THE_GROUP = writeLittleEndian(GOST_512_A.n, 64);
export const RULE_4_NUMBERS: readonly NegativeCase[] = [
  ...negativesOf(4, passes('gost512'))(BAD_VALUE, {
    'a national signature whose numbers are the order of the group': () =>
      judged(gost, { sign: () => Uint8Array.from([...ORDER_OF_THE_GROUP, ...ORDER_OF_THE_GROUP]) }),
  }),
  ...negativesOf(4, passes('rsa2048'))(BAD_VALUE, {
    'an RSA signature under the name of an elliptic one': () =>
      judged(rsa, { signatureAlgorithm: sequence(oid('1.2.840.10045.4.3.2')) }),
  }),
];
