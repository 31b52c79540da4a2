// The public page shares the threads of the verifier with those who sign and send: it takes one of them at most, and lets few wait.
import { ok, refuse, type Result } from '../platform/result.ts';

/**
 * Lets work in one after another.
 * @param mostWaiting how many may wait besides the one that runs; who comes when they all do is told `busy` at once
 */
export function oneAtATime(mostWaiting: number): <T>(work: () => Promise<T>) => Promise<Result<T, 'busy'>> {
  let inside = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (inside > mostWaiting) return refuse('busy');
    inside += 1;
    const mine = last.then(work, work);
    last = mine;
    try {
      return ok(await mine);
    } finally {
      inside -= 1;
    }
  };
}
