// Reads a filter ({ a: 1, b: { $gt: 2 }, $or: [...] }) into a tree that matches documents and that the planner looks through.
import { BSONRegExp } from 'bson';
import { CommandError, fail } from './errors.ts';
import { type Variables, compileExpression } from './expressions.ts';
import { type ValueTest, equals, isOneOf, operatorTest } from './filter-operators.ts';
import { type MatchNote, type Path, anyAt } from './paths.ts';
import { type Doc, isArray, isDoc, isTrue, typeName } from './values.ts';

/** A condition on the values at one path. */
export interface FieldNode {
  readonly kind: 'field';
  readonly field: string;
  readonly path: Path;
  readonly operator: string;
  readonly operand: unknown;
  readonly members: boolean;
  readonly test: ValueTest;
}

/** $elemMatch: one member of an array fulfils all conditions; `whole` when they ask the member itself, not its fields. */
export interface ElementNode {
  readonly kind: 'element';
  readonly field: string;
  readonly path: Path;
  readonly child: FilterNode;
  readonly whole: boolean;
}

export type FilterNode =
  | FieldNode
  | { readonly kind: 'and' | 'or' | 'nor'; readonly children: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly child: FilterNode }
  | ElementNode
  | { readonly kind: 'expression'; readonly test: (doc: Doc) => boolean };

/** A filter ready to match. */
export interface Filter {
  readonly root: FilterNode;
  /** Whether it matches; `note` receives the index that an update's `$` stands for. */
  matches(doc: Doc, note?: MatchNote): boolean;
}

/** Reads a filter. Refused (BadValue) when an operator is unknown or its operand has the wrong shape. */
export function compileFilter(filter: Doc, variables?: Variables): Filter {
  const root = readFilter(filter, variables);
  return { root, matches: (doc, note) => matchesNode(root, doc, note) };
}

/** Whether a document, or in $elemMatch a member of an array, fulfils a node. */
export function matchesNode(node: FilterNode, root: unknown, note?: MatchNote): boolean {
  switch (node.kind) {
    case 'field':
      return node.path.length === 0
        ? node.test(root)
        : anyAt(root as Doc, node.path, { members: node.members, test: node.test, note });
    case 'and':
      return node.children.every((child) => matchesNode(child, root, note));
    case 'or':
      return node.children.some((child) => matchesNode(child, root, note));
    case 'nor':
      return !node.children.some((child) => matchesNode(child, root));
    case 'not':
      return !matchesNode(node.child, root);
    case 'element':
      return matchesElement(node, root, note);
    case 'expression':
      return node.test(root as Doc);
  }
}

function matchesElement(node: ElementNode, root: unknown, note?: MatchNote): boolean {
  const test = (value: unknown): boolean => {
    if (!isArray(value)) return false;
    const index = value.findIndex(
      (member) => (node.whole || isDoc(member) || isArray(member)) && matchesNode(node.child, member),
    );
    if (index >= 0 && note) note.index = index;
    return index >= 0;
  };
  return node.path.length === 0 ? test(root) : anyAt(root as Doc, node.path, { members: false, test });
}

function readFilter(filter: Doc, variables?: Variables): FilterNode {
  const children = Object.keys(filter).flatMap((key) => readEntry(key, filter[key], variables));
  const [only] = children;
  return only && children.length === 1 ? only : { kind: 'and', children };
}

function readEntry(key: string, operand: unknown, variables?: Variables): FilterNode[] {
  if (!key.startsWith('$')) return readField(key, operand);
  switch (key) {
    case '$and':
      return readList(key, operand, variables);
    case '$or':
      return [{ kind: 'or', children: readList(key, operand, variables) }];
    case '$nor':
      return [{ kind: 'nor', children: readList(key, operand, variables) }];
    case '$comment':
      return [];
    case '$expr': {
      const expression = compileExpression(operand, variables);
      return [{ kind: 'expression', test: (doc) => isTrue(expression(doc)) }];
    }
    case '$where':
    case '$text':
    case '$jsonSchema':
    case '$sampleRate':
      return fail('NotImplemented', `${key} is not supported by the embedded engine`);
    default:
      return fail('BadValue', `unknown top level operator: ${key}`);
  }
}

function readList(key: string, operand: unknown, variables?: Variables): FilterNode[] {
  if (!isArray(operand)) return fail('BadValue', `${key} must be an array`);
  if (operand.length === 0) return fail('BadValue', `$and/$or/$nor must be a nonempty array`);
  return operand.map((entry) =>
    isDoc(entry)
      ? readFilter(entry, variables)
      : fail('BadValue', `$or/$and/$nor entries need to be full objects`),
  );
}

/** Whether a value in a filter holds operators ({ $gt: 5 }) rather than a document to be equal to. */
function holdsOperators(value: unknown): value is Doc {
  return (
    isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false) && !('$ref' in value && '$id' in value)
  );
}

function readField(field: string, operand: unknown): FilterNode[] {
  const at = { field, path: field === '' ? [''] : field.split('.') };
  if (operand instanceof BSONRegExp) return [node(at, '$regex', operand)];
  return holdsOperators(operand) ? readOperators(at, operand) : [node(at, '$eq', operand)];
}

interface Place {
  readonly field: string;
  readonly path: Path;
  /** Inside `$elemMatch: { $gt: 5 }` the member itself is asked, not its members. */
  readonly itself?: boolean;
}

