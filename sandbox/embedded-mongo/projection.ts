// Shapes documents: the projection of find, and the stages $project, $set, $unset that share its tree of paths.
import { fail } from './errors.ts';
import { sliceOf } from './expression-arrays.ts';
import { type Expression, type Variables, compileExpression } from './expressions.ts';
import { compileMember } from './filter.ts';
import { type Doc, isArray, isDoc, isTrue, kindOf, newDoc, wholeNumber } from './values.ts';

/** What happens to a field; a branch holds what happens to the fields below. */
type Leaf =
  | { readonly kind: 'include' | 'exclude' }
  | { readonly kind: 'compute'; readonly value: Expression }
  | {
      readonly kind: 'replace';
      readonly value: (field: unknown, index?: number) => unknown;
      readonly keepsOthers: boolean;
    };
interface Branch {
  readonly kind: 'branch';
  readonly fields: Map<string, Leaf | Branch>;
}

/** Makes the projected document of one; `index` is what the filter matched, for `'a.$': 1`. */
export type Projection = (doc: Doc, index?: number) => Doc;

const branch = (): Branch => ({ kind: 'branch', fields: new Map() });

/** Puts a leaf into the tree. Refused (BadValue) when a path collides with one that is there. */
function plant(root: Branch, path: readonly string[], leaf: Leaf): void {
  let at = root;
  path.slice(0, -1).forEach((part) => {
    const next = at.fields.get(part) ?? branch();
    if (next.kind !== 'branch') fail('BadValue', `Path collision at ${path.join('.')}`);
    else {
      at.fields.set(part, next);
      at = next;
    }
  });
  const last = path.at(-1) ?? '';
  if (path.includes('') || at.fields.has(last))
    fail('BadValue', `Path collision or empty field name at ${path.join('.')}`);
  at.fields.set(last, leaf);
}

interface Reading {
  readonly root: Branch;
  readonly variables: Variables | undefined;
  readonly find: boolean;
  readonly kinds: Set<string>;
}

function readEntries(spec: Doc, prefix: readonly string[], reading: Reading): void {
  for (const [key, value] of Object.entries(spec)) {
    const path = [...prefix, ...key.split('.')];
    const leaf = readLeaf(path, value, reading);
    if (leaf === undefined) readEntries(value as Doc, path, reading);
    else {
      const plain = path.at(-1) === '$' ? path.slice(0, -1) : path;
      if (plain.length !== 1 || plain[0] !== '_id' || leaf.kind === 'compute')
        reading.kinds.add(leaf.kind === 'replace' && !leaf.keepsOthers ? 'include' : leaf.kind);
      plant(reading.root, plain, leaf);
    }
  }
}

/** The leaf of one entry; undefined when it is a document of further entries. */
function readLeaf(path: readonly string[], value: unknown, reading: Reading): Leaf | undefined {
  if (path.at(-1) === '$') return positional(path, reading);
  if (path.some((part) => part.startsWith('$')))
    return fail('BadValue', `FieldPath field names may not start with '$': ${path.join('.')}`);
  if (typeof value === 'boolean' || kindOf(value) === 'number')
    return { kind: isTrue(value) ? 'include' : 'exclude' };
  if (isDoc(value)) {
    const [operator] = Object.keys(value);
    if (operator === undefined) return fail('BadValue', 'An empty sub-projection is not a valid value.');
    if (!operator.startsWith('$')) return undefined;
    if (reading.find && operator === '$slice') return sliceLeaf(value.$slice);
    if (reading.find && operator === '$elemMatch') return elementLeaf(value.$elemMatch);
    if (operator === '$meta') return fail('NotImplemented', '$meta is not supported by the embedded engine');
  }
  return { kind: 'compute', value: compileExpression(value, reading.variables) };
}

function positional(path: readonly string[], reading: Reading): Leaf {
  if (!reading.find || path.length < 2)
    return fail('BadValue', `positional projection '${path.join('.')}' is only for find`);
  const value = (field: unknown, index?: number): unknown => {
    if (!isArray(field)) return field;
    if (index === undefined)
      return fail(
        'BadValue',
        "Executor error during find command: positional operator '.$' couldn't find a matching element in the array",
      );
    return field.slice(index, index + 1);
  };
  return { kind: 'replace', value, keepsOthers: false };
}

function sliceLeaf(operand: unknown): Leaf {
  const [first, count] = isArray(operand) ? operand : [operand];
  const start = wholeNumber(first, '$slice');
  const length = count === undefined ? undefined : wholeNumber(count, '$slice');
  return {
    kind: 'replace',
    value: (field) => (isArray(field) ? sliceOf(field, start, length) : field),
    keepsOthers: true,
  };
}

function elementLeaf(operand: unknown): Leaf {
  if (!isDoc(operand)) return fail('BadValue', 'elemMatch: Invalid argument, object required');
  const test = compileMember(operand);
  const value = (field: unknown): unknown => {
    const index = isArray(field) ? field.findIndex(test) : -1;
    return isArray(field) && index >= 0 ? [field[index]] : undefined;
  };
  return { kind: 'replace', value, keepsOthers: false };
}

/**
 * Compiles a projection. `find` allows $slice, $elemMatch and `a.$`. Refused (Location31254, Location31253) when it mixes inclusion and
 * exclusion.
 */
