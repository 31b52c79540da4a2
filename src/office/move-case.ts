// One act moves a case along its regulation. Pure: it gives the next state and the facts that follow from it.
import { pinnedRegulation } from '../application/index.ts';
import type { EventKind } from '../outbox/index.ts';
import { ok, type Result } from '../platform/result.ts';
import {
  performOutcome,
  possibleOutcomes,
  stepOf,
  type Actor,
  type MoveProblem,
  type Need,
} from '../regulations/index.ts';
import type { Given } from './given.ts';
import {
  dueOf,
  isForApplicant,
  officeAt,
  signedPaperOf,
  type CasePaper,
  type DoneStep,
  type OfficeCase,
} from './office-case.ts';

export interface Act {
  readonly actor: Actor;
  readonly outcome: string;
  readonly given: readonly Need[];
  readonly now: Date;
  readonly by?: NonNullable<DoneStep['by']>;
  readonly details?: Given;
  /** Papers of a prepared act, signed by everybody. */
  readonly papers?: readonly CasePaper[];
}

export interface Moved {
  readonly officeCase: OfficeCase;
  readonly events: readonly EventKind[];
}

/** Whether a case stands where somebody will sign a paper: the worker draws it. */
export const waitsForPaper = ({ regulation, position }: OfficeCase): boolean =>
  possibleOutcomes(pinnedRegulation(regulation), position).some((next) => signedPaperOf(next) !== undefined);

/** Who keeps the case from now on, without whom he stood in for. */
const personOf = ({ by }: Act) => by && { accountId: by.accountId, name: by.name };

/** @returns the case after the act, or why the regulation does not allow it */
export function moveCase(officeCase: OfficeCase, act: Act): Result<Moved, MoveProblem> {
  const regulation = pinnedRegulation(officeCase.regulation);
  const performed = performOutcome(regulation, officeCase.position, act);
  if (!performed.ok) return performed;
  const { position, outcome } = performed.value;
  const step = officeCase.position.kind === 'step' ? stepOf(regulation, officeCase.position.step) : undefined;
  const { executor, comment, ...drafted } = act.details ?? {};
  const { paper, assignee, issued, filed, prepared: _done, ...rest } = officeCase;
  const signs = signedPaperOf(outcome) !== undefined;
  const goesOn = paper !== undefined && signs && isForApplicant(regulation, paper);
  const staysHere = [...(paper && signs && !goesOn ? [paper] : []), ...(act.papers ?? [])].filter(
    (one) => !isForApplicant(regulation, one),
  );
  const handedOver = (act.papers ?? []).filter((one) => isForApplicant(regulation, one));
  const issues = step?.journal === 'issue' && paper?.signed !== undefined;
  const done = [
    ...officeCase.done,
    {
      step: step?.id ?? '',
      outcome: outcome.id,
      at: act.now,
      actor: act.actor,
      ...(act.by && { by: act.by }),
      ...(comment !== undefined && { comment }),
    },
  ];
  const responsible = executor ?? assignee ?? (act.actor === 'executor' ? personOf(act) : undefined);
  const base = {
    ...rest,
    position,
    officeId: officeAt(regulation, position, officeCase),
    state: position.kind === 'end' ? ('closed' as const) : ('open' as const),
    done,
    draft: { ...officeCase.draft, ...drafted },
    // Where the procedure names no executor, the first one who acts keeps the case.
    ...(responsible && { assignee: responsible }),
    // A signed paper goes on with the case; one that was sent back unsigned is drawn anew.
    ...(goesOn && { paper }),
    issued: [
      ...issued,
      ...[...(paper && issues ? [paper] : []), ...handedOver].map((one) => ({ ...one, issuedAt: act.now })),
    ],
    filed: [...filed, ...staysHere],
    updatedAt: act.now,
  };
  const after: OfficeCase = {
    ...base,
    ...dueOf(regulation, base),
    ...(position.kind === 'end' && { dueAt: null }),
  };
  const events: EventKind[] = [
    'case.moved',
    ...(waitsForPaper(after) ? (['case.drafted'] as const) : []),
    ...(issues || handedOver.length > 0 ? (['case.issued'] as const) : []),
  ];
  return ok({ officeCase: after, events });
}
