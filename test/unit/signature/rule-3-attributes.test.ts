import { beforeAll, describe, expect, test } from '@jest/globals';
import { element, integer } from '../../../src/signature/portable/der-writer.ts';
import { ATTRIBUTE_TYPE } from '../../../src/signature/cms/object-identifiers.ts';
import { attribute, digestIdentifier, essV1, essV2 } from '../../support/cms-kit.ts';
import {
  all,
  ECDSA,
  ess,
  issuerSerial,
  protection,
  without,
  type Edit,
} from '../../support/attribute-kit.ts';
import { makeBench, outcomeOf, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await makeBench();
});

describe('signed attributes: what is allowed passes', () => {
  const fine: Record<string, () => Edit> = {
    'without a signing time': () => without('signingTime'),
    'with an unknown attribute': () => (usual) => [...all(usual), attribute('1.2.3.4', integer(1))],
    'with the reference by SHA-1 of RFC 2634': () =>
      without('signingCertificate', attribute(ATTRIBUTE_TYPE.signingCertificate, essV1(bench.person.der))),
    'with issuer and serial number in the reference': () =>
      without('signingCertificate', ess(essV2(bench.person.der, issuerSerial(bench.person)))),
    'with protected algorithms': () => (usual) => [
      ...all(usual),
      protection(digestIdentifier('sha256'), ECDSA),
    ],
    'with a signing time that is no time': () =>
      without(
        'signingTime',
        attribute(ATTRIBUTE_TYPE.signingTime, element(0x17, new TextEncoder().encode('yesterday'))),
      ),
  };
  test.each(Object.keys(fine))('%s', async (name) => {
    const signature = await sign(bench, { attributes: (fine[name] as () => Edit)() });
    expect(outcomeOf(await verdictOn(bench, { signature })).stoppedBy).toBeUndefined();
  });

  test('any document may do without the reference, and the verdict says so', async () => {
    const signature = await sign(bench, { attributes: without('signingCertificate') });
    const verdict = await verdictOn(bench, { signature, policy: 'any-document' });
    const check = verdict.signatures[0]?.checks.find((item) => item.id === 'signing-certificate');
    expect([verdict.indication, check?.outcome, verdict.signatures[0]?.level]).toEqual([
      'TOTAL-PASSED',
      'switched-off',
      'CMS',
    ]);
  });
});
