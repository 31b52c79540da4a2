// The parts of node-forge that portable code uses (3DES, RC2, AES; RSA where WebCrypto is missing), each loaded by itself, so that the
// browser does not fetch the whole. node-forge has types for the whole only; what is used is written down here.
// @ts-expect-error: no types for a part
import untyped from 'node-forge/lib/forge.js';
import 'node-forge/lib/aes.js';
import 'node-forge/lib/asn1.js';
import 'node-forge/lib/des.js';
import 'node-forge/lib/rc2.js';
import 'node-forge/lib/rsa.js';

/** Bytes are "binary" strings in node-forge: one character for each. */
export interface ForgeBuffer {
  getBytes(): string;
}

export interface ForgeCipher {
  /** RC2 takes the bare vector. */
  start(iv: string | { iv: string }): void;
  update(input: ForgeBuffer): void;
  /** False when the padding is wrong. */
  finish(): boolean;
  readonly output: ForgeBuffer;
}

interface Forge {
  readonly util: { createBuffer(binary: string): ForgeBuffer };
  readonly cipher: { createDecipher(name: string, key: string): ForgeCipher };
  readonly rc2: { createDecryptionCipher(key: string, effectiveBits: number): ForgeCipher };
  readonly asn1: { fromDer(binary: string): unknown };
  readonly pki: { privateKeyFromAsn1(asn1: unknown): { sign(message: string, scheme: 'NONE'): string } };
}

export const forge = untyped as Forge;
