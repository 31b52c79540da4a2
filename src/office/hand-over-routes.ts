// The page on which a case gets another executor.
import { z } from 'zod';
import { withError, type FormState } from '../http/forms.ts';
import { page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { officers, type Officer } from '../identity/index.ts';
import { actProblem } from './act-problem.ts';
import type { Office } from './index.ts';
import { officePaths as paths } from './office-paths.ts';

const handOverForm = z.strictObject({
  version: z.coerce.number('office:errors.version').int('office:errors.version'),
  executor: z.string('office:errors.executor').min(1, 'office:errors.executor').max(60),
});

export function handOverRoutes(office: Office): RouteRow[] {
  const show = async (visit: Visit<Officer, 'id'>, form?: FormState): Promise<Reply> => {
    const found = await office.find(visit.speaker, visit.params.id);
    if (!found.ok) return problem('not-found');
    const executors = await office.successorsOf(visit.speaker, found.value);
    if (executors === undefined) return actProblem('not-possible', found.value);
    const { id, number, version, assignee } = found.value;
    return page(
      'office/hand-over',
      { back: paths.case.at({ id }), number, version, assignee, executors },
      form ?? { values: visit.typed ?? {}, errors: [] },
    );
  };
  return [
    get(
      paths.handOver,
      { access: officers('head', 'rural-akim'), audit: { action: 'case.viewed', about: 'id' } },
      (visit) => show(visit),
    ),
    post(
      paths.handOver,
      {
        access: officers('head', 'rural-akim'),
        audit: { action: 'case.handed-over', about: 'id' },
        form: handOverForm,
      },
      async (visit, form) => {
        if (!form.ok) return show(visit, form.state);
        const done = await office.handOver({
          officer: visit.speaker,
          caseId: visit.params.id,
          version: form.value.version,
          executorId: form.value.executor,
        });
        if (done.ok) return redirect(paths.case.at(visit.params));
        if (done.problem === 'executor')
          return show(visit, withError(form.state, 'executor', 'office:errors.executor'));
        const found = await office.find(visit.speaker, visit.params.id);
        return found.ok ? actProblem(done.problem, found.value) : problem('not-found');
      },
    ),
  ];
}
