import { describe, expect, test } from '@jest/globals';
import { Budget } from '../../../src/signature/limits.ts';
import { judge } from '../../../src/signature/pipeline/judge.ts';
import { trustFromCertificates } from '../../../src/signature/trust/trust-from-certificates.ts';
import { joinedMessages, pkitsPolicy, openMail } from '../../support/pkits-mail.ts';
import { Pkits, PKITS_MOMENT, pkitsIsInstalled, type PkitsCase } from '../../support/pkits.ts';

if (!pkitsIsInstalled) {
  test.skip('NIST PKITS messages need python3-cryptography-vectors', () => {
    throw new Error('skipped');
  });
} else {
  const pkits = new Pkits();
  const trust = trustFromCertificates([pkits.anchor]);
  const joined = joinedMessages(pkits).map(
    ({ name, item, mail }, i) => [`${name}, inputs ${i}`, item, mail] as const,
  );
  const verdictOn = async (item: PkitsCase, mail: string, changed = false) => {
    const { content, signature } = openMail(mail);
    if (changed) content[content.length - 1] = (content.at(-1) as number) ^ 1;
    const now = PKITS_MOMENT.getTime();
    const known = { crls: [], ocsp: [], now, receivedAt: now, trust, policy: pkitsPolicy(item) };
    return (await judge({ signature, content }, { ...known, budget: new Budget() })).verdict;
  };

  describe('NIST PKITS signed messages', () => {
    test('all 224 messages are joined with their cases, 214 of them by the very name', () => {
      const messages = joinedMessages(pkits);
      expect(new Set(messages.map(({ name }) => name)).size).toBe(224);
      expect(new Set(messages.filter(({ sameName }) => sameName).map(({ name }) => name)).size).toBe(214);
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
