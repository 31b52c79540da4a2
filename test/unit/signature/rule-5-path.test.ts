import { beforeAll, describe, expect, test } from '@jest/globals';
import { subjectKeyIdentifier } from '../../../sandbox/authority/extensions.ts';
import { makeBench, underAuthority, type Bench } from '../../support/signature-bench.ts';
import { personExtensions } from '../../support/signature-kit.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await makeBench();
});

describe('paths: to a pinned anchor, by every rule of RFC 5280', () => {
  test('a right path under another authority passes', async () => {
    expect((await underAuthority(bench, {})).stoppedBy).toBeUndefined();
  });

  test('a certificate whose two algorithms disagree cannot be read', async () => {
    await expect(bench.pki.person({ fault: 'algorithms-disagree' })).rejects.toThrow('unexpected-tag');
  });

  test('a certificate with the same extension twice cannot be read', async () => {
    const twice = (spki: Uint8Array): Uint8Array[] => [...personExtensions(spki), subjectKeyIdentifier(spki)];
    await expect(bench.pki.person({ extensions: twice })).rejects.toThrow('unexpected-tag');
  });
});
