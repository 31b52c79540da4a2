// Aggregation pipelines: stages that take documents and give documents. The beginning ($match, $sort, $skip, $limit) becomes a query,
// so that it goes along an index. A stage that this engine has not is refused by name before anything is read.
import { writeDocument } from './bson-writer.ts';
import type { Collection } from './collection.ts';
import { fail } from './errors.ts';
import type { Variables } from './expressions.ts';
import { type Filter, compileFilter } from './filter.ts';
import { compileBucket, compileGroup } from './grouping.ts';
import { compileLookup } from './lookup.ts';
import { type Found, findRecords } from './query.ts';
import { reshapingStage } from './reshaping.ts';
import { type SortField, parseSort, sortDocuments } from './sorting.ts';
import { compileUnwind } from './unwinding.ts';
import { type Doc, docOf, isArray, isDoc, newDoc, typeName, wholeNumber } from './values.ts';

export interface PipelineContext {
  readonly variables: Variables;
  /** Another collection of the database, for $lookup. */
  readonly collection: (name: string) => Collection | undefined;
}

type Stage = (docs: Iterable<Doc>) => Iterable<Doc>;

export interface Pipeline {
  /** What the beginning asks of the collection. */
  readonly filter: Filter;
  readonly sort: readonly SortField[];
  readonly skip: number;
  readonly limit: number;
  readonly stages: readonly Stage[];
}

