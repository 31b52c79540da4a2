// Kostanay 565, service 6: the steps of the provider (section 2) and of the rural akim (section 4), with the branch of 20 days.
import type { Outcome, Step } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { officeSteps } from '../texts/steps.ts';
import { officeHours, officeMinutes, workdays } from '../texts/terms.ts';
import { outcome } from './base-outcomes.ts';
import { base } from './base-steps.ts';

const act = 'kostanay-565';
const ours = { act: 'komek', basis: 'inferred' } as const;

const signed = [
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
    law: ours,
  },
  {
    id: 'returned',
    name: name.returnToExecutor,
    when: { decisions: ['grant', 'refuse'] },
    needs: ['comment'],
    next: 'draft',
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
] as const satisfies readonly Outcome[];

export const socialHelpSteps = [
  {
    ...base.register,
    term: { amount: 15, ...officeMinutes },
    outcomes: [
      outcome.registerWithCoupon,
      outcome.registerFromPortal,
      { ...outcome.registerForwarded, when: { channels: ['rural-akim'] } },
    ],
    law: { act, place: 's6.p5.i1' },
  },
  {
    ...base.resolution,
    term: { amount: 1, ...workdays },
    outcomes: [outcome.nameExecutor],
    law: { act, place: 's6.p5.i2' },
  },
  {
    ...base.draft,
    term: { amount: 5, ...workdays },
    outcomes: [
      outcome.grant,
      { ...outcome.refuse, law: ours },
      {
        id: 'shortage',
        name: name.shortage,
        when: { extended: false },
        needs: ['missing-documents', 'extension-reason'],
        decides: 'shortage',
        extends: true,
        next: 'draw-notice',
        law: { act, place: 's6.p5' },
      },
    ],
    law: { act, place: 's6.p5.i3' },
  },
  {
    id: 'draw-notice',
    actor: 'executor',
    ...officeSteps.drawNotice,
    status: 'DOCS_REQUESTED',
    outcomes: [{ id: 'notice-drawn', name: name.passNotice, next: 'sign' }],
    law: ours,
  },
  {
    ...base.sign,
    term: { amount: 1, ...workdays },
    outcomes: signed,
    law: { act, place: 's6.p5.i4' },
  },
  {
    ...base.issue,
    term: { amount: 15, ...officeMinutes },
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
    law: { act, place: 's6.p5.i5' },
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
    ...base.akimRegister,
    term: { amount: 15, ...officeMinutes },
    outcomes: [{ ...outcome.akimRegisterWithCoupon, next: 'akim-names' }],
    law: { act, place: 's6.p9.i1' },
  },
  {
    ...base.akimNames,
    term: { amount: 2, ...officeHours },
    outcomes: [outcome.akimNames],
    law: { act, place: 's6.p9.i2' },
  },
  {
    ...base.akimForward,
    term: { amount: 3, ...officeHours },
    outcomes: [outcome.akimForward],
    law: { act, place: 's6.p9.i3' },
  },
] as const satisfies readonly Step[];
