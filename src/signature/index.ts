export { canonicalBytes } from './canonical.ts';
export {
  SIGNATURE_UPLOAD,
  signatureForm,
  takeSignature,
  type SignatureInput,
  type SignatureInputProblem,
} from './signature-input.ts';
export interface Verdict {
  readonly indication: 'TOTAL-PASSED' | 'TOTAL-FAILED' | 'INDETERMINATE';
  readonly subIndication?: string;
}
export interface Verifier {
  verify(request: {
    signature: Uint8Array;
    content?: Uint8Array;
    policy: 'citizen-application' | 'office-notification' | 'sign-in' | 'any-document';
    expect?: { iin?: string; bin?: string };
    at?: Date;
  }): Promise<Verdict>;
  close(): Promise<void>;
}
