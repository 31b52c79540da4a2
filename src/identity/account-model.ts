// How accounts lie in MongoDB.
import { Schema, type Connection, type Model } from 'mongoose';
import type { Account } from './account.ts';

export type AccountRecord = Omit<Account, 'id'> & { readonly _id: string; readonly createdAt: Date };

const schema = new Schema<AccountRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, enum: ['citizen', 'officer'], required: true },
    iin: { type: String, required: true },
    lastName: { type: String, required: true },
    firstName: { type: String, default: '' },
    middleName: { type: String, default: '' },
    passwordHash: String,
    secondStep: { type: Boolean, required: true },
    phone: String,
    language: { type: String, enum: ['kk', 'ru'], required: true },
    post: {
      type: new Schema({ officeId: String, bin: String, roles: [String] }, { _id: false }),
      required: false,
    },
    standsIn: {
      type: [
        new Schema(
          {
            id: String,
            absent: { accountId: String, name: String },
            roles: [String],
            from: String,
            until: String,
            by: { accountId: String, name: String },
          },
          { _id: false },
        ),
      ],
      default: undefined,
    },
    createdAt: { type: Date, required: true },
  },
  { collection: 'accounts', versionKey: false, strict: 'throw' },
)
  .index({ iin: 1, kind: 1 }, { unique: true })
  .index({ 'post.officeId': 1 }, { sparse: true });

export const accountModel = (connection: Connection): Model<AccountRecord> =>
  connection.model<AccountRecord>('Account', schema);
