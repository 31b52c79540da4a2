// The two hierarchies of the sandbox, GOST and RSA: a root, an issuing authority, a time-stamping authority and a delegated OCSP
// responder each, made at the first start. Everything bears the word TEST.
import { createHash } from 'node:crypto';
import type { Clock } from '../../src/platform/clock.ts';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';
import type { PrivateKey } from '../../src/signature/portable/private-key.ts';
import { buildCertificate } from './certificate-builder.ts';
import { makeKeyPair, restoreKeyPair } from './key-pair.ts';
import type { KeyPairKind } from './key-pair.ts';
import type { NameAttribute } from './names.ts';
import {
  issuingExtensions,
  ocspResponderExtensions,
  rootExtensions,
  timeStampingExtensions,
} from './profiles.ts';
import type { Addresses, IssuerFacts } from './profiles.ts';
import type { Store } from './store.ts';

export type Family = 'gost' | 'rsa';
export const FAMILIES: readonly Family[] = ['gost', 'rsa'];

/** Somebody who signs: name, key, certificate. */
export interface Signer {
  readonly privateKey: PrivateKey;
  readonly certificate: Uint8Array;
}

/** An authority of the sandbox; `id` is its name in files and addresses. */
export interface Authority extends Signer, IssuerFacts {
  readonly id: string;
}

export interface Hierarchy {
  readonly root: Authority;
  readonly issuing: Authority;
  readonly timeStamping: Signer;
  readonly responder: Signer;
  /** A responder whose certificate ended yesterday, for the mood `expired-responder`. */
  readonly expiredResponder: Signer;
}

export type Hierarchies = Readonly<Record<Family, Hierarchy>>;

const DAY = 86_400_000;
const YEAR = 365 * DAY;

const LABEL: Readonly<Record<Family, string>> = { gost: 'GOST', rsa: 'RSA' };
const rootName = (family: Family): NameAttribute[] => [
  ['CN', `КӨМЕК СЫНАҚ НЕГІЗГІ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (${LABEL[family]}) SANDBOX TEST`],
  ['C', 'KZ'],
];
const issuingName = (family: Family): NameAttribute[] => [
  ['CN', `КӨМЕК СЫНАҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (${LABEL[family]}) SANDBOX TEST`],
  ['C', 'KZ'],
];
const serviceName = (service: string): NameAttribute[] => [
  ['CN', `${service} SANDBOX TEST`],
  ['C', 'KZ'],
  ['O', 'КӨМЕК СЫНАҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ'],
];

/** Addresses of an authority below the sandbox's own address. */
export const addressesOf = (base: string, id: string): Addresses => ({
  ocsp: `${base}/ocsp`,
  certificate: `${base}/cert/${id}.cer`,
  crl: `${base}/crl/${id}.crl`,
  deltaCrl: `${base}/crl/${id}_d.crl`,
});

export interface Setting {
  readonly store: Store;
  readonly clock: Clock;
  /** The address under which the sandbox is reached, without a slash at the end. */
  readonly base: string;
}

/** Both hierarchies, from the folder or new. */
export async function openHierarchies(setting: Setting): Promise<Hierarchies> {
  const [gost, rsa] = [await openHierarchy('gost', setting), await openHierarchy('rsa', setting)];
  return { gost, rsa };
}

interface Wanted {
  readonly id: string;
  readonly kind: KeyPairKind;
  readonly subject: readonly NameAttribute[];
  readonly years: number;
  readonly extensions: (spki: Uint8Array) => Uint8Array[];
  /** Absent for a root. */
  readonly issuer?: Authority;
  /** Days that the certificate has ended before now. */
  readonly endedDays?: number;
}

