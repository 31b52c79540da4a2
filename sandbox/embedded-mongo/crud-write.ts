// The commands that write: insert, update, delete. Each statement is done as a whole or refused as a whole; all that one command did is
// one batch on the disk, together with the memory of what it answered.
import { readDocument } from './bson-reader.ts';
import { type Collection, withIdFirst } from './collection.ts';
import { changeRecord, idOf, insertChanged, newObjectId } from './changes.ts';
import { variablesOf } from './crud-find.ts';
import { CommandError, fail } from './errors.ts';
import { compileFilter } from './filter.ts';
import { findRecords } from './query.ts';
import type { Reply, Request } from './request.ts';
import { compileUpdate } from './update.ts';
import { type Doc, docOf, isArray, isDoc, isTrue, newDoc, typeName, wholeNumber } from './values.ts';

const MOST_STATEMENTS = 100_000;

/** What a statement did: { n } and for an update { n, nModified, upserted }. */
type Statement = (index: number) => Doc;

/** Runs statements in order, keeps what they did for a retry, and gathers what was refused. */
function runStatements(request: Request, count: number, statement: Statement): Reply {
  if (count === 0 || count > MOST_STATEMENTS)
    return fail(
      'BadValue',
      `Write batch sizes must be between 1 and ${MOST_STATEMENTS}. Got ${count} operations.`,
    );
  const attempt = request.engine.sessions.attempt(request.body);
  const ordered = isTrue(request.body.ordered ?? true);
  const total = { n: 0, nModified: 0 };
  const upserted: Doc[] = [];
  const writeErrors: Doc[] = [];
  for (let index = 0; index < count; index++) {
    try {
      let result = attempt?.known(index);
      if (!result) {
        result = statement(index);
        attempt?.note(index, result);
      }
      total.n += Number(result.n);
      total.nModified += Number(result.nModified ?? 0);
      if ('upserted' in result) upserted.push(docOf({ index, _id: result.upserted }));
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      writeErrors.push(docOf({ index, code: error.code, errmsg: error.message, ...error.more }));
      if (ordered) break;
    }
  }
  if (attempt) request.waitFor(request.engine.sessions.save(attempt, request.body.lsid));
  return docOf({
    n: total.n,
    ...('update' in request.body ? { nModified: total.nModified } : {}),
    ...(upserted.length > 0 ? { upserted } : {}),
    ...(writeErrors.length > 0 ? { writeErrors } : {}),
    ...(attempt && attempt.retried.length > 0 ? { retriedStmtIds: attempt.retried } : {}),
    ok: 1,
  });
}

/** The collection to write to, made when it is not there. */
function openCollection(request: Request, command: string): Collection {
  return request.touch(request.engine.catalog.open(request.database, request.collectionName(command)));
}

export function insert(request: Request): Reply {
  const { documents = [] } = request;
  request.collection('insert');
  return runStatements(request, documents.length, (index) => {
    // A copy: the message that the bytes came in is not kept.
    const bytes = Buffer.from(documents[index] ?? Buffer.alloc(0));
    const whole = withIdFirst(readDocument(bytes), bytes, newObjectId);
    openCollection(request, 'insert').insert(whole.doc, whole.bytes);
    return docOf({ n: 1 });
  });
}

/** The statements of an update or delete. */
function statementsOf(request: Request, field: string, known: readonly string[]): Doc[] {
  const value = request.body[field];
  if (!isArray(value))
    return fail(
      'TypeMismatch',
      `BSON field '${field}' is the wrong type '${typeName(value)}', expected type 'array'`,
    );
  return value.map((statement) => {
    if (!isDoc(statement) || !isDoc(statement.q))
      return fail('FailedToParse', `BSON field '${field}.q' must be an object`);
    for (const key of Object.keys(statement))
      if (!known.includes(key))
        return fail('Location40415', `BSON field '${field}.${key}' is an unknown field.`);
    refuseCollation(statement.collation);
    return statement;
  });
}

/** Other orders of texts than by their bytes are not supported. */
export function refuseCollation(collation: unknown): void {
  if (collation === undefined || (isDoc(collation) && collation.locale === 'simple')) return;
  fail('NotImplemented', 'collation is not supported by the embedded engine');
}

function refuseManyWhenRetryable(request: Request, many: boolean): void {
  if (many && request.body.txnNumber !== undefined)
    fail('InvalidOptions', 'Cannot use retryable writes with statements that change many documents');
}

export function update(request: Request): Reply {
  const known = ['q', 'u', 'c', 'multi', 'upsert', 'arrayFilters', 'hint', 'collation'];
  const statements = statementsOf(request, 'updates', known);
  const variables = variablesOf(request);
  request.collection('update');
  return runStatements(request, statements.length, (index) => {
    const statement = statements[index] ?? newDoc();
    const multi = isTrue(statement.multi ?? false);
    refuseManyWhenRetryable(request, multi);
    const filter = compileFilter(statement.q as Doc, variables);
    const change = compileUpdate(statement.u, {
      arrayFilters: statement.arrayFilters,
      variables: { ...variables, ...(isDoc(statement.c) ? statement.c : {}) },
    });
    if (multi && change.replaces)
      return fail('FailedToParse', 'multi update is not supported for replacement-style update');
    const upsert = isTrue(statement.upsert ?? false);
    const collection = upsert ? openCollection(request, 'update') : request.collection('update');
    if (!collection) return docOf({ n: 0, nModified: 0 });
    const { records } = findRecords(collection, { filter, limit: multi ? 0 : 1, hint: statement.hint });
    if (records.length === 0 && upsert) {
      const record = insertChanged(collection, { filter, update: change });
      return docOf({ n: 1, nModified: 0, upserted: idOf(collection, record) });
    }
    const changed = records.filter((record) => changeRecord(collection, record, { filter, update: change }));
    return docOf({ n: records.length, nModified: changed.length });
  });
}

export function remove(request: Request): Reply {
  const statements = statementsOf(request, 'deletes', ['q', 'limit', 'hint', 'collation']);
  const variables = variablesOf(request);
  request.collection('delete');
  return runStatements(request, statements.length, (index) => {
    const statement = statements[index] ?? newDoc();
    const limit = wholeNumber(statement.limit, 'deletes.limit');
    if (limit !== 0 && limit !== 1)
      return fail('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${limit}`);
    refuseManyWhenRetryable(request, limit === 0);
    const filter = compileFilter(statement.q as Doc, variables);
    const collection = request.collection('delete');
    if (!collection) return docOf({ n: 0 });
    const { records } = findRecords(collection, { filter, limit, hint: statement.hint });
    for (const record of records) collection.remove(record);
    return docOf({ n: records.length });
  });
}
