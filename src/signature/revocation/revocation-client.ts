// Fetches OCSP answers and CRLs from the addresses of the trust set, and from nowhere else: an address inside a certificate is written by
// whoever made the certificate. What was fetched is kept while it is fresh; many who wait for one answer cause one request.
import { createHash, randomBytes } from 'node:crypto';
import type { Authority, TrustSet } from '../trust/trust-set.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { fetchBounded, type Fetch } from './fetch-bounded.ts';
import { makeOcspRequest } from './ocsp-request.ts';

export interface FetchedOcsp {
  readonly bytes: Uint8Array;
  /** The nonce that was sent; absent for answers that the caller brought. */
  readonly nonce?: Uint8Array;
  readonly source: string;
}

export interface FetchedCrl {
  /** Names the octets: hex of their SHA-256. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly source: string;
}

/** What is at hand for one judgement. */
export interface Knowledge {
  readonly crls: readonly FetchedCrl[];
  readonly ocsp: readonly FetchedOcsp[];
}

export interface WantedStatus {
  readonly certificate: Certificate;
  readonly issuer: Certificate;
}

/** Number of a list whose signature by its issuer is right; `undefined` when it is not, or cannot be told. */
export type CheckCrl = (
  crl: FetchedCrl,
  issuer: Certificate,
) => Promise<{ readonly number: bigint } | undefined>;

export interface RevocationClientOptions {
  readonly trust: TrustSet;
  readonly fetch: Fetch;
  /** Milliseconds. */
  readonly now: () => number;
  readonly checkCrl: CheckCrl;
}

const OCSP_REQUEST = 'application/ocsp-request';
const OCSP_MILLISECONDS = 5_000;
const OCSP_MOST_BYTES = 64 * 1024;
const CRL_MILLISECONDS = 20_000;
const CRL_MOST_BYTES = 64 * 1024 * 1024;
/** An answer that does not end by itself sooner is asked again after this time, a list at most so often. */
const OCSP_KEPT_FOR = 5 * 60_000;
const CRL_FETCHED_AGAIN_AFTER = 30_000;
const MOST_ANSWERS_KEPT = 5_000;
const TRY_AGAIN_AFTER = 60_000;

interface KeptCrl {
  readonly crl: FetchedCrl;
  readonly number: bigint | undefined;
  readonly fetchedAt: number;
}

interface KeptAnswer {
  readonly answer: FetchedOcsp;
  readonly fetchedAt: number;
}

export class RevocationClient {
  readonly #options: RevocationClientOptions;
  readonly #breaker: CircuitBreaker;
  readonly #authorities: ReadonlyMap<string, Authority>;
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #lists = new Map<string, KeptCrl>();
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(options: RevocationClientOptions) {
    this.#options = options;
    this.#breaker = new CircuitBreaker(options.now);
    const { signing, timeStamping } = options.trust;
    const groups = [signing, timeStamping].flatMap((group) => [...group.anchors, ...group.issuers]);
    this.#authorities = byCertificate(groups);
  }

