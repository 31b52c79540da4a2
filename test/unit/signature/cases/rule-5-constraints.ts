// Rule 5: authorities and what they may issue; each rule of RFC 5280 section 6 broken alone.
import {
  basicConstraints,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../../../../sandbox/authority/extensions.ts';
import {
  element,
  explicit,
  nullValue,
  oid,
  sequence,
} from '../../../../src/signature/portable/der-writer.ts';
import { benchOf, stopped, underAuthority, type Outcome } from '../../../support/signature-bench.ts';
import {
  authorityExtensions,
  day,
  personExtensions,
  type CertificateOrder,
} from '../../../support/signature-kit.ts';

import { negativesOf, rows, type NegativeCase } from '../../../support/negative-cases.ts';
const bench = await benchOf();
const negatives = negativesOf(5, async () => (await underAuthority(bench, {})).indication);

const stoppedByRule = (check: Outcome['stoppedBy']): Outcome => ({
  indication: 'INDETERMINATE',
  subIndication: 'CHAIN_CONSTRAINTS_FAILURE',
  stoppedBy: check,
});

const subtree = (base: Uint8Array): Uint8Array => sequence(base);
const nameConstraints = (...fields: readonly Uint8Array[]): Uint8Array =>
  extension('2.5.29.30', sequence(...fields), true);
const permitted = (...bases: readonly Uint8Array[]): Uint8Array => element(0xa0, ...bases.map(subtree));
const excluded = (...bases: readonly Uint8Array[]): Uint8Array => element(0xa1, ...bases.map(subtree));
const text = (tag: number, value: string): Uint8Array => element(tag, new TextEncoder().encode(value));
const altNames = (...names: readonly Uint8Array[]): Uint8Array => extension('2.5.29.17', sequence(...names));
const withExtension = (...more: readonly Uint8Array[]): Partial<CertificateOrder> => ({
  extensions: (spki) => [...personExtensions(spki), ...more],
});
const authorityWith = (...more: readonly Uint8Array[]): Partial<CertificateOrder> => ({
  extensions: (spki) => [...authorityExtensions(spki), ...more],
});
const policies = (...names: readonly string[]): Uint8Array =>
  extension('2.5.29.32', sequence(...names.map((name) => sequence(oid(name)))), true);

/** A relative name alone, for constraints. */
const nameOf = (value: string): Uint8Array =>
  element(0x31, sequence(oid('2.5.4.10'), element(0x0c, new TextEncoder().encode(value))));

const P1 = '1.2.3.1';
const P2 = '1.2.3.2';
const ofAuthority: Record<
  string,
  readonly [Outcome, Partial<CertificateOrder>, leaf?: Partial<CertificateOrder>]
> = {
  'an authority without basicConstraints': [
    stoppedByRule('basic-constraints'),
    { extensions: (spki) => [keyUsage(['keyCertSign', 'crlSign']), subjectKeyIdentifier(spki)] },
  ],
  'an authority that says it is none': [
    stoppedByRule('basic-constraints'),
    { extensions: () => [basicConstraints(false), keyUsage(['keyCertSign', 'crlSign'])] },
  ],
  'an authority of version 1': [stoppedByRule('basic-constraints'), { extensions: () => [] }],
  'an authority whose key may not sign certificates': [
    stoppedByRule('ca-key-usage'),
    { extensions: () => [basicConstraints(true), keyUsage(['crlSign', 'digitalSignature'])] },
  ],
  'an authority with an unknown critical extension': [
    stoppedByRule('critical-extensions'),
    authorityWith(extension('1.2.3.4', nullValue(), true)),
  ],
  'an authority that has expired': [
    stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'),
    { from: day(-400), to: day(-1) },
  ],
  'an authority that is not yet valid': [
    stopped('INDETERMINATE', 'OUT_OF_BOUNDS_NO_POE', 'path-validity'),
    { from: day(1), to: day(400) },
  ],
  'a name outside the permitted directory': [
    stoppedByRule('name-constraints'),
    authorityWith(nameConstraints(permitted(explicit(4, sequence(nameOf('X')))))),
  ],
  'a mail address outside the permitted host': [
    stoppedByRule('name-constraints'),
    authorityWith(nameConstraints(permitted(text(0x81, 'gov.kz')))),
    withExtension(altNames(text(0x81, 'a@example.org'))),
  ],
  'an excluded host name': [
    stoppedByRule('name-constraints'),
    authorityWith(nameConstraints(excluded(text(0x82, 'example.org')))),
    withExtension(altNames(text(0x82, 'www.example.org'))),
  ],
  'an excluded address': [
    stoppedByRule('name-constraints'),
    authorityWith(nameConstraints(excluded(element(0x87, Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0))))),
    withExtension(altNames(element(0x87, Uint8Array.of(10, 1, 2, 3)))),
  ],
  'a URI whose host cannot be told under a constraint': [
    stoppedByRule('name-constraints'),
    authorityWith(nameConstraints(permitted(text(0x86, 'gov.kz')))),
    withExtension(altNames(text(0x86, 'urn:isbn:1'))),
  ],
  'a policy that is required and absent': [
    stoppedByRule('certificate-policies'),
    authorityWith(policies(P1), extension('2.5.29.36', sequence(element(0x80, Uint8Array.of(0))), true)),
    withExtension(policies(P2)),
  ],
  'anyPolicy that is mapped': [
    stoppedByRule('certificate-policies'),
    authorityWith(
      policies(P1),
      extension('2.5.29.33', sequence(sequence(oid('2.5.29.32.0'), oid(P2))), true),
    ),
    withExtension(policies(P2)),
  ],
};

export const RULE_5_CONSTRAINTS: readonly NegativeCase[] = rows(
  ofAuthority,
  (authority, leaf?: Partial<CertificateOrder>) => underAuthority(bench, authority, leaf),
).flatMap(([expected, table]) => negatives(expected, table));
