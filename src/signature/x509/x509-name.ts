// Distinguished names and their comparison (RFC 5280 7.1): attribute values are prepared after RFC 4518, so that two spellings of one
// name chain, and only those. Names are prepared when somebody compares them with other bytes, not when they are read.
import {
  childrenOf,
  children,
  contents,
  DerError,
  elementAt,
  expect,
  raw,
  readDer,
  readOid,
  sameBytes,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { readText } from '../portable/der-text.ts';

export interface NameAttribute {
  readonly type: string;
  readonly value: Der;
}

/** A name that is longer is nobody's; comparing names takes time for each of their letters. */
const MOST_OCTETS = 1_024;

/** One distinguished name: a window on its encoding. */
export class Name {
  readonly der: Der;
  readonly bytes: Uint8Array;
  #rdns: readonly (readonly NameAttribute[])[] | undefined;
  #keys: readonly string[] | undefined;

  constructor(der: Der) {
    if (der.end - der.start > MOST_OCTETS) throw new DerError('too-many-elements', der.start);
    this.der = der;
    this.bytes = raw(der);
  }

  get isEmpty(): boolean {
    return this.der.contentStart === this.der.end;
  }

  /** The relative distinguished names from the root down. */
  get rdns(): readonly (readonly NameAttribute[])[] {
    this.#rdns ??= childrenOf(this.der, TAG.sequence).map(readRdn);
    return this.#rdns;
  }

  /** One text for each relative name; two are equal when the names match. */
  get keys(): readonly string[] {
    this.#keys ??= this.rdns.map(rdnKey);
    return this.#keys;
  }
}

function readRdn(rdn: Der): NameAttribute[] {
  const { source, contentStart, end } = expect(rdn, TAG.set);
  let last = readAttribute(elementAt(source, contentStart, end));
  const attributes = [last];
  while (last.value.end < end) {
    last = readAttribute(elementAt(source, last.value.end, end));
    attributes.push(last);
  }
  return attributes;
}

/** The value is the last part, and ends where its pair does. */
function readAttribute(pair: Der): NameAttribute {
  const type = elementAt(pair.source, expect(pair, TAG.sequence).contentStart, pair.end);
  const value = elementAt(pair.source, type.end, pair.end);
  if (value.end !== pair.end) throw new DerError('unexpected-tag', pair.start);
  return { type: readOid(type), value };
}

/** Whether two names are the same name (RFC 5280 7.1). */
export function sameName(a: Name, b: Name): boolean {
  if (a === b || sameBytes(a.bytes, b.bytes)) return true;
  return a.keys.length === b.keys.length && a.keys.every((key, i) => key === b.keys[i]);
}

/** Whether a name lies in the subtree below a base name (RFC 5280 4.2.1.10, directoryName). */
export function isBelow(name: Name, base: Name): boolean {
  return base.keys.length <= name.keys.length && base.keys.every((key, i) => key === name.keys[i]);
}

/** The texts of all attributes of one type, in order; values that are no text are left out. */
export function attributeTexts(name: Name, type: string): string[] {
  const texts: string[] = [];
  for (const rdn of name.rdns)
    for (const attribute of rdn)
      if (attribute.type === type && isText(attribute.value.tag)) texts.push(readText(attribute.value));
  return texts;
}

const rdnKey = (rdn: readonly NameAttribute[]): string =>
  rdn
    .map((attribute) => `${attribute.type}=${valueKey(attribute.value)}`)
    .sort()
    .join('\u0000+');

const DIRECTORY_STRINGS: ReadonlySet<number> = new Set([
  TAG.utf8String,
  TAG.printableString,
  TAG.bmpString,
  TAG.universalString,
]);

const isText = (tag: number): boolean =>
  DIRECTORY_STRINGS.has(tag) ||
  tag === TAG.ia5String ||
  tag === TAG.numericString ||
  tag === TAG.teletexString;

/** Directory strings compare by prepared text, IA5 strings among themselves, all else (teletex too, 7.1 allows it) byte for byte. */
function valueKey(value: Der): string {
  const kind = DIRECTORY_STRINGS.has(value.tag) ? 's' : value.tag === TAG.ia5String ? 'i' : undefined;
  const prepared = kind === undefined ? undefined : preparedText(value);
  if (kind === undefined || prepared === undefined)
    return `${value.tag}#${Buffer.from(contents(value)).toString('hex')}`;
  return `${kind}:${prepared}`;
}

function preparedText(value: Der): string | undefined {
  try {
    return prepare(readText(value));
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

const TO_NOTHING =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- the list of RFC 4518 2.2
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u06dd\u070f\u1806\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2063\u206a-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\u{1d173}-\u{1d17a}\u{e0001}\u{e0020}-\u{e007f}]/gu;
const TO_SPACE = /[\s\u0085]+/gu;
const PROHIBITED = /[\p{Co}\p{Cs}\p{Cn}\ufffd]/u;

/** RFC 4518 2: map, normalise, prohibit, insignificant space. `undefined`: the text may not be compared. */
function prepare(text: string): string | undefined {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/ +/g, ' ').trim();
  const mapped = text.replace(TO_NOTHING, '').replace(TO_SPACE, ' ').normalize('NFKC');
  const folded = mapped.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ').normalize('NFKC');
  return PROHIBITED.test(folded) ? undefined : folded.replace(/ +/g, ' ').trim();
}

/** A name read from an element that must be a Name. */
export const readName = (element: Der | undefined): Name => new Name(expect(element, TAG.sequence));

/** A name whose parts are looked at now, and not when it is first compared. @throws DerError */
export function readWholeName(element: Der): Name {
  const name = readName(element);
  if (name.rdns.some((rdn) => rdn.length === 0)) throw new DerError('truncated', element.start);
  return name;
}

const MOST_AUTHORITIES = 64;
const MOST_NAME_BYTES = 512;
const authorities = new Map<string, Name>();

/**
 * As `readName`, for the name of an issuer: few authorities issue many certificates, so that a name in the same bytes is the same object,
 * and is prepared for comparison once. The first come leave first; long names are not kept.
 */
export function readAuthorityName(element: Der): Name {
  const name = readName(element);
  if (name.bytes.length > MOST_NAME_BYTES) return name;
  const { buffer, byteOffset, byteLength } = name.bytes;
  const key = Buffer.from(buffer, byteOffset, byteLength).toString('latin1');
  const known = authorities.get(key);
  if (known) return known;
  const own = readName(readDer(name.bytes.slice()));
  for (const oldest of authorities.keys()) {
    if (authorities.size < MOST_AUTHORITIES) break;
    authorities.delete(oldest);
  }
  authorities.set(key, own);
  return own;
}

/** The one name inside an EXPLICIT tag. */
export const readExplicitName = (element: Der): Name => readName(children(element)[0]);
