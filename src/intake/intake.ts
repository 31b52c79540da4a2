// An application on paper while it lies on the clerk's desk: what is typed of it, what was found in the package, and how the desk ends it.
import type { Bringer, Content, PaperState, PinnedRegulation } from '../application/index.ts';
import type { Channel } from '../regulations/index.ts';

/** Why a package is not accepted (S3 p. 6; S2, refusal of the centre): papers are missing, or their time has run out. */
export type RefusalReason = 'incomplete' | 'expired';

interface Common {
  /** The application that comes of it has the same id. */
  readonly id: string;
  readonly officeId: string;
  readonly clerk: { readonly accountId: string; readonly name: string };
  readonly regulation: PinnedRegulation;
  readonly channel: Channel;
  readonly iin: string;
  readonly broughtBy: { readonly who: Bringer; readonly name: string };
  readonly receivedAt: Date;
  readonly content: Content;
  /** The state of each required document, as far as the clerk has looked. */
  readonly papers: Readonly<Record<string, PaperState>>;
  readonly missing: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface OpenIntake extends Common {
  readonly state: 'open';
}

export interface AcceptedIntake extends Common {
  readonly state: 'accepted';
  readonly number: string;
  readonly endedAt: Date;
}

export interface RefusedIntake extends Common {
  readonly state: 'refused';
  readonly number: string;
  readonly reasons: readonly RefusalReason[];
  readonly endedAt: Date;
}

export type PaperIntake = OpenIntake | AcceptedIntake | RefusedIntake;
export type EndedIntake = AcceptedIntake | RefusedIntake;
