// One-time codes sent by SMS: six digits, five minutes, five guesses, used once. A code confirms a phone, never an application.
import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { refuse, ok, type Result } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import { codeModel } from './one-time-code-model.ts';

export const CODE_MINUTES = 5;
const GUESSES = 5;

export type CodeProblem = 'wrong-code' | 'code-expired';

export interface OneTimeCodes {
  /** Makes a code; the caller sends it and keeps the id in the session. */
  issue(purpose: string): Promise<{ readonly id: string; readonly code: string }>;
  /** The same, but no code fits: for a caller who must not learn that there was nobody to send one to. */
  pretend(purpose: string): Promise<string>;
  /** Uses up one guess. `code-expired` also when the guesses are used up or the code was used before. */
  check(id: string, purpose: string, code: string): Promise<Result<undefined, CodeProblem>>;
}

export function createOneTimeCodes(connection: Connection, sealer: Sealer, clock: Clock): OneTimeCodes {
  const codes = codeModel(connection);
  const fingerprintOf = (id: string, code: string) => sealer.fingerprint(`${id} ${code}`, 'one-time code');
  const store = async (id: string, purpose: string, code: string): Promise<void> => {
    const expiresAt = new Date(clock.now().getTime() + CODE_MINUTES * 60_000);
    await codes.create({
      _id: id,
      purpose,
      fingerprint: fingerprintOf(id, code),
      guessesLeft: GUESSES,
      expiresAt,
    });
  };
  return {
    async issue(purpose) {
      const id = newId();
      const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
      await store(id, purpose, code);
      return { id, code };
    },
    async pretend(purpose) {
      const id = newId();
      await store(id, purpose, newId());
      return id;
    },
    async check(id, purpose, code) {
      const usable = { _id: id, purpose, guessesLeft: { $gt: 0 }, expiresAt: { $gt: clock.now() } };
      const record = await codes
        .findOneAndUpdate(usable, { $inc: { guessesLeft: -1 } }, { returnDocument: 'before' })
        .lean();
      if (record === null) return refuse('code-expired');
      const matches = timingSafeEqual(Buffer.from(record.fingerprint), Buffer.from(fingerprintOf(id, code)));
      if (!matches) return refuse('wrong-code');
      // Whoever deletes it used it: of two right answers at once, one wins.
      const used = await codes.deleteOne({ _id: id });
      return used.deletedCount === 1 ? ok() : refuse('code-expired');
    },
  };
}
