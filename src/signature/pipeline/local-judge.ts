// Judges in this thread. Lists are read once and kept by name: their index, and the check of their signature, are worth keeping.
import { Budget, type Limits } from '../limits.ts';
import { linkFlaw } from '../path/link.ts';
import type { KnownCrl, KnownOcsp } from '../path/revocation-status.ts';
import type { Expectation } from '../policy/judge-holder.ts';
import type { SignaturePolicy } from '../policy/policies.ts';
import { DerError } from '../portable/der-reader.ts';
import { OcspRefusal, readOcspResponse } from '../revocation/ocsp-response.ts';
import type { FetchedCrl, FetchedOcsp, Knowledge, WantedStatus } from '../revocation/revocation-client.ts';
import type { TrustSet } from '../trust/trust-set.ts';
import type { Verdict } from '../verdict/verdict-schema.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { readCrl } from '../x509/x509-crl.ts';
import { judge } from './judge.ts';

/** One message to judge, as plain data. */
export interface Job {
  readonly signature: Uint8Array;
  readonly content?: Uint8Array | undefined;
  readonly policy: SignaturePolicy;
  readonly expect?: Expectation | undefined;
  /** Milliseconds. */
  readonly receivedAt: number;
  readonly now: number;
}

export interface JobResult {
  readonly verdict: Verdict;
  readonly wants: readonly WantedStatus[];
}

/** Whoever judges: this thread or a pool of others. */
export interface Judge {
  judge(job: Job, knowledge: Knowledge): Promise<JobResult>;
  /** The number of a list, if its issuer signed it. */
  checkCrl(crl: FetchedCrl, issuer: Certificate): Promise<{ readonly number: bigint } | undefined>;
  close(): Promise<void>;
}

const MOST_LISTS_KEPT = 64;

export class LocalJudge implements Judge {
  readonly #trust: TrustSet;
  readonly #limits: Limits;
  readonly #lists = new Map<string, KnownCrl | undefined>();

  constructor(trust: TrustSet, limits: Limits) {
    this.#trust = trust;
    this.#limits = limits;
  }

  async judge(job: Job, knowledge: Knowledge): Promise<JobResult> {
    return judge(job, {
      trust: this.#trust,
      policy: job.policy,
      now: job.now,
      receivedAt: Math.min(job.receivedAt, job.now),
      crls: knowledge.crls.flatMap((crl) => this.#read(crl) ?? []),
      ocsp: knowledge.ocsp.flatMap(readAnswer),
      budget: new Budget(this.#limits),
    });
  }

  checkCrl(crl: FetchedCrl, issuer: Certificate): Promise<{ readonly number: bigint } | undefined> {
    const known = this.#read(crl);
    const isGenuine = known && linkFlaw(known.crl, issuer.publicKey, new Budget(this.#limits)) === undefined;
    return Promise.resolve(isGenuine ? { number: known.crl.number ?? 0n } : undefined);
  }

  close(): Promise<void> {
    this.#lists.clear();
    return Promise.resolve();
  }

  #read(fetched: FetchedCrl): KnownCrl | undefined {
    const known = this.#lists.has(fetched.id) ? this.#lists.get(fetched.id) : readList(fetched);
    this.#lists.delete(fetched.id);
    this.#lists.set(fetched.id, known);
    for (const oldest of this.#lists.keys()) {
      if (this.#lists.size <= MOST_LISTS_KEPT) break;
      this.#lists.delete(oldest);
    }
    return known;
  }
}

function readList({ bytes, source }: FetchedCrl): KnownCrl | undefined {
  try {
    return { crl: readCrl(bytes), source };
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function readAnswer({ bytes, nonce, source }: FetchedOcsp): KnownOcsp[] {
  try {
    return [{ response: readOcspResponse(bytes), source, nonce }];
  } catch (error) {
    if (error instanceof DerError || error instanceof OcspRefusal) return [];
    throw error;
  }
}
