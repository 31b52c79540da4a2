// The door of the slice: when the citizen disagrees. Complaints to the head, the akim and the bodies above, each under its own clock.
import type { Connection } from 'mongoose';
import type { Officer } from '../identity/index.ts';
import type { Bound, Result } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';
import { answerToSign, drawAnswer, ownerOfAnswers, signAnswer } from './answer-paper.ts';
import type { ComplaintDeps } from './complaint-deps.ts';
import { createComplaintStore, type ListQuery } from './complaint-store.ts';
import type { Complaint } from './complaint.ts';
import { enterPaperComplaint, fileComplaint, targetOf } from './file-complaint.ts';
import { keepAnswers, keepingRequestOf, signatureUnder } from './keep-answer.ts';
import { findOwnComplaint, goFurther, reopenOwn, withdrawOwn } from './own-complaint.ts';
import { findComplaint, performComplaintAct, prepareAnswer } from './perform-complaint-act.ts';
import { tellOfAnswer } from './tell-answer.ts';

/** Complaints on one page of a list. */
export const COMPLAINTS_PAGE = 25;

export interface Complaints {
  target: Bound<typeof targetOf>;
  file: Bound<typeof fileComplaint>;
  enterPaper: Bound<typeof enterPaperComplaint>;
  own: Bound<typeof findOwnComplaint>;
  withdraw: Bound<typeof withdrawOwn>;
  reopen: Bound<typeof reopenOwn>;
  goFurther: Bound<typeof goFurther>;
  find(officer: Officer, id: string): Promise<Result<Complaint, 'not-found'>>;
  performAct: Bound<typeof performComplaintAct>;
  prepareAnswer: Bound<typeof prepareAnswer>;
  drawAnswer: Bound<typeof drawAnswer>;
  answerToSign: Bound<typeof answerToSign>;
  signAnswer: Bound<typeof signAnswer>;
  tellOfAnswer: Bound<typeof tellOfAnswer>;
  keepAnswers: Bound<typeof keepAnswers>;
  keepingRequestOf: Bound<typeof keepingRequestOf>;
  signatureUnder: Bound<typeof signatureUnder>;
  /** For workers, the cabinet and pages that already asked for the right. */
  byId(id: string): Promise<Complaint | undefined>;
  ofApplication(applicationId: string): Promise<readonly Complaint[]>;
  after(previousId: string): Promise<Complaint | undefined>;
  /** The bytes of an answer, exactly as they were signed. */
  paper(complaintId: string, fileId: string): Promise<Buffer | undefined>;
  list(
    officer: Officer,
    view: ListQuery['view'],
    page: number,
  ): Promise<{ readonly complaints: readonly Complaint[]; readonly total: number }>;
}

export function createComplaints(
  given: Omit<ComplaintDeps, 'store'> & { readonly connection: Connection; readonly sealer: Sealer },
): Complaints {
  const deps: ComplaintDeps = { ...given, store: createComplaintStore(given.connection, given.sealer) };
  return {
    target: (input) => targetOf(deps, input),
    file: (input) => fileComplaint(deps, input),
    enterPaper: (input) => enterPaperComplaint(deps, input),
    own: (input) => findOwnComplaint(deps, input),
    withdraw: (input) => withdrawOwn(deps, input),
    reopen: (input) => reopenOwn(deps, input),
    goFurther: (input) => goFurther(deps, input),
    find: (officer, id) => findComplaint(deps, officer, id),
    performAct: (input) => performComplaintAct(deps, input),
    prepareAnswer: (input) => prepareAnswer(deps, input),
    drawAnswer: (input) => drawAnswer(deps, input),
    answerToSign: (input) => answerToSign(deps, input),
    signAnswer: (input) => signAnswer(deps, input),
    tellOfAnswer: (input) => tellOfAnswer(deps, input),
    keepAnswers: (input) => keepAnswers(deps, input),
    keepingRequestOf: (owner) => keepingRequestOf(deps, owner),
    signatureUnder: (sha256) => signatureUnder(deps, sha256),
    byId: (id) => deps.store.byId(id),
    ofApplication: (applicationId) => deps.store.ofApplication(applicationId),
    after: (previousId) => deps.store.after(previousId),
    paper: (complaintId, fileId) => deps.documents.get(fileId, ownerOfAnswers(complaintId)),
    async list({ officeId, roles }, view, page) {
      const query: ListQuery = { officeId, view, roles };
      const [complaints, total] = await Promise.all([
        deps.store.list(query, { skip: (page - 1) * COMPLAINTS_PAGE, most: COMPLAINTS_PAGE }),
        deps.store.count(query),
      ]);
      return { complaints, total };
    },
  };
}

export { complaintPaths } from './complaint-paths.ts';
export { complaintLine } from './complaint-view.ts';
export type { Complaint } from './complaint.ts';
