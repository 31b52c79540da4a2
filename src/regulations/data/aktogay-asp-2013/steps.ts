// Aktogay 2013, targeted assistance: nine actions of the main process and nine of the alternative one, through the rural akim.
import type { Outcome, Step } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { officeMinutes, workdays } from '../texts/terms.ts';
import { assistanceSteps as words } from './texts.ts';

const act = 'aktogay-03-10';
const ours = { act: 'komek', basis: 'inferred' } as const;

const surveyed = {
  needs: ['survey-act', 'conclusion', 'votes'],
  papers: ['survey-act', 'conclusion'],
} as const;

const calculate = {
  id: 'calculate',
  actor: 'executor',
  ...words.calculate,
  status: 'INCOME_CALC',
  outcomes: [
    {
      id: 'grant',
      name: name.proposeGrant,
      needs: ['income-calculation', 'amount'],
      papers: ['case-file'],
      decides: 'grant',
      next: 'endorse',
    },
    {
      id: 'refuse',
      name: name.proposeRefusal,
      needs: ['income-calculation', 'refusal-ground'],
      papers: ['case-file'],
      decides: 'refuse',
      next: 'endorse',
    },
  ],
  law: { act, place: 'app2.t1.a6' },
} as const satisfies Step;

const returned: Outcome = {
  id: 'returned',
  name: name.returnToExecutor,
  needs: ['comment'],
  next: 'calculate',
  law: ours,
};

/** Actions 7, 8 and 9 are the same in both processes. */
const lastActions = [
  {
    id: 'endorse',
    actor: 'sector-head',
    ...words.endorse,
    status: 'IN_PROCESSING',
    term: { amount: 1, ...workdays },
    outcomes: [{ id: 'endorsed', name: name.endorse, next: 'decide' }, returned],
    law: { act, place: 'app2.t1.a7' },
  },
  {
    id: 'decide',
    actor: 'head',
    ...words.decide,
    status: 'ON_SIGNING',
    term: { amount: 15, ...officeMinutes },
    outcomes: [
      {
        id: 'grant-decided',
        name: name.decideGrant,
        when: { decisions: ['grant'] },
        needs: ['signature'],
        papers: ['decision'],
        marks: 'DECISION',
        next: 'notify',
      },
      {
        id: 'refusal-decided',
        name: name.decideRefusal,
        when: { decisions: ['refuse'] },
        needs: ['signature'],
        papers: ['decision'],
        marks: 'DECISION',
        next: 'notify',
      },
      returned,
    ],
    law: { act, place: 'app2.t1.a8' },
  },
  {
    id: 'notify',
    actor: 'executor',
    ...words.notify,
    status: 'READY',
    journal: 'issue',
    term: { amount: 1, ...workdays },
    outcomes: [
      {
        id: 'granted',
        name: name.notify,
        when: { decisions: ['grant'] },
        papers: ['grant-notification'],
        end: 'granted',
      },
      {
        id: 'refused',
        name: name.notify,
        when: { decisions: ['refuse'] },
        papers: ['reasoned-refusal'],
        end: 'refused',
      },
    ],
    law: { act, place: 'app2.t1.a9' },
  },
] as const satisfies readonly Step[];

