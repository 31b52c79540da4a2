// What the certificates of the national centre look like, kind by kind: the extensions, their order and which are critical, as seen in
// certificates of 2022 to 2026. Only names and addresses are the sandbox's.
import { KEY_PURPOSE } from '../../src/signature/portable/algorithms.ts';
import { serialOf } from './certificate-builder.ts';
import {
  authorityInformationAccess,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicy,
  crlDistributionPoint,
  extendedKeyUsage,
  freshestCrl,
  keyStorage,
  keyUsage,
  ocspNoCheck,
  subjectKeyIdentifier,
} from './extensions.ts';
import { name } from './names.ts';
import type { NameAttribute } from './names.ts';

const PRACTICE = 'http://pki.gov.kz/cps';
const POLICY = { root: '1.2.398.3.1.2', centre: '1.2.398.3.3.2', timeStamping: '1.2.398.3.3.2.6' };

/** Where an issuing authority says that its answers and lists are found. */
export interface Addresses {
  readonly ocsp: string;
  readonly certificate: string;
  readonly crl: string;
  readonly deltaCrl: string;
}

/** The authority that issues: its name, its key and where to ask about what it issued. */
export interface IssuerFacts {
  readonly name: readonly NameAttribute[];
  readonly spki: Uint8Array;
  readonly addresses: Addresses;
}

/** A root names itself as its authority, with name and serial number. */
export function rootExtensions(own: { name: readonly NameAttribute[]; spki: Uint8Array }): Uint8Array[] {
  return [
    basicConstraints(true),
    keyUsage(['keyCertSign', 'crlSign']),
    subjectKeyIdentifier(own.spki),
    authorityKeyIdentifier(own.spki, { name: name(own.name), serial: serialOf(own.spki) }),
    certificatePolicy(POLICY.root, 'http://root.gov.kz/cps'),
  ];
}

/** An issuing authority under a root; the RSA one of the national centre has pathLen 0. */
export function issuingExtensions(spki: Uint8Array, root: IssuerFacts, pathLength?: number): Uint8Array[] {
  return [
    basicConstraints(true, pathLength),
    keyUsage(['keyCertSign', 'crlSign']),
    crlDistributionPoint(root.addresses.crl),
    subjectKeyIdentifier(spki),
    authorityKeyIdentifier(root.spki, { name: name(root.name), serial: serialOf(root.spki) }),
    authorityInformationAccess({ issuer: root.addresses.certificate }),
    certificatePolicy(POLICY.centre, PRACTICE),
  ];
}

const statusPlaces = ({ addresses }: IssuerFacts): Uint8Array[] => [
  authorityInformationAccess({ ocsp: addresses.ocsp, issuer: addresses.certificate }),
  crlDistributionPoint(addresses.crl),
  freshestCrl(addresses.deltaCrl),
];

export function timeStampingExtensions(spki: Uint8Array, issuer: IssuerFacts): Uint8Array[] {
  return [
    extendedKeyUsage([KEY_PURPOSE.timeStamping], true),
    certificatePolicy(POLICY.timeStamping, PRACTICE),
    ...statusPlaces(issuer),
    keyUsage(['digitalSignature']),
    subjectKeyIdentifier(spki),
    authorityKeyIdentifier(issuer.spki),
    keyStorage(),
  ];
}

/** A delegated responder: it may answer for its issuer, and nobody asks whether it was revoked itself (RFC 6960 4.2.2.2.1). */
export function ocspResponderExtensions(spki: Uint8Array, issuer: IssuerFacts): Uint8Array[] {
  return [
    extendedKeyUsage([KEY_PURPOSE.ocspSigning]),
    ocspNoCheck(),
    keyUsage(['digitalSignature']),
    subjectKeyIdentifier(spki),
    authorityKeyIdentifier(issuer.spki),
  ];
}

export type OrganisationRole = 'first-head' | 'right-to-sign' | 'finance' | 'human-resources' | 'employee';

const ROLE_PURPOSE: Readonly<Record<OrganisationRole, string>> = {
  'first-head': KEY_PURPOSE.firstHead,
  'right-to-sign': KEY_PURPOSE.rightToSign,
  finance: KEY_PURPOSE.rightToSignFinance,
  'human-resources': KEY_PURPOSE.humanResources,
  employee: KEY_PURPOSE.employee,
};

export interface HolderFacts {
  readonly spki: Uint8Array;
  readonly algorithm: 'gost' | 'rsa';
  readonly purpose: 'signing' | 'authentication';
  /** Absent for a person of their own. */
  readonly role?: OrganisationRole | undefined;
}

/** A person's certificate, or that of a person for an organisation. */
export function holderExtensions(holder: HolderFacts, issuer: IssuerFacts): Uint8Array[] {
  const roles = holder.role
    ? [KEY_PURPOSE.organisation, ROLE_PURPOSE[holder.role]]
    : [KEY_PURPOSE.individual];
  const signing = holder.purpose === 'signing';
  return [
    certificatePolicy(POLICY.centre, PRACTICE),
    ...statusPlaces(issuer),
    extendedKeyUsage([signing ? KEY_PURPOSE.emailProtection : KEY_PURPOSE.clientAuthentication, ...roles]),
    signing
      ? keyUsage([
          'digitalSignature',
          'nonRepudiation',
          ...(holder.algorithm === 'gost' ? (['keyAgreement'] as const) : []),
        ])
      : keyUsage(['digitalSignature', 'keyEncipherment']),
    subjectKeyIdentifier(holder.spki),
    authorityKeyIdentifier(issuer.spki),
    keyStorage(),
  ];
}
