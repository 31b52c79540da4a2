// Items 1-4 of the portal procedure: registration, sign-in, the second step, sign-out; and what somebody who is not the owner gets to see.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { passwordOf } from '../../../sandbox/demo/cast.ts';
import { PEOPLE } from '../../../sandbox/gateway/people.ts';
import {
  AIGUL,
  CLERK,
  ERBOL,
  GULNAR,
  IVAN,
  VERA,
  keyOf,
  startPortal,
  type TestPortal,
} from '../../support/portal.ts';
import type { TestBrowser } from '../../support/test-browser.ts';

let town: TestPortal;
beforeAll(async () => {
  town = await startPortal();
}, 60_000);
afterAll(() => town.close());

const TEST_IDENTITY = PEOPLE[5]?.person.iin ?? '';
const IVANS_PHONE = PEOPLE[3]?.phone ?? '';

async function trySignIn(iin: string, password: string, door = '/sign-in'): Promise<TestBrowser> {
  const browser = town.browser();
  await browser.get(`${door}?language=ru`);
  return browser.submit('#sign-in', { iin, password });
}

describe('signing in by password', () => {
  test('an unknown IIN and a wrong password get the same sentence, and neither page says which it was', async () => {
    const wrong = await trySignIn(ERBOL.iin, 'not the password at all');
    const unknown = await trySignIn(IVAN.iin, 'not the password at all');
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(wrong.errors()).toEqual(unknown.errors());
    expect(wrong.errors()[0]).toContain('ИИН или пароль не подошли');
    expect(wrong.page.querySelector('#iin')?.getAttribute('value')).toBe(ERBOL.iin);
    expect(wrong.page.querySelector('#password')?.getAttribute('value')).toBeUndefined();
  });

  test.each([
    ['900101300008', 'В этом ИИН ошибка'],
    ['000000000000', 'В этом ИИН ошибка'],
    ['90010130000', 'Напишите ИИН'],
    ['90010130000a', 'Напишите ИИН'],
    ['', 'Напишите ИИН'],
  ])('the IIN %p is told in words', async (iin, says) => {
    const browser = await trySignIn(iin, 'x');
    expect(browser.status).toBe(422);
    expect(browser.errors()[0]).toContain(says);
  });

  test('spaces and hyphens between the digits are welcome', async () => {
    const browser = await trySignIn(
      ` ${GULNAR.iin.slice(0, 6)} ${GULNAR.iin.slice(6)} `,
      passwordOf(GULNAR.iin),
    );
    expect(browser.path).toBe('/cabinet');
  });

  test('the national test identity, whose check digit is wrong, is a person under this test trust', async () => {
    expect((await trySignIn(TEST_IDENTITY, passwordOf(TEST_IDENTITY))).path).toBe('/cabinet');
  });

  test('an officer does not enter by the citizens’ door, nor a citizen by the officers’', async () => {
    expect((await trySignIn(CLERK.person.iin, passwordOf(CLERK.person.iin))).status).toBe(422);
    expect((await trySignIn(GULNAR.iin, passwordOf(GULNAR.iin), '/office/sign-in')).status).toBe(422);
    expect((await trySignIn(CLERK.person.iin, passwordOf(CLERK.person.iin), '/office/sign-in')).path).toBe(
      '/office',
    );
  });

  test('after ten wrong tries for an IIN the right password waits too, and a key still opens the door', async () => {
    for (let number = 0; number < 10; number += 1) await trySignIn(VERA.iin, `wrong ${number}`);
    const refused = await trySignIn(VERA.iin, passwordOf(VERA.iin));
    expect(refused.errors()[0]).toContain('Слишком много попыток');
    const byKey = await signInByKey(VERA);
    expect(byKey.path).toBe('/cabinet');
  }, 30_000);

  test('leads back to the page that was asked for, and never to another site', async () => {
    const asked = town.browser();
    await asked.get('/services/astana-158-1286/start');
    await asked.submit('#sign-in', { iin: GULNAR.iin, password: passwordOf(GULNAR.iin) });
    expect(asked.path).toBe('/services/astana-158-1286/start');
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      const browser = town.browser();
      await browser.get(`/sign-in?to=${encodeURIComponent(to)}`);
      await browser.submit('#sign-in', { iin: GULNAR.iin, password: passwordOf(GULNAR.iin), to });
      expect([to, browser.path]).toEqual([to, '/cabinet']);
    }
  });
});

