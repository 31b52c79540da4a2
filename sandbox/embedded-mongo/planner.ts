// Chooses how to find documents: along an index (bounded by the filter, or in the order of the sort) or through the whole collection.
import { type Constraint, type Constraints, constraintsOf, keysOf, stretchesOf } from './bounds.ts';
import type { Collection } from './collection.ts';
import { fail } from './errors.ts';
import type { FieldNode, FilterNode } from './filter.ts';
import type { Index } from './index.ts';
import { arrayIndex } from './paths.ts';
import { encodeKey } from './key-order.ts';
import type { SortField } from './sorting.ts';
import { isDoc } from './values.ts';

/** Entries `from <= entry < to` of an index. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

export interface IndexPlan {
  readonly kind: 'index';
  readonly index: Index;
  readonly intervals: readonly Interval[];
  /** How many fields the filter bounds; 0 is a walk through the whole index, for its order. */
  readonly bounded: number;
  /** Whether each interval comes in the order of the sort. */
  readonly ordered: boolean;
  readonly descending: boolean;
}

export type Plan =
  IndexPlan | { readonly kind: 'union'; readonly plans: readonly IndexPlan[] } | { readonly kind: 'scan' };

export interface PlanRequest {
  readonly root: FilterNode;
  readonly sort: readonly SortField[];
  readonly hint: unknown;
  readonly limit: number;
}

/** More combinations of values than this are not looked up one by one. */
const MOST_INTERVALS = 2000;

/** Chooses a plan. Refused (BadValue) when the hint names no index. */
export function choosePlan(collection: Collection, request: PlanRequest): Plan {
  const constraints = constraintsOf(request.root);
  const hinted = hintedIndex(collection, request.hint);
  if (hinted === 'scan') return { kind: 'scan' };
  const candidates = hinted ? [hinted] : collection.indexes.filter((index) => covers(index, constraints));
  const plans = candidates.map((index) => planIndex(index, constraints, request.sort));
  const [first, ...others] = plans.filter((plan) => plan.bounded > 0);
  if (first) return cheapest([first, ...others], request);
  if (hinted) return plans[0] ?? { kind: 'scan' };
  return (
    planAlternatives(collection, constraints) ??
    plans.find((plan) => plan.ordered && request.sort.length > 0) ?? { kind: 'scan' }
  );
}

/** Few entries, and the right order when a limit lets the walk end early. */
function cheapest(plans: readonly [IndexPlan, ...IndexPlan[]], { sort, limit }: PlanRequest): IndexPlan {
  if (plans.length === 1) return plans[0];
  const cost = ({ index, intervals, ordered }: IndexPlan): number => {
    const entries = intervals.reduce((total, { from, to }) => total + index.entries.count(from, to), 0);
    if (sort.length === 0) return entries;
    return ordered && limit > 0 ? Math.min(entries, limit + entries * 0.3) : entries * (ordered ? 1 : 1.5);
  };
  let [best] = plans;
  let lowest = Infinity;
  for (const plan of plans) {
    const own = cost(plan);
    if (own > lowest || (own === lowest && plan.bounded <= best.bounded)) continue;
    best = plan;
    lowest = own;
  }
  return best;
}

function hintedIndex(collection: Collection, hint: unknown): Index | 'scan' | undefined {
  if (hint === undefined || (isDoc(hint) && Object.keys(hint).length === 0)) return undefined;
  if (isDoc(hint) && '$natural' in hint) return 'scan';
  const wanted = encodeKey(hint);
  const index = collection.indexes.find(({ definition }) =>
    typeof hint === 'string' ? definition.name === hint : encodeKey(definition.key) === wanted,
  );
  return index ?? fail('BadValue', 'hint provided does not correspond to an existing index');
}