export const mainSteps = [
  {
    id: 'register',
    actor: 'executor',
    ...words.register,
    status: 'ACCEPTED',
    journal: 'applications-for-grant',
    term: { amount: 15, ...officeMinutes },
    outcomes: [
      {
        id: 'registered-with-coupon',
        name: name.registerWithCoupon,
        papers: ['coupon'],
        next: 'order-survey',
      },
    ],
    law: { act, place: 'app2.t1.a1' },
  },
  {
    id: 'order-survey',
    actor: 'head',
    ...words.orderSurvey,
    status: 'ON_RESOLUTION',
    term: { amount: 1, ...workdays },
    outcomes: [
      {
        id: 'survey-ordered',
        name: name.orderSurvey,
        needs: ['signature'],
        papers: ['survey-order'],
        next: 'survey',
      },
    ],
    law: { act, place: 'app2.t1.a2' },
  },
  {
    id: 'survey',
    actor: 'precinct-commission',
    ...words.survey,
    status: 'PRECINCT_SURVEY',
    term: { amount: 3, ...workdays },
    outcomes: [
      { id: 'need', name: name.surveyNeed, ...surveyed, next: 'hand-over' },
      { id: 'no-need', name: name.surveyNoNeed, ...surveyed, next: 'hand-over' },
    ],
    law: { act, place: 'app2.t1.a3' },
  },
  {
    id: 'hand-over',
    actor: 'precinct-commission',
    ...words.handOver,
    status: 'PRECINCT_SURVEY',
    term: { amount: 15, ...officeMinutes },
    outcomes: [{ id: 'handed-over', name: name.handOver, next: 'accept-file' }],
    law: { act, place: 'app2.t1.a4' },
  },
  {
    id: 'accept-file',
    actor: 'executor',
    ...words.acceptFile,
    status: 'REGISTERED',
    term: { amount: 15, ...officeMinutes },
    outcomes: [{ id: 'accepted', name: name.acceptFile, next: 'calculate' }],
    law: { act, place: 'app2.t1.a5' },
  },
  { ...calculate, term: { amount: 1, ...workdays } },
  ...lastActions,
] as const satisfies readonly Step[];

export const akimProcessSteps = [
  {
    id: 'akim-register',
    actor: 'rural-akim',
    ...words.akimRegister,
    status: 'ACCEPTED',
    journal: 'applications-for-grant',
    term: { amount: 15, ...officeMinutes },
    outcomes: [
      {
        id: 'registered-with-coupon',
        name: name.registerWithCoupon,
        papers: ['coupon'],
        next: 'akim-order-survey',
      },
    ],
    law: { act, place: 'app2.t1.a1' },
  },
  {
    id: 'akim-order-survey',
    actor: 'rural-akim',
    ...words.orderSurvey,
    status: 'ON_RESOLUTION',
    term: { amount: 3, ...workdays },
    outcomes: [
      {
        id: 'survey-ordered',
        name: name.orderSurvey,
        needs: ['signature'],
        papers: ['survey-order'],
        next: 'survey',
      },
    ],
    law: { act, place: 'app2.t1.a2' },
  },
  {
    id: 'survey',
    actor: 'rural-precinct-commission',
    ...words.survey,
    status: 'PRECINCT_SURVEY',
    term: { amount: 5, ...workdays },
    outcomes: [
      { id: 'need', name: name.surveyNeed, ...surveyed, next: 'akim-forward' },
      { id: 'no-need', name: name.surveyNoNeed, ...surveyed, next: 'akim-forward' },
    ],
    law: { act, place: 'app2.t1.a3' },
  },
  {
    id: 'akim-forward',
    actor: 'rural-akim',
    ...words.akimForward,
    status: 'IN_PROCESSING',
    journal: 'applications-for-provision',
    term: { amount: 15, unit: 'WORKDAY', from: 'REGISTRATION', kind: 'AT_MOST' },
    outcomes: [{ id: 'forwarded', name: name.forwardToProvider, next: 'accept-file' }],
    law: { act, place: 'app2.t1.a4' },
  },
  {
    id: 'accept-file',
    actor: 'executor',
    ...words.acceptFromAkim,
    status: 'REGISTERED',
    journal: 'applications-for-provision',
    term: { amount: 15, ...officeMinutes },
    outcomes: [{ id: 'accepted', name: name.acceptFile, next: 'calculate' }],
    law: { act, place: 'app2.t1.a5' },
  },
  { ...calculate, term: { amount: 4, ...workdays } },
  ...lastActions,
] as const satisfies readonly Step[];
