// The door of the slice: what the citizen asked for, from the first page to the signed application.
import type { Connection } from 'mongoose';
import * as supplement from './add-documents.ts';
import type { UploadedPaper } from './attach-document.ts';
import type { Applicant, ApplicationDeps } from './application-deps.ts';
import { createApplicationStore } from './application-store.ts';
import type { Application, RegisterSnapshot, Submitted } from './application.ts';
import { attachDocument, detachDocument, ownerOfFiles, storePaper } from './attach-document.ts';
import { enterPaper } from './enter-paper.ts';
import { findDraft, findOwn, findSubmitted } from './find-own.ts';
import { keepingRequestOf, keepSignatures } from './keep-signatures.ts';
import { prepareSigning } from './prepare-signing.ts';
import { discardDraft, fillForm } from './save-answer.ts';
import { settleSignature } from './settle-signature.ts';
import { askRegisters, refreshRegisters, startApplication } from './start-application.ts';
import { submitApplication } from './submit-application.ts';
import { withdrawUnsent } from './withdraw-application.ts';
import type { Bound } from '../platform/result.ts';
import type { Sealer } from '../platform/sealing.ts';

export interface Applications {
  start: Bound<typeof startApplication>;
  refreshRegisters: Bound<typeof refreshRegisters>;
  fillForm: Bound<typeof fillForm>;
  attach: Bound<typeof attachDocument>;
  detach: Bound<typeof detachDocument>;
  discard: Bound<typeof discardDraft>;
  prepareSigning: Bound<typeof prepareSigning>;
  submit: Bound<typeof submitApplication>;
  settleSignature: Bound<typeof settleSignature>;
  keepSignatures: Bound<typeof keepSignatures>;
  keepingRequestOf: Bound<typeof keepingRequestOf>;
  withdrawUnsent(application: Submitted): Promise<boolean>;
  addPaper: Bound<typeof supplement.addPaper>;
  removePaper: Bound<typeof supplement.removePaper>;
  setRemark: Bound<typeof supplement.setRemark>;
  prepareSupplement: Bound<typeof supplement.prepareSupplement>;
  submitSupplement: Bound<typeof supplement.submitSupplement>;
  own: Bound<typeof findOwn>;
  ownDraft: Bound<typeof findDraft>;
  ownSubmitted: Bound<typeof findSubmitted>;
  allOf(applicant: Applicant): Promise<readonly Application[]>;
  /** What the registers know of a person, asked at the desk with the person's consent. */
  askRegisters(iin: string): Promise<RegisterSnapshot>;
  enterPaper: Bound<typeof enterPaper>;
  /** Looks into a scan and stores it under an id that an application will take over. */
  storePaper: Bound<typeof storePaper>;
  removeFile(fileId: string): Promise<void>;
  /** For the office and the workers: no owner is asked. */
  byId(id: string): Promise<Application | undefined>;
  /** An attached file of an application. */
  file(applicationId: string, fileId: string): Promise<Buffer | undefined>;
}

export function createApplications(
  given: Omit<ApplicationDeps, 'store'> & { readonly connection: Connection; readonly sealer: Sealer },
): Applications {
  const deps: ApplicationDeps = { ...given, store: createApplicationStore(given.connection, given.sealer) };
  return {
    start: (input) => startApplication(deps, input),
    refreshRegisters: (input) => refreshRegisters(deps, input),
    fillForm: (input) => fillForm(deps, input),
    attach: (input) => attachDocument(deps, input),
    detach: (input) => detachDocument(deps, input),
    discard: (input) => discardDraft(deps, input),
    prepareSigning: (input) => prepareSigning(deps, input),
    submit: (input) => submitApplication(deps, input),
    settleSignature: (input) => settleSignature(deps, input),
    keepSignatures: (input) => keepSignatures(deps, input),
    keepingRequestOf: (owner) => keepingRequestOf(deps, owner),
    withdrawUnsent: (application) => withdrawUnsent(deps, application),
    addPaper: (input) => supplement.addPaper(deps, input),
    removePaper: (input) => supplement.removePaper(deps, input),
    setRemark: (input) => supplement.setRemark(deps, input),
    prepareSupplement: (input) => supplement.prepareSupplement(deps, input),
    submitSupplement: (input) => supplement.submitSupplement(deps, input),
    own: (input) => findOwn(deps, input),
    ownDraft: (input) => findDraft(deps, input),
    ownSubmitted: (input) => findSubmitted(deps, input),
    allOf: (applicant) => deps.store.allOf(applicant),
    askRegisters: (iin) => askRegisters(deps.registers, iin),
    enterPaper: (input) => enterPaper(deps, input),
    storePaper: (input) => storePaper(deps, input),
    removeFile: (fileId) => deps.documents.remove(fileId),
    byId: (id) => deps.store.byId(id),
    file: (applicationId, fileId) => deps.documents.get(fileId, ownerOfFiles(applicationId)),
  };
}

export { applicationPaths, howOf } from './application-paths.ts';
export { keptSignature } from './keep-signatures.ts';
export { asPlainText, describePayload, type Section } from './readable.ts';
export { payloadOf } from './payload.ts';
export { pinnedRegulation } from './pinned-regulation.ts';
export { blockRows, type FormPlace } from './block-pages.ts';
export { isAnswered, type Change, type Mend, type OpenForm } from './form-change.ts';
export type { AskedBlock, BlockContext } from './blocks/form-block.ts';
export { wordsOf } from './blocks/words.ts';
export { MOST_ATTACHMENTS, withoutPaper, withPaper } from './attach-document.ts';
export { dateBegun, readDate } from './blocks/date-field.ts';
export { owns } from './find-own.ts';
export { deskPaperForm, paperOf, paperUpload } from './paper-form.ts';
export { askedBlocksOf, formOf } from './portal-form.ts';
export { formatPhone } from './blocks/contacts-block.ts';
export { contextAt } from './task-list.ts';
export { termsInWords } from './due-dates.ts';
export { applicantIin, ATTACHMENT_KINDS, maySettle } from './application.ts';
export type { Row, Words } from './blocks/form-block.ts';
export type { UploadedPaper };
export type { Applicant } from './application-deps.ts';
export type {
  Application,
  Attachment,
  Bringer,
  Content,
  Draft,
  Intake,
  PaperState,
  RegisterSnapshot,
  PinnedRegulation,
  Submitted,
  Supplement,
  Withdrawn,
} from './application.ts';
