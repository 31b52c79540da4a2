// A complaint on its road: delivered, registered, considered, answered; taken up again once, or withdrawn. Pure; the store keeps the result.
import { pinnedRegulation, type PinnedRegulation } from '../application/index.ts';
import type { CasePaper, DoneStep } from '../office/index.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import {
  performOutcome,
  reopenCase,
  stepOf,
  withdrawCase,
  type Actor,
  type CasePosition,
  type MoveProblem,
  type Need,
  type Outcome,
  type Regulation,
} from '../regulations/index.ts';
import { dueOf } from './complaint-clock.ts';

/** One time that the complaint is considered: from its delivery to its answer. */
export interface Lap {
  /** When it came; on paper: the day that the stamp says. */
  readonly submittedAt: Date;
  readonly text: string;
  readonly done: readonly DoneStep[];
  /** The signed answer; `issuedAt` is set once it was sent. */
  readonly answer?: CasePaper;
  readonly answerText?: string;
}

/** The answer that is being prepared: what is decided and why. */
export interface AnswerDraft {
  readonly outcome: string;
  readonly text: string;
}

export interface Complaint {
  readonly id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly regulation: PinnedRegulation;
  /** The office to which it was addressed, and the one whose turn it is now. */
  readonly homeOfficeId: string;
  readonly officeId: string;
  readonly way: 'cabinet' | 'paper';
  /** Place in the list of subjects of the regulation. */
  readonly subject: number;
  /** The last day for filing, when there is one, and whether it was missed: a late complaint is accepted all the same. */
  readonly fileBy?: string;
  readonly late: boolean;
  /** The complaint whose answer did not satisfy. */
  readonly previousId?: string;
  readonly applicant: { readonly name: string; readonly iin: string };
  /** Who took the paper. */
  readonly enteredBy?: { readonly accountId: string; readonly name: string };
  readonly position: CasePosition;
  readonly state: 'open' | 'closed';
  /** At least one; the last is the present one. */
  readonly laps: readonly Lap[];
  readonly draft?: AnswerDraft;
  /** The drawn answer that waits for its signature. */
  readonly paper?: CasePaper;
  readonly dueAt: Date | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The present lap. */
export function lapOf({ laps }: Pick<Complaint, 'laps'>): Lap {
  const lap = laps.at(-1);
  if (lap === undefined) throw new Error('a complaint has no lap');
  return lap;
}

export const regulationOf = (complaint: Pick<Complaint, 'regulation'>): Regulation =>
  pinnedRegulation(complaint.regulation);

/** The step where the complaint stands; undefined at an end. */
export const standsAt = (complaint: Pick<Complaint, 'regulation' | 'position'>) =>
  complaint.position.kind === 'step' ? stepOf(regulationOf(complaint), complaint.position.step) : undefined;

/** An outcome that is a decision with a signed answer. */
export const isAnswer = (outcome: Outcome): boolean => outcome.needs?.includes('answer') === true;

export interface ComplaintAct {
  readonly actor: Actor;
  readonly outcome: string;
  readonly given: readonly Need[];
  readonly now: Date;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly comment?: string;
  /** The signed answer, when this act is its signature. */
  readonly answer?: CasePaper;
}

export interface Moved {
  readonly complaint: Complaint;
  /** Whether the applicant has an answer from now on. */
  readonly answered: boolean;
}

/** Does one act. @returns the complaint after it, or why its procedure does not allow it */
export function moveComplaint(complaint: Complaint, act: ComplaintAct): Result<Moved, MoveProblem> {
  const regulation = regulationOf(complaint);
  const performed = performOutcome(regulation, complaint.position, act);
  if (!performed.ok) return performed;
  const { position } = performed.value;
  const lap = lapOf(complaint);
  const sends = standsAt(complaint)?.journal === 'issue' && lap.answer !== undefined;
  const done: DoneStep = {
    step: standsAt(complaint)?.id ?? '',
    outcome: act.outcome,
    at: act.now,
    actor: act.actor,
    by: act.by,
    ...(act.comment !== undefined && { comment: act.comment }),
  };
  const { draft, paper: _signed, ...rest } = complaint;
  const answer = act.answer ?? lap.answer;
  const text = act.answer === undefined ? lap.answerText : draft?.text;
  const next: Lap = {
    submittedAt: lap.submittedAt,
    text: lap.text,
    done: [...lap.done, done],
    ...(answer && { answer: sends ? { ...answer, issuedAt: act.now } : answer }),
    ...(text !== undefined && { answerText: text }),
  };
  const moved = withLap({ ...rest, position, updatedAt: act.now }, next);
  return ok({ complaint: moved, answered: sends });
}

/** Replaces the present lap and says when the next step is due. */
function withLap(complaint: Complaint, lap: Lap): Complaint {
  const laps = [...complaint.laps.slice(0, -1), lap];
  const state = complaint.position.kind === 'end' ? 'closed' : 'open';
  const after: Complaint = { ...complaint, laps, state };
  return { ...after, dueAt: state === 'open' ? dueOf(after) : null };
}

/** What is decided is written down; an answer that was drawn before is drawn anew. */
export function draftAnswer(complaint: Complaint, draft: AnswerDraft, now: Date): Complaint {
  const { paper: _old, ...rest } = complaint;
  return { ...rest, draft, updatedAt: now };
}

/** The applicant is not satisfied: the complaint is considered anew, as often as its procedure allows. */
export function reopenComplaint(
  complaint: Complaint,
  again: { readonly text: string; readonly now: Date },
): Result<Complaint, 'may-not-be-reopened'> {
  const reopened = reopenCase(regulationOf(complaint), complaint.position);
  if (!reopened.ok) return reopened;
  const { draft: _draft, paper: _paper, ...rest } = complaint;
  const lap: Lap = { submittedAt: again.now, text: again.text, done: [] };
  const after: Complaint = {
    ...rest,
    officeId: complaint.homeOfficeId,
    position: reopened.value,
    state: 'open',
    laps: [...complaint.laps, lap],
    updatedAt: again.now,
  };
  return ok({ ...after, dueAt: dueOf(after) });
}

/** The applicant takes the complaint back while nobody has decided. */
export function withdrawComplaint(
  complaint: Complaint,
  now: Date,
): Result<Complaint, 'too-late-to-withdraw'> {
  const withdrawn = withdrawCase(regulationOf(complaint), complaint.position);
  if (!withdrawn.ok) return refuse(withdrawn.problem);
  const { draft: _draft, paper: _paper, ...rest } = complaint;
  return ok({ ...rest, position: withdrawn.value, state: 'closed', dueAt: null, updatedAt: now });
}
