// The certificates a verifier must tell apart, as a table: each row is a holder and what is wrong with it. Nothing is made before it is
// asked for, and everything only once.
import { buildCertificate } from '../../sandbox/authority/certificate-builder.ts';
import type { Fault } from '../../sandbox/authority/certificate-builder.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../sandbox/authority/extensions.ts';
import { makeKeyPair } from '../../sandbox/authority/key-pair.ts';
import type { KeyPair, KeyPairKind } from '../../sandbox/authority/key-pair.ts';
import { personName } from '../../sandbox/authority/names.ts';
import type { NameAttribute } from '../../sandbox/authority/names.ts';
import { addressesOf } from '../../sandbox/authority/hierarchy.ts';
import {
  holderExtensions,
  issuingExtensions,
  ocspResponderExtensions,
  rootExtensions,
  timeStampingExtensions,
} from '../../sandbox/authority/profiles.ts';
import type { IssuerFacts, OrganisationRole } from '../../sandbox/authority/profiles.ts';
import { nullValue } from '../../src/signature/portable/der-writer.ts';

export interface TestIdentity extends IssuerFacts {
  readonly key: KeyPair;
  readonly certificate: Uint8Array;
  /** The certificates above it, the root last. */
  readonly chain: readonly Uint8Array[];
}

const AUTHORITIES = {
  root: {},
  issuing: { under: 'root', pathLength: 0 },
  /** A root that nobody configured, with the name of the right one. */
  unknownRoot: { sameNameAs: 'root' },
  unknownIssuing: { under: 'unknownRoot', sameNameAs: 'issuing' },
  /** Below an authority that may have no authority below it. */
  tooDeep: { under: 'issuing' },
  /** An authority whose key may not sign certificates. */
  withoutCertSign: { under: 'root', uses: ['crlSign', 'digitalSignature'] },
  /** Signs like an authority but is none: basicConstraints say so. */
  notAnAuthority: { under: 'root', ca: false },
  expiredIssuing: { under: 'root', days: [-900, -1] },
} as const satisfies Record<string, AuthorityRow>;

interface AuthorityRow {
  readonly under?: string;
  readonly sameNameAs?: string;
  readonly pathLength?: number;
  readonly uses?: readonly ('crlSign' | 'digitalSignature')[];
  readonly ca?: false;
  readonly days?: readonly [number, number];
}

interface HolderRow {
  readonly under?: keyof typeof AUTHORITIES;
  /** Validity in days from now. */
  readonly days?: readonly [number, number];
  readonly purpose?: 'authentication';
  readonly role?: OrganisationRole;
  readonly iin?: string;
  readonly kind?: KeyPairKind;
  readonly fault?: Fault;
  readonly service?: 'time-stamping' | 'ocsp';
  readonly unknownCriticalExtension?: true;
}

const HOLDERS = {
  good: {},
  head: { role: 'first-head' },
  employee: { role: 'employee' },
  otherPerson: { iin: '909900400021' },
  expired: { days: [-400, -10] },
  notYetValid: { days: [10, 300] },
  /** Nothing is wrong with it but what a list or a responder says. */
  revoked: {},
  authentication: { purpose: 'authentication' },
  weakKey: { kind: 'rsa1024' },
  fromUnknownRoot: { under: 'unknownIssuing' },
  fromTooDeep: { under: 'tooDeep' },
  fromWithoutCertSign: { under: 'withoutCertSign' },
  fromNotAnAuthority: { under: 'notAnAuthority' },
  fromExpiredIssuing: { under: 'expiredIssuing' },
  forged: { fault: 'flipped-signature' },
  disagreeing: { fault: 'algorithms-disagree' },
  withUnknownCriticalExtension: { unknownCriticalExtension: true },
  timeStamping: { service: 'time-stamping' },
  responder: { service: 'ocsp' },
} as const satisfies Record<string, HolderRow>;

export type AuthorityName = keyof typeof AUTHORITIES;
export type HolderName = keyof typeof HOLDERS;
export const HOLDER_NAMES = Object.keys(HOLDERS) as HolderName[];

export interface TestPki {
  authority(name: AuthorityName): Promise<TestIdentity>;
  holder(name: HolderName): Promise<TestIdentity>;
}

