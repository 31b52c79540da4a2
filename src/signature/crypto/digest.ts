// Digests by name: SHA by node:crypto, the national ones by our own code.
import { hash } from 'node:crypto';
import { gost34311 } from '../portable/gost-34311.ts';
import type { DigestName } from './signature-scheme.ts';
import { fastStreebog } from './wasm/fast-streebog.ts';

const NATIONAL = {
  streebog256: (data: Uint8Array) => fastStreebog(256, data),
  streebog512: (data: Uint8Array) => fastStreebog(512, data),
  gost34311,
} as const;

/** The digest of bytes. */
export const digest = (name: DigestName, data: Uint8Array): Uint8Array =>
  name in NATIONAL ? NATIONAL[name as keyof typeof NATIONAL](data) : hash(name, data, 'buffer');
