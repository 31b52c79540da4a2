// A signature arrives as PEM with CRLF (NCALayer), as one line of base64 (older clients) or as DER (a file): here it becomes bytes.
import { fromBinary, toBinary } from './binary-text.ts';

export type ArmourProblem = 'empty' | 'too-large' | 'not-base64' | 'several-blocks';

export type ArmourResult =
  | { readonly ok: true; readonly value: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: ArmourProblem };

const DEFAULT_LIMIT = 64 * 1024 * 1024;

/**
 * Takes the armour off.
 * @param input text, or the bytes of a file
 * @param limit most bytes (or characters) that are looked at
 * @returns the DER; `empty`: nothing in it · `too-large`: over the limit · `not-base64`: neither armour, base64 nor a SEQUENCE ·
 * `several-blocks`: more than one PEM block
 */
export function readArmour(input: string | Uint8Array, limit = DEFAULT_LIMIT): ArmourResult {
  if (input.length > limit) return { ok: false, problem: 'too-large' };
  if (typeof input !== 'string') {
    if (input[0] === 0x30) return { ok: true, value: input.slice() };
    return readArmour(toBinary(input), limit);
  }
  const blocks = [...input.matchAll(/-----BEGIN [A-Z0-9 ]{1,40}-----([^-]*)-----END [A-Z0-9 ]{1,40}-----/g)];
  if (blocks.length > 1) return { ok: false, problem: 'several-blocks' };
  const text = (blocks[0]?.[1] ?? input).replace(/[\s\uFEFF]+/g, '');
  if (text === '') return { ok: false, problem: 'empty' };
  const value = fromBase64(text);
  return value ? { ok: true, value } : { ok: false, problem: 'not-base64' };
}

/** Bytes of standard base64 with its padding; nothing when a character does not belong there. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  return fromBinary(atob(text));
}

/** Standard base64 in one line. */
export const toBase64 = (bytes: Uint8Array): string => btoa(toBinary(bytes));

/** The armour that NCALayer puts around a signature: lines of 64 characters that end with CRLF. */
export function writeArmour(der: Uint8Array, label = 'CMS'): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\r\n');
}
