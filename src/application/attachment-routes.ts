// Attaching papers to the form.
import { nothingForm, withError, type FormState } from '../http/forms.ts';
import { file, page, problem, redirect, type Reply } from '../http/reply.ts';
import { get, post, type RouteRow } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { LARGEST_FILE } from '../documents/index.ts';
import { citizens, type Citizen } from '../identity/index.ts';
import { applicationPaths as paths } from './application-paths.ts';
import { CITIZEN_KINDS, type Draft } from './application.ts';
import { MOST_ATTACHMENTS } from './attach-document.ts';
import type { Applications } from './index.ts';
import { paperForm, paperOf, paperUpload } from './paper-form.ts';
import { problemReply } from './route-problems.ts';
import { contextOf, firstOpenTask, paperIsNeeded } from './task-list.ts';

export function attachmentRoutes(applications: Applications): RouteRow[] {
  const looks = { access: citizens, audit: { action: 'application.viewed', about: 'id' } } as const;
  const changes = { access: citizens, audit: { action: 'application.changed', about: 'id' } } as const;

  const show = async (visit: Visit<Citizen, 'id'>, form?: FormState): Promise<Reply> => {
    const found = await applications.ownDraft({ applicant: visit.speaker, id: visit.params.id });
    return found.ok
      ? attachmentPage(found.value, form ?? { values: visit.typed ?? {}, errors: [] })
      : problemReply(found.problem, visit.params.id);
  };

  return [
    get(paths.attachments, looks, (visit) => show(visit)),
    post(paths.attachments, { ...changes, form: paperForm, upload: paperUpload }, async (visit, form) => {
      const own = { applicant: visit.speaker, id: visit.params.id };
      const paper = paperOf(visit.files, form);
      if (form.ok && form.value.next === 'done' && visit.files.length === 0)
        return leave(applications, own, visit.now);
      if (!paper.ok) return show(visit, paper.problem);
      const attached = await applications.attach({ ...own, paper: paper.value });
      if (attached.ok)
        return form.ok && form.value.next === 'done'
          ? leave(applications, own, visit.now)
          : redirect(paths.attachments.at({ id: own.id }));
      if (
        attached.problem === 'not-found' ||
        attached.problem === 'already-sent' ||
        attached.problem === 'conflict'
      )
        return problemReply(attached.problem, own.id);
      return show(visit, withError(form.state, 'file', `application:errors.files.${attached.problem}`));
    }),
    get(paths.attachment, looks, async (visit) => {
      const found = await applications.own({ applicant: visit.speaker, id: visit.params.id });
      if (!found.ok) return problem('not-found');
      const supplements =
        found.value.status === 'draft'
          ? []
          : [
              ...found.value.supplements,
              ...(found.value.supplementDraft === undefined ? [] : [found.value.supplementDraft]),
            ];
      const all = [
        ...found.value.content.attachments,
        ...supplements.flatMap(({ attachments }) => attachments),
      ];
      const wanted = all.find(({ fileId }) => fileId === visit.params.file);
      const bytes = wanted === undefined ? undefined : await applications.file(found.value.id, wanted.fileId);
      return wanted === undefined || bytes === undefined
        ? problem('not-found')
        : file(bytes, wanted.mediaType, wanted.name);
    }),
    post(paths.detach, { ...changes, form: nothingForm, from: paths.attachments }, async (visit) => {
      const detached = await applications.detach({
        applicant: visit.speaker,
        id: visit.params.id,
        fileId: visit.params.file,
      });
      return detached.ok
        ? redirect(paths.attachments.at({ id: visit.params.id }))
        : problemReply(detached.problem, visit.params.id);
    }),
  ];
}

function attachmentPage(draft: Draft, form: FormState): Reply {
  return page(
    'application/attachments',
    {
      id: draft.id,
      back: paths.tasks.at({ id: draft.id }),
      attachments: draft.content.attachments,
      base: paths.attachments.at({ id: draft.id }),
      kinds: CITIZEN_KINDS,
      needed: paperIsNeeded(draft.content),
      mandate: draft.content.answers.header?.submittedBy === 'representative',
      full: draft.content.attachments.length >= MOST_ATTACHMENTS,
      largestMegabytes: LARGEST_FILE / 1024 / 1024,
    },
    form,
  );
}

async function leave(
  applications: Applications,
  own: { readonly applicant: Citizen; readonly id: string },
  now: Date,
): Promise<Reply> {
  const found = await applications.ownDraft(own);
  if (!found.ok) return problemReply(found.problem, own.id);
  const open = firstOpenTask(contextOf(found.value, now));
  return redirect(
    open === undefined ? paths.check.at({ id: own.id }) : `/applications/${own.id}/${open.block}`,
  );
}
