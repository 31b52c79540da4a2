// A certificate revocation list (RFC 5280 5): entries are indexed where they lie, in typed arrays, so that a list of a million entries
// costs eight megabytes and one pass.
import {
  contents,
  context,
  DerError,
  elementAt,
  expect,
  raw,
  readDer,
  readIntegerBytes,
  readSmallInteger,
  sameBytes,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { readMoment } from '../portable/der-time.ts';
import { readAlgorithm, sameAlgorithm, type AlgorithmIdentifier } from './algorithm-identifier.ts';
import { readIssuingDistributionPoint, type IssuingDistributionPoint } from './distribution-points.ts';
import { directoryNames, readGeneralNamesSequence } from './general-name.ts';
import { EXTENSION } from './object-identifiers.ts';
import { Fields, onlyChild, threeFields, signatureOctets } from './der-fields.ts';
import {
  NO_EXTENSIONS,
  readAuthorityKeyIdentifier,
  readExtensions,
  unknownCritical,
  valueOf,
  type AuthorityKeyIdentifier,
  type Extensions,
} from './x509-extensions.ts';
import { readWholeName, sameName, type Name } from './x509-name.ts';

export interface CrlEntry {
  readonly revokedAt: number;
  /** CRLReason; 0 (unspecified) when the entry gives none. */
  readonly reason: number;
}

/** CRLReason values with a meaning of their own (RFC 5280 5.3.1). */
export const REASON = { certificateHold: 6, removeFromCrl: 8 } as const;

const KNOWN_CRL_EXTENSIONS: ReadonlySet<string> = new Set([
  EXTENSION.authorityKeyIdentifier,
  EXTENSION.crlNumber,
  EXTENSION.deltaCrlIndicator,
  EXTENSION.issuingDistributionPoint,
  EXTENSION.freshestCrl,
]);

const KNOWN_ENTRY_EXTENSIONS: ReadonlySet<string> = new Set([
  EXTENSION.reasonCode,
  EXTENSION.certificateIssuer,
]);

export class CertificateList {
  readonly bytes: Uint8Array;
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  /** Milliseconds. */
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  readonly extensions: Extensions;
  readonly scope: IssuingDistributionPoint | undefined;
  readonly number: bigint | undefined;
  /** Number of the complete list that a delta list builds on. */
  readonly baseNumber: bigint | undefined;
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined;
  readonly #entries: Der | undefined;
  #index: EntryIndex | undefined;

  /** @param whole the one element that is the list; DerError when it is none */
  constructor(whole: Der) {
    const [tbs, algorithm, signature] = threeFields(whole);
    this.bytes = raw(whole);
    this.tbs = raw(tbs);
    this.signature = signatureOctets(expect(signature, TAG.bitString));
    this.signatureAlgorithm = readAlgorithm(algorithm);

    const fields = new Fields(tbs);
    const version = fields.optional(TAG.integer);
    if (version && readSmallInteger(version) !== 1) throw new DerError('bad-integer', version.start);
    if (!sameAlgorithm(readAlgorithm(fields.next(TAG.sequence)), this.signatureAlgorithm))
      throw new DerError('unexpected-tag', tbs.contentStart);
    this.issuer = readWholeName(fields.next(TAG.sequence));
    this.thisUpdate = readMoment(fields.next());
    const nextUpdate = fields.optional(TAG.utcTime, TAG.generalizedTime);
    this.nextUpdate = nextUpdate && readMoment(nextUpdate);
    this.#entries = fields.optional(TAG.sequence);
    const extensions = fields.optional(context(0));
    fields.end();
    if (extensions && !version) throw new DerError('unexpected-tag', extensions.start);
    this.extensions = extensions ? readExtensions(onlyChild(extensions)) : NO_EXTENSIONS;
    this.scope = valueOf(this.extensions, EXTENSION.issuingDistributionPoint, readIssuingDistributionPoint);
    this.number = valueOf(this.extensions, EXTENSION.crlNumber, readNumber);
    this.baseNumber = valueOf(this.extensions, EXTENSION.deltaCrlIndicator, readNumber);
    this.authorityKeyIdentifier = valueOf(
      this.extensions,
      EXTENSION.authorityKeyIdentifier,
      readAuthorityKeyIdentifier,
    );
  }

  get isDelta(): boolean {
    return this.extensions.has(EXTENSION.deltaCrlIndicator);
  }

  /** Whether list or entries carry critical extensions that are not understood: such a list proves nothing (RFC 5280 5.2, 5.3). */
  get hasUnknownCritical(): boolean {
    return (
      unknownCritical(this.extensions, KNOWN_CRL_EXTENSIONS).length > 0 || this.#indexed.hasUnknownCritical
    );
  }

  /** The entry of a certificate, by its issuer and serial number. */
  find(issuer: Name, serial: Uint8Array): CrlEntry | undefined {
    return this.#indexed.find(issuer, serial);
  }

  /** How many certificates the list names. */
  get size(): number {
    return this.#indexed.size;
  }

  get #indexed(): EntryIndex {
    this.#index ??= new EntryIndex(this.#entries, this.issuer);
    return this.#index;
  }
}

