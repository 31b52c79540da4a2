// The desks of the office: each role its own queue by deadline, the case, its acts.
import { nothingForm, type FormState } from '../http/forms.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import type { Applications } from '../application/index.ts';
import { applicationPaths, keptSignature, pinnedRegulation, termsInWords } from '../application/index.ts';
import { APPOINTERS, citizens, ROLES_WITHOUT_CASES, officers, type Officer } from '../identity/index.ts';
import { referencePaths } from '../reference/index.ts';
import type { DocumentStore } from '../documents/index.ts';
import type { Keeping } from '../keeping/index.ts';
import { frequencies, hearingWays, type Actor, type Outcome, type Regulation } from '../regulations/index.ts';
import { amountChoices } from './amount-choices.ts';
import type { ExecutorRole } from './office-deps.ts';
import { caseView, mayReadContent, queueLine } from './case-view.ts';
import { quorumOf, SURVEY_PARTS, voteFields, VOTES } from './given-commission.ts';
import { actorOf } from './office-case.ts';
import { papersBefore } from './prepared-act.ts';
import { upperFirst } from '../http/format.ts';
import { actForm, FREQUENCIES, readGiven, type Choices } from './given.ts';
import {
  mayBeWithdrawn,
  journalsOfOffice,
  ownerOfPapers,
  QUEUE_PAGE,
  type Office,
  type CasePaper,
  type OfficeCase,
} from './index.ts';
import { officePaths as paths } from './office-paths.ts';
import { actProblem } from './act-problem.ts';
import { signsPapers } from './papers-to-sign.ts';
import { actsOf } from './perform-act.ts';

type OfficerVisit = Visit<Officer, 'id'>;
type ActVisit = Visit<Officer, 'id' | 'outcome'>;

interface Deps {
  readonly office: Office;
  readonly applications: Applications;
  readonly documents: DocumentStore;
  readonly keeping: Pick<Keeping, 'levelOf'>;
}

