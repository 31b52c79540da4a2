// How the problems of an act look to the officer.
import { page, problem, type Reply } from '../http/reply.ts';
import type { OfficeCase } from './office-case.ts';
import type { ActProblem } from './perform-act.ts';

/** Told plainly: somebody was quicker, or it is not this officer's turn. */
export function actProblem(kind: ActProblem, officeCase: OfficeCase): Reply {
  switch (kind) {
    case 'not-found':
      return problem('not-found');
    case 'conflict':
    case 'not-your-step':
    case 'not-possible': {
      const last = officeCase.done.at(-1);
      return {
        ...page('office/not-now', { id: officeCase.id, kind, last }),
        status: kind === 'not-your-step' ? 403 : 409,
      };
    }
    case 'needs-missing':
      return problem('bad-request');
    case 'signature-unsettled':
    case 'paper-missing':
      return { ...page('office/not-now', { id: officeCase.id, kind, last: undefined }), status: 409 };
  }
}
