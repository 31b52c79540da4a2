// Every hash function that a national or international signature may name, by one name, in any environment.
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { gost34311 } from './gost-34311.ts';
import { streebog256, streebog512 } from './streebog.ts';

export type DigestName =
  'sha1' | 'sha256' | 'sha384' | 'sha512' | 'streebog256' | 'streebog512' | 'gost34311';

const FUNCTIONS: Readonly<Record<DigestName, (message: Uint8Array) => Uint8Array>> = {
  sha1,
  sha256,
  sha384,
  sha512,
  streebog256,
  streebog512,
  gost34311,
};

/** The hash of a message held in memory. */
export const digest = (name: DigestName, message: Uint8Array): Uint8Array => FUNCTIONS[name](message);

/** HMAC-SHA-512, for deriving secrets. */
export const hmacSha512 = (key: Uint8Array, message: Uint8Array): Uint8Array => hmac(sha512, key, message);
