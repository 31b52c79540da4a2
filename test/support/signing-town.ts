// The sandbox authority with a clock that tests move, its trust set, and somebody who signs: for tests of levels and archives.
import { join } from 'node:path';
import {
  createVerifier,
  loadTrust,
  openKeyFile,
  signCades,
  type TrustSet,
  type Verdict,
} from '../../src/signature/index.ts';
import { children, context, raw, readDer, type Der } from '../../src/signature/portable/der-reader.ts';
import { element, sequence } from '../../src/signature/portable/der-writer.ts';
import { startSandboxAuthority, type RunningAuthority } from './sandbox-authority.ts';

const PASSWORD = 'Qwerty12';
export const SIGNER_IIN = '909900400011';
export const SIGNED = new TextEncoder().encode('{"answer":"yes"}');
export const YEAR = 365 * 86_400_000;

export interface SigningTown {
  readonly authority: RunningAuthority;
  readonly trust: TrustSet;
  readonly now: () => Date;
  /** Moves the clock of everybody by milliseconds. */
  pass(milliseconds: number): void;
  /** A fresh key signs, detached; the serial number (hex) is what the authority revokes. */
  sign(
    algorithm: 'gost' | 'rsa',
    timeStamp?: (value: Uint8Array) => Promise<Uint8Array>,
  ): Promise<{ readonly signature: Uint8Array; readonly serial: string }>;
  /** As an application is verified; offline: by the message alone. */
  verdictOn(
    signature: Uint8Array,
    how?: { readonly offline?: boolean; readonly at?: Date },
  ): Promise<Verdict>;
  close(): Promise<void>;
}

export async function openSigningTown(): Promise<SigningTown> {
  let passed = 0;
  const now = (): Date => new Date(Date.now() + passed);
  const authority = await startSandboxAuthority({ clock: { now } });
  const trust = loadTrust(join(authority.folder, 'trust'));
  const verifier = createVerifier({ trust, now, threads: 0 });
  return {
    authority,
    trust,
    now,
    pass(milliseconds) {
      passed += milliseconds;
    },
    async sign(algorithm, timeStamp) {
      const { bytes, serial } = await authority.issue({
        algorithm,
        purpose: 'signing',
        person: { iin: SIGNER_IIN, surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ' },
        password: PASSWORD,
      });
      const opened = openKeyFile(bytes, PASSWORD);
      if (!opened.ok) throw new Error(opened.problem);
      const { privateKey: key, certificate } = opened.value;
      const signature = await signCades({
        content: SIGNED,
        key,
        certificate,
        signingTime: now(),
        detached: true,
        ...(timeStamp && { timeStamp }),
      });
      return { signature, serial };
    },
    verdictOn: (signature, how = {}) =>
      verifier.verify({
        signature,
        content: SIGNED,
        policy: 'citizen-application',
        expect: { iin: SIGNER_IIN },
        ...how,
      }),
    async close() {
      await verifier.close();
      await authority.close();
    },
  };
}

/** A message without the revocation data that holds these bytes. */
export function withoutRevocation(message: Uint8Array, piece: Uint8Array): Uint8Array {
  const [type, wrapped] = children(readDer(message)) as [Der, Der];
  const [signedData] = children(wrapped) as [Der];
  const parts = children(signedData).map((part, position) => {
    if (position < 3 || part.tag !== context(1)) return raw(part);
    const kept = children(part)
      .map(raw)
      .filter((item) => !Buffer.from(item).includes(Buffer.from(piece)));
    return element(context(1), ...kept);
  });
  return sequence(raw(type), element(context(0), sequence(...parts)));
}
