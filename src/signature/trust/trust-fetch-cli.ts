// npm run trust:fetch -- [--test] [--to DIR] [--manifest FILE]: the command line of trust-fetch.ts. Exit status 0 the folder is whole,
// 1 nothing was changed, 64 it was called wrongly.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { NATIONAL_PRODUCTION, NATIONAL_TEST, type NationalTrust } from './national-trust.ts';
import { fetchTrust, TrustFetchError } from './trust-fetch.ts';
import { TrustError } from './trust-folder.ts';
import { ManifestError, trustFromManifest } from './trust-manifest.ts';

const USAGE = `Usage: npm run --silent trust:fetch -- [options]

  --test           the test hierarchy instead of the production one
  --to DIR         the folder, for TRUST_DIR (.data/trust/production or .data/trust/test)
  --manifest FILE  pinned certificates other than those the portal knows`;

const say = (stream: 'stdout' | 'stderr', line: string): boolean => process[stream].write(`${line}\n`);

class UsageError extends Error {}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        test: { type: 'boolean', default: false },
        to: { type: 'string' },
        manifest: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function trustOf(manifest: string | undefined, purpose: NationalTrust['purpose']): NationalTrust {
  if (manifest === undefined) return purpose === 'test' ? NATIONAL_TEST : NATIONAL_PRODUCTION;
  let text: string;
  try {
    text = readFileSync(manifest, 'utf8');
  } catch {
    throw new UsageError(`${manifest} cannot be read.`);
  }
  return trustFromManifest(text, purpose);
}

async function run(args: readonly string[]): Promise<number> {
  try {
    const { test, to, manifest } = parse(args);
    const trust = trustOf(manifest, test ? 'test' : 'production');
    const folder = to ?? `.data/trust/${trust.purpose}`;
    await fetchTrust({ trust, folder, fetch, log: (line) => say('stdout', line) });
    say('stdout', `${folder} holds ${trust.name}`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError || error instanceof ManifestError) {
      say('stderr', `${error.message}\n\n${USAGE}`);
      return 64;
    }
    if (!(error instanceof TrustFetchError) && !(error instanceof TrustError)) throw error;
    say('stderr', error.message);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