const DAY = 86_400_000;
const BASE = 'http://authority.test';
export const TEST_IIN = '909900400011';
export const TEST_BIN = '990440000058';

/** @param kind of every key but the weak one @param now the moment that validities are counted from */
export function createTestPki(kind: 'gost512' | 'gost256' | 'rsa2048' | 'p256', now: Date): TestPki {
  const made = new Map<string, Promise<TestIdentity>>();
  const once = (name: string, make: () => Promise<TestIdentity>): Promise<TestIdentity> => {
    const known = made.get(name) ?? make();
    made.set(name, known);
    return known;
  };
  const dates = ([from, to]: readonly [number, number]): { notBefore: Date; notAfter: Date } => ({
    notBefore: new Date(now.getTime() + from * DAY),
    notAfter: new Date(now.getTime() + to * DAY),
  });

  const authority = (name: AuthorityName): Promise<TestIdentity> =>
    once(name, async () => {
      const row: AuthorityRow = AUTHORITIES[name];
      const key = makeKeyPair(kind);
      const own: readonly NameAttribute[] = [
        ['CN', `TEST ${row.sameNameAs ?? name}`],
        ['C', 'KZ'],
      ];
      const above = row.under ? await authority(row.under as AuthorityName) : undefined;
      const usual = above
        ? issuingExtensions(key.spki, above, row.pathLength)
        : rootExtensions({ name: own, spki: key.spki });
      const odd = [
        basicConstraints(row.ca ?? true),
        keyUsage(row.uses ?? ['keyCertSign', 'crlSign']),
        subjectKeyIdentifier(key.spki),
        ...(above ? [authorityKeyIdentifier(above.spki)] : []),
      ];
      const certificate = await buildCertificate({
        subject: own,
        publicKey: key.spki,
        issuer: above ? { name: above.name, key: above.key.privateKey } : { name: own, key: key.privateKey },
        extensions: row.uses || row.ca === false ? odd : usual,
        ...dates(row.days ?? [-1000, 5000]),
      });
      const chain = above ? [above.certificate, ...above.chain] : [];
      return {
        key,
        spki: key.spki,
        name: own,
        issuedBy: above?.name ?? own,
        certificate,
        chain,
        addresses: addressesOf(BASE, name),
      };
    });

  const holder = (name: HolderName): Promise<TestIdentity> =>
    once(`holder ${name}`, async () => {
      const row: HolderRow = HOLDERS[name];
      const above = await authority(row.under ?? 'issuing');
      const key = makeKeyPair(row.kind ?? kind);
      const organisation = row.role ? { bin: TEST_BIN, name: 'ТОО "ТЕСТ"' } : undefined;
      const person = { iin: row.iin ?? TEST_IIN, surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ' };
      const own: NameAttribute[] = row.service
        ? [
            ['CN', `TEST ${row.service}`],
            ['C', 'KZ'],
          ]
        : personName(person, organisation);
      const certificate = await buildCertificate({
        subject: own,
        publicKey: key.spki,
        issuer: { name: above.name, key: above.key.privateKey },
        extensions: [
          ...extensionsOf(row, key, above),
          ...(row.unknownCriticalExtension ? [extension('1.2.3.4.5', nullValue(), true)] : []),
        ],
        ...(row.fault ? { fault: row.fault } : {}),
        ...dates(row.days ?? [-30, 335]),
      });
      return {
        key,
        spki: key.spki,
        name: own,
        issuedBy: above.name,
        certificate,
        chain: [above.certificate, ...above.chain],
        addresses: above.addresses,
      };
    });
  return { authority, holder };
}

function extensionsOf(row: HolderRow, { spki, privateKey }: KeyPair, above: IssuerFacts): Uint8Array[] {
  if (row.service === 'time-stamping') return timeStampingExtensions(spki, above);
  if (row.service === 'ocsp') return ocspResponderExtensions(spki, above);
  return holderExtensions(
    {
      spki,
      algorithm: privateKey.kind === 'gost' ? 'gost' : 'rsa',
      purpose: row.purpose ?? 'signing',
      role: row.role,
    },
    above,
  );
}
