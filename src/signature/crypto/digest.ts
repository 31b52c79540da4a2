// Digests by name.
import { createHash } from 'node:crypto';
import type { DigestName } from './signature-scheme.ts';

/** The digest of bytes. */
export function digest(name: DigestName, data: Uint8Array): Uint8Array {
  switch (name) {
    case 'streebog256':
    case 'streebog512':
    case 'gost34311':
      throw new Error(`${name} is not available`);
    default:
      return createHash(name).update(data).digest();
  }
}
