// The two pages on which the applicant adds what the office found missing, or says why it cannot be had.
import { z } from 'zod';
import { nothingForm, optionalText, withError, type FormState } from '../http/forms.ts';
import { page, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { LARGEST_FILE } from '../documents/index.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import { applicationPaths as paths } from './application-paths.ts';
import { CITIZEN_KINDS } from './application.ts';
import { paperForm, paperOf, paperUpload } from './paper-form.ts';
import type { Applications } from './index.ts';
import { problemReply } from './route-problems.ts';

const remarkForm = z.strictObject({ remark: optionalText(2_000, 'application:errors.remarkLong') });

export function supplementRoutes(applications: Applications): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  const changes = { access: citizens, audit: { action: 'application.changed', about: 'id' } } as const;
  const ownOf = (visit: Visit<Citizen, 'id'>) => ({ applicant: visit.speaker, id: visit.params.id });

  const show = async (visit: Visit<Citizen, 'id'>, form?: FormState): Promise<Reply> => {
    const found = await applications.ownSubmitted(ownOf(visit));
    if (!found.ok) return problemReply(found.problem, visit.params.id);
    const waiting = found.value.supplementDraft ?? { attachments: [] };
    const model = {
      id: found.value.id,
      back: `/cabinet/${found.value.id}`,
      attachments: waiting.attachments,
      kinds: CITIZEN_KINDS,
      largestMegabytes: LARGEST_FILE / 1024 / 1024,
    };
    return page('application/supplement', model, form ?? { values: visit.typed ?? {}, errors: [] });
  };

  const showRemark = async (visit: Visit<Citizen, 'id'>, form?: FormState): Promise<Reply> => {
    const found = await applications.ownSubmitted(ownOf(visit));
    if (!found.ok) return problemReply(found.problem, visit.params.id);
    const { remark = '' } = found.value.supplementDraft ?? {};
    return page(
      'application/supplement-remark',
      { back: paths.supplement.at(visit.params) },
      form ?? { values: visit.typed ?? { remark }, errors: [] },
    );
  };

  return [
    get(paths.supplement, looks, (visit) => show(visit)),
    post(paths.supplement, { ...changes, form: paperForm, upload: paperUpload }, async (visit, form) => {
      const leaves = form.ok && form.value.next === 'done';
      if (leaves && visit.files.length === 0) return redirect(paths.supplementRemark.at(visit.params));
      const paper = paperOf(visit.files, form);
      if (!paper.ok) return show(visit, paper.problem);
      const added = await applications.addPaper({ ...ownOf(visit), paper: paper.value });
      if (added.ok)
        return redirect((leaves ? paths.supplementRemark : paths.supplement).at({ id: visit.params.id }));
      if (added.problem === 'not-found' || added.problem === 'not-sent' || added.problem === 'conflict')
        return problemReply(added.problem, visit.params.id);
      return show(visit, withError(form.state, 'file', `application:errors.files.${added.problem}`));
    }),
    get(paths.supplementRemark, looks, (visit) => showRemark(visit)),
    post(paths.supplementRemove, { ...changes, form: nothingForm, from: paths.supplement }, async (visit) => {
      const removed = await applications.removePaper({ ...ownOf(visit), fileId: visit.params.file });
      return removed.ok
        ? redirect(paths.supplement.at(visit.params))
        : problemReply(removed.problem, visit.params.id);
    }),
    post(paths.supplementRemark, { ...changes, form: remarkForm }, async (visit, form) => {
      if (!form.ok) return showRemark(visit, form.state);
      const kept = await applications.setRemark({ ...ownOf(visit), remark: form.value.remark });
      if (!kept.ok) return problemReply(kept.problem, visit.params.id);
      const ready = form.value.remark !== '' || (kept.value.supplementDraft?.attachments.length ?? 0) > 0;
      return ready
        ? redirect(paths.supplementSign.at(visit.params))
        : showRemark(visit, withError(form.state, 'remark', 'application:errors.supplementEmpty'));
    }),
  ];
}
