// Astana, regulation № 158-1286, paragraph 5: five steps, and the branch in which documents are insufficient.
import type { Step } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { officeSteps } from '../texts/steps.ts';
import { officeMinutes, workdays } from '../texts/terms.ts';

const act = 'astana-158-1286';
const ours = { act: 'komek', basis: 'inferred' } as const;

export const astanaSteps = [
  {
    id: 'register',
    actor: 'clerk',
    ...officeSteps.register,
    status: 'ACCEPTED',
    journal: 'applications',
    term: { amount: 15, ...officeMinutes },
    outcomes: [
      { id: 'registered', name: name.registerFromPortal, when: { channels: ['portal'] }, next: 'resolution' },
      {
        id: 'registered-with-coupon',
        name: name.registerWithCoupon,
        when: { channels: ['provider'] },
        papers: ['coupon'],
        next: 'resolution',
      },
    ],
    law: { act, place: 'p5.i1' },
  },
  {
    id: 'resolution',
    actor: 'head',
    ...officeSteps.resolution,
    status: 'ON_RESOLUTION',
    term: { amount: 1, ...workdays },
    outcomes: [{ id: 'executor-named', name: name.nameExecutor, needs: ['executor'], next: 'review' }],
    law: { act, place: 'p5.i2' },
  },
  {
    id: 'review',
    actor: 'executor',
    ...officeSteps.review,
    status: 'IN_PROCESSING',
    term: { amount: 4, ...workdays },
    outcomes: [
      { id: 'grant', name: name.grant, needs: ['amount'], decides: 'grant', next: 'sign' },
      {
        id: 'refuse',
        name: name.refuse,
        needs: ['refusal-ground'],
        decides: 'refuse',
        next: 'sign',
        law: { act, place: 'p8.i10' },
      },
      {
        id: 'shortage',
        name: name.shortage,
        when: { extended: false },
        needs: ['missing-documents', 'extension-reason'],
        decides: 'shortage',
        extends: true,
        next: 'draw-notice',
      },
    ],
    law: { act, place: 'p5.i3' },
  },
  {
    id: 'draw-notice',
    actor: 'executor',
    ...officeSteps.drawNotice,
    status: 'DOCS_REQUESTED',
    term: { amount: 1, ...workdays },
    outcomes: [{ id: 'notice-drawn', name: name.passNotice, next: 'sign' }],
    law: { act, place: 'p5.i3' },
  },
  {
    id: 'sign',
    actor: 'head',
    ...officeSteps.sign,
    status: 'ON_SIGNING',
    term: { amount: 1, ...workdays },
    outcomes: [
      {
        id: 'grant-signed',
        name: name.sign,
        when: { decisions: ['grant'] },
        needs: ['signature'],
        papers: ['grant-notification'],
        marks: 'DECISION',
        next: 'issue',
      },
      {
        id: 'refusal-signed',
        name: name.sign,
        when: { decisions: ['refuse'] },
        needs: ['signature'],
        papers: ['refusal-notification'],
        marks: 'DECISION',
        next: 'issue',
      },
      {
        id: 'shortage-signed',
        name: name.sign,
        when: { decisions: ['shortage'] },
        needs: ['signature'],
        papers: ['shortage-notice'],
        next: 'issue',
      },
      {
        id: 'returned',
        name: name.returnToExecutor,
        when: { decisions: ['grant', 'refuse'] },
        needs: ['comment'],
        next: 'review',
        law: ours,
      },
      {
        id: 'notice-returned',
        name: name.returnToExecutor,
        when: { decisions: ['shortage'] },
        needs: ['comment'],
        next: 'draw-notice',
        law: ours,
      },
    ],
    law: { act, place: 'p5.i4' },
  },
  {
    id: 'issue',
    actor: 'clerk',
    ...officeSteps.issueByClerk,
    status: 'READY',
    journal: 'issue',
    term: { amount: 1, ...workdays },
    outcomes: [
      { id: 'granted', name: name.issue, when: { decisions: ['grant'] }, end: 'granted' },
      { id: 'refused', name: name.issue, when: { decisions: ['refuse'] }, end: 'refused' },
      {
        id: 'notice-issued',
        name: name.issueNotice,
        when: { decisions: ['shortage'] },
        next: 'await-documents',
      },
    ],
    law: { act, place: 'p5.i5' },
  },
  {
    id: 'await-documents',
    actor: 'applicant',
    ...officeSteps.awaitDocuments,
    status: 'DOCS_REQUESTED',
    outcomes: [
      { id: 'documents-added', name: name.addDocuments, needs: ['documents'], next: 'review' },
      { id: 'cannot-add', name: name.cannotAdd, needs: ['comment'], next: 'review' },
      { id: 'not-added', name: name.notAdded, by: 'executor', next: 'review' },
    ],
    law: ours,
  },
] as const satisfies readonly Step[];
