// The clock of the stand-ins: the one of the portal, so that the whole demo jumps in time together.
import { createShiftedClock, systemClock } from '../src/platform/clock.ts';
import type { Clock } from '../src/platform/clock.ts';

/** The time of this machine, moved by the file that CLOCK_OFFSET_FILE names. */
export function sandboxClock(): Clock {
  const file = process.env.CLOCK_OFFSET_FILE;
  return file ? createShiftedClock(file) : systemClock;
}
