// The stage $group and its accumulators, each fed one document after the other.
import { fail } from './errors.ts';
import { mergeDocuments } from './expression-arrays.ts';
import { averageOf, extremeOf } from './expression-numbers.ts';
import { type Expression, type Variables, compileExpression } from './expressions.ts';
import { encodeKey } from './key-order.ts';
import { sumOf } from './numbers.ts';
import { parseSort, sortDocuments } from './sorting.ts';
import { type Doc, docOf, isArray, isDoc, newDoc } from './values.ts';

/** Gathers values of a group; `undefined` stands for a missing one. */
interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** An accumulator that only needs the last result and the next value. */
const folding = (start: unknown, step: (before: unknown, value: unknown) => unknown) => (): Accumulator => {
  let current = start;
  return {
    add: (value) => (current = step(current, value)),
    result: () => current,
  };
};

const collecting = (finish: (values: unknown[]) => unknown) => (): Accumulator => {
  const values: unknown[] = [];
  return { add: (value) => values.push(value), result: () => finish(values) };
};

const NONE = Symbol('nothing yet');
const orNull = (value: unknown): unknown => value ?? null;

const ACCUMULATORS = new Map<string, () => Accumulator>([
  ['$sum', folding(0, (before, value) => sumOf([before, value]))],
  ['$avg', collecting(averageOf)],
  ['$min', folding(null, (before, value) => extremeOf([before, value], -1))],
  ['$max', folding(null, (before, value) => extremeOf([before, value], 1))],
  ['$push', collecting((values) => values.filter((value) => value !== undefined))],
  ['$addToSet', addingToSet],
  ['$mergeObjects', collecting(mergeDocuments)],
  [
    '$first',
    () => {
      const fold = folding(NONE, (before, value) => (before === NONE ? orNull(value) : before))();
      return { add: (value) => fold.add(value), result: () => shown(fold.result()) };
    },
  ],
  ['$last', folding(null, (_before, value) => orNull(value))],
]);

const shown = (value: unknown): unknown => (value === NONE ? null : value);

function addingToSet(): Accumulator {
  const values = new Map<string, unknown>();
  return {
    add: (value) => {
      const key = encodeKey(value);
      if (value !== undefined && !values.has(key)) values.set(key, value);
    },
    result: () => [...values.values()],
  };
}

interface GroupField {
  readonly name: string;
  readonly accumulator: () => Accumulator;
  readonly value: Expression;
}

function readField(name: string, spec: unknown, variables?: Variables): GroupField {
  const [operator = '', ...more] = isDoc(spec) ? Object.keys(spec) : [];
  if (!isDoc(spec) || more.length > 0 || !operator.startsWith('$'))
    return fail('BadValue', `The field '${name}' must be an accumulator object`);
  if (name.includes('.')) return fail('BadValue', `The field name '${name}' cannot contain '.'`);
  const accumulator = ACCUMULATORS.get(operator === '$count' ? '$sum' : operator);
  if (!accumulator) return fail('Location15952', `unknown group operator '${operator}'`);
  return {
    name,
    accumulator,
    value: operator === '$count' ? () => 1 : compileExpression(spec[operator], variables),
  };
}

type Grouping = (docs: Iterable<Doc>) => Doc[];

/** Groups come out in the order in which they were first met. */
function grouping(id: (doc: Doc) => unknown, fields: readonly GroupField[]): Grouping {
  return (docs) => {
    const groups = new Map<string, { id: unknown; accumulators: Accumulator[] }>();
    for (const doc of docs) {
      const own = orNull(id(doc));
      const key = encodeKey(own);
      let group = groups.get(key);
      if (!group) {
        group = { id: own, accumulators: fields.map(({ accumulator }) => accumulator()) };
        groups.set(key, group);
      }
      const { accumulators } = group;
      fields.forEach(({ value }, index) => accumulators[index]?.add(value(doc)));
    }
    return [...groups.values()].map((group) => {
      const result = newDoc();
      result._id = group.id;
      fields.forEach(({ name }, index) => (result[name] = group.accumulators[index]?.result()));
      return result;
    });
  };
}

const readFields = (spec: Doc, variables?: Variables): GroupField[] =>
  Object.keys(spec).map((name) => readField(name, spec[name], variables));

/** Compiles $group. */
export function compileGroup(spec: unknown, variables?: Variables): Grouping {
  if (!isDoc(spec)) return fail('BadValue', "a group's fields must be specified in an object");
  if (!('_id' in spec)) return fail('BadValue', 'a group specification must include an _id');
  const { _id, ...fields } = spec;
  return grouping(compileExpression(_id, variables), readFields(fields, variables));
}

/** Compiles $bucket: groups by boundaries, the lower one included. */
export function compileBucket(spec: unknown, variables?: Variables): Grouping {
  const { groupBy, boundaries, default: otherwise, output, ...strange } = isDoc(spec) ? spec : newDoc();
  if (Object.keys(strange).length > 0)
    return fail('BadValue', `Unrecognized option to $bucket: ${Object.keys(strange).join(', ')}`);
  if (groupBy === undefined || !isArray(boundaries) || boundaries.length < 2)
    return fail('BadValue', "$bucket requires 'groupBy' and at least two 'boundaries'");
  const keys = boundaries.map(encodeKey);
  if (keys.some((key, index) => index > 0 && key <= (keys[index - 1] ?? '')))
    return fail('BadValue', "The 'boundaries' option to $bucket must be sorted");
  const place = compileExpression(groupBy, variables);
  const bucketOf = (doc: Doc): unknown => {
    const key = encodeKey(place(doc));
    const above = keys.findIndex((boundary) => key < boundary);
    const bucket = above > 0 ? boundaries[above - 1] : otherwise;
    return (
      bucket ??
      fail('BadValue', '$bucket could not find a bucket for an input, and no default was specified.')
    );
  };
  const fields = readFields(isDoc(output) ? output : docOf({ count: docOf({ $sum: 1 }) }), variables);
  const group = grouping(bucketOf, fields);
  return (docs) => sortDocuments(group(docs), (doc) => doc, parseSort(docOf({ _id: 1 })));
}
