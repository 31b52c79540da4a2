// A signature as it comes from a page: made there by a key file or NCALayer (text), or made elsewhere and uploaded (a file).
import { z } from 'zod';
import { ok, refuse, type Result } from '../platform/result.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { readArmour } from './portable/armour.ts';

/** A detached signature is a few kilobytes; one that carries a time-stamp and a chain is still far below this. */
const LARGEST_SIGNATURE = 256 * 1024;

export const SIGNATURE_UPLOAD = {
  field: 'signatureFile',
  largestBytes: LARGEST_SIGNATURE,
  mostFiles: 1,
  tooLarge: 'signing:errors.too-large',
} as const;

/** Hex SHA-256 of the bytes that the page showed, and the signature over them. */
export const signatureForm = z.strictObject({
  sha256: z.string('signing:errors.missing').regex(/^[0-9a-f]{64}$/, 'signing:errors.missing'),
  signature: z
    .string()
    .max(LARGEST_SIGNATURE * 2, 'signing:errors.too-large')
    .default(''),
});

export type SignatureInputProblem = 'missing' | 'too-large' | 'not-a-signature';

export interface SignatureInput {
  readonly sha256: string;
  /** DER as it stood in the armour. */
  readonly cms: Buffer;
}

/**
 * Takes the signature out of a form: the uploaded file when there is one, else the text.
 * @returns `missing` when there is neither, `not-a-signature` when it is no DER, base64 or PEM at all
 */
export function takeSignature(
  files: readonly { readonly field: string; readonly bytes: Buffer }[],
  form: { readonly sha256: string; readonly signature: string },
): Result<SignatureInput, SignatureInputProblem> {
  const upload = files.find(({ field, bytes }) => field === SIGNATURE_UPLOAD.field && bytes.length > 0);
  if (upload === undefined && form.signature === '') return refuse('missing');
  const armour = readArmour(upload === undefined ? form.signature : upload.bytes, LARGEST_SIGNATURE * 2);
  if (!armour.ok) return refuse(armour.problem === 'too-large' ? 'too-large' : 'not-a-signature');
  return ok({ sha256: form.sha256, cms: Buffer.from(armour.value) });
}

/** DER of the name of signed data (RFC 5652, 5.1): it stands at the very start of every such message. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
/** Octets of a tag with the longest length that a message may have. */
const LONGEST_HEADER = 10;

/**
 * Whether a file is a signed message at all, in whatever armour; whether it is a good one is for the verifier to say. Of DER only the start
 * is looked at; armour is taken off only where the verifier would take it off as well.
 */
export function isSignedMessage(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0x30 ? bytes : withoutArmour(bytes);
  return (
    start?.[0] === 0x30 &&
    Buffer.from(start.subarray(0, LONGEST_HEADER + SIGNED_DATA.length)).includes(SIGNED_DATA)
  );
}

function withoutArmour(bytes: Uint8Array): Uint8Array | undefined {
  const armour = readArmour(bytes, DEFAULT_LIMITS.armouredBytes);
  return armour.ok ? armour.value : undefined;
}
