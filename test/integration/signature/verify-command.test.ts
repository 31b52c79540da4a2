// npm run verify, really run: what it says, what it prints, and with which status it ends.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verdictJsonSchema, verdictSchema } from '../../../src/signature/index.ts';
import { runCommand, type CommandResult } from '../../support/run-command.ts';
import { DOCUMENT, makeBench, sign } from '../../support/signature-bench.ts';
import { day, makeList, NOW, Pki } from '../../support/signature-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'komek-verify-'));
const at = (name: string): string => join(folder, name);
const pem = (label: string, der: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64')}\n-----END ${label}-----\n`;

beforeAll(async () => {
  const bench = await makeBench();
  const { root, issuing } = bench.pki;
  for (const name of ['anchors', 'strangers', 'lists', 'revoked', 'empty']) mkdirSync(at(name));
  writeFileSync(at('anchors/root.cer'), root.der);
  writeFileSync(at('anchors/issuing.pem'), pem('CERTIFICATE', issuing.der));
  const stranger = await Pki.make('p256');
  writeFileSync(at('strangers/root.txt'), Buffer.from(stranger.root.der).toString('base64'));
  const ofRoot = await makeList({ issuer: root });
  writeFileSync(at('lists/root.crl'), ofRoot);
  writeFileSync(at('lists/issuing.pem'), pem('X509 CRL', bench.list));
  writeFileSync(at('revoked/root.crl'), ofRoot);
  const serial = Buffer.from(bench.person.certificate.serialHex, 'hex');
  writeFileSync(
    at('revoked/issuing.crl'),
    await makeList({ issuer: issuing, revoked: [{ serial, at: day(-10) }] }),
  );
  writeFileSync(at('letter.json'), DOCUMENT);
  writeFileSync(at('altered.json'), Buffer.from(DOCUMENT).fill('n', 11, 12));
  writeFileSync(at('detached.p7s'), await sign(bench));
  writeFileSync(at('attached.pem'), pem('CMS', await sign(bench, {}, { inside: DOCUMENT })));
  writeFileSync(at('huge.p7s'), '');
  truncateSync(at('huge.p7s'), 17 * 1024 * 1024);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const judge = (signature: string, ...more: readonly string[]): Promise<CommandResult> =>
  runCommand(
    'verify',
    at(signature),
    ...['--anchors', at('anchors'), '--offline', '--at', new Date(NOW).toISOString()],
    ...more,
  );
const withLists = ['--crl', at('lists')];
const ofLetter = ['--content', at('letter.json')];

describe('a verdict', () => {
  test('passes a detached signature of the named document', async () => {
    const { status, out, err } = await judge('detached.p7s', ...ofLetter, ...withLists);
    expect({ status, err, first: out.split('\n')[0] }).toEqual({ status: 0, err: '', first: 'TOTAL-PASSED' });
    expect(out.split('\n')[1]).toMatch(/^[A-Z].*\.$/);
  });

  test('passes a message that carries its content', async () => {
    expect(await judge('attached.pem', ...withLists)).toMatchObject({ status: 0 });
  });

  test('fails another document than the signed one', async () => {
    const { status, out } = await judge('detached.p7s', '--content', at('altered.json'), ...withLists);
    expect(status).toBe(1);
    expect(out).toMatch(/^TOTAL-FAILED \/ HASH_FAILURE\n/);
  });

  test.each([
    ['an unknown root', ['--anchors', at('strangers')], 2, 'NO_CERTIFICATE_CHAIN_FOUND'],
    ['an expired certificate', ['--at', day(300).toISOString()], 2, 'OUT_OF_BOUNDS_NO_POE'],
    ['a revoked certificate', ['--crl', at('revoked')], 2, 'REVOKED_NO_POE'],
  ])('leaves %s open', async (_, more, status, subIndication) => {
    const result = await judge('detached.p7s', ...ofLetter, ...withLists, ...more);
    expect(result.out.split('\n')[0]).toBe(`INDETERMINATE / ${subIndication}`);
    expect(result.status).toBe(status);
  });

  test('without lists and offline is to be tried later, not invalid', async () => {
    const { status, out } = await judge('detached.p7s', ...ofLetter);
    expect(status).toBe(2);
    expect(out).toMatch(/^INDETERMINATE \/ TRY_LATER\n/);
  });

  test('as JSON is valid by the published schema', async () => {
    const { status, out } = await judge('detached.p7s', ...ofLetter, ...withLists, '--json');
    expect(status).toBe(0);
    expect(verdictSchema.parse(JSON.parse(out)).indication).toBe('TOTAL-PASSED');
  });

  test('on what is no signature fails for its form', async () => {
    const { status, out } = await judge('letter.json', ...withLists);
    expect(status).toBe(1);
    expect(out).toMatch(/^TOTAL-FAILED \/ FORMAT_FAILURE\n/);
  });
});

describe('a wrong call', () => {
  test.each([
    ['no signature', [], 'Name one signature file.'],
    ['two signatures', [at('detached.p7s'), at('attached.pem')], 'Name one signature file.'],
    ['no such file', [at('nothing.p7s')], 'nothing.p7s does not exist.'],
    ['a folder', [at('lists')], 'is a folder or device, not a file.'],
    ['a huge file', [at('huge.p7s')], 'at most 16777216 are read.'],
    ['an unknown option', [at('detached.p7s'), '--loud'], '--loud'],
    ['an unknown policy', [at('detached.p7s'), '--policy', 'mild'], 'There is no policy mild.'],
    ['no moment', [at('detached.p7s'), '--at', 'yesterday'], 'yesterday is no moment'],
    [
      'anchors without a certificate',
      [at('detached.p7s'), '--anchors', at('empty')],
      'holds no certificate.',
    ],
  ])('with %s ends with 64, a sentence and the usage', async (_, args, sentence) => {
    const { status, out, err } = await runCommand('verify', ...args);
    expect({ status, out }).toEqual({ status: 64, out: '' });
    expect(err.split('\n\n')[0]).toContain(sentence);
    expect(err).toContain('Usage: npm run --silent verify');
  });
});

test('the schema that is published is the one by which verdicts are made', async () => {
  const file: unknown = JSON.parse(readFileSync('src/signature/verdict.schema.json', 'utf8'));
  expect(file).toEqual(JSON.parse(JSON.stringify(verdictJsonSchema())));
  const { status, out } = await runCommand('verify', '--schema');
  expect({ status, schema: JSON.parse(out) as unknown }).toEqual({ status: 0, schema: file });
});
