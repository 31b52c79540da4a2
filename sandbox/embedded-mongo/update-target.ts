// Finds the place in a document that an update changes, and makes the documents on the way there when they are missing.
import { fail } from './errors.ts';
import { type MatchNote, type Path, arrayIndex } from './paths.ts';
import { type Doc, isArray, isDoc, newDoc, typeName } from './values.ts';

/** MongoDB fills an array with at most this many nulls to reach an index. */
const LONGEST_FILL = 1_500_000;

/** The conditions of arrayFilters by identifier. */
export type ArrayFilters = ReadonlyMap<string, (member: unknown) => boolean>;

/** A place in a document under change. */
export class Target {
  readonly path: Path;
  #container: Doc | unknown[];
  #reached: number;
  #blocked = false;

  constructor(doc: Doc, path: Path) {
    this.path = path;
    this.#container = doc;
    this.#reached = 0;
    while (this.#reached < path.length - 1) {
      const next = memberOf(this.#container, path[this.#reached] ?? '');
      if (next === undefined) break;
      if (!isDoc(next) && !isArray(next)) {
        this.#blocked = true;
        break;
      }
      this.#container = next;
      this.#reached++;
    }
  }

  /** The value at the place; undefined when there is none. */
  get value(): unknown {
    if (this.#blocked || this.#reached < this.path.length - 1) return undefined;
    return memberOf(this.#container, this.path.at(-1) ?? '');
  }

  /** The name of the field in messages. */
  get name(): string {
    return this.path.join('.');
  }

  /** Puts a value at the place. Refused (PathNotViable) when a scalar or an array without index stands on the way. */
  set(value: unknown): void {
    let inner = value;
    for (let at = this.path.length - 1; at > this.#reached; at--) {
      const outer = newDoc();
      outer[this.path[at] ?? ''] = inner;
      inner = outer;
    }
    const key = this.path[this.#reached] ?? '';
    if (this.#blocked) {
      const standing = memberOf(this.#container, key);
      return fail(
        'PathNotViable',
        `Cannot create field '${this.path[this.#reached + 1] ?? ''}' in element {${key}: ${typeName(standing)}}`,
      );
    }
    if (isArray(this.#container)) this.#setMember(this.#container, key, inner);
    else this.#container[key] = inner;
  }

  #setMember(array: unknown[], key: string, value: unknown): void {
    const index = arrayIndex(key);
    if (index === undefined)
      return fail(
        'PathNotViable',
        `Cannot create field '${key}' in element {${this.path[this.#reached - 1] ?? ''}: array}`,
      );
    if (index - array.length > LONGEST_FILL)
      return fail('BadValue', `can't backfill more than ${LONGEST_FILL} elements`);
    while (array.length < index) array.push(null);
    array[index] = value;
  }

  /** Takes the value away; in an array null stays. */
  unset(): void {
    if (this.value === undefined) return;
    const key = this.path.at(-1) ?? '';
    if (isArray(this.#container)) this.#container[Number(key)] = null;
    else Reflect.deleteProperty(this.#container, key);
  }

  /** Whether the place is a member of an array or below one. */
  get inArray(): boolean {
    return isArray(this.#container);
  }
}

function memberOf(container: Doc | unknown[], key: string): unknown {
  if (isDoc(container)) return container[key];
  const index = arrayIndex(key);
  return index === undefined ? undefined : container[index];
}

/** The paths that a path with `$`, `$[]` or `$[name]` stands for in this document. */
export function concretePaths(
  doc: Doc,
  path: Path,
  given: { note: MatchNote; filters: ArrayFilters },
): Path[] {
  if (!path.some((part) => part.startsWith('$'))) return [path];
  let places: { path: string[]; value: unknown }[] = [{ path: [], value: doc }];
  for (const part of path) {
    places = places.flatMap(({ path: before, value }) => {
      const step = (key: string, inner: unknown): { path: string[]; value: unknown } => ({
        path: [...before, key],
        value: inner,
      });
      if (part === '$') {
        const { index } = given.note;
        if (index === undefined)
          return fail('BadValue', 'The positional operator did not find the match needed from the query.');
        return [step(String(index), isArray(value) ? value[index] : undefined)];
      }
      if (!part.startsWith('$['))
        return [step(part, isDoc(value) || isArray(value) ? memberOf(value, part) : undefined)];
      return membersOf(value, before, path).flatMap((member, index) =>
        part === '$[]' || given.filters.get(part.slice(2, -1))?.(member) ? [step(String(index), member)] : [],
      );
    });
  }
  return places.map((place) => place.path);
}

function membersOf(value: unknown, before: Path, path: Path): unknown[] {
  if (isArray(value)) return value;
  if (value === undefined)
    return fail(
      'BadValue',
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  return fail(
    'BadValue',
    `Cannot apply array updates to non-array element at '${before.join('.')}' of '${path.join('.')}'`,
  );
}
