// The certificate under which the stand-in listens: self-signed, for 127.0.0.1 and localhost, kept so that a browser is told to trust it
// only once.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { element, sequence } from '../../src/signature/portable/der-writer.ts';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';
import { buildCertificate } from '../authority/certificate-builder.ts';
import {
  basicConstraints,
  extendedKeyUsage,
  extension,
  keyUsage,
  subjectKeyIdentifier,
} from '../authority/extensions.ts';
import { makeKeyPair } from '../authority/key-pair.ts';
import type { NameAttribute } from '../authority/names.ts';

const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
const DAY = 86_400_000;

export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** Reads the identity from a file; makes a new one, for a year, when there is none or it ends within a month. */
export async function openTlsIdentity(file: string): Promise<TlsIdentity> {
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as TlsIdentity;
    const der = new Uint8Array(Buffer.from(kept.cert.replace(/-----[^-]+-----|\s/g, ''), 'base64'));
    if (readCertificateFields(der).notAfter.getTime() > Date.now() + 30 * DAY) return kept;
  }
  const identity = await makeTlsIdentity();
  writeFileSync(file, JSON.stringify(identity), { mode: 0o600 });
  return identity;
}

async function makeTlsIdentity(): Promise<TlsIdentity> {
  const pair = makeKeyPair('p256');
  const subject: NameAttribute[] = [['CN', 'NCALayer stand-in of the sandbox, 127.0.0.1']];
  const names = sequence(element(0x87, Uint8Array.of(127, 0, 0, 1)), element(0x82, Buffer.from('localhost')));
  const certificate = await buildCertificate({
    subject,
    publicKey: pair.spki,
    issuer: { name: subject, key: pair.privateKey },
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 365 * DAY),
    extensions: [
      basicConstraints(false),
      keyUsage(['digitalSignature']),
      extendedKeyUsage([SERVER_AUTHENTICATION]),
      extension('2.5.29.17', names),
      subjectKeyIdentifier(pair.spki),
    ],
  });
  return { key: pem('PRIVATE KEY', pair.pkcs8), cert: pem('CERTIFICATE', certificate) };
}

export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}
