// Name constraints (RFC 5280 4.2.1.10 and 6.1.3 b, c; RFC 9549 for mail): every certificate authority's permitted names are kept side by
// side and each name must lie in all of them, which is their intersection.
import type { Budget } from '../limits.ts';
import type { GeneralName } from '../x509/general-name.ts';
import { ATTRIBUTE } from '../x509/object-identifiers.ts';
import type { Certificate } from '../x509/x509-certificate.ts';
import type { NameConstraints } from '../x509/x509-extensions.ts';
import { attributeTexts, isBelow } from '../x509/x509-name.ts';

export class NameRules {
  readonly #all: NameConstraints[] = [];
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  add(constraints: NameConstraints): void {
    this.#all.push(constraints);
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** The first name of a certificate that the rules forbid, in words without the name itself. */
  violation(certificate: Certificate): string | undefined {
    if (this.isEmpty) return undefined;
    for (const name of namesOf(certificate)) {
      for (const { permitted, excluded } of this.#all) {
        this.#budget.spend('nameComparisons', permitted.length + excluded.length);
        const ofKind = permitted.filter((base) => sameKind(base, name));
        if (ofKind.length > 0 && !ofKind.some((base) => matches(name, base) === true))
          return `${name.kind} name outside the permitted ones`;
        if (excluded.some((base) => sameKind(base, name) && matches(name, base) !== false))
          return `${name.kind} name among the excluded ones`;
      }
    }
    return undefined;
  }
}

/** The subject, unless it is empty, the alternative names, and mail addresses of the subject if no alternative name is one. */
function namesOf(certificate: Certificate): GeneralName[] {
  const alternatives = certificate.subjectAltNames;
  const names: GeneralName[] = [...alternatives];
  if (!certificate.subject.isEmpty) names.push({ kind: 'directory', name: certificate.subject });
  if (!alternatives.some((name) => name.kind === 'email'))
    for (const value of attributeTexts(certificate.subject, ATTRIBUTE.emailAddress))
      names.push({ kind: 'email', value });
  return names;
}

const sameKind = (a: GeneralName, b: GeneralName): boolean =>
  a.kind === b.kind && (a.kind !== 'other' || b.kind !== 'other' || a.tag === b.tag);

/** Whether a name lies below a base; `undefined` when that cannot be told, which neither permits nor clears. */
function matches(name: GeneralName, base: GeneralName): boolean | undefined {
  if (name.kind === 'directory' && base.kind === 'directory') return isBelow(name.name, base.name);
  if (name.kind === 'ip' && base.kind === 'ip') return addressMatches(name.bytes, base.bytes);
  if (!('value' in name) || !('value' in base)) return undefined;
  switch (name.kind) {
    case 'dns':
      return hostMatches(name.value, base.value);
    case 'email':
      return mailMatches(name.value, base.value);
    case 'uri':
      return uriMatches(name.value, base.value);
  }
}

const lower = (text: string): string => text.toLowerCase().replace(/\.$/, '');

/** A host name below another, or equal to it: labels may be added on the left. */
function hostMatches(name: string, base: string): boolean {
  const [host, suffix] = [lower(name), lower(base)];
  if (suffix === '') return true;
  if (suffix.startsWith('.')) return host.endsWith(suffix);
  return host === suffix || host.endsWith(`.${suffix}`);
}

/** A mailbox: the base is one mailbox, all mailboxes of a host, or (with a leading dot) of the hosts of a domain. */
function mailMatches(name: string, base: string): boolean | undefined {
  const at = name.lastIndexOf('@');
  if (at <= 0 || at === name.length - 1) return undefined;
  const [local, host] = [name.slice(0, at), lower(name.slice(at + 1))];
  const baseAt = base.lastIndexOf('@');
  if (baseAt > 0) return local === base.slice(0, baseAt) && host === lower(base.slice(baseAt + 1));
  return hostOrDomain(host, lower(base));
}

const hostOrDomain = (host: string, base: string): boolean =>
  base === '' || (base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base);

/** The host of a URI; one that has none, or an address in its place, cannot be constrained and is refused where it would have to be. */
function uriMatches(name: string, base: string): boolean | undefined {
  const authority = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(name)?.[1];
  const host = authority?.replace(/^.*@/, '').replace(/:\d*$/, '');
  if (!host || host.startsWith('[') || /^[\d.]+$/.test(host)) return undefined;
  return hostOrDomain(lower(host), lower(base));
}

/** An address under a network and mask of the same family. */
function addressMatches(address: Uint8Array, base: Uint8Array): boolean | undefined {
  if (address.length !== 4 && address.length !== 16) return undefined;
  if (base.length !== 8 && base.length !== 32) return undefined;
  if (base.length !== address.length * 2) return false;
  return address.every(
    (byte, i) =>
      (byte & (base[address.length + i] as number)) ===
      ((base[i] as number) & (base[address.length + i] as number)),
  );
}
