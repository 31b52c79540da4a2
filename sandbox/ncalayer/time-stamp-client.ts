// Asks a time-stamping authority for a token over a signature value (RFC 3161), as NCALayer does when a site gives a tsaProfile.
import { randomBytes } from 'node:crypto';
import { digestAlgorithm } from '../../src/signature/portable/algorithms.ts';
import {
  TAG,
  childrenOf,
  present,
  raw,
  readDer,
  readSmallInteger,
} from '../../src/signature/portable/der-reader.ts';
import {
  boolean,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
} from '../../src/signature/portable/der-writer.ts';
import { digest } from '../../src/signature/portable/digest.ts';
import type { PrivateKey } from '../../src/signature/portable/private-key.ts';
import { signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';

const PATIENCE = 10_000;

/** A function that gets tokens from an address, with the hash that the key signs with; it rejects when it gets none. */
export function timeStamper(url: string, key: PrivateKey): (signature: Uint8Array) => Promise<Uint8Array> {
  return async (signature) => {
    const hash = digestAlgorithm(signingAlgorithm(key).digest);
    const query = sequence(
      integer(1),
      sequence(sequence(oid(hash.oid), nullValue()), octetString(digest(hash.name, signature))),
      integer(new Uint8Array(randomBytes(8))),
      boolean(true),
    );
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Buffer.from(query),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const [status, token] = childrenOf(readDer(new Uint8Array(await response.arrayBuffer())), TAG.sequence);
    const code = readSmallInteger(present(childrenOf(status, TAG.sequence)[0]));
    if (code > 1 || !token) throw new Error(`the time-stamping authority refused with status ${code}`);
    return raw(token);
  };
}