async function signInByKey(person: typeof VERA, change: (bytes: Buffer) => Buffer = (bytes) => bytes) {
  const browser = town.browser();
  await browser.get('/sign-in/key?language=ru');
  const challenge = (await browser.download('/sign-in/key/bytes')).body as Buffer;
  const cms = await town.sign(change(challenge), keyOf(person, { purpose: 'authentication' }));
  return browser.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
}

describe('signing in by key', () => {
  test('the challenge names this portal and this session, counts once and is another one for everybody', async () => {
    const browser = town.browser();
    await browser.get('/sign-in/key');
    const challenge = (await browser.download('/sign-in/key/bytes')).body as Buffer;
    expect(JSON.parse(challenge.toString())).toMatchObject({
      document: 'komek/sign-in',
      portal: 'http://localhost',
    });
    const other = town.browser();
    await other.get('/sign-in/key');
    expect((await other.download('/sign-in/key/bytes')).body).not.toEqual(challenge);

    const cms = await town.sign(challenge, keyOf(GULNAR, { purpose: 'authentication' }));
    const upload = { field: 'signatureFile', name: 's.p7s', bytes: cms };
    await other.submit('#sign-form', {}, upload);
    expect(other.status).toBe(422);
    await browser.submit('#sign-form', {}, upload);
    expect(browser.path).toBe('/cabinet');
    const again = town.browser();
    await again.get('/sign-in/key');
    await again.submit('#sign-form', {}, upload);
    expect([409, 422]).toContain(again.status);
  }, 30_000);

  test('a signature over anything else does not open the door', async () => {
    const browser = await signInByKey(GULNAR, () => Buffer.from('{"document":"komek/sign-in"}'));
    expect(browser.status).toBe(422);
    expect(browser.text()).toContain('Войти с этим ключом не получилось');
  });

  test('a challenge that is older than ten minutes is asked for anew', async () => {
    const browser = town.browser();
    await browser.get('/sign-in/key');
    const challenge = (await browser.download('/sign-in/key/bytes')).body as Buffer;
    const cms = await town.sign(challenge, keyOf(GULNAR, { purpose: 'authentication' }));
    town.clock.set(new Date(Date.now() + 11 * 60_000));
    try {
      await browser.submit('#sign-form', {}, { field: 'signatureFile', name: 's.p7s', bytes: cms });
      expect(browser.status).toBe(409);
    } finally {
      town.clock.set(undefined);
    }
  });
});

