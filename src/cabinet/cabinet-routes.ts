// The citizen's own desk.
import { path } from '../http/paths.ts';
import { file, page, problem, type Reply } from '../http/reply.ts';
import { get, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import {
  asPlainText,
  describePayload,
  keptSignature,
  payloadOf,
  type Applications,
} from '../application/index.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import type { Keeping } from '../keeping/index.ts';
import type { Complaints } from '../complaints/index.ts';
import { keptNotification, type Notifications } from '../notification/index.ts';
import type { Office } from '../office/index.ts';
import type { HintBus } from '../platform/redis.ts';
import { liveVersion } from '../http/live-status.ts';
import { cabinetView, lineOf, versionOf } from './cabinet-view.ts';

export const cabinetPaths = {
  list: path('/cabinet'),
  one: path('/cabinet/:id'),
  events: path('/cabinet/:id/events'),
  copy: path('/cabinet/:id/copy'),
  signature: path('/cabinet/:id/signature'),
  paper: path('/cabinet/:id/papers/:paper'),
  paperSignature: path('/cabinet/:id/papers/:paper/signature'),
  paperReport: path('/cabinet/:id/papers/:paper/report'),
} as const;

interface Deps {
  readonly applications: Applications;
  readonly office: Office;
  readonly notifications: Notifications;
  readonly complaints: Complaints;
  readonly hints: HintBus;
  readonly keeping: Pick<Keeping, 'levelOf'>;
}

type OwnVisit = Visit<Citizen, 'id'>;

export function cabinetRoutes(deps: Deps): RouteRow[] {
  const { applications, office, notifications } = deps;
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;

  /** The citizen's own, submitted application with everything that belongs to it. */
  const sourcesOf = async (visit: OwnVisit) => {
    const found = await applications.own({ applicant: visit.speaker, id: visit.params.id });
    if (!found.ok || found.value.status === 'draft') return undefined;
    const [officeCase, delivered, complaints] = await Promise.all([
      office.byApplication(found.value.id),
      notifications.ofApplication(found.value.id),
      deps.complaints.ofApplication(found.value.id),
    ]);
    return { application: found.value, officeCase, notifications: delivered, complaints };
  };
  const withSources = async (
    visit: OwnVisit,
    show: (sources: NonNullable<Awaited<ReturnType<typeof sourcesOf>>>) => Promise<Reply> | Reply,
  ): Promise<Reply> => {
    const sources = await sourcesOf(visit);
    return sources === undefined ? problem('not-found') : show(sources);
  };
  const withPaper = (
    visit: Visit<Citizen, 'id' | 'paper'>,
    show: (
      notification: Awaited<ReturnType<typeof notifications.ofApplication>>[number],
    ) => Promise<Reply> | Reply,
  ) =>
    withSources(visit, (sources) => {
      const notification = sources.notifications.find(({ id }) => id === visit.params.paper);
      return notification === undefined ? problem('not-found') : show(notification);
    });

  return [
    get(cabinetPaths.list, { access: citizens, audit: { action: 'cabinet.viewed' } }, async (visit) => {
      const all = await applications.allOf(visit.speaker);
      const cases = await office.byApplications(all.map(({ id }) => id));
      const lines = all.map((application) =>
        lineOf(
          { application, officeCase: cases.find(({ applicationId }) => applicationId === application.id) },
          visit.language,
        ),
      );
      return page('cabinet/list', { lines });
    }),
    get(cabinetPaths.one, looks, (visit) =>
      withSources(visit, async (sources) => {
        const { application, notifications: papers } = sources;
        const levels = await Promise.all([
          deps.keeping.levelOf(keptSignature(application), application.signature.verdict),
          ...papers.map((paper) => deps.keeping.levelOf(keptNotification(paper), paper.verdict)),
        ]);
        return page('cabinet/application', {
          ...cabinetView(sources, visit.now, visit),
          levels: levels.map((level) => level && visit.t(`signing:levels.${level}`)),
        });
      }),
    ),
    get(cabinetPaths.events, { access: citizens, audit: 'nothing-personal' }, (visit) =>
      withSources(visit, ({ application }) =>
        liveVersion(deps.hints, application.id, async () => {
          const sources = await sourcesOf(visit);
          return sources === undefined ? '' : versionOf(sources);
        }),
      ),
    ),
    get(cabinetPaths.copy, looks, (visit) =>
      withSources(visit, ({ application }) => {
        const text = asPlainText(
          visit.t('application:sign.textTitle'),
          describePayload(payloadOf(application.signed), visit),
        );
        return file(Buffer.from(text), 'text/plain; charset=utf-8', `${application.number}.txt`);
      }),
    ),
    get(cabinetPaths.signature, looks, (visit) =>
      withSources(visit, ({ application }) =>
        application.signature.state === 'on-paper'
          ? problem('not-found')
          : file(application.signature.cms, 'application/pkcs7-signature', `${application.number}.p7s`),
      ),
    ),
    get(
      cabinetPaths.paper,
      { access: citizens, audit: { action: 'notification.read', about: 'paper' } },
      (visit) =>
        withPaper(visit, async (notification) => {
          const bytes = await notifications.paperOf(notification);
          if (bytes === undefined) return problem('not-found');
          await notifications.markRead(notification);
          return file(bytes, 'application/pdf', `${notification.number}.pdf`);
        }),
    ),
    get(cabinetPaths.paperSignature, looks, (visit) =>
      withPaper(visit, (notification) =>
        file(notification.cms, 'application/pkcs7-signature', `${notification.number}.pdf.p7s`),
      ),
    ),
    get(cabinetPaths.paperReport, looks, (visit) =>
      withPaper(visit, (notification) => {
        const report = {
          number: notification.number,
          sha256: notification.sha256,
          signedAt: notification.signedAt,
          verdict: notification.verdict,
        };
        return {
          ...file(
            Buffer.from(JSON.stringify(report, null, 2)),
            'application/json',
            `${notification.number}-report.json`,
          ),
        };
      }),
    ),
  ];
}