/** Every alternative of an $or along an index of its own. */
function planAlternatives(collection: Collection, { alternatives }: Constraints): Plan | undefined {
  for (const children of alternatives) {
    const plans = children.map((root) =>
      choosePlan(collection, { root, sort: [], hint: undefined, limit: 0 }),
    );
    if (plans.every((plan): plan is IndexPlan => plan.kind === 'index' && plan.bounded > 0))
      return { kind: 'union', plans };
  }
  return undefined;
}

/** Whether every document that the filter can match is in the index. */
function covers(index: Index, constraints: Constraints): boolean {
  const { partial, definition } = index;
  if (partial && !implies(constraints, partial.root)) return false;
  if (index.fields.some(({ path }) => path.some((part) => arrayIndex(part) !== undefined))) return false;
  return (
    !definition.sparse ||
    index.fields.some(({ path }) => excludesMissing(constraints.byField.get(path.join('.'))))
  );
}

function excludesMissing(constraint: Constraint | undefined): boolean {
  if (!constraint) return false;
  if (constraint.equal) return constraint.equal.every((value) => value !== null && value !== undefined);
  return constraint.kindMark !== undefined || constraint.prefix !== undefined;
}

function implies(constraints: Constraints, partial: FilterNode): boolean {
  if (partial.kind === 'and') return partial.children.every((child) => implies(constraints, child));
  if (partial.kind !== 'field') return false;
  const { equal } = constraints.byField.get(partial.field) ?? {};
  if (equal?.every((value) => partial.test(value ?? undefined))) return true;
  if (partial.operator === '$exists' && excludesMissing(constraints.byField.get(partial.field))) return true;
  return constraints.nodes.some((node) => sameCondition(node, partial));
}

const sameCondition = (a: FieldNode, b: FieldNode): boolean =>
  a.field === b.field && a.operator === b.operator && encodeKey(a.operand) === encodeKey(b.operand);

function planIndex(index: Index, constraints: Constraints, sort: readonly SortField[]): IndexPlan {
  let prefixes = [''];
  const fixed = new Set<string>();
  let points = 0;
  let bounded = 0;
  let intervals: Interval[] | undefined;
  const roots = new Set<string>();
  for (const { path, direction } of index.fields) {
    const field = path.join('.');
    const found = stretchesOf(constraints.byField.get(field), index.multikey);
    // Behind one array only one field is bounded: another may be met by another member.
    if (!found || (index.multikey && roots.has(path[0] ?? ''))) break;
    if (prefixes.length > 1 && prefixes.length * found.stretches.length > MOST_INTERVALS) break;
    roots.add(path[0] ?? '');
    bounded++;
    const ranges = found.stretches.map((stretch) => keysOf(stretch, direction));
    if (!found.point) {
      intervals = prefixes.flatMap((prefix) =>
        ranges.map(({ from, to }) => ({ from: prefix + from, to: prefix + to })),
      );
      break;
    }
    points++;
    if (ranges.length === 1) fixed.add(field);
    prefixes = prefixes.flatMap((prefix) => ranges.map(({ from }) => prefix + from));
  }
  intervals ??= prefixes.map((prefix) => ({ from: prefix, to: `${prefix}\uffff` }));
  const order = index.multikey
    ? undefined
    : orderAfter(
        index,
        points,
        sort.filter(({ field }) => !fixed.has(field)),
      );
  return {
    kind: 'index',
    index,
    intervals,
    bounded,
    ordered: order !== undefined,
    descending: order === 'descending',
  };
}

/** How to walk along the index behind its fixed fields so that the sort comes out; undefined when it does not. */
function orderAfter(
  index: Index,
  points: number,
  sort: readonly SortField[],
): 'ascending' | 'descending' | undefined {
  const rest = index.fields.slice(points);
  if (sort.length === 0) return 'ascending';
  if (sort.length > rest.length) return undefined;
  const signs = sort.map(({ field, direction }, place) => {
    const own = rest[place];
    return own?.path.join('.') === field ? own.direction * direction : 0;
  });
  if (signs.every((sign) => sign === 1)) return 'ascending';
  return signs.every((sign) => sign === -1) ? 'descending' : undefined;
}
