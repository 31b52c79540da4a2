// Health data at rest: AES-256-GCM, bound to the record and field it belongs to, so that a value moved to another record does not open.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export interface Sealer {
  /** Encrypts; `place` names record and field, e.g. "application/7f3k…/answers". Layout: version, nonce, ciphertext, tag. */
  seal(bytes: Uint8Array, place: string): Buffer;
  /** Decrypts what `seal` gave for the same place. Throws when anything was changed: that is damage, not a refusal. */
  open(sealed: Uint8Array, place: string): Buffer;
  /** JSON in and out of the same envelope. */
  sealJson(value: unknown, place: string): Buffer;
  openJson(sealed: Uint8Array, place: string): unknown;
  /** A keyed fingerprint (hex) for comparing values that may not be stored, e.g. one-time codes. */
  fingerprint(value: string, purpose: string): string;
}

/** @param masterKey 32 bytes; separate keys are derived for sealing and for fingerprints */
export function createSealer(masterKey: Buffer): Sealer {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `komek ${purpose}`, 32));
  const key = derive('seal');
  const fingerprintKey = derive('fingerprint');

  const seal = (bytes: Uint8Array, place: string): Buffer => {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]);
  };

  const open = (sealed: Uint8Array, place: string): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES)
      throw new Error(`sealed value of ${place} has an unknown form`);
    const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce)
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return Buffer.concat([
      decipher.update(bytes.subarray(1 + NONCE_BYTES, bytes.length - TAG_BYTES)),
      decipher.final(),
    ]);
  };

  return {
    seal,
    open,
    sealJson: (value, place) => seal(Buffer.from(JSON.stringify(value)), place),
    openJson: (sealed, place) => JSON.parse(open(sealed, place).toString('utf8')) as unknown,
    fingerprint: (value, purpose) =>
      createHmac('sha256', fingerprintKey).update(`${purpose}\n${value}`).digest('hex'),
  };
}