function node(at: Place, operator: string, operand: unknown): FieldNode {
  const test = operator === '$eq' ? equals(operand) : operatorTest(operator, operand);
  const members = !at.itself && operator !== '$size' && operator !== '$exists';
  return { kind: 'field', field: at.field, path: at.path, operator, operand, members, test };
}

const not = (child: FilterNode): FilterNode => ({ kind: 'not', child });

function readOperators(at: Place, operators: Doc): FilterNode[] {
  return Object.keys(operators).flatMap((operator): FilterNode[] => {
    const operand = operators[operator];
    switch (operator) {
      case '$ne':
        if (operand instanceof BSONRegExp) return fail('BadValue', "Can't have regex as arg to $ne.");
        return [not(node(at, '$eq', operand))];
      case '$nin':
        return [not(inNode(at, operand, operator))];
      case '$in':
        return [inNode(at, operand, operator)];
      case '$exists': {
        const present = node(at, '$exists', true);
        return [isTrue(operand) ? present : not(present)];
      }
      case '$not':
        return [not(negated(at, operand))];
      case '$regex':
        return [node(at, '$regex', regexOf(operand, operators.$options))];
      case '$options':
        return '$regex' in operators ? [] : fail('BadValue', '$options needs a $regex');
      case '$all':
        return readAll(at, operand);
      case '$elemMatch':
        return [readElement(at, operand)];
      default:
        return [node(at, operator, operand)];
    }
  });
}

function inNode(at: Place, operand: unknown, operator: string): FieldNode {
  if (!isArray(operand)) return fail('BadValue', `${operator} needs an array`);
  if (operand.some(holdsOperators)) return fail('BadValue', `cannot nest $ under ${operator}`);
  const base = { kind: 'field' as const, field: at.field, path: at.path, operator: '$in', operand };
  return { ...base, members: !at.itself, test: isOneOf(operand) };
}

function negated(at: Place, operand: unknown): FilterNode {
  if (operand instanceof BSONRegExp) return node(at, '$regex', operand);
  if (!isDoc(operand)) return fail('BadValue', '$not needs a regex or a document');
  if (!holdsOperators(operand)) return fail('BadValue', '$not cannot be empty and needs operators');
  return { kind: 'and', children: readOperators(at, operand) };
}

function regexOf(pattern: unknown, options: unknown): BSONRegExp {
  const source = pattern instanceof BSONRegExp ? pattern.pattern : pattern;
  const flags = options ?? (pattern instanceof BSONRegExp ? pattern.options : '');
  if (typeof source !== 'string') return fail('BadValue', '$regex has to be a string');
  if (typeof flags !== 'string') return fail('BadValue', '$options has to be a string');
  try {
    return new BSONRegExp(source, flags);
  } catch {
    return fail('BadValue', `invalid flag in regex options: ${flags}`);
  }
}

function readAll(at: Place, operand: unknown): FilterNode[] {
  if (!isArray(operand)) return fail('BadValue', '$all needs an array');
  if (operand.length === 0) return [{ kind: 'or', children: [] }];
  return operand.flatMap((value): FilterNode[] => {
    if (isDoc(value) && '$elemMatch' in value) return [readElement(at, value.$elemMatch)];
    if (holdsOperators(value)) return fail('BadValue', 'no $ expressions in $all');
    return [value instanceof BSONRegExp ? node(at, '$regex', value) : node(at, '$eq', value)];
  });
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$comment']);

function readElement(at: Place, operand: unknown): ElementNode {
  if (!isDoc(operand)) return fail('BadValue', `$elemMatch needs an Object, not a ${typeName(operand)}`);
  const whole = holdsOperators(operand) && !LOGICAL.has(Object.keys(operand)[0] ?? '');
  const child: FilterNode = whole
    ? { kind: 'and', children: readOperators({ field: '', path: [], itself: true }, operand) }
    : readFilter(operand);
  return { kind: 'element', field: at.field, path: at.path, child, whole };
}

/** The test of an array's members for $pull: operators and documents are conditions, everything else is a value to be equal to. */
export function compileMember(operand: unknown): (member: unknown) => boolean {
  if (operand instanceof BSONRegExp) return operatorTest('$regex', operand);
  if (!isDoc(operand)) return equals(operand);
  const { child, whole } = readElement({ field: '', path: [] }, operand);
  return (member) => (whole || isDoc(member)) && matchesNode(child, member);
}

/** The top-level fields that a filter asks for; undefined when it may be any. */
export function rootsOf(node: FilterNode): string[] | undefined {
  if (node.kind === 'field' || node.kind === 'element') return node.path.slice(0, 1);
  if (node.kind === 'expression') return undefined;
  const parts = (node.kind === 'not' ? [node.child] : node.children).map(rootsOf);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** The equalities that a filter demands of whole paths, for the document an upsert makes. Refused when two contradict each other. */
export function equalitiesOf(node: FilterNode): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const visit = (inner: FilterNode): void => {
    if (inner.kind === 'and' || (inner.kind === 'or' && inner.children.length === 1))
      inner.children.forEach(visit);
    if (inner.kind !== 'field' || inner.operator !== '$eq') return;
    if (found.has(inner.field))
      throw new CommandError(
        'NotSingleValueField',
        `cannot infer query fields to set, path '${inner.field}' is matched twice`,
      );
    for (const other of found.keys())
      if (other.startsWith(`${inner.field}.`) || inner.field.startsWith(`${other}.`))
        throw new CommandError(
          'NotSingleValueField',
          `cannot infer query fields to set, both paths '${other}' and '${inner.field}' are matched`,
        );
    found.set(inner.field, inner.operand);
  };
  visit(node);
  return found;
}
