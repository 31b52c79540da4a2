// Rule 1: what is no signed message, or more of one than is allowed, is refused by name.
import {
  element,
  integer,
  octetString,
  sequence,
  setOf,
} from '../../../../src/signature/portable/der-writer.ts';
import { concat } from '../../../../src/signature/portable/der-writer.ts';
import { writeArmour } from '../../../../src/signature/portable/armour.ts';
import { attribute, digestIdentifier, makeMessage, makeSigner } from '../../../support/cms-kit.ts';
import {
  DOCUMENT,
  benchOf,
  explained,
  outcomeOf,
  sign,
  passes,
  stopped,
  verdictOn,
  type Explained,
  type Outcome,
} from '../../../support/signature-bench.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const repeat = (bytes: readonly number[], times: number): Uint8Array =>
  Uint8Array.from({ length: bytes.length * times }, (_, i) => bytes[i % bytes.length] as number);

import { negativesOf, rows, type NegativeCase } from '../../../support/negative-cases.ts';
const bench = await benchOf();
const good = await sign(bench);
const negatives = negativesOf(1, passes());
type Make = () => Uint8Array | Promise<Uint8Array>;

/** So many elements inside each other, with lengths that are right. */
function nested(depth: number): Uint8Array {
  let inner = Uint8Array.of(0x05, 0x00);
  for (let i = 0; i < depth; i += 1) inner = sequence(inner) as Uint8Array<ArrayBuffer>;
  return inner;
}

const UNREADABLE = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'input-readable');
const NO_SIGNED_DATA = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-data');
const OVER_LIMIT = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'limits');

const judged = (table: Readonly<Record<string, Make>>): Record<string, () => Promise<Outcome>> =>
  Object.fromEntries(
    Object.entries(table).map(([name, make]) => [
      name,
      async () => outcomeOf(await verdictOn(bench, { signature: await make() })),
    ]),
  );

const unreadable: Record<string, () => Uint8Array> = {
  nothing: () => new Uint8Array(),
  'one byte': () => Uint8Array.of(0x31),
  spaces: () => text('  \r\n '),
  'a sentence': () => text('Это не подпись.'),
  'base64 with a wrong character': () => text('MIIB*A=='),
  'base64 cut short': () => text(Buffer.from(good).toString('base64').slice(0, -3)),
  'two PEM blocks': () => text(writeArmour(good) + writeArmour(good)),
  'PEM around nothing': () => text('-----BEGIN CMS-----\r\n-----END CMS-----'),
  'a picture': () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
};

const noSignedData: Record<string, Make> = {
  'a message cut in the middle': () => good.subarray(0, good.length >> 1),
  'a message without its last byte': () => good.subarray(0, -1),
  'a message with a byte more': () => concat(good, Uint8Array.of(0)),
  'a header alone': () => Uint8Array.of(0x30, 0x80),
  'a length of one gigabyte': () => concat(Uint8Array.of(0x30, 0x84, 0x40, 0, 0, 0), good.subarray(4)),
  'a length of eight octets': () => concat(Uint8Array.of(0x30, 0x88, 1, 2, 3, 4, 5, 6, 7, 8), good),
  'the end of indefinite contents where an element should stand': () => sequence(Uint8Array.of(0, 0)),
  'a high tag number': () => sequence(Uint8Array.of(0x1f, 0x81, 0x01, 0x00)),
  'an empty sequence': () => sequence(),
  'a sequence of numbers': () => sequence(integer(1), integer(2)),
  'a certificate': () => bench.person.der,
  'enveloped data': () => makeMessage({ signers: [], outerType: '1.2.840.113549.1.7.3' }),
  'plain data': () => makeMessage({ signers: [], outerType: '1.2.840.113549.1.7.1' }),
  'a version that does not exist': () => makeMessage({ signers: [], version: 2 }),
  'a text where a signer should stand': () => makeMessage({ signers: [octetString(DOCUMENT)] }),
  'a certificate that is a number': () => makeMessage({ signers: [], certificates: [integer(3)] }),
  'a signer whose version does not fit the way it is named': () => sign(bench, { version: 3 }),
  'a version that other content would have': () => sign(bench, {}, { version: 3 }),
  'a version that other revocation data would have': () => sign(bench, {}, { version: 5 }),
  'a digest of the signer that the message does not list': () =>
    sign(bench, {}, { digests: [digestIdentifier('sha512')] }),
  'no list of digests': () => sign(bench, {}, { digests: [] }),
  'a signer set of other things': () => makeMessage({ signers: [setOf(integer(1))] }),
  'an element that ends after its parent': () => sequence(Uint8Array.of(0x06, 0x09, 0x2a)),
};

const many = (count: number): Uint8Array[] => Array.from({ length: count }, () => bench.person.der);
const attributes = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => attribute(`1.2.3.${i + 1}`, integer(i)));

const hostile: Record<string, readonly [limit: string, make: Make]> = {
  '10,000 sequences inside each other': ['nesting', () => nested(10_000)],
  '10,000 sequences of indefinite length': ['nesting', () => repeat([0x30, 0x80], 10_000)],
  'a string in pieces in pieces': ['nesting', () => repeat([0x24, 0x80], 10_000).with(0, 0x30)],
  '100,000 small elements': ['elements', () => element(0x30, repeat([0x05, 0x00], 100_000))],
  '1,000 certificates': ['certificates', () => makeMessage({ signers: [], certificates: many(1_000) })],
  '65 certificates': ['certificates', () => sign(bench, {}, { certificates: many(65) })],
  '65 revocation lists': [
    'crls',
    () => sign(bench, {}, { crls: Array.from({ length: 65 }, () => bench.list) }),
  ],
  '17 signers': [
    'signers',
    async () => {
      const signer = await makeSigner({ signer: bench.person, content: DOCUMENT });
      const signers = Array.from({ length: 17 }, (_, i) => (i === 0 ? signer : concat(signer)));
      return makeMessage({ signers, certificates: [bench.person.der] });
    },
  ],
  '33 signed attributes': [
    'attributes',
    () => sign(bench, { attributes: (usual) => [...Object.values({ ...usual }), ...attributes(29)] }),
  ],
  '33 unsigned attributes': ['attributes', () => sign(bench, { unsigned: () => attributes(33) })],
  '33 values of one attribute': [
    'attributes',
    () =>
      sign(bench, {
        unsigned: () => [attribute('1.2.3', ...Array.from({ length: 33 }, (_, i) => integer(i)))],
      }),
  ],
};

const beyond = (limit: string): Explained => ({ ...OVER_LIMIT, why: limit });

export const RULE_1: readonly NegativeCase[] = [
  ...negatives(UNREADABLE, judged(unreadable)),
  ...negatives(NO_SIGNED_DATA, judged(noSignedData)),
  ...negatives(
    stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signer-count'),
    judged({
      'a message that nobody signed': () => makeMessage({ signers: [], certificates: [bench.person.der] }),
    }),
  ),
  ...rows(
    Object.fromEntries(
      Object.entries(hostile).map(([name, [limit, make]]) => [name, [beyond(limit), make] as const]),
    ),
    async (make) => explained(await verdictOn(bench, { signature: await make() })),
  ).flatMap(([expected, table]) => negatives(expected, table)),
  ...negatives(beyond('messageBytes'), {
    'a message longer than is allowed': async () =>
      explained(await verdictOn(bench, { signature: good, limits: { messageBytes: 100 } })),
  }),
  ...negatives(beyond('contentBytes'), {
    'a document longer than is allowed': async () =>
      explained(await verdictOn(bench, { signature: good, limits: { contentBytes: 3 } })),
  }),
];