/** The name and the operand of each stage. Refused (Location40323) when one has not exactly one field. */
function entriesOf(pipeline: unknown): { name: string; spec: unknown }[] {
  if (!isArray(pipeline)) return fail('TypeMismatch', "'pipeline' option must be specified as an array");
  return pipeline.map((entry) => {
    const [name, ...more] = isDoc(entry) ? Object.keys(entry) : [];
    if (!isDoc(entry) || name === undefined || more.length > 0)
      return fail('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    return { name, spec: entry[name] };
  });
}

/** Compiles a pipeline. Refused by name when a stage, an operator or an operand is none of this engine. */
export function compilePipeline(pipeline: unknown, context: PipelineContext): Pipeline {
  const entries = entriesOf(pipeline);
  const compiled = entries.map(({ name, spec }) => compileStage(name, spec, context));
  const matches: unknown[] = [];
  let at = 0;
  for (; entries[at]?.name === '$match'; at++) matches.push(entries[at]?.spec);
  const filter = compileFilter(matches.length > 0 ? docOf({ $and: matches }) : newDoc(), context.variables);
  const next = (name: string): unknown => (entries[at]?.name === name ? entries[at++]?.spec : undefined);
  const sort = next('$sort');
  const skip = next('$skip');
  const limit = next('$limit');
  return {
    filter,
    sort: isDoc(sort) ? parseSort(sort) : [],
    skip: skip === undefined ? 0 : wholeNumber(skip, '$skip'),
    limit: limit === undefined ? 0 : wholeNumber(limit, '$limit'),
    stages: compiled.slice(at),
  };
}

/** Finds what the beginning of a pipeline asks for. */
export function findBeginning(collection: Collection, pipeline: Pipeline, hint?: unknown): Found {
  return findRecords(collection, { ...pipeline, hint });
}

/** Runs a pipeline over a collection; the results as bytes. */
export function* runPipeline(
  collection: Collection | undefined,
  pipeline: Pipeline,
  hint?: unknown,
): Generator<Buffer, undefined> {
  const records = collection ? findBeginning(collection, pipeline, hint).records : [];
  if (collection && pipeline.stages.length === 0)
    for (const record of records) yield collection.bytesOf(record);
  else for (const doc of through(pipeline.stages, documentsOf(collection, records))) yield writeDocument(doc);
  return undefined;
}

function* documentsOf(
  collection: Collection | undefined,
  records: Found['records'],
): Generator<Doc, undefined> {
  if (collection) for (const record of records) yield collection.docOf(record);
  return undefined;
}

const through = (stages: readonly Stage[], docs: Iterable<Doc>): Iterable<Doc> =>
  stages.reduce((current, stage) => stage(current), docs);

/** A pipeline inside $lookup: gives the documents it makes of a collection. */
function compileInner(
  inner: readonly unknown[],
  context: PipelineContext,
): (collection: Collection) => Doc[] {
  const pipeline = compilePipeline(inner, context);
  return (collection) => [
    ...through(pipeline.stages, documentsOf(collection, findBeginning(collection, pipeline).records)),
  ];
}

const NOT_HERE = new Set([
  '$out',
  '$merge',
  '$geoNear',
  '$graphLookup',
  '$unionWith',
  '$redact',
  '$bucketAuto',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$documents',
  '$collStats',
  '$indexStats',
  '$planCacheStats',
  '$currentOp',
  '$listSessions',
  '$listLocalSessions',
  '$search',
  '$searchMeta',
  '$vectorSearch',
]);

function compileStage(name: string, spec: unknown, context: PipelineContext): Stage {
  const { variables } = context;
  const reshape = reshapingStage(name, spec, variables);
  if (reshape) return (docs) => map(docs, (doc) => reshape(doc));
  switch (name) {
    case '$match':
      return matching(spec, variables);
    case '$sort':
      return sorting(spec);
    case '$skip':
      return skipping(wholeNumber(spec, '$skip'));
    case '$limit':
      return limiting(wholeNumber(spec, '$limit'));
    case '$count':
      return counting(spec);
    case '$group':
      return compileGroup(spec, variables);
    case '$bucket':
      return compileBucket(spec, variables);
    case '$sortByCount':
      return sortingByCount(spec, variables);
    case '$unwind':
      return compileUnwind(spec);
    case '$lookup':
      return compileLookup(spec, {
        ...context,
        compile: (inner, bound) => compileInner(inner, { ...context, variables: bound }),
      });
    case '$facet':
      return branching(spec, context);
    case '$sample':
      return sampling(spec);
    case '$changeStream':
      return fail(
        'Location40573',
        'The $changeStream stage is not supported by the embedded engine: it has no change streams',
      );
    default:
      if (NOT_HERE.has(name))
        return fail('NotImplemented', `${name} is not supported by the embedded engine`);
      return fail('Location40324', `Unrecognized pipeline stage name: '${name}'`);
  }
}

function* map(docs: Iterable<Doc>, change: (doc: Doc) => Doc): Generator<Doc, undefined> {
  for (const doc of docs) yield change(doc);
  return undefined;
}

function matching(spec: unknown, variables: Variables): Stage {
  if (!isDoc(spec)) return fail('BadValue', 'the match filter must be an expression in an object');
  const filter = compileFilter(spec, variables);
  return function* matched(docs) {
    for (const doc of docs) if (filter.matches(doc)) yield doc;
  };
}

function sorting(spec: unknown): Stage {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    return fail('BadValue', '$sort stage must have at least one sort key');
  const sort = parseSort(spec);
  return (docs) => sortDocuments([...docs], (doc) => doc, sort);
}

function skipping(count: number): Stage {
  if (count < 0) return fail('BadValue', 'invalid argument to $skip stage: must not be negative');
  return function* behind(docs) {
    let left = count;
    for (const doc of docs) if (left-- <= 0) yield doc;
  };
}

function limiting(count: number): Stage {
  if (count <= 0) return fail('Location15958', 'the limit must be positive');
  return function* upTo(docs) {
    let left = count;
    for (const doc of docs) {
      yield doc;
      if (--left === 0) return;
    }
  };
}

function counting(spec: unknown): Stage {
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.'))
    return fail('BadValue', 'the count field must be a non-empty string without $ and .');
  return (docs) => {
    let total = 0;
    for (const doc of docs) total += Number(Boolean(doc));
    return total > 0 ? [docOf({ [spec]: total })] : [];
  };
}

function sortingByCount(spec: unknown, variables: Variables): Stage {
  const group = compileGroup(docOf({ _id: spec, count: docOf({ $sum: 1 }) }), variables);
  return (docs) => sortDocuments(group(docs), (doc) => doc, parseSort(docOf({ count: -1 })));
}

function branching(spec: unknown, context: PipelineContext): Stage {
  if (!isDoc(spec) || Object.keys(spec).length === 0)
    return fail('BadValue', '$facet needs a non-empty object of pipelines');
  const facets = Object.entries(spec).map(([name, pipeline]) => ({
    name,
    stages: entriesOf(pipeline).map((entry) => {
      if (entry.name === '$facet')
        return fail('BadValue', '$facet is not allowed to be used within a $facet stage');
      return compileStage(entry.name, entry.spec, context);
    }),
  }));
  return (docs) => {
    const all = [...docs];
    return [docOf(Object.fromEntries(facets.map(({ name, stages }) => [name, [...through(stages, all)]])))];
  };
}

function sampling(spec: unknown): Stage {
  const size = wholeNumber(
    isDoc(spec) ? spec.size : fail('BadValue', `the $sample stage needs an object, not ${typeName(spec)}`),
    '$sample.size',
  );
  if (size <= 0) return fail('BadValue', 'size argument to $sample must be a positive integer');
  return (docs) => {
    const all = [...docs].map((doc) => ({ doc, place: Math.random() }));
    all.sort((a, b) => a.place - b.place);
    return all.slice(0, size).map(({ doc }) => doc);
  };
}
