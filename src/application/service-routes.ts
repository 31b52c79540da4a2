// Choosing the service: who may use the portal, what is needed, the other ways to apply.
import { path } from '../http/paths.ts';
import { page, problem, redirect } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import { nothingForm } from '../http/forms.ts';
import { citizens, everyone } from '../identity/index.ts';
import { registry, type Regulation } from '../regulations/index.ts';
import { termsInWords } from './due-dates.ts';
import { hasWholeForm } from './portal-form.ts';
import { applicationPaths as paths } from './application-paths.ts';
import type { Applications } from './index.ts';

/** Procedures whose e-application this portal can show whole. */
const openToPortal = (): Regulation[] =>
  registry.current.filter((regulation) => regulation.kind === 'service' && hasWholeForm(regulation));

export function serviceRoutes(applications: Applications): RouteRow[] {
  const open = { access: everyone, audit: 'nothing-personal' } as const;
  return [
    get(paths.services, open, () => page('application/services', { services: openToPortal() })),
    get(paths.service, open, (visit) => {
      const regulation = openToPortal().find(({ id }) => id === visit.params.service);
      return regulation === undefined
        ? problem('not-found')
        : page('application/service', { regulation, terms: termsInWords(regulation, visit.language) });
    }),
    get(startPage, { access: citizens, audit: 'nothing-personal' }, (visit) => {
      const regulation = openToPortal().find(({ id }) => id === visit.params.service);
      return regulation === undefined ? problem('not-found') : page('application/start', { regulation });
    }),
    post(
      paths.start,
      { access: citizens, audit: { action: 'application.started' }, form: nothingForm },
      async (visit) => {
        const started = await applications.start({
          applicant: visit.speaker,
          regulationId: visit.params.service,
        });
        return started.ok ? redirect(paths.tasks.at({ id: started.value.id })) : problem('not-found');
      },
    ),
  ];
}

/** The page that sign-in leads back to: the button on it starts the application. */
const startPage = path('/services/:service/start');
