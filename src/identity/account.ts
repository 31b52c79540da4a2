// An account: who a person is to the portal. One per IIN and kind; an officer's account is made by an administrator.
import type { Language } from '../http/texts.ts';
import type { Role, Speaker } from './speaker.ts';

export interface OfficerPost {
  readonly officeId: string;
  readonly bin: string;
  readonly roles: readonly Role[];
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
}

/** How the pages and rules see the owner of an account. */
export function speakerOf(account: Account): Speaker {
  const person = {
    accountId: account.id,
    iin: account.iin,
    name: [account.lastName, account.firstName].filter(Boolean).join(' '),
  };
  return account.post === undefined
    ? { kind: 'citizen', ...person }
    : { kind: 'officer', ...person, ...account.post };
}
