// Kostanay, decree № 565: what can be done at the steps. The result goes back by the door through which the case came.
import type { Outcome } from '../../regulation.ts';
import { outcomeNames as name } from '../texts/outcomes.ts';

const ours = { act: 'komek', basis: 'inferred' } as const;

export const outcome = {
  register: { id: 'registered', name: name.register, when: { channels: ['provider'] }, next: 'resolution' },
  registerWithCoupon: {
    id: 'registered-with-coupon',
    name: name.registerWithCoupon,
    when: { channels: ['provider'] },
    papers: ['coupon'],
    next: 'resolution',
  },
  registerFromPortal: {
    id: 'registered-from-portal',
    name: name.registerFromPortal,
    when: { channels: ['portal'] },
    next: 'resolution',
  },
  registerForwarded: {
    id: 'registered-forwarded',
    name: name.registerForwarded,
    when: { channels: ['service-centre', 'rural-akim'] },
    next: 'resolution',
  },
  nameExecutor: { id: 'executor-named', name: name.nameExecutor, needs: ['executor'], next: 'draft' },

  grant: { id: 'grant', name: name.grant, needs: ['amount'], decides: 'grant', next: 'sign' },
  refuse: { id: 'refuse', name: name.refuse, needs: ['refusal-ground'], decides: 'refuse', next: 'sign' },

  complete: { id: 'complete', name: name.complete, next: 'centre-register' },
  incomplete: {
    id: 'incomplete',
    name: name.incomplete,
    needs: ['missing-documents'],
    next: 'centre-refuse',
  },
  giveRefusal: {
    id: 'refused-to-accept',
    name: name.refuseToAccept,
    papers: ['refusal-to-accept'],
    end: 'not-accepted',
  },
  centreRegisterWithConsent: {
    id: 'registered',
    name: name.register,
    needs: ['secret-data-consent'],
    next: 'centre-dispatch',
  },
  centreRegisterWithReceipt: {
    id: 'registered',
    name: name.giveReceipt,
    papers: ['acceptance-receipt'],
    next: 'centre-dispatch',
  },
  centreRegisterWithConsentAndReceipt: {
    id: 'registered',
    name: name.giveReceipt,
    needs: ['secret-data-consent'],
    papers: ['acceptance-receipt'],
    next: 'centre-dispatch',
  },
  dispatch: { id: 'dispatched', name: name.dispatch, next: 'register' },

  akimRegisterWithCoupon: {
    id: 'registered-with-coupon',
    name: name.registerWithCoupon,
    papers: ['coupon'],
    next: 'akim-pass',
  },
  akimPass: { id: 'passed', name: name.passToAkim, next: 'akim-names' },
  akimRegister: { id: 'registered', name: name.register, next: 'akim-names' },
  akimNames: { id: 'executor-named', name: name.nameExecutor, needs: ['executor'], next: 'akim-forward' },
  akimForward: { id: 'forwarded', name: name.forwardToProvider, next: 'register' },
} as const satisfies Readonly<Record<string, Outcome>>;

const signing = { needs: ['signature'], marks: 'DECISION' } as const;

/** The head signs a grant or a refusal; it goes to the desk, the centre or the akim, or back to the executor. */
export const signGrantOrRefusal = [
  {
    id: 'grant-signed',
    name: name.sign,
    when: { channels: ['provider', 'portal'], decisions: ['grant'] },
    ...signing,
    papers: ['grant-notification'],
    next: 'issue',
  },
  {
    id: 'refusal-signed',
    name: name.sign,
    when: { channels: ['provider', 'portal'], decisions: ['refuse'] },
    ...signing,
    papers: ['refusal-notification'],
    next: 'issue',
  },
  {
    id: 'grant-signed-for-centre',
    name: name.sign,
    when: { channels: ['service-centre'], decisions: ['grant'] },
    ...signing,
    papers: ['grant-notification'],
    next: 'centre-issue',
  },
  {
    id: 'refusal-signed-for-centre',
    name: name.sign,
    when: { channels: ['service-centre'], decisions: ['refuse'] },
    ...signing,
    papers: ['refusal-notification'],
    next: 'centre-issue',
  },
  { id: 'returned', name: name.returnToExecutor, needs: ['comment'], next: 'draft', law: ours },
] as const satisfies readonly Outcome[];

/** The same for services whose result goes back to the rural akim. */
export const signForAkim = [
  {
    id: 'grant-signed-for-akim',
    name: name.sign,
    when: { channels: ['rural-akim'], decisions: ['grant'] },
    ...signing,
    papers: ['grant-notification'],
    next: 'akim-issue',
  },
  {
    id: 'refusal-signed-for-akim',
    name: name.sign,
    when: { channels: ['rural-akim'], decisions: ['refuse'] },
    ...signing,
    papers: ['refusal-notification'],
    next: 'akim-issue',
  },
] as const satisfies readonly Outcome[];

/** The result is handed over. */
export const issueGrantOrRefusal = [
  { id: 'granted', name: name.issue, when: { decisions: ['grant'] }, end: 'granted' },
  { id: 'refused', name: name.issue, when: { decisions: ['refuse'] }, end: 'refused' },
] as const satisfies readonly Outcome[];
