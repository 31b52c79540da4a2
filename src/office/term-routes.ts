// What officers do about terms: say that they saw what they were told, and, as the head, prolong the whole term.
import { z } from 'zod';
import { nothingForm, optionalText, withError, type FormState } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { readDate } from '../application/index.ts';
import { officers, type Officer } from '../identity/index.ts';
import { actProblem } from './act-problem.ts';
import type { Office, OfficeCase } from './index.ts';
import { officePaths as paths } from './office-paths.ts';
import { prolongLimit, type ProlongProblem } from './prolong-case.ts';

type CaseVisit = Visit<Officer, 'id'>;

const SHORTEST_REASON = 10;

const prolongForm = z.strictObject({
  version: z.coerce.number('office:errors.version').int('office:errors.version'),
  'until-day': optionalText(2, 'office:errors.until'),
  'until-month': optionalText(2, 'office:errors.until'),
  'until-year': optionalText(4, 'office:errors.until'),
  reason: optionalText(2_000, 'office:errors.commentLong'),
});
type ProlongForm = z.infer<typeof prolongForm>;

export function termRoutes(office: Office): RouteRow[] {
  const looks = { access: officers(), audit: { action: 'case.viewed', about: 'id' } } as const;
  const prolongs = { access: officers(), audit: { action: 'case.prolonged', about: 'id' } } as const;
  const sees = { access: officers(), audit: { action: 'case.notice-seen', about: 'id' } } as const;

  const withCase = async (visit: CaseVisit, show: (officeCase: OfficeCase) => Promise<Reply> | Reply) => {
    const found = await office.find(visit.speaker, visit.params.id);
    return found.ok ? show(found.value) : problem('not-found');
  };

  return [
    post(paths.seen, { ...sees, form: nothingForm, from: paths.queue }, async (visit) => {
      const seen = await office.markSeen({ officer: visit.speaker, caseId: visit.params.id });
      return seen.ok ? redirect(paths.queue.at()) : problem('not-found');
    }),
    get(paths.prolong, looks, (visit) => withCase(visit, (officeCase) => prolongPage(visit, officeCase))),
    post(paths.prolong, { ...prolongs, form: prolongForm }, (visit, form) =>
      withCase(visit, async (officeCase) => {
        if (!form.ok) return prolongPage(visit, officeCase, form.state);
        const until = readDate(form.value, 'until');
        const mended = toMend(form.value, until, form.state);
        if (until === undefined || mended.errors.length > 0) return prolongPage(visit, officeCase, mended);
        const { version, reason } = form.value;
        const prolonged = await office.prolong({
          officer: visit.speaker,
          caseId: officeCase.id,
          version,
          until,
          reason,
        });
        return prolonged.ok
          ? redirect(paths.case.at({ id: officeCase.id }))
          : refusal(prolonged.problem, { visit, officeCase, state: form.state });
      }),
    ),
  ];
}

function toMend({ reason }: ProlongForm, until: string | undefined, state: FormState): FormState {
  const dated = until === undefined ? withError(state, 'until-day', 'office:errors.until') : state;
  return reason.length < SHORTEST_REASON ? withError(dated, 'reason', 'office:errors.reason') : dated;
}

function refusal(
  kind: ProlongProblem,
  { visit, officeCase, state }: { visit: CaseVisit; officeCase: OfficeCase; state: FormState },
): Reply {
  switch (kind) {
    case 'not-found':
    case 'not-possible':
    case 'conflict':
      return actProblem(kind === 'not-possible' ? 'not-your-step' : kind, officeCase);
    case 'not-later':
    case 'beyond-limit':
    case 'not-a-workday':
      return prolongPage(visit, officeCase, withError(state, 'until-day', `office:errors.${kind}`));
  }
}

function prolongPage(visit: CaseVisit, officeCase: OfficeCase, form?: FormState): Reply {
  const limit = prolongLimit(visit.speaker, officeCase);
  if (limit === undefined) return actProblem('not-your-step', officeCase);
  return page(
    'office/prolong',
    {
      back: paths.case.at({ id: officeCase.id }),
      number: officeCase.number,
      version: officeCase.version,
      due: officeCase.wholeDueAt,
      limit,
    },
    form ?? { values: visit.typed ?? {}, errors: [] },
  );
}
