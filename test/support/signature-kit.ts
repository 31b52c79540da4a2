// A certification authority for tests of the verifier: every certificate, list and answer can be made right, and wrong in one place.
import { buildCertificate, signedObject, type Fault } from '../../sandbox/authority/certificate-builder.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../sandbox/authority/extensions.ts';
import { makeKeyPair, type KeyPair, type KeyPairKind } from '../../sandbox/authority/key-pair.ts';
import { name, personName, type NameAttribute } from '../../sandbox/authority/names.ts';
import {
  bitString,
  element,
  enumerated,
  explicit,
  generalizedTime,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  time,
} from '../../src/signature/portable/der-writer.ts';
import { digest } from '../../src/signature/portable/digest.ts';
import { signBytes, signingAlgorithm } from '../../src/signature/portable/sign-bytes.ts';
import { trustFromCertificates } from '../../src/signature/trust/trust-from-certificates.ts';
import type { TrustSet } from '../../src/signature/trust/trust-set.ts';
import { readCertificate, type Certificate } from '../../src/signature/x509/x509-certificate.ts';

export const NOW = Date.parse('2026-11-22T12:00:00Z');
const DAY = 86_400_000;

/** A moment so many days from the tests' now. */
export const day = (days: number): Date => new Date(NOW + days * DAY);

/** Somebody with a key and a certificate. */
export interface Party {
  readonly name: readonly NameAttribute[];
  readonly key: KeyPair;
  readonly der: Uint8Array;
  readonly certificate: Certificate;
}

export interface CertificateOrder {
  readonly subject: readonly NameAttribute[];
  readonly kind?: KeyPairKind;
  readonly key?: KeyPair;
  /** Absent: it issues itself. */
  readonly issuer?: Pick<Party, 'name' | 'key'>;
  readonly from?: Date;
  readonly to?: Date;
  readonly extensions: (spki: Uint8Array) => readonly Uint8Array[];
  readonly serial?: Uint8Array;
  readonly fault?: Fault;
}

export async function issue(order: CertificateOrder): Promise<Party> {
  const key = order.key ?? makeKeyPair(order.kind ?? 'p256');
  const issuer = order.issuer ?? { name: order.subject, key };
  const der = await buildCertificate({
    subject: order.subject,
    publicKey: key.spki,
    issuer: { name: issuer.name, key: issuer.key.privateKey },
    notBefore: order.from ?? day(-100),
    notAfter: order.to ?? day(200),
    extensions: order.extensions(key.spki),
    ...(order.serial && { serial: order.serial }),
    ...(order.fault && { fault: order.fault }),
  });
  return { name: order.subject, key, der, certificate: readCertificate(der) };
}

export const commonName = (text: string): NameAttribute[] => [
  ['CN', text],
  ['C', 'KZ'],
];

/** Purposes of a person's signing key. */
export const PERSON_PURPOSES = ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1'];
/** A person whose IIN has a right check digit. */
export const PERSON = { iin: '880101300010', surname: 'СЕРІКОВ', givenName: 'БОЛАТ' };
export const ORGANISATION = { bin: '050140001238', name: 'ЖАУАПТЫ МЕКЕМЕ' };

export const authorityExtensions = (spki: Uint8Array, pathLength?: number): Uint8Array[] => [
  basicConstraints(true, pathLength),
  keyUsage(['keyCertSign', 'crlSign']),
  subjectKeyIdentifier(spki),
];

export const personExtensions = (spki: Uint8Array): Uint8Array[] => [
  extendedKeyUsage(PERSON_PURPOSES),
  keyUsage(['digitalSignature', 'nonRepudiation']),
  subjectKeyIdentifier(spki),
];

/** A root, an authority that issues, and what they publish. */
export class Pki {
  readonly root: Party;
  readonly issuing: Party;
  readonly kind: KeyPairKind;

  private constructor(root: Party, issuing: Party, kind: KeyPairKind) {
    this.root = root;
    this.issuing = issuing;
    this.kind = kind;
  }

  static async make(kind: KeyPairKind = 'p256', label = 'TEST'): Promise<Pki> {
    const root = await issue({
      subject: commonName(`ROOT ${label}`),
      kind,
      from: day(-4000),
      to: day(4000),
      extensions: authorityExtensions,
    });
    const issuing = await issue({
      subject: commonName(`ISSUING ${label}`),
      kind,
      issuer: root,
      from: day(-2000),
      to: day(3000),
      extensions: (spki) => [...authorityExtensions(spki), authorityKeyIdentifier(root.key.spki)],
    });
    return new Pki(root, issuing, kind);
  }

  person(order: Partial<CertificateOrder> = {}): Promise<Party> {
    return issue({
      subject: personName(PERSON),
      kind: this.kind,
      issuer: this.issuing,
      extensions: personExtensions,
      ...order,
    });
  }

  timeStamper(order: Partial<CertificateOrder> = {}): Promise<Party> {
    return issue({
      subject: commonName('TIME-STAMPING AUTHORITY'),
      kind: this.kind,
      issuer: this.issuing,
      from: day(-1000),
      to: day(800),
      extensions: (spki) => [
        extendedKeyUsage(['1.3.6.1.5.5.7.3.8'], true),
        keyUsage(['digitalSignature']),
        subjectKeyIdentifier(spki),
      ],
      ...order,
    });
  }

