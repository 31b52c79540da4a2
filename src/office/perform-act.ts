// An officer does one step: registers, names the executor, decides, sends back, issues. The regulation says what is possible, the case's
// version says who was first, and no decision is made on a signature that is not settled.
import { isId } from '../platform/ids.ts';
import { ok, refuse, type Result } from '../platform/result.ts';
import { insteadOf, type Officer } from '../identity/index.ts';
import { maySettle, pinnedRegulation } from '../application/index.ts';
import { officeOf, placeOf, possibleOutcomes, type Actor, type Outcome } from '../regulations/index.ts';
import { needsMetBy, type Given } from './given.ts';
import { moveCase } from './move-case.ts';
import { actorOf, signedPaperOf, type DoneStep, type OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';
import { papersBefore, prepare, withoutPrepared } from './prepared-act.ts';

export type ActProblem =
  /** No such case in the officer's office. */
  | 'not-found'
  /** The case is with another role or another executor. */
  | 'not-your-step'
  /** Somebody did something with the case in between. */
  | 'conflict'
  | 'not-possible'
  | 'needs-missing'
  /** The applicant's signature is still being checked: no decision before that. */
  | 'signature-unsettled'
  /** The paper is not drawn yet, or its signature is missing. */
  | 'paper-missing';

/** The officer's case; `not-found` also for a case of another office. */
export async function findCase(
  deps: Pick<OfficeDeps, 'store'>,
  officer: Officer,
  id: string,
): Promise<Result<OfficeCase, 'not-found'>> {
  const found = isId(id) ? await deps.store.byId(id) : undefined;
  return found !== undefined && [found.officeId, found.homeOfficeId].includes(officer.officeId)
    ? ok(found)
    : refuse('not-found');
}

/** As whom the officer may act on a case now; undefined when it is not his turn. */
export function turnOf(officer: Officer, officeCase: OfficeCase): Actor | undefined {
  if (officeCase.state !== 'open') return undefined;
  const regulation = pinnedRegulation(officeCase.regulation);
  const actor = actorOf(regulation, officeCase.position);
  // The step of the applicant can also be ended by the executor, who notes that nothing came.
  const actors = [actor, ...possibleOutcomes(regulation, officeCase.position).map(({ by }) => by)];
  return actors.find((one) => one !== undefined && holdsRole(officer, one, officeCase));
}

function holdsRole(officer: Officer, actor: Actor, officeCase: OfficeCase): boolean {
  if (!officer.roles.some((role) => role === actor)) return false;
  // An office that only sent the papers on sees the case; its people do not act for the provider.
  if (officeOf(officer.officeId)?.place !== placeOf(actor)) return false;
  return (
    actor !== 'executor' ||
    officeCase.assignee === undefined ||
    officeCase.assignee.accountId === officer.accountId
  );
}

/** Who does an act, and for whom when he stands in. */
export function actingAs(officer: Officer, actor: Actor): NonNullable<DoneStep['by']> {
  const absent = insteadOf(officer, actor);
  return {
    accountId: officer.accountId,
    name: officer.name,
    ...(absent !== undefined && { insteadOf: absent }),
  };
}

/** What the officer can do with the case now. */
export function actsOf(officer: Officer, officeCase: OfficeCase): readonly Outcome[] {
  const turn = turnOf(officer, officeCase);
  // While an act waits for its signatures, nothing else is done.
  if (turn === undefined || officeCase.prepared !== undefined) return [];
  const regulation = pinnedRegulation(officeCase.regulation);
  const actor = actorOf(regulation, officeCase.position);
  return possibleOutcomes(regulation, officeCase.position).filter(
    (outcome) => (outcome.by ?? actor) === turn,
  );
}

/** A decision about the application itself; the branch of missing documents may begin while the signature is being checked. */
const decides = (outcome: Outcome): boolean => outcome.decides !== undefined && outcome.extends !== true;

/**
 * Does one act.
 * @param input.version the version that the officer's page showed
 * @param input.given what the act needs, already read from the form
 */
export async function performAct(
  deps: OfficeDeps,
  input: {
    readonly officer: Officer;
    readonly caseId: string;
    readonly version: number;
    readonly outcome: string;
    readonly given: Given;
  },
): Promise<Result<OfficeCase, ActProblem>> {
  const found = await findCase(deps, input.officer, input.caseId);
  if (!found.ok) return found;
  const officeCase = found.value;
  if (officeCase.version !== input.version) return refuse('conflict');
  const outcome = actsOf(input.officer, officeCase).find(({ id }) => id === input.outcome);
  const turn = turnOf(input.officer, officeCase);
  if (turn === undefined) return refuse('not-your-step');
  if (outcome === undefined) return refuse('not-possible');
  if (signedPaperOf(outcome) !== undefined) return refuse('paper-missing');
  if (decides(outcome)) {
    const application = await deps.applications.byId(officeCase.applicationId);
    if (application?.status !== 'submitted' || !maySettle(application.signature))
      return refuse('signature-unsettled');
  }
  const by = actingAs(input.officer, turn);
  const now = deps.clock.now();
  if (papersBefore(pinnedRegulation(officeCase.regulation), outcome).length > 0) {
    const missing = (outcome.needs ?? []).some((need) => !needsMetBy(input.given).includes(need));
    if (missing) return refuse('needs-missing');
    const prepared = prepare(officeCase, { outcome: outcome.id, actor: turn, by, given: input.given, now });
    return (await deps.store.replace(officeCase, prepared, ['case.moved', 'case.drafted']))
      ? ok(prepared)
      : refuse('conflict');
  }
  const moved = moveCase(officeCase, {
    actor: turn,
    outcome: outcome.id,
    given: needsMetBy(input.given),
    now,
    by,
    details: input.given,
  });
  if (!moved.ok) return refuse(moved.problem.kind === 'needs-missing' ? 'needs-missing' : 'not-possible');
  const written = await deps.store.replace(officeCase, moved.value.officeCase, moved.value.events);
  return written ? ok(moved.value.officeCase) : refuse('conflict');
}

/** Takes a prepared act back before it is signed by all: something in it is wrong. Whoever could have done it may. */
export async function dropPrepared(
  deps: Pick<OfficeDeps, 'store' | 'clock'>,
  input: { readonly officer: Officer; readonly caseId: string },
): Promise<Result<undefined, ActProblem>> {
  const found = await findCase(deps, input.officer, input.caseId);
  if (!found.ok) return found;
  if (turnOf(input.officer, found.value) === undefined) return refuse('not-your-step');
  if (found.value.prepared === undefined) return refuse('not-possible');
  const dropped = withoutPrepared(found.value, deps.clock.now());
  return (await deps.store.replace(found.value, dropped, ['case.moved', 'case.drafted']))
    ? ok()
    : refuse('conflict');
}
