// The door of the slice: reference data that people keep up without a programmer. So far the years of the working calendar.
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import { describeError } from '../platform/log.ts';
import type { Bound } from '../platform/result.ts';
import { createCalendarStore } from './calendar-store.ts';
import { knownYears, loadCalendar, writableYears, writeYear, type KnownYear } from './edit-calendar.ts';

export interface Reference {
  knownYears(): Promise<readonly KnownYear[]>;
  writableYears(): Promise<readonly number[]>;
  writeYear: Bound<typeof writeYear>;
  /** Takes over what was written by any process. */
  load(): Promise<void>;
  close(): void;
}

/** Another process hears of a new year after this long at the latest. */
const LOOK_EVERY_MS = 15_000;

export function createReference(given: {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly log: Log;
}): Reference {
  const deps = { store: createCalendarStore(given.connection), clock: given.clock };
  const load = (): Promise<void> => loadCalendar(deps);
  const looking = setInterval(() => {
    load().catch((error: unknown) => {
      given.log.debug({ err: describeError(error) }, 'the calendar could not be read now');
    });
  }, LOOK_EVERY_MS);
  looking.unref();
  return {
    knownYears: () => knownYears(deps),
    writableYears: () => writableYears(deps),
    writeYear: (input) => writeYear(deps, input),
    load,
    close: () => {
      clearInterval(looking);
    },
  };
}

export { referencePaths } from './reference-paths.ts';
export type { KnownYear } from './edit-calendar.ts';
