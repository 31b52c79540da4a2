// An officer's signature over a paper of the office: with a key of the organisation, by this very person, confirmed now or not at all.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Officer } from '../identity/index.ts';
import type { Verdict, Verifier } from '../signature/index.ts';
import type { CasePaper } from './office-case.ts';

/** A paper that waits for a signature, and what came for it. */
export interface PaperSignature {
  readonly officer: Officer;
  readonly paper: CasePaper;
  readonly bytes: Buffer;
  /** Of the bytes that the page showed. */
  readonly sha256: string;
  readonly cms: Buffer;
  readonly at: Date;
  /** Signed as a person, not for the organisation. */
  readonly ownKey?: boolean;
}

export type PaperSignatureProblem =
  /** The paper was drawn anew after the page was opened. */
  | { readonly kind: 'bytes-changed' }
  | { readonly kind: 'signature-not-confirmed'; readonly verdict: Verdict };

/**
 * Judges the signature.
 * @returns the paper with its signature, or why it goes out no further
 */
export async function takePaperSignature(
  deps: { readonly verifier: Pick<Verifier, 'verify'> },
  { officer, paper, bytes, sha256, cms, at, ownKey }: PaperSignature,
): Promise<Result<CasePaper, PaperSignatureProblem>> {
  if (paper.sha256 !== sha256) return refuse({ kind: 'bytes-changed' });
  const verdict = await deps.verifier.verify({
    signature: cms,
    content: bytes,
    ...(ownKey === true
      ? { policy: 'commission-member', expect: { iin: officer.iin } }
      : { policy: 'office-notification', expect: { iin: officer.iin, bin: officer.bin } }),
    at,
  });
  // A paper of the office goes out only with a signature that is confirmed now; "could not check" waits, it does not pass.
  if (verdict.indication !== 'TOTAL-PASSED') return refuse({ kind: 'signature-not-confirmed', verdict });
  const by = { accountId: officer.accountId, name: officer.name };
  return ok({ ...paper, signed: { cms, at, by, verdict } });
}
