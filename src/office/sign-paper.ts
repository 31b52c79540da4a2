// The head signs the paper that was drawn: the bytes of the PDF, with a key of the organisation, by a person who may.
import { ok, refuse, type Result } from '../platform/result.ts';
import type { Officer } from '../identity/index.ts';
import { moveCase } from './move-case.ts';
import { signedPaperOf, type CasePaper, type OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';
import { takePaperSignature, type PaperSignatureProblem } from './paper-signature.ts';
import { nextToSign, withSignature } from './prepared-act.ts';
import { actingAs, actsOf, findCase, turnOf, type ActProblem } from './perform-act.ts';

/** The owner under which the papers of a case lie. */
export const ownerOfPapers = (caseId: string): string => `case/${caseId}`;

/** The worker drew the paper for a case that waits for a signature. Written once: a second drawing of the same paper is dropped. */
export async function attachPaper(
  deps: Pick<OfficeDeps, 'store' | 'clock'>,
  input: { readonly caseId: string; readonly version: number; readonly paper: CasePaper },
): Promise<boolean> {
  const officeCase = await deps.store.byId(input.caseId);
  if (officeCase?.version !== input.version || officeCase.paper !== undefined) return false;
  return deps.store.replace(officeCase, { ...officeCase, paper: input.paper, updatedAt: deps.clock.now() }, [
    'case.moved',
  ]);
}

export type SignPaperProblem = { readonly kind: ActProblem } | PaperSignatureProblem;

interface PaperWaiting {
  readonly officeCase: OfficeCase;
  readonly paper: CasePaper;
  readonly bytes: Buffer;
}

/** The paper that waits for this officer's signature, with its bytes. */
export async function paperToSign(
  deps: OfficeDeps,
  input: { readonly officer: Officer; readonly caseId: string },
): Promise<Result<PaperWaiting, ActProblem>> {
  const found = await findCase(deps, input.officer, input.caseId);
  if (!found.ok) return found;
  const officeCase = found.value;
  if (turnOf(input.officer, officeCase) === undefined) return refuse('not-your-step');
  if (officeCase.prepared !== undefined) {
    const next = nextToSign(officeCase, input.officer);
    return next === undefined ? refuse('not-possible') : withBytes(deps, officeCase, next);
  }
  const signing = actsOf(input.officer, officeCase).find((outcome) => signedPaperOf(outcome) !== undefined);
  if (signing === undefined) return refuse('not-possible');
  const { paper } = officeCase;
  if (paper === undefined || paper.signed !== undefined) return refuse('paper-missing');
  return withBytes(deps, officeCase, paper);
}

async function withBytes(
  deps: Pick<OfficeDeps, 'documents'>,
  officeCase: OfficeCase,
  paper: CasePaper,
): Promise<Result<PaperWaiting, ActProblem>> {
  const bytes = await deps.documents.get(paper.fileId, ownerOfPapers(officeCase.id));
  if (bytes === undefined) throw new Error(`paper ${paper.fileId} of case ${officeCase.id} is gone`);
  return ok({ officeCase, paper, bytes });
}

/**
 * Takes the head's signature over the paper and moves the case on.
 * @param input.sha256 of the bytes that the page showed
 */
export async function signPaper(
  deps: OfficeDeps,
  input: {
    readonly officer: Officer;
    readonly caseId: string;
    readonly sha256: string;
    readonly cms: Buffer;
  },
): Promise<Result<OfficeCase, SignPaperProblem>> {
  const waiting = await paperToSign(deps, input);
  if (!waiting.ok) return refuse({ kind: waiting.problem });
  const { officeCase, paper, bytes } = waiting.value;
  const at = deps.clock.now();
  const ownKey = officeCase.prepared?.ownKeys === true;
  const taken = await takePaperSignature(deps, { ...input, paper, bytes, at, ownKey });
  if (!taken.ok) return taken;
  if (officeCase.prepared !== undefined) {
    const next = withSignature(officeCase, taken.value, at);
    if (!next.ok) return refuse({ kind: next.problem });
    return (await deps.store.replace(officeCase, next.value.officeCase, next.value.events))
      ? ok(next.value.officeCase)
      : refuse({ kind: 'conflict' });
  }
  const turn = turnOf(input.officer, officeCase) ?? 'head';
  const signed: OfficeCase = { ...officeCase, paper: taken.value };
  const moved = moveCase(signed, {
    actor: turn,
    outcome: paper.outcome,
    given: ['signature'],
    now: at,
    by: actingAs(input.officer, turn),
  });
  if (!moved.ok) return refuse({ kind: 'not-possible' });
  return (await deps.store.replace(officeCase, moved.value.officeCase, moved.value.events))
    ? ok(moved.value.officeCase)
    : refuse({ kind: 'conflict' });
}
