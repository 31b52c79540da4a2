// Rule 5: a path leads to a pinned anchor through configured authorities, and every certificate on it holds.
import { makeKeyPair, type KeyPair } from '../../../../sandbox/authority/key-pair.ts';
import { extension } from '../../../../sandbox/authority/extensions.ts';
import { personName } from '../../../../sandbox/authority/names.ts';
import { nullValue } from '../../../../src/signature/portable/der-writer.ts';
import { signDetached } from '../../../support/cms-kit.ts';
import {
  DOCUMENT,
  benchOf,
  outcomeOf,
  passes,
  stopped,
  trusting,
  verdictOn,
  type Outcome,
} from '../../../support/signature-bench.ts';
import {
  authorityExtensions,
  commonName,
  day,
  issue,
  PERSON,
  personExtensions,
  Pki,
  type CertificateOrder,
  type Party,
} from '../../../support/signature-kit.ts';

import { negativesOf, rows, type NegativeCase } from '../../../support/negative-cases.ts';
const bench = await benchOf();
const stranger = await Pki.make('p256', 'STRANGER');
const negatives = negativesOf(5, passes());

const NO_PATH = stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built');
const stoppedByRule = (check: Outcome['stoppedBy']): Outcome => ({
  indication: 'INDETERMINATE',
  subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  stoppedBy: check,
});

const withExtension = (...more: readonly Uint8Array[]): Partial<CertificateOrder> => ({
  extensions: (spki) => [...personExtensions(spki), ...more],
});

const ofLeaf: Record<string, readonly [Outcome, Partial<CertificateOrder>]> = {
  'a certificate whose signature has one wrong bit': [NO_PATH, { fault: 'flipped-signature' }],
  'an unknown critical extension': [
    stoppedByRule('critical-extensions'),
    withExtension(extension('1.2.3.4', nullValue(), true)),
  ],
  'a malformed extension': [
    stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate'),
    withExtension(extension('2.5.29.30', nullValue(), true)),
  ],
  'a certificate that has expired': [
    stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'),
    { from: day(-400), to: day(-1) },
  ],
  'a certificate that is not yet valid': [
    stopped('TOTAL-FAILED', 'NOT_YET_VALID', 'path-validity'),
    { from: day(1), to: day(300) },
  ],
};

export const RULE_5_PATH: readonly NegativeCase[] = [
  ...rows(ofLeaf, async (order) => {
    const signature = await signDetached({ signer: await bench.pki.person(order), content: DOCUMENT });
    return outcomeOf(await verdictOn(bench, { signature }));
  }).flatMap(([expected, table]) => negatives(expected, table)),
  ...negatives(NO_PATH, {
    'a certificate of an unknown hierarchy': async () => {
      const person = await stranger.person();
      const signature = await signDetached(
        { signer: person, content: DOCUMENT },
        { certificates: [person.der, stranger.issuing.der, stranger.root.der] },
      );
      return outcomeOf(await verdictOn(bench, { signature }));
    },
    'an authority that bears the name of ours, with another key': async () => {
      const impostor = await issue({
        subject: bench.pki.issuing.name,
        issuer: stranger.root,
        extensions: authorityExtensions,
      });
      const person = await bench.pki.person({ issuer: impostor });
      const signature = await signDetached(
        { signer: person, content: DOCUMENT },
        { certificates: [person.der, impostor.der, stranger.root.der] },
      );
      return outcomeOf(await verdictOn(bench, { signature }));
    },
    'an authority under our root that is not configured, handed in with the message': async () => {
      const issuing = await issue({
        subject: commonName('SUB'),
        issuer: bench.pki.issuing,
        extensions: authorityExtensions,
      });
      const person = await bench.pki.person({ issuer: issuing });
      const signature = await signDetached(
        { signer: person, content: DOCUMENT },
        { certificates: [person.der, issuing.der] },
      );
      return outcomeOf(await verdictOn(bench, { signature }));
    },
    'two authorities that signed each other, below no anchor, without end': async () => {
      const [a, b] = [makeKeyPair('p256'), makeKeyPair('p256')];
      const [first, second] = [commonName('CROSS A'), commonName('CROSS B')];
      const cross = (
        subject: typeof first,
        key: typeof a,
        issuer: Pick<Party, 'name' | 'key'>,
      ): Promise<Party> => issue({ subject, key, issuer, extensions: authorityExtensions });
      const issuers = [
        await cross(first, a, { name: second, key: b }),
        await cross(second, b, { name: first, key: a }),
      ];
      const person = await issue({
        subject: personName(PERSON),
        issuer: { name: first, key: a },
        extensions: personExtensions,
      });
      return trusting(bench, [bench.pki.root], issuers, person);
    },
  }),
  ...negatives(stoppedByRule('basic-constraints'), {
    'a person who issues certificates': async () => {
      const person = await bench.pki.person({ issuer: bench.person });
      const signature = await signDetached(
        { signer: person, content: DOCUMENT },
        { certificates: [person.der, bench.person.der] },
      );
      const trust = bench.pki.trust({ intermediatesFromMessage: true });
      return outcomeOf(await verdictOn(bench, { signature, trust }));
    },
  }),
  ...negatives(stoppedByRule('path-length'), {
    'more authorities than the one above allows': async () => {
      const { root } = bench.pki;
      const upper = await issue({
        subject: commonName('UPPER'),
        issuer: root,
        extensions: (spki) => authorityExtensions(spki, 0),
      });
      const lower = await issue({
        subject: commonName('LOWER'),
        issuer: upper,
        extensions: authorityExtensions,
      });
      return trusting(bench, [root], [upper, lower], await bench.pki.person({ issuer: lower }));
    },
  }),
  ...negatives(stopped('INDETERMINATE', 'CERTIFICATE_CHAIN_GENERAL_FAILURE', 'limits'), {
    'eight authorities that all signed each other': async () => {
      const keys = Array.from({ length: 8 }, () => makeKeyPair('p256'));
      const nameOf = (i: number) => commonName(`HALL ${i}`);
      const pairs = keys
        .flatMap((_key, i) => keys.map((_other, j) => [i, j] as const))
        .filter(([i, j]) => i !== j);
      const hall = await Promise.all(
        pairs.map(([i, j]) =>
          issue({
            subject: nameOf(i),
            key: keys[i] as KeyPair,
            issuer: { name: nameOf(j), key: keys[j] as KeyPair },
            serial: Uint8Array.of(1, i, j),
            extensions: authorityExtensions,
          }),
        ),
      );
      const person = await issue({
        subject: personName(PERSON),
        issuer: { name: nameOf(0), key: keys[0] as KeyPair },
        extensions: personExtensions,
      });
      return trusting(bench, [bench.pki.root], hall, person);
    },
  }),
];
