// Anybody shows a signed document: which of the files is the signature is found by what they are, and nothing of them is kept.
import type { LimitRule, Limits } from '../platform/limits.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { sha256Hex } from '../platform/sha256.ts';
import { isSignedMessage, type Verdict, type Verifier } from '../signature/index.ts';
import type { oneAtATime } from './one-at-a-time.ts';

export interface VerificationDeps {
  readonly verifier: Pick<Verifier, 'verify'>;
  readonly limits: Limits;
  /** The signature under a paper with these bytes that this portal has issued. */
  readonly signatureUnder: (
    sha256: string,
  ) => Promise<{ readonly signature: Uint8Array; readonly signedAt: Date } | undefined>;
  readonly admit: ReturnType<typeof oneAtATime>;
}

export interface Checked {
  readonly verdict: Verdict;
  /** Hex SHA-256 of the document; absent when it lies inside the signature. */
  readonly documentSha256: string | undefined;
  /** Whether the document is, byte by byte, a paper that this portal has issued. */
  readonly issuedHere: boolean;
  /** Whether the signature is the one the portal keeps: only the document was shown. */
  readonly ourSignature: boolean;
}

export type CheckProblem = 'missing' | 'no-signature' | 'too-many-tries' | 'busy';

const PER_ADDRESS: LimitRule = { name: 'verify-address', most: 30, seconds: 600 };

/**
 * Verifies what somebody shows, under the policy `any-document`.
 * @param input.files one or two, in any order: a signature (CMS in DER, PEM or base64) and its document, a signature with the document
 *   inside, or alone a paper that this portal has issued
 * @returns `missing` without a file, `no-signature` when none is a signature and the portal knows none for it, `too-many-tries` for ten
 *   minutes, `busy` while many others wait
 */
export async function checkFiles(
  deps: VerificationDeps,
  input: { readonly files: readonly Uint8Array[]; readonly address: string },
): Promise<Result<Checked, CheckProblem>> {
  const files = input.files.filter((bytes) => bytes.length > 0);
  const [first, second] = files;
  if (first === undefined) return refuse('missing');
  if (!(await deps.limits.allow(PER_ADDRESS, input.address))) return refuse('too-many-tries');
  const brought = files.findLast(isSignedMessage);
  const document = brought === first ? second : first;
  const documentSha256 = document && sha256Hex(document);
  const issued = documentSha256 === undefined ? undefined : await deps.signatureUnder(documentSha256);
  const signature = brought ?? issued?.signature;
  if (signature === undefined) return refuse('no-signature');
  const verdict = await deps.admit(() =>
    deps.verifier.verify({
      signature,
      content: document,
      policy: 'any-document',
      // When our own signature came is in our journal; of a signature that somebody brings nothing is known but now.
      ...(brought === undefined && { at: issued?.signedAt }),
    }),
  );
  if (!verdict.ok) return verdict;
  return ok({
    verdict: verdict.value,
    documentSha256,
    issuedHere: issued !== undefined,
    ourSignature: brought === undefined,
  });
}
