// The one byte form of a JSON value (RFC 8785, JCS): what is signed is a sequence of bytes, never "the same data".
import canonicalize from 'canonicalize';

/**
 * The canonical bytes of a JSON value.
 * Throws for what is no JSON (NaN, lone surrogates, functions): such a value in a payload is a bug.
 */
export function canonicalBytes(value: unknown): Buffer {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('the value has no JSON form');
  return Buffer.from(text, 'utf8');
}
