// Revocation lists as the national centre publishes them (RFC 5280 section 5): a full list now and then, a delta list with a critical
// deltaCRLIndicator in between, one growing row of numbers for both.
import type { Clock } from '../../src/platform/clock.ts';
import {
  boolean,
  element,
  enumerated,
  explicit,
  integer,
  sequence,
  time,
} from '../../src/signature/portable/der-writer.ts';
import { signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';
import { signedObject } from './certificate-builder.ts';
import { authorityKeyIdentifier, extension } from './extensions.ts';
import type { Authority } from './hierarchy.ts';
import { name } from './names.ts';
import { REVOCATION_REASONS } from './store.ts';
import type { ListState, Revocation, Store } from './store.ts';

const HOUR = 3_600_000;
const FULL_EVERY = HOUR;
const DELTA_EVERY = HOUR / 60;
const FULL_LIVES = 48 * HOUR;
const DELTA_LIVES = HOUR;
const REMOVED_FROM_LIST = 8;

export interface ListDescription {
  readonly issuer: Authority;
  readonly number: number;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly entries: readonly { readonly serial: string; readonly at: Date; readonly reason: number }[];
  /** Number of the full list that a delta list adds to. */
  readonly base?: number | undefined;
  /** The list covers certificates of authorities only: an issuingDistributionPoint says so. */
  readonly authoritiesOnly?: boolean;
  readonly fault?: 'flipped-signature';
}

/** DER of a CertificateList, version 2. */
export async function buildRevocationList(description: ListDescription): Promise<Uint8Array> {
  const { issuer, number, base, entries, authoritiesOnly = false } = description;
  const revoked = entries.map(({ serial, at, reason }) =>
    sequence(
      integer(new Uint8Array(Buffer.from(serial, 'hex'))),
      time(at),
      ...(reason === REVOCATION_REASONS.unspecified
        ? []
        : [sequence(extension('2.5.29.21', enumerated(reason)))]),
    ),
  );
  const tbs = sequence(
    integer(1),
    signingAlgorithm(issuer.privateKey).identifier,
    name(issuer.name),
    time(description.thisUpdate),
    time(description.nextUpdate),
    ...(revoked.length > 0 ? [sequence(...revoked)] : []),
    explicit(
      0,
      sequence(
        authorityKeyIdentifier(issuer.spki),
        extension('2.5.29.20', integer(number)),
        ...(base === undefined ? [] : [extension('2.5.29.27', integer(base), true)]),
        ...(authoritiesOnly ? [extension('2.5.29.28', sequence(contextBoolean(2)), true)] : []),
      ),
    ),
  );
  return signedObject(tbs, issuer.privateKey, description.fault);
}

/** TRUE under an implicit tag. */
const contextBoolean = (number: number): Uint8Array => element(0x80 | number, boolean(true).subarray(2));

export interface ListPublisher {
  /** The full list: at most an hour old, a new one when `now` is asked for. */
  full(issuer: Authority, options?: { readonly renew?: boolean }): Promise<ListDescription>;
  /** What changed since the full list: never older than a minute, and new after every change. */
  delta(issuer: Authority): Promise<ListDescription>;
}

/** Keeps the numbers of lists in the store, so that they grow over restarts. */
export function createListPublisher(store: Store, clock: Clock): ListPublisher {
  const deltas = new Map<string, { list: ListDescription; content: string }>();

  const stateOf = (id: string): ListState => (store.state.lists[id] ??= { number: 0 });

  const revokedBy = (id: string): Record<string, Revocation> =>
    Object.fromEntries(
      store.state.issued.flatMap((each) =>
        each.issuer === id && each.revoked ? [[each.serial, each.revoked] as const] : [],
      ),
    );

  const isOld = (since: Date, limit: number): boolean => {
    const age = clock.now().getTime() - since.getTime();
    return age < 0 || age > limit;
  };

  const full = (issuer: Authority, { renew = false } = {}): Promise<ListDescription> => {
    const state = stateOf(issuer.id);
    if (renew || !state.full || isOld(new Date(state.full.at), FULL_EVERY)) {
      state.number += 1;
      state.full = { number: state.number, at: clock.now().toISOString(), revoked: revokedBy(issuer.id) };
      store.save();
    }
    const thisUpdate = new Date(state.full.at);
    return Promise.resolve({
      issuer,
      number: state.full.number,
      thisUpdate,
      nextUpdate: new Date(thisUpdate.getTime() + FULL_LIVES),
      entries: Object.entries(state.full.revoked).map(toEntry),
    });
  };

  return {
    full,
    async delta(issuer) {
      const base = await full(issuer);
      const state = stateOf(issuer.id);
      const known = state.full?.revoked ?? {};
      const now = revokedBy(issuer.id);
      const entries = [
        ...Object.entries(now)
          .filter(([serial, { at, reason }]) => known[serial]?.at !== at || known[serial].reason !== reason)
          .map(toEntry),
        ...Object.entries(known)
          .filter(([serial]) => !now[serial])
          .map(([serial, { at }]) => ({ serial, at: new Date(at), reason: REMOVED_FROM_LIST })),
      ];
      const content = JSON.stringify([base.number, entries]);
      const last = deltas.get(issuer.id);
      if (last?.content === content && !isOld(last.list.thisUpdate, DELTA_EVERY)) return last.list;
      state.number += 1;
      store.save();
      const thisUpdate = clock.now();
      const nextUpdate = new Date(thisUpdate.getTime() + DELTA_LIVES);
      const list = { issuer, number: state.number, thisUpdate, nextUpdate, entries, base: base.number };
      deltas.set(issuer.id, { list, content });
      return list;
    },
  };
}

const toEntry = ([serial, { at, reason }]: [string, Revocation]): ListDescription['entries'][number] => ({
  serial,
  at: new Date(at),
  reason: REVOCATION_REASONS[reason],
});
