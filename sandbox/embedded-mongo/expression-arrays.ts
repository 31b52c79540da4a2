// Operators of expressions on arrays, sets and documents. Members are equal when their keys (key-order.ts) are.
import { fail } from './errors.ts';
import { type Operator, namedOnly } from './expression-operator.ts';
import { encodeKey, sameValue } from './key-order.ts';
import { parseSort, sortDocuments } from './sorting.ts';
import {
  type Doc,
  cloneValue,
  docOf,
  isArray,
  isDoc,
  isTrue,
  newDoc,
  typeName,
  wholeNumber,
} from './values.ts';

const isNil = (value: unknown): value is null | undefined => value === null || value === undefined;

function arrayIn(name: string, value: unknown): unknown[] {
  if (!isArray(value)) return fail('BadValue', `${name} needs an array, not ${typeName(value)}`);
  return value;
}

/** Null when an argument is null or missing, else the function of the arrays. */
const ofArrays = (
  name: string,
  least: number,
  most: number,
  run: (arrays: unknown[][]) => unknown,
): Operator => ({
  least,
  most,
  run: (args) => (args.some(isNil) ? null : run(args.map((arg) => arrayIn(name, arg)))),
});

const MANY = Number.MAX_SAFE_INTEGER;
const keysOf = (members: readonly unknown[]): Set<string> => new Set(members.map(encodeKey));

/** The members without repetition, in the order of their first appearance. */
export function distinct(members: Iterable<unknown>): unknown[] {
  const found = new Map<string, unknown>();
  for (const member of members) {
    const key = encodeKey(member);
    if (!found.has(key)) found.set(key, member);
  }
  return [...found.values()];
}

function elementAt([array, index]: readonly unknown[]): unknown {
  if (isNil(array) || isNil(index)) return null;
  return arrayIn('$arrayElemAt', array).at(wholeNumber(index, '$arrayElemAt'));
}

function slice([array, first, second]: readonly unknown[]): unknown {
  if (isNil(array) || isNil(first)) return null;
  return sliceOf(
    arrayIn('$slice', array),
    wholeNumber(first, '$slice'),
    isNil(second) ? undefined : wholeNumber(second, '$slice'),
  );
}

/** `count` members from the front (or, negative, from the end); with two numbers: skip, then count. */
export function sliceOf(members: readonly unknown[], first: number, count?: number): unknown[] {
  if (count === undefined) return first < 0 ? members.slice(first) : members.slice(0, first);
  if (count <= 0) return fail('BadValue', `the third argument to $slice must be positive: ${count}`);
  const start = first < 0 ? Math.max(0, members.length + first) : first;
  return members.slice(start, start + count);
}

function indexOf([array, wanted, start, end]: readonly unknown[]): unknown {
  if (isNil(array)) return null;
  const from = isNil(start) ? 0 : wholeNumber(start, '$indexOfArray');
  const members = arrayIn('$indexOfArray', array).slice(
    0,
    isNil(end) ? undefined : wholeNumber(end, '$indexOfArray'),
  );
  return members.findIndex((member, index) => index >= from && sameValue(member, wanted));
}

/** The fields of several documents in one; later ones win. */
export function mergeDocuments(documents: Iterable<unknown>): Doc {
  const merged = newDoc();
  for (const document of documents) {
    if (isNil(document)) continue;
    if (!isDoc(document))
      return fail('BadValue', `$mergeObjects requires object inputs, not ${typeName(document)}`);
    Object.assign(merged, document);
  }
  return merged;
}

function toObject([array]: readonly unknown[]): unknown {
  if (isNil(array)) return null;
  const result = newDoc();
  for (const member of arrayIn('$arrayToObject', array)) {
    const [key, value] = isArray(member) ? member : isDoc(member) ? [member.k, member.v] : [];
    if (typeof key !== 'string') return fail('BadValue', '$arrayToObject needs pairs of a text and a value');
    result[key] = value;
  }
  return result;
}

function toPairs([document]: readonly unknown[]): unknown {
  if (isNil(document)) return null;
  if (!isDoc(document)) return fail('BadValue', '$objectToArray requires a document input');
  return Object.entries(document).map(([k, v]) => docOf({ k, v }));
}

function getField([field, input]: readonly unknown[]): unknown {
  if (typeof field !== 'string')
    return fail('BadValue', "$getField requires 'field' to be a constant String");
  return isDoc(input) ? input[field] : input === null ? null : undefined;
}

function sortArray([input, sortBy]: readonly unknown[]): unknown {
  if (isNil(input)) return null;
  const members = arrayIn('$sortArray', input);
  if (isDoc(sortBy)) return sortDocuments(members, (member) => member, parseSort(sortBy));
  const direction = wholeNumber(sortBy, '$sortArray');
  return sortDocuments(members, (member) => docOf({ member }), parseSort(docOf({ member: direction })));
}

export const ARRAY_OPERATORS: Record<string, Operator> = {
  $in: {
    least: 2,
    most: 2,
    run: ([value, array]) => arrayIn('$in', array).some((member) => sameValue(member, value)),
  },
  $size: { least: 1, most: 1, run: ([array]) => arrayIn('$size', array).length },
  $isArray: { least: 1, most: 1, run: ([value]) => isArray(value) },
  $arrayElemAt: { least: 2, most: 2, run: elementAt },
  $first: { least: 1, most: 1, run: ([array]) => elementAt([array, 0]) },
  $last: { least: 1, most: 1, run: ([array]) => elementAt([array, -1]) },
  $slice: { least: 2, most: 3, run: slice },
  $indexOfArray: { least: 2, most: 4, run: indexOf },
  $concatArrays: ofArrays('$concatArrays', 0, MANY, (arrays) => arrays.flat(1)),
  $reverseArray: ofArrays('$reverseArray', 1, 1, ([array = []]) => [...array].reverse()),
  $setUnion: ofArrays('$setUnion', 0, MANY, (arrays) => distinct(arrays.flat(1))),
  $setIntersection: ofArrays('$setIntersection', 0, MANY, ([first = [], ...others]) => {
    const sets = others.map(keysOf);
    return distinct(first).filter((member) => sets.every((set) => set.has(encodeKey(member))));
  }),
  $setDifference: ofArrays('$setDifference', 2, 2, ([a = [], b = []]) => {
    const without = keysOf(b);
    return distinct(a).filter((member) => !without.has(encodeKey(member)));
  }),
  $setEquals: ofArrays('$setEquals', 2, MANY, ([first = [], ...others]) => {
    const keys = keysOf(first);
    return others
      .map(keysOf)
      .every((set) => set.size === keys.size && [...set].every((key) => keys.has(key)));
  }),
  $setIsSubset: ofArrays('$setIsSubset', 2, 2, ([a = [], b = []]) => {
    const keys = keysOf(b);
    return [...keysOf(a)].every((key) => keys.has(key));
  }),
  $anyElementTrue: { least: 1, most: 1, run: ([array]) => arrayIn('$anyElementTrue', array).some(isTrue) },
  $allElementsTrue: { least: 1, most: 1, run: ([array]) => arrayIn('$allElementsTrue', array).every(isTrue) },
  $mergeObjects: {
    least: 0,
    most: MANY,
    run: (args) => {
      const [only] = args;
      return cloneValue(mergeDocuments(args.length === 1 && isArray(only) ? only : args));
    },
  },
  $objectToArray: { least: 1, most: 1, run: toPairs },
  $arrayToObject: { least: 1, most: 1, run: toObject },
  $getField: { ...namedOnly(['field', 'input']), run: getField },
  $sortArray: { ...namedOnly(['input', 'sortBy']), run: sortArray },
};
