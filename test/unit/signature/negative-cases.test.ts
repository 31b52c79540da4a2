import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES, testNegatives, type NegativeCase, type Twin } from '../../support/negative-cases.ts';
import { RULE_1 } from './cases/rule-1-input.ts';
import { RULE_2 } from './cases/rule-2-content.ts';
import { RULE_3_ATTRIBUTES } from './cases/rule-3-attributes.ts';
import { RULE_3_KEYS } from './cases/rule-3-keys.ts';
import { RULE_4_CERTIFICATE } from './cases/rule-4-certificate.ts';
import { RULE_3_ALGORITHMS, RULE_4_NUMBERS, RULE_4_VALUE } from './cases/rule-4-signature.ts';
import { RULE_5_CONSTRAINTS } from './cases/rule-5-constraints.ts';
import { RULE_5_PATH } from './cases/rule-5-path.ts';
import { RULE_6_LISTS } from './cases/rule-6-lists.ts';
import { RULE_6_OCSP } from './cases/rule-6-ocsp.ts';
import { RULE_7 } from './cases/rule-7-time.ts';
import { RULE_8 } from './cases/rule-8-holder.ts';
import { RULE_9 } from './cases/rule-9-signers.ts';
import { RULE_10 } from './cases/rule-10-evidence.ts';
import { RULE_11 } from './cases/rule-11-fetching.ts';
import { RULE_12 } from './cases/rule-12-anchors.ts';

const CASES: readonly NegativeCase[] = [
  RULE_1,
  RULE_2,
  RULE_3_ATTRIBUTES,
  RULE_3_ALGORITHMS,
  RULE_3_KEYS,
  RULE_4_CERTIFICATE,
  RULE_4_VALUE,
  RULE_4_NUMBERS,
  RULE_5_PATH,
  RULE_5_CONSTRAINTS,
  RULE_6_OCSP,
  RULE_6_LISTS,
  RULE_7,
  RULE_8,
  RULE_9,
  RULE_10,
  RULE_11,
  RULE_12,
].flat();
const LEAST_CASES = 150;
/** What a refusal says: the two words of a verdict, or, where no verdict is reached, the name of the refusal. */
const isNamed = (expected: object): boolean =>
  ('indication' in expected && 'subIndication' in expected) || 'refused' in expected;

describe('the table of negative cases', () => {
  test('has at least 150 of them, and some for every rule', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(LEAST_CASES);
    const rules = new Set(CASES.map(({ rule }) => String(rule)));
    expect([...rules].sort()).toEqual(Object.keys(RULES).sort());
  });

  test('has one name for each', () => {
    const names = CASES.map(({ rule, name }) => `${rule}: ${name}`);
    expect(names.filter((name, position) => names.indexOf(name) !== position)).toEqual([]);
  });

  test('says by name how each of them ends, and never that it passes', () => {
    const unnamed = CASES.filter(
      ({ expected }) => !isNamed(expected) || JSON.stringify(expected).includes('TOTAL-PASSED'),
    );
    expect(unnamed.map(({ name }) => name)).toEqual([]);
  });

  test('has a file of its own for every rule, and no other files', () => {
    const files = readdirSync(new URL('./cases/', import.meta.url));
    const rules = new Set(files.map((file) => /^rule-(\d+)-/.exec(file)?.[1]));
    expect([...rules].sort()).toEqual(Object.keys(RULES).sort());
  });

  test('has a twin for each, which passes', async () => {
    const twins = new Map<Twin, string>(CASES.map(({ twin, name }) => [twin, name]));
    const stopped: string[] = [];
    for (const [twin, name] of twins) if ((await twin()) !== 'TOTAL-PASSED') stopped.push(name);
    expect(stopped).toEqual([]);
  });
});

describe.each(Object.entries(RULES))('rule %s broken: %s', (rule) => {
  testNegatives(CASES.filter((item) => String(item.rule) === rule));
});
