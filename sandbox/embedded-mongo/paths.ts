// Follows a dotted path through documents and arrays as MongoDB's matcher does: an array on the way stands for each of its members.
import { type Doc, isArray, isDoc } from './values.ts';

/** A dotted path, cut at the dots. */
export type Path = readonly string[];

/** Notes the index of the array member through which a condition was met: the `$` of an update. */
export interface MatchNote {
  index?: number;
}

export interface Visit {
  /** Whether the members of an array at the end of the path are asked, before the array itself. */
  readonly members: boolean;
  /** Called with each value at the path; `undefined` stands for a missing field. Returns whether it is what is looked for. */
  readonly test: (value: unknown) => boolean;
  readonly note?: MatchNote | undefined;
}

/** Whether a value at the path passes the test. */
export function anyAt(root: Doc | readonly unknown[], path: Path, visit: Visit): boolean {
  return walk(root, path, 0, visit);
}

function walk(root: unknown, path: Path, from: number, visit: Visit): boolean {
  let value = root;
  let at = from;
  while (at < path.length && isDoc(value)) value = value[path[at++] ?? ''];
  if (!isArray(value)) return visit.test(at < path.length ? undefined : value);
  if (at < path.length) return walkArray(value, path, at, visit);
  return (visit.members && noted(value, visit)) || visit.test(value);
}

function noted(members: readonly unknown[], visit: Visit): boolean {
  for (let index = 0; index < members.length; index++) {
    if (!visit.test(members[index])) continue;
    if (visit.note) visit.note.index = index;
    return true;
  }
  return false;
}

/** The path goes on behind an array: into each document of it, and to the member a number names. */
function walkArray(members: readonly unknown[], path: Path, at: number, visit: Visit): boolean {
  const wanted = arrayIndex(path[at] ?? '');
  for (let index = 0; index < members.length; index++) {
    const member = members[index];
    if (isDoc(member) && walk(member, path, at, visit)) {
      if (visit.note) visit.note.index = index;
      return true;
    }
    if (index === wanted && atIndex(member, path, at + 1, visit)) return true;
  }
  return false;
}

function atIndex(member: unknown, path: Path, at: number, visit: Visit): boolean {
  if (at === path.length) return visit.test(member);
  if (isDoc(member)) return walk(member, path, at, visit);
  if (!isArray(member)) return false;
  const inner = arrayIndex(path[at] ?? '');
  return inner === undefined ? visit.test(undefined) : atIndex(member[inner], path, at + 1, visit);
}

/** The index a part of a path names, or undefined. */
export function arrayIndex(part: string): number | undefined {
  return /^(0|[1-9]\d{0,6})$/.test(part) ? Number(part) : undefined;
}

/** The value at a path of an expression such as "$a.b": arrays on the way give the array of what their documents hold there. */
export function valueAt(root: unknown, path: Path, from = 0): unknown {
  let value = root;
  for (let at = from; at < path.length; at++) {
    if (isArray(value)) {
      const rest = at;
      return value
        .filter((member) => isDoc(member) || isArray(member))
        .map((member) => valueAt(member, path, rest))
        .filter((found) => found !== undefined);
    }
    if (!isDoc(value)) return undefined;
    value = value[path[at] ?? ''];
  }
  return value;
}
