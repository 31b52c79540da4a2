// What every verifier of the bench gets: a root, an authority below it, and CAdES-BES signatures by several people, each over 4 KB of its
// own, in memory and as files. Nobody meets the same person twice in a row, so that nothing of a signer is worth keeping.
import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustSet } from '../../../src/signature/trust/trust-set.ts';
import { signDetached } from '../../support/cms-kit.ts';
import { Pki } from '../../support/signature-kit.ts';

export type Algorithm = 'rsa-2048' | 'ecdsa-p256' | 'gost-512';

const KINDS = { 'rsa-2048': 'rsa2048', 'ecdsa-p256': 'p256', 'gost-512': 'gost512' } as const;
const CONTENT_BYTES = 4096;

export interface Message {
  /** DER of the signed message; the content stays outside. */
  readonly signature: Uint8Array;
  readonly content: Uint8Array;
}

export interface Materials {
  readonly algorithm: Algorithm;
  /** root.der, issuing.der, both in authorities.pem, and 0.der, 0.bin … for the messages. */
  readonly folder: string;
  readonly root: Uint8Array;
  readonly issuing: Uint8Array;
  readonly trust: TrustSet;
  readonly messages: readonly Message[];
}

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;

/** Makes keys, certificates and messages of one algorithm in a new folder. @param people how many sign */
export async function makeMaterials(algorithm: Algorithm, people: number): Promise<Materials> {
  const pki = await Pki.make(KINDS[algorithm], 'BENCH');
  const folder = await mkdtemp(join(tmpdir(), 'komek-bench-'));
  const messages: Message[] = [];
  for (let i = 0; i < people; i += 1) {
    const content = new Uint8Array(randomBytes(CONTENT_BYTES));
    const signature = await signDetached({ signer: await pki.person(), content });
    messages.push({ signature, content });
    await writeFile(join(folder, `${i}.der`), signature);
    await writeFile(join(folder, `${i}.bin`), content);
  }
  await writeFile(join(folder, 'root.der'), pki.root.der);
  await writeFile(join(folder, 'issuing.der'), pki.issuing.der);
  await writeFile(join(folder, 'authorities.pem'), pem(pki.root.der) + pem(pki.issuing.der));
  const revocation = {
    signer: 'switched-off',
    issuer: 'switched-off',
    timeStamping: 'switched-off',
  } as const;
  return {
    algorithm,
    folder,
    root: pki.root.der,
    issuing: pki.issuing.der,
    trust: pki.trust({ revocation }),
    messages,
  };
}
