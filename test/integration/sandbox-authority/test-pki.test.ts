// The table of test certificates does to OpenSSL what it says: good rows pass, each bad row fails for its own reason.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestPki } from '../../support/test-pki.ts';
import type { AuthorityName, HolderName } from '../../support/test-pki.ts';
import { openssl } from './openssl.ts';

const bench = openssl();
const pki = createTestPki('p256', new Date());
let root: string;
beforeAll(async () => {
  root = await bench.pem('root', (await pki.authority('root')).certificate);
});
afterAll(() => bench.clear());

const verdict = async (name: HolderName, ...above: AuthorityName[]): Promise<string> => {
  const untrusted = await Promise.all(
    above.map(async (each) => ['-untrusted', await bench.pem(each, (await pki.authority(each)).certificate)]),
  );
  const { certificate } = await pki.holder(name);
  const args = ['verify', '-purpose', 'any', '-check_ss_sig', '-auth_level', '2', '-CAfile', root];
  const { output } = await bench.outcome(
    ...args,
    ...untrusted.flat(),
    await bench.pem(`holder-${name}`, certificate),
  );
  return output;
};

describe('the table of test certificates', () => {
  test.each<[HolderName, string, AuthorityName[]]>([
    ['good', ': OK', ['issuing']],
    ['head', ': OK', ['issuing']],
    ['authentication', ': OK', ['issuing']],
    ['revoked', ': OK', ['issuing']],
    ['timeStamping', ': OK', ['issuing']],
    ['expired', 'certificate has expired', ['issuing']],
    ['notYetValid', 'certificate is not yet valid', ['issuing']],
    ['weakKey', 'EE certificate key too weak', ['issuing']],
    ['forged', 'certificate signature failure', ['issuing']],
    ['withUnknownCriticalExtension', 'unhandled critical extension', ['issuing']],
    ['fromUnknownRoot', 'unable to get', ['unknownIssuing']],
    ['fromTooDeep', 'path length constraint exceeded', ['tooDeep', 'issuing']],
    ['fromWithoutCertSign', 'certificate', ['withoutCertSign']],
    ['fromNotAnAuthority', 'invalid CA certificate', ['notAnAuthority']],
    ['fromExpiredIssuing', 'certificate has expired', ['expiredIssuing']],
  ])('OpenSSL says of %s: %s', async (name, words, above) => {
    const output = await verdict(name, ...above);
    expect(output).toContain(words);
    expect(output.includes(': OK')).toBe(words === ': OK');
  });
});
