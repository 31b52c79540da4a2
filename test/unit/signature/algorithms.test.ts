import { describe, expect, test } from '@jest/globals';
import { COUNTED, NATIONAL } from './cases/rule-3-keys.ts';

describe('algorithms that count', () => {
  test.each([...COUNTED, ...NATIONAL])('%s passes', async (_name, indication) => {
    expect(await indication()).toBe('TOTAL-PASSED');
  });
});