export function officeRoutes(deps: Deps): RouteRow[] {
  const { office, applications } = deps;
  const looks = { access: officers(), audit: { action: 'case.viewed', about: 'id' } } as const;
  const acts = { access: officers(), audit: { action: 'case.acted', about: 'id' } } as const;

  const withCase = async (
    visit: OfficerVisit,
    show: (officeCase: OfficeCase) => Promise<Reply> | Reply,
  ): Promise<Reply> => {
    const found = await office.find(visit.speaker, visit.params.id);
    return found.ok ? show(found.value) : problem('not-found');
  };

  return [
    get(paths.queue, { access: officers(), audit: { action: 'queue.viewed' } }, (visit) =>
      queuePage(office, visit),
    ),
    get(paths.case, looks, (visit) =>
      withCase(visit, async (officeCase) => {
        const application = await applications.byId(officeCase.applicationId);
        if (application === undefined) throw new Error(`case ${officeCase.id} has no application`);
        const shown = caseView(officeCase, application, visit.speaker, { now: visit.now, words: visit });
        const level =
          shown.content && (await deps.keeping.levelOf(keptSignature(application), shown.content.verdict));
        return page('office/case', {
          ...shown,
          level: level && visit.t(`signing:levels.${level}`),
          mayHandOver: (await office.successorsOf(visit.speaker, officeCase)) !== undefined,
        });
      }),
    ),
    get(paths.act, looks, (visit) => withCase(visit, (officeCase) => actPage(deps, visit, officeCase))),
    post(paths.act, { ...acts, form: actForm }, (visit, form) =>
      withCase(visit, async (officeCase) => {
        const outcome = actsOf(visit.speaker, officeCase).find(({ id }) => id === visit.params.outcome);
        if (!form.ok) return actPage(deps, visit, officeCase, form.state);
        if (outcome === undefined)
          return actProblem(
            form.value.version === officeCase.version ? 'not-your-step' : 'conflict',
            officeCase,
          );
        const read = readGiven(outcome, form.value, await choicesOf(deps, visit, officeCase, outcome));
        if (!read.ok)
          return actPage(deps, visit, officeCase, {
            values: form.state.values,
            errors: read.errors,
          });
        const performed = await office.performAct({
          officer: visit.speaker,
          caseId: officeCase.id,
          version: form.value.version,
          outcome: outcome.id,
          given: read.given,
        });
        return performed.ok
          ? redirect(paths.case.at({ id: officeCase.id }))
          : actProblem(performed.problem, officeCase);
      }),
    ),
    post(paths.unprepare, { ...acts, form: nothingForm, from: paths.case }, (visit) =>
      withCase(visit, async (officeCase) => {
        const dropped = await office.dropPrepared({ officer: visit.speaker, caseId: officeCase.id });
        return dropped.ok
          ? redirect(paths.case.at({ id: officeCase.id }))
          : actProblem(dropped.problem, officeCase);
      }),
    ),
    get(paths.file, { access: officers(), audit: { action: 'case.file-viewed', about: 'id' } }, (visit) =>
      withCase(visit, async (officeCase) => {
        if (!mayReadContent(visit.speaker, officeCase)) return problem('forbidden');
        const application = await applications.byId(officeCase.applicationId);
        const all =
          application === undefined || application.status === 'draft'
            ? []
            : [
                ...application.content.attachments,
                ...application.supplements.flatMap(({ attachments }) => attachments),
              ];
        const wanted = all.find(({ fileId }) => fileId === visit.params.file);
        const bytes =
          wanted === undefined ? undefined : await applications.file(officeCase.applicationId, wanted.fileId);
        return wanted === undefined || bytes === undefined
          ? problem('not-found')
          : file(bytes, wanted.mediaType, wanted.name);
      }),
    ),
    get(paths.paper, { access: officers(), audit: { action: 'case.paper-viewed', about: 'id' } }, (visit) =>
      withCase(visit, async (officeCase) => {
        const paper = papersOf(officeCase).find(({ fileId }) => fileId === visit.params.paper);
        const bytes =
          paper === undefined
            ? undefined
            : await deps.documents.get(paper.fileId, ownerOfPapers(officeCase.id));
        return paper === undefined || bytes === undefined
          ? problem('not-found')
          : file(bytes, 'application/pdf', `${paper.number}.pdf`, true);
      }),
    ),
    get(paths.signatureReport, looks, (visit) =>
      withCase(visit, async (officeCase) => {
        if (!mayReadContent(visit.speaker, officeCase)) return problem('forbidden');
        const application = await applications.byId(officeCase.applicationId);
        if (
          application === undefined ||
          application.status === 'draft' ||
          application.signature.state === 'on-paper'
        )
          return problem('not-found');
        return file(
          Buffer.from(JSON.stringify(application.signature.verdict, null, 2)),
          'application/json',
          `${officeCase.number}-signature.json`,
        );
      }),
    ),
    ...withdrawalRows(office, applications),
  ];
}

const papersOf = ({ paper, issued, filed, prepared }: OfficeCase): readonly CasePaper[] => [
  ...(paper ? [paper] : []),
  ...issued,
  ...filed,
  ...(prepared?.papers ?? []),
];

async function queuePage(office: Office, visit: Visit<Officer>): Promise<Reply> {
  const number = Math.max(1, Number.parseInt(visit.query.page ?? '1', 10) || 1);
  const roles: readonly Actor[] = visit.speaker.roles.filter((role) => !ROLES_WITHOUT_CASES.includes(role));
  if (roles.length === 0)
    return redirect(
      visit.speaker.roles.includes('administrator') ? referencePaths.calendar.at() : '/office/complaints',
    );
  const view = visit.query.view ?? roles[0] ?? 'all';
  const counts = await Promise.all(
    roles.map(async (role) => ({ role, total: (await office.queue(visit.speaker, role, 1)).total })),
  );
  const mine = roles.find((role) => role === view);
  const state = view === 'closed' ? 'closed' : 'open';
  const cases =
    mine === undefined
      ? await office.list(visit.speaker, state, number)
      : (await office.queue(visit.speaker, mine, number)).cases;
  const total = counts.find(({ role }) => role === mine)?.total;
  const told = state === 'closed' ? [] : await office.toldTo(visit.speaker);
  return page('office/queue', {
    view,
    told: told.map((officeCase) => queueLine(officeCase, visit.now, visit)),

    signsPapers: signsPapers(visit.speaker),
    appoints: visit.speaker.roles.some((role) => APPOINTERS.some((one) => one === role)),
    hasJournals: journalsOfOffice(visit.speaker.officeId).length > 0,
    counts,
    lines: cases.map((officeCase) => queueLine(officeCase, visit.now, visit)),
    number,
    hasNext: total === undefined ? cases.length === QUEUE_PAGE : number * QUEUE_PAGE < total,
  });
}

