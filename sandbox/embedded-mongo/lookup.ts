// The stage $lookup: documents of another collection, by an equality that goes along its indexes, by a pipeline, or by both.
import { fail } from './errors.ts';
import { type Variables, compileExpression } from './expressions.ts';
import type { Collection } from './collection.ts';
import { valueAt } from './paths.ts';
import { withValue } from './unwinding.ts';
import { type Doc, docOf, isArray, isDoc } from './values.ts';

export interface LookupContext {
  readonly variables: Variables;
  readonly collection: (name: string) => Collection | undefined;
  /** Compiles a pipeline with variables; what comes back runs it over a collection. */
  readonly compile: (pipeline: readonly unknown[], variables: Variables) => (collection: Collection) => Doc[];
}

const KNOWN = ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'];

/** Compiles $lookup. Refused (FailedToParse) when parts are missing or strange. */
export function compileLookup(spec: unknown, context: LookupContext): (docs: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec)) return fail('FailedToParse', 'the $lookup specification must be an Object');
  const stranger = Object.keys(spec).find((key) => !KNOWN.includes(key));
  if (stranger !== undefined) return fail('FailedToParse', `unknown argument to $lookup: ${stranger}`);
  const { from, as, localField, foreignField } = spec;
  const byField = typeof localField === 'string' && typeof foreignField === 'string';
  if (typeof from !== 'string' || typeof as !== 'string')
    return fail('FailedToParse', "$lookup needs the texts 'from' and 'as'");
  if (!byField && (localField !== undefined || foreignField !== undefined || spec.pipeline === undefined))
    return fail('FailedToParse', "$lookup needs 'localField' and 'foreignField', or a 'pipeline'");
  const pipeline = spec.pipeline ?? [];
  if (!isArray(pipeline)) return fail('FailedToParse', "the 'pipeline' of $lookup must be an array");
  const bindings = Object.entries(isDoc(spec.let) ? spec.let : {}).map(([name, value]) => ({
    name,
    value: compileExpression(value, context.variables),
  }));
  // Once with variables that hold nothing, so that an unknown stage is refused even if there is no document.
  context.compile(pipeline, bound(bindings, undefined, context.variables));
  const path = as.split('.');
  return function* joined(docs) {
    const foreign = context.collection(from);
    for (const doc of docs) {
      const variables = bound(bindings, doc, context.variables);
      const match = byField
        ? [docOf({ $match: equalTo(foreignField, valueAt(doc, localField.split('.'))) })]
        : [];
      const found = foreign && context.compile([...match, ...pipeline], variables)(foreign);
      yield withValue(doc, path, found ?? []);
    }
  };
}

function bound(
  bindings: readonly { name: string; value: (doc: unknown) => unknown }[],
  doc: unknown,
  outer: Variables,
): Variables {
  return { ...outer, ...Object.fromEntries(bindings.map(({ name, value }) => [name, value(doc)])) };
}

/** Equal to the value, or to a member when it is an array; missing goes with null. */
function equalTo(field: string, value: unknown): Doc {
  return docOf({ [field]: isArray(value) ? docOf({ $in: value }) : docOf({ $eq: value ?? null }) });
}
