// The door of the slice: what the state does with an application, step by step under the clock of its regulation.
import type { Connection } from 'mongoose';
import type { Officer } from '../identity/index.ts';
import { ok, type Bound, type Result } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import type { Actor } from '../regulations/index.ts';
import { createCaseStore } from './case-store.ts';
import { escalateCases } from './escalate-cases.ts';
import { presentEscalations } from './escalation.ts';
import type { OfficeCase } from './office-case.ts';
import type { ExecutorRole, OfficeDeps } from './office-deps.ts';
import { findCase, performAct } from './perform-act.ts';
import { handOver, successorsOf } from './hand-over.ts';
import { journalsOfOffice, readJournal } from './read-journal.ts';
import { prolongCase } from './prolong-case.ts';
import { receiveApplication } from './receive-application.ts';
import { papersToSign } from './papers-to-sign.ts';
import { attachPaper, paperToSign, signPaper } from './sign-paper.ts';
import { withdraw } from './withdraw-case.ts';

export interface QueuePage {
  readonly cases: readonly OfficeCase[];
  readonly total: number;
}

export interface Office {
  receive: Bound<typeof receiveApplication>;
  performAct: Bound<typeof performAct>;
  paperToSign: Bound<typeof paperToSign>;
  papersToSign: Bound<typeof papersToSign>;
  handOver: Bound<typeof handOver>;
  /** To whom the officer may hand a case over; undefined when he may not. */
  successorsOf(officer: Officer, officeCase: OfficeCase): ReturnType<typeof successorsOf>;
  signPaper: Bound<typeof signPaper>;
  attachPaper: Bound<typeof attachPaper>;
  withdraw: Bound<typeof withdraw>;
  find(officer: Officer, id: string): Promise<Result<OfficeCase, 'not-found'>>;
  /** For workers and the cabinet: nobody's right is asked. */
  byId(id: string): Promise<OfficeCase | undefined>;
  byApplication(applicationId: string): Promise<OfficeCase | undefined>;
  byNumber(number: string): Promise<OfficeCase | undefined>;
  byApplications(applicationIds: readonly string[]): Promise<readonly OfficeCase[]>;
  /** Cases that wait for the officer in one of his roles, the next deadline first. */
  queue(officer: Officer, actor: Actor, page: number): Promise<QueuePage>;
  list(officer: Officer, state: 'open' | 'closed', page: number): Promise<readonly OfficeCase[]>;
  /** Lines of a journal of the officer's office. */
  journal: Bound<typeof readJournal>;
  /** Tells of terms of which a part is used up; how many cases somebody was told of. */
  escalate(): Promise<number>;
  /** Cases of which the officer was told and has not said that he saw it, the next deadline first. */
  toldTo(officer: Officer): Promise<readonly OfficeCase[]>;
  /** The officer saw what he was told of a case. */
  markSeen(input: {
    readonly officer: Officer;
    readonly caseId: string;
  }): Promise<Result<undefined, 'not-found'>>;
  prolong: Bound<typeof prolongCase>;
  executorsOf(officeId: string, role: ExecutorRole): Promise<readonly Pick<Officer, 'accountId' | 'name'>[]>;
}

/** Most cases that a desk lists above its queue. */
export const MOST_TOLD = 100;

/** Cases on one page of a queue. */
export const QUEUE_PAGE = 25;

export function createOffice(
  given: Omit<OfficeDeps, 'store'> & { readonly connection: Connection; readonly sealer: Sealer },
): Office {
  const deps: OfficeDeps = { ...given, store: createCaseStore(given.connection, given.sealer) };
  const slice = (page: number) => ({ skip: (page - 1) * QUEUE_PAGE, most: QUEUE_PAGE });
  return {
    receive: (input) => receiveApplication(deps, input),
    performAct: (input) => performAct(deps, input),
    paperToSign: (input) => paperToSign(deps, input),
    handOver: (input) => handOver(deps, input),
    successorsOf: (officer, officeCase) => successorsOf(deps, officer, officeCase),
    papersToSign: (input) => papersToSign(deps, input),
    signPaper: (input) => signPaper(deps, input),
    attachPaper: (input) => attachPaper(deps, input),
    withdraw: (input) => withdraw(deps, input),
    find: (officer, id) => findCase(deps, officer, id),
    byId: (id) => deps.store.byId(id),
    byApplication: (applicationId) => deps.store.byApplication(applicationId),
    byNumber: (number) => deps.store.byNumber(number),
    byApplications: (applicationIds) => deps.store.byApplications(applicationIds),
    async queue(officer, actor, page) {
      const query = {
        officeId: officer.officeId,
        actor,
        ...(actor === 'executor' && { assigneeId: officer.accountId }),
      };
      const [cases, total] = await Promise.all([
        deps.store.queue(query, slice(page)),
        deps.store.count(query),
      ]);
      return { cases, total };
    },
    list: (officer, state, page) => deps.store.list(officer.officeId, state, slice(page)),
    journal: (input) => readJournal(deps, input),
    escalate: () => escalateCases(deps),
    async toldTo({ accountId }) {
      const told = await deps.store.toldTo(accountId, MOST_TOLD);
      // What was told of a step that is done, or of a term that no longer runs, is no news.
      return told.filter((officeCase) =>
        presentEscalations(officeCase).some(
          ({ to, seenBy }) => to.includes(accountId) && !seenBy.includes(accountId),
        ),
      );
    },
    async markSeen({ officer, caseId }) {
      const found = await findCase(deps, officer, caseId);
      if (!found.ok) return found;
      await deps.store.markSeen(caseId, officer.accountId);
      return ok();
    },
    prolong: (input) => prolongCase(deps, input),
    executorsOf: (officeId, role) => deps.officersOf(officeId, role),
  };
}

export { clockOf, signedPaperOf, type CasePaper, type DoneStep, type OfficeCase } from './office-case.ts';
export { ownerOfPapers } from './sign-paper.ts';
export { takePaperSignature, type PaperSignature, type PaperSignatureProblem } from './paper-signature.ts';
export { signingRows, type SigningVisit } from './signing-rows.ts';
export { packPaper, unpackPaper, type PackedPaper } from './case-record.ts';
export { chipOf, type Chip } from './case-view.ts';
export { mayBeWithdrawn } from './withdraw-case.ts';
export { journalsOfOffice };
export { officePaths } from './office-paths.ts';
export { actsOf } from './perform-act.ts';
export type { Given, GrantedAmount } from './given.ts';
