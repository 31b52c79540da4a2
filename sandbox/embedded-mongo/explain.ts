// The command explain: which index a command went along and how many keys and documents it looked at, by running it without changing
// anything. Short, but true.
import { pipelineOf } from './crud-aggregate.ts';
import { runCount, runDistinct, runFind } from './crud-find.ts';
import type { Collection } from './collection.ts';
import { fail } from './errors.ts';
import { compileFilter } from './filter.ts';
import { findBeginning } from './pipeline.ts';
import type { IndexPlan, Plan } from './planner.ts';
import { type Found, findRecords } from './query.ts';
import { type Reply, Request } from './request.ts';
import { parseSort } from './sorting.ts';
import { type Doc, docOf, isArray, isDoc, isTrue, newDoc } from './values.ts';

function describeIndex({ index, intervals, descending }: IndexPlan): Doc {
  return docOf({
    stage: 'FETCH',
    inputStage: docOf({
      stage: 'IXSCAN',
      indexName: index.name,
      keyPattern: index.definition.key,
      isMultiKey: index.multikey,
      isUnique: index.definition.unique,
      isSparse: index.definition.sparse,
      isPartial: index.partial !== undefined,
      direction: descending ? 'backward' : 'forward',
      intervals: intervals.length,
    }),
  });
}

function describePlan(plan: Plan): Doc {
  if (plan.kind === 'scan') return docOf({ stage: 'COLLSCAN', direction: 'forward' });
  if (plan.kind === 'index') return describeIndex(plan);
  return docOf({ stage: 'OR', inputStages: plan.plans.map(describeIndex) });
}

/** Finds what a command would find. */
function examine(request: Request, command: string, collection: Collection | undefined): Found | undefined {
  const { body } = request;
  switch (command) {
    case 'find':
      return runFind(request, collection).found;
    case 'count':
      return runCount(request, collection);
    case 'distinct':
      return runDistinct(request, collection);
    case 'aggregate': {
      const pipeline = pipelineOf(request);
      return collection && findBeginning(collection, pipeline, body.hint);
    }
    case 'findAndModify': {
      const filter = compileFilter(request.document('query') ?? newDoc());
      const sort = parseSort(request.document('sort') ?? newDoc());
      return collection && findRecords(collection, { filter, sort, limit: 1, hint: body.hint });
    }
    case 'update':
    case 'delete': {
      const statements = body[`${command}s`];
      const [statement] = isArray(statements) ? statements : [];
      if (!isDoc(statement) || !isDoc(statement.q))
        return fail('FailedToParse', `explain of ${command} needs one statement`);
      const one = command === 'update' ? !isTrue(statement.multi ?? false) : isTrue(statement.limit);
      return (
        collection &&
        findRecords(collection, {
          filter: compileFilter(statement.q),
          limit: one ? 1 : 0,
          hint: statement.hint,
        })
      );
    }
    default:
      return fail('CommandNotFound', `Explain failed due to unknown command: ${command}`);
  }
}

export function explain(request: Request): Reply {
  const inner = request.document('explain') ?? newDoc();
  const [given = ''] = Object.keys(inner);
  const command = given === 'findandmodify' ? 'findAndModify' : given;
  const asked = new Request(
    request.engine,
    Object.assign(newDoc(), inner, { $db: request.database }),
    request,
  );
  const collection = request.touch(
    request.engine.catalog.find(request.database, asked.collectionName(given)),
  );
  const started = performance.now();
  const found = examine(asked, command, collection);
  const plan = found ? describePlan(found.plan) : docOf({ stage: 'EOF' });
  const winningPlan = found?.sorted ? docOf({ stage: 'SORT', inputStage: plan }) : plan;
  return docOf({
    queryPlanner: docOf({
      namespace: `${request.database}.${asked.collectionName(given)}`,
      winningPlan,
      rejectedPlans: [],
    }),
    executionStats: docOf({
      executionSuccess: true,
      nReturned: found?.records.length ?? 0,
      executionTimeMillis: Math.round(performance.now() - started),
      totalKeysExamined: found?.keysExamined ?? 0,
      totalDocsExamined: found?.docsExamined ?? 0,
    }),
    serverInfo: docOf({ host: '127.0.0.1', version: 'embedded engine' }),
    ok: 1,
  });
}
