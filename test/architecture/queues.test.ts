// Every fact reaches a queue that has a worker, and every worker has facts to wait for.
import { describe, expect, test } from '@jest/globals';
import { QUEUES, SUBSCRIBERS } from '../../src/outbox/index.ts';
import { registry } from '../../workers/registry.ts';
import { pauseBefore, RETRY } from '../../workers/retry.ts';

describe('facts and queues', () => {
  test('every queue has one worker with a handler, and no worker waits at a queue that is none', () => {
    expect(Object.keys(registry).sort()).toEqual([...QUEUES].sort());
  });

  test('every queue is told of something', () => {
    const told = new Set(Object.values(SUBSCRIBERS).flat());
    expect(QUEUES.filter((queue) => !told.has(queue))).toEqual([]);
  });

  test('every kind of fact is in the past tense and goes somewhere', () => {
    for (const [kind, queues] of Object.entries(SUBSCRIBERS)) {
      expect([kind, /^[a-z]+\.[a-z-]+$/.test(kind)]).toEqual([kind, true]);
      expect(queues.length).toBeGreaterThan(0);
    }
  });

  test('the retries take as long in sum as their row says', () => {
    const minutes = (rule: (typeof RETRY)[keyof typeof RETRY]): number => {
      let sum = 0;
      for (let attempt = 1; attempt < rule.attempts; attempt += 1) sum += pauseBefore(rule, attempt, 0.5);
      return Math.round(sum / 60_000);
    };
    expect(RETRY.house.total).toContain(
      `${RETRY.house.attempts} attempts, about ${minutes(RETRY.house)} minutes`,
    );
    expect(RETRY.outside.total).toContain(
      `${RETRY.outside.attempts} attempts, about ${Math.round(minutes(RETRY.outside) / 60)} hours`,
    );
  });
});
