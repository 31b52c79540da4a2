// A certificate (RFC 5280 4.1), read once from DER: windows on the input, extensions by name, everything else when it is asked for.
import {
  contents,
  context,
  contextPrimitive,
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
import type { KeyObject } from 'node:crypto';
import { digest } from '../crypto/digest.ts';
import type { KeyKind } from '../crypto/public-key.ts';
import { Fields, onlyChild, signatureOctets, threeFields, wholeOctets } from './der-fields.ts';
import { readAlgorithm, sameAlgorithm, type AlgorithmIdentifier } from './algorithm-identifier.ts';
import { readDistributionPoints, type DistributionPoint } from './distribution-points.ts';
import { readGeneralNamesSequence, type GeneralName } from './general-name.ts';
import { EXTENSION } from './object-identifiers.ts';
import {
  NO_EXTENSIONS,
  readAuthorityKeyIdentifier,
  readBasicConstraints,
  readCertificatePolicies,
  readExtensions,
  readExtKeyUsage,
  readInhibitAnyPolicy,
  readKeyUsage,
  readNameConstraints,
  readPolicyConstraints,
  readPolicyMappings,
  valueOf,
  type AuthorityKeyIdentifier,
  type BasicConstraints,
  type Extensions,
  type NameConstraints,
  type PolicyConstraints,
  type PolicyMapping,
} from './x509-extensions.ts';
import { readAuthorityName, readName, sameName, type Name } from './x509-name.ts';

/** SubjectPublicKeyInfo: its bytes, its algorithm and the key itself. */
export interface PublicKeyInfo {
  readonly bytes: Uint8Array;
  readonly algorithm: AlgorithmIdentifier;
  readonly key: Uint8Array;
  /** What crypto/public-key.ts has made of it so far. */
  readonly made: { kind?: KeyKind; handle?: KeyObject | false };
}

export function readPublicKeyInfo(element: Der): PublicKeyInfo {
  const algorithm = elementAt(element.source, element.contentStart, element.end);
  const bits = elementAt(element.source, algorithm.end, element.end);
  if (element.tag !== TAG.sequence || bits.end !== element.end)
    throw new DerError('unexpected-tag', element.start);
  return {
    bytes: raw(element),
    algorithm: readAlgorithm(algorithm),
    key: wholeOctets(expect(bits, TAG.bitString)),
    made: {},
  };
}

/** Where a part that is read when it is asked for stands in the list of those. */
const LAZY = {
  notBefore: 0,
  notAfter: 1,
  publicKey: 2,
  serialHex: 3,
  sha256: 4,
  isSelfIssued: 5,
  isWellFormed: 6,
  base64: 7,
  basicConstraints: 8,
  keyUsage: 9,
  extKeyUsage: 10,
  certificatePolicies: 11,
  subjectAltName: 12,
  subjectKeyIdentifier: 13,
  authorityKeyIdentifier: 14,
  policyMappings: 15,
  policyConstraints: 16,
  inhibitAnyPolicy: 17,
  nameConstraints: 18,
  crlDistributionPoints: 19,
} as const;
const LAZY_PARTS = Object.keys(LAZY).length;
const UNREAD = Symbol('unread');

export class Certificate {
  readonly bytes: Uint8Array;
  readonly tbs: Uint8Array;
  readonly version: number;
  readonly serial: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  readonly extensions: Extensions;
  readonly #validity: readonly [Der, Der];
  readonly #publicKey: Der;
  readonly #lazy: unknown[] = new Array(LAZY_PARTS).fill(UNREAD);

  /** @param whole the one element that is the certificate; DerError when it is none */
  constructor(whole: Der) {
    const [tbs, algorithm, signature] = threeFields(whole);
    this.bytes = raw(whole);
    this.tbs = raw(tbs);
    this.signature = signatureOctets(expect(signature, TAG.bitString));
    this.signatureAlgorithm = readAlgorithm(algorithm);

    const fields = new Fields(tbs);
    const version = fields.optional(context(0));
    this.version = version ? readVersion(version) : 1;
    this.serial = readIntegerBytes(fields.next(TAG.integer));
    if (!sameAlgorithm(readAlgorithm(fields.next(TAG.sequence)), this.signatureAlgorithm))
      throw new DerError('unexpected-tag', tbs.contentStart);
    this.issuer = readAuthorityName(fields.next(TAG.sequence));
    this.#validity = twoTimes(fields.next(TAG.sequence));
    this.subject = readName(fields.next(TAG.sequence));
    this.#publicKey = fields.next(TAG.sequence);
    fields.optional(contextPrimitive(1));
    fields.optional(contextPrimitive(2));
    const extensions = fields.optional(context(3));
    fields.end();
    this.extensions = extensions ? readExtensions(onlyChild(extensions)) : NO_EXTENSIONS;
    if (this.version !== 3 && extensions) throw new DerError('unexpected-tag', extensions.start);
  }

  /** Moment from which the certificate is valid, in milliseconds. */
  get notBefore(): number {
    return this.#once(LAZY.notBefore, () => readMoment(this.#validity[0]));
  }

  /** Last moment at which the certificate is valid, in milliseconds. */
  get notAfter(): number {
    return this.#once(LAZY.notAfter, () => readMoment(this.#validity[1]));
  }

  get publicKey(): PublicKeyInfo {
    return this.#once(LAZY.publicKey, () => readPublicKeyInfo(this.#publicKey));
  }

  get serialHex(): string {
    return this.#once(LAZY.serialHex, () => textOf(this.serial, 'hex'));
  }

  /** The whole certificate in standard base64. */
  get base64(): string {
    return this.#once(LAZY.base64, () => textOf(this.bytes, 'base64'));
  }

  get sha256(): Uint8Array {
    return this.#once(LAZY.sha256, () => digest('sha256', this.bytes));
  }

  /** Whether subject and issuer are one name. */
  get isSelfIssued(): boolean {
    return this.#once(LAZY.isSelfIssued, () => sameName(this.subject, this.issuer));
  }

  get basicConstraints(): BasicConstraints | undefined {
    return this.#extension('basicConstraints', readBasicConstraints);
  }

  get isCa(): boolean {
    return this.basicConstraints?.ca === true;
  }

  /** Bits of KEY_USAGE, or `undefined` when the extension is absent. */
  get keyUsage(): number | undefined {
    return this.#extension('keyUsage', readKeyUsage);
  }

  get extKeyUsage(): readonly string[] | undefined {
    return this.#extension('extKeyUsage', readExtKeyUsage);
  }

  get policies(): readonly string[] | undefined {
    return this.#extension('certificatePolicies', readCertificatePolicies);
  }

  get subjectAltNames(): readonly GeneralName[] {
    return this.#extension('subjectAltName', readGeneralNamesSequence) ?? [];
  }

  get subjectKeyIdentifier(): Uint8Array | undefined {
    return this.#extension('subjectKeyIdentifier', (value) => contents(expect(value, TAG.octetString)));
  }

  get authorityKeyIdentifier(): AuthorityKeyIdentifier | undefined {
    return this.#extension('authorityKeyIdentifier', readAuthorityKeyIdentifier);
  }

  get policyMappings(): readonly PolicyMapping[] | undefined {
    return this.#extension('policyMappings', readPolicyMappings);
  }

  get policyConstraints(): PolicyConstraints | undefined {
    return this.#extension('policyConstraints', readPolicyConstraints);
  }

  get inhibitAnyPolicy(): number | undefined {
    return this.#extension('inhibitAnyPolicy', readInhibitAnyPolicy);
  }

  get nameConstraints(): NameConstraints | undefined {
    return this.#extension('nameConstraints', readNameConstraints);
  }

  get distributionPoints(): readonly DistributionPoint[] {
    return this.#extension('crlDistributionPoints', readDistributionPoints) ?? [];
  }

  /** Whether everything that path validation reads can be read: a malformed extension is refused wherever it stands. */
  get isWellFormed(): boolean {
    return this.#once(LAZY.isWellFormed, () => {
      try {
        return this.#readAll().length > 0;
      } catch (error) {
        if (error instanceof DerError) return false;
        throw error;
      }
    });
  }

  #readAll(): unknown[] {
    return [
      [this.subject.rdns, this.issuer.rdns, this.notBefore, this.notAfter, this.publicKey],
      [this.basicConstraints, this.keyUsage, this.extKeyUsage, this.policies, this.policyMappings],
      [this.policyConstraints, this.inhibitAnyPolicy, this.nameConstraints, this.distributionPoints],
      [this.subjectAltNames, this.subjectKeyIdentifier, this.authorityKeyIdentifier],
    ];
  }

  /** Whether this is the very same certificate. */
  equals(other: Certificate): boolean {
    return this === other || sameBytes(this.bytes, other.bytes);
  }

  #extension<T>(name: keyof typeof EXTENSION & keyof typeof LAZY, read: (value: Der) => T): T | undefined {
    const part = LAZY[name];
    const known = this.#lazy[part];
    if (known !== UNREAD) return known as T | undefined;
    return (this.#lazy[part] = valueOf(this.extensions, EXTENSION[name], read));
  }

  #once<T>(part: number, make: () => T): T {
    const known = this.#lazy[part];
    if (known !== UNREAD) return known as T;
    return (this.#lazy[part] = make());
  }
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array, encoding: 'hex' | 'base64'): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString(encoding);
}

function readVersion(field: Der): number {
  const version = readSmallInteger(expect(onlyChild(field), TAG.integer));
  if (version !== 1 && version !== 2) throw new DerError('bad-integer', field.start);
  return version + 1;
}

function twoTimes(validity: Der): [Der, Der] {
  const fields = new Fields(validity);
  const times: [Der, Der] = [fields.next(), fields.next()];
  fields.end();
  return times;
}

/** Reads one certificate that fills the input; DerError when it is none. */
export const readCertificate = (bytes: Uint8Array): Certificate => new Certificate(readDer(bytes));
