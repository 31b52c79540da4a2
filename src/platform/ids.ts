// Names of records: unguessable, short enough for a URL, free of letters that look alike.
import { randomBytes } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'; // Crockford's base 32, in small letters
const LENGTH = 24;

/** A new id of 120 random bits, e.g. "7f3k9x2m8q0vwt5c1n6prj4b". */
export function newId(): string {
  return [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte & 31)).join('');
}

/** Whether a text has the shape of such an id; anything else never reaches the database. */
export function isId(text: string): boolean {
  return /^[0-9a-hjkmnp-tv-z]{24}$/.test(text);
}
