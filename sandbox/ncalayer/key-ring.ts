// The key files that a person of the demo has, and those that were opened with their password. Passwords are not kept.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFile } from '../../src/signature/portable/key-file.ts';
import type { KeyFile, KeyFileProblem } from '../../src/signature/portable/key-file.ts';
import { readCertificateFields } from '../../src/signature/portable/certificate-fields.ts';

/** What the person does when a site asks for a signature. */
export const BEHAVIOURS = ['sign', 'cancel', 'fail', 'silent'] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** What a site asks of the key. */
export interface KeyWish {
  /** All of these must stand in the certificate. */
  readonly purposes?: readonly string[];
  readonly iin?: string | undefined;
  readonly bin?: string | undefined;
  /** Hex digits. */
  readonly serialNumber?: string | undefined;
  readonly use?: 'signing' | 'authentication' | undefined;
}

export interface KeyRing {
  behaviour: Behaviour;
  /** Names of the files in the folder. */
  files(): string[];
  /** Opens a file; from then on it is the one that signs first. */
  open(
    file: string,
    password: string,
  ): { ok: true } | { ok: false; problem: KeyFileProblem | 'no-such-file' };
  close(file: string): void;
  /** Opened files, the one that signs first at the beginning. */
  opened(): { readonly file: string; readonly key: KeyFile }[];
  /** The first opened key that is what the site wants. */
  find(wish: KeyWish): KeyFile | undefined;
}

export function createKeyRing(folder: string): KeyRing {
  const opened = new Map<string, KeyFile>();
  const files = (): string[] =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.toLowerCase().endsWith('.p12'))
          .sort()
      : [];
  const inOrder = (): { file: string; key: KeyFile }[] =>
    [...opened].map(([file, key]) => ({ file, key })).reverse();
  return {
    behaviour: 'sign',
    files,
    open(file, password) {
      if (!files().includes(file)) return { ok: false, problem: 'no-such-file' };
      const result = openKeyFile(new Uint8Array(readFileSync(join(folder, file))), password);
      if (!result.ok) return result;
      opened.delete(file);
      opened.set(file, result.value);
      return { ok: true };
    },
    close: (file) => opened.delete(file),
    opened: inOrder,
    find: (wish) => inOrder().find(({ key }) => fits(key, wish))?.key,
  };
}

function fits({ subject, certificate }: KeyFile, wish: KeyWish): boolean {
  const serial = Buffer.from(readCertificateFields(certificate).serialNumber).toString('hex');
  const wanted = (value: string | undefined, actual: string | undefined): boolean =>
    value === undefined || value === '' || value === actual;
  return (
    (wish.purposes ?? []).every((oid) => subject.roles.includes(oid)) &&
    wanted(wish.iin, subject.iin) &&
    wanted(wish.bin, subject.bin) &&
    wanted(wish.serialNumber?.toLowerCase(), serial) &&
    wanted(wish.use, subject.purpose)
  );
}
