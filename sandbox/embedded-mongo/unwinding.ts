// The stage $unwind: a document for each member of an array.
import { fail } from './errors.ts';
import { type Doc, cloneValue, isArray, isDoc, isTrue, newDoc } from './values.ts';

/** Compiles $unwind. Refused (BadValue) when the path is none. */
export function compileUnwind(spec: unknown): (docs: Iterable<Doc>) => Iterable<Doc> {
  const options = isDoc(spec) ? spec : { path: spec };
  const { path: field, includeArrayIndex, preserveNullAndEmptyArrays, ...strange } = options;
  if (Object.keys(strange).length > 0)
    return fail('BadValue', `unrecognized option to $unwind stage: ${Object.keys(strange).join(', ')}`);
  if (typeof field !== 'string' || !/^\$[^$]/.test(field))
    return fail('BadValue', "path option to $unwind stage should be prefixed with a '$'");
  if (includeArrayIndex !== undefined && (typeof includeArrayIndex !== 'string' || includeArrayIndex === ''))
    return fail('BadValue', 'expected a non-empty string for the includeArrayIndex option to $unwind stage');
  const path = field.slice(1).split('.');
  const keeps = isTrue(preserveNullAndEmptyArrays ?? false);
  const indexed = (doc: Doc, index: bigint | null): Doc =>
    includeArrayIndex === undefined ? doc : withValue(doc, includeArrayIndex.split('.'), index);
  return function* unwound(docs) {
    for (const doc of docs) {
      const value = plainValue(doc, path);
      if (isArray(value) && value.length > 0) {
        for (const [index, member] of value.entries())
          yield indexed(withValue(doc, path, member), BigInt(index));
      } else if (isArray(value) || value === null || value === undefined) {
        if (keeps) yield indexed(isArray(value) ? withValue(doc, path, undefined) : doc, null);
      } else yield indexed(doc, null);
    }
  };
}

function plainValue(doc: Doc, path: readonly string[]): unknown {
  let value: unknown = doc;
  for (const part of path) value = isDoc(value) ? value[part] : undefined;
  return value;
}

/** A copy with another value at a path; undefined takes the field away. */
export function withValue(doc: Doc, [first = '', ...rest]: readonly string[], value: unknown): Doc {
  const copy = Object.assign(newDoc(), doc);
  const inner =
    rest.length === 0
      ? value
      : withValue(isDoc(copy[first]) ? cloneValue(copy[first]) : newDoc(), rest, value);
  if (inner === undefined) Reflect.deleteProperty(copy, first);
  else copy[first] = inner;
  return copy;
}
