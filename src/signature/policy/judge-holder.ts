// Holds the holder of a certificate against a policy: purpose of the key, kind of holder, role, numbers.
import type { Findings } from '../verdict/findings.ts';
import { hasCheckDigit, TEST_NUMBERS, type Holder } from './holder.ts';
import type { SignaturePolicy } from './policies.ts';

export interface Expectation {
  readonly iin?: string | undefined;
  readonly bin?: string | undefined;
}

/** Judges who signed. Evidence never repeats a number: the caller knows the expected one, and another's is nobody's business. */
export function judgeHolder(
  holder: Holder,
  policy: SignaturePolicy,
  { expect, admitTests }: { expect: Expectation; admitTests: boolean },
  findings: Findings,
): void {
  const { purposes, roles } = policy;
  if (purposes)
    findings.judge(
      'key-purpose',
      purposes.includes(holder.purpose) ? undefined : `the key is for ${holder.purpose}`,
      {
        evidence: holder.purpose,
        source: 'keyUsage, extKeyUsage',
        otherwise: 'CHAIN_CONSTRAINTS_FAILURE',
      },
    );
  if (policy.holder)
    findings.judge('holder-kind', holder.kind === policy.holder ? undefined : `held by ${holder.kind}`, {
      evidence: holder.kind,
      source: 'extKeyUsage',
      otherwise: 'CHAIN_CONSTRAINTS_FAILURE',
    });
  if (roles)
    findings.judge(
      'holder-role',
      roles.some((role) => holder.roles.includes(role)) ? undefined : 'without such a role',
      {
        evidence: holder.roles.join(', '),
        source: 'extKeyUsage',
        otherwise: 'CHAIN_CONSTRAINTS_FAILURE',
      },
    );
  for (const number of ['iin', 'bin'] as const) {
    const flaw = numberFlaw(holder[number], expect[number], policy[number], admitTests);
    if (flaw === 'not-asked') continue;
    findings.judge(number === 'iin' ? 'holder-iin' : 'holder-bin', flaw, {
      evidence: expect[number] === undefined ? 'well-formed' : 'as expected',
      source: number === 'iin' ? 'subject serialNumber' : 'subject organizationalUnit',
      otherwise: 'SIG_CONSTRAINTS_FAILURE',
    });
  }
  if ([holder.iin, holder.bin].some((number) => number !== undefined && TEST_NUMBERS.has(number)))
    findings.warnings.add('test-identity');
}

function numberFlaw(
  found: string | undefined,
  expected: string | undefined,
  rule: SignaturePolicy['iin'],
  admitTests: boolean,
): string | undefined {
  if (expected === undefined && rule === 'if-expected') return 'not-asked';
  if (expected === undefined && rule === 'expected') return 'the caller did not say which';
  if (found === undefined) return 'absent, or not exactly one';
  const isTest = TEST_NUMBERS.has(found);
  if (isTest && !admitTests) return 'a test number under a trust set that does not admit it';
  if (!isTest && !hasCheckDigit(found)) return 'its check digit is wrong';
  return expected === undefined || found === expected ? undefined : 'another one than expected';
}
