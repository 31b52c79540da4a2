// Who is speaking, and what may they do. Access rules are values that a route row carries and that hand the speaker on in its type.
import type { AccessRule } from '../http/route.ts';

/** Every actor of the procedures except the applicant, and those who answer complaints (standard 279, items 10 and 11). */
export const ROLES = [
  'clerk',
  'head',
  'executor',
  'sector-head',
  'rural-clerk',
  'rural-akim',
  'rural-executor',
  'precinct-commission',
  'rural-precinct-commission',
  'special-commission',
  'service-centre-clerk',
  'state-corporation-clerk',
  'akimat-clerk',
  'akim',
  'quality-body',
  'complaint-body',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that have no queue of cases: they work with complaints only, or with reference data. */
export const ROLES_WITHOUT_CASES: readonly Role[] = [
  'akimat-clerk',
  'akim',
  'quality-body',
  'complaint-body',
  'administrator',
];

export interface Citizen {
  readonly kind: 'citizen';
  readonly accountId: string;
  readonly iin: string;
  /** Surname and name, for the header of the page. */
  readonly name: string;
}

export interface Officer {
  readonly kind: 'officer';
  readonly accountId: string;
  readonly iin: string;
  readonly name: string;
  readonly officeId: string;
  /** BIN of the organisation whose key signs notifications. */
  readonly bin: string;
  /** All that he may act as today. */
  readonly roles: readonly Role[];
  /** For whom he stands in today, and in which of these roles, none of them his own. */
  readonly standsIn?: readonly { readonly name: string; readonly roles: readonly Role[] }[];
}

/** For whom an officer acts when he acts in a role that is not his own; undefined in his own. */
export const insteadOf = ({ standsIn = [] }: Officer, actor: string): string | undefined =>
  standsIn.find(({ roles }) => roles.some((role) => role === actor))?.name;

export type Speaker = Citizen | Officer;

const asSpeaker = (speaker: unknown): Speaker | undefined => speaker as Speaker | undefined;

/** Pages for everyone; they make no session. */
export const everyone: AccessRule<Speaker | undefined> = {
  name: 'everyone',
  session: false,
  admit: (speaker) => ({ admitted: true, speaker: asSpeaker(speaker) }),
};

/** Pages with a form before sign-in: a short session guards the form. */
export const visitors: AccessRule<Speaker | undefined> = { ...everyone, name: 'visitors', session: true };

/** Anyone who is signed in. */
export const signedIn: AccessRule<Speaker> = {
  name: 'signed-in',
  session: true,
  admit: (speaker) => {
    const known = asSpeaker(speaker);
    return known === undefined
      ? { admitted: false, why: 'sign-in-first' }
      : { admitted: true, speaker: known };
  },
};

/** The citizen's own pages. An officer has no cabinet: for him the page does not exist. */
export const citizens: AccessRule<Citizen> = {
  name: 'citizens',
  session: true,
  admit: (speaker) => {
    const known = asSpeaker(speaker);
    if (known === undefined) return { admitted: false, why: 'sign-in-first' };
    return known.kind === 'citizen'
      ? { admitted: true, speaker: known }
      : { admitted: false, why: 'forbidden' };
  },
};

/** Officers with at least one of the roles; with no role named, any officer. */
export function officers(...roles: readonly Role[]): AccessRule<Officer> {
  return {
    name: roles.length === 0 ? 'officers' : `officers: ${roles.join(', ')}`,
    session: true,
    admit: (speaker) => {
      const known = asSpeaker(speaker);
      if (known === undefined) return { admitted: false, why: 'sign-in-first' };
      const may =
        known.kind === 'officer' && (roles.length === 0 || roles.some((role) => known.roles.includes(role)));
      return may ? { admitted: true, speaker: known } : { admitted: false, why: 'forbidden' };
    },
  };
}
