import { beforeAll, describe, expect, test } from '@jest/globals';
import { personName } from '../../../sandbox/authority/names.ts';
import { POLICIES } from '../../../src/signature/index.ts';
import { bitString, integer, oid, sequence } from '../../../src/signature/portable/der-writer.ts';
import { readCertificate } from '../../../src/signature/x509/x509-certificate.ts';
import { signDetached } from '../../support/cms-kit.ts';
import {
  DOCUMENT,
  makeBench,
  outcomeOf,
  sign,
  stopped,
  verdictOn,
  type Bench,
} from '../../support/signature-bench.ts';
import { issue, personExtensions, PERSON } from '../../support/signature-kit.ts';

const BAD_VALUE = stopped('TOTAL-FAILED', 'SIG_CRYPTO_FAILURE', 'signature-value');
const NO_CERTIFICATE = stopped('INDETERMINATE', 'NO_SIGNING_CERTIFICATE_FOUND', 'signer-certificate');

let bench: Bench;
let gost: Bench;

beforeAll(async () => {
  [bench, gost] = await Promise.all([makeBench('p256'), makeBench('gost512')]);
});

describe('the certificate of the signer: the one that is named, and bound', () => {
  test('absent from the message', async () => {
    const signature = await sign(bench, {}, { certificates: [] });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(NO_CERTIFICATE);
  });

  test('only those of others', async () => {
    const signature = await sign(bench, {}, { certificates: [bench.pki.issuing.der, bench.pki.root.der] });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(NO_CERTIFICATE);
  });

  test('named by another serial number', async () => {
    const sid = sequence(bench.person.certificate.issuer.bytes, integer(99));
    expect(outcomeOf(await verdictOn(bench, { signature: await sign(bench, { sid }) }))).toEqual(
      NO_CERTIFICATE,
    );
  });

  test('named by another issuer', async () => {
    const sid = sequence(bench.pki.root.certificate.subject.bytes, integer(bench.person.certificate.serial));
    expect(outcomeOf(await verdictOn(bench, { signature: await sign(bench, { sid }) }))).toEqual(
      NO_CERTIFICATE,
    );
  });

  test('named by a key identifier that nobody has', async () => {
    const sid = Uint8Array.of(0x80, 4, 1, 2, 3, 4);
    const signature = await sign(bench, { sid, version: 3 });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(NO_CERTIFICATE);
  });

  test('named by its key identifier passes', async () => {
    const keyIdentifier = bench.person.certificate.subjectKeyIdentifier as Uint8Array;
    const sid = Uint8Array.from([0x80, keyIdentifier.length, ...keyIdentifier]);
    const signature = await sign(bench, { sid, version: 3 });
    expect(outcomeOf(await verdictOn(bench, { signature })).stoppedBy).toBeUndefined();
  });

  test('two certificates of one name: the bound one counts, whichever stands first', async () => {
    const double = await bench.pki.person({ serial: bench.person.certificate.serial });
    for (const certificates of [
      [double.der, bench.person.der],
      [bench.person.der, double.der],
    ]) {
      const verdict = await verdictOn(bench, {
        signature: await sign(bench, {}, { certificates }),
        policy: {
          ...POLICIES['citizen-application'],
          secondOpinion: 'off',
        },
      });
      expect(outcomeOf(verdict).stoppedBy).toBeUndefined();
    }
  });

  test('two certificates of one name, the wrong one first: the second implementation takes the other, and nothing passes', async () => {
    const double = await bench.pki.person({ serial: bench.person.certificate.serial });
    const signature = await sign(bench, {}, { certificates: [double.der, bench.person.der] });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('INDETERMINATE', 'CUSTOM', 'second-opinion'),
    );
  });

  test('a key that is no point of its curve', async () => {
    const spki = bench.person.key.spki.slice();
    spki[spki.length - 1] = (spki.at(-1) as number) ^ 1;
    const person = await bench.pki.person({ key: { ...bench.person.key, spki } });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(BAD_VALUE);
  });

  test('a national key that is no point of its curve', async () => {
    const spki = gost.person.key.spki.slice();
    spki[spki.length - 1] = (spki.at(-1) as number) ^ 1;
    const person = await gost.pki.person({ key: { ...gost.person.key, spki } });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(gost, { signature }))).toEqual(BAD_VALUE);
  });

  test('a national key that names another curve', async () => {
    const algorithm = sequence(
      oid('1.2.398.3.10.1.1.2.2'),
      sequence(oid('1.2.398.3.10.1.1.2.1.1'), oid('1.2.398.3.10.1.3.3')),
    );
    const key = readCertificate(gost.person.der).publicKey.key;
    const spki = sequence(algorithm, bitString(key));
    const person = await gost.pki.person({ key: { ...gost.person.key, spki } });
    const signature = await signDetached({ signer: person, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(gost, { signature }))).toEqual(BAD_VALUE);
  });

  test('a signature over nothing but a certificate that the signer issued to himself', async () => {
    const self = await issue({ subject: personName(PERSON), extensions: personExtensions });
    const signature = await signDetached({ signer: self, content: DOCUMENT });
    expect(outcomeOf(await verdictOn(bench, { signature }))).toEqual(
      stopped('INDETERMINATE', 'NO_CERTIFICATE_CHAIN_FOUND', 'path-built'),
    );
  });
});
