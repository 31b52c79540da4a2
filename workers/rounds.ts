// Work that nobody's act asks for and that is due by the clock alone. Each round is done by one of all workers; it asks the state first, so
// that a round cut short is made whole by the next.
import type { Portal } from '../src/compose.ts';
import { describeError } from '../src/platform/log.ts';
import { takeTurn } from '../src/platform/turn-store.ts';
import { repeat } from './repeat.ts';

export interface Round {
  readonly name: string;
  readonly what: string;
  /** Milliseconds of the portal's clock between two rounds. */
  readonly everyMs: number;
  readonly run: (portal: Portal) => Promise<void>;
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** A round ends after so many, and the next goes on: others wait for the same workers. */
const MOST_RENEWALS = 200;

export const ROUNDS: readonly Round[] = [
  {
    name: 'renew-signatures',
    what: 'kept signatures get a newer time-stamp before the certificate under the last one ends',
    everyMs: HOUR,
    run: renewSignatures,
  },
  {
    name: 'tell-of-terms',
    what: 'officers and heads are told when half, four fifths and all of a term is used up',
    everyMs: 10 * SECOND,
    run: async (portal) => {
      await portal.office.escalate();
    },
  },
];

async function renewSignatures(portal: Portal): Promise<void> {
  for (let done = 0; done < MOST_RENEWALS; done += 1) {
    const owner = await portal.keeping.claimRenewal();
    if (owner === undefined) return;
    const request =
      (await portal.applications.keepingRequestOf(owner)) ??
      (await portal.notifications.keepingRequestOf(owner)) ??
      (await portal.complaints.keepingRequestOf(owner));
    const renewed = request && (await portal.keeping.renew(owner, request));
    if (!renewed?.ok)
      portal.log.warn({ owner }, 'a kept signature could not be renewed; see workers/README.md');
  }
}

const LOOK_EVERY_MS = 1_000;

/** Does what is due, once. A round that fails is said and comes again one period later. */
export async function makeRounds(portal: Portal, rounds: readonly Round[] = ROUNDS): Promise<void> {
  for (const { name, everyMs, run } of rounds) {
    if (!(await takeTurn(portal.connection, { name, everyMs, now: portal.clock.now() }))) continue;
    try {
      await run(portal);
    } catch (error) {
      portal.log.error({ round: name, err: describeError(error) }, 'a round failed');
    }
  }
}

/** Looks again and again until it is stopped. While the database is away nothing is due; the relay says so. */
export const startRounds = (portal: Portal): { stop(): Promise<void> } =>
  repeat(() => makeRounds(portal).catch(() => undefined), LOOK_EVERY_MS);
