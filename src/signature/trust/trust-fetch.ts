// npm run trust:fetch: brings the national roots and issuing authorities into a trust folder. What is not the pinned certificate, octet for
// octet, is refused; nothing is written unless everything is there.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fetchBounded, type Fetch } from '../revocation/fetch-bounded.ts';
import { readCertificateFile } from './certificate-file.ts';
import {
  NATIONAL_PRODUCTION,
  NATIONAL_TEST,
  type NationalTrust,
  type PinnedAuthority,
} from './national-trust.ts';
import { loadTrust, type trustFileSchema } from './trust-folder.ts';
import type { z } from 'zod';

export interface TrustFetchOptions {
  readonly trust: NationalTrust;
  readonly folder: string;
  readonly fetch: Fetch;
  readonly log: (line: string) => void;
}

const MOST_BYTES = 64 * 1024;
const MILLISECONDS = 20_000;

/** Certificates that could not be had, with the reason for each address. */
export class TrustFetchError extends Error {
  constructor(problems: readonly string[]) {
    super(`nothing was written:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'TrustFetchError';
  }
}

/**
 * Fetches every certificate of a hierarchy and writes the folder with its trust.json. Files that are there already and match are kept.
 * @throws TrustFetchError when one is missing or is another certificate than the pinned one
 */
export async function fetchTrust({ trust, folder, fetch, log }: TrustFetchOptions): Promise<void> {
  const problems: string[] = [];
  const found = new Map<string, Uint8Array>();
  for (const authority of [...trust.anchors, ...trust.issuers]) {
    const der = fromFolder(authority, folder) ?? (await fromAddresses(authority, fetch, problems));
    if (!der) continue;
    found.set(authority.file, der);
    log(`${authority.file} ${authority.sha256}`);
  }
  if (found.size < trust.anchors.length + trust.issuers.length) throw new TrustFetchError(problems);
  mkdirSync(folder, { recursive: true });
  for (const [file, der] of found) writeFileSync(join(folder, file), der);
  const unfinished = join(folder, 'trust.json.new');
  writeFileSync(unfinished, `${JSON.stringify(trustFileOf(trust), null, 2)}\n`);
  renameSync(unfinished, join(folder, 'trust.json'));
  loadTrust(folder);
}

const matches = (der: Uint8Array, { sha256 }: PinnedAuthority): boolean =>
  createHash('sha256').update(der).digest('hex') === sha256;

function fromFolder(authority: PinnedAuthority, folder: string): Uint8Array | undefined {
  const path = join(folder, authority.file);
  const der = existsSync(path) ? readCertificateFile(new Uint8Array(readFileSync(path))) : undefined;
  return der && matches(der, authority) ? der : undefined;
}

async function fromAddresses(
  authority: PinnedAuthority,
  fetch: Fetch,
  problems: string[],
): Promise<Uint8Array | undefined> {
  for (const url of authority.publishedAt) {
    try {
      const bytes = await fetchBounded(fetch, { url, milliseconds: MILLISECONDS, mostBytes: MOST_BYTES });
      const der = readCertificateFile(bytes);
      if (der && matches(der, authority)) return der;
      problems.push(`${authority.file}: ${url} gave another certificate than the pinned one`);
    } catch (error) {
      problems.push(`${authority.file}: ${url} ${(error as Error).message}`);
    }
  }
  if (authority.publishedAt.length === 0)
    problems.push(`${authority.file}: is published nowhere; lay it into the folder by hand`);
  return undefined;
}

function trustFileOf(trust: NationalTrust): z.input<typeof trustFileSchema> {
  const entry = ({ publishedAt: _publishedAt, ...rest }: PinnedAuthority) => rest;
  const group = { anchors: trust.anchors.map(entry), issuers: trust.issuers.map(entry) };
  return {
    name: trust.name,
    purpose: trust.purpose,
    admitTestIdentities: trust.purpose === 'test',
    ...group,
    timeStamping: { url: trust.timeStampUrl, ...group },
    freshness: { ocspSeconds: 900, crlSeconds: 86_400 },
    // An authority that is revoked is taken out of the folder: its fingerprint stands in trust.json, and the roots publish lists rarely.
    revocation: { signer: 'asked', issuer: 'switched-off', timeStamping: 'asked' },
  };
}

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { test: { type: 'boolean', default: false }, folder: { type: 'string' } },
  });
  const trust = values.test ? NATIONAL_TEST : NATIONAL_PRODUCTION;
  const folder = values.folder ?? `.data/trust/${trust.purpose}`;
  try {
    await fetchTrust({ trust, folder, fetch, log: console.log });
    console.log(`${folder} holds ${trust.name}`);
    return 0;
  } catch (error) {
    if (!(error instanceof TrustFetchError)) throw error;
    console.error(error.message);
    return 1;
  }
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv.slice(2));
