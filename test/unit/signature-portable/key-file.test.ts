import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildCertificate } from '../../../sandbox/authority/certificate-builder.ts';
import { extendedKeyUsage, keyUsage } from '../../../sandbox/authority/extensions.ts';
import type { KeyUsage } from '../../../sandbox/authority/extensions.ts';
import { writeKeyFile } from '../../../sandbox/authority/key-file-writer.ts';
import { makeKeyPair } from '../../../sandbox/authority/key-pair.ts';
import type { KeyPair, KeyPairKind } from '../../../sandbox/authority/key-pair.ts';
import { personName } from '../../../sandbox/authority/names.ts';
import { KEY_PURPOSE } from '../../../src/signature/portable/algorithms.ts';
import { integer, octetString, oid, sequence } from '../../../src/signature/portable/der-writer.ts';
import { openKeyFile } from '../../../src/signature/portable/key-file.ts';

const PASSWORD = 'Құпия сөз-1';
const SIGNING: KeyUsage[] = ['digitalSignature', 'nonRepudiation', 'keyAgreement'];
const subject = personName(
  { iin: '123456789011', surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ', patronymic: 'ҚАЙРАТҚЫЗЫ' },
  { bin: '123456789021', name: 'АО "ТЕСТ"' },
);

const certify = (
  key: KeyPair,
  uses: KeyUsage[] = SIGNING,
  purposes: string[] = [KEY_PURPOSE.emailProtection],
) =>
  buildCertificate({
    subject,
    publicKey: key.spki,
    issuer: { name: subject, key: key.privateKey },
    notBefore: new Date('2026-05-08T06:45:13Z'),
    notAfter: new Date('2027-05-08T06:45:13Z'),
    extensions: [extendedKeyUsage([...purposes, KEY_PURPOSE.firstHead]), keyUsage(uses)],
  });

const problemOf = (bytes: Uint8Array, password = PASSWORD): string => {
  const result = openKeyFile(bytes, password);
  return result.ok ? 'none' : result.problem;
};

const key = makeKeyPair('gost512');
const certificate = await certify(key);
const file = writeKeyFile({ keys: [key], certificates: [certificate], password: PASSWORD });

describe('opening a key file', () => {
  test.each<KeyPairKind>(['gost512', 'gost256', 'rsa2048', 'p256'])(
    'a file with a key of kind %s gives key, certificate, chain and holder',
    async (kind) => {
      const own = makeKeyPair(kind);
      const issued = await certify(own);
      const result = openKeyFile(
        writeKeyFile({ keys: [own], certificates: [certificate, issued], password: PASSWORD }),
        PASSWORD,
      );
      expect(result).toMatchObject({
        ok: true,
        value: {
          privateKey: own.privateKey,
          certificate: issued,
          chain: [certificate],
          subject: {
            commonName: 'ТЕСТОВА ӘСЕЛ',
            iin: '123456789011',
            bin: '123456789021',
            organisation: 'АО "ТЕСТ"',
            roles: [KEY_PURPOSE.emailProtection, KEY_PURPOSE.firstHead],
            notBefore: new Date('2026-05-08T06:45:13Z'),
            notAfter: new Date('2027-05-08T06:45:13Z'),
            purpose: 'signing',
          },
        },
      });
    },
  );

  test('a key whose certificate lacks nonRepudiation, or e-mail protection, is for authentication', async () => {
    for (const [uses, purposes] of [
      [['digitalSignature', 'keyEncipherment'], [KEY_PURPOSE.clientAuthentication]],
      [['digitalSignature', 'keyEncipherment'], [KEY_PURPOSE.emailProtection]],
      [SIGNING, [KEY_PURPOSE.clientAuthentication]],
    ] as [KeyUsage[], string[]][]) {
      const issued = await certify(key, uses, purposes);
      const opened = openKeyFile(
        writeKeyFile({ keys: [key], certificates: [issued], password: PASSWORD }),
        PASSWORD,
      );
      expect(opened.ok && opened.value.subject.purpose).toBe('authentication');
    }
  });

  test('the key of an information system is for signing without e-mail protection', async () => {
    const issued = await certify(key, SIGNING, [`${KEY_PURPOSE.informationSystem}.12`]);
    const opened = openKeyFile(
      writeKeyFile({ keys: [key], certificates: [issued], password: PASSWORD }),
      PASSWORD,
    );
    expect(opened.ok && opened.value.subject.purpose).toBe('signing');
  });

  test('a wrong password is named as such', () => {
    expect(problemOf(file, 'Құпия сөз-2')).toBe('wrong-password');
    expect(problemOf(file, '')).toBe('wrong-password');
  });

  test('a file without a key, with two keys, or with a certificate of another key is refused', async () => {
    const other = makeKeyPair('gost512');
    const make = (keys: KeyPair[], certificates: Uint8Array[]): Uint8Array =>
      writeKeyFile({ keys, certificates, password: PASSWORD });
    expect(problemOf(make([], [certificate]))).toBe('no-key');
    expect(problemOf(make([key, other], [certificate]))).toBe('several-keys');
    expect(problemOf(make([key], []))).toBe('no-certificate');
    expect(problemOf(make([key], [await certify(other)]))).toBe('no-certificate');
  });

  test('a key of an unknown kind is refused', () => {
    const pkcs8 = sequence(integer(0), sequence(oid('1.3.101.112')), octetString(new Uint8Array(34)));
    const odd = writeKeyFile({ keys: [{ ...key, pkcs8 }], certificates: [certificate], password: PASSWORD });
    expect(problemOf(odd)).toBe('unsupported-key');
  });
});

describe('a hostile key file', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['one byte', Uint8Array.of(0x30)],
    ['a length of a gigabyte', Uint8Array.of(0x30, 0x84, 0x40, 0x00, 0x00, 0x00, 0x02, 0x01, 0x03)],
    ['a length of 2^64 bytes', Uint8Array.of(0x30, 0x88, ...new Uint8Array(8).fill(0xff))],
    ['a text', Buffer.from('-----BEGIN CERTIFICATE-----')],
    ['another version', sequence(integer(4), sequence())],
    ['thousands of open sequences', Buffer.alloc(200_000, Buffer.from([0x30, 0x80]))],
  ])('%s is no key file', (_, bytes) => {
    expect(problemOf(new Uint8Array(bytes))).toBe('not-a-key-file');
  });

  test('a file of half a megabyte is not even read', () => {
    expect(problemOf(new Uint8Array(512 * 1024))).toBe('too-large');
  });

  test('two thousand million rounds are refused before the first', () => {
    const rounds = (count: number[]): Uint8Array => {
      const bytes = file.slice();
      bytes.set(count, bytes.length - count.length);
      return bytes;
    };
    expect([...file.subarray(-4)]).toEqual([0x02, 0x02, 0x04, 0x00]);
    expect(problemOf(rounds([0x02, 0x02, 0x04, 0x01]))).toBe('wrong-password');
    const grown = sequenceWithRounds(file, Uint8Array.of(0x02, 0x04, 0x7f, 0xff, 0xff, 0xff));
    expect(problemOf(grown)).toBe('too-much-work');
    expect(problemOf(sequenceWithRounds(file, Uint8Array.of(0x02, 0x09, 0x7f, ...new Uint8Array(8))))).toBe(
      'not-a-key-file',
    );
  });

  test('a file cut off anywhere, or with any byte changed, is refused by name', () => {
    for (let length = 0; length < file.length; length += 97)
      expect(problemOf(file.subarray(0, length))).toBe('not-a-key-file');
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const bytes = file.slice();
        bytes[position] = (bytes[position] as number) ^ change;
        const problem = problemOf(bytes);
        // The MAC covers the contents; what it does not cover are names of algorithms that mean the same.
        expect([
          'not-a-key-file',
          'wrong-password',
          'too-much-work',
          'unsupported-protection',
          'none',
        ]).toContain(problem);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a hostile key file with a right MAC', () => {
  test('contents with any byte changed, cut or doubled are refused by name', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.constantFrom('change', 'cut', 'double'),
        (at, by, how) => {
          const alter = (content: Uint8Array): Uint8Array => {
            const position = at % content.length;
            const bytes = content.slice();
            bytes[position] = (bytes[position] as number) ^ by;
            if (how === 'cut') return content.subarray(0, position);
            return how === 'double' ? Uint8Array.from([...content, ...content]) : bytes;
          };
          const hostile = writeKeyFile({
            keys: [key],
            certificates: [certificate],
            password: PASSWORD,
            rounds: 1,
            alter,
          });
          expect(typeof problemOf(hostile)).toBe('string');
        },
      ),
      { numRuns: 150 },
    );
  });

  test('a certificate that is none is refused', () => {
    const odd = writeKeyFile({ keys: [key], certificates: [sequence(sequence())], password: PASSWORD });
    expect(problemOf(odd)).toBe('not-a-key-file');
  });

  test('rounds that no honest file asks for are refused inside as well', () => {
    const many = writeKeyFile({
      keys: [key],
      certificates: [certificate],
      password: PASSWORD,
      rounds: 60_000,
    });
    expect(problemOf(many)).toBe('too-much-work');
  });
});

/** The file with other octets as the number of rounds at its end, and the lengths around it made right. */
function sequenceWithRounds(bytes: Uint8Array, rounds: Uint8Array): Uint8Array {
  const body = bytes.subarray(4, bytes.length - 4);
  const macData = body.length - (0x3d - 4);
  return sequence(body.subarray(0, macData - 2), sequence(body.subarray(macData), rounds));
}
