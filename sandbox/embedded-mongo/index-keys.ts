// Which keys a document has in an index: one, or for an array on the path one a member (a "multikey" index).
import { fail } from './errors.ts';
import { encodeKey, invertKey } from './key-order.ts';
import { type Path, arrayIndex } from './paths.ts';
import { type Doc, isArray, isDoc } from './values.ts';

/** The values a document has at one path, for an index or a sort: null for missing, undefined for an empty array. */
export function collectKeys(doc: Doc, path: Path): unknown[] {
  const [only = ''] = path;
  if (path.length === 1) {
    const value = doc[only];
    if (!isArray(value)) return [value ?? null];
    return value.length === 0 ? [undefined] : value;
  }
  return expand(doc, [{ path, at: 0 }]).map(([value]) => value);
}

export interface KeyField {
  readonly path: Path;
  readonly direction: 1 | -1;
}

export interface DocumentKeys {
  /** Without repetition. */
  readonly keys: readonly string[];
  /** Whether an array stood on a path. */
  readonly multikey: boolean;
  /** Whether no indexed field is there at all. */
  readonly allMissing: boolean;
}

/** The keys of a document. Refused (CannotIndexParallelArrays) when two fields are different arrays. */
export function documentKeys(doc: Doc, fields: readonly KeyField[]): DocumentKeys {
  const plain = plainKey(doc, fields);
  if (plain) return plain;
  const state = { multikey: false };
  const tuples = expand(
    doc,
    fields.map(({ path }) => ({ path, at: 0 })),
    state,
  );
  const keys = tuples.map((tuple) =>
    tuple.map((value, index) => fieldKey(value, fields[index]?.direction)).join(''),
  );
  const allMissing =
    tuples.every((tuple) => tuple.every((value) => value === null)) &&
    fields.every(({ path }) => isMissing(doc, path));
  return { keys: keys.length > 1 ? [...new Set(keys)] : keys, multikey: state.multikey, allMissing };
}

/** The one key when all fields stand at the top and are no arrays: the common case. */
function plainKey(doc: Doc, fields: readonly KeyField[]): DocumentKeys | undefined {
  let key = '';
  let allMissing = true;
  for (const { path, direction } of fields) {
    const value = doc[path[0] ?? ''];
    if (path.length > 1 || isArray(value)) return undefined;
    if (value !== undefined) allMissing = false;
    key += fieldKey(value ?? null, direction);
  }
  return { keys: [key], multikey: false, allMissing };
}

const fieldKey = (value: unknown, direction: 1 | -1 | undefined): string =>
  direction === -1 ? invertKey(encodeKey(value)) : encodeKey(value);

function isMissing(doc: Doc, path: Path): boolean {
  let value: unknown = doc;
  for (const part of path) {
    if (isArray(value)) return false;
    if (!isDoc(value)) return true;
    value = value[part];
  }
  return value === undefined;
}

/** A field still to be resolved: what is left of its path, or its value. */
interface Pending {
  readonly path: Path;
  readonly at: number;
  readonly root?: unknown;
  readonly settled?: boolean;
  readonly value?: unknown;
}

/** All combinations of values; fields behind the same array go through it together. */
function expand(root: unknown, fields: readonly Pending[], state?: { multikey: boolean }): unknown[][] {
  let array: { members: readonly unknown[] } | undefined;
  const walked = fields.map((field): Pending & { inArray?: boolean } => {
    if (field.settled) return field;
    const { path } = field;
    let value: unknown = 'root' in field ? field.root : root;
    let at = field.at;
    while (at < path.length && isDoc(value)) value = value[path[at++] ?? ''];
    while (at < path.length && isArray(value) && pointsInto(value, path[at] ?? '')) {
      value = value[Number(path[at++])];
      while (at < path.length && isDoc(value)) value = value[path[at++] ?? ''];
    }
    if (!isArray(value)) return { path, at, settled: true, value: at < path.length ? null : (value ?? null) };
    if (array && array.members !== value)
      return fail(
        'CannotIndexParallelArrays',
        `cannot index parallel arrays [${fields.map((each) => each.path.join('.')).join('] [')}]`,
      );
    array = { members: value };
    return { path, at, inArray: true };
  });
  if (!array) return [walked.map(({ value }) => value)];
  if (state) state.multikey = true;
  const members = array.members.length === 0 ? [undefined] : array.members;
  const empty = array.members.length === 0;
  return members.flatMap((member) =>
    expand(
      undefined,
      walked.map((field): Pending => {
        if (!field.inArray) return field;
        if (field.at === field.path.length)
          return {
            path: field.path,
            at: field.at,
            settled: true,
            value: member ?? (empty ? undefined : null),
          };
        return { path: field.path, at: field.at, root: isDoc(member) ? member : undefined };
      }),
      state,
    ),
  );
}

/** "a.0.b": a number names a member unless the members are documents with such a field. */
function pointsInto(members: readonly unknown[], part: string): boolean {
  return arrayIndex(part) !== undefined && !members.some((member) => isDoc(member) && part in member);
}
