// Asks the time-stamping authority of the trust set, and nobody else, for a token. What comes back is verified before anybody gets it:
// digest, nonce, policy, the authority's signature, purpose and path. Its revocation is asked with the verdict on the stamped signature.
import { randomBytes } from 'node:crypto';
import { Budget, DEFAULT_LIMITS } from '../limits.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import { Evidence } from '../pipeline/environment.ts';
import { verifyTimeStamp } from '../pipeline/time-stamp.ts';
import { POLICIES } from '../policy/policies.ts';
import { orMalformed } from '../portable/or-malformed.ts';
import { sameBytes } from '../portable/der-reader.ts';
import type { DigestName } from '../portable/digest.ts';
import { CircuitBreaker } from '../revocation/circuit-breaker.ts';
import { fetchBounded, type Fetch } from '../revocation/fetch-bounded.ts';
import type { TrustSet } from '../trust/trust-set.ts';
import { makeTimeStampRequest, readTimeStampResponse } from './time-stamp-protocol.ts';

export type StampProblem =
  /** The trust set names no authority: nothing to wait for. */
  | 'no-authority'
  /** No answer, or one that cannot be read: later. */
  | 'unreachable'
  /** The authority says no: later. */
  | 'refused'
  /** What it sent is not a token over these bytes by a trusted authority: later, and somebody should look. */
  | 'not-accepted';

export interface TimeStampClientOptions {
  readonly trust: TrustSet;
  /** Absent: the one of this platform. */
  readonly fetch?: Fetch | undefined;
  readonly now: () => Date;
}

const TIME_STAMP_QUERY = 'application/timestamp-query';
const MILLISECONDS = 10_000;
const MOST_BYTES = 64 * 1024;
const NONCE_BYTES = 16;

/** National policies in the order of preference: no end is known for GOST-2015, RSA ends after 2035. */
const PREFERRED: readonly { readonly policy: string; readonly digest: DigestName }[] = [
  { policy: '1.2.398.3.3.2.6.4', digest: 'streebog512' },
  { policy: '1.2.398.3.3.2.6.2', digest: 'sha256' },
];

export class TimeStampClient {
  readonly #options: TimeStampClientOptions;
  readonly #breaker: CircuitBreaker;

  constructor(options: TimeStampClientOptions) {
    this.#options = options;
    this.#breaker = new CircuitBreaker(() => options.now().getTime());
  }

  /** A verified token (DER) over bytes, or over those that the imprint's algorithm calls for. */
  async stamp(
    what: Uint8Array | ((imprint: DigestName) => Uint8Array),
  ): Promise<Result<Uint8Array, StampProblem>> {
    const { timeStamping } = this.#options.trust;
    const { url, policies } = timeStamping;
    if (url === undefined) return refuse('no-authority');
    const preferred = PREFERRED.find(({ policy }) => policies === 'any' || policies.includes(policy));
    const imprint = preferred?.digest ?? 'sha256';
    const bytes = typeof what === 'function' ? what(imprint) : what;
    const nonce = randomNonce();
    const request = makeTimeStampRequest({
      bytes,
      digest: imprint,
      policy: policies === 'any' ? undefined : (preferred?.policy ?? policies[0]),
      nonce,
    });
    const answer = await this.#ask(url, request);
    const token = answer && readToken(answer);
    if (!answer || token === 'unreadable') return refuse('unreachable');
    if (!token) return refuse('refused');
    return this.#accepts(token, bytes, nonce) ? ok(token) : refuse('not-accepted');
  }

  /** The answer to a request, or `undefined` when there is none in time and size. */
  #ask(url: string, body: Uint8Array): Promise<Uint8Array | undefined> {
    const request = {
      url,
      post: { type: TIME_STAMP_QUERY, body },
      milliseconds: MILLISECONDS,
      mostBytes: MOST_BYTES,
    };
    return this.#breaker
      .run(url, () => fetchBounded(this.#options.fetch ?? fetch, request))
      .catch(() => undefined);
  }

  #accepts(token: Uint8Array, bytes: Uint8Array, nonce: Uint8Array): boolean {
    const now = this.#options.now().getTime();
    const { trust } = this.#options;
    const { info, provenAt } = verifyTimeStamp(
      token,
      { bytes },
      {
        trust: {
          ...trust,
          revocation: { ...trust.revocation, timeStamping: 'switched-off', issuer: 'switched-off' },
        },
        policy: POLICIES['any-document'],
        now,
        receivedAt: now,
        crls: [],
        ocsp: [],
        budget: new Budget(DEFAULT_LIMITS),
      },
      new Evidence(),
    );
    return provenAt !== undefined && info?.nonce !== undefined && sameBytes(info.nonce, nonce);
  }
}

function readToken(answer: Uint8Array): Uint8Array | 'unreadable' | undefined {
  const token = orMalformed(() => readTimeStampResponse(answer));
  return token === 'malformed' ? 'unreadable' : token;
}

/** A nonce that is the same as DER INTEGER and as octets: the first octet lies between 1 and 127. */
function randomNonce(): Uint8Array {
  const nonce = new Uint8Array(randomBytes(NONCE_BYTES));
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40;
  return nonce;
}
