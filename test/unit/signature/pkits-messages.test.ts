import { describe, expect, test } from '@jest/globals';
import { Budget } from '../../../src/signature/limits.ts';
import { judge } from '../../../src/signature/pipeline/judge.ts';
import { POLICIES, type SignaturePolicy } from '../../../src/signature/policy/policies.ts';
import { HISTORIC_ALGORITHMS } from '../../../src/signature/policy/algorithm-policy.ts';
import { trustFromCertificates } from '../../../src/signature/trust/trust-from-certificates.ts';
import { ANY_POLICY } from '../../../src/signature/x509/object-identifiers.ts';
import { Pkits, PKITS_MOMENT, pkitsIsInstalled, type PkitsCase } from '../../support/pkits.ts';

/** The signed part of an S/MIME message, in the line ends of mail, and the signature over it. */
function openMail(mail: string): { content: Uint8Array; signature: Uint8Array } {
  const boundary = /boundary="([^"]+)"/.exec(mail)?.[1];
  if (!boundary) throw new Error('no boundary');
  const [, signed = '', signature = ''] = mail.replace(/\r?\n/g, '\r\n').split(`--${boundary}`);
  return {
    content: Buffer.from(signed.replace(/^\r\n|\r\n$/g, ''), 'latin1'),
    signature: Buffer.from(signature.slice(signature.indexOf('\r\n\r\n') + 4), 'latin1'),
  };
}

/** Name of a message or of a target, without what one of them adds to it. */
const plain = (name: string): string => name.replace(/EE$/, '').toLowerCase();

/** Messages whose name differs from that of their target. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AllCertificatesSamePolicyTest1: 'ValidCertificatePathTest1',
  InvalidNameChainingEETest1: 'InvalidNameChainingTest1',
  InvalidSelfIssuedDNnameConstraintsTest20: 'InvalidDNnameConstraintsTest20',
  InvalidonlyContainsCACertsCRLTest12: 'InvalidonlyContainsCACertsTest12',
  InvalidonlyContainsUserCertsCRLTest11: 'InvalidonlyContainsUserCertsTest11',
  MissingCRLTest1: 'InvalidMissingCRLTest1',
  ValidNameChainingUIDsTest6: 'ValidNameUIDsTest6',
  ValidSelfIssuedDNnameConstraintsTest19: 'ValidDNnameConstraintsTest19',
  ValidSignaturesTest1: 'ValidCertificatePathTest1',
  ValidonlyContainsCACertsCRLTest13: 'ValidonlyContainsCACertsTest13',
};

/** Messages of the suite carry no signed reference to the certificate, and some of their authorities sign by DSA and SHA-1 of 2011. */
const policyFor = (item: PkitsCase): SignaturePolicy => ({
  ...POLICIES['any-document'],
  algorithms: {
    ...HISTORIC_ALGORITHMS,
    digests: { ...HISTORIC_ALGORITHMS.digests, sha1: {} },
    keys: { ...HISTORIC_ALGORITHMS.keys, dsa: {} },
  },
  pathInputs: {
    initialPolicies: new Set(item.initialPolicies ?? [ANY_POLICY]),
    requireExplicitPolicy: item.requireExplicitPolicy ?? false,
    inhibitPolicyMapping: item.inhibitPolicyMapping ?? false,
    inhibitAnyPolicy: item.inhibitAnyPolicy ?? false,
  },
});

if (!pkitsIsInstalled) {
  test.skip('NIST PKITS messages need python3-cryptography-vectors', () => {
    throw new Error('skipped');
  });
} else {
  const pkits = new Pkits();
  const trust = trustFromCertificates([pkits.anchor]);
  const cases = pkits.cases();
  const joined = [...pkits.messages()].flatMap(([name, mail]) => {
    const target = plain(OTHER_NAMES[name] ?? name);
    return cases
      .filter((item) => plain(item.target) === target)
      .map((item, i) => [`${name}, inputs ${i + 1}`, item, mail] as const);
  });
  const verdictOn = async (item: PkitsCase, mail: string, changed = false) => {
    const { content, signature } = openMail(mail);
    if (changed) content[content.length - 1] = (content.at(-1) as number) ^ 1;
    const now = PKITS_MOMENT.getTime();
    const known = { crls: [], ocsp: [], now, receivedAt: now, trust, policy: policyFor(item) };
    return (await judge({ signature, content }, { ...known, budget: new Budget() })).verdict;
  };

  describe('NIST PKITS signed messages', () => {
    test('all 224 messages are joined with their cases', () => {
      expect(new Set(joined.map(([name]) => name.replace(/,.*/, ''))).size).toBe(224);
      expect(joined).toHaveLength(254);
    });

    test.each(joined)('%s', async (_name, item, mail) => {
      const verdict = await verdictOn(item, mail);
      const findings = item.valid ? [verdict.subIndication, verdict.checks, verdict.signatures] : [];
      expect([verdict.indication === 'TOTAL-PASSED', ...findings]).toEqual([item.valid, ...findings]);
    });

    test('not one of them passes when the last byte of its content is another', async () => {
      const passed: string[] = [];
      for (const [name, item, mail] of joined)
        if ((await verdictOn(item, mail, true)).indication === 'TOTAL-PASSED') passed.push(name);
      expect(passed).toEqual([]);
    });
  });
}
