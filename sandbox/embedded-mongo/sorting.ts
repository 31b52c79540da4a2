// Sorts documents by one or several paths: an array counts with its lowest member upwards and its highest downwards, missing is null.
import { fail } from './errors.ts';
import { encodeKey, invertKey } from './key-order.ts';
import { type Path } from './paths.ts';
import { collectKeys } from './index-keys.ts';
import { type Doc, isDoc, plainNumber } from './values.ts';

export interface SortField {
  readonly field: string;
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** Reads { a: 1, 'b.c': -1 }. Refused (BadValue) when a direction is neither 1 nor -1. */
export function parseSort(sort: Doc): SortField[] {
  return Object.keys(sort).map((field) => {
    const direction = plainNumber(sort[field]);
    if (isDoc(sort[field]))
      return fail('NotImplemented', `sorting '${field}' by $meta is not supported by the embedded engine`);
    if (direction !== 1 && direction !== -1)
      return fail('BadValue', `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    if (field === '' || field.startsWith('$') || field.split('.').includes(''))
      return fail('BadValue', `'${field}' is no field to sort by`);
    return { field, path: field.split('.'), direction };
  });
}

/** The string by which a document takes its place. */
export function sortKey(doc: unknown, sort: readonly SortField[]): string {
  let key = '';
  for (const { path, direction } of sort) key += fieldKey(doc, path, direction);
  return key;
}

function fieldKey(doc: unknown, path: Path, direction: 1 | -1): string {
  const values = isDoc(doc) ? collectKeys(doc, path) : [null];
  let best: string | undefined;
  for (const value of values) {
    const key = encodeKey(value);
    if (best === undefined || (direction === 1 ? key < best : key > best)) best = key;
  }
  best ??= encodeKey(null);
  return direction === 1 ? best : invertKey(best);
}

/** A sorted copy; equal ones keep their order. */
export function sortDocuments<T>(
  items: readonly T[],
  docOfItem: (item: T) => unknown,
  sort: readonly SortField[],
): T[] {
  const keyed = items.map((item) => ({ item, key: sortKey(docOfItem(item), sort) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ item }) => item);
}
