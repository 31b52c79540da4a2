// AlgorithmIdentifier (RFC 5280 4.1.1.2): a dotted name, its parameters, and the bytes, which must be equal where two of them must agree.
import {
  DerError,
  elementAt,
  expect,
  raw,
  readOid,
  sameBytes,
  TAG,
  type Der,
} from '../portable/der-reader.ts';

export interface AlgorithmIdentifier {
  readonly oid: string;
  /** Absent when the encoding has none; a NULL is an element like any other. */
  readonly parameters: Der | undefined;
  readonly bytes: Uint8Array;
}

export function readAlgorithm(element: Der | undefined): AlgorithmIdentifier {
  const whole = expect(element, TAG.sequence);
  const { source, start, contentStart, end } = whole;
  const name = elementAt(source, contentStart, end);
  const parameters = name.end < end ? elementAt(source, name.end, end) : undefined;
  if ((parameters ?? name).end !== end) throw new DerError('unexpected-tag', start);
  return { oid: readOid(name), parameters, bytes: raw(whole) };
}

/** Whether two name the same algorithm. The national CRLs leave the NULL away in one place and write it in the other. */
export const sameAlgorithm = (a: AlgorithmIdentifier, b: AlgorithmIdentifier): boolean =>
  sameBytes(a.bytes, b.bytes) || (a.oid === b.oid && hasNoParameters(a) && hasNoParameters(b));

/** Whether parameters are absent or NULL. */
export const hasNoParameters = (algorithm: AlgorithmIdentifier): boolean =>
  algorithm.parameters === undefined ||
  (algorithm.parameters.tag === TAG.null && algorithm.parameters.contentStart === algorithm.parameters.end);
