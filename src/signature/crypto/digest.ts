// Digests by name: SHA by node:crypto, the national ones by our own code.
import { createHash } from 'node:crypto';
import { gost34311 } from '../portable/gost-34311.ts';
import { streebog256, streebog512 } from '../portable/streebog.ts';
import type { DigestName } from './signature-scheme.ts';

const NATIONAL = { streebog256, streebog512, gost34311 } as const;

/** The digest of bytes. */
export const digest = (name: DigestName, data: Uint8Array): Uint8Array =>
  name in NATIONAL ? NATIONAL[name as keyof typeof NATIONAL](data) : createHash(name).update(data).digest();
