// The stand-in is driven by the same client that the portal's pages use, over a real socket with TLS.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { startNcaLayer } from '../../../sandbox/ncalayer/ncalayer.ts';
import type { NcaLayer } from '../../../sandbox/ncalayer/ncalayer.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { readArmour } from '../../../src/signature/portable/armour.ts';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import type { RunningAuthority } from '../../support/sandbox-authority.ts';
import { connectClient } from './client.ts';
import type { Client } from './client.ts';

const PASSWORD = 'Qwerty12';
const PERSON = { iin: '909900400011', surname: 'ТЕСТОВА', givenName: 'ӘСЕЛ' };
const DETACHED = { decode: true, encapsulate: false, digested: false };
const SIGN = { extKeyUsageOids: ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1'] };
const data = Buffer.from('a request for help').toString('base64');
const keys = mkdtempSync(join(tmpdir(), 'komek-keys-'));
let authority: RunningAuthority;
let layer: NcaLayer;
let client: Client;

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(layer.control + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** DER of what the client gave back. */
function der(signature: unknown): Buffer {
  const armour = readArmour(String(signature));
  if (!armour.ok) throw new Error(armour.problem);
  return Buffer.from(armour.value);
}

const oid = (hex: string): Buffer => Buffer.from(hex, 'hex');
const TIME_STAMP_TOKEN = oid('060b2a864886f70d010910020e');
const STREEBOG = oid('06082a830e030a010303');

beforeAll(async () => {
  authority = await startSandboxAuthority();
  const orders = {
    'sign.p12': { purpose: 'signing' },
    'auth.p12': { purpose: 'authentication', algorithm: 'rsa' },
    'expired.p12': { purpose: 'signing', startsInDays: -400 },
  } as const;
  for (const [file, order] of Object.entries(orders)) {
    const { bytes } = await authority.issue({ ...order, person: PERSON, password: PASSWORD });
    writeFileSync(join(keys, file), bytes);
  }
  writeFileSync(join(keys, 'broken.p12'), 'not a key');
  const timeStamping = `${authority.base}/tsp`;
  layer = await startNcaLayer({ keys, port: 0, controlPort: 0, clock: systemClock, timeStamping });
  client = await connectClient(layer.address, `${layer.control}/healthz`);
});

afterEach(async () => {
  await post('/behaviour', { behaviour: 'sign' });
  for (const { file } of layer.ring.opened()) await post('/close', { file });
});

afterAll(async () => {
  client.wsConnection.close();
  await layer.close();
  await authority.close();
  rmSync(keys, { recursive: true, force: true });
});

describe('signing through the stand-in with ncalayer-js-client', () => {
  test('the version is told on opening, and the probe for another program fails', () => {
    expect(client.version).toBe('1.4');
    expect(client.isKmd).toBe(false);
  });

  test('a detached signature comes armoured with CRLF, made by the chosen key', async () => {
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    const signature = await client.basicsSignCMS(['PKCS12'], data, DETACHED, SIGN);
    expect(signature).toMatch(/^-----BEGIN CMS-----\r\n(.{64}\r\n)*.{1,64}\r\n-----END CMS-----\r\n$/);
    const bytes = der(signature);
    expect(bytes.includes(STREEBOG)).toBe(true);
    expect(bytes.includes('a request for help')).toBe(false);
    expect(bytes.includes('IIN909900400011')).toBe(true);
    expect(bytes.includes(TIME_STAMP_TOKEN)).toBe(false);
  });

  test('an attached signature carries the document, a tsaProfile brings a time-stamp, an array many signatures', async () => {
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    const wish = { decode: true, encapsulate: true, tsaProfile: {} };
    const signatures = (await client.basicsSignCMS(null, [data, data], wish, SIGN)) as string[];
    expect(signatures).toHaveLength(2);
    for (const signature of signatures) {
      expect(der(signature).includes('a request for help')).toBe(true);
      expect(der(signature).includes(TIME_STAMP_TOKEN)).toBe(true);
    }
  });

  test('the key is the one that the site asks for, whichever was opened last', async () => {
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    await post('/open', { file: 'auth.p12', password: PASSWORD });
    const login = { extKeyUsageOids: ['1.3.6.1.5.5.7.3.2'] };
    expect(der(await client.basicsSignCMS(null, data, DETACHED, login)).includes(STREEBOG)).toBe(false);
    expect(der(await client.basicsSignCMS(null, data, DETACHED, SIGN)).includes(STREEBOG)).toBe(true);
    const other = { ...SIGN, iin: '909900400021' };
    await expect(client.basicsSignCMS(null, data, DETACHED, other)).rejects.toThrow('SIGNING_FAILURE');
  });

  test('a key out of date signs only when the site allows it', async () => {
    await post('/open', { file: 'expired.p12', password: PASSWORD });
    await expect(client.basicsSignCMS(null, data, DETACHED, SIGN)).rejects.toThrow('out of date');
    const allowed = { ...DETACHED, allowExpired: true };
    expect(der(await client.basicsSignCMS(null, data, allowed, SIGN)).length).toBeGreaterThan(500);
  });

  test('a refusal of the person is seen as one, an error as an error, and no opened key as a failure', async () => {
    await expect(client.basicsSignCMS(null, data, DETACHED, SIGN)).rejects.toThrow('SIGNING_FAILURE');
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    await post('/behaviour', { behaviour: 'cancel' });
    await expect(client.basicsSignCMS(null, data, DETACHED, SIGN)).rejects.toMatchObject({
      canceledByUser: true,
    });
    await expect(client.createCAdESFromBase64('PKCS12', data)).rejects.toThrow('action.canceled');
    await post('/behaviour', { behaviour: 'fail' });
    await expect(client.basicsSignCMS(null, data, DETACHED, SIGN)).rejects.toThrow('GENERAL_ERROR');
  });

  test('the older module signs with the key for the asked use and tells about it', async () => {
    await post('/open', { file: 'auth.p12', password: PASSWORD });
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    const attached = der(await client.createCAdESFromBase64('PKCS12', data, 'SIGNATURE', true));
    expect(attached.includes('a request for help')).toBe(true);
    const login = der(await client.createCAdESFromBase64('PKCS12', data, 'AUTHENTICATION'));
    expect(login.includes(STREEBOG)).toBe(false);
    const stamped = der(await client.createCMSSignatureFromBase64('PKCS12', data));
    expect(stamped.includes(TIME_STAMP_TOKEN)).toBe(true);
    expect(await client.getActiveTokens()).toEqual([]);
    expect(await client.getKeyInfo('PKCS12')).toMatchObject({ subjectCn: 'ТЕСТОВА ӘСЕЛ' });
    await expect(client.signXml('PKCS12', '<a/>')).rejects.toThrow('does not offer');
  });

  test('arguments that do not fit are refused by name', async () => {
    await post('/open', { file: 'sign.p12', password: PASSWORD });
    await expect(client.basicsSignCMS(null, 'not base64!', DETACHED, SIGN)).rejects.toThrow(
      'INVALID_SIGNING_PARAMS',
    );
    await expect(client.basicsSignXML(null, '<a/>', {}, SIGN)).rejects.toThrow('INVALID_SIGNING_PARAMS');
    await expect(client.basicsSignCMS(['AKKaztokenStore'], data, DETACHED, SIGN)).rejects.toThrow(
      'INVALID_SIGNING_PARAMS',
    );
    await expect(client.createCAdESFromBase64('PKCS12', 'not base64!')).rejects.toThrow('not base64');
  });
});

describe('the bare conversation', () => {
  const talk = async (...messages: string[]): Promise<unknown[]> => {
    const socket = new WebSocket(layer.address, { rejectUnauthorized: false });
    const answers: unknown[] = [];
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (text: Buffer) => {
        answers.push(JSON.parse(text.toString()));
        const next = messages.shift();
        if (next === undefined) resolve();
        else socket.send(next);
      });
    });
    socket.close();
    return answers;
  };

  test('heartbeat, unknown module, rubbish and uuid are answered as they should be', async () => {
    const version = { result: { version: '1.4' } };
    const request = { module: 'kz.gov.pki.knca.commonUtils', method: 'getActiveTokens', uuid: 'a-1' };
    const answers = await talk(
      '--heartbeat--',
      '{"module":"kz.example","method":"x"}',
      'rubbish',
      'null',
      '{"module":"kz.gov.pki.knca.basics","method":"sign","args":7}',
      '{"module":"kz.gov.pki.knca.basics","method":"dance"}',
      JSON.stringify(request),
    );
    expect(answers).toMatchObject([
      version,
      version,
      { success: false, errorCode: 'MODULE_NOT_FOUND' },
      { status: false, code: 'INVOCATION_ERROR' },
      { status: false, code: 'INVOCATION_ERROR' },
      { status: false, code: 'INVALID_SIGNING_PARAMS' },
      { status: false, code: 'INVOCATION_ERROR' },
      { code: '200', responseObject: [], uuid: 'a-1' },
    ]);
  });
});

