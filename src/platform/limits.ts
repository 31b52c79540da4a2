// How often something may be tried. Counted in Redis for all processes together; in this process's memory while Redis is away.
import {
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Redis } from './redis.ts';

export interface LimitRule {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

export interface Limits {
  /** Counts one try under the key. False when there were too many: the caller refuses and tells when to come back. */
  allow(rule: LimitRule, key: string): Promise<boolean>;
  /** Forgets the tries of a key, after a success. */
  forget(rule: LimitRule, key: string): Promise<void>;
}

/** @param prefix keeps the keys of several portals on one Redis apart */
export function createLimits(redis: Redis, prefix: string): Limits {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (rule: LimitRule): RateLimiterAbstract => {
    const known = limiters.get(rule.name);
    if (known !== undefined) return known;
    const size = { keyPrefix: `${prefix}:limit:${rule.name}`, points: rule.most, duration: rule.seconds };
    const limiter = new RateLimiterRedis({
      storeClient: redis,
      insuranceLimiter: new RateLimiterMemory(size),
      ...size,
    });
    limiters.set(rule.name, limiter);
    return limiter;
  };
  return {
    async allow(rule, key) {
      try {
        await limiterOf(rule).consume(key);
        return true;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return false;
        throw refusal;
      }
    },
    async forget(rule, key) {
      await limiterOf(rule).delete(key);
    },
  };
}
