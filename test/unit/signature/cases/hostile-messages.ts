// Messages made to keep a verifier busy, or to be taken for something else, each with the verdict that names it.
import { makeKeyPair } from '../../../../sandbox/authority/key-pair.ts';
import { extension } from '../../../../sandbox/authority/extensions.ts';
import { personName } from '../../../../sandbox/authority/names.ts';
import {
  concat,
  element,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../../../src/signature/portable/der-writer.ts';
import { digest } from '../../../../src/signature/portable/digest.ts';
import { attribute, makeMessage, makeSigner, signDetached } from '../../../support/cms-kit.ts';
import {
  DOCUMENT,
  sign,
  stopped,
  type Bench,
  type Outcome,
  type Trial,
} from '../../../support/signature-bench.ts';
import {
  authorityExtensions,
  commonName,
  issue,
  personExtensions,
  PERSON,
  type Party,
} from '../../../support/signature-kit.ts';

export interface Hostile {
  readonly expected: Outcome;
  readonly make: (bench: Bench) => Promise<Trial> | Trial;
}

const repeat = (bytes: readonly number[], times: number): Uint8Array =>
  new Uint8Array(Buffer.alloc(bytes.length * times, Uint8Array.from(bytes)));
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const MB = 1024 * 1024;

const UNREADABLE = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'input-readable');
const NO_MESSAGE = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-data');
const OVER_LIMIT = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'limits');
const OVER_PATH_LIMIT = stopped('INDETERMINATE', 'CERTIFICATE_CHAIN_GENERAL_FAILURE', 'limits');
const ATTRIBUTES = stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'signed-attributes');
const NO_PATH = stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built');
export const PASSED: Outcome = { indication: 'TOTAL-PASSED', subIndication: undefined, stoppedBy: undefined };

/** Authorities that all signed each other, below no anchor, and somebody below the first of them. */
async function hall(bench: Bench, size: number): Promise<Trial> {
  const keys = times(size, () => makeKeyPair('p256'));
  const at = (i: number): Pick<Party, 'name' | 'key'> => ({
    name: commonName(`HALL ${i}`),
    key: keys[i] as Party['key'],
  });
  const certificates: Uint8Array[] = [];
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const { name: subject, key } = at(i);
      const serial = Uint8Array.of(1, i, j);
      const order = { subject, key, issuer: at(j), serial, extensions: authorityExtensions };
      if (i !== j) certificates.push((await issue(order)).der);
    }
  const signer = await bench.pki.person({ issuer: at(0) });
  const signature = await signDetached(
    { signer, content: DOCUMENT },
    { certificates: [signer.der, ...certificates] },
  );
  return { signature, trust: bench.pki.trust({ intermediatesFromMessage: true }) };
}

