// How the problems of this slice look from outside. Somebody else's application does not exist.
import { problem, redirect, type Reply } from '../http/reply.ts';
import { applicationPaths } from './application-paths.ts';

export type OwnProblem = 'not-found' | 'already-sent' | 'not-sent' | 'conflict';

export function problemReply(kind: OwnProblem, id: string): Reply {
  switch (kind) {
    case 'not-found':
      return problem('not-found');
    case 'already-sent':
      return redirect(applicationPaths.receipt.at({ id }));
    case 'not-sent':
      return redirect(applicationPaths.tasks.at({ id }));
    case 'conflict':
      return problem('conflict');
  }
}