  responder(order: Partial<CertificateOrder> = {}): Promise<Party> {
    return issue({
      subject: commonName('OCSP RESPONDER'),
      kind: this.kind,
      issuer: this.issuing,
      extensions: (spki) => [
        extendedKeyUsage(['1.3.6.1.5.5.7.3.9']),
        extension('1.3.6.1.5.5.7.48.1.5', nullValue()),
        keyUsage(['digitalSignature']),
        subjectKeyIdentifier(spki),
      ],
      ...order,
    });
  }

  /** Trusts the root and knows the issuing authority; asks the status of signers only, unless told otherwise. */
  trust(overrides: Partial<TrustSet> = {}): TrustSet {
    return {
      ...trustFromCertificates([this.root.certificate, this.issuing.certificate], {
        name: 'kit',
        purpose: 'test',
        revocation: { signer: 'asked', issuer: 'switched-off', timeStamping: 'switched-off' },
      }),
      intermediatesFromMessage: false,
      ...overrides,
    };
  }
}

export interface ListOrder {
  readonly issuer: Party;
  readonly revoked?: readonly {
    readonly serial: Uint8Array;
    readonly at?: Date;
    readonly reason?: number;
    readonly extensions?: readonly Uint8Array[];
  }[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | undefined;
  readonly number?: number;
  readonly base?: number;
  readonly extensions?: readonly Uint8Array[];
  readonly signedBy?: KeyPair;
  readonly fault?: Fault;
}

/** DER of a revocation list. */
export function makeList(order: ListOrder): Promise<Uint8Array> {
  const key = (order.signedBy ?? order.issuer.key).privateKey;
  const { thisUpdate = day(-0.1), number = 7 } = order;
  const nextUpdate = 'nextUpdate' in order ? order.nextUpdate : day(1);
  const entries = (order.revoked ?? []).map(({ serial, at = day(-5), reason, extensions = [] }) => {
    const all = [
      ...(reason === undefined ? [] : [extension('2.5.29.21', enumerated(reason))]),
      ...extensions,
    ];
    return sequence(integer(serial), time(at), ...(all.length > 0 ? [sequence(...all)] : []));
  });
  const extensions = [
    authorityKeyIdentifier(order.issuer.key.spki),
    extension('2.5.29.20', integer(number)),
    ...(order.base === undefined ? [] : [extension('2.5.29.27', integer(order.base), true)]),
    ...(order.extensions ?? []),
  ];
  const tbs = sequence(
    integer(1),
    signingAlgorithm(key).identifier,
    name(order.issuer.name),
    time(thisUpdate),
    ...(nextUpdate ? [time(nextUpdate)] : []),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(0, sequence(...extensions)),
  );
  return signedObject(tbs, key, order.fault);
}

export interface AnswerOrder {
  readonly about: Party;
  readonly issuer: Party;
  readonly signedBy: Party;
  readonly status?: 'good' | 'unknown' | { readonly revokedAt: Date; readonly reason?: number };
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date;
  readonly producedAt?: Date;
  readonly nonce?: Uint8Array | undefined;
  readonly certificates?: readonly Uint8Array[];
  readonly serial?: Uint8Array;
  readonly extensions?: readonly Uint8Array[];
  readonly fault?: 'flipped-signature';
  /** Wrapped as OCSPResponse unless this is set. */
  readonly basic?: boolean;
}

/** DER of an OCSP answer. */
export async function makeAnswer(order: AnswerOrder): Promise<Uint8Array> {
  const { about, issuer, signedBy, status = 'good', thisUpdate = day(0) } = order;
  const certId = sequence(
    sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue()),
    octetString(digest('sha256', about.certificate.issuer.bytes)),
    octetString(digest('sha256', issuer.certificate.publicKey.key)),
    integer(order.serial ?? about.certificate.serial),
  );
  const extensions = [
    ...(order.nonce ? [extension('1.3.6.1.5.5.7.48.1.2', octetString(order.nonce))] : []),
    ...(order.extensions ?? []),
  ];
  const tbs = sequence(
    explicit(1, name(signedBy.name)),
    generalizedTime(order.producedAt ?? thisUpdate),
    sequence(
      sequence(
        certId,
        statusOf(status),
        generalizedTime(thisUpdate),
        ...(order.nextUpdate ? [explicit(0, generalizedTime(order.nextUpdate))] : []),
      ),
    ),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions))] : []),
  );
  const signature = (await signBytes(signedBy.key.privateKey, tbs)).slice();
  if (order.fault) signature[20] = (signature[20] as number) ^ 1;
  const basic = sequence(
    tbs,
    signingAlgorithm(signedBy.key.privateKey).identifier,
    bitString(signature),
    explicit(0, sequence(...(order.certificates ?? [signedBy.der]))),
  );
  if (order.basic) return basic;
  return sequence(enumerated(0), explicit(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))));
}

function statusOf(status: NonNullable<AnswerOrder['status']>): Uint8Array {
  if (status === 'good') return element(0x80);
  if (status === 'unknown') return element(0x82);
  const reason = status.reason === undefined ? [] : [explicit(0, enumerated(status.reason))];
  return element(0xa1, generalizedTime(status.revokedAt), ...reason);
}