export function compileProjection(spec: Doc, options: { find: boolean; variables?: Variables }): Projection {
  const reading: Reading = {
    root: branch(),
    variables: options.variables,
    find: options.find,
    kinds: new Set(),
  };
  readEntries(spec, [], reading);
  const { kinds, root } = reading;
  const including = kinds.has('include') || kinds.has('compute');
  if (including && kinds.has('exclude')) {
    if (kinds.has('include')) return fail('Location31254', 'Cannot do exclusion in an inclusion projection');
    return fail('Location31253', 'Cannot compute fields in an exclusion projection');
  }
  const id = root.fields.get('_id');
  const onlyId = kinds.size === 0 && id?.kind === 'include';
  if (including || onlyId) {
    if (!id) root.fields.set('_id', { kind: 'include' });
    if (id?.kind === 'exclude') root.fields.delete('_id');
    return (doc, index) => including_(root, { doc, root: doc, index });
  }
  if (id?.kind === 'include') root.fields.delete('_id');
  return (doc, index) => excluding(root, doc, index);
}

interface Source {
  readonly doc: Doc;
  readonly root: Doc;
  readonly index: number | undefined;
}

function including_(tree: Branch, { doc, root, index }: Source): Doc {
  const result = newDoc();
  for (const key of Object.keys(doc)) {
    const rule = tree.fields.get(key);
    if (!rule || rule.kind === 'compute') continue;
    const value =
      rule.kind === 'branch'
        ? below(doc[key], (inner) => including_(rule, { doc: inner, root, index }))
        : kept(rule, doc[key], index);
    if (value !== undefined) result[key] = value;
  }
  return compute(tree, result, root);
}

const kept = (leaf: Leaf, value: unknown, index: number | undefined): unknown =>
  leaf.kind === 'replace' ? leaf.value(value, index) : value;

/** Goes into documents and the documents of arrays; what is neither is left out. */
function below(value: unknown, into: (doc: Doc) => Doc): unknown {
  if (isDoc(value)) return into(value);
  if (isArray(value))
    return value.map((member) => below(member, into)).filter((member) => member !== undefined);
  return undefined;
}

/** Adds the computed fields at the end, in the order of the projection. */
function compute(tree: Branch, result: Doc, root: Doc): Doc {
  for (const [key, rule] of tree.fields) {
    if (rule.kind === 'compute') {
      const value = rule.value(root);
      if (value !== undefined) result[key] = value;
    } else if (rule.kind === 'branch' && !(key in result) && computes(rule)) {
      result[key] = compute(rule, newDoc(), root);
    }
  }
  return result;
}

const computes = (tree: Branch): boolean =>
  [...tree.fields.values()].some(
    (rule) => rule.kind === 'compute' || (rule.kind === 'branch' && computes(rule)),
  );

function excluding(tree: Branch, doc: Doc, index: number | undefined): Doc {
  const result = newDoc();
  for (const key of Object.keys(doc)) {
    const rule = tree.fields.get(key);
    if (rule?.kind === 'exclude') continue;
    if (rule?.kind === 'branch') result[key] = without(rule, doc[key], index);
    else result[key] = rule ? kept(rule, doc[key], index) : doc[key];
  }
  return result;
}

function without(tree: Branch, value: unknown, index: number | undefined): unknown {
  if (isDoc(value)) return excluding(tree, value, index);
  return isArray(value) ? value.map((member) => without(tree, member, index)) : value;
}

/** Compiles $set (also called $addFields): every expression sees the document as it was. */
export function compileSet(spec: Doc, variables?: Variables): Projection {
  const root = branch();
  const read = (entries: Doc, prefix: readonly string[]): void => {
    for (const [key, value] of Object.entries(entries)) {
      const path = [...prefix, ...key.split('.')];
      if (path.some((part) => part.startsWith('$')))
        fail('BadValue', `FieldPath field names may not start with '$': ${key}`);
      const nested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
      if (nested) read(value, path);
      else plant(root, path, { kind: 'compute', value: compileExpression(value, variables) });
    }
  };
  read(spec, []);
  return (doc) => setFields(root, doc, doc);
}

function setFields(tree: Branch, doc: Doc, root: Doc): Doc {
  const result = Object.assign(newDoc(), doc);
  for (const [key, rule] of tree.fields) {
    const value =
      rule.kind === 'branch'
        ? setBelow(rule, doc[key], root)
        : rule.kind === 'compute'
          ? rule.value(root)
          : undefined;
    if (value === undefined) Reflect.deleteProperty(result, key);
    else result[key] = value;
  }
  return result;
}

function setBelow(tree: Branch, value: unknown, root: Doc): unknown {
  if (isArray(value)) return value.map((member) => setBelow(tree, member, root));
  return setFields(tree, isDoc(value) ? value : newDoc(), root);
}

/** Compiles $unset: the fields that go. */
export function compileUnset(fields: unknown): Projection {
  const names = isArray(fields) ? fields : [fields];
  const root = branch();
  for (const name of names) {
    if (typeof name !== 'string' || name === '')
      return fail('BadValue', '$unset specification must be a string or an array of strings');
    plant(root, name.split('.'), { kind: 'exclude' });
  }
  return (doc) => excluding(root, doc, undefined);
}