/** Whose executor is named: the provider's, or the rural akim's own. */
function executorNamedBy(regulation: Regulation, { next }: Outcome): ExecutorRole {
  const actor = regulation.steps.find(({ id }) => id === next)?.actor;
  return actor === 'rural-executor' ? actor : 'executor';
}

/** Who sits in the commission whose turn it is. */
async function membersOf(office: Office, { officeId, regulation, position }: OfficeCase) {
  const actor = actorOf(pinnedRegulation(regulation), position);
  return actor === 'precinct-commission' ||
    actor === 'rural-precinct-commission' ||
    actor === 'special-commission'
    ? office.officersOf(officeId, actor)
    : [];
}

async function choicesOf(
  { office, applications }: Deps,
  { now }: { readonly now: Date },
  officeCase: OfficeCase,
  outcome: Outcome,
): Promise<Choices> {
  const application = await applications.byId(officeCase.applicationId);
  const regulation = pinnedRegulation(officeCase.regulation);
  const amounts = application === undefined ? [] : amountChoices(officeCase.officeId, application);
  return {
    executors: await office.officersOf(officeCase.officeId, executorNamedBy(regulation, outcome)),
    amounts,
    regulation,
    members: await membersOf(office, officeCase),
    now,
  };
}

async function actPage(
  deps: Deps,
  visit: ActVisit,
  officeCase: OfficeCase,
  form?: FormState,
): Promise<Reply> {
  const outcomeId = visit.params.outcome;
  const outcome: Outcome | undefined = actsOf(visit.speaker, officeCase).find(({ id }) => id === outcomeId);
  if (outcome === undefined) return actProblem('not-your-step', officeCase);
  const choices = await choicesOf(deps, visit, officeCase, outcome);
  return page(
    'office/act',
    {
      back: paths.case.at({ id: officeCase.id }),
      number: officeCase.number,
      version: officeCase.version,
      outcome,
      needs: outcome.needs ?? [],
      frequencies: FREQUENCIES.map((value) => ({ value, label: frequencies[value][visit.language] })),
      members: voteFields(choices.members),
      quorum: quorumOf(choices.regulation, actorOf(choices.regulation, officeCase.position), choices.members),
      votes: VOTES,
      surveyParts: SURVEY_PARTS,
      hearingWays: Object.entries(hearingWays).map(([value, name]) => ({
        value,
        label: upperFirst(name[visit.language]),
      })),
      prepares: papersBefore(choices.regulation, outcome).length > 0,
      longerTerm: termsInWords(choices.regulation, visit.language).extended ?? '',
      executors: choices.executors,
      amounts: choices.amounts,
      regulation: choices.regulation,
    },
    form ?? { values: visit.typed ?? {}, errors: [] },
  );
}

/** The applicant's own page for taking the application back: the office knows whether it is too late. */
function withdrawalRows(office: Office, applications: Applications): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  return [
    get(paths.withdraw, looks, async (visit) => {
      const found = await applications.ownSubmitted({ applicant: visit.speaker, id: visit.params.id });
      if (!found.ok) return problem('not-found');
      const officeCase = await office.byApplication(found.value.id);
      return page('application/withdraw', {
        application: found.value,
        allowed: officeCase === undefined || mayBeWithdrawn(officeCase),
      });
    }),
    post(
      paths.withdraw,
      { ...looks, audit: { action: 'application.withdrawn', about: 'id' }, form: nothingForm },
      async (visit) => {
        const withdrawn = await office.withdraw({ applicant: visit.speaker, id: visit.params.id });
        if (withdrawn.ok) return redirect(`/cabinet/${visit.params.id}`);
        return withdrawn.problem === 'too-late'
          ? redirect(applicationPaths.withdraw.at(visit.params))
          : problem(withdrawn.problem);
      },
    ),
  ];
}
