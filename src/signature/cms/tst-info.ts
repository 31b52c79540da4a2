// TSTInfo (RFC 3161 2.4.2): what a time-stamping authority signs.
import {
  contents,
  context,
  contextPrimitive,
  DerError,
  readBoolean,
  readDer,
  readIntegerBytes,
  readOctetString,
  readOid,
  readSmallInteger,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { readAlgorithm, type AlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { Fields } from '../x509/der-fields.ts';
import { NO_EXTENSIONS, readExtensions, type Extensions } from '../x509/x509-extensions.ts';

export interface TstInfo {
  readonly policy: string;
  readonly imprintAlgorithm: AlgorithmIdentifier;
  readonly imprint: Uint8Array;
  readonly serial: Uint8Array;
  /** Milliseconds. */
  readonly genTime: number;
  /** How far the authority's clock may be off, in milliseconds; `undefined` when it does not say. */
  readonly accuracy: number | undefined;
  readonly nonce: Uint8Array | undefined;
  readonly extensions: Extensions;
}

/** Reads the content of a time-stamp token. @throws DerError */
export function readTstInfo(content: Uint8Array): TstInfo {
  const fields = new Fields(readDer(content));
  const version = fields.next(TAG.integer);
  if (readSmallInteger(version) !== 1) throw new DerError('bad-integer', version.start);
  const policy = readOid(fields.next(TAG.oid));
  const imprint = new Fields(fields.next(TAG.sequence));
  const imprintAlgorithm = readAlgorithm(imprint.next());
  const hash = readOctetString(imprint.next());
  imprint.end();
  const serial = readIntegerBytes(fields.next(TAG.integer));
  const genTime = readGenTime(fields.next(TAG.generalizedTime));
  const accuracy = fields.optional(TAG.sequence);
  const ordering = fields.optional(TAG.boolean);
  if (ordering) readBoolean(ordering);
  const nonce = fields.optional(TAG.integer);
  fields.optional(context(0));
  const extensions = fields.optional(context(1));
  fields.end();
  return {
    policy,
    imprintAlgorithm,
    imprint: hash,
    serial,
    genTime,
    accuracy: accuracy && readAccuracy(accuracy),
    nonce: nonce && readIntegerBytes(nonce),
    extensions: extensions ? readExtensions(implicitSequence(extensions)) : NO_EXTENSIONS,
  };
}

/** Accuracy: seconds, and fractions of 1 to 999 thousandths each; a microsecond counts as a whole millisecond. */
function readAccuracy(element: Der): number {
  const fields = new Fields(element);
  const seconds = fields.optional(TAG.integer);
  const fractions = [fields.optional(contextPrimitive(0)), fields.optional(contextPrimitive(1))];
  fields.end();
  const [millis, micros] = fractions.map((field) => {
    if (!field) return 0;
    const value = readSmallInteger(field);
    if (value < 1 || value > 999) throw new DerError('bad-integer', field.start);
    return value;
  }) as [number, number];
  return (seconds ? readSmallInteger(seconds) : 0) * 1000 + millis + Math.ceil(micros / 1000);
}

const implicitSequence = (field: Der): Der => ({ ...field, tag: TAG.sequence });

/** GeneralizedTime of RFC 3161: as in certificates, but a fraction of a second without trailing zeros is allowed. */
function readGenTime(element: Der): number {
  const text = Buffer.from(contents(element)).toString('latin1');
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/.exec(text);
  if (!match) throw new DerError('bad-time', element.start);
  const [, year, month, day, hour, minute, second, fraction = ''] = match;
  const iso = `${String(year)}-${String(month)}-${String(day)}T${String(hour)}:${String(minute)}:${String(second)}`;
  const time = Date.parse(`${iso}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(iso))
    throw new DerError('bad-time', element.start);
  return time;
}
