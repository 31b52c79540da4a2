// Keys from the password of a key file: the derivation of PKCS #12 (RFC 7292 appendix B) and PBKDF2 (RFC 8018).
import { hmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

const HASHES = { sha1, sha256, sha384, sha512 };
export type ProtectionHash = keyof typeof HASHES;

const HASH_BY_OID: Readonly<Record<string, ProtectionHash>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/** The hash that an identifier of a hash or of an HMAC names. */
export const findProtectionHash = (oid: string): ProtectionHash | undefined => HASH_BY_OID[oid];

export interface Derivation {
  readonly hash: ProtectionHash;
  readonly password: string;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** 1 for a cipher's key, 2 for its initial vector, 3 for the key of the MAC. */
  readonly purpose: 1 | 2 | 3;
  readonly bytes: number;
}

/** The key derivation of PKCS #12 (RFC 7292 appendix B.2), with the password in UTF-16 and two zero bytes behind it. */
export function derivePkcs12Key({ hash, password, salt, rounds, purpose, bytes }: Derivation): Uint8Array {
  const run = HASHES[hash];
  const block = run.blockLen;
  const secret = new Uint8Array(password.length * 2 + 2);
  Array.from({ length: password.length }, (_, i) => {
    new DataView(secret.buffer).setUint16(i * 2, password.charCodeAt(i));
  });
  const stretched = (source: Uint8Array): number[] =>
    Array.from(
      { length: Math.ceil(source.length / block) * block },
      (_, i) => source[i % source.length] as number,
    );
  const input = Uint8Array.from([...stretched(salt), ...stretched(secret)]);
  const diversifier = new Uint8Array(block).fill(purpose);
  const key = new Uint8Array(bytes);
  for (let filled = 0; filled < bytes; filled += run.outputLen) {
    let a = run(Uint8Array.of(...diversifier, ...input));
    for (let round = 1; round < rounds; round += 1) a = run(a);
    key.set(a.subarray(0, bytes - filled), filled);
    for (let start = 0; start < input.length; start += block) addPlusOne(input, start, a, block);
  }
  return key;
}

/** input[start … start+block) += a (repeated) + 1, big-endian. */
function addPlusOne(input: Uint8Array, start: number, a: Uint8Array, block: number): void {
  let carry = 1;
  for (let i = block - 1; i >= 0; i -= 1) {
    carry += (input[start + i] as number) + (a[i % a.length] as number);
    input[start + i] = carry;
    carry >>>= 8;
  }
}

/** PBKDF2 with the password in UTF-8. */
export const derivePbkdf2Key = ({
  hash,
  password,
  salt,
  rounds,
  bytes,
}: Omit<Derivation, 'purpose'>): Uint8Array =>
  pbkdf2(HASHES[hash], new TextEncoder().encode(password), salt, { c: rounds, dkLen: bytes });

/** The MAC over the contents of a key file (RFC 7292 section 5.1). */
export function keyFileMac(content: Uint8Array, mac: Omit<Derivation, 'purpose' | 'bytes'>): Uint8Array {
  const run = HASHES[mac.hash];
  return hmac(run, derivePkcs12Key({ ...mac, purpose: 3, bytes: run.outputLen }), content);
}
