// What is sent to a time-stamping authority and what comes back (RFC 3161 2.4).
import { digestAlgorithm } from '../portable/algorithms.ts';
import { childrenOf, raw, readDer, readSmallInteger, TAG } from '../portable/der-reader.ts';
import { boolean, integer, nullValue, octetString, oid, sequence } from '../portable/der-writer.ts';
import { digest, type DigestName } from '../portable/digest.ts';
import { Fields } from '../x509/der-fields.ts';

export interface StampOrder {
  /** What the token shall be over. */
  readonly bytes: Uint8Array;
  readonly digest: DigestName;
  /** Absent: the authority chooses. */
  readonly policy: string | undefined;
  readonly nonce: Uint8Array;
}

/** DER of a TimeStampReq that asks for the authority's certificate in the token. */
export function makeTimeStampRequest({ bytes, digest: name, policy, nonce }: StampOrder): Uint8Array {
  const algorithm = sequence(oid(digestAlgorithm(name).oid), nullValue());
  return sequence(
    integer(1),
    sequence(algorithm, octetString(digest(name, bytes))),
    ...(policy === undefined ? [] : [oid(policy)]),
    integer(nonce),
    boolean(true),
  );
}

const GRANTED_WITH_CHANGES = 1;

/**
 * The token (DER) of a TimeStampResp, or `undefined` when the authority refused.
 * @throws DerError when it is no TimeStampResp
 */
export function readTimeStampResponse(answer: Uint8Array): Uint8Array | undefined {
  const fields = new Fields(readDer(answer));
  const [status] = childrenOf(fields.next(), TAG.sequence);
  const token = fields.optional(TAG.sequence);
  fields.end();
  const granted = status !== undefined && readSmallInteger(status) <= GRANTED_WITH_CHANGES;
  return granted && token ? raw(token) : undefined;
}
