// The command aggregate.
import { cursorReply } from './bson-writer.ts';
import type { Collection } from './collection.ts';
import { variablesOf } from './crud-find.ts';
import { fail } from './errors.ts';
import { type Pipeline, compilePipeline, runPipeline } from './pipeline.ts';
import type { Reply, Request } from './request.ts';
import { isDoc, isTrue, wholeNumber } from './values.ts';

/** Compiles the pipeline of an aggregate command. */
export function pipelineOf(request: Request): Pipeline {
  return compilePipeline(request.body.pipeline, {
    variables: variablesOf(request),
    collection: (name) => request.touch(request.engine.catalog.find(request.database, name)),
  });
}

export function aggregate(request: Request): Reply {
  const pipeline = pipelineOf(request);
  if (request.body.aggregate === 1)
    return fail('NotImplemented', 'aggregating a whole database is not supported by the embedded engine');
  const { cursor, explain } = request.body;
  if (isTrue(explain ?? false))
    return fail(
      'NotImplemented',
      "aggregate with 'explain' is not supported by the embedded engine: use the command explain",
    );
  if (!isDoc(cursor))
    return fail(
      'FailedToParse',
      "The 'cursor' option is required, except for aggregate with the explain argument",
    );
  const name = request.collectionName('aggregate');
  const collection: Collection | undefined = request.collection('aggregate');
  const documents = runPipeline(collection, pipeline, request.body.hint);
  const batchSize =
    cursor.batchSize === undefined ? undefined : wholeNumber(cursor.batchSize, 'cursor.batchSize');
  const answer = request.engine.cursors.open(`${request.database}.${name}`, documents, { batchSize });
  return cursorReply({ batch: 'firstBatch', ...answer });
}
