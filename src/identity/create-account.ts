// An administrator makes an account: officers never register themselves.
import { newId } from '../platform/ids.ts';
import type { Account, OfficerPost } from './account.ts';
import type { AccountStore } from './account-store.ts';
import { hashPassword } from './password.ts';

interface NewAccount {
  readonly kind: Account['kind'];
  readonly iin: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly phone?: string;
  readonly password: string;
  readonly post?: OfficerPost;
  readonly now: Date;
}

/** Makes an account with a password; false when the person has one of this kind already. */
export async function createAccount(
  accounts: { readonly addAccount: AccountStore['add'] },
  { password, now, ...person }: NewAccount,
): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  return accounts.addAccount(
    { id: newId(), ...person, passwordHash, secondStep: false, language: 'kk' },
    now,
  );
}
