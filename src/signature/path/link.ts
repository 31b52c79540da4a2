// One link of a path: the signature on a certificate under its issuer's key. A link between objects that live on, as the certificates of
// a trust set do, is checked once.
import { inheritsParameters } from '../crypto/public-key.ts';
import { schemeOf } from '../crypto/signature-scheme.ts';
import { signatureFlaw, type SignatureFlaw } from '../crypto/verify-bytes.ts';
import type { Budget } from '../limits.ts';
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import type { PublicKeyInfo } from '../x509/x509-certificate.ts';

/** What certificates, CRLs and OCSP answers have in common. */
export interface Signed {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** By key first: a key of the trust set lives on, and what it has signed comes and goes. */
const known = new WeakMap<PublicKeyInfo, WeakMap<Signed, SignatureFlaw | 'none'>>();

/** What is wrong with the signature on a signed structure under a key; `undefined` when it is right. */
export function linkFlaw(signed: Signed, key: PublicKeyInfo, budget: Budget): SignatureFlaw | undefined {
  const found = known.get(key)?.get(signed);
  if (found !== undefined) return found === 'none' ? undefined : found;
  budget.spend('signatureChecks');
  const scheme = schemeOf(signed.signatureAlgorithm);
  const flaw = scheme
    ? signatureFlaw({ scheme, key, data: signed.tbs, signature: signed.signature, frequentKey: true })
    : 'unknown-algorithm';
  const ofKey = known.get(key);
  if (ofKey) ofKey.set(signed, flaw ?? 'none');
  else known.set(key, new WeakMap([[signed, flaw ?? 'none']]));
  return flaw;
}

/** Whether a key may turn out to be the issuer's: only a key that is complete can be tried before the path is. */
export const mayHaveSigned = (signed: Signed, key: PublicKeyInfo, budget: Budget): boolean =>
  inheritsParameters(key) || linkFlaw(signed, key, budget) === undefined;
