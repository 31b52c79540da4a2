// GeneralName (RFC 5280 4.2.1.6): the names that alternative names, constraints and distribution points are made of.
import { children, contents, expect, raw, sameBytes, TAG, type Der } from '../portable/der-reader.ts';
import { readExplicitName, sameName, type Name } from './x509-name.ts';

export type GeneralName =
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly value: string }
  | { readonly kind: 'directory'; readonly name: Name }
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'other'; readonly tag: number; readonly bytes: Uint8Array };

const TEXT_KINDS = { 0x81: 'email', 0x82: 'dns', 0x86: 'uri' } as const;

export function readGeneralName(element: Der): GeneralName {
  const kind = (TEXT_KINDS as Record<number, 'email' | 'dns' | 'uri' | undefined>)[element.tag];
  if (kind !== undefined) return { kind, value: Buffer.from(contents(element)).toString('latin1') };
  if (element.tag === 0xa4) return { kind: 'directory', name: readExplicitName(element) };
  if (element.tag === 0x87) return { kind: 'ip', bytes: contents(element) };
  return { kind: 'other', tag: element.tag, bytes: raw(element) };
}

/** GeneralNames, with the tag of SEQUENCE or an implicit one in its place. */
export const readGeneralNames = (element: Der): GeneralName[] => children(element).map(readGeneralName);

export const readGeneralNamesSequence = (element: Der | undefined): GeneralName[] =>
  readGeneralNames(expect(element, TAG.sequence));

/** Whether two general names say the same; names of hosts and mail domains are compared without regard to case. */
export function sameGeneralName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') return sameName(a.name, b.name);
  if ((a.kind === 'ip' && b.kind === 'ip') || (a.kind === 'other' && b.kind === 'other'))
    return sameBytes(a.bytes, b.bytes);
  if (a.kind === 'dns' && b.kind === 'dns') return a.value.toLowerCase() === b.value.toLowerCase();
  return 'value' in a && 'value' in b && a.kind === b.kind && a.value === b.value;
}

/** The directory names among general names. */
export const directoryNames = (names: readonly GeneralName[]): Name[] =>
  names.flatMap((name) => (name.kind === 'directory' ? [name.name] : []));
