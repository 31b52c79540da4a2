import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openKeyFile } from '../../../src/signature/portable/key-file.ts';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import type { RunningAuthority } from '../../support/sandbox-authority.ts';
import { openssl } from './openssl.ts';

const PASSWORD = 'Qwerty12';
const PERSON = { iin: '909900400011', surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ', patronymic: 'ҚАЙРАТҚЫЗЫ' };
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

describe('RSA certificates of the sandbox authority', () => {
  test('the chain of a person, of the time-stamping authority and of the responder is right for OpenSSL', async () => {
    const { certificate } = await authority.issue({ algorithm: 'rsa', person: PERSON, password: PASSWORD });
    const { timeStamping, responder } = authority.hierarchies.rsa;
    for (const [name, der, purpose] of [
      ['person', certificate, 'smimesign'],
      ['tsa', timeStamping.certificate, 'timestampsign'],
      ['responder', responder.certificate, 'ocsphelper'],
    ] as const) {
      const file = await bench.pem(name, der);
      expect(
        await bench.run(
          'verify',
          '-x509_strict',
          '-purpose',
          purpose,
          '-CAfile',
          root,
          '-untrusted',
          issuing,
          file,
        ),
      ).toContain('OK');
    }
  });

  test('a person of an organisation has name, roles and uses in the layout of the national centre', async () => {
    const { certificate } = await authority.issue({
      algorithm: 'rsa',
      person: PERSON,
      organisation: { bin: '990440000058', name: 'ТОО "ТЕСТ"', role: 'first-head' },
      password: PASSWORD,
    });
    const text = await bench.run(
      'x509',
      '-in',
      await bench.pem('head', certificate),
      '-noout',
      '-text',
      '-nameopt',
      'utf8',
    );
    expect(text).toContain(
      'Subject: CN=ТЕСТОВА ӘСЕЛ, SN=ТЕСТОВА, serialNumber=IIN909900400011, C=KZ, O=ТОО "ТЕСТ", OU=BIN990440000058, GN=ҚАЙРАТҚЫЗЫ',
    );
    expect(text).toContain('E-mail Protection, 1.2.398.3.3.4.1.2, 1.2.398.3.3.4.1.2.1');
    expect(text).toMatch(/Key Usage: critical\n\s+Digital Signature, Non Repudiation\n/);
    expect(text).toContain(`OCSP - URI:${authority.base}/ocsp`);
    expect(text).toContain(`URI:${authority.base}/crl/nca_rsa_d.crl`);
    const [, identifier = ''] = /Subject Key Identifier: \n\s+([0-9A-F:]+)/.exec(text) ?? [];
    const [, serial = ''] = /Serial Number:\n\s+([0-9a-f:]+)/.exec(text) ?? [];
    expect(serial.slice(3)).toBe(identifier.toLowerCase().slice(3));
  });

  test('the key file opens in OpenSSL and in the portal', async () => {
    const order = {
      algorithm: 'rsa',
      purpose: 'authentication',
      person: PERSON,
      password: PASSWORD,
    } as const;
    const response = await post('/issue', order);
    expect(response.headers.get('content-disposition')).toMatch(/filename=AUTH_RSA256_[0-9a-f]{40}\.p12$/);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const file = bench.file('auth.p12', bytes);
    const printed = await bench.run(
      'pkcs12',
      '-legacy',
      '-in',
      file,
      '-passin',
      `pass:${PASSWORD}`,
      '-nodes',
      '-info',
    );
    expect(printed).toContain('pbeWithSHA1And40BitRC2-CBC');
    expect(printed).toContain('BEGIN PRIVATE KEY');
    const opened = openKeyFile(bytes, PASSWORD);
    expect(opened.ok && opened.value.subject).toMatchObject({ iin: PERSON.iin, purpose: 'authentication' });
  });

  test('a key file that OpenSSL writes with AES opens as well', async () => {
    const { bytes } = await authority.issue({ algorithm: 'rsa', person: PERSON, password: PASSWORD });
    const file = bench.file('national.p12', bytes);
    const pem = file.replace('.p12', '.pem');
    await bench.run('pkcs12', '-legacy', '-in', file, '-passin', `pass:${PASSWORD}`, '-nodes', '-out', pem);
    for (const [name, args] of [
      ['aes-256', []],
      [
        'aes-128-sha512',
        ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512', '-iter', '5000'],
      ],
      ['no-mac', ['-nomac']],
      ['open-certificate', ['-certpbe', 'NONE']],
    ] as const) {
      const made = pem.replace('.pem', `-${name}.p12`);
      await bench.run('pkcs12', '-export', '-in', pem, '-passout', 'pass:Құпия', ...args, '-out', made);
      const whole = new Uint8Array(readFileSync(made));
      expect(openKeyFile(whole, 'Құпия')).toMatchObject({ ok: true, value: { privateKey: { kind: 'rsa' } } });
      expect(openKeyFile(whole, 'другой')).toEqual({ ok: false, problem: 'wrong-password' });
    }
  });
});

describe('status of RSA certificates', () => {
  test('OpenSSL sees good, then revoked, then good again, by POST and GET and with either hash', async () => {
    const { certificate, serial } = await authority.issue({
      algorithm: 'rsa',
      person: PERSON,
      password: PASSWORD,
    });
    const file = await bench.pem('asked', certificate);
    const ask = (hash: string): Promise<string> =>
      bench.run(
        ...['ocsp', '-issuer', issuing, `-${hash}`, '-cert', file, '-url', `${authority.base}/ocsp`],
        ...['-CAfile', root, '-nonce'],
      );
    expect(await ask('sha1')).toMatch(/asked\.pem: good[^]*Response verify OK/);
    expect((await post('/revoke', { serial, reason: 'keyCompromise' })).status).toBe(204);
    expect(await ask('sha256')).toMatch(/asked\.pem: revoked[^]*Reason: keyCompromise[^]*Response verify OK/);
    expect((await post('/restore', { serial })).status).toBe(204);
    expect(await ask('sha256')).toContain('asked.pem: good');

    const request = join(file, '..', 'request.der');
    await bench.run('ocsp', '-issuer', issuing, '-cert', file, '-no_nonce', '-reqout', request);
    const path = `/ocsp/${encodeURIComponent(readFileSync(request).toString('base64'))}`;
    const answer = bench.file('answer.der', await bytesFrom(path));
    expect(
      await bench.run('ocsp', '-respin', answer, '-CAfile', root, '-issuer', issuing, '-cert', file),
    ).toContain('asked.pem: good');
  });

  test('a certificate that was never issued is unknown, another issuer and rubbish are refused', async () => {
    const url = ['-url', `${authority.base}/ocsp`, '-CAfile', root];
    expect(await bench.run('ocsp', '-issuer', issuing, '-serial', '0x1234', ...url)).toContain(
      '0x1234: unknown',
    );
    expect((await bench.outcome('ocsp', '-issuer', root, '-serial', '0x1234', ...url)).output).toContain(
      'unauthorized',
    );
    const rubbish = await bytesFrom('/ocsp', {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request' },
      body: 'rubbish',
    });
    expect([...rubbish]).toEqual([0x30, 3, 0x0a, 1, 1]);
  });

  test('full and delta lists bear right signatures and growing numbers, and the delta says what changed', async () => {
    const read = async (id: string): Promise<string> =>
      await bench.run(
        ...['crl', '-inform', 'DER', '-in', bench.file(`${id}.crl`, await bytesFrom(`/crl/${id}.crl`))],
        ...['-CAfile', issuing, '-noout', '-text'],
      );
    const numberOf = (text: string): number => Number(/CRL Number: \n\s+(\d+)/.exec(text)?.[1]);
    const before = await read('nca_rsa');
    expect(before).toContain('verify OK');
    const { serial } = await authority.issue({ algorithm: 'rsa', person: PERSON, password: PASSWORD });
    await post('/revoke', { serial, reason: 'superseded' });
    const delta = await read('nca_rsa_d');
    expect(delta).toMatch(/Delta CRL Indicator: critical\n\s+(\d+)/);
    expect(delta).toContain(serial.toUpperCase());
    expect(numberOf(delta)).toBeGreaterThan(numberOf(before));
    expect(await read('nca_rsa')).not.toContain(serial.toUpperCase());
    await fetch(`${authority.base}/crl/publish`, { method: 'POST' });
    const after = await read('nca_rsa');
    expect(after).toContain(serial.toUpperCase());
    expect(numberOf(after)).toBeGreaterThan(numberOf(delta));
    await post('/restore', { serial });
    expect(await read('nca_rsa_d')).toMatch(/Remove From CRL/);
    expect(await bytesFrom('/crl/nobody.crl')).toEqual(Buffer.from('There is no such list.'));
  });

  test('the list of a root covers the issuing authority', async () => {
    const list = bench.file('root.crl', await bytesFrom('/crl/root_rsa.crl'));
    expect(await bench.run('crl', '-inform', 'DER', '-in', list, '-CAfile', root, '-noout')).toContain(
      'verify OK',
    );
  });
});
