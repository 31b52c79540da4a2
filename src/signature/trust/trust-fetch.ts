// npm run trust:fetch: brings the national roots and issuing authorities into a trust folder. What is not the pinned certificate, octet for
// octet, is refused; nothing is written unless everything is there.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
  refuseOtherPurpose(trust, folder);
  const problems: string[] = [];
  const found = new Map<string, Uint8Array>();
  for (const authority of [...trust.anchors, ...trust.issuers]) {
    const der = fromFolder(authority, folder) ?? (await fromAddresses(authority, fetch, problems));
    if (!der) continue;
    found.set(authority.file, der);
    log(`${authority.file} ${authority.sha256}`);
  }
  if (found.size < trust.anchors.length + trust.issuers.length) throw new TrustFetchError(problems);
  exchangeFolder(folder, (unfinished) => {
    for (const [file, der] of found) writeFileSync(join(unfinished, file), der);
    writeFileSync(join(unfinished, 'trust.json'), `${JSON.stringify(trustFileOf(trust), null, 2)}\n`);
    loadTrust(unfinished);
  });
}

/** A folder of one purpose never becomes one of the other, and no known certificate changes its purpose. */
function refuseOtherPurpose(trust: NationalTrust, folder: string): void {
  if (existsSync(join(folder, 'trust.json'))) {
    const { purpose } = loadTrust(folder);
    if (purpose !== trust.purpose)
      throw new TrustFetchError([
        `${folder} is a ${purpose} trust folder; ${trust.purpose} trust needs its own`,
      ]);
  }
  const others = trust.purpose === 'test' ? NATIONAL_PRODUCTION : NATIONAL_TEST;
  const strangers = new Set([...others.anchors, ...others.issuers].map(({ sha256 }) => sha256));
  const mixed = [...trust.anchors, ...trust.issuers].filter(({ sha256 }) => strangers.has(sha256));
  if (mixed.length > 0)
    throw new TrustFetchError(mixed.map(({ file }) => `${file}: belongs to ${others.purpose} trust`));
}

/** Fills a folder beside the wanted one and puts it in its place when it is whole; other files of the old one stay. */
function exchangeFolder(folder: string, fill: (unfinished: string) => void): void {
  const unfinished = `${resolve(folder)}.unfinished`;
  const former = `${resolve(folder)}.former`;
  mkdirSync(dirname(resolve(folder)), { recursive: true });
  if (existsSync(former) && !existsSync(folder)) renameSync(former, folder);
  for (const left of [unfinished, former]) rmSync(left, { recursive: true, force: true });
  try {
    if (existsSync(folder)) cpSync(folder, unfinished, { recursive: true });
    else mkdirSync(unfinished);
    fill(unfinished);
    if (existsSync(folder)) renameSync(folder, former);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  rmSync(former, { recursive: true, force: true });
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
