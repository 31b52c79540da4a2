// A complaint as it lies in the database, and back.
import { packPaper, unpackPaper, type DoneStep, type PackedPaper } from '../office/index.ts';
import { bytesOfField } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { ComplaintRecord } from './complaint-model.ts';
import { lapOf, standsAt, type Complaint, type Lap } from './complaint.ts';

interface PackedLap extends Omit<Lap, 'submittedAt' | 'done' | 'answer'> {
  readonly submittedAt: string;
  readonly done: readonly (Omit<DoneStep, 'at'> & { readonly at: string })[];
  readonly answer?: PackedPaper;
}

interface Sealed extends Pick<
  Complaint,
  'position' | 'applicant' | 'enteredBy' | 'draft' | 'subject' | 'fileBy'
> {
  readonly laps: readonly PackedLap[];
  readonly paper?: PackedPaper;
}

const placeOf = (id: string): string => `complaint/${id}`;

const packLap = ({ submittedAt, done, answer, ...rest }: Lap): PackedLap => ({
  ...rest,
  submittedAt: submittedAt.toISOString(),
  done: done.map((step) => ({ ...step, at: step.at.toISOString() })),
  ...(answer && { answer: packPaper(answer) }),
});

const unpackLap = ({ submittedAt, done, answer, ...rest }: PackedLap): Lap => ({
  ...rest,
  submittedAt: new Date(submittedAt),
  done: done.map((step) => ({ ...step, at: new Date(step.at) })),
  ...(answer && { answer: unpackPaper(answer) }),
});

export function toRecord(complaint: Complaint, sealer: Sealer): Omit<ComplaintRecord, 'outbox'> {
  const { id, laps, position, applicant, enteredBy, draft, paper, subject, fileBy, previousId, ...plain } =
    complaint;
  const sealed: Sealed = {
    position,
    applicant,
    subject,
    ...(fileBy !== undefined && { fileBy }),
    ...(enteredBy && { enteredBy }),
    ...(draft && { draft }),
    laps: laps.map(packLap),
    ...(paper && { paper: packPaper(paper) }),
  };
  return {
    ...plain,
    _id: id,
    previousId: previousId ?? null,
    officeIds: [...new Set([complaint.homeOfficeId, complaint.officeId])],
    actor: complaint.state === 'open' ? (standsAt(complaint)?.actor ?? null) : null,
    openKey: complaint.state === 'open' ? `${complaint.applicationId}/${complaint.homeOfficeId}` : id,
    submittedAt: lapOf(complaint).submittedAt,
    answers: laps.flatMap(({ answer }) => (answer?.issuedAt === undefined ? [] : [answer.sha256])),
    sealed: sealer.sealJson(sealed, placeOf(id)),
  };
}

export function toComplaint(record: ComplaintRecord, sealer: Sealer): Complaint {
  const { laps, paper, ...open } = sealer.openJson(
    bytesOfField(record.sealed),
    placeOf(record._id),
  ) as Sealed;
  const {
    _id,
    sealed: _sealed,
    outbox: _facts,
    officeIds: _offices,
    actor: _actor,
    openKey: _key,
    submittedAt: _submitted,
    answers: _answers,
    previousId,
    regulation,
    ...plain
  } = record;
  return {
    ...plain,
    ...open,
    id: _id,
    regulation: { id: regulation.id, version: regulation.version },
    ...(previousId !== null && { previousId }),
    laps: laps.map(unpackLap),
    ...(paper && { paper: unpackPaper(paper) }),
  };
}
