// Messages that the national tools made with test keys, time-stamped by the centre's own authority. They lie beside the project, never in it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { trustFromCertificates, verifySignature, type TrustSet } from '../../../src/signature/index.ts';
import { readArmour } from '../../../src/signature/portable/armour.ts';
import { readCertificate } from '../../../src/signature/x509/x509-certificate.ts';
import { ROOT } from '../../support/repository.ts';

const PKI = join(ROOT, '../shared/pki');
/** The list of the test centre that lies there names this as the moment of its next update. */
const LIST_ENDS = new Date('2027-02-07T00:00:00Z');
const reason = !existsSync(join(PKI, 'samples/cms'))
  ? 'the messages of the national test centre are not here'
  : new Date() >= LIST_ENDS
    ? 'the list of the national test centre that lies here has ended'
    : undefined;
const national = reason === undefined ? describe : describe.skip;

const read = (file: string): Uint8Array => new Uint8Array(readFileSync(join(PKI, file)));
const certificate = (file: string) => {
  const armour = readArmour(read(file));
  if (!armour.ok) throw new Error(armour.problem);
  return readCertificate(armour.value);
};

/** Signers under the test hierarchy, time-stamps under that of production alone. */
function trust(): TrustSet {
  const options = {
    purpose: 'test',
    admitTestIdentities: true,
    revocation: { signer: 'asked', issuer: 'switched-off', timeStamping: 'switched-off' },
  } as const;
  const signing = trustFromCertificates(
    ['root_test_gost_2022.cer', 'nca_gost2022_test.cer'].map((file) => certificate(`trust-test/${file}`)),
    options,
  );
  const stamping = trustFromCertificates(
    ['root_gost_2022.pem', 'nca_gost_2022.pem'].map((file) => certificate(`trust-production/${file}`)),
  );
  return { ...signing, timeStamping: stamping.timeStamping };
}

const verdictOn = (message: string, content: Uint8Array, set = trust()) =>
  verifySignature(
    {
      signature: read(`samples/cms/${message}.der`),
      content,
      policy: 'citizen-application',
      expect: { iin: '123456789011' },
    },
    {
      trust: set,
      now: () => new Date(),
      offline: true,
      crls: [read('trust-test/nca_gost2022_test.crl')],
    },
  );

national(`messages of the national centre${reason === undefined ? '' : ` (skipped: ${reason})`}`, () => {
  test.each(['individual_attached', 'individual_detached'])('%s passes at level T', async (message) => {
    const verdict = await verdictOn(message, read('samples/cms/individual_document.txt'));
    expect([verdict.indication, verdict.subIndication]).toEqual(['TOTAL-PASSED', undefined]);
    const [signature] = verdict.signatures;
    expect(signature?.level).toBe('T');
    expect(signature?.bestSignatureTime.proof).toBe('time-stamp');
    expect(signature?.timeStamps[0]).toMatchObject({ accepted: true, policy: '1.2.398.3.3.2.6.4' });
  });

  test('over another document it fails by its hash', async () => {
    const document = read('samples/cms/individual_document.txt');
    document[0] = (document[0] as number) ^ 1;
    expect((await verdictOn('individual_detached', document)).subIndication).toBe('HASH_FAILURE');
    expect((await verdictOn('individual_attached', document)).subIndication).toBe('HASH_FAILURE');
  });

  test('its time-stamp proves nothing under the test hierarchy, and it is a signature without one', async () => {
    const set = trust();
    const strange = { ...set, timeStamping: { ...set.timeStamping, ...set.signing } };
    const verdict = await verdictOn(
      'individual_detached',
      read('samples/cms/individual_document.txt'),
      strange,
    );
    expect(verdict.signatures[0]?.warnings).toContain('time-stamp-not-accepted');
    expect(verdict.signatures[0]?.bestSignatureTime.proof).toBe('none');
  });
});
