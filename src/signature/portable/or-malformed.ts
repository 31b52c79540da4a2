// Parts that are read only when they are needed: what is no DER there is found late, and is an answer like others.
import { DerError } from './der-reader.ts';

/** What a reader finds, or "malformed" where it finds no DER. */
export function orMalformed<T>(read: () => T): T | 'malformed' {
  try {
    return read();
  } catch (error) {
    if (error instanceof DerError) return 'malformed';
    throw error;
  }
}
