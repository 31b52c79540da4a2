import { beforeAll, describe, expect, test } from '@jest/globals';
import { POLICIES } from '../../../src/signature/index.ts';
import { makeBench, outcomeOf, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await makeBench();
});

describe('the certificate of the signer: the one that is named, and bound', () => {
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
});
