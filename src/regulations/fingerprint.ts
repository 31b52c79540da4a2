// The fingerprint of a regulation: once published under an id and a version it never changes again, or a pinned case would lie.
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Regulation } from './regulation.ts';

/** SHA-256 of the regulation in RFC 8785 form, in hexadecimal. */
export function fingerprintOf(regulation: Regulation): string {
  const canonical = canonicalize(regulation);
  if (canonical === undefined) throw new Error(`${regulation.id} has no canonical form`);
  return createHash('sha256').update(canonical).digest('hex');
}
