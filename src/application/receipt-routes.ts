// After sending: the receipt with the date by which an answer is due.
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import type { Language } from '../http/texts.ts';
import { citizens } from '../identity/index.ts';
import { applicationPaths as paths } from './application-paths.ts';
import type { Submitted, Withdrawn } from './application.ts';
import { dueDates, termsInWords } from './due-dates.ts';
import type { Applications } from './index.ts';
import { pinnedRegulation } from './pinned-regulation.ts';

export function receiptRoutes(applications: Applications): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  return [
    get(paths.receipt, looks, async (visit) => {
      const found = await applications.own({ applicant: visit.speaker, id: visit.params.id });
      if (!found.ok) return problem('not-found');
      return found.value.status === 'draft'
        ? redirect(paths.tasks.at(visit.params))
        : receiptPage(found.value, visit.language);
    }),
  ];
}

const receiptPage = (application: Submitted | Withdrawn, language: Language): Reply =>
  page('application/receipt', {
    application: {
      id: application.id,
      number: application.number,
      submittedAt: application.submittedAt,
      signature: application.signature.state,
    },
    supplement: application.supplements.length > 0,
    terms: termsInWords(pinnedRegulation(application.regulation), language),
    ...dueDates(application),
  });
