import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandboxAuthority } from '../../support/sandbox-authority.ts';
import type { RunningAuthority } from '../../support/sandbox-authority.ts';

const PERSON = { iin: '909900400011', surname: 'ТЕСТОВА', givenName: '<Әсел>' };
let authority: RunningAuthority;
beforeAll(async () => {
  authority = await startSandboxAuthority();
});
afterAll(() => authority.close());

const send = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(authority.base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    redirect: 'manual',
  });

describe('asking the sandbox authority', () => {
  test.each([
    ['/issue', '{', 'cannot be read'],
    ['/issue', '{}', 'person'],
    ['/issue', JSON.stringify({ person: { ...PERSON, iin: '12' }, password: 'x' }), 'must be twelve digits'],
    ['/issue', JSON.stringify({ person: PERSON, password: '' }), 'must not be empty'],
    ['/issue', JSON.stringify({ person: PERSON, password: 'x', days: 1e9 }), 'days'],
    ['/issue', JSON.stringify({ person: PERSON, password: 'x', more: 1 }), 'more'],
    ['/issue', JSON.stringify({ person: PERSON, password: 'x'.repeat(101) }), 'password'],
    ['/revoke', JSON.stringify({ serial: 'not hex' }), 'must be hex digits'],
    ['/revoke', JSON.stringify({ serial: '11', reason: 'boredom' }), 'reason'],
    ['/restore', '[]', 'expected'],
    ['/mood', JSON.stringify({ ocsp: 'sunny' }), 'ocsp'],
  ])('%s with %j is answered with 400 and a sentence', async (path, body, part) => {
    const response = await send(path, body);
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain(part);
    expect(error).not.toMatch(/\n|\.ts/);
  });

  test('a body of twenty kilobytes is not read', async () => {
    expect((await send('/issue', JSON.stringify({ password: 'x'.repeat(20_000) }))).status).toBe(400);
  });

  test('a serial number that was never issued cannot be revoked', async () => {
    expect((await send('/revoke', '{"serial":"11"}')).status).toBe(404);
    expect((await send('/restore', '{"serial":"11"}')).status).toBe(404);
  });

  test('a key can be had that has expired, and one that is not yet valid', async () => {
    const now = Date.now();
    for (const [startsInDays, days] of [
      [-400, 365],
      [30, 365],
    ] as const) {
      const { serial } = await authority.issue({ person: PERSON, password: 'x', startsInDays, days });
      const listed = (await (await fetch(`${authority.base}/issued.json`)).json()) as Record<
        string,
        string
      >[];
      const entry = listed.find((each) => each.serial === serial);
      const [from, to] = [Date.parse(entry?.notBefore ?? ''), Date.parse(entry?.notAfter ?? '')];
      expect(startsInDays < 0 ? to < now : from > now).toBe(true);
    }
  });

  test('a page of another site cannot press its buttons', async () => {
    const { serial } = await authority.issue({ person: PERSON, password: 'x' });
    const response = await send('/revoke', JSON.stringify({ serial }), { 'sec-fetch-site': 'cross-site' });
    expect(response.status).toBe(403);
  });
});

describe('the page of the sandbox authority', () => {
  const page = async (): Promise<string> => (await fetch(`${authority.base}/`)).text();
  const press = (path: string, serial: string): Promise<Response> =>
    send(path, `serial=${serial}`, { 'content-type': 'application/x-www-form-urlencoded' });

  test('says what it is and lists people, escaped, with a button for each', async () => {
    const { serial } = await authority.issue({ person: PERSON, password: 'x' });
    const html = await page();
    expect(html).toContain('<html lang="ru">');
    expect(html).toContain('Это не Национальный удостоверяющий центр');
    expect(html).toContain('&lt;Әсел&gt;');
    expect(html).not.toContain('<Әсел>');
    expect(html).toContain(`value="${serial}"`);
    expect(html).not.toContain('TIME-STAMPING');
  });

  test('its buttons revoke and restore, and lead back to it', async () => {
    const { serial } = await authority.issue({ person: PERSON, password: 'x' });
    const revoked = await press('/revoke', serial);
    expect([revoked.status, revoked.headers.get('location')]).toEqual([303, '/']);
    expect(await page()).toMatch(
      new RegExp(`action="/restore"><input type="hidden" name="serial" value="${serial}"`),
    );
    await press('/restore', serial);
    expect(await page()).toMatch(
      new RegExp(`action="/revoke"><input type="hidden" name="serial" value="${serial}"`),
    );
  });

  test('warns while a service is in a bad mood', async () => {
    expect(await page()).toContain('Все службы отвечают как положено');
    await send('/mood', '{"crl":"stale"}');
    expect(await page()).toContain('<code>crl: stale</code>');
    await send('/mood', '{"crl":"normal"}');
  });
});

describe('the process of the sandbox authority', () => {
  const freePort = (): Promise<number> =>
    new Promise((resolve) => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo;
        probe.close(() => resolve(port));
      });
    });

  test.each(['SIGTERM', 'the end of its input'])('starts, answers, and ends on %s', async (end) => {
    const folder = mkdtempSync(join(tmpdir(), 'komek-authority-'));
    const port = await freePort();
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'sandbox/authority/main.ts', '--data', folder, '--port', String(port)],
      { stdio: ['pipe', 'inherit', 'inherit'] },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      const alive = (): Promise<boolean> =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          (response) => response.ok,
          () => false,
        );
      while (!(await alive())) await pause(50);
      if (end === 'SIGTERM') child.kill('SIGTERM');
      else child.stdin.end();
      expect(await ended).toBe(0);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
