// The door of the slice: signatures are verified, made and put into words here, and a verdict is never a boolean.
export { canonicalBytes } from './canonical.ts';
export {
  isSignedMessage,
  SIGNATURE_UPLOAD,
  signatureForm,
  takeSignature,
  type SignatureInput,
  type SignatureInputProblem,
} from './signature-input.ts';
export {
  createVerifier,
  verifySignature,
  type VerificationRequest,
  type Verifier,
  type VerifierOptions,
} from './create-verifier.ts';
export { validatePath, type PathVerdict, type ValidatePathRequest } from './validate-path.ts';
export { loadTrust, TrustError } from './trust/trust-folder.ts';
export { trustFromCertificates } from './trust/trust-from-certificates.ts';
export type { TrustSet } from './trust/trust-set.ts';
export { POLICIES, POLICY_NAMES, type PolicyName, type SignaturePolicy } from './policy/policies.ts';
export { describeVerdict, type DescribedVerdict, type VerdictLanguage } from './verdict/verdict-words.ts';
export {
  verdictJsonSchema,
  verdictSchema,
  type SignatureVerdict,
  type Verdict,
} from './verdict/verdict-schema.ts';
export type { Indication, SubIndication } from './verdict/indication.ts';
export type { Check, CheckId } from './verdict/check.ts';
export type { Warning } from './verdict/findings.ts';
export {
  createArchivist,
  type Archivist,
  type KeepingProblem,
  type KeepingRequest,
  type KeptSignature,
} from './archive/archivist.ts';
export { timestamp, type TimestampProblem } from './archive/timestamp.ts';
export { signCades, type SigningRequest } from './portable/cades.ts';
export { openKeyFile, type KeyFile, type KeyFileProblem, type KeyFileResult } from './portable/key-file.ts';
