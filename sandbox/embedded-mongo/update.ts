// Reads an update (operators, a whole document, or a pipeline) and applies it to a copy of a document: all of it or, refused, nothing.
import { fail } from './errors.ts';
import { encodeKey } from './key-order.ts';
import { type Variables } from './expressions.ts';
import { compileFilter } from './filter.ts';
import { type MatchNote, type Path, arrayIndex } from './paths.ts';
import { compileReshaping } from './reshaping.ts';
import { type Change, FIELD_UPDATES } from './update-operators.ts';
import { type ArrayFilters, Target, concretePaths } from './update-target.ts';
import { type Doc, cloneValue, isArray, isDoc, newDoc, typeName } from './values.ts';

export interface UpdateContext {
  /** The index that `$` stands for, noted by the filter. */
  readonly note?: MatchNote | undefined;
  /** Whether the document is new: $setOnInsert applies. */
  readonly inserting?: boolean;
}

export interface Update {
  /** Whether it replaces the document: such an update changes one document only. */
  readonly replaces: boolean;
  /** Whether a path holds `$`: the filter must note what it matched. */
  readonly positional: boolean;
  /** The changed copy. Refused when an operator does not fit the document or _id would change. */
  apply(doc: Doc, context: UpdateContext): Doc;
}

/** Reads an update. Refused (FailedToParse, ConflictingUpdateOperators …) as MongoDB refuses it. */
export function compileUpdate(
  update: unknown,
  options: { arrayFilters?: unknown; variables?: Variables } = {},
): Update {
  if (isArray(update)) {
    if (options.arrayFilters !== undefined)
      return fail('FailedToParse', 'arrayFilters may not be specified for pipeline-style updates');
    const reshape = compileReshaping(update, options.variables);
    return { replaces: false, positional: false, apply: (doc) => sameId(doc, reshape(doc)) };
  }
  if (!isDoc(update)) return fail('FailedToParse', 'Update argument must be either an object or an array');
  if (Object.keys(update)[0]?.startsWith('$'))
    return compileOperators(update, readArrayFilters(options.arrayFilters));
  if (options.arrayFilters !== undefined)
    return fail('FailedToParse', 'arrayFilters may not be specified for a replacement');
  return {
    replaces: true,
    positional: false,
    apply: (doc, { inserting }) => replaced(doc, update, inserting ?? false),
  };
}

/** The new document with the _id of the old one, _id first. */
function replaced(doc: Doc, replacement: Doc, inserting: boolean): Doc {
  for (const key of Object.keys(replacement))
    if (key.startsWith('$'))
      return fail(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${key}' is not allowed in a replacement document`,
      );
  const result = newDoc();
  const id = '_id' in replacement ? replacement._id : doc._id;
  if (id !== undefined) result._id = id;
  for (const key of Object.keys(replacement)) if (key !== '_id') result[key] = cloneValue(replacement[key]);
  return inserting && doc._id === undefined ? result : sameId(doc, result);
}

function sameId(before: Doc, after: Doc): Doc {
  if (before._id !== undefined && (after._id === undefined || encodeKey(before._id) !== encodeKey(after._id)))
    return fail(
      'ImmutableField',
      `Performing an update on the path '_id' would modify the immutable field '_id'`,
    );
  return after;
}

interface Step {
  readonly path: Path;
  readonly onInsertOnly: boolean;
  readonly change: Change;
  readonly renameTo?: Path;
}

