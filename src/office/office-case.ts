// What the state does with an application: a case stands at a step of its regulation, somebody has it, and the clock of the law runs. Pure.
import type { PinnedRegulation } from '../application/index.ts';
import {
  officeOf,
  placeOf,
  planDeadlines,
  type Actor,
  type CaseEvents,
  type CasePosition,
  type DeadlinePlan,
  type Outcome,
  type PaperKind,
  type Regulation,
} from '../regulations/index.ts';
import type { Escalation } from './escalation.ts';
import type { Given } from './given.ts';

/** One thing that was done, as it stays in the file. */
export interface DoneStep {
  readonly step: string;
  readonly outcome: string;
  readonly at: Date;
  readonly actor: Actor;
  /** Account and name of who did it; the applicant's own steps carry none. */
  readonly by?: {
    readonly accountId: string;
    readonly name: string;
    /** The colleague for whom he stood in. */
    readonly insteadOf?: string;
  };
  readonly comment?: string;
}

/** The head gave the case to another executor. */
export interface HandOver {
  readonly at: Date;
  readonly from: { readonly accountId: string; readonly name: string };
  readonly to: { readonly accountId: string; readonly name: string };
  readonly by: { readonly accountId: string; readonly name: string };
}

/** A paper of the case: drawn, then signed by the head, then registered and issued. */
export interface CasePaper {
  /** The paper of the regulation, e.g. "grant-notification". */
  readonly paper: string;
  /** The outcome that its signature performs. */
  readonly outcome: string;
  readonly number: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
  readonly drawnAt: Date;
  readonly signed?: {
    readonly cms: Buffer;
    readonly at: Date;
    readonly by: { readonly accountId: string; readonly name: string };
    readonly verdict: unknown;
  };
  readonly issuedAt?: Date;
  /** Signatures of those who take part in a prepared act, in the order in which they came. */
  readonly cosigned?: readonly NonNullable<CasePaper['signed']>[];
}

/** An act that waits for the signatures under its papers. */
export interface PreparedAct {
  readonly outcome: string;
  readonly actor: Actor;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly given: Given;
  readonly signers: readonly { readonly accountId: string; readonly name: string }[];
  /** Empty until the worker has drawn them. */
  readonly papers: readonly CasePaper[];
  /** Members of commissions sign as themselves; an official signs with the key of the office. */
  readonly ownKeys: boolean;
}

/** Papers that the applicant receives; the others stay in the file. */
const FOR_APPLICANT: readonly PaperKind[] = [
  'grant-notification',
  'refusal-notification',
  'shortage-notice',
  'certificate',
  'preliminary-notice',
  'hearing-protocol',
  'extension-notice',
];

/** Whether the applicant receives this paper of the procedure. */
export const isForApplicant = (regulation: Regulation, { paper }: CasePaper): boolean =>
  regulation.papers.some(({ id, kind }) => id === paper && FOR_APPLICANT.includes(kind));

/** A later end of the whole term, as the head decided it. The reason may tell of a person: it is sealed. */
export interface Prolonged {
  /** The last day, e.g. "2026-04-07". */
  readonly until: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: { readonly accountId: string; readonly name: string };
}

export interface OfficeCase {
  readonly id: string;
  readonly applicationId: string;
  readonly number: string;
  /** Where the case stands now. */
  readonly officeId: string;
  /** Where it was brought: a rural akim's office, a centre, or the provider itself. */
  readonly homeOfficeId: string;
  readonly regulation: PinnedRegulation;
  readonly submittedAt: Date;
  readonly position: CasePosition;
  /** closed: at an end of the regulation. stopped: the applicant's signature turned out not to be valid (process 4). */
  readonly state: 'open' | 'closed' | 'stopped';
  /** The executor whom the head named. */
  readonly assignee?: { readonly accountId: string; readonly name: string };
  readonly done: readonly DoneStep[];
  readonly handOvers?: readonly HandOver[];
  /** What the executor's draft says: amount, ground, missing papers. */
  readonly draft: Given;
  /** The paper that waits for its signature or its issue. */
  readonly paper?: CasePaper;
  readonly issued: readonly CasePaper[];
  /** Signed papers that stay in the file: orders, acts, conclusions, decisions. */
  readonly filed: readonly CasePaper[];
  readonly prepared?: PreparedAct;
  /** Name and IIN for the desk; everything else of the applicant is read from the application by whoever may. */
  readonly applicant: { readonly name: string; readonly iin: string };
  /** The head's reasoned decision that the whole term ends later. */
  readonly prolonged?: Prolonged;
  /** Who was told what of the terms, in order. */
  readonly escalations: readonly Escalation[];
  readonly dueAt: Date | null;
  readonly wholeDueAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What the clock of a case goes by. */
export type Clocked = Pick<OfficeCase, 'submittedAt' | 'done' | 'position' | 'prolonged'>;

/** What happened, in the form the clock asks for. */
export const eventsOf = (officeCase: Clocked): CaseEvents => ({
  submitted: officeCase.submittedAt,
  channel: officeCase.position.facts.channel,
  ...(officeCase.position.facts.ground && { ground: officeCase.position.facts.ground }),
  done: officeCase.done.map(({ step, outcome, at }) => ({ step, outcome, at })),
  ...(officeCase.prolonged && { prolongedUntil: officeCase.prolonged.until }),
});

/** The clock of a case. Throws when the calendar lacks a year or the history does not fit the regulation: both are damage. */
export function clockOf(regulation: Regulation, officeCase: Clocked): DeadlinePlan {
  const planned = planDeadlines(regulation, eventsOf(officeCase));
  if (!planned.ok) throw new Error(`no clock for a case of ${regulation.id}: ${planned.problem.kind}`);
  return planned.value;
}

/** Due moments of the present step and of the whole service. */
export function dueOf(
  regulation: Regulation,
  officeCase: Clocked,
): { readonly dueAt: Date | null; readonly wholeDueAt: Date | null } {
  const plan = clockOf(regulation, officeCase);
  const present =
    officeCase.position.kind === 'step' ? plan.steps.find(({ done }) => done === undefined) : undefined;
  return { dueAt: present?.due ?? null, wholeDueAt: plan.due };
}

/** Who must act now; undefined at an end. */
export function actorOf(regulation: Regulation, position: CasePosition): Actor | undefined {
  return position.kind === 'step'
    ? regulation.steps.find(({ id }) => id === position.step)?.actor
    : undefined;
}

/** The office where a position is worked on: the one that took the papers, or the provider to which it sends them. */
export function officeAt(
  regulation: Regulation,
  position: CasePosition,
  { officeId, homeOfficeId }: Pick<OfficeCase, 'officeId' | 'homeOfficeId'>,
): string {
  const actor = actorOf(regulation, position);
  return actor === undefined || actor === 'applicant'
    ? officeId
    : officeOfActor(actor, { officeId, homeOfficeId });
}

/** Where somebody who acts sits: in the office that took the papers, or in the provider to which it sends them. */
export function officeOfActor(
  actor: Actor,
  { officeId, homeOfficeId }: Pick<OfficeCase, 'officeId' | 'homeOfficeId'>,
): string {
  const home = officeOf(homeOfficeId);
  const provider = home?.provider === undefined ? undefined : officeOf(home.provider);
  return [home, provider].find((office) => office?.place === placeOf(actor))?.id ?? officeId;
}

/** The paper that an outcome with a signature produces. */
export const signedPaperOf = (outcome: Outcome): string | undefined =>
  outcome.needs?.includes('signature') === true ? outcome.papers?.[0] : undefined;
