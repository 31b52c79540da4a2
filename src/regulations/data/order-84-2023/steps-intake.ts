// Order № 84 as amended: from the door to the special commission (items 2-7 and 11 of the Rules).
import type { Outcome, Step } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';
import { akimSteps } from '../texts/steps.ts';
import { workdays } from '../texts/terms.ts';
import { orderSteps as words } from './texts.ts';

const act = 'order-84';
const ours = { act: 'komek', basis: 'inferred' } as const;
const recalled = { act: 'model-rules-523', basis: 'recalled' } as const;

/** Grounds 1, 2 and 4 of the Model Rules are surveyed; a socially significant disease is not. */
const surveyed = ['NATURAL_DISASTER', 'FIRE', 'LOW_INCOME'] as const;
const notSurveyed = ['SOCIAL_DISEASE'] as const;

const onTheDay = { amount: 1, unit: 'SAME_WORKDAY', from: 'PREVIOUS_STEP', kind: 'AT_MOST' } as const;

const notAccepted = {
  id: 'not-accepted',
  name: name.refuseToAccept,
  needs: ['missing-documents'],
  papers: ['refusal-to-accept'],
  end: 'not-accepted',
} as const satisfies Outcome;

const surveyPapers = {
  needs: ['survey-act', 'conclusion', 'votes'],
  papers: ['survey-act', 'conclusion'],
} as const;
const byProvider = { channels: ['provider', 'portal', 'state-corporation'] } as const;
const byAkim = { channels: ['rural-akim'] } as const;

export const intakeSteps = [
  {
    id: 'corp-check',
    actor: 'state-corporation-clerk',
    ...words.corpCheck,
    status: 'SENT',
    outcomes: [
      { id: 'accepted', name: name.giveReceipt, papers: ['acceptance-receipt'], next: 'corp-forward' },
      notAccepted,
    ],
    law: { act, place: 'p6' },
  },
  {
    id: 'corp-forward',
    actor: 'state-corporation-clerk',
    ...words.corpForward,
    status: 'ACCEPTED',
    outcomes: [{ id: 'forwarded', name: name.forwardToProvider, next: 'register' }],
    law: ours,
  },
  {
    id: 'register',
    actor: 'clerk',
    ...words.register,
    status: 'ACCEPTED',
    journal: 'applications',
    term: onTheDay,
    outcomes: [
      {
        id: 'registered-for-survey',
        name: name.register,
        when: { channels: ['portal', 'state-corporation'], grounds: surveyed },
        next: 'send-to-commission',
      },
      {
        id: 'registered-for-survey-with-coupon',
        name: name.registerWithCoupon,
        when: { channels: ['provider'], grounds: surveyed },
        papers: ['coupon'],
        next: 'send-to-commission',
      },
      {
        id: 'registered',
        name: name.register,
        when: { channels: ['portal', 'state-corporation'], grounds: notSurveyed },
        next: 'draft',
      },
      {
        id: 'registered-with-coupon',
        name: name.registerWithCoupon,
        when: { channels: ['provider'], grounds: notSurveyed },
        papers: ['coupon'],
        next: 'draft',
      },
      { ...notAccepted, when: { channels: ['provider', 'portal'] } },
    ],
    law: { act, place: 'p7' },
  },
  {
    id: 'send-to-commission',
    actor: 'executor',
    ...words.sendToCommission,
    status: 'REGISTERED',
    term: { amount: 1, ...workdays },
    outcomes: [{ id: 'sent', name: name.sendToCommission, next: 'survey' }],
    law: { act, place: 'p7' },
  },
  {
    id: 'akim-register',
    actor: 'rural-clerk',
    ...akimSteps.register,
    status: 'ACCEPTED',
    journal: 'applications',
    term: onTheDay,
    outcomes: [
      {
        id: 'registered-for-survey',
        name: name.registerWithCoupon,
        when: { grounds: surveyed },
        papers: ['coupon'],
        next: 'akim-send-to-commission',
      },
      {
        id: 'registered',
        name: name.registerWithCoupon,
        when: { grounds: notSurveyed },
        papers: ['coupon'],
        next: 'akim-forward',
      },
      notAccepted,
    ],
    law: { act, place: 'p7' },
  },
  {
    id: 'akim-send-to-commission',
    actor: 'rural-akim',
    ...words.sendToCommission,
    status: 'REGISTERED',
    term: { amount: 1, ...workdays },
    outcomes: [{ id: 'sent', name: name.sendToCommission, next: 'survey' }],
    law: { act, place: 'p7' },
  },
  {
    id: 'survey',
    actor: 'precinct-commission',
    ...words.survey,
    status: 'PRECINCT_SURVEY',
    term: { amount: 2, ...workdays, law: recalled },
    outcomes: [
      { id: 'need', name: name.surveyNeed, when: byProvider, ...surveyPapers, next: 'income' },
      { id: 'no-need', name: name.surveyNoNeed, when: byProvider, ...surveyPapers, next: 'income' },
      { id: 'refused', name: name.surveyRefused, when: byProvider, ...surveyPapers, next: 'income' },
      { id: 'need-for-akim', name: name.surveyNeed, when: byAkim, ...surveyPapers, next: 'akim-forward' },
      {
        id: 'no-need-for-akim',
        name: name.surveyNoNeed,
        when: byAkim,
        ...surveyPapers,
        next: 'akim-forward',
      },
      {
        id: 'refused-for-akim',
        name: name.surveyRefused,
        when: byAkim,
        ...surveyPapers,
        next: 'akim-forward',
      },
    ],
    law: { act, place: 'p7' },
  },
  {
    id: 'akim-forward',
    actor: 'rural-akim',
    ...words.akimForward,
    status: 'IN_PROCESSING',
    outcomes: [
      { id: 'forwarded', name: name.forwardToProvider, when: { grounds: surveyed }, next: 'income' },
      {
        id: 'forwarded-without-survey',
        name: name.forwardToProvider,
        when: { grounds: notSurveyed },
        next: 'draft',
      },
    ],
    law: { act, place: 'p11' },
  },
  {
    id: 'income',
    actor: 'executor',
    ...words.income,
    status: 'INCOME_CALC',
    term: { amount: 1, ...workdays },
    outcomes: [
      {
        id: 'calculated',
        name: name.incomeCalculated,
        needs: ['income-calculation'],
        next: 'special-commission',
      },
    ],
    law: { act, place: 'p11' },
  },
  {
    id: 'special-commission',
    actor: 'special-commission',
    ...words.specialCommission,
    status: 'SPECIAL_COMMISSION',
    term: { amount: 2, ...workdays, law: recalled },
    outcomes: [
      {
        id: 'need',
        name: name.surveyNeed,
        needs: ['conclusion', 'votes'],
        papers: ['special-conclusion'],
        next: 'draft',
      },
      {
        id: 'no-need',
        name: name.surveyNoNeed,
        needs: ['conclusion', 'votes'],
        papers: ['special-conclusion'],
        next: 'draft',
      },
    ],
    law: { act, place: 'p11' },
  },
] as const satisfies readonly Step[];
