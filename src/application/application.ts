// What the citizen asked for: the states of an application and how it passes from one to the next. Pure; the store keeps the result.
import type { RegisterAnswer, Disability, Disease, Person, RegisteredPhone } from '../registers/index.ts';
import type { Channel } from '../regulations/index.ts';
import type { Answers } from './answers.ts';

/** What the registers said when the form was filled; a key is absent while nobody asked. */
export interface RegisterSnapshot {
  readonly persons?: RegisterAnswer<Person>;
  readonly disability?: RegisterAnswer<Disability>;
  readonly disease?: RegisterAnswer<Disease>;
  readonly mobile?: RegisterAnswer<RegisteredPhone>;
}

/** Kinds of attached papers (form block 11). */
export const ATTACHMENT_KINDS = [
  'difficult-situation',
  'medical',
  'disability',
  'identity',
  'family',
  'income',
  'power-of-attorney',
  'application',
  'other',
] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** What a citizen attaches; the application itself is a paper only where somebody brought one. */
export const CITIZEN_KINDS = ATTACHMENT_KINDS.filter((kind) => kind !== 'application');

export interface Attachment {
  readonly fileId: string;
  readonly kind: AttachmentKind;
  /** As the person called it: shown to the person and the officer only. */
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly addedAt: string;
}

/** Everything that may tell of somebody's health; it lies sealed in the database. */
export interface Content {
  readonly answers: Answers;
  readonly registers: RegisterSnapshot;
  readonly attachments: readonly Attachment[];
}

/** The bytes that wait for a signature, or that were signed. */
export interface SigningBytes {
  readonly bytes: Buffer;
  /** Hex. */
  readonly sha256: string;
  readonly preparedAt: Date;
}

/** on-paper: signed by hand on the application that was brought; its scan is attached, and there are no electronic signature and verdict. */
export type SignatureState = 'confirmed' | 'being-checked' | 'refused' | 'on-paper';

/** Whether a decision may be made on an application with this signature. */
export const maySettle = ({ state }: Pick<Signature, 'state'>): boolean =>
  state === 'confirmed' || state === 'on-paper';

export type PaperState = 'brought' | 'absent' | 'expired' | 'not-needed';
export type Bringer = 'applicant' | 'representative' | 'messenger';

/** How an application on paper came in (S0, S3 p. 6): by whom, when, and who took it. */
export interface Intake {
  readonly officeId: string;
  readonly clerk: { readonly accountId: string; readonly name: string };
  /** `name` is empty when the applicant came in person. */
  readonly broughtBy: { readonly who: Bringer; readonly name: string };
  /** ISO moments: when it was handed over, and when it was accepted here. */
  readonly receivedAt: string;
  readonly acceptedAt: string;
  /** Each required document of the procedure, as the clerk found it. */
  readonly papers: readonly { readonly id: string; readonly state: PaperState }[];
  /** What exactly is missing, in the clerk's words. */
  readonly missing: string;
}

/** A signature as it came, and what is known of it. */
export interface Signature {
  readonly cms: Buffer;
  readonly state: SignatureState;
  readonly receivedAt: Date;
  readonly checkedAt: Date;
  /** The verdict as JSON; it names the signer, so it lies sealed with the rest. */
  readonly verdict: unknown;
}

/** The procedure that was in force at submission: a later edition changes nothing for this application. */
export interface PinnedRegulation {
  readonly id: string;
  readonly version: number;
}

interface Common {
  readonly id: string;
  readonly applicantId: string;
  /** Of the person whose account or paper it is, and who signs: the applicant, or on the portal a representative. */
  readonly iin: string;
  readonly regulation: PinnedRegulation;
  readonly content: Content;
  /** Grows with every write; a write that expects another one loses. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface Draft extends Common {
  readonly status: 'draft';
  readonly toSign?: SigningBytes;
}

/** Papers added later, on the office's request: signed like the application itself. */
export interface Supplement {
  readonly id: string;
  readonly attachments: readonly Attachment[];
  readonly remark: string;
  readonly signed: SigningBytes;
  readonly signature: Signature;
  readonly submittedAt: Date;
}

export interface Submitted extends Common {
  readonly status: 'submitted';
  readonly number: string;
  /** By which door it came. */
  readonly channel: Channel;
  /** Only what was brought on paper has one. */
  readonly intake?: Intake;
  readonly submittedAt: Date;
  readonly signed: SigningBytes;
  readonly signature: Signature;
  readonly supplements: readonly Supplement[];
  /** A supplement that waits for its signature. */
  readonly supplementDraft?: {
    readonly attachments: readonly Attachment[];
    readonly remark: string;
    readonly toSign?: SigningBytes;
  };
}

export interface Withdrawn extends Omit<Submitted, 'status'> {
  readonly status: 'withdrawn';
  readonly withdrawnAt: Date;
}

export type Application = Draft | Submitted | Withdrawn;

/** The person for whom help is asked. */
export const applicantIin = ({ iin, content }: Pick<Common, 'iin' | 'content'>): string =>
  content.answers.representative?.represented.iin ?? iin;
