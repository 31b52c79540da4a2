// Which failures are tried again and how long: one table, with the total in words. Only "try again" problems and broken infrastructure
// retry; a bug fails its job at once, stays visible and is told to the operator.

export interface RetryRule {
  readonly attempts: number;
  /** First pause; each further one is twice as long, with a fifth of chance in it, up to `longestPause`. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** For the operator. */
  readonly total: string;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

export const RETRY = {
  /** Work inside our own house: the database or Redis was away. */
  house: {
    attempts: 12,
    firstPauseMs: SECOND,
    longestPauseMs: 15 * MINUTE,
    total: '12 attempts, about 32 minutes',
  },
  /** Somebody else's system: revocation services, the operator of short messages. */
  outside: {
    attempts: 24,
    firstPauseMs: 5 * SECOND,
    longestPauseMs: 30 * MINUTE,
    total: '24 attempts, about 8 hours',
  },
} as const satisfies Readonly<Record<string, RetryRule>>;

/** The pause before an attempt; `attempt` counts those that failed. */
export function pauseBefore(rule: RetryRule, attempt: number, chance: number): number {
  const pause = Math.min(rule.firstPauseMs * 2 ** (attempt - 1), rule.longestPauseMs);
  return Math.round(pause * (0.9 + 0.2 * chance));
}
