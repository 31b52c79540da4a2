// Distribution points of CRLs: as a certificate names them, and as a CRL names its own scope (RFC 5280 4.2.1.13 and 5.2.5).
import {
  children,
  childrenOf,
  context,
  contextPrimitive,
  DerError,
  elementAt,
  readBoolean,
  TAG,
  type Der,
} from '../portable/der-reader.ts';
import { directoryNames, readGeneralNames, type GeneralName } from './general-name.ts';
import { optionalFields, readNamedBits } from './x509-extensions.ts';
import { Name } from './x509-name.ts';
import { concat, element } from '../portable/der-writer.ts';

/** All reasons for which a certificate can be revoked: bits 1 to 8 of ReasonFlags. */
export const ALL_REASONS = 0x1fe;

export type DistributionPointName = { readonly full: readonly GeneralName[] } | { readonly relative: Der };

export interface DistributionPoint {
  readonly name: DistributionPointName | undefined;
  readonly reasons: number;
  readonly crlIssuer: readonly Name[] | undefined;
}

export const readDistributionPoints = (value: Der): DistributionPoint[] =>
  childrenOf(value, TAG.sequence).map((point) => {
    const [name, reasons, crlIssuer] = optionalFields(point, context(0), contextPrimitive(1), context(2));
    if (!name && !crlIssuer) throw new DerError('truncated', point.start);
    return {
      name: name && readPointName(name),
      reasons: reasons ? readNamedBits(reasons) & ALL_REASONS : ALL_REASONS,
      crlIssuer: crlIssuer && directoryNames(readGeneralNames(crlIssuer)),
    };
  });

function readPointName(field: Der): DistributionPointName {
  const choice = elementAt(field.source, field.contentStart, field.end);
  if (choice.end !== field.end) throw new DerError('trailing-bytes', choice.end);
  if (choice.tag === context(0)) return { full: readGeneralNames(choice) };
  if (choice.tag === context(1)) return { relative: choice };
  throw new DerError('unexpected-tag', choice.start);
}

/** The names of a point in full; a name relative to the CRL issuer is completed with each issuer that can be meant. */
export function fullNames(name: DistributionPointName, issuers: readonly Name[]): GeneralName[] {
  if ('full' in name) return [...name.full];
  return issuers.map((issuer) => ({ kind: 'directory', name: append(issuer, name.relative) }));
}

/** Appends one relative name, which stands under an implicit tag, to a name. */
function append(issuer: Name, relative: Der): Name {
  const rdn = element(
    TAG.set,
    ...children(relative).map((item) => item.source.subarray(item.start, item.end)),
  );
  const encoded = element(
    TAG.sequence,
    concat(issuer.der.source.subarray(issuer.der.contentStart, issuer.der.end), rdn),
  );
  return new Name(elementAt(encoded, 0));
}

export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | undefined;
  readonly onlyUserCertificates: boolean;
  readonly onlyCaCertificates: boolean;
  readonly reasons: number;
  readonly indirect: boolean;
  readonly onlyAttributeCertificates: boolean;
}

export function readIssuingDistributionPoint(value: Der): IssuingDistributionPoint {
  const tags = [context(0), ...[1, 2, 3, 4, 5].map(contextPrimitive)];
  const [name, user, ca, reasons, indirect, attribute] = optionalFields(value, ...tags);
  const flag = (field: Der | undefined): boolean => field !== undefined && readFlag(field);
  return {
    name: name && readPointName(name),
    onlyUserCertificates: flag(user),
    onlyCaCertificates: flag(ca),
    reasons: reasons ? readNamedBits(reasons) & ALL_REASONS : ALL_REASONS,
    indirect: flag(indirect),
    onlyAttributeCertificates: flag(attribute),
  };
}

const readFlag = (field: Der): boolean => readBoolean({ ...field, tag: TAG.boolean });
