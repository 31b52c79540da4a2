import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  element,
  integer,
  octetString,
  sequence,
  setOf,
} from '../../../src/signature/portable/der-writer.ts';
import { concat } from '../../../src/signature/portable/der-writer.ts';
import { writeArmour } from '../../../src/signature/portable/armour.ts';
import { attribute, makeMessage, makeSigner } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  makeBench,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
} from '../../support/signature-bench.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const repeat = (bytes: readonly number[], times: number): Uint8Array =>
  Uint8Array.from({ length: bytes.length * times }, (_, i) => bytes[i % bytes.length] as number);

let bench: Bench;
let good: Uint8Array;

beforeAll(async () => {
  bench = await makeBench();
  good = await sign(bench);
});

/** So many elements inside each other, with lengths that are right. */
function nested(depth: number): Uint8Array {
  let inner = Uint8Array.of(0x05, 0x00);
  for (let i = 0; i < depth; i += 1) inner = sequence(inner) as Uint8Array<ArrayBuffer>;
  return inner;
}

const UNREADABLE = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'input-readable');
const NO_SIGNED_DATA = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-data');
const OVER_LIMIT = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'limits');

describe('input of every form is read, when it is a signature', () => {
  const forms: Record<string, () => Uint8Array> = {
    DER: () => good,
    'base64 in one line': () => text(Buffer.from(good).toString('base64')),
    'base64 in lines': () =>
      text(
        (
          Buffer.from(good)
            .toString('base64')
            .match(/.{1,76}/g) ?? []
        ).join('\n'),
      ),
    'PEM as NCALayer writes it': () => text(writeArmour(good)),
    'PEM of PKCS7': () => text(writeArmour(good, 'PKCS7')),
    'BER with a long length': () =>
      concat(Uint8Array.of(0x30, 0x84), lengthOf(good), good.subarray(headerOf(good))),
    'BER of indefinite length': () =>
      concat(Uint8Array.of(0x30, 0x80), good.subarray(headerOf(good)), Uint8Array.of(0, 0)),
  };

  test.each(Object.keys(forms))('%s passes', async (form) => {
    const verdict = await verdictOn(bench, { signature: (forms[form] as () => Uint8Array)() });
    expect([verdict.indication, outcomeOf(verdict)]).toEqual([
      'TOTAL-PASSED',
      { indication: 'TOTAL-PASSED', subIndication: undefined, stoppedBy: undefined },
    ]);
  });
});

const headerOf = (der: Uint8Array): number =>
  (der[1] as number) < 0x80 ? 2 : 2 + ((der[1] as number) & 0x7f);
const lengthOf = (der: Uint8Array): Uint8Array => {
  const length = der.length - headerOf(der);
  return Uint8Array.of(0, 0, length >> 8, length & 0xff);
};

describe('input that is no signature is refused by name', () => {
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
  test.each(Object.keys(unreadable))('%s', async (name) => {
    const verdict = await verdictOn(bench, { signature: (unreadable[name] as () => Uint8Array)() });
    expect(outcomeOf(verdict)).toEqual(UNREADABLE);
  });

  const noSignedData: Record<string, () => Uint8Array> = {
    'a message cut in the middle': () => good.subarray(0, good.length >> 1),
    'a message without its last byte': () => good.subarray(0, -1),
    'a message with a byte more': () => concat(good, Uint8Array.of(0)),
    'a header alone': () => Uint8Array.of(0x30, 0x80),
    'a length of one gigabyte': () => concat(Uint8Array.of(0x30, 0x84, 0x40, 0, 0, 0), good.subarray(4)),
    'a length of eight octets': () => concat(Uint8Array.of(0x30, 0x88, 1, 2, 3, 4, 5, 6, 7, 8), good),
    'a high tag number': () => sequence(Uint8Array.of(0x1f, 0x81, 0x01, 0x00)),
    'an empty sequence': () => sequence(),
    'a sequence of numbers': () => sequence(integer(1), integer(2)),
    'a certificate': () => bench.person.der,
    'enveloped data': () => makeMessage({ signers: [], outerType: '1.2.840.113549.1.7.3' }),
    'plain data': () => makeMessage({ signers: [], outerType: '1.2.840.113549.1.7.1' }),
    'a version that does not exist': () => makeMessage({ signers: [], version: 2 }),
    'a text where a signer should stand': () => makeMessage({ signers: [octetString(DOCUMENT)] }),
    'a certificate that is a number': () => makeMessage({ signers: [], certificates: [integer(3)] }),
    'an element that ends after its parent': () => sequence(Uint8Array.of(0x06, 0x09, 0x2a)),
  };
  test.each(Object.keys(noSignedData))('%s', async (name) => {
    const verdict = await verdictOn(bench, { signature: (noSignedData[name] as () => Uint8Array)() });
    expect(outcomeOf(verdict)).toEqual(NO_SIGNED_DATA);
  });

  test('a message that nobody signed', async () => {
    const signature = makeMessage({ signers: [], certificates: [bench.person.der] });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signer-count'),
    );
  });

  test('a signer whose version does not fit the way it is named', async () => {
    const signature = await sign(bench, { version: 3 });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(NO_SIGNED_DATA);
  });
});

describe('input beyond a limit is refused with the name of the limit', () => {
  const many = (count: number): Uint8Array[] => Array.from({ length: count }, () => bench.person.der);
  const attributes = (count: number): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => attribute(`1.2.3.${i + 1}`, integer(i)));

  const hostile: Record<string, readonly [limit: string, make: () => Uint8Array | Promise<Uint8Array>]> = {
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
  test.each(Object.keys(hostile))('%s', async (name) => {
    const [limit, make] = hostile[name] as (typeof hostile)[string];
    const verdict = await verdictOn(bench, { signature: await make() });
    expect([outcomeOf(verdict), verdict.checks.at(-1)?.evidence]).toEqual([OVER_LIMIT, limit]);
  });

  test('a message longer than is allowed', async () => {
    const verdict = await verdictOn(bench, { signature: good, limits: { messageBytes: 100 } });
    expect([outcomeOf(verdict), verdict.checks.at(-1)?.evidence]).toEqual([OVER_LIMIT, 'messageBytes']);
  });

  test('a document longer than is allowed', async () => {
    const verdict = await verdictOn(bench, { signature: good, limits: { contentBytes: 3 } });
    expect([outcomeOf(verdict), verdict.checks.at(-1)?.evidence]).toEqual([OVER_LIMIT, 'contentBytes']);
  });

  test('a signer set of other things is not looked into', async () => {
    const signature = makeMessage({ signers: [setOf(integer(1))] });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(NO_SIGNED_DATA);
  });
});