function compileOperators(update: Doc, filters: ReadonlyMap<string, ArrayFilter>): Update {
  const steps = Object.entries(update).flatMap(([operator, fields]) => readOperator(operator, fields));
  refuseConflicts(steps.flatMap(({ path, renameTo }) => (renameTo ? [path, renameTo] : [path])));
  steps.sort((a, b) => comparePaths(a.path, b.path));
  const used = new Set(
    steps.flatMap(({ path }) =>
      path.filter((part) => part.startsWith('$[')).map((part) => part.slice(2, -1)),
    ),
  );
  for (const name of filters.keys())
    if (!used.has(name))
      return fail('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  for (const name of used)
    if (name !== '' && !filters.has(name))
      return fail('BadValue', `No array filter found for identifier '${name}'`);
  return {
    replaces: false,
    positional: steps.some(({ path }) => path.includes('$')),
    apply(doc, { note = {}, inserting = false }) {
      const copy = copyForChange(doc, steps);
      for (const step of steps) if (!step.onInsertOnly || inserting) applyStep(step, copy, { note, filters });
      return sameId(doc, copy);
    },
  };
}

/** A copy in which whatever lies below a field that changes is a copy too. */
function copyForChange(doc: Doc, steps: readonly Step[]): Doc {
  const copy = Object.assign(newDoc(), doc);
  for (const [root = ''] of steps.map(({ path }) => path))
    if (root in doc) copy[root] = cloneValue(doc[root]);
  for (const { renameTo: [root = ''] = [] } of steps) if (root in doc) copy[root] = cloneValue(doc[root]);
  return copy;
}

function applyStep(step: Step, doc: Doc, given: { note: MatchNote; filters: ArrayFilters }): void {
  for (const path of concretePaths(doc, step.path, given)) {
    const target = new Target(doc, path);
    if (step.renameTo) rename(target, new Target(doc, step.renameTo));
    else step.change(target, doc);
  }
}

function rename(from: Target, to: Target): void {
  const { value } = from;
  if (value === undefined) return;
  if (from.inArray || to.inArray)
    return fail('BadValue', `The source or destination field of $rename cannot be an array element`);
  from.unset();
  to.set(value);
}

function readOperator(operator: string, fields: unknown): Step[] {
  const read = FIELD_UPDATES.get(operator);
  if (!read && operator !== '$rename')
    return fail(
      'FailedToParse',
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  if (!isDoc(fields))
    return fail(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${operator}: ${typeName(fields)}}`,
    );
  return Object.entries(fields).map(([field, operand]) => {
    const path = readPath(field);
    if (!read)
      return { path, onInsertOnly: false, change: () => undefined, renameTo: readNewName(field, operand) };
    return { path, onInsertOnly: operator === '$setOnInsert', change: read(operand, field) };
  });
}

function readNewName(field: string, to: unknown): Path {
  if (typeof to !== 'string')
    return fail('BadValue', `The 'to' field for $rename must be a string: ${field}`);
  if (to === field) return fail('BadValue', `The source and target field for $rename must differ: ${field}`);
  const path = readPath(to);
  if ([...path, ...field.split('.')].some((part) => part.startsWith('$')))
    return fail('BadValue', `The source and target of $rename may not be dynamic: ${field}`);
  return path;
}

function readPath(field: string): Path {
  const path = field.split('.');
  if (path.includes(''))
    return fail(
      'EmptyFieldName',
      `The update path '${field}' contains an empty field name, which is not allowed.`,
    );
  for (const [index, part] of path.entries()) {
    if (!part.startsWith('$')) continue;
    if (part !== '$' && !/^\$\[([a-z][a-zA-Z0-9]*)?\]$/.test(part))
      return fail(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${field}' is not valid for storage.`,
      );
    if (index === 0)
      return fail(
        'BadValue',
        `Cannot have array filter or positional operator as the first part of '${field}'`,
      );
  }
  return path;
}

/** Two changes of one place, or of a place and one below it. */
function refuseConflicts(paths: readonly Path[]): void {
  const texts = paths.map((path) => path.join('.')).sort();
  const seen = new Set<string>();
  for (const text of texts) {
    const parts = text.split('.');
    for (let length = 1; length <= parts.length; length++) {
      const beginning = parts.slice(0, length).join('.');
      if (seen.has(beginning))
        fail(
          'ConflictingUpdateOperators',
          `Updating the path '${text}' would create a conflict at '${beginning}'`,
        );
    }
    seen.add(text);
  }
}

/** Numbers by value, other names by their letters: new fields appear in this order. */
function comparePaths(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const [x = '', y = ''] = [a[at], b[at]];
    if (x === y) continue;
    const [i, j] = [arrayIndex(x), arrayIndex(y)];
    if (i !== undefined && j !== undefined) return i - j;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}

type ArrayFilter = (member: unknown) => boolean;

function readArrayFilters(list: unknown): ReadonlyMap<string, ArrayFilter> {
  const filters = new Map<string, ArrayFilter>();
  if (list === undefined) return filters;
  if (!isArray(list)) return fail('TypeMismatch', 'arrayFilters must be an array');
  for (const filter of list) {
    const names = isDoc(filter) ? identifiersOf(filter) : new Set<string>();
    const [name] = names;
    if (!isDoc(filter) || name === undefined)
      return fail('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
    if (names.size > 1)
      return fail(
        'FailedToParse',
        `Error parsing array filter: Expected a single top-level field name, found '${[...names].join("' and '")}'`,
      );
    if (!/^[a-z][a-zA-Z0-9]*$/.test(name))
      return fail('BadValue', `Error parsing array filter: '${name}' is no identifier`);
    if (filters.has(name))
      return fail('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    const compiled = compileFilter(filter);
    filters.set(name, (member) => {
      const wrapped = newDoc();
      wrapped[name] = member;
      return compiled.matches(wrapped);
    });
  }
  return filters;
}

/** The names before the first dot in a filter, also those inside $and, $or, $nor. */
function identifiersOf(filter: Doc): Set<string> {
  const names = new Set<string>();
  for (const [key, value] of Object.entries(filter)) {
    if (!key.startsWith('$')) names.add(key.split('.', 1)[0] ?? '');
    else if (isArray(value))
      for (const inner of value) if (isDoc(inner)) for (const name of identifiersOf(inner)) names.add(name);
  }
  return names;
}
