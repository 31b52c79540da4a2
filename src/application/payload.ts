// What is signed: form and procedure with their versions, every answer, every register answer as received, the hash of every paper, the
// consents, whose application it is, and a number used once. The same bytes are shown as a readable text before they are signed.
import { randomBytes } from 'node:crypto';
import { canonicalBytes } from '../signature/index.ts';
import { sha256Hex } from '../platform/sha256.ts';
import type { Regulation } from '../regulations/index.ts';
import type { Answers } from './answers.ts';
import { applicantIin } from './application.ts';
import type {
  Attachment,
  Content,
  Intake,
  RegisterSnapshot,
  SigningBytes,
  Submitted,
} from './application.ts';

interface SignedAttachment {
  readonly kind: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface ApplicationPayload {
  readonly document: 'komek/application';
  readonly documentVersion: 1;
  readonly application: string;
  /** The procedure, and the edition of the form that it shows. */
  readonly regulation: { readonly id: string; readonly version: number };
  readonly form: string;
  readonly applicant: { readonly iin: string };
  readonly answers: Answers;
  /** Each answer with system, request id and time (S3: the applicant certifies the received data too). */
  readonly registers: RegisterSnapshot;
  readonly attachments: readonly SignedAttachment[];
  /** Only for what was brought on paper and typed at the desk. */
  readonly intake?: Intake;
  readonly preparedAt: string;
  readonly nonce: string;
}

export interface SupplementPayload {
  readonly document: 'komek/supplement';
  readonly documentVersion: 1;
  readonly application: string;
  readonly number: string;
  readonly applicant: { readonly iin: string };
  readonly remark: string;
  readonly attachments: readonly SignedAttachment[];
  readonly preparedAt: string;
  readonly nonce: string;
}

export type Payload = ApplicationPayload | SupplementPayload;

const signedForm = ({ kind, name, mediaType, size, sha256 }: Attachment): SignedAttachment => ({
  kind,
  name,
  mediaType,
  size,
  sha256,
});
const nonce = (): string => randomBytes(16).toString('hex');

/** @param filled the form as it was filled; `form` is the edition that it shows */
export const applicationPayload = (
  filled: {
    readonly id: string;
    readonly iin: string;
    readonly content: Content;
    readonly form: string;
    readonly intake?: Intake;
  },
  regulation: Regulation,
  now: Date,
): ApplicationPayload => ({
  document: 'komek/application',
  documentVersion: 1,
  application: filled.id,
  regulation: { id: regulation.id, version: regulation.version },
  form: filled.form,
  applicant: { iin: filled.iin },
  answers: filled.content.answers,
  registers: filled.content.registers,
  attachments: filled.content.attachments.map(signedForm),
  ...(filled.intake && { intake: filled.intake }),
  preparedAt: now.toISOString(),
  nonce: nonce(),
});

export const supplementPayload = (
  application: Submitted,
  supplement: { readonly attachments: readonly Attachment[]; readonly remark: string },
  now: Date,
): SupplementPayload => ({
  document: 'komek/supplement',
  documentVersion: 1,
  application: application.id,
  number: application.number,
  applicant: { iin: applicantIin(application) },
  remark: supplement.remark,
  attachments: supplement.attachments.map(signedForm),
  preparedAt: now.toISOString(),
  nonce: nonce(),
});

/** The bytes that a key will sign. */
export function bytesOf(payload: Payload, now: Date): SigningBytes {
  const bytes = canonicalBytes(payload);
  return { bytes, sha256: sha256Hex(bytes), preparedAt: now };
}

/** The payload that bytes of ours say. */
export const payloadOf = (signed: SigningBytes): Payload =>
  JSON.parse(signed.bytes.toString('utf8')) as Payload;
