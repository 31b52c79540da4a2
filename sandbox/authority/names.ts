// Distinguished names in the order and with the string types of the national centre: CN, SN, serialNumber, C, O, OU, GN.
import {
  oid,
  printableString,
  sequence,
  setOf,
  utf8String,
} from '../../src/signature/portable/der-writer.ts';

const ATTRIBUTES = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  GN: '2.5.4.42',
} as const;

export type NameAttribute = readonly [keyof typeof ATTRIBUTES, string];

/** DER of a Name; C and serialNumber are PrintableString, the others UTF8String. */
export const name = (attributes: readonly NameAttribute[]): Uint8Array =>
  sequence(
    ...attributes.map(([type, value]) =>
      setOf(
        sequence(
          oid(ATTRIBUTES[type]),
          type === 'C' || type === 'serialNumber' ? printableString(value) : utf8String(value),
        ),
      ),
    ),
  );

export interface PersonName {
  readonly iin: string;
  readonly surname: string;
  readonly givenName: string;
  /** What stands in GIVENNAME of national certificates. */
  readonly patronymic?: string | undefined;
}

/** A person, or a person for an organisation when `organisation` is given. */
export function personName(
  person: PersonName,
  organisation?: { readonly bin: string; readonly name: string },
): NameAttribute[] {
  return [
    ['CN', `${person.surname} ${person.givenName}`],
    ['SN', person.surname],
    ['serialNumber', `IIN${person.iin}`],
    ['C', 'KZ'],
    ...(organisation
      ? ([
          ['O', organisation.name],
          ['OU', `BIN${organisation.bin}`],
        ] satisfies NameAttribute[])
      : []),
    ...(person.patronymic ? ([['GN', person.patronymic]] satisfies NameAttribute[]) : []),
  ];
}
