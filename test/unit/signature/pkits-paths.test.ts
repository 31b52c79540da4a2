import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validatePath } from '../../../src/signature/validate-path.ts';
import { Pkits, PKITS_MOMENT, pkitsIsInstalled, type PkitsCase } from '../../support/pkits.ts';

const CASES_OF_OTHERS = join(import.meta.dirname, '../../../../shared/pki/pkits-cases.json');

interface CaseOfOthers {
  readonly name: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly should_validate: boolean;
  readonly initial_policy_set: readonly string[];
  readonly explicit: boolean;
  readonly inhibit_map: boolean;
  readonly inhibit_any: boolean;
}

const inputsOf = ({
  initialPolicies,
  requireExplicitPolicy,
  inhibitPolicyMapping,
  inhibitAnyPolicy,
}: PkitsCase) => ({
  ...(initialPolicies && { initialPolicies }),
  ...(requireExplicitPolicy && { requireExplicitPolicy }),
  ...(inhibitPolicyMapping && { inhibitPolicyMapping }),
  ...(inhibitAnyPolicy && { inhibitAnyPolicy }),
});

const title = (item: PkitsCase): string => `${item.target} ${JSON.stringify(inputsOf(item))}`;

if (!pkitsIsInstalled) {
  describe('NIST PKITS paths', () => {
    test.skip('python3-cryptography-vectors is not installed (apt-get install python3-cryptography-vectors)', () => {
      throw new Error('skipped');
    });
  });
} else {
  const pkits = new Pkits();
  const cases = pkits.cases();

  describe('NIST PKITS paths', () => {
    test('the suite has its 249 cases', () => {
      expect(cases).toHaveLength(249);
    });

    test.each(cases.map((item) => [title(item), item] as const))('%s', (_title, item) => {
      const target = pkits.certificate(item.target);
      const { candidates, crls } = pkits.neighbourhood(target);
      const verdict = validatePath({
        target: target.bytes,
        candidates: candidates.map((found) => found.bytes),
        anchors: [pkits.anchor.bytes],
        crls: crls.map((found) => found.bytes),
        at: PKITS_MOMENT,
        ...inputsOf(item),
      });
      expect({
        accepted: verdict.indication === 'TOTAL-PASSED',
        why: item.valid ? verdict.checks : [],
      }).toEqual({
        accepted: item.valid,
        why: item.valid ? verdict.checks : [],
      });
    });

    test('with every certificate and every CRL of the suite at hand the results are the same', () => {
      const limits = {
        certificates: 1000,
        crls: 1000,
        pathSteps: 100_000,
        nameComparisons: 1_000_000,
        signatureChecks: 5000,
      };
      const everything = {
        candidates: [...pkits.certificates.values()].map((found) => found.bytes),
        anchors: [pkits.anchor.bytes],
        crls: [...pkits.crls.values()].map((found) => found.bytes),
        at: PKITS_MOMENT,
        limits,
      };
      const wrong = cases.filter((item) => {
        const verdict = validatePath({
          target: pkits.certificate(item.target).bytes,
          ...everything,
          ...inputsOf(item),
        });
        return (verdict.indication === 'TOTAL-PASSED') !== item.valid;
      });
      expect(wrong.map(title)).toEqual([]);
    });
  });

  if (existsSync(CASES_OF_OTHERS)) {
    const others = JSON.parse(readFileSync(CASES_OF_OTHERS, 'utf8')) as CaseOfOthers[];
    const dotted = (name: string): string =>
      name === 'anyPolicy'
        ? '2.5.29.32.0'
        : `2.16.840.1.101.3.2.1.48.${name.replace('NIST-test-policy-', '')}`;

    describe('NIST PKITS paths with the certificates and CRLs that the suite hands out for each case', () => {
      test.each(others.map((item) => [item.name, item] as const))('%s', (_name, item) => {
        const certificates = item.certs.map((name) => pkits.certificate(name).bytes);
        const verdict = validatePath({
          target: certificates.at(-1) as Uint8Array,
          candidates: certificates.slice(1, -1),
          anchors: certificates.slice(0, 1),
          crls: item.crls.map((name) => (pkits.crls.get(name) as { bytes: Uint8Array }).bytes),
          at: PKITS_MOMENT,
          initialPolicies: item.initial_policy_set.map(dotted),
          requireExplicitPolicy: item.explicit,
          inhibitPolicyMapping: item.inhibit_map,
          inhibitAnyPolicy: item.inhibit_any,
        });
        expect(verdict.indication === 'TOTAL-PASSED').toBe(item.should_validate);
      });

      test('our own table of inputs says the same as theirs', () => {
        const line = (target: string, valid: boolean, inputs: readonly unknown[]): string =>
          JSON.stringify([target, valid, ...inputs]);
        const theirs = others.map((item) =>
          line(item.certs.at(-1) as string, item.should_validate, [
            item.initial_policy_set.map(dotted).sort(),
            item.explicit,
            item.inhibit_map,
            item.inhibit_any,
          ]),
        );
        const ours = cases.map((item) =>
          line(item.target, item.valid, [
            [...(item.initialPolicies ?? ['2.5.29.32.0'])].sort(),
            item.requireExplicitPolicy ?? false,
            item.inhibitPolicyMapping ?? false,
            item.inhibitAnyPolicy ?? false,
          ]),
        );
        expect(ours.sort()).toEqual(theirs.sort());
      });
    });
  } else {
    test.skip('the table of inputs is compared where ../shared/pki is present', () => {
      throw new Error('skipped');
    });
  }
}