describe('a person who does nothing', () => {
  test('leaves the site without an answer, while the program goes on answering', async () => {
    await post('/behaviour', { behaviour: 'silent' });
    const socket = new WebSocket(layer.address, { rejectUnauthorized: false });
    const answers: string[] = [];
    const args = { format: 'cms', data, signingParams: DETACHED, signerParams: SIGN };
    socket.once('open', () => {
      socket.send(JSON.stringify({ module: 'kz.gov.pki.knca.basics', method: 'sign', args }));
      socket.send('{"module":"kz.example"}');
    });
    await new Promise<void>((resolve) => {
      socket.on('message', (text: Buffer) => {
        if (answers.push(text.toString()) === 2) resolve();
      });
    });
    socket.close();
    expect(answers[1]).toContain('MODULE_NOT_FOUND');
  });
});

describe('the person at the machine', () => {
  test('a wrong password, a broken file, a file outside and bad input get 400 and a sentence', async () => {
    const tries: [string, unknown, string][] = [
      ['/open', { file: 'sign.p12', password: 'wrong' }, 'пароль не подходит'],
      ['/open', { file: 'broken.p12', password: PASSWORD }, 'это не файл ключа'],
      ['/open', { file: '../sign.p12', password: PASSWORD }, 'такого файла нет'],
      ['/open', { file: 'sign.p12' }, 'password'],
      ['/behaviour', { behaviour: 'dance' }, 'behaviour'],
    ];
    for (const [path, body, part] of tries) {
      const response = await post(path, body);
      expect(response.status).toBe(400);
      expect(((await response.json()) as { error: string }).error).toContain(part);
    }
    expect(layer.ring.opened()).toEqual([]);
  });

  test('the page lists files and opened keys, and its forms lead back to it', async () => {
    const form = (path: string, body: string): Promise<Response> =>
      fetch(layer.control + path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body,
        redirect: 'manual',
      });
    expect((await form('/open', `file=sign.p12&password=${PASSWORD}`)).status).toBe(303);
    const html = await (await fetch(layer.control)).text();
    expect(html).toContain('Это не NCALayer');
    expect(html).toContain('<option value="auth.p12">');
    expect(html).toContain('Закрыть ключ: ТЕСТОВА ӘСЕЛ, для подписи');
    expect(html).not.toContain(PASSWORD);
    const refused = await form('/open', 'file=sign.p12&password=wrong');
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('<p role="alert">');
    const state = (await (await fetch(`${layer.control}/state.json`)).json()) as { files: string[] };
    expect(state.files).toEqual(['auth.p12', 'broken.p12', 'expired.p12', 'sign.p12']);
  });
});

describe('the process', () => {
  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
    });

  test('starts, ends with its input, and explains a port that is taken', async () => {
    const [port, control] = [await freePort(), await freePort()];
    const start = (controlPort: number): ReturnType<typeof spawn> =>
      spawn(
        process.execPath,
        ['--import', 'tsx', 'sandbox/ncalayer/main.ts', '--keys', keys]
          .concat(['--port', String(port)])
          .concat(['--control-port', String(controlPort)]),
        { stdio: ['pipe', 'inherit', 'pipe'] },
      );
    const child = start(control);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const alive = (): Promise<boolean> =>
      fetch(`http://127.0.0.1:${control}/healthz`).then(
        (response) => response.ok,
        () => false,
      );
    while (!(await alive())) await pause(50);
    const second = start(await freePort());
    let complaint = '';
    second.stderr?.on('data', (text: Buffer) => (complaint += text.toString()));
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(1);
    expect(complaint).toBe(`port ${port} is taken by another program\n`);
    child.stdin?.end();
    expect(await ended).toBe(0);
  });
});