export const HOSTILE_MESSAGES: Readonly<Record<string, Hostile>> = {
  nothing: { expected: UNREADABLE, make: () => ({ signature: new Uint8Array() }) },
  'a message cut in the middle': {
    expected: NO_MESSAGE,
    make: async (bench) => ({ signature: (await sign(bench)).subarray(0, 400) }),
  },
  'a length of one gigabyte': {
    expected: NO_MESSAGE,
    make: async (bench) => ({
      signature: concat(Uint8Array.of(0x30, 0x84, 0x40, 0, 0, 0), (await sign(bench)).subarray(4)),
    }),
  },
  'sixteen megabytes of indefinite lengths': {
    expected: OVER_LIMIT,
    make: () => ({ signature: repeat([0x30, 0x80], 8 * MB) }),
  },
  'a string in fifteen thousand pieces': {
    expected: NO_MESSAGE,
    make: () => ({
      signature: concat(repeat([0x30, 0x80, 0x24, 0x80], 1), repeat([4, 1, 65], 15_000), new Uint8Array(4)),
    }),
  },
  '10,000 sequences inside each other': {
    expected: OVER_LIMIT,
    make: () => ({
      signature: times(10_000, (i) => i).reduce<Uint8Array>((inner) => sequence(inner), nullValue()),
    }),
  },
  'millions of small elements': {
    expected: OVER_LIMIT,
    make: () => ({ signature: element(0x30, repeat([5, 0], 4 * MB)) }),
  },
  'sixteen megabytes of base64': {
    expected: OVER_LIMIT,
    make: () => ({ signature: text('MIIB'.repeat(4 * MB)) }),
  },
  'a megabyte of armour that begins and never ends': {
    expected: UNREADABLE,
    make: () => ({ signature: text('-----BEGIN CMS-----'.repeat(55_000)) }),
  },
  '1,000 certificates': {
    expected: OVER_LIMIT,
    make: ({ person }) => ({
      signature: makeMessage({ signers: [], certificates: times(1_000, () => person.der) }),
    }),
  },
  'as many certificates as are allowed': {
    expected: PASSED,
    make: async (bench) => ({
      signature: await sign(bench, {}, { certificates: times(64, () => bench.person.der) }),
    }),
  },
  'certificates with names of 100,000 letters': {
    expected: { ...PASSED },
    make: async (bench) => {
      const name = sequence(
        element(0x31, sequence(oid('2.5.4.3'), element(0x0c, text('X'.repeat(100_000))))),
      );
      const { der, certificate } = bench.person;
      const at = Buffer.from(der).indexOf(Buffer.from(certificate.issuer.bytes));
      const long = sequence(sequence(der.subarray(8, at), name, der.subarray(at)));
      return { signature: await sign(bench, {}, { certificates: [der, ...times(63, () => long)] }) };
    },
  },
  'names of the greatest length, all the same, below no anchor': {
    expected: NO_PATH,
    make: async (bench) => {
      const subject = [['CN', 'X'.repeat(900)]] as const;
      const key = makeKeyPair('p256');
      const certificates = await Promise.all(
        times(63, (i) =>
          issue({ subject, key, serial: Uint8Array.of(1, i), extensions: authorityExtensions }),
        ),
      );
      const signer = await issue({
        subject: personName(PERSON),
        issuer: { name: subject, key },
        extensions: personExtensions,
      });
      const signature = await signDetached(
        { signer, content: DOCUMENT },
        { certificates: [signer.der, ...certificates.map(({ der }) => der)] },
      );
      return { signature, trust: bench.pki.trust({ intermediatesFromMessage: true }) };
    },
  },
  'a certificate of 5,000 extensions': {
    expected: stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate'),
    make: async (bench) => {
      const { der } = bench.person;
      const odd = Buffer.concat(times(5_000, (i) => extension(`1.2.3.${i}`, nullValue())));
      const at = Buffer.from(der).lastIndexOf(Buffer.from([0xa3]));
      const many = sequence(sequence(der.subarray(8, at), explicit(3, element(0x30, odd))));
      return { signature: await sign(bench, {}, { certificates: times(64, () => many) }) };
    },
  },
  'two authorities that signed each other': { expected: NO_PATH, make: (bench) => hall(bench, 2) },
  'eight authorities that all signed each other': {
    expected: OVER_PATH_LIMIT,
    make: (bench) => hall(bench, 8),
  },
  'sixteen signers': {
    expected: PASSED,
    make: async ({ person }) => {
      const signer = await makeSigner({ signer: person, content: DOCUMENT });
      const signature = makeMessage({ signers: times(16, () => signer), certificates: [person.der] });
      return { signature, policy: 'any-document' };
    },
  },
  'an attribute twice': {
    expected: ATTRIBUTES,
    make: async (bench) => ({
      signature: await sign(bench, {
        attributes: (usual) => [...Object.values({ ...usual }), usual.signingTime],
      }),
    }),
  },
  'two digests of the content': {
    expected: ATTRIBUTES,
    make: async (bench) => ({
      signature: await sign(bench, {
        attributes: (usual) => [
          ...Object.values({ ...usual }),
          attribute('1.2.840.113549.1.9.4', octetString(digest('sha256', text('another')))),
        ],
      }),
    }),
  },
  'another type of content': {
    expected: stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-type'),
    make: async (bench) => ({ signature: await sign(bench, {}, { contentType: '1.2.3' }) }),
  },
  'content that is a set of many thousand attributes': {
    expected: stopped('TOTAL-FAILED', 'FORMAT_FAILURE', 'content-not-attributes'),
    make: async (bench) => {
      const content = element(0x31, repeat([0x30, 7, 6, 1, 0x2a, 0x31, 2, 5, 0], 200_000));
      return { signature: await sign(bench, { content }, { inside: content }), content };
    },
  },
  'unsigned attributes as long as the second opinion would read': {
    expected: PASSED,
    make: async (bench) => {
      const odd = sequence(...times(250, () => sequence(...times(30, () => oid('1.2.840.113549.1.9.16')))));
      return { signature: await sign(bench, { unsigned: () => [attribute('1.2.3', odd)] }) };
    },
  },
};
