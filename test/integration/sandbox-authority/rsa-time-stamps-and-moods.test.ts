import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import type { RunningAuthority } from '../../support/sandbox-authority.ts';
import { openssl } from './openssl.ts';

const PASSWORD = 'Qwerty12';
const PERSON = { iin: '909900400011', surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ' };
const bench = openssl();
let authority: RunningAuthority;
let root: string;
let issuing: string;

const bytesFrom = async (path: string, init?: RequestInit): Promise<Buffer> =>
  Buffer.from(await (await fetch(authority.base + path, init)).arrayBuffer());

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(authority.base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  authority = await startSandboxAuthority({ slowness: 60_000 });
  root = await bench.pem('root', authority.hierarchies.rsa.root.certificate);
  issuing = await bench.pem('issuing', authority.hierarchies.rsa.issuing.certificate);
});
afterAll(async () => {
  bench.clear();
  await authority.close();
});

describe('time-stamps with RSA', () => {
  const stamp = async (query: string): Promise<string> => {
    const body = readFileSync(query);
    const headers = { 'content-type': 'application/timestamp-query' };
    return bench.file('reply.tsr', await bytesFrom('/tsp', { method: 'POST', headers, body }));
  };
  const query = async (...more: string[]): Promise<string> => {
    const data = bench.file('data.txt', 'a request for help');
    const path = `${data}.tsq`;
    await bench.run('ts', '-query', '-data', data, '-out', path, ...more);
    return path;
  };
  const verify = (reply: string, asked: string): ReturnType<typeof bench.outcome> =>
    bench.outcome('ts', '-verify', '-in', reply, '-queryfile', asked, '-CAfile', root, '-untrusted', issuing);

  test('OpenSSL accepts a token over SHA-256 and over SHA-512', async () => {
    for (const hash of ['-sha256', '-sha512']) {
      const asked = await query(hash, '-cert');
      const result = await verify(await stamp(asked), asked);
      expect(result.output).toContain('Verification: OK');
    }
  });

  test('a policy that is not offered, a mood to refuse and rubbish get a refusal', async () => {
    const text = async (asked: string): Promise<string> =>
      await bench.run('ts', '-reply', '-in', await stamp(asked), '-text');
    expect(await text(await query('-sha256', '-tspolicy', '1.2.3.4'))).toContain(
      'the requested TSA policy is not supported',
    );
    expect(await text(bench.file('rubbish.tsq', 'rubbish'))).toContain(
      'transaction not permitted or supported',
    );
    authority.moods.tsp = 'refused';
    expect(await text(await query('-sha256'))).toContain('time source is not available');
    authority.moods.tsp = 'normal';
  });

  test.each(['forged-signature', 'wrong-imprint', 'wrong-nonce', 'wrong-authority'] as const)(
    'in the mood %s OpenSSL refuses the token',
    async (mood) => {
      authority.moods.tsp = mood;
      const asked = await query('-sha256', '-cert');
      expect((await verify(await stamp(asked), asked)).failed).toBe(true);
      authority.moods.tsp = 'normal';
    },
  );
});

describe('bad moods', () => {
  test.each([
    ['forged-signature', 'Response Verify Failure'],
    ['expired-responder', 'Response Verify Failure'],
    ['unauthorised-responder', 'Response Verify Failure'],
    ['wrong-nonce', 'Nonce Verify error'],
    ['no-nonce', 'no nonce in response'],
    ['wrong-cert', 'ERROR: No Status found'],
    ['try-later', 'trylater'],
    ['stale', 'Status times invalid'],
    ['not-ocsp', 'Error querying OCSP responder'],
    ['down', 'Error querying OCSP responder'],
  ] as const)('OpenSSL notices the OCSP mood %s', async (mood, complaint) => {
    const { certificate } = await authority.issue({ algorithm: 'rsa', person: PERSON, password: PASSWORD });
    expect((await post('/mood', { ocsp: mood })).status).toBe(204);
    const { output } = await bench.outcome(
      ...[
        'ocsp',
        '-issuer',
        issuing,
        '-cert',
        await bench.pem('moody', certificate),
        '-nonce',
        '-status_age',
        '600',
      ],
      ...['-url', `${authority.base}/ocsp`, '-CAfile', root],
    );
    await post('/mood', { ocsp: 'normal' });
    expect(output).toContain(complaint);
  });

  test('a slow service keeps its caller waiting until the caller gives up', async () => {
    await post('/mood', { ocsp: 'slow', crl: 'slow' });
    const given = fetch(`${authority.base}/crl/nca_rsa.crl`, { signal: AbortSignal.timeout(200) });
    await expect(given).rejects.toThrow();
    await post('/mood', { ocsp: 'normal', crl: 'normal' });
    expect((await fetch(`${authority.base}/crl/nca_rsa.crl`)).status).toBe(200);
  });

  test('lists are stale, expired, of a wrong scope or forged when told so', async () => {
    const text = async (mood: string): Promise<string> => {
      await post('/mood', { crl: mood });
      const file = bench.file('moody.crl', await bytesFrom('/crl/nca_rsa.crl'));
      await post('/mood', { crl: 'normal' });
      const { output } = await bench.outcome(
        'crl',
        '-inform',
        'DER',
        '-in',
        file,
        '-CAfile',
        issuing,
        '-noout',
        '-text',
      );
      return output;
    };
    const dateOf = (printed: string, label: string): number =>
      Date.parse(new RegExp(`${label}: (.*)`).exec(printed)?.[1] ?? '');
    const stale = await text('stale');
    expect(dateOf(stale, 'Last Update')).toBeLessThan(Date.now() - 86_400_000);
    expect(dateOf(stale, 'Next Update')).toBeGreaterThan(Date.now());
    expect(dateOf(await text('expired'), 'Next Update')).toBeLessThan(Date.now());
    expect(await text('wrong-scope')).toMatch(
      /Issuing Distribution Point: critical\n\s+Only CA Certificates/,
    );
    expect(await text('forged-signature')).toContain('verify failure');
  });
});
