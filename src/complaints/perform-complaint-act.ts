// An officer does one step of a complaint: registers it, writes what is decided, sends the answer. The procedure says what is possible, the
// version says who was first.
import { isId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Officer } from '../identity/index.ts';
import { possibleOutcomes, type Outcome } from '../regulations/index.ts';
import { officeOfActor } from './addressees.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import {
  draftAnswer,
  isAnswer,
  moveComplaint,
  regulationOf,
  standsAt,
  type Complaint,
  type ComplaintAct,
} from './complaint.ts';

export type ComplaintActProblem =
  /** No such complaint in the officer's office. */
  | 'not-found'
  /** The complaint is with another role or another office. */
  | 'not-your-step'
  /** Somebody did something with it in between. */
  | 'conflict'
  | 'not-possible'
  /** The answer is not drawn yet. */
  | 'paper-missing';

/** The officer's complaint; `not-found` also for one that was never in the officer's office. */
export async function findComplaint(
  deps: Pick<ComplaintDeps, 'store'>,
  officer: Officer,
  id: string,
): Promise<Result<Complaint, 'not-found'>> {
  const found = isId(id) ? await deps.store.byId(id) : undefined;
  if (found === undefined) return refuse('not-found');
  return [found.homeOfficeId, found.officeId].includes(officer.officeId) ? ok(found) : refuse('not-found');
}

/** What the officer can do now; nothing when it is not his turn. */
export function complaintActs(officer: Officer, complaint: Complaint): readonly Outcome[] {
  const step = complaint.state === 'open' ? standsAt(complaint) : undefined;
  const his =
    step !== undefined &&
    complaint.officeId === officer.officeId &&
    officer.roles.some((role) => role === step.actor);
  return his ? possibleOutcomes(regulationOf(complaint), complaint.position) : [];
}

interface Input {
  readonly officer: Officer;
  readonly id: string;
  /** The version that the officer's page showed. */
  readonly version: number;
  readonly outcome: string;
}

/** The complaint and the outcome, when this officer may choose it now. */
async function findTurn(
  deps: Pick<ComplaintDeps, 'store'>,
  input: Input,
): Promise<Result<{ readonly complaint: Complaint; readonly outcome: Outcome }, ComplaintActProblem>> {
  const found = await findComplaint(deps, input.officer, input.id);
  if (!found.ok) return found;
  const complaint = found.value;
  if (complaint.version !== input.version) return refuse('conflict');
  const acts = complaintActs(input.officer, complaint);
  if (acts.length === 0) return refuse('not-your-step');
  const outcome = acts.find(({ id }) => id === input.outcome);
  return outcome === undefined ? refuse('not-possible') : ok({ complaint, outcome });
}

/** Does an act that needs no signature. */
export async function performComplaintAct(
  deps: ComplaintDeps,
  input: Input & { readonly comment?: string },
): Promise<Result<Complaint, ComplaintActProblem>> {
  const turn = await findTurn(deps, input);
  if (!turn.ok) return turn;
  const { complaint, outcome } = turn.value;
  if (isAnswer(outcome)) return refuse('paper-missing');
  return writeAct(deps, complaint, {
    actor: standsAt(complaint)?.actor ?? 'clerk',
    outcome: outcome.id,
    given: input.comment === undefined ? [] : ['comment'],
    now: deps.clock.now(),
    by: { accountId: input.officer.accountId, name: input.officer.name },
    ...(input.comment !== undefined && { comment: input.comment }),
  });
}

/** Moves the complaint, to another office where the next step is done there, and writes it. */
export async function writeAct(
  deps: Pick<ComplaintDeps, 'store'>,
  complaint: Complaint,
  act: ComplaintAct,
): Promise<Result<Complaint, ComplaintActProblem>> {
  const moved = moveComplaint(complaint, act);
  if (!moved.ok) return refuse('not-possible');
  const next = standsAt(moved.value.complaint);
  const after: Complaint =
    next === undefined
      ? moved.value.complaint
      : {
          ...moved.value.complaint,
          officeId: officeOfActor(regulationOf(complaint), next.actor, complaint.homeOfficeId),
        };
  const written = await deps.store.replace(complaint, after, [
    'complaint.moved',
    ...(moved.value.answered ? (['complaint.answered'] as const) : []),
  ]);
  return written ? ok(after) : refuse('conflict');
}

/** Writes down what is decided and why; its paper is drawn and then signed. */
export async function prepareAnswer(
  deps: ComplaintDeps,
  input: Input & { readonly text: string },
): Promise<Result<undefined, ComplaintActProblem>> {
  const turn = await findTurn(deps, input);
  if (!turn.ok) return turn;
  const { complaint, outcome } = turn.value;
  if (!isAnswer(outcome)) return refuse('not-possible');
  const after = draftAnswer(complaint, { outcome: outcome.id, text: input.text }, deps.clock.now());
  return (await deps.store.replace(complaint, after, ['complaint.moved', 'complaint.drafted']))
    ? ok()
    : refuse('conflict');
}
