// Reads and writes complaints. Every write expects the version it read; of two open complaints about one thing to one office, one is refused.
import type { Connection } from 'mongoose';
import { factsOf, type EventKind } from '../outbox/index.ts';
import { nextInSeries } from '../platform/counter-store.ts';
import { isDuplicate } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import { complaintModel, type ComplaintRecord } from './complaint-model.ts';
import { toComplaint, toRecord } from './complaint-record.ts';
import type { Complaint } from './complaint.ts';

/** Which complaints an office sees: those that wait for its roles, all open ones, or the closed ones. */
export interface ListQuery {
  readonly officeId: string;
  readonly view: 'mine' | 'open' | 'closed';
  readonly roles: readonly string[];
}

export interface Page {
  readonly skip: number;
  readonly most: number;
}

export interface ComplaintStore {
  byId(id: string): Promise<Complaint | undefined>;
  ofApplication(applicationId: string): Promise<readonly Complaint[]>;
  /** The complaint of which an answer with these bytes was sent. */
  byAnswer(sha256: string): Promise<Complaint | undefined>;
  /** The complaint that went on from another one. */
  after(previousId: string): Promise<Complaint | undefined>;
  /** The open complaint about an application in an office. */
  openAt(applicationId: string, officeId: string): Promise<Complaint | undefined>;
  /** False when the same is complained of at the same office already. */
  add(complaint: Complaint, events: readonly EventKind[]): Promise<boolean>;
  /** Writes the next state if nobody wrote in between; false otherwise. */
  replace(before: Complaint, after: Complaint, events: readonly EventKind[]): Promise<boolean>;
  list(query: ListQuery, page: Page): Promise<readonly Complaint[]>;
  count(query: ListQuery): Promise<number>;
  nextNumber(year: number): Promise<string>;
}

/** Complaints have a letter before their number, so that nobody takes one for an application. */
const LETTER = 'Ш';

export function createComplaintStore(connection: Connection, sealer: Sealer): ComplaintStore {
  const complaints = complaintModel(connection);
  const one = async (filter: object): Promise<Complaint | undefined> => {
    const record = await complaints.findOne(filter).lean<ComplaintRecord>();
    return record === null ? undefined : toComplaint(record, sealer);
  };
  const filterOf = ({ officeId, view, roles }: ListQuery) =>
    view === 'mine'
      ? { officeId, state: 'open' as const, actor: { $in: [...roles] } }
      : { officeIds: officeId, state: view };
  const factsAt = (events: readonly EventKind[], at: Date) => events.flatMap((kind) => factsOf(kind, at));

  return {
    byId: (id) => one({ _id: id }),
    async ofApplication(applicationId) {
      const records = await complaints
        .find({ applicationId })
        .sort({ createdAt: 1 })
        .lean<ComplaintRecord[]>();
      return records.map((record) => toComplaint(record, sealer));
    },
    byAnswer: (sha256) => one({ answers: sha256 }),
    after: (previousId) => one({ previousId }),
    openAt: (applicationId, officeId) => one({ openKey: `${applicationId}/${officeId}` }),
    async add(complaint, events) {
      try {
        await complaints.create({
          ...toRecord(complaint, sealer),
          outbox: factsAt(events, complaint.updatedAt),
        });
        return true;
      } catch (error) {
        if (isDuplicate(error, 'openKey')) return false;
        throw error;
      }
    },
    async replace(before, after, events) {
      const { _id, ...fields } = toRecord({ ...after, version: before.version + 1 }, sealer);
      const facts = factsAt(events, after.updatedAt);
      try {
        const result = await complaints.updateOne(
          { _id, version: before.version },
          { $set: fields, ...(facts.length > 0 && { $push: { outbox: { $each: facts } } }) },
        );
        return result.matchedCount === 1;
      } catch (error) {
        if (isDuplicate(error, 'openKey')) return false;
        throw error;
      }
    },
    async list(query, { skip, most }) {
      const records = await complaints
        .find(filterOf(query))
        .sort(query.view === 'closed' ? { updatedAt: -1 } : { dueAt: 1 })
        .skip(skip)
        .limit(most)
        .lean<ComplaintRecord[]>();
      return records.map((record) => toComplaint(record, sealer));
    },
    count: (query) => complaints.countDocuments(filterOf(query)),
    nextNumber: async (year) => `${LETTER}-${await nextInSeries(connection, `complaint-${year}`)}`,
  };
}
