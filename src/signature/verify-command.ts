// The verifier as a command: npm run --silent verify -- SIGNATURE [options]. Exit status 0 TOTAL-PASSED, 1 TOTAL-FAILED, 2 INDETERMINATE,
// 64 when it was called wrongly, 70 when it broke: a breakdown is never taken for a verdict.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '../platform/clock.ts';
import { verifySignature } from './create-verifier.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { POLICY_NAMES, type PolicyName } from './policy/policies.ts';
import { DerError } from './portable/der-reader.ts';
import { readCertificateFile } from './trust/certificate-file.ts';
import { loadTrust, TrustError } from './trust/trust-folder.ts';
import { trustFromCertificates } from './trust/trust-from-certificates.ts';
import type { TrustSet } from './trust/trust-set.ts';
import { describeVerdict } from './verdict/verdict-words.ts';
import { verdictJsonSchema, type Verdict } from './verdict/verdict-schema.ts';
import { readCertificate, type Certificate } from './x509/x509-certificate.ts';

const EXIT = { 'TOTAL-PASSED': 0, 'TOTAL-FAILED': 1, INDETERMINATE: 2 } as const;
const USAGE_EXIT = 64;
const BROKEN_EXIT = 70;
/** Octets of a certificate or of a list at hand. */
const MOST_TRUST_BYTES = 64 * 1024 * 1024;
const DEFAULT_TRUST = '.data/trust/production';

const USAGE = `Usage: npm run --silent verify -- SIGNATURE [options]

  SIGNATURE        signed message (CMS): DER, BER, PEM or base64
  --content FILE   the document that must have been signed
  --policy NAME    ${POLICY_NAMES.join(', ')} (any-document)
  --iin NUMBER     IIN that the signer must have
  --bin NUMBER     BIN that the signer must have
  --anchors DIR    a trust folder (trust.json), or certificates: those that none of the others issued are trusted (${DEFAULT_TRUST})
  --crl FILE|DIR   revocation lists at hand
  --at ISO-TIME    verify as of this moment instead of now
  --offline        fetch nothing
  --json           print the verdict as JSON
  --schema         print the JSON schema of the verdict, and verify nothing

Exit status: 0 TOTAL-PASSED, 1 TOTAL-FAILED, 2 INDETERMINATE, 64 usage, 70 the command itself broke.`;

class UsageError extends Error {}

/** Where the command writes; tests collect it. */
export interface CommandOutput {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** Runs the command. @returns the exit status */
export async function verifyCommand(args: readonly string[], output: CommandOutput): Promise<number> {
  try {
    const called = parse(args);
    if (called.values.schema) {
      output.out(JSON.stringify(verdictJsonSchema(), null, 2));
      return 0;
    }
    const verdict = await run(called);
    output.out(called.values.json ? JSON.stringify(verdict, null, 2) : inWords(verdict));
    return EXIT[verdict.indication];
  } catch (error) {
    if (error instanceof UsageError || error instanceof TrustError) {
      output.err(`${error.message}\n\n${USAGE}`);
      return USAGE_EXIT;
    }
    output.err(`The command broke and gives no verdict: ${(error as Error).message}`);
    return BROKEN_EXIT;
  }
}

async function run({ values, positionals }: ReturnType<typeof parse>): Promise<Verdict> {
  const [signature, ...rest] = positionals;
  if (signature === undefined || rest.length > 0) throw new UsageError('Name one signature file.');
  const at = values.at === undefined ? undefined : momentOf(values.at);
  const { messageBytes, contentBytes } = DEFAULT_LIMITS;
  return verifySignature(
    {
      signature: readInput(signature, messageBytes),
      content: values.content === undefined ? undefined : readInput(values.content, contentBytes),
      policy: policyOf(values.policy),
      expect: { iin: values.iin, bin: values.bin },
      at,
    },
    {
      trust: trustOf(values.anchors),
      offline: values.offline,
      now: () => at ?? systemClock.now(),
      crls:
        values.crl === undefined
          ? []
          : filesOf(values.crl).flatMap((bytes) => readCertificateFile(bytes) ?? []),
    },
  );
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        content: text,
        policy: { ...text, default: 'any-document' },
        iin: text,
        bin: text,
        anchors: text,
        crl: text,
        at: text,
        offline: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        schema: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function policyOf(name: string): PolicyName {
  const known = POLICY_NAMES.find((policy) => policy === name);
  if (!known) throw new UsageError(`There is no policy ${name}.`);
  return known;
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(moment.getTime()))
    throw new UsageError(`${text} is no moment like 2026-11-22T12:00:00Z.`);
  return moment;
}

function readInput(path: string, most: number): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new UsageError(`${path} does not exist.`);
  if (!found.isFile()) throw new UsageError(`${path} is a folder or device, not a file.`);
  if (found.size > most) throw new UsageError(`${path} has ${found.size} octets; at most ${most} are read.`);
  try {
    return new Uint8Array(readFileSync(path));
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

/** The contents of a file, or of the files of a folder. */
function filesOf(path: string): Uint8Array[] {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist.`);
  if (!statSync(path).isDirectory()) return [readInput(path, MOST_TRUST_BYTES)];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readInput(join(path, entry.name), MOST_TRUST_BYTES));
}

function trustOf(folder: string | undefined): TrustSet {
  if (folder === undefined && !existsSync(DEFAULT_TRUST))
    throw new UsageError(
      'Name whom to trust with --anchors, or bring the national roots with npm run trust:fetch.',
    );
  const path = folder ?? DEFAULT_TRUST;
  if (existsSync(join(path, 'trust.json'))) return loadTrust(path);
  const certificates = filesOf(path).flatMap(readOneCertificate);
  if (certificates.length === 0) throw new UsageError(`${path} holds no certificate.`);
  return trustFromCertificates(certificates);
}

function readOneCertificate(bytes: Uint8Array): Certificate[] {
  const der = readCertificateFile(bytes);
  if (!der) return [];
  try {
    const certificate = readCertificate(der);
    return certificate.isWellFormed ? [certificate] : [];
  } catch (error) {
    if (error instanceof DerError) return [];
    throw error;
  }
}

function inWords(verdict: Verdict): string {
  const words = describeVerdict(verdict, 'en');
  const heading = [verdict.indication, verdict.subIndication].filter(Boolean).join(' / ');
  const line = (check: Verdict['checks'][number]): string =>
    `  ${check.outcome.padEnd(12)} ${check.id}: ${check.evidence} (${check.source})`;
  return [
    heading,
    `${words.title}. ${words.what} ${words.next}`,
    ...words.warnings.map((warning) => `! ${warning}`),
    `policy ${verdict.policy.name} ${verdict.policy.version}, trust ${verdict.trust.name} (${verdict.trust.purpose})`,
    ...verdict.checks.map(line),
    ...verdict.signatures.flatMap((signature, i) => [
      `signature ${i + 1}: ${signature.indication}, level ${signature.level}, existed by ${signature.bestSignatureTime.at} (${signature.bestSignatureTime.proof})`,
      ...signature.checks.map(line),
    ]),
  ].join('\n');
}
