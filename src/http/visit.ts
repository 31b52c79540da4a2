// One request as a handler sees it: who speaks, in which language, with which parameters. Generic over who can speak.
import type { Language, Translate } from './texts.ts';
import type { Typed } from './forms.ts';

export interface UploadedFile {
  readonly field: string;
  /** As the person's device called it; shown back, never used as a path. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** Small things a session keeps between two pages of one person. */
export interface Keep {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Reads once. */
  take(key: string): unknown;
}

export interface Visit<Speaker, Parameter extends string = string> {
  readonly params: Readonly<Record<Parameter, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
  readonly t: Translate;
  readonly speaker: Speaker;
  /** What the person typed on this page before a language switch or an expired session; shown instead of what is saved. */
  readonly typed: Typed | undefined;
  readonly files: readonly UploadedFile[];
  readonly keep: Keep;
  readonly requestId: string;
  /** Address of the caller, for limits only. */
  readonly address: string;
  readonly now: Date;
  /** Makes this person the speaker of a fresh session (its id changes), or ends the session. */
  readonly session: SessionDoor;
}

export interface SessionDoor {
  /** A keyed name of this session that may be shown and signed. */
  readonly fingerprint: string;
  /** Asks one of the ways of signing in (a Passport strategy) about this request; `input` is for those that take more than the form. */
  authenticate(way: string, input?: unknown): Promise<unknown>;
  signIn(accountId: string): Promise<void>;
  signOut(): Promise<void>;
}