async function openHierarchy(family: Family, setting: Setting): Promise<Hierarchy> {
  const kind = family === 'gost' ? 'gost512' : 'rsa2048';
  const { base } = setting;
  const root = await openAuthority(setting, {
    id: `root_${family}`,
    kind,
    subject: rootName(family),
    years: 20,
    extensions: (spki) => rootExtensions({ name: rootName(family), spki }),
  });
  const issuing = await openAuthority(setting, {
    id: `nca_${family}`,
    kind,
    subject: issuingName(family),
    years: 10,
    issuer: root,
    extensions: (spki) =>
      issuingExtensions(
        spki,
        { ...root, addresses: addressesOf(base, root.id) },
        family === 'rsa' ? 0 : undefined,
      ),
  });
  const service = (
    id: string,
    subject: string,
    wanted: Pick<Wanted, 'years' | 'extensions' | 'endedDays'>,
  ): Promise<Signer> =>
    openSigner(setting, {
      id: `${id}_${family}`,
      kind,
      subject: serviceName(subject),
      issuer: issuing,
      ...wanted,
    });
  const responder = {
    years: 1,
    extensions: (spki: Uint8Array) => ocspResponderExtensions(spki, issuing),
  };
  return {
    root,
    issuing,
    timeStamping: await service('tsa', 'TIME-STAMPING AUTHORITY', {
      years: 3,
      extensions: (spki) => timeStampingExtensions(spki, issuing),
    }),
    responder: await service('ocsp', 'OCSP RESPONDER', responder),
    expiredResponder: await service('ocsp_expired', 'OCSP RESPONDER', { ...responder, endedDays: 1 }),
  };
}

async function openAuthority(setting: Setting, wanted: Wanted): Promise<Authority> {
  const { privateKey, certificate, spki } = await openSigner(setting, wanted);
  const addresses = addressesOf(setting.base, wanted.id);
  return { id: wanted.id, name: wanted.subject, spki, addresses, privateKey, certificate };
}

async function openSigner(setting: Setting, wanted: Wanted): Promise<Signer & { readonly spki: Uint8Array }> {
  const now = setting.clock.now().getTime();
  const end = wanted.endedDays === undefined ? now + wanted.years * YEAR : now - wanted.endedDays * DAY;
  const kept = await setting.store.key(
    wanted.id,
    async () => {
      const pair = makeKeyPair(wanted.kind);
      const issuer = wanted.issuer ?? { name: wanted.subject, privateKey: pair.privateKey, id: wanted.id };
      const certificate = await buildCertificate({
        subject: wanted.subject,
        publicKey: pair.spki,
        issuer: { name: issuer.name, key: issuer.privateKey },
        notBefore: new Date(end - wanted.years * YEAR - DAY),
        notAfter: new Date(end),
        extensions: wanted.extensions(pair.spki),
      });
      register(setting.store, { certificate, issuer: issuer.id, use: wanted.id });
      return { pkcs8: pair.pkcs8, certificate };
    },
    ({ certificate }) => {
      const { notBefore, notAfter } = readCertificateFields(certificate);
      if (wanted.endedDays !== undefined) return notAfter.getTime() < now;
      return notBefore.getTime() < now && notAfter.getTime() > now + 30 * DAY;
    },
  );
  const { privateKey, spki } = restoreKeyPair(kept.pkcs8);
  return { privateKey, spki, certificate: kept.certificate };
}

/** Enters a certificate into the register of what was issued. */
export function register(
  store: Store,
  entry: { readonly certificate: Uint8Array; readonly issuer: string; readonly use: string },
): void {
  const fields = readCertificateFields(entry.certificate);
  store.state.issued.push({
    serial: Buffer.from(fields.serialNumber).toString('hex'),
    sha256: createHash('sha256').update(entry.certificate).digest('hex'),
    issuer: entry.issuer,
    holder: fields.organisation ? `${fields.commonName}, ${fields.organisation}` : fields.commonName,
    ...(fields.iin ? { iin: fields.iin } : {}),
    ...(fields.bin ? { bin: fields.bin } : {}),
    use: entry.use,
    notBefore: fields.notBefore.toISOString(),
    notAfter: fields.notAfter.toISOString(),
  });
  store.save();
}
