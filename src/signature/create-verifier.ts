// The verifier as a portal uses it: judging in threads, fetching here. A verdict is reached in up to three rounds: with what is at hand,
// with the answers of the configured responders, and with the lists where these did not settle it.
import { createHash } from 'node:crypto';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { LocalJudge, type Job, type JobResult, type Judge } from './pipeline/local-judge.ts';
import type { Expectation } from './policy/judge-holder.ts';
import { POLICIES, type PolicyName, type SignaturePolicy } from './policy/policies.ts';
import type { Fetch } from './revocation/fetch-bounded.ts';
import { RevocationClient, type Knowledge } from './revocation/revocation-client.ts';
import { ThreadPool, ThreadUnavailable } from './threads/thread-pool.ts';
import type { TrustSet } from './trust/trust-set.ts';
import { unavailableVerdict } from './verdict/unavailable-verdict.ts';
import type { Verdict } from './verdict/verdict-schema.ts';

export interface VerificationRequest {
  /** A signed message: DER, BER, PEM or base64. */
  readonly signature: Uint8Array;
  /** The bytes that must have been signed; `any-document` may do without when the message carries them. */
  readonly content?: Uint8Array | undefined;
  readonly policy: PolicyName | SignaturePolicy;
  /** Numbers that the signer's certificate must carry. */
  readonly expect?: Expectation | undefined;
  /** When the signature is known to have been received, e.g. by the journal of the portal. Absent: now. */
  readonly at?: Date | undefined;
  /** True: nothing is fetched and nothing fetched before is used; the signature must carry its evidence itself. */
  readonly offline?: boolean;
}

export interface VerifierOptions {
  readonly trust: TrustSet;
  /** Absent: the one of this platform. */
  readonly fetch?: Fetch | undefined;
  /** Nothing is fetched, and what is not at hand is TRY_LATER. */
  readonly offline?: boolean;
  readonly now: () => Date;
  /** Threads to verify in; 0 verifies in the calling thread, without a deadline. */
  readonly threads?: number;
  readonly deadlineMs?: number;
  /** Memory that a thread may fill before it is ended. */
  readonly memoryMb?: number;
  readonly limits?: Partial<Limits>;
  /** Lists and OCSP answers that the caller brings, DER; verified as if they had been fetched. */
  readonly crls?: readonly Uint8Array[];
  readonly ocsp?: readonly Uint8Array[];
}

export interface Verifier {
  /**
   * Verifies a signature. Never rejects for what the signature is; the verdict says everything. Rejects after `close`, and for a bug.
   */
  verify(request: VerificationRequest): Promise<Verdict>;
  close(): Promise<void>;
}

const DEFAULT_THREADS = 2;
const DEFAULT_DEADLINE_MS = 5_000;

/** Makes a verifier. Close it to end its threads. */
export function createVerifier(options: VerifierOptions): Verifier {
  const { trust, now, threads = DEFAULT_THREADS, deadlineMs = DEFAULT_DEADLINE_MS, memoryMb } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const judge: Judge =
    threads === 0
      ? new LocalJudge(trust, limits)
      : new ThreadPool({ trust, limits, threads, deadlineMs, ...(memoryMb !== undefined && { memoryMb }) });
  const client = options.offline
    ? undefined
    : new RevocationClient({
        trust,
        fetch: options.fetch ?? fetch,
        now: () => now().getTime(),
        checkCrl: (crl, issuer) => judge.checkCrl(crl, issuer),
      });
  const brought = knowledgeOf(options);
  return {
    verify: async (request) => {
      const job = jobOf(request, now());
      try {
        return await verdictOn(job, { judge, client: request.offline ? undefined : client, brought });
      } catch (error) {
        if (!(error instanceof ThreadUnavailable) || error.reason === 'closed') throw error;
        return unavailableVerdict(error.reason, { trust, policy: job.policy, now: job.now });
      }
    },
    close: () => judge.close(),
  };
}

/**
 * Verifies one signature in the calling thread, and is done. For commands and tests; a server keeps a verifier, whose caches and threads
 * pay.
 */
export async function verifySignature(
  request: VerificationRequest,
  options: Omit<VerifierOptions, 'threads' | 'deadlineMs'>,
): Promise<Verdict> {
  const verifier = createVerifier({ ...options, threads: 0 });
  try {
    return await verifier.verify(request);
  } finally {
    await verifier.close();
  }
}

/** Octets without the habits of a Buffer, whose `slice` shares memory and lies in a pool; that is what files are read into. */
const plainBytes = (bytes: Uint8Array): Uint8Array =>
  Object.getPrototypeOf(bytes) === Uint8Array.prototype ? bytes : new Uint8Array(bytes);

const jobOf = ({ signature, content, policy, expect, at }: VerificationRequest, now: Date): Job => ({
  signature: plainBytes(signature),
  content: content && plainBytes(content),
  policy: typeof policy === 'string' ? POLICIES[policy] : policy,
  expect,
  receivedAt: (at ?? now).getTime(),
  now: now.getTime(),
});

function knowledgeOf({ crls = [], ocsp = [] }: VerifierOptions): Knowledge {
  const source = 'caller';
  return {
    crls: crls
      .map(plainBytes)
      .map((bytes) => ({ id: createHash('sha256').update(bytes).digest('hex'), bytes, source })),
    ocsp: ocsp.map(plainBytes).map((bytes) => ({ bytes, source })),
  };
}

interface Bench {
  readonly judge: Judge;
  readonly client: RevocationClient | undefined;
  readonly brought: Knowledge;
}

async function verdictOn(job: Job, { judge, client, brought }: Bench): Promise<Verdict> {
  let known = joined(brought, client?.known());
  let result = await judge.judge(job, known);
  if (!client) return result.verdict;
  if (result.wants.length > 0) {
    const ocsp = await client.askResponders(result.wants);
    if (ocsp.length > 0) {
      known = joined(known, { crls: [], ocsp });
      result = await judge.judge(job, known);
      client.forgetAnswers(result.wants);
    }
  }
  if (result.wants.length > 0) {
    const crls = await client.fetchLists(result.wants);
    if (crls.length > 0) result = await judge.judge(job, joined(known, { crls, ocsp: [] }));
  }
  return withTryAgain(result, client);
}

function withTryAgain({ verdict, wants }: JobResult, client: RevocationClient): Verdict {
  if (verdict.subIndication !== 'TRY_LATER' || wants.length === 0) return verdict;
  return { ...verdict, tryAgainAt: new Date(client.tryAgainAt(wants)).toISOString() };
}

const joined = (a: Knowledge, b: Knowledge | undefined): Knowledge => ({
  crls: [...new Map([...a.crls, ...(b?.crls ?? [])].map((crl) => [crl.id, crl])).values()],
  ocsp: [...a.ocsp, ...(b?.ocsp ?? [])],
});
