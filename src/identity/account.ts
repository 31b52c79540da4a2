// An account: who a person is to the portal. One per IIN and kind; an officer's account is made by an administrator.
import type { Language } from '../http/texts.ts';
import type { Role, Speaker } from './speaker.ts';

export interface OfficerPost {
  readonly officeId: string;
  readonly bin: string;
  readonly roles: readonly Role[];
}

/** For some days an officer also has the roles of a colleague who is away. It lies with the one who stands in. */
export interface Substitution {
  readonly id: string;
  readonly absent: { readonly accountId: string; readonly name: string };
  readonly roles: readonly Role[];
  /** First and last day, by the calendar of Kazakhstan. */
  readonly from: string;
  readonly until: string;
  readonly by: { readonly accountId: string; readonly name: string };
}

export interface Account {
  readonly id: string;
  readonly kind: 'citizen' | 'officer';
  readonly iin: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly passwordHash?: string;
  /** Whether a one-time code is asked after the password. */
  readonly secondStep: boolean;
  /** E.164; codes go there. */
  readonly phone?: string;
  readonly language: Language;
  readonly post?: OfficerPost;
  readonly standsIn?: readonly Substitution[];
}

export const nameOf = ({ lastName, firstName }: Pick<Account, 'lastName' | 'firstName'>): string =>
  [lastName, firstName].filter(Boolean).join(' ');

/**
 * How the pages and rules see the owner of an account.
 * @param today by the calendar of Kazakhstan: whoever stands in for a colleague today has his roles too
 */
export function speakerOf(account: Account, today: string): Speaker {
  const person = {
    accountId: account.id,
    iin: account.iin,
    name: nameOf(account),
  };
  if (account.post === undefined) return { kind: 'citizen', ...person };
  const standsIn = (account.standsIn ?? [])
    .filter(({ from, until }) => from <= today && today <= until)
    .map(({ absent, roles }) => ({
      name: absent.name,
      roles: roles.filter((role) => !account.post?.roles.includes(role)),
    }));
  const roles = [...new Set([...account.post.roles, ...standsIn.flatMap((one) => one.roles)])];
  return { kind: 'officer', ...person, ...account.post, roles, ...(standsIn.length > 0 && { standsIn }) };
}
