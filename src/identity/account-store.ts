// Reads and writes accounts.
import type { Connection } from 'mongoose';
import { isDuplicate } from '../platform/mongo.ts';
import type { Account } from './account.ts';
import type { Role } from './speaker.ts';
import { accountModel, type AccountRecord } from './account-model.ts';

export interface AccountStore {
  byId(id: string): Promise<Account | undefined>;
  byIin(iin: string, kind: Account['kind']): Promise<Account | undefined>;
  /** Officers of an office who hold a role. */
  officersOf(officeId: string, role: Role): Promise<Account[]>;
  /** False when the person already has an account of this kind. */
  add(account: Account, createdAt: Date): Promise<boolean>;
  setPassword(id: string, passwordHash: string, secondStep: boolean): Promise<void>;
  setLanguage(id: string, language: Account['language']): Promise<void>;
}

function toAccount(record: AccountRecord): Account {
  const { _id, createdAt: _createdAt, ...rest } = record;
  return { id: _id, ...rest };
}

export function createAccountStore(connection: Connection): AccountStore {
  const accounts = accountModel(connection);
  const one = async (filter: object): Promise<Account | undefined> => {
    const record = await accounts.findOne(filter).lean<AccountRecord>();
    return record === null ? undefined : toAccount(record);
  };
  return {
    byId: (id) => one({ _id: id }),
    byIin: (iin, kind) => one({ iin, kind }),
    async officersOf(officeId, role) {
      const records = await accounts
        .find({ 'post.officeId': officeId, 'post.roles': role })
        .sort({ lastName: 1 })
        .lean<AccountRecord[]>();
      return records.map(toAccount);
    },
    async add({ id, ...account }, createdAt) {
      try {
        await accounts.create({ _id: id, ...account, createdAt });
        return true;
      } catch (error) {
        if (isDuplicate(error, 'iin')) return false;
        throw error;
      }
    },
    async setPassword(id, passwordHash, secondStep) {
      await accounts.updateOne({ _id: id }, { $set: { passwordHash, secondStep } });
    },
    async setLanguage(id, language) {
      await accounts.updateOne({ _id: id }, { $set: { language } });
    },
  };
}
