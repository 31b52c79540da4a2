// Signing in by key: the portal names a number used once, bound to its own address and to this session; whoever signs it holds the key.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { sha256Hex } from '../platform/sha256.ts';
import { canonicalBytes, type Verdict, type Verifier } from '../signature/index.ts';

const MINUTES = 10;

/** What the session keeps of a challenge: the exact bytes, and until when they count. */
export interface Challenge {
  readonly bytes: string;
  readonly sha256: string;
  readonly expiresAt: string;
}

/** @param input.session a keyed name of the session that may be signed */
export function makeChallenge(input: {
  readonly publicUrl: string;
  readonly session: string;
  readonly clock: Clock;
}): Challenge {
  const now = input.clock.now();
  const expiresAt = new Date(now.getTime() + MINUTES * 60_000).toISOString();
  const bytes = canonicalBytes({
    document: 'komek/sign-in',
    documentVersion: 1,
    portal: input.publicUrl,
    session: input.session,
    nonce: randomBytes(16).toString('hex'),
    issuedAt: now.toISOString(),
    expiresAt,
  });
  return { bytes: bytes.toString('base64'), sha256: sha256Hex(bytes), expiresAt };
}

export const isFresh = (challenge: Challenge, now: Date): boolean => now.toISOString() < challenge.expiresAt;

export type KeyProblem =
  | { readonly kind: 'challenge-expired' }
  | { readonly kind: 'signature-not-confirmed'; readonly verdict: Verdict };

/**
 * Who signed the challenge.
 * @returns the IIN of the certificate; `challenge-expired` when other or too old bytes were signed; the verdict when it did not pass
 */
export async function proveByKey(
  deps: { readonly verifier: Pick<Verifier, 'verify'>; readonly clock: Clock },
  input: { readonly challenge: Challenge; readonly sha256: string; readonly cms: Buffer },
): Promise<Result<string, KeyProblem>> {
  const now = deps.clock.now();
  if (input.sha256 !== input.challenge.sha256 || !isFresh(input.challenge, now))
    return refuse({ kind: 'challenge-expired' });
  const verdict = await deps.verifier.verify({
    signature: input.cms,
    content: Buffer.from(input.challenge.bytes, 'base64'),
    policy: 'sign-in',
    at: now,
  });
  const iin = verdict.signatures[0]?.signer?.iin;
  return verdict.indication === 'TOTAL-PASSED' && iin !== undefined
    ? ok(iin)
    : refuse({ kind: 'signature-not-confirmed', verdict });
}
