// Everything that waits for one officer's signature, so that many papers are signed with one opening of the key.
import type { Officer } from '../identity/index.ts';
import { regulationsOfOffice } from '../regulations/index.ts';
import { signedPaperOf, type CasePaper, type OfficeCase } from './office-case.ts';
import type { OfficeDeps } from './office-deps.ts';
import { actsOf } from './perform-act.ts';

export interface WaitingPaper {
  readonly officeCase: OfficeCase;
  readonly paper: CasePaper;
}

/** Papers on one page of signing: so many bytes are fetched and signed in one go. */
export const MOST_TO_SIGN = 50;
/** Cases that are looked through; what is due later waits until these are done. */
const MOST_LOOKED_AT = 500;

/** Whether some procedure of the officer's office has papers that one of his roles signs. */
export const signsPapers = ({ officeId, roles }: Officer): boolean =>
  regulationsOfOffice(officeId).some(
    ({ kind, steps }) =>
      kind === 'service' &&
      steps.some(({ actor, outcomes }) =>
        outcomes.some(
          (outcome) =>
            signedPaperOf(outcome) !== undefined && roles.some((role) => role === (outcome.by ?? actor)),
        ),
      ),
  );

/** Drawn papers that wait for the officer, the next deadline first; at most MOST_TO_SIGN. */
export async function papersToSign(
  deps: Pick<OfficeDeps, 'store'>,
  { officer }: { readonly officer: Officer },
): Promise<readonly WaitingPaper[]> {
  const queues = await Promise.all(
    officer.roles.map((actor) =>
      deps.store.queue({ officeId: officer.officeId, actor }, { skip: 0, most: MOST_LOOKED_AT }),
    ),
  );
  return queues
    .flat()
    .flatMap((officeCase) => {
      const { paper } = officeCase;
      const waits =
        paper !== undefined &&
        paper.signed === undefined &&
        actsOf(officer, officeCase).some((outcome) => signedPaperOf(outcome) !== undefined);
      return waits ? [{ officeCase, paper }] : [];
    })
    .sort((a, b) => (a.officeCase.dueAt?.getTime() ?? Infinity) - (b.officeCase.dueAt?.getTime() ?? Infinity))
    .slice(0, MOST_TO_SIGN);
}
