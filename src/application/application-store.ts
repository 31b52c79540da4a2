// Reads and writes applications. Every write expects the version it read: of two at once, one wins and the other is told.
import type { Connection } from 'mongoose';
import { factsOf, type EventKind } from '../outbox/index.ts';
import { nextInSeries } from '../platform/counter-store.ts';
import { bytesOfField, isDuplicate } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Channel } from '../regulations/index.ts';
import { applicationModel, type ApplicationRecord } from './application-model.ts';
import type {
  Application,
  Content,
  Draft,
  Intake,
  Signature,
  SigningBytes,
  Submitted,
  Supplement,
} from './application.ts';

export interface ApplicationStore {
  byId(id: string): Promise<Application | undefined>;
  draftOf(applicantId: string, regulationId: string): Promise<Draft | undefined>;
  /** Everything that belongs to a person, newest first; what was brought on paper belongs by its IIN. */
  allOf(applicant: { readonly accountId: string; readonly iin: string }): Promise<Application[]>;
  /** False when the person already has a draft for this service. */
  add(draft: Draft): Promise<boolean>;
  /** Writes an application that was brought on paper, with its facts. False when it is there already. */
  addPaper(application: Submitted, events: readonly EventKind[]): Promise<boolean>;
  /**
   * Writes the next state of an application, with the facts that follow from it, if nobody wrote in between.
   * @returns false when somebody did
   */
  replace(before: Application, after: Application, events: readonly EventKind[]): Promise<boolean>;
  /** Drops a draft that was never sent. */
  removeDraft(draft: Draft): Promise<boolean>;
  /** The next number of a year, e.g. "2026-000042". A number that is given and not used leaves a gap, never a double. */
  nextNumber(year: number): Promise<string>;
}

/** The part that lies sealed. Buffers travel as base64. */
interface Sealed {
  readonly content: Content;
  readonly toSign?: PackedBytes;
  readonly signed?: PackedBytes;
  readonly signature?: PackedSignature;
  readonly intake?: Intake;
  readonly supplements?: readonly (Omit<Supplement, 'signed' | 'signature' | 'submittedAt'> & {
    readonly signed: PackedBytes;
    readonly signature: PackedSignature;
    readonly submittedAt: string;
  })[];
  readonly supplementDraft?: {
    readonly attachments: Supplement['attachments'];
    readonly remark: string;
    readonly toSign?: PackedBytes;
  };
}

interface PackedBytes {
  readonly bytes: string;
  readonly sha256: string;
  readonly preparedAt: string;
}

interface PackedSignature extends Omit<Signature, 'cms' | 'receivedAt' | 'checkedAt'> {
  readonly cms: string;
  readonly receivedAt: string;
  readonly checkedAt: string;
}

const packBytes = ({ bytes, sha256, preparedAt }: SigningBytes): PackedBytes => ({
  bytes: bytes.toString('base64'),
  sha256,
  preparedAt: preparedAt.toISOString(),
});
const unpackBytes = ({ bytes, sha256, preparedAt }: PackedBytes): SigningBytes => ({
  bytes: Buffer.from(bytes, 'base64'),
  sha256,
  preparedAt: new Date(preparedAt),
});
const packSignature = (signature: Signature): PackedSignature => ({
  ...signature,
  cms: signature.cms.toString('base64'),
  receivedAt: signature.receivedAt.toISOString(),
  checkedAt: signature.checkedAt.toISOString(),
});
const unpackSignature = (packed: PackedSignature): Signature => ({
  ...packed,
  cms: Buffer.from(packed.cms, 'base64'),
  receivedAt: new Date(packed.receivedAt),
  checkedAt: new Date(packed.checkedAt),
});

const placeOf = (id: string): string => `application/${id}`;

function pack(application: Application): Sealed {
  if (application.status === 'draft') {
    return {
      content: application.content,
      ...(application.toSign && { toSign: packBytes(application.toSign) }),
    };
  }
  const { supplementDraft } = application;
  return {
    content: application.content,
    signed: packBytes(application.signed),
    signature: packSignature(application.signature),
    ...(application.intake && { intake: application.intake }),
    supplements: application.supplements.map((one) => ({
      ...one,
      signed: packBytes(one.signed),
      signature: packSignature(one.signature),
      submittedAt: one.submittedAt.toISOString(),
    })),
    ...(supplementDraft && {
      supplementDraft: {
        attachments: supplementDraft.attachments,
        remark: supplementDraft.remark,
        ...(supplementDraft.toSign && { toSign: packBytes(supplementDraft.toSign) }),
      },
    }),
  };
}

