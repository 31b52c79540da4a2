// A case as it lies in the database, and back.
import { bytesOfField } from '../platform/mongo.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Regulation } from '../regulations/index.ts';
import type { CaseRecord } from './case-model.ts';
import { nextEscalation } from './escalation.ts';
import { journalKeysOf } from './journal.ts';
import {
  actorOf,
  type CasePaper,
  type DoneStep,
  type HandOver,
  type OfficeCase,
  type Prolonged,
} from './office-case.ts';

/** A paper with its signature as JSON, for a sealed record. */
export interface PackedPaper extends Omit<CasePaper, 'drawnAt' | 'signed' | 'issuedAt'> {
  readonly drawnAt: string;
  readonly issuedAt?: string;
  readonly signed?: Omit<NonNullable<CasePaper['signed']>, 'cms' | 'at'> & {
    readonly cms: string;
    readonly at: string;
  };
}

interface Sealed extends Pick<OfficeCase, 'position' | 'draft' | 'applicant' | 'assignee'> {
  readonly prolonged?: Omit<Prolonged, 'at'> & { readonly at: string };
  /** Left out where the case stands where it was brought. */
  readonly homeOfficeId?: string;
  readonly done: readonly (Omit<DoneStep, 'at'> & { readonly at: string })[];
  readonly handOvers?: readonly (Omit<HandOver, 'at'> & { readonly at: string })[];
  readonly paper?: PackedPaper;
  readonly issued: readonly PackedPaper[];
}

const placeOf = (id: string): string => `case/${id}`;

export const packPaper = ({ drawnAt, signed, issuedAt, ...rest }: CasePaper): PackedPaper => ({
  ...rest,
  drawnAt: drawnAt.toISOString(),
  ...(issuedAt && { issuedAt: issuedAt.toISOString() }),
  ...(signed && { signed: { ...signed, cms: signed.cms.toString('base64'), at: signed.at.toISOString() } }),
});

export const unpackPaper = ({ drawnAt, signed, issuedAt, ...rest }: PackedPaper): CasePaper => ({
  ...rest,
  drawnAt: new Date(drawnAt),
  ...(issuedAt !== undefined && { issuedAt: new Date(issuedAt) }),
  ...(signed && { signed: { ...signed, cms: Buffer.from(signed.cms, 'base64'), at: new Date(signed.at) } }),
});

export function toRecord(
  officeCase: OfficeCase,
  regulation: Regulation,
  sealer: Sealer,
): Omit<CaseRecord, 'outbox' | 'escalations'> {
  const {
    id,
    applicationId,
    number,
    officeId,
    state,
    position,
    submittedAt,
    dueAt,
    wholeDueAt,
    version,
    createdAt,
    updatedAt,
  } = officeCase;
  const sealed: Sealed = {
    position,
    draft: officeCase.draft,
    applicant: officeCase.applicant,
    ...(officeCase.homeOfficeId !== officeId && { homeOfficeId: officeCase.homeOfficeId }),
    ...(officeCase.assignee && { assignee: officeCase.assignee }),
    done: officeCase.done.map((step) => ({ ...step, at: step.at.toISOString() })),
    ...(officeCase.handOvers && {
      handOvers: officeCase.handOvers.map((one) => ({ ...one, at: one.at.toISOString() })),
    }),
    ...(officeCase.paper && { paper: packPaper(officeCase.paper) }),
    issued: officeCase.issued.map(packPaper),
    ...(officeCase.prolonged && {
      prolonged: { ...officeCase.prolonged, at: officeCase.prolonged.at.toISOString() },
    }),
  };
  return {
    _id: id,
    applicationId,
    number,
    officeId,
    regulation: officeCase.regulation,
    state,
    stands: position.kind === 'step' ? position.step : position.end,
    actor: state === 'open' ? (actorOf(regulation, position) ?? null) : null,
    assigneeId: officeCase.assignee?.accountId ?? null,
    submittedAt,
    dueAt,
    wholeDueAt,
    journalKeys: journalKeysOf(officeCase),
    escalateAt: nextEscalation(officeCase),
    sealed: sealer.sealJson(sealed, placeOf(id)),
    version,
    createdAt,
    updatedAt,
  };
}

export function toCase(record: CaseRecord, sealer: Sealer): OfficeCase {
  const sealed = sealer.openJson(bytesOfField(record.sealed), placeOf(record._id)) as Sealed;
  const {
    applicationId,
    number,
    officeId,
    state,
    submittedAt,
    dueAt,
    wholeDueAt,
    version,
    createdAt,
    updatedAt,
  } = record;
  return {
    id: record._id,
    applicationId,
    number,
    officeId,
    homeOfficeId: sealed.homeOfficeId ?? officeId,
    regulation: { id: record.regulation.id, version: record.regulation.version },
    state,
    submittedAt,
    dueAt,
    wholeDueAt,
    version,
    createdAt,
    updatedAt,
    position: sealed.position,
    draft: sealed.draft,
    applicant: sealed.applicant,
    ...(sealed.assignee && { assignee: sealed.assignee }),
    done: sealed.done.map((step) => ({ ...step, at: new Date(step.at) })),
    ...(sealed.handOvers && {
      handOvers: sealed.handOvers.map((one) => ({ ...one, at: new Date(one.at) })),
    }),
    ...(sealed.paper && { paper: unpackPaper(sealed.paper) }),
    issued: sealed.issued.map(unpackPaper),
    ...(sealed.prolonged && { prolonged: { ...sealed.prolonged, at: new Date(sealed.prolonged.at) } }),
    escalations: record.escalations ?? [],
  };
}
