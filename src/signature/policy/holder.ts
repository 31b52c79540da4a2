// Who holds a certificate of the national centre, and what for: individual or organisation, their numbers, their role, signing or
// authentication key. By attribute and purpose names alone; never by the text of a name (signature.md of the national layout, 1.2).
import { orMalformed } from '../portable/or-malformed.ts';
import { ATTRIBUTE, PURPOSE } from '../x509/object-identifiers.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import { KEY_USAGE } from '../x509/x509-extensions.ts';
import { attributeTexts, type Name } from '../x509/x509-name.ts';

/** Roles that the national centre puts among the purposes of a key. */
export const ROLE = {
  individual: '1.2.398.3.3.4.1.1',
  organisation: '1.2.398.3.3.4.1.2',
  head: '1.2.398.3.3.4.1.2.1',
  rightToSign: '1.2.398.3.3.4.1.2.2',
  rightToSignFinancial: '1.2.398.3.3.4.1.2.3',
  personnel: '1.2.398.3.3.4.1.2.4',
  employee: '1.2.398.3.3.4.1.2.5',
  informationSystem: '1.2.398.3.3.4.1.2.6',
} as const;

export type RoleName = keyof typeof ROLE;
export type KeyPurpose = 'signing' | 'authentication' | 'other';

export interface Holder {
  readonly kind: 'individual' | 'organisation' | 'unknown';
  readonly purpose: KeyPurpose;
  readonly roles: readonly RoleName[];
  /** Twelve digits, when the certificate carries exactly one such number in its place. */
  readonly iin: string | undefined;
  readonly bin: string | undefined;
  readonly commonName: string | undefined;
  readonly organisation: string | undefined;
}

const ROLE_NAMES = Object.keys(ROLE) as RoleName[];

export function holderOf(certificate: Certificate): Holder {
  const { subject } = certificate;
  const purposes = certificate.extKeyUsage ?? [];
  const roles = ROLE_NAMES.filter((name) =>
    purposes.some((purpose) => purpose === ROLE[name] || isSystem(name, purpose)),
  );
  return {
    kind: kindOf(roles),
    purpose: purposeOf(certificate, roles),
    roles,
    iin: onlyNumber(textsOf(subject, ATTRIBUTE.serialNumber), 'IIN'),
    bin: onlyNumber(textsOf(subject, ATTRIBUTE.organizationalUnit), 'BIN'),
    commonName: textsOf(subject, ATTRIBUTE.commonName)[0],
    organisation: textsOf(subject, ATTRIBUTE.organization)[0],
  };
}

/** The texts of an attribute; none when one of them is no text: a name that cannot be read says nothing of anybody. */
function textsOf(name: Name, type: string): readonly string[] {
  const texts = orMalformed(() => attributeTexts(name, type));
  return texts === 'malformed' ? [] : texts;
}

/** Information systems have a name of their own each below the common one. */
const isSystem = (name: RoleName, purpose: string): boolean =>
  name === 'informationSystem' && purpose.startsWith(`${ROLE.informationSystem}.`);

function kindOf(roles: readonly RoleName[]): Holder['kind'] {
  const ofOrganisation = roles.some((name) => name !== 'individual');
  if (roles.includes('individual')) return ofOrganisation ? 'unknown' : 'individual';
  return ofOrganisation ? 'organisation' : 'unknown';
}

function purposeOf(certificate: Certificate, roles: readonly RoleName[]): KeyPurpose {
  const usage = certificate.keyUsage ?? 0;
  const purposes = certificate.extKeyUsage ?? [];
  const signs = (usage & KEY_USAGE.digitalSignature) !== 0;
  if (!signs) return 'other';
  const commits = (usage & KEY_USAGE.nonRepudiation) !== 0;
  const authenticates = purposes.includes(PURPOSE.clientAuth);
  if (
    commits &&
    !authenticates &&
    (purposes.includes(PURPOSE.emailProtection) || roles.includes('informationSystem'))
  )
    return 'signing';
  return authenticates && !commits ? 'authentication' : 'other';
}

/** The number behind a prefix, when exactly one attribute claims to carry it and it is twelve digits. */
function onlyNumber(texts: readonly string[], prefix: 'IIN' | 'BIN'): string | undefined {
  const claims = texts.filter((text) => text.trim().toUpperCase().startsWith(prefix));
  const match = claims.length === 1 ? /^(?:IIN|BIN)(\d{12})$/.exec(claims[0] as string) : null;
  return match?.[1];
}

/** Numbers of the national centre's test certificates: their check digits are wrong, and they belong to nobody. */
export const TEST_NUMBERS: ReadonlySet<string> = new Set(['123456789011', '123456789021']);

/** Whether the last digit of an IIN or BIN is the control digit of the others (two passes of weights; 10 twice: never issued). */
export function hasCheckDigit(number: string): boolean {
  const digit = (i: number): number => number.charCodeAt(i) - 0x30;
  const sum = (shift: number): number => {
    let total = 0;
    for (let i = 0; i < 11; i += 1) total += digit(i) * (((i + shift) % 11) + 1);
    return total % 11;
  };
  const first = sum(0);
  const control = first === 10 ? sum(2) : first;
  return /^\d{12}$/.test(number) && number !== '000000000000' && control !== 10 && control === digit(11);
}
