// The only reader of the time. Everything that depends on "now" is handed a Clock, so that a term of twenty working days fits in a test.
import { readFileSync } from 'node:fs';

export interface Clock {
  /** The present moment. */
  now(): Date;
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() };

const OFFSET_IS_READ_AGAIN_AFTER = 500;

/**
 * A clock that a file moves: it holds a number of milliseconds to add, and every process reads it at least twice a second, so the
 * whole demo jumps together. Outside production only; a file that is missing or is no number means no offset.
 */
export function createShiftedClock(offsetFile: string): Clock {
  let offset = 0;
  let readAt = -Infinity;
  return {
    now() {
      const real = Date.now();
      if (real - readAt > OFFSET_IS_READ_AGAIN_AFTER) {
        readAt = real;
        offset = readOffset(offsetFile);
      }
      return new Date(real + offset);
    },
  };
}

function readOffset(file: string): number {
  try {
    const offset = Number(readFileSync(file, 'utf8').trim());
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
}
