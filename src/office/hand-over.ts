// The head gives a case to another executor: an illness, a holiday, too much work. The terms run on as they are.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Officer } from '../identity/index.ts';
import type { OfficeCase } from './office-case.ts';
import type { ExecutorRole, OfficeDeps } from './office-deps.ts';
import { findCase } from './perform-act.ts';

export type HandOverProblem =
  | 'not-found'
  /** The case has no executor, is closed, or the officer is not the one who names him. */
  | 'not-possible'
  | 'conflict'
  /** Nobody such, or the one who has it already. */
  | 'executor';

/** Whose executors an officer names; undefined when he names none. */
const namedBy = ({ roles }: Officer): ExecutorRole | undefined =>
  roles.includes('head') ? 'executor' : roles.includes('rural-akim') ? 'rural-executor' : undefined;

/** To whom the officer may give the case, without the one who has it; undefined when he may not. */
export async function successorsOf(
  deps: Pick<OfficeDeps, 'officersOf'>,
  officer: Officer,
  officeCase: OfficeCase,
): Promise<readonly Pick<Officer, 'accountId' | 'name'>[] | undefined> {
  const role = namedBy(officer);
  const { assignee } = officeCase;
  if (role === undefined || assignee === undefined || officeCase.state !== 'open') return undefined;
  const all = await deps.officersOf(officer.officeId, role);
  // An executor of another office (the akim's, the provider's) is not this officer's to replace.
  if (!all.some(({ accountId }) => accountId === assignee.accountId)) return undefined;
  return all.filter(({ accountId }) => accountId !== assignee.accountId);
}

/** Gives the case to another executor. */
export async function handOver(
  deps: Pick<OfficeDeps, 'store' | 'officersOf' | 'clock'>,
  input: {
    readonly officer: Officer;
    readonly caseId: string;
    /** The version that the page showed. */
    readonly version: number;
    readonly executorId: string;
  },
): Promise<Result<OfficeCase, HandOverProblem>> {
  const found = await findCase(deps, input.officer, input.caseId);
  if (!found.ok) return found;
  const officeCase = found.value;
  if (officeCase.version !== input.version) return refuse('conflict');
  const successors = await successorsOf(deps, input.officer, officeCase);
  if (successors === undefined || officeCase.assignee === undefined) return refuse('not-possible');
  const executor = successors.find(({ accountId }) => accountId === input.executorId);
  if (executor === undefined) return refuse('executor');
  const to = { accountId: executor.accountId, name: executor.name };
  const by = { accountId: input.officer.accountId, name: input.officer.name };
  const now = deps.clock.now();
  const after: OfficeCase = {
    ...officeCase,
    assignee: to,
    handOvers: [...(officeCase.handOvers ?? []), { at: now, from: officeCase.assignee, to, by }],
    updatedAt: now,
  };
  return (await deps.store.replace(officeCase, after, ['case.moved'])) ? ok(after) : refuse('conflict');
}
