// Reads and writes cases. Of two officers on one case, one wins; the other is told.
import type { Connection } from 'mongoose';
import { pinnedRegulation } from '../application/index.ts';
import { factsOf, type EventKind } from '../outbox/index.ts';
import { isDuplicate } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Actor } from '../regulations/index.ts';
import { caseModel, type CaseRecord } from './case-model.ts';
import { toCase, toRecord } from './case-record.ts';
import { nextEscalation, type Escalation } from './escalation.ts';
import type { OfficeCase } from './office-case.ts';

export interface QueueQuery {
  readonly officeId: string;
  /** Whose turn it is; with an assignee only that executor's cases and those that nobody has yet. */
  readonly actor: Actor;
  readonly assigneeId?: string;
}

export interface CaseStore {
  byId(id: string): Promise<OfficeCase | undefined>;
  byApplication(applicationId: string): Promise<OfficeCase | undefined>;
  /** By the number of the application. */
  byNumber(number: string): Promise<OfficeCase | undefined>;
  byApplications(applicationIds: readonly string[]): Promise<OfficeCase[]>;
  /** False when the application already has a case. */
  add(officeCase: OfficeCase, events: readonly EventKind[]): Promise<boolean>;
  /** Writes the next state if nobody wrote in between; false otherwise. */
  replace(before: OfficeCase, after: OfficeCase, events: readonly EventKind[]): Promise<boolean>;
  /** Open cases in which somebody must be told of a term by now, the longest waiting first. */
  toEscalate(now: Date, most: number): Promise<OfficeCase[]>;
  /** Writes who is told, with the facts, if nobody told it or moved the case in between. The version stays: nothing of the case itself changes. */
  escalate(
    before: OfficeCase,
    told: readonly Escalation[],
    options: { readonly now: Date; readonly events: readonly EventKind[] },
  ): Promise<boolean>;
  /** Open cases of which this officer was told and has not said that he saw it, the next deadline first. */
  toldTo(accountId: string, most: number): Promise<OfficeCase[]>;
  markSeen(id: string, accountId: string): Promise<void>;
  /** Open cases whose turn it is, the next deadline first. */
  queue(query: QueueQuery, page: { readonly skip: number; readonly most: number }): Promise<OfficeCase[]>;
  count(query: QueueQuery): Promise<number>;
  /** Cases that have a line under one of these keys of journals. */
  inJournals(keys: readonly string[]): Promise<OfficeCase[]>;
  /** All open cases of an office, or its closed ones, latest first. */
  list(
    officeId: string,
    state: 'open' | 'closed',
    page: { readonly skip: number; readonly most: number },
  ): Promise<OfficeCase[]>;
}

export function createCaseStore(connection: Connection, sealer: Sealer): CaseStore {
  const cases = caseModel(connection);
  const one = async (filter: object): Promise<OfficeCase | undefined> => {
    const record = await cases.findOne(filter).lean<CaseRecord>();
    return record === null ? undefined : toCase(record, sealer);
  };
  const filterOf = ({ officeId, actor, assigneeId }: QueueQuery) =>
    assigneeId === undefined
      ? { officeId, state: 'open' as const, actor }
      : { officeId, state: 'open' as const, actor, assigneeId: { $in: [assigneeId, null] } };

  return {
    byId: (id) => one({ _id: id }),
    byApplication: (applicationId) => one({ applicationId }),
    byNumber: (number) => one({ number }),
    async byApplications(applicationIds) {
      const records = await cases.find({ applicationId: { $in: applicationIds } }).lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
    async add(officeCase, events) {
      try {
        const facts = events.flatMap((kind) => factsOf(kind, officeCase.updatedAt));
        await cases.create({
          ...toRecord(officeCase, pinnedRegulation(officeCase.regulation), sealer),
          outbox: facts,
        });
        return true;
      } catch (error) {
        if (isDuplicate(error, 'applicationId')) return false;
        throw error;
      }
    },
    async replace(before, after, events) {
      const { _id, ...fields } = toRecord(
        { ...after, version: before.version + 1 },
        pinnedRegulation(after.regulation),
        sealer,
      );
      const facts = events.flatMap((kind) => factsOf(kind, after.updatedAt));
      const result = await cases.updateOne(
        { _id, version: before.version },
        { $set: fields, ...(facts.length > 0 && { $push: { outbox: { $each: facts } } }) },
      );
      return result.matchedCount === 1;
    },
    async toEscalate(now, most) {
      const records = await cases
        .find({ state: 'open', escalateAt: { $lte: now } })
        .sort({ escalateAt: 1 })
        .limit(most)
        .lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
    async escalate(before, told, { now, events }) {
      const facts = events.flatMap((kind) => factsOf(kind, now));
      const known = told.map(({ term, share }) => ({ escalations: { $elemMatch: { term, share } } }));
      const result = await cases.updateOne(
        { _id: before.id, version: before.version, ...(known.length > 0 && { $nor: known }) },
        {
          $set: { escalateAt: nextEscalation({ ...before, escalations: [...before.escalations, ...told] }) },
          $push: { escalations: { $each: told }, outbox: { $each: facts } },
        },
      );
      return result.matchedCount === 1;
    },
    async toldTo(accountId, most) {
      const records = await cases
        .find({ state: 'open', escalations: { $elemMatch: { to: accountId, seenBy: { $ne: accountId } } } })
        .sort({ dueAt: 1 })
        .limit(most)
        .lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
    async markSeen(id, accountId) {
      await cases.updateOne(
        { _id: id },
        { $addToSet: { 'escalations.$[mine].seenBy': accountId } },
        { arrayFilters: [{ 'mine.to': accountId }] },
      );
    },
    async queue(query, { skip, most }) {
      const records = await cases
        .find(filterOf(query))
        .sort({ dueAt: 1 })
        .skip(skip)
        .limit(most)
        .lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
    count: (query) => cases.countDocuments(filterOf(query)),
    async inJournals(keys) {
      const records = await cases.find({ journalKeys: { $in: keys } }).lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
    async list(officeId, state, { skip, most }) {
      const records = await cases
        .find({ officeId, state })
        .sort(state === 'open' ? { dueAt: 1 } : { updatedAt: -1 })
        .skip(skip)
        .limit(most)
        .lean<CaseRecord[]>();
      return records.map((record) => toCase(record, sealer));
    },
  };
}
