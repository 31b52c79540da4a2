// What the sandbox authority keeps in its folder: its keys, the register of what it issued, the numbers of its lists.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const moment = z.iso.datetime();

/** Reasons of RFC 5280 section 5.3.1 that a person may choose from. */
export const REVOCATION_REASONS = {
  unspecified: 0,
  keyCompromise: 1,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
} as const;

export const revocationReason = z.enum([
  'unspecified',
  'keyCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
]);

const revocation = z.object({ at: moment, reason: revocationReason });
export type Revocation = z.infer<typeof revocation>;

const issued = z.object({
  /** Hex digits of the serial number, and of the SHA-256 of the certificate. */
  serial: z.string(),
  sha256: z.string(),
  /** Name of the authority that issued it. */
  issuer: z.string(),
  holder: z.string(),
  iin: z.string().optional(),
  bin: z.string().optional(),
  /** In words, for the page. */
  use: z.string(),
  notBefore: moment,
  notAfter: moment,
  revoked: revocation.optional(),
});
export type Issued = z.infer<typeof issued>;

const list = z.object({
  /** Number of the newest list, full or delta. */
  number: z.number().int(),
  /** The newest full list: what it said is what delta lists count from. */
  full: z
    .object({ number: z.number().int(), at: moment, revoked: z.record(z.string(), revocation) })
    .optional(),
});
export type ListState = z.infer<typeof list>;

const state = z.object({ issued: z.array(issued), lists: z.record(z.string(), list) });
export type State = z.infer<typeof state>;

const keyFile = z.object({ pkcs8: z.base64(), certificate: z.base64() });

export interface StoredKey {
  readonly pkcs8: Uint8Array;
  readonly certificate: Uint8Array;
}

export interface Store {
  readonly folder: string;
  readonly state: State;
  /** Writes the state as it is now; the file is whole or the old one. */
  save(): void;
  /** The key and certificate kept under a name; made by `make` and kept when there are none, or when `good` says they will not do. */
  key(name: string, make: () => Promise<StoredKey>, good?: (key: StoredKey) => boolean): Promise<StoredKey>;
}

/** Opens the folder, or makes it. */
export function openStore(folder: string): Store {
  const keys = join(folder, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const file = join(folder, 'state.json');
  const current: State = existsSync(file)
    ? state.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { issued: [], lists: {} };
  return {
    folder,
    state: current,
    save: () => replaceFile(file, JSON.stringify(current, null, 1)),
    async key(name, make, good = () => true) {
      const path = join(keys, `${name}.json`);
      if (existsSync(path)) {
        const { pkcs8, certificate } = keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
        const kept = { pkcs8: bytesOf(pkcs8), certificate: bytesOf(certificate) };
        if (good(kept)) return kept;
      }
      const made = await make();
      replaceFile(path, JSON.stringify({ pkcs8: textOf(made.pkcs8), certificate: textOf(made.certificate) }));
      return made;
    },
  };
}

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
