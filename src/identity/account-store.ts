// Reads and writes accounts.
import type { Connection } from 'mongoose';
import { isDuplicate } from '../platform/mongo.ts';
import type { Account, Substitution } from './account.ts';
import type { Role } from './speaker.ts';
import { accountModel, type AccountRecord } from './account-model.ts';

export interface AccountStore {
  byId(id: string): Promise<Account | undefined>;
  byIin(iin: string, kind: Account['kind']): Promise<Account | undefined>;
  /** Officers of an office who hold a role. */
  officersOf(officeId: string, role: Role): Promise<Account[]>;
  /** Everybody who works in an office, by surname. */
  ofOffice(officeId: string): Promise<Account[]>;
  /** Adds to the one who stands in. False when the same colleague is stood in for on the same days already. */
  addSubstitution(accountId: string, substitution: Substitution): Promise<boolean>;
  /** Ends a substitution of an office with this day. False when there is none. */
  endSubstitution(officeId: string, id: string, until: string): Promise<boolean>;
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
  const officers = async (filter: object): Promise<Account[]> => {
    const records = await accounts.find(filter).sort({ lastName: 1 }).lean<AccountRecord[]>();
    return records.map(toAccount);
  };
  return {
    byId: (id) => one({ _id: id }),
    byIin: (iin, kind) => one({ iin, kind }),
    officersOf: (officeId, role) => officers({ 'post.officeId': officeId, 'post.roles': role }),
    ofOffice: (officeId) => officers({ 'post.officeId': officeId }),
    async addSubstitution(accountId, substitution) {
      const { absent, from, until } = substitution;
      const same = { 'absent.accountId': absent.accountId, from: { $lte: until }, until: { $gte: from } };
      const written = await accounts.updateOne(
        { _id: accountId, standsIn: { $not: { $elemMatch: same } } },
        { $push: { standsIn: substitution } },
      );
      return written.matchedCount === 1;
    },
    async endSubstitution(officeId, id, until) {
      const written = await accounts.updateOne(
        { 'post.officeId': officeId, 'standsIn.id': id },
        { $set: { 'standsIn.$.until': until } },
      );
      return written.matchedCount === 1;
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
