// The door of the slice: anybody checks a signature; nothing of it is kept.
import type { Bound } from '../platform/result.ts';
import { checkFiles, type VerificationDeps } from './check-files.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface Verification {
  check: Bound<typeof checkFiles>;
}

const MOST_WAITING = 8;

export function createVerification(given: Omit<VerificationDeps, 'admit'>): Verification {
  const deps: VerificationDeps = { ...given, admit: oneAtATime(MOST_WAITING) };
  return { check: (input) => checkFiles(deps, input) };
}