  /** Lists kept of authorities that have no responder; with a responder the answer is asked first. */
  known(): Knowledge {
    const withoutResponder = [...this.#authorities.values()].filter((item) => item.ocsp === undefined);
    return { crls: withoutResponder.flatMap((item) => this.#keptLists(item)), ocsp: [] };
  }

  /** Answers about certificates, kept or fetched; those that could not be had are missing. */
  async askResponders(wants: readonly WantedStatus[]): Promise<readonly FetchedOcsp[]> {
    const found = await Promise.all(wants.map((want) => this.#answer(want)));
    return found.filter((answer) => answer !== undefined);
  }

  /** Lists and deltas of the issuers, fetched unless that was just done. */
  async fetchLists(wants: readonly WantedStatus[]): Promise<readonly FetchedCrl[]> {
    const issuers = new Map(wants.map(({ issuer }) => [keyOf(issuer), this.#authorities.get(keyOf(issuer))]));
    const known = [...issuers.values()].filter((authority) => authority !== undefined);
    return (await Promise.all(known.map((authority) => this.#refreshLists(authority)))).flat();
  }

  /** Drops answers that did not settle anything, so that the next one who asks gets a new one. */
  forgetAnswers(wants: readonly WantedStatus[]): void {
    for (const want of wants) this.#answers.delete(nameOf(want));
  }

  /** When asking again about these makes sense, in milliseconds. */
  tryAgainAt(wants: readonly WantedStatus[]): number {
    const urls = wants.flatMap(({ issuer }) => {
      const authority = this.#authorities.get(keyOf(issuer));
      return [authority?.ocsp, authority?.crl].filter((url) => url !== undefined);
    });
    const shutUntil = urls.map((url) => this.#breaker.openUntil(url));
    return Math.max(this.#options.now() + TRY_AGAIN_AFTER, ...shutUntil);
  }

  async #answer(want: WantedStatus): Promise<FetchedOcsp | undefined> {
    const url = this.#authorities.get(keyOf(want.issuer))?.ocsp;
    if (url === undefined) return undefined;
    const name = nameOf(want);
    const kept = this.#answers.get(name);
    if (kept && this.#options.now() - kept.fetchedAt < this.#answersKeptFor()) return kept.answer;
    return this.#once(`ocsp ${name}`, async () => {
      const nonce = new Uint8Array(randomBytes(16));
      const body = makeOcspRequest(want.certificate, want.issuer, nonce);
      const bytes = await this.#breaker.run(url, () =>
        fetchBounded(this.#options.fetch, {
          url,
          post: { type: OCSP_REQUEST, body },
          milliseconds: OCSP_MILLISECONDS,
          mostBytes: OCSP_MOST_BYTES,
        }),
      );
      const answer = { bytes, nonce, source: url };
      this.#keepAnswer(name, answer);
      return answer;
    });
  }

  #answersKeptFor(): number {
    return Math.min(OCSP_KEPT_FOR, this.#options.trust.freshness.ocsp ?? OCSP_KEPT_FOR) / 2;
  }

  #keepAnswer(name: string, answer: FetchedOcsp): void {
    this.#answers.delete(name);
    this.#answers.set(name, { answer, fetchedAt: this.#options.now() });
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= MOST_ANSWERS_KEPT) break;
      this.#answers.delete(oldest);
    }
  }

  #keptLists({ crl, deltaCrl }: Authority): FetchedCrl[] {
    return [crl, deltaCrl].flatMap((url) => (url === undefined ? [] : (this.#lists.get(url)?.crl ?? [])));
  }

  async #refreshLists(authority: Authority): Promise<FetchedCrl[]> {
    const urls = [authority.crl, authority.deltaCrl].filter((url) => url !== undefined);
    await Promise.all(urls.map((url) => this.#refreshList(url, authority.certificate)));
    return this.#keptLists(authority);
  }

  async #refreshList(url: string, issuer: Certificate): Promise<void> {
    const kept = this.#lists.get(url);
    if (kept && this.#options.now() - kept.fetchedAt < CRL_FETCHED_AGAIN_AFTER) return;
    await this.#once(`crl ${url}`, async () => {
      const bytes = await this.#breaker.run(url, () =>
        fetchBounded(this.#options.fetch, { url, milliseconds: CRL_MILLISECONDS, mostBytes: CRL_MOST_BYTES }),
      );
      const crl = { id: createHash('sha256').update(bytes).digest('hex'), bytes, source: url };
      const checked = await this.#options.checkCrl(crl, issuer);
      // A list that goes back behind one that was seen is an old one played back; one that its issuer did not sign replaces nothing.
      const goesBack = kept?.number !== undefined && (checked === undefined || checked.number < kept.number);
      const fetchedAt = this.#options.now();
      this.#lists.set(url, goesBack ? { ...kept, fetchedAt } : { crl, number: checked?.number, fetchedAt });
    });
  }

  /** One run for all who wait for the same thing; `undefined` when it fails. */
  async #once<T>(name: string, run: () => Promise<T>): Promise<T | undefined> {
    const waiting = this.#underWay.get(name) as Promise<T | undefined> | undefined;
    if (waiting) return waiting;
    const mine = run()
      .catch(() => undefined)
      .finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, mine);
    return mine;
  }
}

/** An authority may stand in both groups, and have its addresses in one of them alone. */
function byCertificate(authorities: readonly Authority[]): Map<string, Authority> {
  const found = new Map<string, Authority>();
  for (const { certificate, ocsp, crl, deltaCrl } of authorities) {
    const name = keyOf(certificate);
    const known = found.get(name);
    found.set(name, {
      certificate,
      ocsp: known?.ocsp ?? ocsp,
      crl: known?.crl ?? crl,
      deltaCrl: known?.deltaCrl ?? deltaCrl,
    });
  }
  return found;
}

const keyOf = (certificate: Certificate): string =>
  createHash('sha256').update(certificate.bytes).digest('base64url');

const nameOf = ({ certificate, issuer }: WantedStatus): string => `${keyOf(issuer)} ${certificate.serialHex}`;
