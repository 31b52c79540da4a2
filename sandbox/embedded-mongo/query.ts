// Runs a plan: finds the records that a filter matches, in order, and counts what was looked at on the way.
import type { Collection, StoredRecord } from './collection.ts';
import type { Filter } from './filter.ts';
import { recordOf } from './index.ts';
import { type IndexPlan, type Plan, choosePlan } from './planner.ts';
import { type SortField, sortDocuments } from './sorting.ts';

export interface Query {
  readonly filter: Filter;
  readonly sort?: readonly SortField[];
  readonly skip?: number;
  /** 0 or missing: all. */
  readonly limit?: number;
  readonly hint?: unknown;
}

export interface Found {
  readonly records: StoredRecord[];
  readonly plan: Plan;
  readonly docsExamined: number;
  readonly keysExamined: number;
  /** Whether the records had to be sorted after they were found. */
  readonly sorted: boolean;
}

/** Finds records. Refused (BadValue) when the hint names no index. */
export function findRecords(collection: Collection, query: Query): Found {
  const { filter, sort = [], skip = 0, limit = 0, hint } = query;
  const wanted = limit > 0 ? skip + limit : Infinity;
  const plan = choosePlan(collection, { root: filter.root, sort, hint, limit: limit > 0 ? wanted : 0 });
  const walk = new Walk(collection, filter);
  const ordered = sort.length === 0 || (plan.kind === 'index' && plan.ordered);
  const sortNeeded = sort.length > 0 && !(ordered && plan.kind === 'index' && plan.intervals.length === 1);
  walk.run(plan, { enough: ordered ? wanted : Infinity, perInterval: sort.length > 0 });
  let { records } = walk;
  if (sortNeeded) records = sortDocuments(records, (record) => collection.docOf(record), sort);
  if (skip > 0 || limit > 0) records = records.slice(skip, wanted);
  return {
    records,
    plan,
    docsExamined: walk.docsExamined,
    keysExamined: walk.keysExamined,
    sorted: sortNeeded,
  };
}

class Walk {
  readonly records: StoredRecord[] = [];
  docsExamined = 0;
  keysExamined = 0;
  readonly #collection: Collection;
  readonly #filter: Filter;
  readonly #seen = new Set<number>();

  constructor(collection: Collection, filter: Filter) {
    this.#collection = collection;
    this.#filter = filter;
  }

  /** Walks until `enough` records are found; with `perInterval`, so many in each, because any of them may be among the first. */
  run(plan: Plan, until: { enough: number; perInterval: boolean }): void {
    if (plan.kind === 'index') this.#index(plan, until, plan.index.multikey || plan.intervals.length > 1);
    else if (plan.kind === 'union') for (const part of plan.plans) this.#index(part, until, true);
    else
      for (const record of this.#collection.records.values()) {
        this.#examine(record);
        if (this.records.length >= until.enough) return;
      }
  }

  /** `several`: the walk may come upon a record more than once. */
  #index(
    plan: IndexPlan,
    { enough, perInterval }: { enough: number; perInterval: boolean },
    several: boolean,
  ): void {
    for (const { from, to } of plan.intervals) {
      const goal = perInterval ? this.records.length + enough : enough;
      if (this.records.length >= goal) return;
      const { entries } = plan.index;
      for (const entry of plan.descending ? entries.descending(from, to) : entries.ascending(from, to)) {
        this.keysExamined++;
        const record = this.#collection.records.get(recordOf(entry));
        if (!record || (several && this.#seen.has(record.number))) continue;
        if (several) this.#seen.add(record.number);
        this.#examine(record);
        if (this.records.length >= goal) break;
      }
    }
  }

  #examine(record: StoredRecord): void {
    this.docsExamined++;
    if (this.#filter.matches(this.#collection.docOf(record))) this.records.push(record);
  }
}
