// An act whose papers are signed before it counts: it is written down, its papers are drawn, everybody who takes part signs the exact
// bytes, and with the last signature the act is done. Nobody's vote stands without his own signature.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Officer } from '../identity/index.ts';
import { pinnedRegulation } from '../application/index.ts';
import { possibleOutcomes, type Outcome, type Paper, type Regulation } from '../regulations/index.ts';
import { needsMetBy, type Given } from './given.ts';
import { moveCase, type Moved } from './move-case.ts';
import { signedPaperOf, type CasePaper, type OfficeCase, type PreparedAct } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';

/** What the desk hands out at once, on paper and unsigned. */
const OF_THE_DESK: readonly Paper['kind'][] = ['coupon', 'acceptance-receipt', 'refusal-to-accept-receipt'];

/** The papers of an outcome that must be drawn and signed before the act is done. */
export const papersBefore = (regulation: Regulation, outcome: Outcome): readonly string[] =>
  signedPaperOf(outcome) !== undefined
    ? []
    : (outcome.papers ?? []).filter((id) =>
        regulation.papers.some((paper) => paper.id === id && !OF_THE_DESK.includes(paper.kind)),
      );

/** The case with the act written down; those sign who voted, else whoever acts. */
export function prepare(
  officeCase: OfficeCase,
  act: Pick<PreparedAct, 'outcome' | 'actor' | 'by'> & { readonly given: Given; readonly now: Date },
): OfficeCase {
  const { outcome, actor, by, given, now } = act;
  const present = given.votes?.filter(({ vote }) => vote !== 'absent');
  const signers = present?.map(({ accountId, name }) => ({ accountId, name })) ?? [by];
  return {
    ...officeCase,
    prepared: { outcome, actor, by, given, signers, papers: [], ownKeys: given.votes !== undefined },
    updatedAt: now,
  };
}

const hasSigned = ({ cosigned }: CasePaper, accountId: string): boolean =>
  cosigned?.some(({ by }) => by.accountId === accountId) === true;

/** The first paper of a prepared act that the officer has not signed yet. */
export const nextToSign = ({ prepared }: OfficeCase, { accountId }: Officer): CasePaper | undefined =>
  prepared?.signers.some((one) => one.accountId === accountId) === true
    ? prepared.papers.find((paper) => !hasSigned(paper, accountId))
    : undefined;

/** Those whose signatures are still missing. */
export const stillToSign = ({ signers, papers }: PreparedAct): PreparedAct['signers'] =>
  signers.filter(
    ({ accountId }) => papers.length === 0 || papers.some((paper) => !hasSigned(paper, accountId)),
  );

/** The case with one more signature; with the last one the act is done. */
export function withSignature(
  officeCase: OfficeCase,
  signed: CasePaper,
  now: Date,
): Result<Moved, 'not-possible'> {
  const { prepared } = officeCase;
  if (prepared === undefined || signed.signed === undefined) return refuse('not-possible');
  const { signed: last, ...rest } = signed;
  const paper: CasePaper = { ...rest, cosigned: [...(signed.cosigned ?? []), last] };
  const papers = prepared.papers.map((one) => (one.fileId === paper.fileId ? paper : one));
  const after: PreparedAct = { ...prepared, papers };
  if (stillToSign(after).length > 0)
    return ok({ officeCase: { ...officeCase, prepared: after, updatedAt: now }, events: ['case.moved'] });
  const moved = moveCase(officeCase, {
    actor: prepared.actor,
    outcome: prepared.outcome,
    given: needsMetBy(prepared.given),
    now,
    by: prepared.by,
    details: prepared.given,
    papers: papers.map((one) => ({ ...one, ...(one.cosigned?.[0] && { signed: one.cosigned[0] }) })),
  });
  return moved.ok ? ok(moved.value) : refuse('not-possible');
}

/** The worker drew the papers of a prepared act; drawn twice, the second drawing is dropped. */
export async function attachPrepared(
  deps: Pick<OfficeDeps, 'store' | 'clock'>,
  input: { readonly caseId: string; readonly version: number; readonly papers: readonly CasePaper[] },
): Promise<boolean> {
  const officeCase = await deps.store.byId(input.caseId);
  if (officeCase?.version !== input.version || officeCase.prepared?.papers.length !== 0) return false;
  const prepared = { ...officeCase.prepared, papers: input.papers };
  return deps.store.replace(officeCase, { ...officeCase, prepared, updatedAt: deps.clock.now() }, [
    'case.moved',
  ]);
}

/** The case without its prepared act: something in it was wrong. */
export function withoutPrepared({ prepared: _dropped, ...rest }: OfficeCase, now: Date): OfficeCase {
  return { ...rest, updatedAt: now };
}

/** The outcome that a prepared act will perform. */
export const preparedOutcome = (officeCase: OfficeCase): Outcome | undefined =>
  possibleOutcomes(pinnedRegulation(officeCase.regulation), officeCase.position).find(
    ({ id }) => id === officeCase.prepared?.outcome,
  );
