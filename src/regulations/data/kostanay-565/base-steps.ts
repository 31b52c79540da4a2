// Kostanay, decree № 565: the steps as all seven services have them. A service adds its terms, places and outcomes.
import type { Step } from '../../regulation.ts';
import { akimSteps, centreSteps, officeSteps } from '../texts/steps.ts';

type Base = Omit<Step, 'outcomes' | 'law'>;

export const base = {
  register: {
    id: 'register',
    actor: 'clerk',
    ...officeSteps.register,
    status: 'ACCEPTED',
    journal: 'applications',
  },
  resolution: { id: 'resolution', actor: 'head', ...officeSteps.resolution, status: 'ON_RESOLUTION' },
  draft: { id: 'draft', actor: 'executor', ...officeSteps.draft, status: 'IN_PROCESSING' },
  sign: { id: 'sign', actor: 'head', ...officeSteps.sign, status: 'ON_SIGNING' },
  issue: {
    id: 'issue',
    actor: 'executor',
    ...officeSteps.issueByExecutor,
    status: 'READY',
    journal: 'issue',
  },

  centreCheck: {
    id: 'centre-check',
    actor: 'service-centre-clerk',
    ...centreSteps.check,
    status: 'SENT',
  },
  centreRefuse: {
    id: 'centre-refuse',
    actor: 'service-centre-clerk',
    ...centreSteps.refuse,
    status: 'SENT',
  },
  centreRegister: {
    id: 'centre-register',
    actor: 'service-centre-clerk',
    ...centreSteps.register,
    status: 'ACCEPTED',
    journal: 'applications',
  },
  centreDispatch: {
    id: 'centre-dispatch',
    actor: 'service-centre-clerk',
    ...centreSteps.dispatch,
    status: 'REGISTERED',
  },
  centreIssue: {
    id: 'centre-issue',
    actor: 'service-centre-clerk',
    ...centreSteps.issue,
    status: 'READY',
    journal: 'issue',
  },

  akimRegister: {
    id: 'akim-register',
    actor: 'rural-clerk',
    ...akimSteps.register,
    status: 'ACCEPTED',
    journal: 'applications',
  },
  akimPass: { id: 'akim-pass', actor: 'rural-clerk', ...akimSteps.pass, status: 'REGISTERED' },
  akimNames: { id: 'akim-names', actor: 'rural-akim', ...akimSteps.nameExecutor, status: 'ON_RESOLUTION' },
  akimForward: {
    id: 'akim-forward',
    actor: 'rural-executor',
    ...akimSteps.forward,
    status: 'IN_PROCESSING',
  },
  akimDraft: { id: 'akim-draft', actor: 'rural-executor', ...akimSteps.draft, status: 'IN_PROCESSING' },
  akimSign: { id: 'akim-sign', actor: 'rural-akim', ...akimSteps.sign, status: 'ON_SIGNING' },
  akimIssue: {
    id: 'akim-issue',
    actor: 'rural-executor',
    ...akimSteps.issue,
    status: 'READY',
    journal: 'issue',
  },
} as const satisfies Readonly<Record<string, Base>>;
