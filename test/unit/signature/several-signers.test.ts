import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeKeyPair } from '../../../sandbox/authority/key-pair.ts';
import { ATTRIBUTE_TYPE } from '../../../src/signature/cms/object-identifiers.ts';
import { verdictSchema, type Verdict } from '../../../src/signature/index.ts';
import { octetString } from '../../../src/signature/portable/der-writer.ts';
import { attribute, makeMessage, makeSigner } from '../../support/cms-kit.ts';
import { benchOf, DOCUMENT, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';
import { day, ORGANISATION, PERSON, type Party } from '../../support/signature-kit.ts';
import { personName } from '../../../sandbox/authority/names.ts';

let bench: Bench;
let people: readonly Party[];

beforeAll(async () => {
  bench = await benchOf();
  people = await Promise.all(
    (['gost512', 'rsa2048', 'p256'] as const).map((kind) => bench.pki.person({ key: makeKeyPair(kind) })),
  );
});

async function together(signers: readonly Party[]): Promise<Verdict> {
  const infos = await Promise.all(signers.map((signer) => makeSigner({ signer, content: DOCUMENT })));
  const signature = makeMessage({ signers: infos, certificates: signers.map(({ der }) => der) });
  return verdictOn(bench, { signature, policy: 'any-document', expect: {} });
}

describe('several signers', () => {
  test('of three kinds of key pass together, each with a verdict of its own', async () => {
    const verdict = await together(people);
    expect(verdict.indication).toBe('TOTAL-PASSED');
    const signed = verdict.signatures.map(({ indication, level, signer, checks }) => [
      indication,
      level,
      signer?.certificate.serial,
      checks.find(({ id }) => id === 'second-opinion')?.outcome,
    ]);
    const serials = people.map(({ certificate }) => certificate.serialHex);
    expect(new Set(signed)).toEqual(
      new Set(serials.map((serial) => ['TOTAL-PASSED', 'B', serial, 'passed'])),
    );
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
  });

  test('one of them failing leaves the verdicts of the others as they are', async () => {
    const expired = await bench.pki.person({ to: day(-1) });
    const verdict = await together([...people, expired]);
    expect([verdict.indication, verdict.subIndication]).toEqual(['INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE']);
    const bySerial = new Map(
      verdict.signatures.map(({ signer, indication }) => [signer?.certificate.serial, indication]),
    );
    expect(people.map(({ certificate }) => bySerial.get(certificate.serialHex))).toEqual(
      people.map(() => 'TOTAL-PASSED'),
    );
    expect(bySerial.get(expired.certificate.serialHex)).toBe('INDETERMINATE');
  });

  test('say who they are, a person and an organisation', async () => {
    const office = await bench.pki.person({ subject: personName(PERSON, ORGANISATION) });
    const verdict = await together([people[0] as Party, office]);
    expect(new Set(verdict.signatures.map(({ signer }) => signer?.bin))).toEqual(
      new Set([undefined, ORGANISATION.bin]),
    );
  });
});

describe('counter-signatures', () => {
  /** The message with these values under the name of counter-signatures. */
  const countersigned = (...values: readonly Uint8Array[]): Promise<Uint8Array> =>
    sign(bench, { unsigned: () => [attribute(ATTRIBUTE_TYPE.counterSignature, ...values)] });
  const counterSignature = async (over: Uint8Array): Promise<Uint8Array> =>
    makeSigner({
      signer: people[2] as Party,
      content: over,
      attributes: ({ messageDigest, signingCertificate }) => [messageDigest, signingCertificate],
    });
  const reported = (verdict: Verdict): readonly unknown[] => {
    const [signature] = verdict.signatures;
    return [
      verdict.indication,
      signature?.counterSignatures,
      signature?.warnings.includes('counter-signatures-not-verified'),
    ];
  };

  test('are counted, and that nobody verified them is said', async () => {
    const signature = await sign(bench, {
      unsigned: async (value) => [attribute(ATTRIBUTE_TYPE.counterSignature, await counterSignature(value))],
    });
    expect(reported(await verdictOn(bench, { signature }))).toEqual(['TOTAL-PASSED', 1, true]);
  });

  test('are counted each', async () => {
    const values = await Promise.all([1, 2, 3].map((octet) => counterSignature(Uint8Array.of(octet))));
    expect(reported(await verdictOn(bench, { signature: await countersigned(...values) }))).toEqual([
      'TOTAL-PASSED',
      3,
      true,
    ]);
  });

  test('that are no signatures neither help nor harm the one that they hang on', async () => {
    const signature = await countersigned(octetString(DOCUMENT));
    expect(reported(await verdictOn(bench, { signature }))).toEqual(['TOTAL-PASSED', 1, true]);
  });

  test('there are none where there are none', async () => {
    expect(reported(await verdictOn(bench, { signature: await sign(bench) }))).toEqual([
      'TOTAL-PASSED',
      0,
      false,
    ]);
  });
});
