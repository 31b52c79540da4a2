// What an officer sees of the terms of a case besides its chips: who was told, the hearing against the whole term, a prolongation.
import { pinnedRegulation, type Words } from '../application/index.ts';
import type { Officer } from '../identity/index.ts';
import { possibleOutcomes, type DeadlinePlan } from '../regulations/index.ts';
import { presentEscalations, reachesHead, type Escalation } from './escalation.ts';
import type { OfficeCase } from './office-case.ts';
import { prolongLimit } from './prolong-case.ts';

/** "80 % of the whole term is used up". */
const inWords = ({ of, share }: Escalation, { t }: Words): string => t(`office:terms.${of}.${share}`);

/** What is worth a mark in a queue: the latest that was told of a running term, of the whole one first. */
export function termMark(
  officeCase: OfficeCase,
  words: Words,
): { readonly what: string; readonly due: Date } | undefined {
  const [latest] = presentEscalations(officeCase).toSorted(
    (one, other) => other.share - one.share || (one.of === 'whole' ? -1 : 1),
  );
  return latest && { what: inWords(latest, words), due: latest.due };
}

/** The hearing against the whole term, computed ahead: where the notice is the next thing to send, or was sent. */
function hearingOf(officeCase: OfficeCase, plan: DeadlinePlan) {
  const { position, state } = officeCase;
  if (position.kind === 'end' || state !== 'open') return undefined;
  const ahead = possibleOutcomes(pinnedRegulation(officeCase.regulation), position).map(({ next }) => next);
  const notice = plan.notices.find(
    ({ step, sent }) => sent !== undefined || position.step === step || ahead.includes(step),
  );
  return notice && { ...notice, due: plan.due };
}

/** The terms of a case on its page. */
export function termView(officeCase: OfficeCase, plan: DeadlinePlan, officer: Officer, words: Words) {
  const { prolonged } = officeCase;
  return {
    told: officeCase.escalations
      .filter(({ to }) => to.length > 0)
      .map((told) => ({
        what: inWords(told, words),
        at: told.at,
        whom: words.t(`office:terms.to.${reachesHead(told) ? 'head' : 'holder'}`),
      })),
    hearing: hearingOf(officeCase, plan),
    prolonged,
    mayProlong: prolongLimit(officer, officeCase) !== undefined,
  };
}
