// Reads and writes intakes. Every write expects the version it read.
import type { Connection } from 'mongoose';
import { nextInSeries } from '../platform/counter-store.ts';
import { bytesOfField, isDuplicate } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Channel } from '../regulations/index.ts';
import { intakeModel, type IntakeRecord } from './intake-model.ts';
import type { OpenIntake, PaperIntake, RefusedIntake } from './intake.ts';

export interface IntakeStore {
  byId(id: string): Promise<PaperIntake | undefined>;
  /** False when there is one with this id: the form was sent twice. */
  add(intake: OpenIntake): Promise<boolean>;
  replace(before: PaperIntake, after: PaperIntake): Promise<boolean>;
  remove(intake: OpenIntake): Promise<boolean>;
  /** The latest of an office, the newest first. */
  latest(officeId: string, state: PaperIntake['state'], most: number): Promise<PaperIntake[]>;
  /** The next number of a refusal in a year, e.g. "2026-R000003". */
  nextRefusal(year: number): Promise<string>;
}

interface Sealed extends Pick<PaperIntake, 'clerk' | 'iin' | 'broughtBy' | 'content' | 'papers' | 'missing'> {
  readonly receivedAt: string;
  readonly reasons?: RefusedIntake['reasons'];
}

const placeOf = (id: string): string => `intake/${id}`;

function toRecord(intake: PaperIntake, sealer: Sealer): IntakeRecord {
  const { id, officeId, state, regulation, channel, version, createdAt, updatedAt } = intake;
  const { clerk, iin, broughtBy, content, papers, missing } = intake;
  const sealed: Sealed = {
    clerk,
    iin,
    broughtBy,
    content,
    papers,
    missing,
    receivedAt: intake.receivedAt.toISOString(),
    ...(intake.state === 'refused' && { reasons: intake.reasons }),
  };
  return {
    _id: id,
    officeId,
    state,
    regulation,
    channel,
    version,
    createdAt,
    updatedAt,
    sealed: sealer.sealJson(sealed, placeOf(id)),
    ...(intake.state !== 'open' && { number: intake.number, endedAt: intake.endedAt }),
  };
}

function toIntake(record: IntakeRecord, sealer: Sealer): PaperIntake {
  const { _id: id, officeId, state, regulation, channel, version, createdAt, updatedAt } = record;
  const { receivedAt, reasons, ...rest } = sealer.openJson(
    bytesOfField(record.sealed),
    placeOf(id),
  ) as Sealed;
  const common = {
    id,
    officeId,
    regulation: { id: regulation.id, version: regulation.version },
    channel: channel as Channel,
    version,
    createdAt,
    updatedAt,
    receivedAt: new Date(receivedAt),
    ...rest,
  };
  if (state === 'open') return { ...common, state };
  const ended = { number: record.number ?? '', endedAt: record.endedAt ?? updatedAt };
  return state === 'accepted'
    ? { ...common, ...ended, state }
    : { ...common, ...ended, state, reasons: reasons ?? [] };
}

export function createIntakeStore(connection: Connection, sealer: Sealer): IntakeStore {
  const intakes = intakeModel(connection);
  return {
    async byId(id) {
      const record = await intakes.findOne({ _id: id }).lean<IntakeRecord>();
      return record === null ? undefined : toIntake(record, sealer);
    },
    async add(intake) {
      try {
        await intakes.create(toRecord(intake, sealer));
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    async replace(before, after) {
      const { _id, ...fields } = toRecord({ ...after, version: before.version + 1 }, sealer);
      const result = await intakes.updateOne(
        { _id, version: before.version, state: before.state },
        { $set: fields },
      );
      return result.matchedCount === 1;
    },
    async remove(intake) {
      const result = await intakes.deleteOne({ _id: intake.id, state: 'open', version: intake.version });
      return result.deletedCount === 1;
    },
    async latest(officeId, state, most) {
      const records = await intakes
        .find({ officeId, state })
        .sort({ updatedAt: -1 })
        .limit(most)
        .lean<IntakeRecord[]>();
      return records.map((record) => toIntake(record, sealer));
    },
    async nextRefusal(year) {
      const number = await nextInSeries(connection, `refusal-to-accept-${year}`);
      return number.replace('-', '-R');
    },
  };
}
