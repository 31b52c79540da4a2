// The verdict when nobody could look: a thread missed its deadline or ended, or too many wait. It is open, never a yes and never a no.
import type { SignaturePolicy } from '../policy/policies.ts';
import type { TrustSet } from '../trust/trust-set.ts';
import type { Verdict } from './verdict-schema.ts';

const EVIDENCE = {
  deadline: 'the verification took too long and was ended',
  died: 'the thread of the verification ended, as one whose memory is full does',
  overloaded: 'too many verifications are waiting',
} as const;

/** @param options.now milliseconds */
export function unavailableVerdict(
  reason: keyof typeof EVIDENCE,
  { trust, policy, now }: { trust: TrustSet; policy: SignaturePolicy; now: number },
): Verdict {
  return {
    format: 'komek-signature-verdict-1',
    indication: 'INDETERMINATE',
    subIndication: reason === 'overloaded' ? 'TRY_LATER' : 'CUSTOM',
    policy: { name: policy.name, version: policy.version, algorithms: policy.algorithms.name },
    trust: { name: trust.name, purpose: trust.purpose },
    verifiedAt: new Date(now).toISOString(),
    checks: [{ id: 'deadline', outcome: 'unknown', evidence: EVIDENCE[reason], source: 'verifier' }],
    signatures: [],
    warnings: [],
  };
}
