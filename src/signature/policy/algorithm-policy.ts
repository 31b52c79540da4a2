// Which algorithms count, and until when, as data. Dates: NIST IR 8547 (draft) ends RSA and elliptic curves of these sizes after 2035;
// the national centre's GOST 34.310-2004 hierarchy ended on 2025-07-27; no end is published for GOST 34.10-2015.
import type { KeyKind } from '../crypto/public-key.ts';
import type { DigestName } from '../crypto/signature-scheme.ts';

interface Term {
  /** Last moment at which a signature by this algorithm counts; absent: no end known. */
  readonly until?: string;
}

export interface AlgorithmTable {
  readonly name: string;
  readonly digests: Readonly<Partial<Record<DigestName, Term>>>;
  readonly keys: Readonly<Partial<Record<KeyKind['kind'], Term & { readonly atLeastBits?: number }>>>;
}

const END_OF_CLASSICAL = '2035-12-31T23:59:59Z';

/** What the portal accepts. SHA-1 never (signature attributes and certificates alike), historic GOST only with proof of its time. */
export const PORTAL_ALGORITHMS: AlgorithmTable = {
  name: 'portal-2026',
  digests: {
    streebog256: {},
    streebog512: {},
    sha256: {},
    sha384: {},
    sha512: {},
    gost34311: { until: '2025-07-27T23:59:59Z' },
  },
  keys: {
    'gost-2015': {},
    'gost-2004': { until: '2025-07-27T23:59:59Z' },
    rsa: { atLeastBits: 2048, until: END_OF_CLASSICAL },
    ec: { until: END_OF_CLASSICAL },
    ed25519: { until: END_OF_CLASSICAL },
  },
};

/** What anybody may show for a check: also DSA and SHA-1 of the time when they were good. */
export const HISTORIC_ALGORITHMS: AlgorithmTable = {
  name: 'historic-2026',
  digests: {
    ...PORTAL_ALGORITHMS.digests,
    sha224: { until: '2030-12-31T23:59:59Z' },
    sha1: { until: '2010-12-31T23:59:59Z' },
  },
  keys: { ...PORTAL_ALGORITHMS.keys, dsa: { atLeastBits: 2048, until: '2023-02-03T23:59:59Z' } },
};

export type AlgorithmFlaw = 'never' | 'ended';

/**
 * Whether a digest, a scheme or a key counts at a moment. `ended`: it did count earlier, so proof of an earlier time would help.
 * @param at milliseconds
 */
export function algorithmFlaw(
  table: AlgorithmTable,
  used: { readonly digest: DigestName; readonly key?: KeyKind },
  at: number,
): AlgorithmFlaw | undefined {
  const flaws = [termFlaw(table.digests[used.digest], at)];
  if (used.key) {
    const row = table.keys[used.key.kind];
    const tooShort = 'bits' in used.key && used.key.bits < (row?.atLeastBits ?? 0);
    flaws.push(tooShort ? 'never' : termFlaw(row, at));
  }
  return flaws.includes('never') ? 'never' : flaws.find((flaw) => flaw !== undefined);
}

function termFlaw(row: Term | undefined, at: number): AlgorithmFlaw | undefined {
  if (!row) return 'never';
  return row.until !== undefined && at > Date.parse(row.until) ? 'ended' : undefined;
}