const readNumber = (value: Der): bigint => {
  const bytes = readIntegerBytes(expect(value, TAG.integer));
  if (bytes.length > 21 || (bytes[0] as number) >= 0x80) throw new DerError('bad-integer', value.start);
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
};

/** Where each serial number stands: an open hash table of offsets, and for each entry which certificate issuer it belongs to. */
class EntryIndex {
  readonly size: number;
  readonly hasUnknownCritical: boolean;
  readonly #list: Der | undefined;
  readonly #issuers: readonly Name[];
  readonly #offsets: Int32Array;
  readonly #issuerOf: Uint16Array | undefined;

  constructor(list: Der | undefined, crlIssuer: Name) {
    this.#list = list;
    const starts: number[] = [];
    const owners: number[] = [];
    const issuers = [crlIssuer];
    let unknown = false;
    for (let offset = list?.contentStart ?? 0; list && offset < list.end;) {
      const entry = expect(elementAt(list.source, offset, list.end), TAG.sequence);
      const extensions = criticalExtensions(entry);
      if (extensions) {
        unknown ||= unknownCritical(extensions, KNOWN_ENTRY_EXTENSIONS).length > 0;
        const names = valueOf(extensions, EXTENSION.certificateIssuer, readGeneralNamesSequence);
        const issuer = names && directoryNames(names)[0];
        if (names && !issuer) throw new DerError('unexpected-tag', entry.start);
        if (issuer) issuers.push(issuer);
      }
      if (issuers.length > 0xffff) throw new DerError('too-many-elements', entry.start);
      starts.push(entry.start);
      owners.push(issuers.length - 1);
      offset = entry.end;
    }
    this.size = starts.length;
    this.hasUnknownCritical = unknown;
    this.#issuers = issuers;
    this.#offsets = new Int32Array(tableSize(starts.length)).fill(-1);
    this.#issuerOf = issuers.length > 1 ? new Uint16Array(this.#offsets.length) : undefined;
    starts.forEach((start, i) => {
      const serial = contents(serialOf(elementAt((list as Der).source, start)));
      let slot = hash(serial) & (this.#offsets.length - 1);
      while (this.#offsets[slot] !== -1) slot = (slot + 1) & (this.#offsets.length - 1);
      this.#offsets[slot] = start;
      if (this.#issuerOf) this.#issuerOf[slot] = owners[i] as number;
    });
  }

  find(issuer: Name, serial: Uint8Array): CrlEntry | undefined {
    const list = this.#list;
    if (!list) return undefined;
    const mask = this.#offsets.length - 1;
    for (let slot = hash(serial) & mask; this.#offsets[slot] !== -1; slot = (slot + 1) & mask) {
      const entry = elementAt(list.source, this.#offsets[slot] as number, list.end);
      const owner = this.#issuers[this.#issuerOf?.[slot] ?? 0] as Name;
      if (sameBytes(contents(serialOf(entry)), serial) && sameName(owner, issuer)) return readEntry(entry);
    }
    return undefined;
  }
}

const tableSize = (entries: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, entries * 2)));

function hash(serial: Uint8Array): number {
  let value = 0x811c9dc5;
  for (const byte of serial) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}

const serialOf = (entry: Der): Der =>
  expect(elementAt(entry.source, entry.contentStart, entry.end), TAG.integer);

/** Extensions of an entry, if one of them is critical: without a BOOLEAN TRUE in the bytes there is none, and nothing is read. */
function criticalExtensions(entry: Der): Extensions | undefined {
  const { source, end } = entry;
  for (let i = serialOf(entry).end; i + 2 < end; i += 1)
    if (source[i] === 1 && source[i + 1] === 1 && source[i + 2] === 0xff) return readEntry(entry).extensions;
  return undefined;
}

function readEntry(entry: Der): CrlEntry & { readonly extensions: Extensions } {
  const fields = new Fields(entry);
  fields.next(TAG.integer);
  const revokedAt = readMoment(fields.next());
  const list = fields.optional(TAG.sequence);
  fields.end();
  const extensions = list ? readExtensions(list) : NO_EXTENSIONS;
  const reason = valueOf(extensions, EXTENSION.reasonCode, (value) =>
    readSmallInteger(expect(value, TAG.enumerated)),
  );
  return { revokedAt, reason: reason ?? 0, extensions };
}

export const readCrl = (bytes: Uint8Array): CertificateList => new CertificateList(readDer(bytes));
