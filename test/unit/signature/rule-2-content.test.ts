import { beforeAll, describe, expect, test } from '@jest/globals';
import { octetString, sequence } from '../../../src/signature/portable/der-writer.ts';
import { DOCUMENT, makeBench, sign, verdictOn, type Bench } from '../../support/signature-bench.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await makeBench();
});

describe('content: never a good verdict over bytes that nobody expected', () => {
  test('verifying a detached signature with the document passes', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench) });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });

  test('verifying an attached signature over the expected document passes', async () => {
    const verdict = await verdictOn(bench, { signature: await sign(bench, {}, { inside: DOCUMENT }) });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });

  test('verifying any document that is inside the message passes, and says that nothing was compared', async () => {
    const signature = await sign(bench, {}, { inside: DOCUMENT });
    const verdict = await verdictOn(bench, {
      signature,
      content: undefined,
      policy: 'any-document',
      expect: {},
    });
    expect([verdict.indication, verdict.warnings]).toEqual([
      'TOTAL-PASSED',
      ['content-not-compared', 'test-trust'],
    ]);
  });

  test('a document that only begins like a set is a document', async () => {
    const content = sequence(octetString(DOCUMENT)).with(0, 0x31);
    const verdict = await verdictOn(bench, { signature: await sign(bench, { content }), content });
    expect(verdict.indication).toBe('TOTAL-PASSED');
  });
});
