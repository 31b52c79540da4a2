// findAndModify: changes or removes one document and answers what it was or became. This is what guards every transition of the portal.
import { changeRecord, idOf, insertChanged } from './changes.ts';
import type { Collection, StoredRecord } from './collection.ts';
import { variablesOf } from './crud-find.ts';
import { fail } from './errors.ts';
import { type Filter, compileFilter } from './filter.ts';
import type { MatchNote } from './paths.ts';
import { compileProjection } from './projection.ts';
import { findRecords } from './query.ts';
import type { Reply, Request } from './request.ts';
import { parseSort } from './sorting.ts';
import { compileUpdate } from './update.ts';
import { type Doc, docOf, isTrue, newDoc } from './values.ts';

interface Modification {
  readonly filter: Filter;
  readonly project: (doc: Doc) => Doc;
  readonly showNew: boolean;
}

export function findAndModify(request: Request): Reply {
  const attempt = request.engine.sessions.attempt(request.body);
  const known = attempt?.known(0);
  const result = known ?? modify(request);
  if (attempt) {
    if (!known) attempt.note(0, result);
    request.waitFor(request.engine.sessions.save(attempt, request.body.lsid));
  }
  return docOf({ ...result, ...(known ? { retriedStmtId: attempt?.retried[0] } : {}), ok: 1 });
}

function modify(request: Request): Doc {
  const { body } = request;
  const removes = isTrue(body.remove ?? false);
  const upsert = isTrue(body.upsert ?? false);
  const showNew = isTrue(body.new ?? false);
  if (removes && body.update !== undefined)
    return fail('FailedToParse', "Cannot specify both an 'update' and 'remove'=true");
  if (!removes && body.update === undefined)
    return fail('FailedToParse', 'Either an update or remove=true must be specified');
  if (removes && upsert) return fail('FailedToParse', "Cannot specify both 'upsert'=true and 'remove'=true");
  if (removes && showNew)
    return fail(
      'FailedToParse',
      "Cannot specify both 'new'=true and 'remove'=true; 'remove' always returns the deleted document",
    );
  const variables = variablesOf(request);
  const filter = compileFilter(request.document('query') ?? newDoc(), variables);
  const fields = request.document('fields') ?? newDoc();
  const projection =
    Object.keys(fields).length > 0 ? compileProjection(fields, { find: true, variables }) : undefined;
  const project = (doc: Doc): Doc => {
    if (!projection) return doc;
    const note: MatchNote = {};
    filter.matches(doc, note);
    return projection(doc, note.index);
  };
  const sort = parseSort(request.document('sort') ?? newDoc());
  const change = removes
    ? undefined
    : compileUpdate(body.update, { arrayFilters: body.arrayFilters, variables });
  const name = request.collectionName(Object.keys(body)[0] ?? '');
  const { catalog } = request.engine;
  const collection = request.touch(
    upsert ? catalog.open(request.database, name) : catalog.find(request.database, name),
  );
  const [record] = collection
    ? findRecords(collection, { filter, sort, limit: 1, hint: body.hint }).records
    : [];
  const modification = { filter, project, showNew };
  if (collection && record) {
    if (change)
      return changed(collection, record, {
        ...modification,
        apply: () => changeRecord(collection, record, { filter, update: change }),
      });
    return removed(collection, record, modification);
  }
  if (!collection || !upsert || !change)
    return docOf({
      lastErrorObject: docOf({ n: 0, ...(removes ? {} : { updatedExisting: false }) }),
      value: null,
    });
  const inserted = insertChanged(collection, { filter, update: change });
  return docOf({
    lastErrorObject: docOf({ n: 1, updatedExisting: false, upserted: idOf(collection, inserted) }),
    value: showNew ? project(collection.docOf(inserted)) : null,
  });
}

function changed(
  collection: Collection,
  record: StoredRecord,
  how: Modification & { apply: () => boolean },
): Doc {
  const before = collection.docOf(record);
  const shownBefore = how.showNew ? undefined : how.project(before);
  how.apply();
  return docOf({
    lastErrorObject: docOf({ n: 1, updatedExisting: true }),
    value: shownBefore ?? how.project(collection.docOf(record)),
  });
}

function removed(collection: Collection, record: StoredRecord, { project }: Modification): Doc {
  const value = project(collection.docOf(record));
  collection.remove(record);
  return docOf({ lastErrorObject: docOf({ n: 1 }), value });
}
