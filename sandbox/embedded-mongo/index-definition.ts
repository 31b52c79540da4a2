// Reads the definition of an index as createIndexes sends it and listIndexes shows it.
import { fail } from './errors.ts';
import { compileFilter } from './filter.ts';
import type { KeyField } from './index-keys.ts';
import { encodeKey } from './key-order.ts';
import { type Doc, docOf, isDoc, isTrue, plainNumber, typeName } from './values.ts';

export interface IndexDefinition {
  readonly namespace: string;
  readonly name: string;
  readonly fields: readonly KeyField[];
  /** As it was sent, e.g. { email: 1 }. */
  readonly key: Doc;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Doc | undefined;
  /** Seconds after the date in the field when TTL takes the document away. */
  readonly expireAfterSeconds: number | undefined;
}

/** Options that change nothing here: they are accepted and forgotten. */
const WITHOUT_EFFECT = new Set(['v', 'background', 'ns', 'comment', 'textIndexVersion', 'commitQuorum']);
const KNOWN = new Set(['key', 'name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds']);

/** Reads a definition. Refused (CannotCreateIndex, InvalidIndexSpecificationOption) when this engine has no such index. */
export function readDefinition(spec: Doc, namespace: string): IndexDefinition {
  for (const option of Object.keys(spec))
    if (!KNOWN.has(option) && !WITHOUT_EFFECT.has(option))
      return fail(
        'InvalidIndexSpecificationOption',
        `The field '${option}' is not valid for an index specification of the embedded engine`,
      );
  const { key } = spec;
  if (!isDoc(key) || Object.keys(key).length === 0)
    return fail('CannotCreateIndex', 'Index keys cannot be empty.');
  const fields = Object.keys(key).map((field): KeyField => readField(field, key[field]));
  const name =
    spec.name ??
    Object.keys(key)
      .map((field) => `${field}_${String(key[field])}`)
      .join('_');
  if (typeof name !== 'string' || name === '')
    return fail('CannotCreateIndex', 'the name of an index must be a text');
  const isId = fields.length === 1 && fields[0]?.path[0] === '_id' && fields[0].path.length === 1;
  return {
    namespace,
    name: isId ? '_id_' : name,
    fields,
    key,
    unique: isId || isTrue(spec.unique ?? false),
    sparse: isTrue(spec.sparse ?? false),
    partial: readPartial(spec),
    expireAfterSeconds: readExpiry(spec.expireAfterSeconds, fields.length),
  };
}

function readField(field: string, value: unknown): KeyField {
  const direction = plainNumber(value);
  if (typeof value === 'string')
    return fail(
      'CannotCreateIndex',
      `Unknown index plugin '${value}': the embedded engine has ascending and descending indexes only`,
    );
  if (direction === undefined || direction === 0 || Number.isNaN(direction))
    return fail('CannotCreateIndex', `Values in v:2 index key pattern cannot be of type ${typeName(value)}`);
  const path = field.split('.');
  if (path.includes('') || path.some((part) => part.startsWith('$')))
    return fail('CannotCreateIndex', `Index key contains an illegal field name: '${field}'.`);
  return { path, direction: direction < 0 ? -1 : 1 };
}

function readPartial(spec: Doc): Doc | undefined {
  const partial = spec.partialFilterExpression;
  if (partial === undefined) return undefined;
  if (!isDoc(partial)) return fail('TypeMismatch', 'partialFilterExpression must be an object');
  if (spec.sparse !== undefined && isTrue(spec.sparse))
    return fail('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  compileFilter(partial);
  return partial;
}

function readExpiry(value: unknown, fields: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = plainNumber(value);
  if (seconds === undefined || seconds < 0 || seconds > 0x7fff_ffff)
    return fail('CannotCreateIndex', 'TTL index expireAfterSeconds must be a number from 0 to 2147483647');
  if (fields > 1)
    return fail(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  return seconds;
}

/** The definition as a client reads it. */
export function showDefinition(definition: IndexDefinition): Doc {
  const { key, name, unique, sparse, partial, expireAfterSeconds } = definition;
  return docOf({
    v: 2,
    key,
    name,
    ...(unique && name !== '_id_' ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
    ...(partial ? { partialFilterExpression: partial } : {}),
    ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  });
}

/** What makes two indexes the same index; the name and the expiry do not. */
const identityOf = ({ key, partial, unique, sparse }: IndexDefinition): string =>
  encodeKey([key, partial ?? null, unique, sparse]);

/** Whether an index that is there is the wanted one. Refused (IndexKeySpecsConflict, IndexOptionsConflict) when it stands in its way. */
export function isSameIndex(existing: IndexDefinition, wanted: IndexDefinition): boolean {
  if (existing.name === '_id_' && wanted.name === '_id_') return true;
  const same = identityOf(existing) === identityOf(wanted);
  if (existing.name === wanted.name) {
    if (!same)
      return fail(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index but other keys or options: ${wanted.name}`,
      );
    if (existing.expireAfterSeconds === wanted.expireAfterSeconds) return true;
    return fail(
      'IndexOptionsConflict',
      `An equivalent index already exists with the same name but different options: ${wanted.name}`,
    );
  }
  if (same)
    return fail('IndexOptionsConflict', `Index already exists with a different name: ${existing.name}`);
  return false;
}
