// Keeps the verifier from hammering, and from waiting for, a host that does not answer: after some failures in a row nobody is sent there
// for a while, then one request may try.

const FAILURES_BEFORE_OPEN = 3;
const OPEN_FOR = 30_000;

interface HostState {
  failures: number;
  openUntil: number;
}

export class CircuitBreaker {
  readonly #hosts = new Map<string, HostState>();
  readonly #now: () => number;

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** When a host may be asked again; now or earlier means at once. */
  openUntil(url: string): number {
    return this.#hosts.get(new URL(url).host)?.openUntil ?? 0;
  }

  /** Runs a request unless its host is shut off. Throws what the request throws, or that the host is shut off. */
  async run<T>(url: string, request: () => Promise<T>): Promise<T> {
    const { host } = new URL(url);
    const state = this.#hosts.get(host) ?? { failures: 0, openUntil: 0 };
    this.#hosts.set(host, state);
    if (state.openUntil > this.#now()) throw new Error(`${host} has not answered lately`);
    // While one request tries a host that was shut off, the others do not.
    if (state.failures >= FAILURES_BEFORE_OPEN) state.openUntil = this.#now() + OPEN_FOR;
    try {
      const result = await request();
      this.#hosts.delete(host);
      return result;
    } catch (error) {
      state.failures += 1;
      if (state.failures >= FAILURES_BEFORE_OPEN) state.openUntil = this.#now() + OPEN_FOR;
      throw error;
    }
  }
}
