// npm run trust:fetch, really run against a server of our own: what does not match is refused, and no half-written folder is left.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { loadTrust } from '../../../src/signature/index.ts';
import { NATIONAL_TEST } from '../../../src/signature/trust/national-trust.ts';
import { runCommand, type CommandResult } from '../../support/run-command.ts';
import { Pki, type Party } from '../../support/signature-kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'komek-trust-'));
const to = join(folder, 'trust');
let pki: Pki;
let server: Server;
let other: Server;
let asked: string[] = [];

const originOf = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;
const listening = (one: Server): Promise<void> =>
  new Promise((done) => {
    one.listen(0, '127.0.0.1', () => {
      done();
    });
  });

beforeAll(async () => {
  pki = await Pki.make('p256');
  other = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end(pki.issuing.der);
  });
  server = createServer((request, response) => {
    if (request.url === '/root.cer') response.end(pki.root.der);
    else if (request.url === '/issuing.cer') response.end(Buffer.from(pki.issuing.der).toString('base64'));
    else if (request.url === '/oversize') response.end(Buffer.alloc(70_000));
    else if (request.url === '/cut') {
      response.writeHead(200, { 'content-length': pki.issuing.der.length });
      response.write(pki.issuing.der.subarray(0, 100), () => response.destroy());
    } else if (request.url === '/away')
      response.writeHead(302, { location: `${originOf(other)}/issuing.cer` }).end();
    else response.writeHead(404).end();
  });
  await Promise.all([listening(server), listening(other)]);
});
beforeEach(() => {
  rmSync(to, { recursive: true, force: true });
  asked = [];
});
afterAll(() => {
  server.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (party: Party): string => createHash('sha256').update(party.der).digest('hex');
const pin = (name: string, party: Party, url: string) => ({
  file: `trust-production/${name}`,
  sha256: sha256(party),
  subject: `CN=${party.certificate.serialHex}`,
  issuer: party === pki.root ? `CN=${party.certificate.serialHex}` : 'CN=root',
  publishedAt: [url],
});

function fetchWith(certificates: readonly object[], ...more: readonly string[]): Promise<CommandResult> {
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ fingerprint: 'SHA-256 over the DER bytes', certificates }));
  return runCommand('trust:fetch', '--manifest', manifest, '--to', to, ...more);
}
const root = () => pin('root.cer', pki.root, `${originOf(server)}/root.cer`);
const issuing = (path = '/issuing.cer') => pin('issuing.cer', pki.issuing, `${originOf(server)}${path}`);

test('what matches becomes a folder that the portal trusts', async () => {
  const { status, err } = await fetchWith([root(), issuing()]);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const trust = loadTrust(to);
  expect(trust.purpose).toBe('production');
  expect(trust.signing.anchors.map(({ certificate }) => certificate.serialHex)).toEqual([
    pki.root.certificate.serialHex,
  ]);
  expect(trust.signing.issuers).toHaveLength(1);
});

test.each([
  ['another certificate', '/root.cer', 'gave another certificate than the pinned one'],
  ['more octets than a certificate has', '/oversize', 'more than 65536 octets'],
  ['a redirect to another host', '/away', 'fetch failed'],
  ['a connection that breaks off', '/cut', 'issuing.cer'],
  ['nothing', '/gone', 'status 404'],
])('%s is refused, and nothing is written', async (_, path, reason) => {
  const { status, err } = await fetchWith([root(), issuing(path)]);
  expect(status).toBe(1);
  expect(err).toContain(reason);
  expect(readdirSync(folder)).toEqual(['manifest.json']);
  expect(asked).toEqual([]);
});

test('a server that is down changes nothing in a folder that stands', async () => {
  await fetchWith([root(), issuing()]);
  const before = readFileSync(join(to, 'trust.json'), 'utf8');
  const dead = createServer();
  await listening(dead);
  const url = `${originOf(dead)}/root.cer`;
  await new Promise((done) => dead.close(done));
  const stranger = await Pki.make('p256');
  const { status } = await fetchWith([root(), { ...pin('issuing.cer', stranger.issuing, url) }]);
  expect(status).toBe(1);
  expect(readFileSync(join(to, 'trust.json'), 'utf8')).toBe(before);
  expect(loadTrust(to).signing.issuers).toHaveLength(1);
  expect(existsSync(`${to}.unfinished`)).toBe(false);
});

test('test and production trust never mix', async () => {
  await fetchWith([root(), issuing()]);
  const asTest = { ...root(), file: 'trust-test/root.cer' };
  const other = await fetchWith([asTest], '--test');
  expect(other.status).toBe(1);
  expect(other.err).toContain('is a production trust folder; test trust needs its own');
  const both = await fetchWith([root(), asTest]);
  expect(both.status).toBe(64);
  expect(both.err).toContain('is pinned for test and production');
  const [known] = NATIONAL_TEST.anchors;
  const disguised = await fetchWith([{ ...root(), sha256: known?.sha256 }]);
  expect(disguised.status).toBe(1);
  expect(disguised.err).toContain('belongs to test trust');
  expect(loadTrust(to).purpose).toBe('production');
});
