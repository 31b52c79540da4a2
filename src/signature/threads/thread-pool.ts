// A pool of verifying threads. Each works on one question at a time under a deadline; one that misses it is ended and replaced, and whoever
// waited for it is told so.
import { Worker } from 'node:worker_threads';
import type { Limits } from '../limits.ts';
import type { Job, JobResult, Judge } from '../pipeline/local-judge.ts';
import type { FetchedCrl, Knowledge } from '../revocation/revocation-client.ts';
import { toPlainTrust, type TrustSet } from '../trust/trust-set.ts';
import { readCertificate, type Certificate } from '../x509/x509-certificate.ts';
import type { ThreadAnswer, ThreadQuestion, ThreadStart } from './messages.ts';

export interface ThreadPoolOptions {
  readonly trust: TrustSet;
  readonly limits: Limits;
  readonly threads: number;
  /** How long a thread may work on one question. */
  readonly deadlineMs: number;
  /** How many questions may wait. */
  readonly mostWaiting?: number;
  /** Memory that a thread may fill before it is ended. */
  readonly memoryMb?: number;
}

/** The thread did not answer in time, or ended, or there is no room to wait. */
export class ThreadUnavailable extends Error {
  readonly reason: 'deadline' | 'died' | 'overloaded' | 'closed';

  constructor(reason: ThreadUnavailable['reason']) {
    super(reason);
    this.name = 'ThreadUnavailable';
    this.reason = reason;
  }
}

interface Waiting {
  readonly question: (thread: Thread) => ThreadQuestion;
  readonly resolve: (answer: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Loading the code of a new thread takes longer than a question. */
const START_MS = 30_000;
const MOST_WAITING = 1_000;
const MEMORY_MB = 512;
const MOST_LISTS = 32;

class Thread {
  readonly worker: Worker;
  /** Names of the lists that this thread has. */
  readonly lists = new Set<string>();
  current: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
  hasAnswered = false;

  constructor(start: ThreadStart, memoryMb: number) {
    this.worker = new Worker(new URL('./verify-thread.mjs', import.meta.url), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
  }
}

/** Puts a job so that the thread gets only lists that it lacks, and keeps no more than it needs. */
function judgeQuestion(thread: Thread, job: Job, { crls, ocsp }: Knowledge): ThreadQuestion {
  const lists = crls.map((crl) => crl.id);
  const newLists = crls.filter((crl) => !thread.lists.has(crl.id));
  for (const { id } of newLists) thread.lists.add(id);
  const forget = thread.lists.size > MOST_LISTS ? [...thread.lists].filter((id) => !lists.includes(id)) : [];
  for (const id of forget) thread.lists.delete(id);
  return { kind: 'judge', job, newLists, lists, forget, ocsp };
}

export class ThreadPool implements Judge {
  readonly #options: ThreadPoolOptions;
  readonly #start: ThreadStart;
  readonly #threads: Thread[] = [];
  readonly #waiting: Waiting[] = [];
  #closed = false;

  constructor(options: ThreadPoolOptions) {
    this.#options = options;
    this.#start = { trust: toPlainTrust(options.trust), limits: options.limits };
    this.#fill();
  }

  async judge(job: Job, knowledge: Knowledge): Promise<JobResult> {
    const answer = await this.#ask((thread) => judgeQuestion(thread, job, knowledge));
    if (answer.kind !== 'judged') throw new Error(answer.kind === 'failed' ? answer.message : answer.kind);
    const read = (bytes: Uint8Array): Certificate => readCertificate(bytes);
    return {
      verdict: answer.verdict,
      wants: answer.wants.map((want) => ({ certificate: read(want.certificate), issuer: read(want.issuer) })),
    };
  }

  async checkCrl(crl: FetchedCrl, issuer: Certificate): Promise<{ readonly number: bigint } | undefined> {
    const answer = await this.#ask(() => ({ kind: 'check-crl', crl, issuer: issuer.bytes }));
    if (answer.kind !== 'checked-crl')
      throw new Error(answer.kind === 'failed' ? answer.message : answer.kind);
    return answer.number === undefined ? undefined : { number: answer.number };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const waiting = [...this.#waiting.splice(0), ...this.#threads.flatMap((thread) => thread.current ?? [])];
    for (const one of waiting) one.reject(new ThreadUnavailable('closed'));
    await Promise.all(
      this.#threads.splice(0).map((thread) => {
        clearTimeout(thread.timer);
        return thread.worker.terminate();
      }),
    );
  }

  #ask(question: Waiting['question']): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#closed) reject(new ThreadUnavailable('closed'));
      else if (this.#waiting.length >= (this.#options.mostWaiting ?? MOST_WAITING))
        reject(new ThreadUnavailable('overloaded'));
      else {
        this.#waiting.push({ question, resolve, reject });
        this.#fill();
        this.#next();
      }
    });
  }

  #next(): void {
    const thread = this.#threads.find((one) => one.current === undefined);
    const waiting = thread && this.#waiting.shift();
    if (!waiting) return;
    thread.current = waiting;
    const question = waiting.question(thread);
    const allowed = this.#options.deadlineMs + (thread.hasAnswered ? 0 : START_MS);
    thread.timer = setTimeout(() => this.#end(thread, new ThreadUnavailable('deadline')), allowed);
    thread.worker.postMessage(question);
  }

  #fill(): void {
    while (this.#threads.length < this.#options.threads) this.#open();
  }

  #open(): void {
    const thread = new Thread(this.#start, this.#options.memoryMb ?? MEMORY_MB);
    this.#threads.push(thread);
    thread.worker.unref();
    thread.worker.on('message', (answer: ThreadAnswer) => {
      const { current } = thread;
      clearTimeout(thread.timer);
      thread.current = undefined;
      thread.hasAnswered = true;
      current?.resolve(answer);
      this.#next();
    });
    for (const event of ['error', 'exit'] as const)
      thread.worker.on(event, () => this.#end(thread, new ThreadUnavailable('died')));
  }

  /** Ends a thread, tells whoever waited for it, and opens another in its place. */
  #end(thread: Thread, error: Error): void {
    const position = this.#threads.indexOf(thread);
    if (position < 0) return;
    this.#threads.splice(position, 1);
    clearTimeout(thread.timer);
    thread.current?.reject(error);
    thread.worker.removeAllListeners();
    thread.worker.on('error', () => undefined);
    void thread.worker.terminate();
    if (this.#closed) return;
    // One that never answered might never start: another is opened when somebody asks, not in a circle.
    if (thread.hasAnswered || this.#waiting.length > 0) this.#fill();
    this.#next();
  }
}
