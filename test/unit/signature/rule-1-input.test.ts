import { beforeAll, describe, expect, test } from '@jest/globals';
import { concat } from '../../../src/signature/portable/der-writer.ts';
import { writeArmour } from '../../../src/signature/portable/armour.ts';
import { makeBench, outcomeOf, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

let bench: Bench;
let good: Uint8Array;

beforeAll(async () => {
  bench = await makeBench();
  good = await sign(bench);
});

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