function toRecord(application: Application, sealer: Sealer): Omit<ApplicationRecord, 'outbox'> {
  const { id, applicantId, iin, status, regulation, version, createdAt, updatedAt } = application;
  const sealed = sealer.sealJson(pack(application), placeOf(id));
  const common = { _id: id, applicantId, iin, status, regulation, version, sealed, createdAt, updatedAt };
  if (application.status === 'draft')
    return { ...common, ...(application.toSign && { toSignSha256: application.toSign.sha256 }) };
  return {
    ...common,
    number: application.number,
    ...(application.channel !== 'portal' && { channel: application.channel }),
    ...(application.intake && { onPaper: true }),
    submittedAt: application.submittedAt,
    signatureState: application.signature.state,
    ...(application.supplementDraft?.toSign && { toSignSha256: application.supplementDraft.toSign.sha256 }),
    ...(application.status === 'withdrawn' && { withdrawnAt: application.withdrawnAt }),
  };
}

function toApplication(record: ApplicationRecord, sealer: Sealer): Application {
  const { _id: id, applicantId, iin, regulation, version, createdAt, updatedAt, status } = record;
  const sealed = sealer.openJson(bytesOfField(record.sealed), placeOf(id)) as Sealed;
  const common = {
    id,
    applicantId,
    iin,
    regulation: { id: regulation.id, version: regulation.version },
    version,
    createdAt,
    updatedAt,
    content: sealed.content,
  };
  if (status === 'draft')
    return { ...common, status, ...(sealed.toSign && { toSign: unpackBytes(sealed.toSign) }) };
  const { number, submittedAt, withdrawnAt } = record;
  if (
    number === undefined ||
    submittedAt === undefined ||
    sealed.signed === undefined ||
    sealed.signature === undefined
  ) {
    throw new Error(`application ${id} is ${status} and lacks what that needs`);
  }
  const submitted: Omit<Submitted, 'status'> = {
    ...common,
    number,
    channel: (record.channel ?? 'portal') as Channel,
    ...(sealed.intake && { intake: sealed.intake }),
    submittedAt,
    signed: unpackBytes(sealed.signed),
    signature: unpackSignature(sealed.signature),
    supplements: (sealed.supplements ?? []).map((one) => ({
      ...one,
      signed: unpackBytes(one.signed),
      signature: unpackSignature(one.signature),
      submittedAt: new Date(one.submittedAt),
    })),
    ...(sealed.supplementDraft && {
      supplementDraft: {
        attachments: sealed.supplementDraft.attachments,
        remark: sealed.supplementDraft.remark,
        ...(sealed.supplementDraft.toSign && { toSign: unpackBytes(sealed.supplementDraft.toSign) }),
      },
    }),
  };
  return status === 'submitted'
    ? { ...submitted, status }
    : { ...submitted, status, withdrawnAt: withdrawnAt ?? updatedAt };
}

export function createApplicationStore(connection: Connection, sealer: Sealer): ApplicationStore {
  const applications = applicationModel(connection);
  const one = async (filter: object): Promise<Application | undefined> => {
    const record = await applications.findOne(filter).lean<ApplicationRecord>();
    return record === null ? undefined : toApplication(record, sealer);
  };
  const insert = async (application: Application, events: readonly EventKind[]): Promise<boolean> => {
    try {
      const outbox = events.flatMap((kind) => factsOf(kind, application.updatedAt));
      await applications.create({ ...toRecord(application, sealer), outbox });
      return true;
    } catch (error) {
      if (isDuplicate(error)) return false;
      throw error;
    }
  };
  return {
    byId: (id) => one({ _id: id }),
    async draftOf(applicantId, regulationId) {
      const found = await one({ applicantId, 'regulation.id': regulationId, status: 'draft' });
      return found?.status === 'draft' ? found : undefined;
    },
    async allOf({ accountId, iin }) {
      const records = await applications
        .find({ $or: [{ applicantId: accountId }, { iin, onPaper: true }] })
        .sort({ updatedAt: -1 })
        .limit(200)
        .lean<ApplicationRecord[]>();
      return records.map((record) => toApplication(record, sealer));
    },
    add: (draft) => insert(draft, []),
    addPaper: (application, events) => insert(application, events),
    async replace(before, after, events) {
      const record = toRecord({ ...after, version: before.version + 1 }, sealer);
      const { _id, ...fields } = record;
      const facts = events.flatMap((kind) => factsOf(kind, after.updatedAt));
      const absent = (['toSignSha256', 'number', 'signatureState', 'submittedAt'] as const).filter(
        (key) => record[key] === undefined,
      );
      const result = await applications.updateOne(
        { _id, version: before.version, status: before.status },
        {
          $set: fields,
          ...(absent.length > 0 && { $unset: Object.fromEntries(absent.map((key) => [key, 1])) }),
          ...(facts.length > 0 && { $push: { outbox: { $each: facts } } }),
        },
      );
      return result.matchedCount === 1;
    },
    async removeDraft(draft) {
      const result = await applications.deleteOne({ _id: draft.id, status: 'draft', version: draft.version });
      return result.deletedCount === 1;
    },
    nextNumber: (year) => nextInSeries(connection, `application-${year}`),
  };
}