describe('registration', () => {
  test('asks for a code of the registered phone, lets a wrong one be mended, refuses weak passwords and opens the cabinet', async () => {
    const browser = town.browser();
    await browser.get('/register?language=ru');
    await browser.submit('#register', { iin: IVAN.iin, proof: 'phone' });
    expect(browser.path).toBe('/register/code');
    const code = town.registers.codeFor(IVANS_PHONE);
    await browser.submit('#code-form', { code: code === '000000' ? '000001' : '000000' });
    expect(browser.errors()[0]).toContain('не совпал');
    await browser.submit('#code-form', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(browser.path).toBe('/register/password');
    for (const [password, says] of [
      ['коротко', 'Пароль короткий'],
      ['passwordpassword', 'легко угадать'],
      ['1234567890123456', 'легко угадать'],
      ['aaaaaaaaaaaaaaaaaaaa', 'легко угадать'],
      [`komek ${IVAN.iin} komek`, 'легко угадать'],
      ['я'.repeat(257), 'слишком длинный'],
    ] as const) {
      await browser.submit('#choose-password', { password });
      expect([password.slice(0, 20), browser.errors()[0]]).toEqual([
        password.slice(0, 20),
        expect.stringContaining(says),
      ]);
    }
    // Sixty-four signs and more are welcome, of any kind.
    const password = `${'дала желі 🐎 '.repeat(8)}!`;
    await browser.submit('#choose-password', { password });
    expect(browser.path).toBe('/cabinet');
    expect((await trySignIn(IVAN.iin, password)).path).toBe('/cabinet');
  }, 60_000);

  test('says the same to an IIN that is not in the base, and no code fits', async () => {
    const browser = town.browser();
    await browser.get('/register?language=ru');
    await browser.submit('#register', { iin: VERA.iin, proof: 'phone' });
    expect(browser.path).toBe('/register/code');
    for (const code of ['000000', '111111', '222222', '333333', '444444'])
      await browser.submit('#code-form', { code });
    await browser.submit('#code-form', { code: '555555' });
    expect(browser.errors()[0]).toContain('больше не действует');
    expect((await browser.get('/register/password')).path).toBe('/register');
  });

  test('with a second step eight signs are enough, and a code is asked at every sign-in', async () => {
    const phone = PEOPLE[2]?.phone ?? '';
    const browser = town.browser();
    await browser.get('/register?language=ru');
    await browser.submit('#register', { iin: GULNAR.iin, proof: 'phone' });
    await browser.submit('#code-form', { code: town.registers.codeFor(phone) });
    await browser.submit('#choose-password', { password: 'шаңырақ8', secondStep: 'yes' });
    expect(browser.path).toBe('/cabinet');

    const later = await trySignIn(GULNAR.iin, 'шаңырақ8');
    expect(later.path).toBe('/sign-in/code');
    expect((await later.get('/cabinet')).path).toBe('/sign-in');
    await later.get('/sign-in/code');
    await later.submit('#code-form', { code: town.registers.codeFor(phone) });
    expect(later.path).toBe('/cabinet');
  });

  test('a forgotten password is replaced the same way, and every session of before ends', async () => {
    const old = await town.signedIn(ERBOL.iin);
    const browser = town.browser();
    await browser.get('/register?language=ru');
    await browser.submit('#register', { iin: ERBOL.iin, proof: 'phone' });
    await browser.submit('#code-form', { code: town.registers.codeFor(PEOPLE[1]?.phone ?? '') });
    await browser.submit('#choose-password', { password: 'новый пароль длинный' });
    expect(browser.path).toBe('/cabinet');
    expect((await old.get('/cabinet')).path).toBe('/sign-in');
    expect((await trySignIn(ERBOL.iin, passwordOf(ERBOL.iin))).status).toBe(422);
  });

  test('when the register of persons is silent says so, and goes through when it is back', async () => {
    const browser = town.browser();
    town.registers.silent.add('mobile');
    try {
      await browser.get('/register?language=ru');
      await browser.submit('#register', { iin: IVAN.iin, proof: 'phone' });
      expect(browser.errors()[0]).toContain('База мобильных граждан сейчас не отвечает');
    } finally {
      town.registers.silent.clear();
    }
  });
});

describe('a session', () => {
  const cookieOf = (browser: TestBrowser): string =>
    /komek=([^;]+)/.exec(String(browser.response.get('set-cookie')))?.[1] ?? '';

  test('gets another id at sign-in: one planted before is worth nothing after', async () => {
    const browser = town.browser();
    await browser.get('/sign-in');
    const before = cookieOf(browser);
    const posted = await browser.post('/sign-in', {
      _csrf: browser.page.querySelector('input[name=_csrf]')?.getAttribute('value') ?? '',
      iin: AIGUL.iin,
      password: passwordOf(AIGUL.iin),
    });
    expect(posted.path).toBe('/cabinet');
    expect(before).not.toBe('');
    const planted = town.browser();
    const answer = await planted.getWith('/cabinet', { cookie: `komek=${before}` });
    expect(answer.path).toBe('/sign-in');
  });

  test('ends everywhere when its owner says so, and at sign-out', async () => {
    const one = await town.signedIn(AIGUL.iin);
    const two = await town.signedIn(AIGUL.iin);
    await one.get('/profile');
    await one.submit('#sign-out-everywhere');
    expect((await two.get('/cabinet')).path).toBe('/sign-in');
    const three = await town.signedIn(AIGUL.iin);
    await three.get('/profile');
    await three.submit('#sign-out');
    expect((await three.get('/cabinet')).path).toBe('/sign-in');
  });

  test('lies in the database under a hash, sealed', async () => {
    await town.signedIn(AIGUL.iin);
    const all = await town.portal.connection.collection('sessions').find({}).toArray();
    for (const one of all) {
      expect(String(one._id)).toMatch(/^[0-9a-f]{64}$/);
      expect(JSON.stringify(one)).not.toContain(AIGUL.iin);
    }
  });
});
