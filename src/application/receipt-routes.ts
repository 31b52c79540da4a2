// After sending: the receipt with the date by which an answer is due, taking the application back.
import { nothingForm } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import { citizens } from '../identity/index.ts';
import { applicationPaths as paths } from './application-paths.ts';
import type { Submitted, Withdrawn } from './application.ts';
import { dueDates } from './due-dates.ts';
import type { Applications } from './index.ts';

/** @param mayWithdraw asks the office whether the procedure still lets the person take the application back */
export function receiptRoutes(
  applications: Applications,
  mayWithdraw: (applicationId: string) => Promise<boolean>,
): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  const withdraws = {
    access: citizens,
    audit: { action: 'application.withdrawn', about: 'id' },
    form: nothingForm,
  } as const;
  return [
    get(paths.receipt, looks, async (visit) => {
      const found = await applications.own({ applicant: visit.speaker, id: visit.params.id });
      if (!found.ok) return problem('not-found');
      return found.value.status === 'draft'
        ? redirect(paths.tasks.at(visit.params))
        : receiptPage(found.value);
    }),
    get(paths.withdraw, looks, async (visit) => {
      const found = await applications.ownSubmitted({ applicant: visit.speaker, id: visit.params.id });
      if (!found.ok) return problem('not-found');
      return page('application/withdraw', {
        application: found.value,
        allowed: await mayWithdraw(found.value.id),
      });
    }),
    post(paths.withdraw, withdraws, async (visit) => {
      const withdrawn = await applications.withdraw({
        applicant: visit.speaker,
        id: visit.params.id,
        allowed: mayWithdraw,
      });
      if (withdrawn.ok) return redirect(`/cabinet/${visit.params.id}`);
      return withdrawn.problem === 'too-late'
        ? redirect(paths.withdraw.at(visit.params))
        : problem(withdrawn.problem);
    }),
  ];
}

const receiptPage = (application: Submitted | Withdrawn): Reply =>
  page('application/receipt', {
    application: {
      id: application.id,
      number: application.number,
      submittedAt: application.submittedAt,
      signature: application.signature.state,
    },
    supplement: application.supplements.length > 0,
    ...dueDates(application),
  });
