// Order № 84 as amended: from the draft through preliminary refusal and hearing to decision and notification (item 15 of the Rules).
import type { Step } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { officeSteps } from '../texts/steps.ts';
import { orderSteps as words } from './texts.ts';

const act = 'order-84';
const p15 = { act, place: 'p15' } as const;
const ours = { act: 'komek', basis: 'inferred' } as const;

const granted = { when: { decisions: ['grant'] }, papers: ['grant-notification'], end: 'granted' } as const;
const refused = {
  when: { decisions: ['refuse'] },
  papers: ['refusal-notification'],
  end: 'refused',
} as const;

export const decisionSteps = [
  {
    id: 'draft',
    actor: 'executor',
    ...words.draft,
    status: 'IN_PROCESSING',
    outcomes: [
      { id: 'grant', name: name.grant, needs: ['amount'], decides: 'grant', next: 'decide' },
      {
        id: 'grounds-found',
        name: name.preliminaryRefusal,
        needs: ['refusal-ground'],
        decides: 'refuse',
        next: 'preliminary-refusal',
      },
      {
        id: 'shortage',
        name: name.shortage,
        when: { extended: false },
        needs: ['missing-documents', 'extension-reason'],
        decides: 'shortage',
        extends: true,
        next: 'draw-notice',
        law: ours,
      },
    ],
    law: p15,
  },
  {
    id: 'draw-notice',
    actor: 'executor',
    ...officeSteps.drawNotice,
    status: 'DOCS_REQUESTED',
    outcomes: [{ id: 'notice-drawn', name: name.passNotice, next: 'sign-notice' }],
    law: ours,
  },
  {
    id: 'sign-notice',
    actor: 'head',
    ...words.signNotice,
    status: 'DOCS_REQUESTED',
    outcomes: [
      {
        id: 'signed',
        name: name.sign,
        needs: ['signature'],
        papers: ['shortage-notice'],
        next: 'await-documents',
      },
      { id: 'returned', name: name.returnToExecutor, needs: ['comment'], next: 'draw-notice' },
    ],
    law: ours,
  },
  {
    id: 'await-documents',
    actor: 'applicant',
    ...officeSteps.awaitDocuments,
    status: 'DOCS_REQUESTED',
    outcomes: [
      { id: 'documents-added', name: name.addDocuments, needs: ['documents'], next: 'draft' },
      { id: 'cannot-add', name: name.cannotAdd, needs: ['comment'], next: 'draft' },
      { id: 'not-added', name: name.notAdded, by: 'executor', next: 'draft' },
    ],
    law: ours,
  },
  {
    id: 'preliminary-refusal',
    actor: 'executor',
    ...words.preliminaryRefusal,
    status: 'PRELIM_REFUSAL',
    term: { amount: 3, unit: 'WORKDAY', from: 'DECISION', kind: 'NOT_LATER_THAN_BEFORE' },
    outcomes: [
      {
        id: 'notice-sent',
        name: name.sendPreliminary,
        needs: ['hearing-time'],
        papers: ['preliminary-notice'],
        marks: 'RECEIPT',
        next: 'objection',
      },
    ],
    law: p15,
  },
  {
    id: 'objection',
    actor: 'applicant',
    ...words.objection,
    status: 'PRELIM_REFUSAL',
    term: { amount: 2, unit: 'WORKDAY', from: 'RECEIPT', kind: 'AT_MOST' },
    outcomes: [
      { id: 'objected-orally', name: name.objectOrally, next: 'hearing' },
      {
        id: 'objected-in-writing',
        name: name.objectInWriting,
        needs: ['objection'],
        next: 'review-position',
      },
      { id: 'accepted', name: name.acceptPreliminary, next: 'decide' },
      { id: 'no-objection', name: name.noObjection, by: 'executor', next: 'decide' },
    ],
    law: p15,
  },
  {
    id: 'hearing',
    actor: 'executor',
    ...words.hearing,
    status: 'HEARING',
    outcomes: [
      {
        id: 'heard',
        name: name.keepProtocol,
        needs: ['hearing-protocol'],
        papers: ['hearing-protocol'],
        next: 'read-protocol',
      },
      { id: 'did-not-come', name: name.didNotCome, needs: ['comment'], next: 'decide' },
    ],
    law: p15,
  },
  {
    id: 'read-protocol',
    actor: 'applicant',
    ...words.readProtocol,
    status: 'PROTOCOL',
    outcomes: [
      { id: 'read', name: name.protocolRead, marks: 'REVIEW_OF_PROTOCOL', next: 'remarks' },
      {
        id: 'declined',
        name: name.protocolDeclined,
        by: 'executor',
        needs: ['comment'],
        next: 'review-position',
        law: ours,
      },
    ],
    law: p15,
  },
  {
    id: 'remarks',
    actor: 'applicant',
    ...words.remarks,
    status: 'PROTOCOL',
    term: { amount: 3, unit: 'WORKDAY', from: 'REVIEW_OF_PROTOCOL', kind: 'AT_MOST' },
    outcomes: [
      { id: 'remarks-made', name: name.makeRemarks, needs: ['remarks'], next: 'review-position' },
      { id: 'no-remarks', name: name.noRemarks, next: 'review-position' },
      { id: 'term-passed', name: name.remarksTermPassed, by: 'executor', next: 'review-position' },
    ],
    law: p15,
  },
  {
    id: 'review-position',
    actor: 'executor',
    ...words.reviewPosition,
    status: 'IN_PROCESSING',
    outcomes: [
      {
        id: 'refusal-kept',
        name: name.keepRefusal,
        needs: ['refusal-ground'],
        decides: 'refuse',
        next: 'decide',
      },
      {
        id: 'changed-to-grant',
        name: name.changeToGrant,
        needs: ['amount'],
        decides: 'grant',
        next: 'decide',
      },
    ],
    law: p15,
  },
  {
    id: 'decide',
    actor: 'head',
    ...words.decide,
    status: 'ON_SIGNING',
    outcomes: [
      {
        id: 'decided-on-portal',
        name: name.sign,
        when: { channels: ['portal'] },
        needs: ['signature'],
        papers: ['decision'],
        marks: 'DECISION',
        next: 'notify-cabinet',
      },
      {
        id: 'decided',
        name: name.sign,
        when: { channels: ['provider', 'rural-akim', 'state-corporation'] },
        needs: ['signature'],
        papers: ['decision'],
        marks: 'DECISION',
        next: 'notify',
      },
      { id: 'returned', name: name.returnToExecutor, needs: ['comment'], next: 'draft', law: ours },
    ],
    law: p15,
  },
  {
    id: 'notify-cabinet',
    actor: 'clerk',
    ...words.notifyCabinet,
    status: 'READY',
    journal: 'issue',
    term: { amount: 1, unit: 'WORKDAY', from: 'DECISION', kind: 'AT_MOST' },
    outcomes: [
      { id: 'granted', name: name.notify, ...granted },
      { id: 'refused', name: name.notify, ...refused },
    ],
    law: p15,
  },
  {
    id: 'notify',
    actor: 'clerk',
    ...words.notify,
    status: 'READY',
    journal: 'issue',
    outcomes: [
      { id: 'granted', name: name.notify, ...granted },
      { id: 'refused', name: name.notify, ...refused },
      {
        id: 'granted-at-corporation',
        name: name.notify,
        ...granted,
        when: { channels: ['state-corporation'], decisions: ['grant'] },
        by: 'state-corporation-clerk',
      },
      {
        id: 'refused-at-corporation',
        name: name.notify,
        ...refused,
        when: { channels: ['state-corporation'], decisions: ['refuse'] },
        by: 'state-corporation-clerk',
      },
    ],
    law: p15,
  },
] as const satisfies readonly Step[];
