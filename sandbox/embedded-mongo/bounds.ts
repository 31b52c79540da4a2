// What a filter demands of single fields, as stretches of index keys. A stretch may hold more than matches, never less: every document
// that an index offers is asked again by the filter.
import { BSONRegExp } from 'bson';
import type { FieldNode, FilterNode } from './filter.ts';
import { AFTER, KIND_MARK, encodeKey, encodeTextPrefix, following, invertKey } from './key-order.ts';
import { isArray, kindOf } from './values.ts';

/** One end of a stretch: a whole key, or the beginning (a class mark, the beginning of a text) of many. */
interface Bound {
  readonly key: string;
  readonly whole: boolean;
  readonly inclusive: boolean;
}

/** What lies between two bounds of one field. */
export interface Stretch {
  readonly lower: Bound;
  readonly upper: Bound;
}

export interface Constraint {
  /** The values one of which the field must have. */
  equal?: readonly unknown[];
  /** A range within one class of values. */
  kindMark?: string;
  lower?: Bound;
  upper?: Bound;
  /** What a regular expression that begins with a fixed text can match. */
  prefix?: readonly Stretch[];
}

export interface Constraints {
  readonly byField: ReadonlyMap<string, Constraint>;
  /** The conditions that all must hold, for comparing with a partial index. */
  readonly nodes: readonly FieldNode[];
  /** The alternatives of each $or that must hold too. */
  readonly alternatives: readonly (readonly FilterNode[])[];
}

/** Collects what must hold in any case. */
export function constraintsOf(root: FilterNode): Constraints {
  const byField = new Map<string, Constraint>();
  const nodes: FieldNode[] = [];
  const alternatives: (readonly FilterNode[])[] = [];
  const visit = (node: FilterNode, prefix: string): void => {
    if (node.kind === 'and' || (node.kind === 'or' && node.children.length === 1)) {
      for (const child of node.children) visit(child, prefix);
    } else if (node.kind === 'or' && prefix === '' && node.children.length > 0)
      alternatives.push(node.children);
    else if (node.kind === 'element' && !node.whole) visit(node.child, `${prefix}${node.field}.`);
    else if (node.kind === 'field' && node.path.length > 0) {
      if (prefix === '') nodes.push(node);
      const field = prefix + node.field;
      byField.set(field, narrow(byField.get(field) ?? {}, node));
    }
  };
  visit(root, '');
  return { byField, nodes, alternatives };
}

const indexable = (value: unknown): boolean => !isArray(value) && !(value instanceof BSONRegExp);

function narrow(constraint: Constraint, { operator, operand }: FieldNode): Constraint {
  switch (operator) {
    case '$eq':
      return indexable(operand) ? { ...constraint, equal: [operand ?? null] } : constraint;
    case '$in':
      return (operand as unknown[]).every(indexable) && !constraint.equal
        ? { ...constraint, equal: operand as unknown[] }
        : constraint;
    case '$gt':
      return narrowRange(constraint, 'lower', operand, false);
    case '$gte':
      return narrowRange(constraint, 'lower', operand, true);
    case '$lt':
      return narrowRange(constraint, 'upper', operand, false);
    case '$lte':
      return narrowRange(constraint, 'upper', operand, true);
    case '$regex': {
      const prefix = prefixStretches(operand as BSONRegExp);
      return prefix ? { ...constraint, prefix } : constraint;
    }
    default:
      return constraint;
  }
}

function narrowRange(
  constraint: Constraint,
  side: 'lower' | 'upper',
  operand: unknown,
  inclusive: boolean,
): Constraint {
  const kind = kindOf(operand);
  if (['null', 'minKey', 'maxKey', 'array', 'regex'].includes(kind) || constraint[side]) return constraint;
  const kindMark = KIND_MARK[kind];
  if (constraint.kindMark !== undefined && constraint.kindMark !== kindMark) return constraint;
  return { ...constraint, kindMark, [side]: { key: encodeKey(operand), whole: true, inclusive } };
}

const everything = (key: string, whole: boolean): Stretch => ({
  lower: { key, whole, inclusive: true },
  upper: { key, whole, inclusive: true },
});

/** The texts that begin as /^abc/ says, and the expression itself, which MongoDB matches too. */
function prefixStretches(expression: BSONRegExp): Stretch[] | undefined {
  if (/[imx]/.test(expression.options) || expression.pattern.includes('|')) return undefined;
  const fixed = /^\^([^\\^$.*+?()[\]{}|]+)/.exec(expression.pattern)?.[1];
  if (fixed === undefined) return undefined;
  // A quantifier makes the last character optional.
  const quantified = /^[*?{]/.test(expression.pattern.slice(fixed.length + 1));
  const text = quantified ? Array.from(fixed).slice(0, -1).join('') : fixed;
  return text === ''
    ? undefined
    : [everything(encodeTextPrefix(text), false), everything(encodeKey(expression), true)];
}

/** The stretches of a field, each one value when `point`; undefined when nothing bounds it. */
export function stretchesOf(
  constraint: Constraint | undefined,
  multikey: boolean,
): { point: boolean; stretches: Stretch[] } | undefined {
  if (constraint?.equal) {
    const keys = [...new Set(constraint.equal.map(encodeKey))];
    return { point: true, stretches: keys.map((key) => everything(key, true)) };
  }
  if (constraint?.kindMark !== undefined) {
    const whole: Bound = { key: constraint.kindMark, whole: false, inclusive: true };
    // In an array one member may be above the lower bound and another below the upper one.
    const upper = multikey && constraint.lower ? undefined : constraint.upper;
    return { point: false, stretches: [{ lower: constraint.lower ?? whole, upper: upper ?? whole }] };
  }
  return constraint?.prefix ? { point: false, stretches: [...constraint.prefix] } : undefined;
}

const before = ({ key }: Bound, turn: (key: string) => string): string => turn(key);
const behind = ({ key, whole }: Bound, turn: (key: string) => string): string =>
  whole ? turn(key) + AFTER : following(turn(key));

/** The keys `from <= key < to` of a stretch in a field of the given direction. */
export function keysOf({ lower, upper }: Stretch, direction: 1 | -1): { from: string; to: string } {
  const turn = direction === 1 ? (key: string) => key : invertKey;
  const [start, end] = direction === 1 ? [lower, upper] : [upper, lower];
  return {
    from: (start.inclusive ? before : behind)(start, turn),
    to: (end.inclusive ? behind : before)(end, turn),
  };
}
